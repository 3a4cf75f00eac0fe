"""The namespace `client.chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, overload

from openrouterkit_api.namespaces import chat as generated

from ..chats import AsyncChatMethods, ChatMethods

if TYPE_CHECKING:
    from typing import Unpack

    from typing_extensions import TypeVar

    from openrouterkit_api.models import ChatUsage

    from ..parsing import AsyncParsedStream, Parsed, ParsedStream
    from ..results import ChatCompletion, ChatCompletionChunk
    from ..runs import AsyncRunStream, Run, RunStream
    from ..streams import AsyncChatStream, ChatStream  # noqa: F401 - used in a base class
    from .accepted_parameters import AcceptedParameters
    from .chat_parameters import ParseParameters, ResumeParameters, RunParameters

    T = TypeVar("T")
    V = TypeVar("V", default=None)
else:
    AcceptedParameters = object  # it has no methods at run time, and takes time to import

__all__ = ["AsyncChat", "Chat"]

_SEND: Final = "openrouterkit_api.operations.chat:send"


class _Chat(AcceptedParameters):
    """The error for attributes that the openai package has, shared by both classes."""

    if not TYPE_CHECKING:  # hidden, or type checkers would accept every attribute

        def __getattr__(self, name: str) -> Any:
            # The openai package has chat.completions.create(...).
            hint = ": use chat.send(...) or chat.stream(...)" if name in ("completions", "create") else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}", name=name, obj=self)


class Chat(_Chat, ChatMethods, generated.Chat["ChatCompletion", "ChatStream"]):
    """Send a conversation to a model, and get the completion whole or as a stream.

    `send` returns a `ChatCompletion`; `stream` returns a `ChatStream`.
    """

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, ChatCompletion]: ...
        @overload
        def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, ChatCompletion]: ...
        def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `ParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[T, ChatCompletionChunk, ChatCompletion, ChatUsage]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[Any, ChatCompletionChunk, ChatCompletion, ChatUsage]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `ParseMethods.parse_stream`."""

        def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[ChatCompletion, V]:
            """Run the tools that the model calls until it has answered. See `RunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> RunStream[ChatCompletion, V]:
            """Return a run whose events are read as they happen. See `RunMethods.run_stream`."""
            raise NotImplementedError

        def resume(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> Run[ChatCompletion, V]:
            """Continue a run that is paused, or that a limit or an error has stopped. See `ResumeMethods.resume`."""
            raise NotImplementedError

        def resume_stream(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> RunStream[ChatCompletion, V]:
            """Return the rest of a run, whose events are read as they happen. See `ResumeMethods.resume_stream`."""
            raise NotImplementedError


class AsyncChat(_Chat, AsyncChatMethods, generated.AsyncChat["ChatCompletion", "AsyncChatStream"]):
    """Send a conversation to a model, and get the completion whole or as a stream.

    `send` returns a `ChatCompletion`; `stream` returns an `AsyncChatStream`.
    """

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        async def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, ChatCompletion]: ...
        @overload
        async def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, ChatCompletion]: ...
        async def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `AsyncParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[T, ChatCompletionChunk, ChatCompletion, ChatUsage]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[Any, ChatCompletionChunk, ChatCompletion, ChatUsage]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `AsyncParseMethods.parse_stream`."""

        async def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[ChatCompletion, V]:
            """Run the tools that the model calls until it has answered. See `AsyncRunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> AsyncRunStream[ChatCompletion, V]:
            """Return a run whose events are read as they happen. See `AsyncRunMethods.run_stream`."""
            raise NotImplementedError

        async def resume(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> Run[ChatCompletion, V]:
            """Continue a run that is paused, or was stopped. See `AsyncResumeMethods.resume`."""
            raise NotImplementedError

        def resume_stream(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> AsyncRunStream[ChatCompletion, V]:
            """Return the rest of a run as a stream of its events. See `AsyncResumeMethods.resume_stream`."""
            raise NotImplementedError
