"""Recording of a response while the client reads it: `ResponseRecorder`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from .._transport.decompression import Decompressor, parse_content_encoding
from ..sse import Decoder
from .exchange_files import CLOSED, RecordedExchange, describe_body, describe_headers
from .json_texts import decode_exactly

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..sse import ServerSentEvent
    from .secrets import Secrets

_DIGITS = 3
"""Decimals of recorded times: milliseconds."""


class ResponseRecorder:
    """Records one response, and passes the exchange on at its end.

    Args:
        path: The file to write.
        request: The request as in the file.
        secrets: The secrets of the request.
        save: A function that saves the exchange. It may run during garbage collection, if the response was dropped.
    """

    def __init__(
        self, path: Path, request: dict[str, Any], secrets: Secrets, save: Callable[[RecordedExchange], None]
    ) -> None:
        self._path = path
        self._request = request
        self._secrets = secrets
        self._save = save
        self._sent_at = self._started_at = time.monotonic()
        self._response: dict[str, Any] = {}
        self._kind = ""
        self._decompressor: Decompressor | None = None
        self._body = bytearray()
        self._events: _EventRecorder | None = None
        self._ended = False

    def start(self, status: int, headers: list[tuple[str, str]]) -> None:
        """Receive the status and the headers."""
        self._started_at = time.monotonic()
        described = describe_headers(headers, self._secrets)
        self._kind = described.get("content-type", "")
        elapsed = round(self._started_at - self._sent_at, _DIGITS)
        self._response = {"status": status, "headers": described, "elapsed": elapsed}
        names = [value for name, value in headers if name.lower() == "content-encoding"]
        encoding = parse_content_encoding(", ".join(names))
        self._decompressor = None if encoding is None else Decompressor(encoding)
        if self._kind.startswith("text/event-stream"):
            self._events = _EventRecorder(self._secrets)

    def feed(self, data: bytes) -> None:
        """Receive bytes of the body, as they were sent."""
        pieces = [data] if self._decompressor is None else self._decompressor.feed(data)
        for piece in pieces:
            if self._events is None:
                self._body += piece
            else:
                self._events.feed(piece, round(time.monotonic() - self._started_at, _DIGITS))

    def end(self, error: BaseException | None = None) -> None:
        """Receive the end of the body, and save the exchange."""
        if error is None:
            self._finish(None)
        else:
            self._finish({"error": type(error).__name__, "message": self._secrets.hide_text(str(error))})

    def close(self) -> None:
        """Receive that the client has closed the response before its end, and save what it had read."""
        self._finish(None if self._is_whole() else CLOSED)

    def _is_whole(self) -> bool:
        """Return True if the client has read to the event that ends the stream, which is where clients stop."""
        return self._events is not None and self._events.is_done

    def _finish(self, ended: Any) -> None:
        if self._ended:
            return
        self._ended = True
        if self._events is not None:
            self._response["events"] = self._events.finish()
        else:
            self._describe_body(bytes(self._body))
        if ended is not None:
            self._response["ended"] = ended
        self._save(RecordedExchange(self._path, self._request, self._response))

    def _describe_body(self, body: bytes) -> None:
        """Add a body that was received whole; the headers may repeat a secret that it brings."""
        secrets = self._secrets.with_received(decode_exactly(body))
        headers = self._response["headers"]
        self._response["headers"] = {name: secrets.hide_text(value) for name, value in headers.items()}
        self._response.update(describe_body(body, self._kind, secrets))


class _EventRecorder:
    """Records the events and comments of one stream, with their times.

    Args:
        secrets: The secrets of the request.
    """

    def __init__(self, secrets: Secrets) -> None:
        self.is_done = False
        self._secrets = secrets
        self._comments: list[str] = []
        self._decoder = Decoder(on_comment=self._comments.append)
        self._events: list[dict[str, Any]] = []
        self._rest = bytearray()
        self._id: str | None = None
        self._at = 0.0

    def feed(self, data: bytes, at: float) -> None:
        """Receive bytes at a time in seconds."""
        self._at = at
        # One line at a time, so that comments and events keep their order.
        for line in data.splitlines(keepends=True):
            self._rest += line
            events = self._decoder.feed(line)
            for comment in self._comments:
                self._events.append({"at": at, "comment": self._secrets.hide_text(comment)})
            self._events += [self._describe(event) for event in events]
            if events or self._comments:
                self._rest.clear()
            self._comments.clear()

    def finish(self) -> list[dict[str, Any]]:
        """Return the events. Bytes at the end that are no whole event are the last one."""
        rest = bytes(self._rest).strip()
        if rest:
            self._events.append({"at": self._at, "raw": self._secrets.hide_text(rest.decode("utf-8", "replace"))})
        return self._events

    def _describe(self, event: ServerSentEvent) -> dict[str, Any]:
        self.is_done = self.is_done or event.data_bytes == b"[DONE]"
        described: dict[str, Any] = {"at": self._at}
        if event.event != "message":
            described["event"] = event.event
        if event.id is not None and event.id != self._id:
            described["id"] = self._id = event.id
        if event.retry is not None:
            described["retry"] = event.retry
        value = decode_exactly(event.data_bytes)
        if value is None:
            return {**described, "data": self._secrets.hide_text(event.data)}
        return {**described, "json": self._secrets.hide_json(value)}
