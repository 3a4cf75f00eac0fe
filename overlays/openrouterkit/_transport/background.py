"""Runs blocking functions in a daemon thread, so that the calling thread can stop waiting for them.

Nothing wakes up a thread that resolves a host name, opens a connection, waits for the pool, or reads from a connection
that other requests share (HTTP/2).
"""

from __future__ import annotations

import math
import threading
import time
from contextlib import suppress
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from .exchanges import OpenExchange

R = TypeVar("R")


class _Task(Generic[R]):
    """A function in a thread, and its outcome for the thread that waits for it: a list of one result, or an error."""

    def __init__(self, function: Callable[[], R], discard: Callable[[R], Any]) -> None:
        self._function: Callable[[], R] | None = function
        self._discard = discard
        self._lock = threading.Lock()
        self._abandoned = False
        self._ended = False
        self._outcome: list[R] | BaseException = InterruptedError("interrupted by another thread")
        self._wakeups: SimpleQueue[None] = SimpleQueue()

    def run(self) -> None:
        """Run the function; discard its result if nobody waits for it."""
        outcome: list[R] | BaseException
        assert self._function is not None
        try:
            outcome = [self._function()]
        except BaseException as error:  # noqa: BLE001 - raised in the thread that waits
            outcome = error
        self._function = None  # this thread may end later than the client is freed
        try:
            with self._lock:
                self._outcome = outcome
                self._ended = True
                abandoned = self._abandoned
            if abandoned:
                self.abandon()
            self._wakeups.put(None)
        finally:
            del outcome  # breaks the reference cycle between an error and this frame

    def wake(self) -> None:
        """Let the other thread check whether it waits any longer."""
        self._wakeups.put(None)

    def wait(self, exchange: OpenExchange, find_limit: Callable[[], float]) -> list[R] | BaseException:
        """Return the outcome; InterruptedError if the exchange was interrupted, TimeoutError at the limit."""
        while not self._ended and not exchange.interrupted:
            seconds = find_limit() - time.monotonic()
            if seconds <= 0:
                return TimeoutError("a limit of the call was exceeded")
            with suppress(Empty):
                self._wakeups.get(timeout=None if math.isinf(seconds) else seconds)
        outcome = self._outcome
        if not isinstance(outcome, list):
            self._outcome = InterruptedError()  # an error would form a reference cycle with the frame of `run`
        return outcome

    def abandon(self) -> None:
        """Discard the result, now or when it arrives."""
        with self._lock:
            self._abandoned = True
            outcome, self._outcome = self._outcome, InterruptedError()
        if isinstance(outcome, list):
            self._discard(outcome[0])


def _start(thread: threading.Thread) -> None:
    """Start a thread; where no thread can be started, as in functions of `atexit`, run its function in this one."""
    try:
        thread.start()
    except RuntimeError:
        thread.run()


def run_interruptibly(
    function: Callable[[], R], exchange: OpenExchange, find_limit: Callable[[], float], discard: Callable[[R], Any]
) -> R:
    """Return the result of a function that runs in another thread.

    Args:
        function: The function to run, with the context variables of this thread.
        exchange: The exchange of the function; `exchange.interrupt()` stops the wait.
        find_limit: Returns the monotonic time in seconds at which the wait stops. Called again after `exchange.wake()`.
        discard: Called with the result if it arrives after the wait has stopped.

    Raises:
        TimeoutError: The limit was exceeded.
        InterruptedError: The exchange was interrupted.
    """
    task = _Task(function, discard)
    thread = threading.Thread(target=copy_context().run, args=(task.run,), name="openrouterkit-exchange", daemon=True)
    try:
        _start(thread)
        exchange.set_waker(task.wake)
        outcome = task.wait(exchange, find_limit)
        if isinstance(outcome, list):
            return outcome[0]
        if isinstance(outcome, InterruptedError | TimeoutError):
            task.abandon()
            exchange.interrupt()
    except BaseException:  # KeyboardInterrupt
        task.abandon()
        exchange.interrupt()
        raise
    finally:
        exchange.set_waker(None)
    try:
        raise outcome
    finally:
        del outcome  # breaks the reference cycle between the error and this frame
