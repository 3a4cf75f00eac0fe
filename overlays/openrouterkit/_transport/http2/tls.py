"""Lets threads read and write one TLS connection at the same time, which OpenSSL does not support."""

from __future__ import annotations

import selectors
import threading
import time
from contextlib import suppress
from typing import Any, Final

_INSTANT: Final = 0.001
"""Seconds for which a read or write may hold the lock if it cannot go on."""

_RECORD: Final = 16384
"""Bytes of a TLS record: OpenSSL writes a record as a whole, so one that was started can be written again."""

_Selector: Final[Any] = getattr(selectors, "PollSelector", selectors.SelectSelector)


class LockedTlsStream:
    """A stream of sync httpcore with a lock around reads and writes; no thread holds it while it waits for the peer.

    Args:
        stream: The stream, whose socket is an `ssl.SSLSocket`.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._sock = stream.get_extra_info("socket")
        self._lock = threading.Lock()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the bytes received; wait for them, if there are none."""
        data: bytes = self._retry(self._stream.read, max_bytes, selectors.EVENT_READ, timeout)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        for start in range(0, len(buffer), _RECORD):
            self._retry(self._stream.write, buffer[start : start + _RECORD], selectors.EVENT_WRITE, timeout)

    def _retry(self, function: Any, argument: Any, event: int, timeout: float | None) -> Any:
        end = None if timeout is None else time.monotonic() + timeout
        while True:
            with self._lock:
                try:
                    return function(argument, _INSTANT)
                except Exception as error:
                    if not isinstance(error.__cause__, TimeoutError) or (end is not None and time.monotonic() >= end):
                        raise
            with suppress(ValueError, OSError), _Selector() as selector:  # the socket is closed: the next try raises
                selector.register(self._sock, event)
                selector.select(None if end is None else max(end - time.monotonic(), 0))
