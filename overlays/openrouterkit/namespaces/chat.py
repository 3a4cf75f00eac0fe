"""Chat: have a model continue a conversation, whole or as a stream."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast, overload

from attrs import evolve

from openrouterkit_api import UNSET
from openrouterkit_api.namespaces import chat as generated

if TYPE_CHECKING:
    from openrouterkit_api import StreamingOperation
    from openrouterkit_api.models import ChatRequest, ChatRequestDict, ChatResult, ChatStreamChunk
    from openrouterkit_api.operations.chat import SendChanges as Changes
    from openrouterkit_runtime.encoded import EncodedObject
    from openrouterkit_runtime.sender import Options, Timeout

    from .._streaming.chat_stream import AsyncChatStream, ChatStream
    from ..results import ChatCompletion

    Body = ChatRequest | ChatRequestDict | Mapping[str, Any]
    ChatOperation = StreamingOperation[ChatResult, ChatStreamChunk]


_KINDS = {b'"': "text", b"n": "None"}


def _operation(method: str, request: Body | None, params: Mapping[str, Any], *, stream: bool) -> ChatOperation:
    from openrouterkit_api.operations import chat

    if request is not None and not isinstance(request, Mapping) and not hasattr(request, "to_dict"):
        raise TypeError(f"{method}() takes a whole request, or messages=[user('...')]: not {type(request).__name__}")
    describe = chat.stream if method == "chat.stream" else chat.send
    operation = describe(request, **params)  # type: ignore[arg-type]  # a mapping is as good as a typed dict here
    body: EncodedObject = operation.content
    messages = body.members.get("messages", b"[]")
    if messages[:1] != b"[" and "messages" not in (params.get("extra_body") or {}):
        what = "one message" if messages[:1] == b"{" else _KINDS.get(messages[:1], "a number or a truth value")
        raise TypeError(f"{method}() takes messages as a list, messages=[user('...')]: not {what}")
    # A request given whole may ask for a stream; the method's own keyword has the last word.
    if not stream and body.members.get("stream", b"false") != b"false":
        return evolve(operation, content=body.with_member("stream", value=False))
    return operation


class _Chat:
    if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt name would pass them

        def __getattr__(self, name: str) -> Any:
            # The habit of everyone who comes from openai: chat.completions.create(...)
            hint = ": it is chat.send(...), or chat.stream(...)" if name in ("completions", "create") else ""
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}{hint}", name=name, obj=self)


class Chat(_Chat, generated.Chat):
    """Have a model continue a conversation, whole or as a stream."""

    @overload
    def send(
        self,
        request: Body | None = None,
        /,
        *,
        stream: Literal[False] = False,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> ChatCompletion: ...
    @overload
    def send(
        self,
        request: Body | None = None,
        /,
        *,
        stream: Literal[True],
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> ChatStream: ...
    @overload
    def send(
        self,
        request: Body | None = None,
        /,
        *,
        stream: bool,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> ChatCompletion | ChatStream: ...
    def send(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        request: Body | None = None,
        /,
        *,
        stream: bool = False,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Any,
    ) -> ChatCompletion | ChatStream:
        """The answer to a conversation, or with `stream=True` its stream, already open.

        Args:
            request: the request as a whole; keywords are merged over it.
            stream: whether the answer is to come piece by piece; a `stream` in the request or in `extra_body` does not
                count beside it.
            timeout: seconds for connect, read, write and pool each, `TimeoutOptions`, or None for no limit.
            options: `RequestOptions` of this call.
            **changes: the request's members, and `extra_headers`, `extra_query`, `extra_body`.

        Raises:
            OpenRouterError: see `errors`.
            TypeError: a keyword that is none, messages that are no list.
        """
        operation = _operation("chat.send", request, changes, stream=stream)
        if stream:
            opening = self._sender.stream(operation, timeout=timeout, options=options)
            return cast("ChatStream", opening.__enter__())
        return cast("ChatCompletion", self._sender.send(operation, timeout=timeout, options=options))

    def stream(
        self,
        request: Body | None = None,
        /,
        *,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> ChatStream:
        """The answer to a conversation, chunk by chunk; it opens on entry or when the first chunk is taken.

        Takes what `send` takes. See `streams.ChatStream`.
        """
        operation = _operation("chat.stream", request, changes, stream=True)
        return cast("ChatStream", self._sender.stream(operation, timeout=timeout, options=options))


class AsyncChat(_Chat, generated.AsyncChat):
    """Have a model continue a conversation, whole or as a stream."""

    @overload
    async def send(
        self,
        request: Body | None = None,
        /,
        *,
        stream: Literal[False] = False,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> ChatCompletion: ...
    @overload
    async def send(
        self,
        request: Body | None = None,
        /,
        *,
        stream: Literal[True],
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> AsyncChatStream: ...
    @overload
    async def send(
        self,
        request: Body | None = None,
        /,
        *,
        stream: bool,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> ChatCompletion | AsyncChatStream: ...
    async def send(  # pyright: ignore[reportIncompatibleMethodOverride]
        self,
        request: Body | None = None,
        /,
        *,
        stream: bool = False,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Any,
    ) -> ChatCompletion | AsyncChatStream:
        """The answer to a conversation, or with `stream=True` its stream, already open.

        Args:
            request: the request as a whole; keywords are merged over it.
            stream: whether the answer is to come piece by piece; a `stream` in the request or in `extra_body` does not
                count beside it.
            timeout: seconds for connect, read, write and pool each, `TimeoutOptions`, or None for no limit.
            options: `RequestOptions` of this call.
            **changes: the request's members, and `extra_headers`, `extra_query`, `extra_body`.

        Raises:
            OpenRouterError: see `errors`.
            TypeError: a keyword that is none, messages that are no list.
        """
        operation = _operation("chat.send", request, changes, stream=stream)
        if stream:
            opening = self._sender.stream(operation, timeout=timeout, options=options)
            return cast("AsyncChatStream", await opening.__aenter__())
        return cast("ChatCompletion", await self._sender.send(operation, timeout=timeout, options=options))

    def stream(
        self,
        request: Body | None = None,
        /,
        *,
        timeout: Timeout = UNSET,
        options: Options | None = None,
        **changes: Unpack[Changes],
    ) -> AsyncChatStream:
        """The answer to a conversation, chunk by chunk; it opens on entry or when the first chunk is taken.

        Takes what `send` takes. See `streams.AsyncChatStream`.
        """
        operation = _operation("chat.stream", request, changes, stream=True)
        return cast("AsyncChatStream", self._sender.stream(operation, timeout=timeout, options=options))
