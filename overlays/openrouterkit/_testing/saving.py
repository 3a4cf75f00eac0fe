"""Saves recorded exchanges, in place of the recordings that were in the folder before: `Saving`."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from .exchange_files import CassetteError, RecordedExchange

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Saving:
    """Writes the files of exchanges, and deletes the old files when the first exchange has ended.

    A wrong key, or a service that is down, must not destroy recordings. So as long as the service sends only errors,
    while the old files have results, the exchanges are kept here.

    Args:
        old: The files to replace.
    """

    def __init__(self, old: Iterable[Path] = ()) -> None:
        self._old = tuple(old)
        self._waits = any(map(_has_result, self._old))
        self._ended: deque[RecordedExchange] = deque()
        # Reentrant, as a response that is dropped is saved by the garbage collector, which may run in `save` itself.
        self._lock = threading.RLock()

    def save(self, exchange: RecordedExchange) -> None:
        """Write the file of an exchange, or keep the exchange until the service sends a result."""
        with self._lock:
            self._ended.append(exchange)
            self._waits = self._waits and not exchange.has_result
            while self._ended and not self._waits:
                exchange = self._ended.popleft()
                exchange.save()
                old, self._old = self._old, ()
                for path in old:
                    if path != exchange.path:
                        path.unlink(missing_ok=True)


def _has_result(path: Path) -> bool:
    try:
        return RecordedExchange.load(path).has_result
    except CassetteError:  # nothing is lost with a file that cannot be replayed
        return False
