"""The rate limits that a service reports in the headers of its responses."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ReportedLimit", "read_rate_limits"]

_LONGEST: Final = 86_400.0
"""Seconds: a longer time until the reset is that of a quota, for which no request should wait."""
_NUMBER: Final = re.compile(r"[0-9]{1,20}(?:\.[0-9]{0,9})?", re.ASCII)
_DURATION: Final = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{0,9})?)s)?(?:(\d{1,9})ms)?", re.ASCII)
_EPOCH_SECONDS: Final = 1e9
_EPOCH_MILLISECONDS: Final = 1e11


@frozen
class ReportedLimit:
    """What is left of a limit.

    Attributes:
        kind: What is limited.
        remaining: What is left until the reset.
        seconds: Seconds until the reset.
    """

    kind: Literal["requests", "tokens"]
    remaining: float
    seconds: float


def read_rate_limits(headers: Mapping[str, str], now: float) -> Iterator[ReportedLimit]:
    """Yield the limits that the headers report.

    They are in pairs of headers such as `X-RateLimit-Remaining` and `X-RateLimit-Reset`, with additions such as
    `-Requests` or `-Tokens`. The reset is in seconds, a time since the epoch in seconds or milliseconds, a duration
    such as `1m30s`, or a date in the format of ISO 8601.

    Args:
        headers: The headers of a response, case-insensitive.
        now: Current time in seconds since the epoch.
    """
    for name, value in headers.items():
        name = name.lower()  # noqa: PLW2901 - the same name
        if "ratelimit" not in name or "remaining" not in name:
            continue
        seconds = _parse_reset(headers.get(name.replace("remaining", "reset"), ""), now)
        if _NUMBER.fullmatch(value.strip()) and seconds is not None and 0 < seconds <= _LONGEST:
            yield ReportedLimit("tokens" if "token" in name else "requests", float(value), seconds)


def _parse_reset(value: str, now: float) -> float | None:
    """Return the seconds until a reset; None if it is invalid."""
    value = value.strip()
    if _NUMBER.fullmatch(value):
        number = float(value)
        if number >= _EPOCH_MILLISECONDS:
            return number / 1000 - now
        return number - now if number >= _EPOCH_SECONDS else number
    duration = _DURATION.fullmatch(value)
    if duration is not None:
        hours, minutes, seconds, milliseconds = (float(each or 0) for each in duration.groups())
        return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
