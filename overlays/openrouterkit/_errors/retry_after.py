"""How long a failing answer asks its caller to wait, read from wherever the service says it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final

_NUMBER: Final = re.compile(r"[0-9]{1,20}(\.[0-9]{0,20})?", re.ASCII)
# A number this large is an instant, not a duration: 1e9 s is 31 years, and was September 2001.
_EPOCH_SECONDS: Final = 1e9
_EPOCH_MILLISECONDS: Final = 1e11
_LONGEST: Final = 366 * 86400.0


def find_retry_after(status: int, headers: Mapping[str, str], error: Any, now: float) -> float | None:
    """The seconds to wait before trying again, or None where nobody says or what is said is nonsense.

    Looked at in this order: `retry-after-ms`, `Retry-After` (seconds, a fraction, or an HTTP date), the body's
    `error.availability.retry_after`, then, for 429 alone, `X-RateLimit-Reset` (seconds or milliseconds, as an instant
    or from now), in the headers and last in the body's `error.metadata.headers`. An instant in the past, a negative
    number, nan, infinities, more than a year and whatever is not a number in ASCII digits are passed over.

    Args:
        status: the effective status.
        headers: of the answer.
        error: the body's error object, or whatever else stood in its place.
        now: the time, in seconds since the epoch.
    """
    found = _from_headers(headers, status, now)
    if found is not None or not isinstance(error, Mapping):
        return found
    availability, metadata = error.get("availability"), error.get("metadata")
    if isinstance(availability, Mapping):
        found = _seconds(availability.get("retry_after"), now)
    if found is None and isinstance(metadata, Mapping) and isinstance(metadata.get("headers"), Mapping):
        inner = {str(name).lower(): str(value) for name, value in metadata["headers"].items()}
        found = _from_headers(inner, status, now)
    return found


def _from_headers(headers: Mapping[str, str], status: int, now: float) -> float | None:
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None and milliseconds / 1000 <= _LONGEST:
        return milliseconds / 1000
    stated = headers.get("retry-after")
    if stated is not None:
        found = _seconds(stated, now)
        return _until_date(stated, now) if found is None else found
    # A reset is worth waiting for only where the limit it belongs to is what refused the call.
    if status != 429 or (_number(headers.get("x-ratelimit-remaining")) or 0) > 0:
        return None
    return _seconds(headers.get("x-ratelimit-reset"), now)


def _seconds(value: Any, now: float) -> float | None:
    number = _number(value)
    if number is None:
        return None
    if number >= _EPOCH_MILLISECONDS:
        number = number / 1000 - now
    elif number >= _EPOCH_SECONDS:
        number -= now
    elif number == 0:
        return 0.0
    return number if 0 < number <= _LONGEST else None


def _number(value: Any) -> float | None:
    if isinstance(value, str):
        text = value.strip()
        return float(text) if _NUMBER.fullmatch(text) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not 0 <= value <= 1e20 or math.isnan(value):
        return None
    return float(value)


def _until_date(value: str, now: float) -> float | None:
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:  # the zone "-0000": UTC, of a clock that does not know its own
            moment = moment.replace(tzinfo=UTC)
        wait = moment.timestamp() - now
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return wait if 0 < wait <= _LONGEST else None
