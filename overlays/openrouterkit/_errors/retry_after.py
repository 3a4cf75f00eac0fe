"""The wait that an error response requests before a retry, from its headers or its body."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

_NUMBER: Final = re.compile(r"[0-9]{1,20}(\.[0-9]{0,20})?", re.ASCII)
# Larger numbers are times since the epoch, not durations: 1e9 s are 31 years, or September 2001.
_EPOCH_SECONDS: Final = 1e9
_EPOCH_MILLISECONDS: Final = 1e11
_MAX_SECONDS: Final = 366 * 86400.0


def find_retry_after(status: int, headers: Mapping[str, str], error: Any, now: float) -> float | None:
    """Return the seconds to wait before a retry; None if the response has no valid value.

    The first valid value of these is used, the most specific first:

    1. The headers `retry-after-ms` and `Retry-After` (seconds or an HTTP date) of the response.
    2. `error.availability.retry_after` of the body.
    3. The headers of 1. in `error.metadata.headers` of the body.
    4. For status 429, `X-RateLimit-Reset` (seconds or milliseconds, from now or since the epoch) of the response, then
       in `error.metadata.headers`, unless `X-RateLimit-Remaining` shows that the limit is not used up.

    Times in the past, negative numbers, nan, infinities, waits of more than a year and numbers that are not written in
    ASCII digits are invalid.

    Args:
        status: Effective status of the response.
        headers: Headers of the response.
        error: The decoded error object of the body, or any other value found in its place.
        now: Current time in seconds since the epoch.
    """
    inner = _find_headers(error)
    hints = (
        _parse_retry_after(headers, now),
        _parse_availability(error, now),
        _parse_retry_after(inner, now),
        _parse_reset(headers, status, now),
        _parse_reset(inner, status, now),
    )
    return next((seconds for seconds in hints if seconds is not None), None)


def _find_headers(error: Any) -> Mapping[str, str]:
    """Return the headers that the error object contains, by lower-case name; {} if it has none."""
    metadata = error.get("metadata") if isinstance(error, Mapping) else None
    headers = metadata.get("headers") if isinstance(metadata, Mapping) else None
    if not isinstance(headers, Mapping):
        return {}
    return {str(name).lower(): str(value) for name, value in headers.items()}


def _parse_retry_after(headers: Mapping[str, str], now: float) -> float | None:
    milliseconds = _parse_number(headers.get("retry-after-ms"))
    if milliseconds is not None and milliseconds / 1000 <= _MAX_SECONDS:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if value is None:
        return None
    seconds = _parse_seconds(value, now)
    return _parse_date(value, now) if seconds is None else seconds


def _parse_availability(error: Any, now: float) -> float | None:
    availability = error.get("availability") if isinstance(error, Mapping) else None
    return _parse_seconds(availability.get("retry_after"), now) if isinstance(availability, Mapping) else None


def _parse_reset(headers: Mapping[str, str], status: int, now: float) -> float | None:
    # The reset matters only if its rate limit is what rejected the request.
    if status != 429 or (_parse_number(headers.get("x-ratelimit-remaining")) or 0) > 0:
        return None
    return _parse_seconds(headers.get("x-ratelimit-reset"), now)


def _parse_seconds(value: Any, now: float) -> float | None:
    """Return the seconds from now of a number that is a duration or a time since the epoch; None if it is invalid."""
    number = _parse_number(value)
    if number is None:
        return None
    if number >= _EPOCH_MILLISECONDS:
        number = number / 1000 - now
    elif number >= _EPOCH_SECONDS:
        number -= now
    elif number == 0:
        return 0.0
    return number if 0 < number <= _MAX_SECONDS else None


def _parse_number(value: Any) -> float | None:
    if isinstance(value, str):
        text = value.strip()
        return float(text) if _NUMBER.fullmatch(text) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not 0 <= value <= 1e20 or math.isnan(value):
        return None
    return float(value)


def _parse_date(value: str, now: float) -> float | None:
    """Return the seconds from now until an HTTP date; None if it is invalid or in the past."""
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:  # "-0000" means UTC with an unknown local time zone
            moment = moment.replace(tzinfo=UTC)
        wait = moment.timestamp() - now
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return wait if 0 < wait <= _MAX_SECONDS else None
