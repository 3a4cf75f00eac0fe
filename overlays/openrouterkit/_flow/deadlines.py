"""The deadlines of one call, and the error of one that has passed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from ..errors import Phase, TimedOutError

if TYPE_CHECKING:
    from ..timeouts import TimeoutOptions


class Deadlines:
    """When an attempt must have got how far, on a monotonic clock in seconds.

    One object serves one call, which `began` then. `sent` starts an attempt; `waiting` says that content came, and
    the next is waited for. `at` and `phase` are the nearest limit and its name, `exact` is that of the options.
    """

    __slots__ = ("_total_at", "exact", "expires_at", "options", "phase", "started_at")

    def __init__(self, options: TimeoutOptions, started_at: float) -> None:
        self.options = options
        self.started_at = started_at
        self.exact = options.exact
        self._total_at = math.inf if options.total is None else started_at + options.total
        self.expires_at = self._total_at
        self.phase: Phase = "total"

    @property
    def total_at(self) -> float:
        """The instant `total` passes; infinite where it is off."""
        return self._total_at

    def start_attempt(self, now: float) -> None:
        """An attempt is being sent: first_token starts."""
        self._limit(now, self.options.first_token, "first_token")

    def start_idle(self, now: float) -> None:
        """The next content is waited for from now on: idle starts."""
        self._limit(now, self.options.idle, "idle")

    def _limit(self, now: float, seconds: float | None, phase: Phase) -> None:
        if seconds is None:
            seconds = self.options.keep_alive
        at = math.inf if seconds is None else now + seconds
        if at < self._total_at:
            self.expires_at, self.phase = at, phase
        else:
            self.expires_at, self.phase = self._total_at, "total"

    def check(self, now: float) -> None:
        """Raise TimedOutError where the nearest limit has passed."""
        if now >= self.expires_at:
            raise self.build_error()

    def build_error(self) -> TimedOutError:
        """The error of the nearest limit."""
        seconds = getattr(self.options, self.phase)
        if seconds is None:
            seconds = self.options.keep_alive
        return build_timeout_error(self.phase, seconds)


_WAITED_FOR: Final = {
    "connect": "no connection",
    "write": "the request could not be written on",
    "pool": "no free connection in the pool",
    "read": "nothing came from the service",
    "first_token": "no content came (keep-alives do not count)",
    "idle": "no further content came (keep-alives do not count)",
    "total": "the call was not over",
}


def build_timeout_error(phase: Phase, seconds: float | None) -> TimedOutError:
    """The error of a limit of so many seconds."""
    after = "" if seconds is None else f" in {seconds:g} s"
    return TimedOutError(f"{_WAITED_FOR[phase]}{after}; raise TimeoutOptions({phase}=...) to wait longer", phase)
