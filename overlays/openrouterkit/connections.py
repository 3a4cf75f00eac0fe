"""How many connections a client opens and keeps: `ConnectionLimits`."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen
from attrs.validators import ge, optional

from ._options.suggestions import suggest_names
from ._options.validation import FINITE, INTEGER, NUMBER, make_validator
from .errors import ConfigurationError

__all__ = ["ConnectionLimits"]

_COUNT: Final = make_validator("a whole number, 0 or more, or None for no limit", optional([INTEGER, ge(0)]))


@suggest_names(pool_connections="max_connections", pool_maxsize="max_connections")
@frozen
class ConnectionLimits:
    """The numbers of connections of a client. None means no limit.

        client = Client(PETS, limits=ConnectionLimits(max_connections=20))

    A call that finds no free connection waits for one, for at most `TimeoutOptions.pool` seconds.

    Args:
        max_connections: How many connections may be open at a time, 1 or more. Defaults to 1000.
        max_keepalive_connections: How many connections stay open while no call uses them. Defaults to 100.
        keepalive_expiry: Seconds after which an unused connection is closed. Defaults to 5.

    Raises:
        ConfigurationError: A limit is invalid.
    """

    max_connections: int | None = field(
        default=1000,
        validator=make_validator("a whole number, 1 or more, or None for no limit", optional([INTEGER, ge(1)])),
    )
    max_keepalive_connections: int | None = field(default=100, validator=_COUNT)
    keepalive_expiry: float | None = field(
        default=5.0,
        validator=make_validator("seconds, 0 or more, or None for no limit", optional([NUMBER, FINITE, ge(0)])),
    )

    @classmethod
    def of(cls, given: Any) -> ConnectionLimits:
        """Return the limits unchanged, or build them from an `httpx.Limits`; None stands for the defaults.

        Args:
            given: The limits, an object with the same attributes, or None.

        Raises:
            ConfigurationError: The value is none of these, or a limit is invalid.
        """
        if given is None:
            return cls()
        if isinstance(given, cls):
            return given
        try:
            return cls(given.max_connections, given.max_keepalive_connections, given.keepalive_expiry)
        except AttributeError:
            raise ConfigurationError(
                f"limits must be ConnectionLimits or httpx.Limits, not {type(given).__name__}"
            ) from None
