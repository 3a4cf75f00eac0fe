"""The time limits of a call: `TimeoutOptions`."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, fields, frozen
from attrs.validators import gt, instance_of, le, optional, or_

from openrouterkit_runtime.unset import UNSET, Unset, is_unset

from ._options.suggestions import suggest_names
from ._options.validation import NUMBER, make_validator
from .errors import ConfigurationError

__all__ = ["TimeoutOptions"]

FIRST_TOKEN: Final = 900.0
"""The limit `first_token` in seconds where it is not set, unless `read` is longer."""

IDLE: Final = 300.0
"""The limit `idle` in seconds where it is not set, unless `read` is longer."""

_EXPECTED: Final = "seconds, more than 0 and at most 1e9, or None for no limit"
_SECONDS: Final = [NUMBER, gt(0), le(1e9)]  # the clocks of some platforms cannot represent longer times
_LIMIT: Final = make_validator(_EXPECTED, optional(_SECONDS))
_DERIVED_LIMIT: Final = make_validator(_EXPECTED, or_(instance_of(Unset), optional(_SECONDS)))


def _discard_foreign_unset(value: float | None) -> float | None:
    """Return our UNSET for that of a package with its own copy of the runtime, and other values unchanged."""
    return UNSET if is_unset(value) else value


@suggest_names(timeout="total", max_elapsed="total")
@frozen(repr=False)
class TimeoutOptions:
    """The time limits of a call in seconds. None means no limit.

        client = Client(PETS, timeout=TimeoutOptions(connect=2, first_token=30, total=120))

    If a limit is exceeded, the call raises `TimedOutError` with the name of the limit as its `phase`.

    A service sends keep-alives while a model works: comments in a stream, white space before a plain response. They
    are data for `read`, but not content for `first_token` and `idle`. So `read` ends silence, and the other two end
    responses that consist of keep-alives.

    The limits `first_token`, `idle` and `total` end a call exactly in time if at least one of them is set. If none is,
    the defaults of `first_token` and `idle` are checked whenever data arrives: a service that falls silent can exceed
    them by up to `read`.

    Args:
        connect: Seconds to open a connection, including TLS. Defaults to 5.
        read: Seconds of silence: from one read of the response to the next. Keep-alives count as data. Defaults to
            600.
        write: Seconds between two writes of the request. Defaults to 60.
        pool: Seconds to wait for a free connection of the pool. Defaults to 60.
        first_token: Seconds from sending the request, in each attempt, to the first content. Defaults to 900, or to
            `read` if that is longer; if `read` is None, to None.
        idle: Seconds from one piece of content to the next, without the time that your code spends in between. Defaults
            to 300, or to `read` if that is longer, so to 600 with the default `read`; if `read` is None, to None.
        total: Seconds for the whole call, including retries, their waits and middleware. Defaults to no limit.

    Raises:
        ConfigurationError: A limit is neither a number above 0 nor None.
    """

    connect: float | None = field(default=5.0, validator=_LIMIT)
    read: float | None = field(default=600.0, validator=_LIMIT)
    write: float | None = field(default=60.0, validator=_LIMIT)
    pool: float | None = field(default=60.0, validator=_LIMIT)
    _first_token: float | None = field(
        default=UNSET, validator=_DERIVED_LIMIT, converter=_discard_foreign_unset, alias="first_token"
    )
    _idle: float | None = field(default=UNSET, validator=_DERIVED_LIMIT, converter=_discard_foreign_unset, alias="idle")
    total: float | None = field(default=None, validator=_LIMIT)

    def __repr__(self) -> str:
        named = {each.alias: getattr(self, each.name) for each in fields(type(self))}
        passed = ", ".join(f"{name}={value!r}" for name, value in named.items() if value is not UNSET)
        return f"{type(self).__name__}({passed})"

    @property
    def first_token(self) -> float | None:
        """Seconds from sending the request to the first content: the limit that was set, or else its default."""
        return self._derive(FIRST_TOKEN) if self._first_token is UNSET else self._first_token

    @property
    def idle(self) -> float | None:
        """Seconds from one piece of content to the next: the limit that was set, or else its default."""
        return self._derive(IDLE) if self._idle is UNSET else self._idle

    def _derive(self, seconds: float) -> float | None:
        return None if self.read is None else max(self.read, seconds)

    @classmethod
    def of(cls, given: Any) -> TimeoutOptions:
        """Return the limits unchanged, or build them from a number, None or an `httpx.Timeout`.

        Args:
            given: The limits, a number of seconds that applies to connect, read, write and pool each, None for no
                limit at all, or an `httpx.Timeout`. `first_token` and `idle` follow from `read`, as described above.

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
    def exact(self) -> bool:
        """True if first_token, idle or total was set, so that the deadline must be enforced during a read."""
        return any(each is not None and each is not UNSET for each in (self._first_token, self._idle, self.total))
