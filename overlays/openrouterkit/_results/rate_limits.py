"""The rate limits that a service reports in the headers of its responses."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["LimitKind", "RateLimits", "ReportedLimit", "find_rate_limits", "read_rate_limits"]

LimitKind = Literal["requests", "tokens"]
"""What a limit limits."""

_LONGEST: Final = 86_400.0
"""Seconds: a longer time until the reset is that of a quota, for which no request should wait."""
# Compiled on first use, by `re`, because most programs read no limits.
_NUMBER: Final = r"[0-9]{1,20}(?:\.[0-9]{0,9})?"
_DURATION: Final = r"(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,9}(?:\.[0-9]{0,9})?)s)?(?:([0-9]{1,9})ms)?"
_EPOCH_SECONDS: Final = 1e9
_EPOCH_MILLISECONDS: Final = 1e11
_PERIODS: Final = frozenset(("second", "minute", "hour", "day", "month"))
_DEFAULT_NAME: Final = "x-ratelimit-remaining"


@frozen
class ReportedLimit:
    """What is left of a limit.

    Attributes:
        name: The name of the header that reports what is left, in lower case. A service that has several limits, such
            as one for a minute and one for a day, reports each by another header.
        kind: What is limited.
        remaining: What is left until the reset.
        seconds: Seconds until the reset.
    """

    name: str
    kind: LimitKind
    remaining: float
    seconds: float


@frozen
class RateLimits:
    """The limit of requests that a response reports. A value is None if its header is missing or invalid.

    Attributes:
        limit: The number of requests allowed in the current window.
        remaining: The number of requests left in the current window.
        reset: The end of the window, as the service sends it: a Unix time in seconds or milliseconds, or the number of
            seconds until then. Durations such as `1m30s` become seconds, and dates a Unix time.
    """

    limit: float | None
    remaining: float | None
    reset: float | None


def read_rate_limits(headers: Mapping[str, str], now: float) -> Iterator[ReportedLimit]:
    """Yield the limits that the headers report, with their reset.

    They are in pairs of headers such as `X-RateLimit-Remaining` and `X-RateLimit-Reset`, with additions such as
    `-Requests`, `-Tokens` or `-Requests-Day`. Names with other additions are ignored, because it is unknown what they
    limit. The reset is in seconds, a time since the epoch in seconds or milliseconds, a duration such as `1m30s`, or a
    date in the format of ISO 8601.

    Args:
        headers: The headers of a response, case-insensitive.
        now: Current time in seconds since the epoch.
    """
    for name, kind, remaining in _find_remaining(headers):
        reset = _parse_reset(headers.get(name.replace("remaining", "reset"), ""))
        seconds = None if reset is None else _count_seconds(reset, now)
        if seconds is not None and 0 < seconds <= _LONGEST:
            yield ReportedLimit(name, kind, remaining, seconds)


def find_rate_limits(headers: Mapping[str, str]) -> RateLimits:
    """Return the limit of requests that the headers report; of several, the one of which the least is left.

    Args:
        headers: The headers of a response, case-insensitive.
    """
    found = [(remaining, name) for name, kind, remaining in _find_remaining(headers) if kind == "requests"]
    name = _DEFAULT_NAME if _DEFAULT_NAME in headers or not found else min(found)[1]
    limit, remaining = (_parse_number(headers.get(name.replace("remaining", word))) for word in ("limit", "remaining"))
    return RateLimits(limit, remaining, _parse_reset(headers.get(name.replace("remaining", "reset"), "")))


def _find_remaining(headers: Mapping[str, str]) -> Iterator[tuple[str, LimitKind, float]]:
    """Yield the name, the kind and the value of each header that reports what is left of a limit."""
    for spelled, value in headers.items():
        name, number = spelled.lower(), value.strip()
        kind = _find_kind(name)
        if kind is not None and re.fullmatch(_NUMBER, number):
            yield name, kind, float(number)


def _find_kind(name: str) -> LimitKind | None:
    """Return what a header reports the rest of, by the words of its name; None if it reports something else."""
    if "remaining" not in name or "ratelimit" not in name:
        return None  # usually, and fast
    words = name.split("-")
    if "ratelimit" not in words or "remaining" not in words:
        return None
    words = words[words.index("ratelimit") + 1 :]  # those before it name the service
    if "tokens" in words:
        return "tokens"
    return "requests" if {"remaining", "requests"} | _PERIODS >= set(words) else None


def _parse_number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None  # excludes nan and infinity


def _parse_reset(value: str) -> float | None:
    """Return a reset as a number: a time since the epoch, or the seconds until then; None if it is invalid."""
    value = value.strip()
    if re.fullmatch(_NUMBER, value):
        return float(value)
    duration = re.fullmatch(_DURATION, value)
    if duration is not None:
        if not value:
            return None
        hours, minutes, seconds, milliseconds = (float(each or 0) for each in duration.groups())
        return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _count_seconds(reset: float, now: float) -> float:
    """Return the seconds until a reset."""
    if reset >= _EPOCH_MILLISECONDS:
        return reset / 1000 - now
    return reset - now if reset >= _EPOCH_SECONDS else reset
