"""The settings of a server."""

from __future__ import annotations

from math import isfinite
from typing import Any

from attrs import Attribute, define, field, fields

from openrouterkit.errors import ConfigurationError


def _check_seconds(_settings: Settings, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, int | float) or not isfinite(value) or value < 0:
        raise ConfigurationError(f"invalid {attribute.name} {value!r}: use a number of seconds, such as 0.5")


def _check_window(settings: Settings, attribute: Attribute[Any], value: Any) -> None:
    _check_seconds(settings, attribute, value)
    if value == 0:
        raise ConfigurationError(f"invalid {attribute.name} 0: use more than 0 seconds")


def _check_count(_settings: Settings, attribute: Attribute[Any], value: Any) -> None:
    is_default = value is None and attribute.default is None
    if not is_default and (not isinstance(value, int) or value < 0):
        raise ConfigurationError(f"invalid {attribute.name} {value!r}: use a whole number that is not negative")


@define
class Settings:
    """The settings of a server; all times are in seconds.

    Attributes:
        pace: The time between two words of a stream.
        delay: The time before `local/slow` replies; until then it sends only keep-alives.
        retry_after: The wait that error responses request, in `Retry-After` and in the body.
        generation_misses: How many lookups of a new generation return 404 before its record is available.
        rate_limit: The number of requests per window, after which requests fail with 429; None for no limit, and no
            `X-RateLimit-*` headers.
        rate_window: The length of the window of the rate limit.

    Raises:
        ConfigurationError: A value is not a number, is negative or, for `rate_window`, zero; also if it is set later.
    """

    pace: float = field(default=0.0, validator=_check_seconds)
    delay: float = field(default=1.0, validator=_check_seconds)
    retry_after: float = field(default=0.1, validator=_check_seconds)
    generation_misses: int = field(default=1, validator=_check_count)
    rate_limit: int | None = field(default=None, validator=_check_count)
    rate_window: float = field(default=60.0, validator=_check_window)

    def copy_from(self, other: Settings) -> None:
        """Set every setting to its value in `other`."""
        for each in fields(Settings):
            setattr(self, each.name, getattr(other, each.name))
