"""The namespace `chat` of services that are compatible with the API of OpenAI. `E` is the type of `extra_body`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, overload

from openrouterkit_api import UNSET, namespaces

from ..chats import AsyncChatMethods, ChatMethods
from .accepted_parameters import AcceptedParameters

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from typing_extensions import TypeVar

    from openrouterkit_api import models
    from openrouterkit_runtime import AsyncSender, Sender, Timeout

    from ..options import RequestOptions
    from ..parsing import AsyncParsedStream, Parsed, ParsedStream
    from ..results import ChatCompletion, ChatCompletionChunk
    from ..runs import AsyncRunStream, Run, RunStream
    from ..streams import AsyncChatStream, ChatStream
    from .parameters import ChatParameters, ParseParameters, ResumeParameters, RunParameters

    T = TypeVar("T")
    V = TypeVar("V", default=None)
    E = TypeVar("E", bound=Mapping[str, Any], default=Mapping[str, Any])
else:
    from typing import TypeVar

    E = TypeVar("E")

__all__ = ["AsyncChat", "Chat"]

_SEND: Final = "openrouterkit_api.operations.chat:send"
"""The operation of a chat: that of OpenRouter, whose API is compatible, too."""


class Chat(AcceptedParameters[E], ChatMethods, Generic[E]):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, ChatCompletion]: ...
        @overload
        def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, ChatCompletion]: ...
        def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `ParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[T, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> ParsedStream[Any, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `ParseMethods.parse_stream`."""

        def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[ChatCompletion, V]:
            """Run the tools that the model calls until it has answered. See `RunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[RunParameters],
        ) -> RunStream[ChatCompletion, V]:
            """Return a run whose events are read as they happen. See `RunMethods.run_stream`."""
            raise NotImplementedError

        def resume(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> Run[ChatCompletion, V]:
            """Continue a run that is paused, or that a limit or an error has stopped. See `ResumeMethods.resume`."""
            raise NotImplementedError

        def resume_stream(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> RunStream[ChatCompletion, V]:
            """Return the rest of a run, whose events are read as they happen. See `ResumeMethods.resume_stream`."""
            raise NotImplementedError

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._chat: namespaces.chat.Chat[ChatCompletion, ChatStream] = namespaces.chat.Chat(sender)

    def send(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> ChatCompletion:
        """Send a conversation and return the completion.

        Args:
            extra_body: Members of the body that only this service knows.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.
            parameters: The model, the messages and further members of the body; see `ChatParameters`.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._chat.send(extra_body=extra_body, timeout=timeout, options=options, **parameters)

    def stream(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> ChatStream:
        """Return the stream of a completion. For the arguments see `Chat.send`."""
        return self._chat.stream(extra_body=extra_body, timeout=timeout, options=options, **parameters)


class AsyncChat(AcceptedParameters[E], AsyncChatMethods, Generic[E]):
    """Send a conversation to a model, and get the completion whole or as a stream."""

    send_operation = _SEND

    if TYPE_CHECKING:  # the parameters of this service, for type checkers and editors

        @overload  # type: ignore[override]  # the parameters of this service
        async def parse(
            self,
            *,
            response_type: type[T],
            max_corrections: int = 1,
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[T, ChatCompletion]: ...
        @overload
        async def parse(
            self,
            *,
            response_type: Any,
            max_corrections: int = 1,
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> Parsed[Any, ChatCompletion]: ...
        async def parse(self, **parameters: Any) -> Any:
            """Send a conversation, and return the answer as a value of a type. See `AsyncParseMethods.parse`."""

        @overload  # type: ignore[override]  # the parameters of this service
        def parse_stream(
            self,
            *,
            response_type: type[T],
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[T, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        @overload
        def parse_stream(
            self,
            *,
            response_type: Any,
            extra_body: E | None = None,
            **parameters: Unpack[ParseParameters],
        ) -> AsyncParsedStream[Any, ChatCompletionChunk, ChatCompletion, models.ChatUsage]: ...
        def parse_stream(self, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `AsyncParseMethods.parse_stream`."""

        async def run(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[RunParameters],
        ) -> Run[ChatCompletion, V]:
            """Run the tools that the model calls until it has answered. See `AsyncRunMethods.run`."""
            raise NotImplementedError

        def run_stream(  # type: ignore[override]  # the parameters of this service
            self,
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[RunParameters],
        ) -> AsyncRunStream[ChatCompletion, V]:
            """Return a run whose events are read as they happen. See `AsyncRunMethods.run_stream`."""
            raise NotImplementedError

        async def resume(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> Run[ChatCompletion, V]:
            """Continue a run that is paused, or was stopped. See `AsyncResumeMethods.resume`."""
            raise NotImplementedError

        def resume_stream(  # type: ignore[override]  # the parameters of this service
            self,
            run: Run[Any, V],
            *,
            response_type: type[V] | None = None,
            extra_body: E | None = None,
            **parameters: Unpack[ResumeParameters],
        ) -> AsyncRunStream[ChatCompletion, V]:
            """Return the rest of a run as a stream of its events. See `AsyncResumeMethods.resume_stream`."""
            raise NotImplementedError

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender
        self._chat: namespaces.chat.AsyncChat[ChatCompletion, AsyncChatStream] = namespaces.chat.AsyncChat(sender)

    async def send(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> ChatCompletion:
        """Send a conversation and return the completion. For the arguments see `Chat.send`."""
        return await self._chat.send(extra_body=extra_body, timeout=timeout, options=options, **parameters)

    def stream(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[ChatParameters],
    ) -> AsyncChatStream:
        """Return the stream of a completion. For the arguments see `Chat.send`."""
        return self._chat.stream(extra_body=extra_body, timeout=timeout, options=options, **parameters)
