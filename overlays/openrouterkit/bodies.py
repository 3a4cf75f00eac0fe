"""Open answers: what is read from them, and how that is ended from elsewhere."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from .errors import DecodeError
from .watchdog import Watch, shut_down

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx


class Body:
    """An open answer: what is read from it next, and the means to end that from elsewhere."""

    __slots__ = ("answer", "closed", "pieces", "reading", "started", "watch")

    def __init__(self, answer: httpx.Response, watch: Watch) -> None:
        self.answer = answer
        self.watch = watch
        self.pieces: Any = None
        self.started = False
        self.closed = False
        self.reading = threading.Lock()

    def wake(self) -> None:
        """Have whoever reads find the end now."""
        shut_down(socket_of(self.answer))


def socket_of(answer: httpx.Response) -> Any:
    """The socket an answer comes from; None where there is none, or where it carries other calls too."""
    stream = answer.extensions.get("network_stream")
    if stream is None or answer.extensions.get("http_version") == b"HTTP/2":
        return None
    return stream.get_extra_info("socket")


def pieces(answer: httpx.Response) -> Iterator[bytes]:
    """What is read from an answer, decompressed.

    Raises:
        DecodeError: it is compressed in a way that cannot be undone here.
    """
    _check_encoding(answer)
    # Past httpx's own layers where there is nothing to decode: they cost more than the reading.
    stream: Any = answer.iter_bytes() if "content-encoding" in answer.headers else answer.stream
    return iter(stream)


def apieces(answer: httpx.Response) -> AsyncIterator[bytes]:
    """What is read from an answer in async code. See `pieces`."""
    _check_encoding(answer)
    stream: Any = answer.aiter_bytes() if "content-encoding" in answer.headers else answer.stream
    return aiter(stream)


def _check_encoding(answer: httpx.Response) -> None:
    stated = answer.headers.get("content-encoding")
    if not stated:
        return
    offered = answer.request.headers.get("accept-encoding", "")
    asked_for = {name.partition(";")[0].strip() for name in offered.lower().split(",")}
    for name in (part.strip() for part in stated.lower().split(",")):
        if name not in asked_for and name not in ("", "identity", "gzip", "deflate"):
            raise DecodeError(f"the body is encoded as {name[:40]!r}, which was not asked for and cannot be read")
