"""Parsers of streams with an `EventProtocol`: they keep the event of each item, and read text as well as JSON."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from .._errors.error_message import decode_body
from ..errors import ConfigurationError, DecodeError, SDKError, StreamError
from ..event_protocols import EventProtocol
from ..sse import Decoder, ServerSentEvent
from .accumulating_parser import AccumulatingParser
from .parser import StreamParser

if TYPE_CHECKING:
    from collections.abc import Mapping

C = TypeVar("C")

_OBJECT_START: Final = b"{"


class ProtocolParser(StreamParser[C]):
    """Parses a stream as a protocol defines, and keeps the event of each item. See `StreamParser`.

    Args:
        arguments: Those of the base class.
        protocol: The protocol of the stream.
        data: What the description declares the data of an event to be; see `Events`.
        objects_only: True to ignore events that are not JSON objects.
        settings: Further arguments of the base class.
    """

    def __init__(
        self,
        *arguments: Any,
        protocol: EventProtocol[Any],
        data: Literal["object", "text", "any"] = "object",
        objects_only: bool = False,
        **settings: Any,
    ) -> None:
        super().__init__(*arguments, **settings)
        if protocol.sentinel is None:  # not even [DONE] ends the stream
            self._decoder = Decoder(on_comment=settings.get("on_keepalive"), sentinel=None)
        self._protocol = protocol
        self._ending = None if protocol.sentinel is None else self._sentinel or b"[DONE]"
        self._data = data
        self._objects_only = objects_only
        self._reads_by_default = not is_overridden(protocol, "read", "find_error")
        self._has_last_items = is_overridden(protocol, "is_last")
        self._events: deque[ServerSentEvent] = deque()  # of the items that were not delivered, in order

    def deliver(self, item: C) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]  # a method is callable, too
        """Record the event of an item that is delivered."""
        del item
        with suppress(IndexError):  # another thread has closed the stream
            self.event = self._events.popleft()

    def discard(self) -> None:
        """Drop the items that were not taken, because the stream is closed."""
        super().discard()
        self._events.clear()

    def _handle_event(self, event: ServerSentEvent) -> None:
        item: Any = None
        if event.data_bytes.strip() == self._ending:
            self._finish()
        elif self._reads_by_default:
            item = self._read_as_declared(event)
        else:
            item = self._read_by_protocol(event)
        if item is None or self.done:
            self._blank_events += 1
            return
        is_last = self._has_last_items and self._is_last(item, event)
        if self.failure is not None:
            return
        if is_last:
            self._may_end = self._has_finish_reason = True
        self._events.append(event)
        self._append(item)
        if is_last:
            self._finish()

    def _read_by_protocol(self, event: ServerSentEvent) -> Any:
        """Return the item that the protocol reads; None if there is none, or the event is an error."""
        method = "find_error"
        try:
            error = self._find_error(event)
            if error is None:
                method = "read"
                return self._protocol.read(event, self._decode_for_protocol)
        except Exception as raised:  # noqa: BLE001 - of the protocol
            self._fail_by_exception(raised, method, event)
        else:
            self._fail(self._errors.build_api_error(_encode_error(error)))
        return None

    def _find_error(self, event: ServerSentEvent) -> Mapping[str, Any] | str | bytes | None:
        """Return the error that an event reports by the rules of the service or of the protocol; None if none."""
        if self._reads_own_errors and self._is_own_error(event, decode_body(event.data_bytes)):
            return event.data_bytes
        return self._protocol.find_error(event)

    def _is_last(self, item: Any, event: ServerSentEvent) -> bool:
        """Return True if an item ends the stream by the rules of the protocol."""
        try:
            return self._protocol.is_last(item, event)
        except Exception as raised:  # noqa: BLE001 - of the protocol
            self._fail_by_exception(raised, "is_last", event)
            return False

    def _fail_by_exception(self, raised: Exception, method: str, event: ServerSentEvent) -> None:
        """Fail the stream because a method of the protocol raised an exception for an event."""
        if self.failure is not None:  # decoding the event has failed before
            return
        failure: SDKError
        if isinstance(raised, DecodeError):
            failure = self._errors.build_stream_error(f"invalid event in the stream: {raised}", event.data)
        elif isinstance(raised, SDKError):
            failure = raised
        else:
            failure = self._build_protocol_error(method, raised, event)
        self._fail(failure)

    def _build_protocol_error(self, method: str, cause: Exception, event: ServerSentEvent) -> StreamError:
        """Return the error for an exception of the protocol."""
        cause.args = tuple(self._redact(part) if isinstance(part, str) else part for part in cause.args)
        name = f"{type(self._protocol).__qualname__}.{method}"
        reason = f"{type(cause).__name__}: {cause}".removesuffix(": ")
        error = self._errors.build_stream_error(
            f"{name} raised {reason}; let it return {'False' if method == 'is_last' else 'None'} for events that it "
            f"does not expect",
            event.data,
        )
        error.__cause__ = cause
        return error

    def _redact(self, text: str) -> str:
        return self._errors.redact(text.encode("utf-8", "backslashreplace")).decode()

    def _decode_for_protocol(self, value: Any) -> Any:
        """Return the item of an event or a JSON value, as the description declares it; see `EventProtocol.read`."""
        if isinstance(value, ServerSentEvent):
            if self._data == "text":
                return value.data or None
            value = self._parse(value)
        if value.__class__ is dict and value.get("choices").__class__ is list:
            self._record_choices(value["choices"])
        return value if value is None else self._decode_item(value)

    def _read_as_declared(self, event: ServerSentEvent) -> Any:
        """Return the item of an event as the description declares it; None if there is none, or it is an error."""
        if self._data == "text":
            error = self._find_error(event)
            if error is None:
                return event.data or None
            self._fail(self._errors.build_api_error(_encode_error(error)))
            return None
        value = self._parse(event)
        if value.__class__ is not dict:
            if value is None or self._objects_only:
                return None
            if self._reads_own_errors and self._is_own_error(event, value):
                self._fail(self._errors.build_api_error(event.data_bytes))
                return None
            return self._decode_item(value)
        if not self._is_error(value, event):
            return self._decode_item(value)
        if self._objects_only:
            self._handle_error(event, value)
        else:
            self._fail(self._errors.build_api_error(event.data_bytes))
        return None

    def _parse(self, event: ServerSentEvent) -> Any:
        """Return the data of an event as JSON, or as text; None if it has none, or should be JSON and is not."""
        try:
            return self._decode(event.data_bytes)
        except self._decode_errors:
            pass
        from openrouterkit_api import DecodeError as InvalidJsonError
        from openrouterkit_runtime.json import decode as decode_json

        try:
            return decode_json(event.data)
        except InvalidJsonError as error:
            data = event.data_bytes.strip()
            is_json = data[:1] == _OBJECT_START or (self._data == "object" and event.event == "message")
            if event.event == "error" or self._is_own_error(event, None):
                self._fail(self._errors.build_api_error(event.data_bytes))
            elif data and is_json:
                self._fail(
                    self._errors.build_stream_error(f"invalid JSON in an event of the stream: {error}", event.data)
                )
            elif data:
                return event.data
            return None


class AccumulatingProtocolParser(ProtocolParser[C], AccumulatingParser[C]):
    """Parses a stream as a protocol defines, and accumulates its items. See `AccumulatingParser`.

    Args:
        arguments: Those of the base classes.
        timed: The class of the chunks that have times, and know whether they are the last; () if there is none.
        settings: Further arguments of the base classes.
    """

    def __init__(self, *arguments: Any, timed: type[Any] | tuple[()], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._timed = timed

    def deliver(self, item: C) -> None:
        """Record the event of an item that is delivered, and accumulate the item."""
        super().deliver(item)
        self._accumulator.add(item)

    def _append(self, item: C) -> None:
        if isinstance(item, self._timed):
            super()._append(item)
            return
        if self._held is not None:
            self.ready.append(self._held)
            self._held = None
        self.ready.append(item)


def is_overridden(protocol: EventProtocol[Any], *names: str) -> bool:
    """Return True if a protocol overrides one of the methods of `EventProtocol`."""
    return any(
        name in vars(protocol) or getattr(type(protocol), name) is not getattr(EventProtocol, name) for name in names
    )


def make_protocol(protocol: Any) -> EventProtocol[Any]:
    """Return the protocol of one stream.

    Args:
        protocol: A protocol; a class or function that returns one; None for the general protocol.

    Raises:
        ConfigurationError: It is something else.
    """
    if protocol is None:
        return EventProtocol()
    made = protocol if isinstance(protocol, EventProtocol) else protocol() if callable(protocol) else None
    if isinstance(made, EventProtocol):
        return made
    raise ConfigurationError(
        f"protocol must be a subclass of EventProtocol, not {protocol!r:.100}: see openrouterkit.event_protocols"
    )


def _encode_error(error: Mapping[str, Any] | str | bytes) -> bytes:
    if isinstance(error, bytes):
        return error
    if isinstance(error, str):
        return error.encode("utf-8", "replace")
    from openrouterkit_runtime.json import encode

    return encode(error)
