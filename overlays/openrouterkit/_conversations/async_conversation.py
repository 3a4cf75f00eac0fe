"""`AsyncConversation`: a conversation in async code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, overload

from .run_methods import AsyncRunMethods
from .streams import AsyncRecordedStream

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable
    from typing import ParamSpec

    from typing_extensions import TypeVar

    from .._parsing.results import Parsed
    from .._parsing.streams import AsyncParsedStream
    from ..namespaces.chat import AsyncChat
    from ..streams import AsyncChatStream
    from .chat_types import AsyncParsesStreams, AsyncStreams, HasAsyncChat, Parses, Sends, Settings

    T = TypeVar("T")
    C = TypeVar("C")
    R = TypeVar("R")
    U = TypeVar("U")
    P = ParamSpec("P")
    ChatT_co = TypeVar("ChatT_co", covariant=True, default=AsyncChat)
else:
    from typing import TypeVar

    ChatT_co = TypeVar("ChatT_co", covariant=True)

__all__ = ["AsyncConversation"]


class AsyncConversation(AsyncRunMethods[ChatT_co], Generic[ChatT_co]):
    """A conversation with a model in async code. See `Conversation`.

    conversation = AsyncConversation(client, model="openai/gpt-4o-mini")
    print((await conversation.send("Capital of France?")).text)
    """

    __slots__ = ()

    def __init__(self, chat: HasAsyncChat[ChatT_co, P], *further: P.args, **settings: P.kwargs) -> None:
        if further:
            raise TypeError(
                "AsyncConversation() accepts one positional argument; pass settings by name, such as model=..."
            )
        given: Any = settings
        super().__init__(chat, **given)

    @classmethod
    def from_json(
        cls, chat: HasAsyncChat[ChatT_co, P], text: str | bytes, *further: P.args, **settings: P.kwargs
    ) -> Self:
        """Return the conversation that `to_json` wrote. See `Conversation.from_json`."""
        return cls._decode(chat, text, further, settings)

    @classmethod
    def load(
        cls, chat: HasAsyncChat[ChatT_co, P], path: str | os.PathLike[str], *further: P.args, **settings: P.kwargs
    ) -> Self:
        """Return the conversation that `save` wrote. See `Conversation.load`."""
        return cls._load(chat, path, further, settings)

    def fork(
        self: AsyncConversation[Settings[P]], *further: P.args, **settings: P.kwargs
    ) -> AsyncConversation[ChatT_co]:
        """Return a copy that continues on its own. See `Conversation.fork`."""
        fork: Any = self._fork(further, settings)
        return fork  # type: ignore[no-any-return]  # `Self`, which a method cannot return whose `self` has a type

    async def send(
        self: AsyncConversation[Sends[P, Awaitable[R]]],
        message: Any = None,
        /,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> R:
        """Send a message, and return the answer; both become part of the conversation. See `Conversation.send`."""
        with self._build_exchange("send", message, further, parameters) as exchange:
            result: R = await self._chat.send(**exchange.request)
            exchange.complete(result)
        return result

    def stream(
        self: AsyncConversation[AsyncStreams[P, C, R, U]],
        message: Any = None,
        /,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> AsyncChatStream[C, R, U]:
        """Return the stream of the answer to a message. See `Conversation.stream`."""
        exchange = self._build_exchange("stream", message, further, parameters)
        stream: AsyncChatStream[C, R, U] = self._build_own_stream(AsyncRecordedStream, exchange)
        return stream

    if TYPE_CHECKING:  # `response_type` is passed by name; with a ParamSpec, it cannot be declared so

        @overload
        async def parse(
            self: AsyncConversation[Parses[P, Awaitable[R]]],
            message: Any = None,
            response_type: type[T] = ...,  # pyright: ignore[reportInvalidTypeVarUse]  # it has no default
            *further: P.args,
            **parameters: P.kwargs,
        ) -> Parsed[T, R]: ...
        @overload
        async def parse(
            self: AsyncConversation[Parses[P, Awaitable[R]]],
            message: Any = None,
            response_type: Any = ...,
            *further: P.args,
            **parameters: P.kwargs,
        ) -> Parsed[Any, R]: ...
        async def parse(self, *arguments: Any, **parameters: Any) -> Any:
            """See below."""

        @overload
        def parse_stream(
            self: AsyncConversation[AsyncParsesStreams[P, C, R, U]],
            message: Any = None,
            response_type: type[T] = ...,  # pyright: ignore[reportInvalidTypeVarUse]  # it has no default
            *further: P.args,
            **parameters: P.kwargs,
        ) -> AsyncParsedStream[T, C, R, U]: ...
        @overload
        def parse_stream(
            self: AsyncConversation[AsyncParsesStreams[P, C, R, U]],
            message: Any = None,
            response_type: Any = ...,
            *further: P.args,
            **parameters: P.kwargs,
        ) -> AsyncParsedStream[Any, C, R, U]: ...
        def parse_stream(self, *arguments: Any, **parameters: Any) -> Any:
            """See below."""

    else:

        async def parse(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Any:
            """Send a message, and return the answer as a value of a type. See `Conversation.parse`."""
            with self._build_exchange("parse", message, (), parameters) as exchange:
                parsed = await self._chat.parse(response_type=response_type, **exchange.request)
                exchange.complete_parsed(parsed)
            return parsed

        def parse_stream(self, message: Any = None, /, *, response_type: Any, **parameters: Any) -> Any:
            """Return the stream of an answer that is a value of a type. See `Conversation.parse_stream`."""
            from .parsed_streams import AsyncRecordedParsedStream, build_parsing

            exchange = self._build_exchange("parse_stream", message, (), parameters)
            return self._build_own_stream(AsyncRecordedParsedStream, build_parsing(exchange, response_type))
