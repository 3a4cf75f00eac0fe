"""Ending a flow that another thread drives."""

from __future__ import annotations

import threading
from typing import Protocol

from ..errors import IncompleteStreamError


class Interruptible(Protocol):
    """Something that a thread waits for, and that another thread can end."""

    def interrupt(self) -> None:
        """End the wait now, if somebody waits."""
        ...


class Cancellation:
    """Ends what a thread waits for in a flow, from another thread.

    The driver checks it around each effect. What blocks registers itself with `set_interruptible`.
    """

    __slots__ = ("_cancelled", "_changing", "_waited_for")

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._changing = threading.Lock()
        self._waited_for: Interruptible | None = None

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """End the current wait, and let no further effect begin."""
        self._cancelled.set()
        with self._changing:
            if self._waited_for is not None:
                self._waited_for.interrupt()

    def set_interruptible(self, waited_for: Interruptible | None) -> None:
        """Set what `cancel` interrupts, None for nothing; it is interrupted at once after a cancel."""
        with self._changing:
            self._waited_for = waited_for
            if waited_for is not None and self._cancelled.is_set():
                waited_for.interrupt()

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds, or until `cancel`."""
        self._cancelled.wait(seconds)

    def build_error(self) -> IncompleteStreamError:
        """The error that ends the flow."""
        return IncompleteStreamError("the stream was closed before it was open")
