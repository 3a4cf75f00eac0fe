"""The time limits of a call: `TimeoutOptions`."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen
from attrs.validators import gt, optional

from ._options.validation import NUMBER, make_validator
from .errors import ConfigurationError

KEEP_ALIVE_LIMIT: Final = 600.0
"""Seconds for which a response may consist of keep-alives only, if neither `first_token` nor `idle` is set."""


_LIMIT: Final = make_validator("seconds, more than 0, or None for no limit", optional([NUMBER, gt(0)]))


@frozen
class TimeoutOptions:
    """The time limits of a call in seconds. None means no limit.

        client = OpenRouter(timeout=TimeoutOptions(connect=2, first_token=30, total=120))

    If a limit is exceeded, the call raises `TimedOutError` with the name of the limit as its `phase`.

    Args:
        connect: Seconds to open a connection, including TLS. Defaults to 5.
        read: Seconds between two reads of the response; keep-alives count as data. Defaults to 600.
        write: Seconds between two writes of the request. Defaults to 60.
        pool: Seconds to wait for a free connection of the pool. Defaults to 60.
        first_token: Seconds from sending the request to the first content. Keep-alives (comments in a stream, white
            space before a plain response) are not content. By default, `read` limits silence, and a response
            that consists of keep-alives alone is ended after 600 s, or after `read` if that is longer.
        idle: Seconds from one piece of content to the next, without the time that your code spends in between. By
            default, silence and keep-alives are limited as for `first_token`.
        total: Seconds for the whole call, including retries and their waits. Defaults to no limit.

    Raises:
        ConfigurationError: A limit is neither a number above 0 nor None.
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
        """Return the limits unchanged, or build them from a number, None or an `httpx.Timeout`.

        Args:
            given: The limits, a number of seconds that applies to connect, read, write and pool each, None to remove
                these four limits, or an `httpx.Timeout`.

        Raises:
            ConfigurationError: The value is none of these.
        """
        if isinstance(given, TimeoutOptions):
            return given
        if given is None or isinstance(given, int | float):
            return cls(connect=given, read=given, write=given, pool=given)
        try:
            return cls(connect=given.connect, read=given.read, write=given.write, pool=given.pool)
        except AttributeError:
            raise ConfigurationError(
                f"timeout must be a number, None, TimeoutOptions or httpx.Timeout, not {type(given).__name__}"
            ) from None

    @property
    def keep_alive(self) -> float | None:
        """Seconds for which a response may consist of keep-alives only; applies without first_token and idle."""
        return None if self.read is None else max(self.read, KEEP_ALIVE_LIMIT)

    @property
    def exact(self) -> bool:
        """True if first_token, idle or total is set, so that the deadline must be enforced during a read."""
        return not (self.first_token is None and self.idle is None and self.total is None)
