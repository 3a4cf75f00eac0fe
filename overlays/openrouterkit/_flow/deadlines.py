"""The deadlines of one call, and the error that is raised when one has passed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from ..errors import Phase, TimedOutError

if TYPE_CHECKING:
    from ..timeouts import TimeoutOptions


class Deadlines:
    """The deadlines of one call, in seconds of the monotonic clock.

    `start_attempt` starts the first_token limit; `start_idle` starts the idle limit, each time content was received.

    Args:
        options: The limits of the call.
        started_at: When the call started.

    Attributes:
        options: The limits of the call.
        started_at: When the call started.
        expires_at: When the nearest limit is exceeded; infinite if no limit is set.
        phase: Name of the nearest limit.
        exact: `TimeoutOptions.exact` of the options.
    """

    __slots__ = ("_first_token", "_idle", "_total_at", "exact", "expires_at", "options", "phase", "started_at")

    def __init__(self, options: TimeoutOptions, started_at: float) -> None:
        self.options = options
        self.started_at = started_at
        self.exact = options.exact
        self._first_token = options.first_token
        self._idle = options.idle  # derived from other limits, so it is not computed again for every chunk
        self._total_at = math.inf if options.total is None else started_at + options.total
        self.expires_at = self._total_at
        self.phase: Phase = "total"

    @property
    def total_at(self) -> float:
        """When the total limit is exceeded; infinite if it is not set."""
        return self._total_at

    def start_attempt(self, now: float) -> None:
        """Start the first_token limit, when an attempt is about to be sent."""
        self._set_limit(now, self._first_token, "first_token")

    def start_idle(self, now: float) -> None:
        """Start the idle limit, when content was received or the next content is requested."""
        self._set_limit(now, self._idle, "idle")

    def _set_limit(self, now: float, seconds: float | None, phase: Phase) -> None:
        at = math.inf if seconds is None else now + seconds
        if at < self._total_at:
            self.expires_at, self.phase = at, phase
        else:
            self.expires_at, self.phase = self._total_at, "total"

    def check(self, now: float) -> None:
        """Raise TimedOutError if the nearest limit is exceeded."""
        if now >= self.expires_at:
            raise self.build_error()

    def build_error(self) -> TimedOutError:
        """Return the error for the nearest limit."""
        return build_timeout_error(self.phase, getattr(self.options, self.phase))


_PROBLEMS: Final = {
    "connect": "no connection was established",
    "write": "no more of the request could be sent",
    "pool": "no connection of the pool became free",
    "read": "the service sent nothing",
    "first_token": "the service sent no content (keep-alives do not count)",
    "idle": "the service sent no further content (keep-alives do not count)",
    "total": "the call was not complete",
}


def build_timeout_error(phase: Phase, seconds: float | None) -> TimedOutError:
    """Return the error for a limit that was exceeded.

    Args:
        phase: Name of the limit.
        seconds: Value of the limit, for the message; None if it is unknown.
    """
    after = "" if seconds is None else f" within {seconds:g} s"
    return TimedOutError(f"{_PROBLEMS[phase]}{after}; increase TimeoutOptions({phase}=...) to wait longer", phase)
