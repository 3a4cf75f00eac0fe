"""Runs functions outside of garbage collection, where a function must not wait for a lock: `Background`."""

from __future__ import annotations

import atexit
import logging
import threading
import weakref
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Background"]

_logger: Final = logging.getLogger("openrouterkit.middleware")


class Background:
    """Runs functions that were added during garbage collection: in a thread, with the next call, or at exit."""

    def __init__(self) -> None:
        self._functions: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        weakref.finalize(self, self._functions.put, None).atexit = False  # ends the thread
        atexit.register(_run_at_exit, weakref.ref(self))

    def start(self) -> None:
        """Start the thread, unless it runs. Not during garbage collection, as this waits for locks."""
        if self._thread is None or not self._thread.is_alive():  # a forked process does not have it
            with self._lock:
                if self._thread is None or not self._thread.is_alive():
                    self._thread = threading.Thread(
                        target=_run_forever, args=(self._functions,), name="openrouterkit-middleware", daemon=True
                    )
                    self._thread.start()

    def add(self, function: Callable[[], None]) -> None:
        """Add a function; also during garbage collection."""
        self._functions.put(function)

    def run_added(self) -> None:
        """Run the functions that were added, in this thread."""
        while True:
            try:
                function = self._functions.get_nowait()
            except Empty:
                return
            _run(function)


def _run_forever(functions: SimpleQueue[Callable[[], None] | None]) -> None:
    while _run(functions.get()):
        pass


def _run(function: Callable[[], None] | None) -> bool:
    """Run a function; return False for None, which ends the thread."""
    if function is None:
        return False
    try:
        function()
    except Exception:
        _logger.exception("what a dropped stream reports was lost")
    return True


def _run_at_exit(reference: weakref.ref[Background]) -> None:
    background = reference()
    if background is not None:
        background.run_added()
