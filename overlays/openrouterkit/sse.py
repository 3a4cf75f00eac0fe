"""Decodes server-sent events from bytes, by the rules of the WHATWG "event stream" format, without I/O.

    decoder = Decoder()
    for data in network_reads:
        for event in decoder.feed(data):
            ...
    decoder.end()

The events do not depend on how the bytes are split into reads. The run time is linear in the number of bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Decoder", "ServerSentEvent"]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CR = ord("\r")  # an int: `int in bytes` is several times faster than `bytes in bytes`
_MAX_RETRY_DIGITS = 18  # longer numbers are not meaningful, and int() raises for thousands of digits


class ServerSentEvent:  # noqa: PLW1641 - mutable, so not hashable
    """One event of a stream.

    Attributes:
        data_bytes: The values of the `data` lines, joined with line feeds, as UTF-8 bytes.
        event: The event name; "message" if the stream does not set one.
        id: The last event id that the stream has set so far; None before the first.
        retry: The reconnection time in milliseconds; None if this event does not set it.
    """

    __slots__ = ("data_bytes", "event", "id", "retry")

    def __init__(
        self,
        data_bytes: bytes,
        event: str = "message",
        id: str | None = None,  # noqa: A002 - the name in the standard
        retry: int | None = None,
    ) -> None:
        self.data_bytes = data_bytes
        self.event = event
        self.id = id
        self.retry = retry

    @property
    def data(self) -> str:
        """The data as text, decoded on each access; invalid UTF-8 becomes U+FFFD."""
        return self.data_bytes.decode("utf-8", "replace")

    def encode(self) -> bytes:
        """Return the event as bytes of an event stream, from which a `Decoder` reads it again."""
        head = b"" if self.event == "message" else b"event: %s\n" % self.event.encode()
        head += b"" if self.id is None else b"id: %s\n" % self.id.encode()
        head += b"" if self.retry is None else b"retry: %d\n" % self.retry
        return b"%b%b\n" % (head, b"".join(b"data: %b\n" % line for line in self.data_bytes.split(b"\n")))

    def json(self) -> Any:
        """Return the data parsed as JSON, anew at each call.

        Raises:
            DecodeError: The data is not JSON.
        """
        import openrouterkit_api
        from openrouterkit_runtime.json import decode

        from .errors import DecodeError

        try:
            return decode(self.data)
        except openrouterkit_api.DecodeError as error:
            problem = str(error)
        # Raised outside the except block: a traceback of the context would contain the data.
        raise DecodeError(f"the data of an event is not JSON: {problem}", self.data)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ServerSentEvent):
            return NotImplemented
        return (self.data_bytes, self.event, self.id, self.retry) == (
            other.data_bytes,
            other.event,
            other.id,
            other.retry,
        )

    def __repr__(self) -> str:
        return f"ServerSentEvent(data={self.data!r}, event={self.event!r}, id={self.id!r}, retry={self.retry!r})"


class Decoder:
    """Decodes the events of one stream from its bytes, which may be split anywhere.

    Args:
        on_comment: Called with the text of each comment line, without the colon and one leading space, as soon as the
            line is complete. Services send comments to keep a connection alive.
        sentinel: The data of the event that ends the stream, which `end` returns even if it is not terminated; None
            if the stream has no such event. Defaults to "[DONE]".
    """

    def __init__(self, *, on_comment: Callable[[str], object] | None = None, sentinel: str | None = "[DONE]") -> None:
        self.comments = 0
        """Number of comment lines so far."""
        self.retry: int | None = None
        """The last reconnection time that the stream has set, in milliseconds."""
        self._on_comment = on_comment
        self._sentinel = None if sentinel is None else sentinel.encode()
        self._skipped = _BYTE_ORDER_MARK  # skipped if the next bytes are these: the mark at the start, LF after a CR
        self._skipped_start = b""  # the beginning of `_skipped`, if a read ended inside it
        self._line = bytearray()  # the incomplete line
        self._id: str | None = None
        self._in_block = False
        self._data: list[bytes] = []
        self._size = 0  # bytes of the data lines of the incomplete event
        self._event = ""
        self._block_retry: int | None = None

    @property
    def pending(self) -> int:
        """Number of buffered bytes: those of the incomplete event and of the incomplete line."""
        return self._size + len(self._line)

    @property
    def is_inside_event(self) -> bool:
        """True if the bytes so far end inside an event that has data, or inside a line that is not a comment."""
        return bool(self._data) or bytes(self._line.strip()[:1]) not in (b"", b":")

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """Return the events that these bytes complete, in order."""
        lines = self._split_complete_lines(data)
        if not self._in_block and lines.startswith(b"data: ") and lines.endswith(b"\n\n"):
            blocks = lines[6:-2].split(b"\n\ndata: ")
            if lines.count(b"\n") == 2 * len(blocks):  # fast path: each event is one data line
                last_id = self._id
                return [ServerSentEvent(block, "message", last_id) for block in blocks]
        return self._parse_lines(lines) if lines else []

    def end(self) -> list[ServerSentEvent]:
        """Return the event that the end of the stream completes: the sentinel, or no event.

        The standard requires an empty line after each event; only the sentinel is accepted without it, and without a
        line ending. Afterwards the decoder accepts the bytes of a new connection; it keeps the last event id.
        """
        if self._line.startswith(b"data:"):
            self._parse_field(bytes(self._line))
        last = self._end_block()
        self._line.clear()
        self._skipped, self._skipped_start = _BYTE_ORDER_MARK, b""
        return [last] if last is not None and last.data_bytes == self._sentinel else []

    def _split_complete_lines(self, data: bytes) -> bytes:
        """Return the lines that the data completes, each ending in LF; buffer the incomplete line."""
        if self._skipped:
            data = self._remove_skipped(data)
        if _CR in data:
            self._skipped = b"\n" if data.endswith(b"\r") else b""
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = data.rfind(b"\n") + 1
        if not self._line and end == len(data):
            return data
        if not end:
            self._line += data
            return b""
        lines = b"".join((self._line, data[:end]))
        self._line[:] = data[end:]
        return lines

    def _remove_skipped(self, data: bytes) -> bytes:
        """Return the data without the byte order mark, or without the LF of a CR LF that two reads split."""
        data = self._skipped_start + data
        if len(data) < len(self._skipped) and self._skipped.startswith(data):
            self._skipped_start = data
            return b""
        data = data.removeprefix(self._skipped)
        self._skipped = self._skipped_start = b""
        return data

    def _parse_lines(self, lines: bytes) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        for line in lines[:-1].split(b"\n"):
            if not line:
                event = self._end_block()
                if event is not None:
                    events.append(event)
            elif line.startswith(b":"):
                self._parse_comment(line)
            else:
                self._parse_field(line)
        return events

    def _parse_comment(self, line: bytes) -> None:
        self.comments += 1
        if self._on_comment is not None:
            self._on_comment(line[1:].removeprefix(b" ").decode("utf-8", "replace"))

    def _parse_field(self, line: bytes) -> None:
        self._in_block = True
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(line)  # the whole line, so that empty data lines count too
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= _MAX_RETRY_DIGITS:
            self.retry = self._block_retry = int(value)

    def _end_block(self) -> ServerSentEvent | None:
        """Reset the state of the current block, and return its event; None if the block has no data."""
        if not self._in_block:
            return None
        event = None
        if self._data:
            event = ServerSentEvent(b"\n".join(self._data), self._event or "message", self._id, self._block_retry)
        self._in_block = False
        self._data = []
        self._size = 0
        self._event = ""
        self._block_retry = None
        return event
