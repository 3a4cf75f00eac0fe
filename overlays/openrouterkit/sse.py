"""Server-sent events out of bytes, by the rules of the WHATWG "event stream" format, without input or output.

    decoder = Decoder()
    for data in network_reads:
        for event in decoder.feed(data):
            ...
    decoder.end()

How the bytes are cut into reads makes no difference to the events, and the work is linear in the number of bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_RETURN = ord("\r")  # to look for a number in bytes is several times faster than to look for bytes
_LONGEST_RETRY = 18  # digits: more is no waiting time, and int() refuses thousands of them


class ServerSentEvent:  # noqa: PLW1641  # not hashable: attributes may be set
    """One event of a stream.

    `data_bytes`: what the `data` lines say, joined with a line feed, undecoded (UTF-8), ready for a JSON decoder.
    `event`: its name, "message" where the stream gives none. `id`: the last id the stream gave up to here, None before
    the first. `retry`: the reconnection time in milliseconds, where this event's own block states one.
    """

    __slots__ = ("data_bytes", "event", "id", "retry")

    def __init__(
        self,
        data_bytes: bytes,
        event: str = "message",
        id: str | None = None,  # noqa: A002  # the standard's word
        retry: int | None = None,
    ) -> None:
        self.data_bytes = data_bytes
        self.event = event
        self.id = id
        self.retry = retry

    @property
    def data(self) -> str:
        """The data as text; bytes that are not UTF-8 become U+FFFD. Decoded anew at each reading."""
        return self.data_bytes.decode("utf-8", "replace")

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
    """Turns the bytes of one event stream, however they are cut, into events.

    `on_comment`: called with the text of each comment line (without the colon and one leading space) as soon as the
    line is complete; services send comments to keep a connection alive. `sentinel`: the data that ends a stream even
    where its block is cut short ("[DONE]" by default, None for none); see `end`.
    """

    def __init__(self, *, on_comment: Callable[[str], object] | None = None, sentinel: str | None = "[DONE]") -> None:
        self.comments = 0
        """How many comment lines there have been."""
        self.retry: int | None = None
        """The reconnection time last stated, in milliseconds."""
        self._on_comment = on_comment
        self._sentinel = None if sentinel is None else sentinel.encode()
        self._skipped = _BYTE_ORDER_MARK  # what is skipped if it comes next: this at the start, or LF after a CR
        self._held = b""  # the part of it that came already
        self._rest = bytearray()  # the line that is not complete yet
        self._id: str | None = None
        self._in_block = False
        self._data: list[bytes] = []
        self._size = 0  # of the block's data lines
        self._event = ""
        self._block_retry: int | None = None

    @property
    def pending(self) -> int:
        """The bytes that are held of an event, or a line, that is not complete."""
        return self._size + len(self._rest)

    def feed(self, data: bytes) -> list[ServerSentEvent]:
        """The events that these bytes complete, in order; usually none or a few. An empty `data` gives none."""
        lines = self._complete_lines(data)
        if not self._in_block and lines.startswith(b"data: ") and lines.endswith(b"\n\n"):
            blocks = lines[6:-2].split(b"\n\ndata: ")
            if lines.count(b"\n") == 2 * len(blocks):  # nothing but blocks of one data line
                last_id = self._id
                return [ServerSentEvent(block, "message", last_id) for block in blocks]
        return self._read(lines) if lines else []

    def end(self) -> list[ServerSentEvent]:
        """The events that the end of the input completes: none, or the sentinel.

        A block without its empty line is not an event, as the standard has it; but data that is the sentinel needs no
        empty line, nor a line end. The decoder is at a beginning again afterwards, without a block or line begun.
        """
        if self._rest.startswith(b"data:"):
            self._read_field(bytes(self._rest))
        last = self._end_block()
        self._rest.clear()
        self._skipped, self._held = _BYTE_ORDER_MARK, b""
        return [last] if last is not None and last.data_bytes == self._sentinel else []

    def _complete_lines(self, data: bytes) -> bytes:
        """All lines that are complete now, each ending in one LF whatever it ended in before."""
        if self._skipped:
            data = self._skip(data)
        if _RETURN in data:
            self._skipped = b"\n" if data.endswith(b"\r") else b""
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = data.rfind(b"\n") + 1
        if not self._rest and end == len(data):
            return data
        if not end:
            self._rest += data
            return b""
        lines = b"".join((self._rest, data[:end]))
        self._rest[:] = data[end:]
        return lines

    def _skip(self, data: bytes) -> bytes:
        data = self._held + data
        if len(data) < len(self._skipped) and self._skipped.startswith(data):
            self._held = data
            return b""
        data = data.removeprefix(self._skipped)
        self._skipped = self._held = b""
        return data

    def _read(self, lines: bytes) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        for line in lines[:-1].split(b"\n"):
            if not line:
                event = self._end_block()
                if event is not None:
                    events.append(event)
            elif line.startswith(b":"):
                self._read_comment(line)
            else:
                self._read_field(line)
        return events

    def _read_comment(self, line: bytes) -> None:
        self.comments += 1
        if self._on_comment is not None:
            self._on_comment(line[1:].removeprefix(b" ").decode("utf-8", "replace"))

    def _read_field(self, line: bytes) -> None:
        self._in_block = True
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(line)  # which an empty one takes room for, too
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= _LONGEST_RETRY:
            self.retry = self._block_retry = int(value)

    def _end_block(self) -> ServerSentEvent | None:
        """The event of the block that ends here, None if it has no data."""
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
