"""How long each phase of a call may take, and the bookkeeping of which limit is the nearest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from .errors import ConfigurationError, Phase, TimedOutError

if TYPE_CHECKING:
    from attrs import Attribute

KEEP_ALIVE_LIMIT: Final = 600.0
"""Seconds for which a service may only say that it is alive, where nobody set `first_token` or `idle`."""


def _check(_: Any, attribute: Attribute[Any], value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value) or value <= 0:
        raise ConfigurationError(f"TimeoutOptions.{attribute.name} is seconds, more than 0, or None: not {value!r}")


@frozen
class TimeoutOptions:
    """Limits in seconds; None is no limit.

    A limit that passes raises `TimedOutError` with the limit's name as its phase.

    Attributes:
        connect: for a connection to be made, TLS included.
        read: between two reads of an answer, keep-alives included.
        write: between two writes of a request.
        pool: for a free connection of the pool.
        first_token: from sending to the first content. Keep-alives (a stream's comments, the white space before a plain
            answer) do not count as content. Unset, silence is limited by `read`, and an answer of nothing but
            keep-alives by 600 s, or by `read` where that is longer.
        idle: the same from one content to the next. The time the consumer takes does not count.
        total: for the whole call, retries and their waits included. Off unless set.
    """

    connect: float | None = field(default=5.0, validator=_check)
    read: float | None = field(default=600.0, validator=_check)
    write: float | None = field(default=60.0, validator=_check)
    pool: float | None = field(default=60.0, validator=_check)
    first_token: float | None = field(default=None, validator=_check)
    idle: float | None = field(default=None, validator=_check)
    total: float | None = field(default=None, validator=_check)

    @classmethod
    def of(cls, given: Any) -> TimeoutOptions:
        """The limits given as such, as a number for connect, read, write and pool each, as None, as `httpx.Timeout`."""
        if isinstance(given, TimeoutOptions):
            return given
        if given is None or isinstance(given, int | float):
            return cls(connect=given, read=given, write=given, pool=given)
        try:
            return cls(connect=given.connect, read=given.read, write=given.write, pool=given.pool)
        except AttributeError:
            raise ConfigurationError(
                f"timeout is a number of seconds, None, TimeoutOptions or httpx.Timeout: not {type(given).__name__}"
            ) from None

    @property
    def keep_alive(self) -> float | None:
        """The seconds that keep-alives alone may hold an answer open where neither first_token nor idle is set."""
        return None if self.read is None else max(self.read, KEEP_ALIVE_LIMIT)

    @property
    def exact(self) -> bool:
        """Whether a limit is set that the limits of single reads do not keep to the tenth of a second."""
        return not (self.first_token is None and self.idle is None and self.total is None)


class Deadlines:
    """When an attempt must have got how far, on a monotonic clock in seconds.

    One object serves one call, which `began` then. `sent` starts an attempt; `waiting` says that content came, and
    the next is waited for. `at` and `phase` are the nearest limit and its name, `exact` is that of the options.
    """

    __slots__ = ("_total_at", "at", "began", "exact", "options", "phase")

    def __init__(self, options: TimeoutOptions, began: float) -> None:
        self.options = options
        self.began = began
        self.exact = options.exact
        self._total_at = math.inf if options.total is None else began + options.total
        self.at = self._total_at
        self.phase: Phase = "total"

    @property
    def total_at(self) -> float:
        """The instant `total` passes; infinite where it is off."""
        return self._total_at

    def sent(self, now: float) -> None:
        """An attempt is being sent: first_token starts."""
        self._limit(now, self.options.first_token, "first_token")

    def waiting(self, now: float) -> None:
        """The next content is waited for from now on: idle starts."""
        self._limit(now, self.options.idle, "idle")

    def _limit(self, now: float, seconds: float | None, phase: Phase) -> None:
        if seconds is None:
            seconds = self.options.keep_alive
        at = math.inf if seconds is None else now + seconds
        if at < self._total_at:
            self.at, self.phase = at, phase
        else:
            self.at, self.phase = self._total_at, "total"

    def check(self, now: float) -> None:
        """Raise TimedOutError where the nearest limit has passed."""
        if now >= self.at:
            raise self.error()

    def error(self) -> TimedOutError:
        """The error of the nearest limit."""
        seconds = getattr(self.options, self.phase)
        if seconds is None:
            seconds = self.options.keep_alive
        return timed_out(self.phase, seconds)


_WAITED_FOR: Final = {
    "connect": "no connection",
    "write": "the request could not be written on",
    "pool": "no free connection in the pool",
    "read": "nothing came from the service",
    "first_token": "no content came (keep-alives do not count)",
    "idle": "no further content came (keep-alives do not count)",
    "total": "the call was not over",
}


def timed_out(phase: Phase, seconds: float | None) -> TimedOutError:
    """The error of a limit of so many seconds."""
    after = "" if seconds is None else f" in {seconds:g} s"
    return TimedOutError(f"{_WAITED_FOR[phase]}{after}; raise TimeoutOptions({phase}=...) to wait longer", phase)
