"""How long each phase of a call may take."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen
from attrs.validators import gt, optional

from ._options.validation import NUMBER, make_validator
from .errors import ConfigurationError

KEEP_ALIVE_LIMIT: Final = 600.0
"""Seconds for which a service may only say that it is alive, where nobody set `first_token` or `idle`."""


_LIMIT: Final = make_validator("seconds, more than 0, or None for no limit", optional([NUMBER, gt(0)]))


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

    connect: float | None = field(default=5.0, validator=_LIMIT)
    read: float | None = field(default=600.0, validator=_LIMIT)
    write: float | None = field(default=60.0, validator=_LIMIT)
    pool: float | None = field(default=60.0, validator=_LIMIT)
    first_token: float | None = field(default=None, validator=_LIMIT)
    idle: float | None = field(default=None, validator=_LIMIT)
    total: float | None = field(default=None, validator=_LIMIT)

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
        """True if first_token, idle or total is set, so that the deadline must be enforced during a read."""
        return not (self.first_token is None and self.idle is None and self.total is None)
