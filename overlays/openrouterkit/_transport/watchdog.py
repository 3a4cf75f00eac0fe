"""Ends sync reads at an exact time: one daemon thread per process shuts their sockets down.

Nothing else wakes a blocking read. httpx sets the read timeout once, when the body starts, and closing a
response in another thread does not wake the reader.
"""

from __future__ import annotations

import math
import os
import threading
import time
from typing import Final

from .sockets import Watch, shut_down

# Interval in seconds at which expired watches are checked again while their connection is being opened.
_POLL_INTERVAL: Final = 0.02


class Watchdog:
    """The thread and its watches. Use `watchdog` of this module."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Remove the thread and all watches; runs in a forked child process, which does not inherit the thread."""
        self._watches: set[Watch] = set()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wakes_at = math.inf

    def watch(self, watch: Watch, at: float) -> None:
        """Shut the socket of the watch down at a monotonic time, unless the watch is changed or released before."""
        watch.at = at
        # No need to wake the thread for a later time: it reads `watch.at` when it wakes.
        if watch in self._watches and at >= self._wakes_at:
            return
        with self._changed:
            self._watches.add(watch)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="openrouterkit-watchdog", daemon=True)
                self._thread.start()
            if at < self._wakes_at:
                self._changed.notify()

    def release(self, watch: Watch) -> None:
        """Stop watching; do nothing if the watch is not registered."""
        watch.at = math.inf
        if watch in self._watches:
            with self._changed:
                self._watches.discard(watch)

    def _run(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                self._wakes_at = math.inf
                for watch in self._watches:
                    if watch.fired:
                        continue
                    if watch.at > now:
                        self._wakes_at = min(self._wakes_at, watch.at)
                    elif watch.sock is None:
                        self._wakes_at = min(self._wakes_at, now + _POLL_INTERVAL)
                    else:
                        watch.fired = True
                        shut_down(watch.sock)
                self._changed.wait(None if self._wakes_at == math.inf else self._wakes_at - now)


watchdog = Watchdog()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=watchdog.reset)
