"""Ends sync reads at an exact time: one daemon thread per process shuts their sockets down.

Nothing else wakes a blocking read. httpx sets the read timeout once, when the body starts, and closing a
response in another thread does not wake the reader.
"""

from __future__ import annotations

import math
import threading
import time
from typing import TYPE_CHECKING, Final

from .forks import register
from .sockets import shut_down

if TYPE_CHECKING:
    from .exchanges import OpenExchange

# Interval in seconds at which expired exchanges are checked again while their connection is being opened.
_POLL_INTERVAL: Final = 0.02


class Watchdog:
    """The thread, and the exchanges that it watches. Use `watchdog` of this module."""

    def __init__(self) -> None:
        self.reset_after_fork()
        register(self)

    def reset_after_fork(self) -> None:
        """Remove the thread, which a forked child does not inherit, and all exchanges."""
        self._watched: set[OpenExchange] = set()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wakes_at = math.inf

    def watch(self, exchange: OpenExchange, at: float) -> None:
        """Shut the socket of an exchange down at a monotonic time, unless it is watched anew or released before."""
        exchange.at = at
        # No need to wake the thread for a later time: it reads `exchange.at` when it wakes.
        if exchange in self._watched and at >= self._wakes_at:
            return
        with self._changed:
            if not self._has_thread():
                return
            self._watched.add(exchange)
            if at < self._wakes_at:
                self._changed.notify()

    def _has_thread(self) -> bool:
        """Start the thread if there is none. Return False where no thread can be started, as in functions of `atexit`.

        There, the timeouts of the socket remain.
        """
        if self._thread is None:
            thread = threading.Thread(target=self._run, name="openrouterkit-watchdog", daemon=True)
            try:
                thread.start()
            except RuntimeError:
                return False
            self._thread = thread
        return True

    def release(self, exchange: OpenExchange) -> None:
        """Stop watching; do nothing if the exchange is not watched."""
        exchange.at = math.inf
        if exchange in self._watched:
            with self._changed:
                self._watched.discard(exchange)

    def _run(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                self._wakes_at = math.inf
                for exchange in self._watched:
                    if exchange.fired:
                        continue
                    if exchange.at > now:
                        self._wakes_at = min(self._wakes_at, exchange.at)
                    elif exchange.sock is None:
                        self._wakes_at = min(self._wakes_at, now + _POLL_INTERVAL)
                    else:
                        exchange.fired = True
                        shut_down(exchange.sock)
                self._changed.wait(None if self._wakes_at == math.inf else self._wakes_at - now)


watchdog = Watchdog()
