"""How the events of a stream are read: `EventProtocol`, which a service with a protocol of its own subclasses.

    class Tokens(EventProtocol[str]):
        sentinel = None                                     # no event ends the stream

        def read(self, event, decode):
            return event.data if event.event == "token" else None

        def is_last(self, item, event):
            return event.id == "last"

    with client.request_stream("POST", "/generate", json={...}, protocol=Tokens) as stream:
        for text in stream:
            print(text, end="")

`Behavior(protocol=Tokens)` in the `behaviors` of a service, or a row of `operations.toml`, applies it to an operation.
A protocol parses events, and does no I/O. It is a class of which each stream has an object, so that it may keep a state
in its attributes; an object without a state can be passed too, and is shared by all streams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from openrouterkit_runtime import UNSET, Behavior

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .accumulate import StreamAccumulator
    from .sse import ServerSentEvent

__all__ = ["AccumulatingProtocol", "ChatProtocol", "EventProtocol", "RawEvents", "build_chat_behavior"]

C_co = TypeVar("C_co", covariant=True)


class EventProtocol(Generic[C_co]):
    """The protocol of event streams in general. Every method can be overridden, and has a default.

    If a method raises an exception for an event, the stream fails: with the exception itself if it is an `SDKError`,
    otherwise with a `StreamError` whose cause it is.

    By default an event is read as the description of the operation declares it: JSON that is decoded, or text. `[DONE]`
    ends the stream, unless the description declares another end. So does the end of the body, as HTTP declares it: a
    body that is cut off, by its `Content-Length` or its chunked encoding, is never complete. If events have `choices`
    like those of chat, each choice needs a finish reason, too. Errors are found by their event name or their members.

    Attributes:
        sentinel: The data of the event that ends the stream, which is not an item; None if there is no such event.
            Unset: what the description declares, or else `[DONE]`.
        ends_when_closed: True if a stream is complete when its body ends as HTTP declares it; False if it needs its
            sentinel, its last item (`is_last`) or the finish reasons of all choices. Unset: True, unless the
            description declares a sentinel.
    """

    sentinel: ClassVar[str | None] = UNSET
    ends_when_closed: ClassVar[bool] = UNSET

    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> C_co | None:
        """Return the item of an event; None if the event is not an item.

        Args:
            event: The event; `event.event` is its name, `event.data` its text, `event.json()` the parsed data.
            decode: Decodes an event, or a JSON value from it, as the description of the operation declares it.

        Raises:
            DecodeError: `event.json()` raised it. The stream fails with a `StreamError`.
        """
        item: C_co | None = decode(event)
        return item

    def find_error(self, event: ServerSentEvent) -> Mapping[str, Any] | str | bytes | None:
        """Return the error that an event reports, as JSON or as its text; None if it reports none.

        By default, an event is an error if its name is "error", or if its data is a JSON object with an `error`, with
        the type "error" or "response.failed", with the object "error", or with the `detail` of a validation error.

        Args:
            event: The event.
        """
        from ._errors.error_events import is_error_event

        return event.data_bytes if is_error_event(event) else None

    def is_last(self, item: Any, event: ServerSentEvent) -> bool:  # noqa: ARG002 - overridden
        """Return True if an item ends the stream; it is delivered as the last one.

        Args:
            item: What `read` returned, never None.
            event: The event of the item.
        """
        return False

    def make_accumulator(self) -> StreamAccumulator | None:
        """Return a new accumulator, which builds the result of the stream; None if its items have no result."""
        return None


class AccumulatingProtocol(EventProtocol[C_co]):
    """The protocol of event streams whose items add up to a result. Subclasses define `make_accumulator`.

    It differs from `EventProtocol` for type checkers only: `client.request_stream` returns a `ResultStream`.
    """

    def make_accumulator(self) -> StreamAccumulator:
        """Return a new accumulator, which builds the result of the stream."""
        raise NotImplementedError(f"{type(self).__name__} must define make_accumulator()")


class RawEvents(EventProtocol["ServerSentEvent"]):
    """The protocol of `client.request_stream`: every item is the `ServerSentEvent` itself."""

    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> ServerSentEvent:
        """Return the event. See `EventProtocol.read` for the arguments."""
        if b'"choices"' in event.data_bytes:
            decode(event)  # notes their finish reasons, without which the stream is not complete
        return event


class ChatProtocol(AccumulatingProtocol[C_co]):
    """The protocol of chat: chunks with `choices`, whose deltas add up to a completion. See `accumulate.Accumulator`.

    A stream is complete once `[DONE]` was received, or when the body ends as HTTP declares it and every choice has a
    finish reason. Events that are not JSON objects are ignored.
    """

    sentinel = "[DONE]"
    ends_when_closed = False

    def make_accumulator(self) -> StreamAccumulator:
        """Return a new accumulator of chat chunks."""
        from .accumulate import Accumulator

        return Accumulator()


def build_chat_behavior(*, result: Any, chunk: Any, **changes: Any) -> Behavior:
    """Return the behavior of an operation that is chat, for the `behaviors` of a service.

        class Reply(Completion[models.Message], models.ChatReply): ...

        class ReplyChunk(Chunk[models.Delta], models.ChatReplyChunk): ...

        Service("Acme", ..., behaviors={"createChat": build_chat_behavior(result=Reply, chunk=ReplyChunk)})

    Args:
        result: The class of a completion: a subclass of `results.Completion` and of the contract's model.
        chunk: The class of a chunk: a subclass of `results.Chunk` and of the contract's model.
        changes: Further attributes of `Behavior`, which replace those of chat.
    """
    chat: dict[str, Any] = {
        "protocol": ChatProtocol,
        "stream": "openrouterkit.streams:ChatStream",
        "async_stream": "openrouterkit.streams:AsyncChatStream",
        "required_member": "choices",
    }
    return Behavior(result=result, chunk=chunk, **{**chat, **changes})
