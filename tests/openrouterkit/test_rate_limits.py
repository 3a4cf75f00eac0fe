"""`result.response.rate_limits`: the limit of requests, in the headers of several services."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from openrouterkit.responses import RateLimits
from openrouterkit.testing import Script, completion

MINUTE = datetime(2026, 1, 1, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, (None, None, None)),
        ({"X-RateLimit-Limit": "20", "X-RateLimit-Remaining": "19"}, (20, 19, None)),
        ({"X-RateLimit-Limit": "20", "X-RateLimit-Reset": "1700000000000"}, (20, None, 1700000000000)),
        ({"X-RateLimit-Limit": "nan", "X-RateLimit-Remaining": "many", "X-RateLimit-Reset": "?"}, (None, None, None)),
        ({"RateLimit-Limit": "20", "RateLimit-Remaining": "19", "RateLimit-Reset": "5"}, (20, 19, 5)),
        (
            {
                "X-RateLimit-Limit-Requests": "20",
                "X-RateLimit-Remaining-Requests": "19",
                "X-RateLimit-Reset-Requests": "1m30s",
                "X-RateLimit-Limit-Tokens": "9",
                "X-RateLimit-Remaining-Tokens": "1",
            },
            (20, 19, 90),
        ),
        (
            {
                "anthropic-ratelimit-requests-limit": "20",
                "anthropic-ratelimit-requests-remaining": "19",
                "anthropic-ratelimit-requests-reset": "2026-01-01T00:01:00Z",
            },
            (20, 19, MINUTE.timestamp()),
        ),
        (
            {
                "x-ratelimit-limit-requests-day": "900",
                "x-ratelimit-remaining-requests-day": "800",
                "x-ratelimit-limit-requests-minute": "30",
                "x-ratelimit-remaining-requests-minute": "3",
            },
            (30, 3, None),
        ),
    ],
)
def test_the_limit_of_requests_is_found_in_the_headers(headers: dict[str, str], expected: tuple[float | None]) -> None:
    result = Script([completion("Hi", headers=headers)]).client().chat.send(model="a/a", messages=[])
    assert result.response.rate_limits == RateLimits(*expected)
