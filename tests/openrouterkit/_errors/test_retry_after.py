"""Which of several hints for the wait before a retry is used."""

from __future__ import annotations

from typing import Any

import pytest

from openrouterkit._errors.retry_after import find_retry_after

NOW = 1_700_000_000.0
AVAILABILITY = {"availability": {"retry_after": 7}}
INNER = {"metadata": {"headers": {"Retry-After": "9", "X-RateLimit-Reset": "11"}}}
INNER_RESET = {"metadata": {"headers": {"X-RateLimit-Reset": "11"}}}
RESET = {"x-ratelimit-reset": "30"}


@pytest.mark.parametrize(
    ("headers", "error", "expected"),
    [
        ({"retry-after-ms": "1500", "retry-after": "3", **RESET}, AVAILABILITY, 1.5),
        ({"retry-after": "3", **RESET}, AVAILABILITY, 3),
        (RESET, {**AVAILABILITY, **INNER}, 7),
        (RESET, INNER, 9),
        (RESET, INNER_RESET, 30),
        ({}, INNER_RESET, 11),
        (RESET, {}, 30),
        ({"retry-after": "soon", **RESET}, None, 30),
        ({"retry-after": "-1", **RESET}, AVAILABILITY, 7),
        ({"retry-after": "", "retry-after-ms": "nan", **RESET}, "text", 30),
        ({"retry-after": "99999999999999999999", **RESET}, {"availability": {"retry_after": "never"}}, 30),
        ({"retry-after": "soon"}, {"availability": 3, "metadata": {"headers": ["a"]}}, None),
        ({"retry-after": "soon"}, {"metadata": 3}, None),
    ],
)
def test_the_most_specific_valid_hint_is_used(headers: Any, error: Any, expected: float | None) -> None:
    assert find_retry_after(429, headers, error, NOW) == expected


def test_a_reset_counts_only_for_a_rate_limit_that_is_used_up() -> None:
    assert find_retry_after(503, RESET, INNER_RESET, NOW) is None
    assert find_retry_after(429, {**RESET, "x-ratelimit-remaining": "5"}, None, NOW) is None
    assert find_retry_after(429, {**RESET, "x-ratelimit-remaining": "0"}, None, NOW) == 30
