"""Runs blocking functions in a daemon thread, so that the calling thread can stop waiting for them.

Nothing wakes up a thread that resolves a host name, opens a connection, waits for the pool, or reads from a connection
that other requests share (HTTP/2).
"""

from __future__ import annotations

import math
import threading
import time
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from .exchanges import OpenExchange

R = TypeVar("R")


class _Task(Generic[R]):
    """A function in a thread, and the outcome for the thread that waits for it: a list of one result, or an error."""

    def __init__(self, function: Callable[[], R], discard: Callable[[R], Any]) -> None:
        self._function = function
        self._discard = discard
        self._lock = threading.Lock()
        self._abandoned = False
        self._outcomes: SimpleQueue[list[R] | BaseException] = SimpleQueue()

    def run(self) -> None:
        """Run the function; discard its result if nobody waits for it."""
        outcome: list[R] | BaseException
        try:
            outcome = [self._function()]
        except BaseException as error:  # noqa: BLE001 - raised in the thread that waits
            outcome = error
        with self._lock:
            if not self._abandoned:
                self._outcomes.put(outcome)
                return
        if isinstance(outcome, list):
            self._discard(outcome[0])

    def wake(self) -> None:
        """Stop the wait of the other thread."""
        self._outcomes.put(InterruptedError("interrupted by another thread"))

    def wait(self, seconds: float) -> list[R] | BaseException:
        """Return the outcome. If the time is over, or the wait is interrupted, the result will be discarded."""
        try:
            outcome = self._outcomes.get(timeout=None if math.isinf(seconds) else max(seconds, 0))
        except BaseException:
            self._abandon()
            raise
        if isinstance(outcome, InterruptedError):
            self._abandon()
        return outcome

    def _abandon(self) -> None:
        with self._lock:
            self._abandoned = True
        while not self._outcomes.empty():
            outcome = self._outcomes.get()
            if isinstance(outcome, list):
                self._discard(outcome[0])


def run_interruptibly(
    function: Callable[[], R], exchange: OpenExchange, expires_at: float, discard: Callable[[R], Any]
) -> R:
    """Return the result of a function that runs in another thread.

    Args:
        function: The function to run, with the context variables of this thread.
        exchange: The exchange of the function; `exchange.interrupt()` stops the wait.
        expires_at: Monotonic time in seconds at which the wait stops.
        discard: Called with the result if it arrives after the wait has stopped.

    Raises:
        TimeoutError: The wait has expired; `exchange.fired` is True.
        InterruptedError: The exchange was interrupted.
    """
    task = _Task(function, discard)
    threading.Thread(target=copy_context().run, args=(task.run,), name="openrouterkit-exchange", daemon=True).start()
    exchange.set_waker(task.wake)
    try:
        outcome = task.wait(expires_at - time.monotonic())
    except Empty:
        exchange.fired = True
        exchange.interrupt()
        raise TimeoutError("the deadline of the call has passed") from None
    except BaseException:  # KeyboardInterrupt
        exchange.interrupt()
        raise
    finally:
        exchange.set_waker(None)
    if isinstance(outcome, list):
        return outcome[0]
    try:
        raise outcome
    finally:
        del outcome  # breaks the reference cycle between the error and this frame
