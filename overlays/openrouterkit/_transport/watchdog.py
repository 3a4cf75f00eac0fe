"""One daemon thread a process that ends sync reads at an exact moment, by shutting their socket down.

A blocking read wakes for nothing else: httpx fixes a read's limit when the body starts, and closing a response from
another thread leaves the reader where it is.
"""

from __future__ import annotations

import math
import os
import threading
import time
from typing import Final

from .sockets import Watch, shut_down

# How often a watch is looked at whose moment has come before its connection was made, in seconds.
_POLL: Final = 0.02


class Watchdog:
    """The thread and what it watches. Use the module's `watchdog`."""

    def __init__(self) -> None:
        self.start_over()

    def start_over(self) -> None:
        """Forget thread and watches, as a forked child must: the thread does not live on in it."""
        self._watches: set[Watch] = set()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wakes_at = math.inf

    def watch(self, watch: Watch, at: float) -> None:
        """Shut the watch's socket down at that moment, unless it is moved or released before."""
        watch.at = at
        # Later moments need no waking: the thread finds them when it next looks.
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
        """Watch no longer; does nothing where the watch is not on."""
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
                        self._wakes_at = min(self._wakes_at, now + _POLL)
                    else:
                        watch.fired = True
                        shut_down(watch.sock)
                self._changed.wait(None if self._wakes_at == math.inf else self._wakes_at - now)


watchdog = Watchdog()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=watchdog.start_over)
