"""A flow is cancelled from another thread, whatever it is doing at that moment."""

from __future__ import annotations

import time

from openrouterkit._flow.cancellation import Cancellation


class Operation:
    """A blocking operation that counts its interruptions."""

    interruptions = 0

    def interrupt(self) -> None:
        self.interruptions += 1


def test_cancel_interrupts_the_current_operation_only() -> None:
    cancellation, finished, current = Cancellation(), Operation(), Operation()
    cancellation.set_interruptible(finished)
    cancellation.set_interruptible(None)
    cancellation.set_interruptible(current)
    assert not cancellation.cancelled
    cancellation.cancel()
    assert (cancellation.cancelled, finished.interruptions, current.interruptions) == (True, 0, 1)


def test_an_operation_set_after_cancel_is_interrupted_at_once() -> None:
    cancellation, operation = Cancellation(), Operation()
    cancellation.cancel()
    cancellation.set_interruptible(None)
    cancellation.set_interruptible(operation)
    assert operation.interruptions == 1


def test_sleep_ends_at_cancel() -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    started_at = time.monotonic()
    cancellation.sleep(30)
    assert time.monotonic() - started_at < 5
