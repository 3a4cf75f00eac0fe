"""The record of one attempt of a call."""

from __future__ import annotations

from attrs import frozen


@frozen
class Attempt:
    """One attempt of a call.

    Attributes:
        number: 1 for the first.
        status: the effective status, None where there was no response.
        error: the error it ended with, as text; None where it succeeded.
        elapsed: seconds it took.
        wait: seconds waited before the next; None where it was the last.
        reason: why the call was retried, or was not, in words; None where it succeeded.
    """

    number: int
    status: int | None
    error: str | None
    elapsed: float
    wait: float | None = None
    reason: str | None = None
