"""Whether a failure is retried, and after how long."""

from __future__ import annotations

from email.utils import formatdate
from typing import Any

import pytest

from openrouterkit._errors.api_errors import build_api_error
from openrouterkit._errors.retry_after import find_retry_after
from openrouterkit.errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    DecodeError,
    IncompleteStreamError,
    OpenRouterError,
    TimedOutError,
)
from openrouterkit.headers import Headers
from openrouterkit.retries import STATUSES, RetryOptions

NOW = 1_800_000_000.0
STEADY = RetryOptions(jitter=0)


def decide_wait(
    error: OpenRouterError, number: int = 1, elapsed: float = 0.0, options: RetryOptions = STEADY, **arguments: Any
) -> Any:
    return options.decide(error, number, elapsed, **arguments).wait


def build_error(code: int, **headers: str) -> APIError:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    return build_api_error(code, Headers(fields), b"", now=NOW)


@pytest.mark.parametrize("code", [*range(400, 432), 451, *range(500, 512), 520, 524, 529, 599])
def test_exactly_the_default_statuses_are_retried(code: int) -> None:
    assert (decide_wait(build_error(code)) is not None) is (code in STATUSES)


def test_interval_doubles_up_to_its_limit_and_attempts_are_counted() -> None:
    options = RetryOptions(max_attempts=7, jitter=0, max_interval=4, max_elapsed=None)
    assert [decide_wait(build_error(500), number, options=options) for number in range(1, 8)] == [
        0.5,
        1,
        2,
        4,
        4,
        4,
        None,
    ]


def test_jitter_shortens_an_interval_by_at_most_its_part() -> None:
    options = RetryOptions(jitter=0.25)
    assert decide_wait(build_error(500), options=options, chance=lambda: 0.0) == 0.5
    assert decide_wait(build_error(500), options=options, chance=lambda: 1.0) == 0.375


def test_interval_that_overflows_is_the_longest_one() -> None:
    options = RetryOptions(max_attempts=10**6, exponent=1e9, jitter=0, max_elapsed=None)
    assert decide_wait(build_error(500), 5000, options=options) == 8.0


def test_failed_connection_is_retried_unless_a_response_had_begun() -> None:
    error = ConnectionFailedError("reset")
    assert decide_wait(error) == 0.5
    error.answered = True
    assert decide_wait(error) is None


@pytest.mark.parametrize(
    ("phase", "by_default", "with_read_timeouts"),
    [
        ("connect", True, True),
        ("pool", True, True),
        ("write", True, True),
        ("read", False, True),
        ("first_token", False, True),
        ("idle", False, True),
        ("total", False, False),
    ],
)
def test_read_timeouts_are_retried_only_on_request(phase: Any, by_default: bool, with_read_timeouts: bool) -> None:
    error = TimedOutError("late", phase)
    assert (decide_wait(error) is not None) is by_default
    assert (decide_wait(error, options=RetryOptions(read_timeouts=True)) is not None) is with_read_timeouts


@pytest.mark.parametrize("error", [DecodeError("x"), IncompleteStreamError("x"), ConfigurationError("x")])
def test_permanent_failures_are_not_retried(error: OpenRouterError) -> None:
    assert decide_wait(error) is None


def test_empty_completion_is_retried_only_on_request() -> None:
    assert STEADY.decide(None, 1, 0.0).wait is None
    assert RetryOptions(empty=True, jitter=0).decide(None, 1, 0.0).wait == 0.5


def test_wait_requested_by_the_service_replaces_the_interval() -> None:
    assert decide_wait(build_error(429, retry_after="20")) == 20.0
    assert decide_wait(build_error(503, retry_after="0")) == 0.0


def test_wait_longer_than_the_time_left_ends_the_retries() -> None:
    decision = STEADY.decide(build_error(429, retry_after="50"), 1, 15.0)
    assert decision.wait is None
    assert "exceeds the" in decision.reason
    assert decide_wait(build_error(429, retry_after="40"), 1, 15.0) == 40.0
    assert decide_wait(build_error(500), left=0.4) is None


def test_response_that_forbids_retries_is_not_retried() -> None:
    assert decide_wait(build_error(503, x_should_retry="false")) is None
    body = b'{"error": {"code": 503, "message": "x", "availability": {"retryable": false}}}'
    assert decide_wait(build_api_error(503, Headers(), body)) is None


def test_should_retry_overrides_the_rules_and_can_return_the_wait() -> None:
    assert decide_wait(build_error(404), options=RetryOptions(should_retry=lambda _: True, jitter=0)) == 0.5
    assert decide_wait(build_error(404), options=RetryOptions(should_retry=lambda _: 3.5)) == 3.5
    assert decide_wait(build_error(500), options=RetryOptions(should_retry=lambda _: False)) is None
    assert decide_wait(build_error(500), options=RetryOptions(should_retry=lambda _: None, jitter=0)) == 0.5
    assert decide_wait(build_error(404), 3, options=RetryOptions(should_retry=lambda _: True)) is None


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": formatdate(NOW + 12, usegmt=True)}, 12.0),
        ({"retry-after": formatdate(NOW + 12, localtime=False)}, 12.0),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"x-ratelimit-reset": str(NOW + 30)}, 30.0),
        ({"x-ratelimit-reset": str(int((NOW + 30) * 1000))}, 30.0),
        ({"x-ratelimit-reset": "45"}, 45.0),
        ({"x-ratelimit-reset": "45", "x-ratelimit-remaining": "0"}, 45.0),
        ({"x-ratelimit-reset": "45", "x-ratelimit-remaining": "12"}, None),
        ({"x-ratelimit-reset": str(NOW - 30)}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "1e400"}, None),
        ({"retry-after": "9" * 400}, None),
        ({"retry-after": "9" * 18}, None),
        ({"retry-after": "\u0663"}, None),
        ({"retry-after": "1_0"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "Fri, 31 Dec 99999 23:59:59 GMT"}, None),
    ],
)
def test_headers_are_read_in_every_unit_and_invalid_values_ignored(
    headers: dict[str, str], expected: float | None
) -> None:
    assert find_retry_after(429, headers, None, NOW) == expected


def test_reset_of_a_rate_limit_is_ignored_for_other_failures() -> None:
    assert find_retry_after(500, {"x-ratelimit-reset": "45"}, None, NOW) is None


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ({"availability": {"retry_after": 4}}, 4.0),
        ({"availability": {"retry_after": "4.5"}}, 4.5),
        ({"metadata": {"headers": {"X-RateLimit-Reset": str(int((NOW + 5) * 1000))}}}, 5.0),
        ({"metadata": {"headers": {"Retry-After": 6}}}, 6.0),
        ({"availability": {"retry_after": float("nan")}}, None),
        ({"availability": {"retry_after": True}}, None),
        ({"availability": {"retry_after": 10**400}}, None),
        ({"availability": [], "metadata": {"headers": None}}, None),
        ("text", None),
    ],
)
def test_body_is_read_if_the_headers_have_no_wait(error: Any, expected: float | None) -> None:
    assert find_retry_after(429, {}, error, NOW) == expected


def test_number_is_the_maximum_of_retries() -> None:
    assert RetryOptions.of(2).max_attempts == 3
    assert RetryOptions.of(0).max_attempts == 1


@pytest.mark.parametrize("value", [-1, True, 2.5, "2", None])
def test_invalid_number_of_retries_is_rejected(value: Any) -> None:
    with pytest.raises(ConfigurationError, match="retries must be RetryOptions or a whole number"):
        RetryOptions.of(value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_attempts", 0),
        ("max_attempts", 2.5),
        ("max_attempts", True),
        ("max_attempts", "3"),
        ("initial_interval", float("nan")),
        ("initial_interval", -1),
        ("max_interval", float("inf")),
        ("exponent", 0.5),
        ("jitter", 5),
        ("jitter", -0.1),
        ("max_elapsed", "x"),
        ("max_elapsed", -1),
        ("max_elapsed", float("nan")),
        ("statuses", 429),
        ("statuses", "429"),
        ("statuses", ["429"]),
        ("read_timeouts", "yes"),
        ("empty", 1),
        ("should_retry", True),
        ("on_attempt", "print"),
    ],
)
def test_invalid_setting_is_rejected_with_its_name(name: str, value: Any) -> None:
    options: Any = {name: value}
    with pytest.raises(ConfigurationError, match=f"RetryOptions.{name} must be "):
        RetryOptions(**options)


def test_statuses_can_be_any_collection() -> None:
    assert RetryOptions(statuses=[429, 503]).statuses == frozenset({429, 503})
    assert RetryOptions(max_elapsed=None, jitter=1, max_attempts=1).max_elapsed is None


@pytest.mark.parametrize("result", [float("nan"), float("inf"), 10**400, "soon", []])
def test_should_retry_must_return_a_time_to_wait(result: Any) -> None:
    with pytest.raises(ConfigurationError, match="should_retry"):
        decide_wait(build_error(500), options=RetryOptions(should_retry=lambda _: result, max_elapsed=None))


@pytest.mark.parametrize("name", ["exponent", "max_attempts", "jitter"])
def test_the_bounds_of_a_setting_are_valid(name: str) -> None:
    assert getattr(RetryOptions(**{name: 1}), name) == 1
