"""The namespace `client.chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, overload

from openrouterkit_mistral_api.namespaces import chat as generated

from ..chats import AsyncChatMethods, ChatMethods
from .accepted_parameters import AcceptedParameters

if TYPE_CHECKING:
    from typing import Unpack

    from typing_extensions import TypeVar

    from openrouterkit_mistral_api.models import UsageInfo

    from ..parsing import AsyncParsedStream, Parsed, ParsedStream
    from ..runs import AsyncRunStream, Run, RunStream
    from ..streams import AsyncChatStream, ChatStream  # noqa: F401 - used in base classes
    from .chat_parameters import ParseParameters, ResumeParameters, RunParameters
    from .results import MistralChunk, MistralCompletion

    T = TypeVar("T")
    V = TypeVar("V", default=None)

__all__ = ["AsyncChat", "Chat"]

_SEND: Final = "openrouterkit_mistral_api.operations.chat:send"


class Chat(
    AcceptedParameters,
    ChatMethods,
    generated.Chat["MistralCompletion", "ChatStream[MistralChunk, MistralCompletion, UsageInfo]"],
):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, MistralCompletion]: ...
        @overload
        def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, MistralCompletion]: ...
        def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `ParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[T, MistralChunk, MistralCompletion, UsageInfo]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[Any, MistralChunk, MistralCompletion, UsageInfo]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `ParseMethods.parse_stream`."""

        def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[MistralCompletion, V]:
            """Run the tools that the model calls until it has answered. See `RunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> RunStream[MistralCompletion, V]:
            """Return a run whose events are read as they happen. See `RunMethods.run_stream`."""
            raise NotImplementedError

        def resume(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> Run[MistralCompletion, V]:
            """Continue a run that is paused, or that a limit or an error has stopped. See `ResumeMethods.resume`."""
            raise NotImplementedError

        def resume_stream(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> RunStream[MistralCompletion, V]:
            """Return the rest of a run, whose events are read as they happen. See `ResumeMethods.resume_stream`."""
            raise NotImplementedError


class AsyncChat(
    AcceptedParameters,
    AsyncChatMethods,
    generated.AsyncChat["MistralCompletion", "AsyncChatStream[MistralChunk, MistralCompletion, UsageInfo]"],
):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        async def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, MistralCompletion]: ...
        @overload
        async def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, MistralCompletion]: ...
        async def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `AsyncParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[T, MistralChunk, MistralCompletion, UsageInfo]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[Any, MistralChunk, MistralCompletion, UsageInfo]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `AsyncParseMethods.parse_stream`."""

        async def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[MistralCompletion, V]:
            """Run the tools that the model calls until it has answered. See `AsyncRunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[RunParameters],
        ) -> AsyncRunStream[MistralCompletion, V]:
            """Return a run whose events are read as they happen. See `AsyncRunMethods.run_stream`."""
            raise NotImplementedError

        async def resume(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> Run[MistralCompletion, V]:
            """Continue a run that is paused, or was stopped. See `AsyncResumeMethods.resume`."""
            raise NotImplementedError

        def resume_stream(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> AsyncRunStream[MistralCompletion, V]:
            """Return the rest of a run as a stream of its events. See `AsyncResumeMethods.resume_stream`."""
            raise NotImplementedError
