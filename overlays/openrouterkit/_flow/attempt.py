"""The record of one attempt of a call."""

from __future__ import annotations

from attrs import frozen


@frozen
class Attempt:
    """One attempt of a call.

    Attributes:
        number: Number of the attempt, starting at 1.
        status_code: Effective HTTP status; None if no response was received.
        error: The error as text; None if the attempt succeeded.
        elapsed: Duration of the attempt, in seconds.
        wait: Seconds waited before the next attempt; None if this was the last.
        reason: Why the call was retried, or why not, as text; None if the attempt succeeded.
        model: The model that the request names, in calls with middleware, which may change it; None in other calls, or
            if the request names none.
    """

    number: int
    status_code: int | None
    error: str | None
    elapsed: float
    wait: float | None = None
    reason: str | None = None
    model: str | None = None

    @property
    def status(self) -> int | None:
        """The same as `status_code`."""
        return self.status_code
