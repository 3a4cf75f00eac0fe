"""Cancellation of a flow that another thread drives."""

from __future__ import annotations

import threading
from typing import Protocol

from ..errors import IncompleteStreamError


class Interruptible(Protocol):
    """A blocking operation that another thread can interrupt."""

    def interrupt(self) -> None:
        """Wake up the thread that is blocked on this operation, if any."""
        ...


class Cancellation:
    """Cancels a flow from another thread, and interrupts the operation that the flow is blocked on.

    The driver checks `cancelled` around each effect. A blocking operation is registered by `set_interruptible`.
    """

    __slots__ = ("_cancelled", "_interruptible", "_lock")

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._interruptible: Interruptible | None = None

    @property
    def cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Interrupt the current operation, and prevent further effects from starting."""
        self._cancelled.set()
        with self._lock:
            if self._interruptible is not None:
                self._interruptible.interrupt()

    def set_interruptible(self, interruptible: Interruptible | None) -> None:
        """Set the operation that `cancel` interrupts; after `cancel` it is interrupted immediately.

        Args:
            interruptible: The operation; None if there is nothing to interrupt.
        """
        with self._lock:
            self._interruptible = interruptible
            if interruptible is not None and self._cancelled.is_set():
                interruptible.interrupt()

    def sleep(self, seconds: float) -> None:
        """Sleep until the time is over or `cancel` is called."""
        self._cancelled.wait(seconds)

    def build_error(self) -> IncompleteStreamError:
        """Return the error to raise from a cancelled flow."""
        return IncompleteStreamError("the stream was closed before it was open")
