"""When failed attempts are retried: `RetryOptions`."""

from __future__ import annotations

import inspect
import math
import random
from collections.abc import Callable, Iterable
from typing import Any, Final

from attrs import field, frozen
from attrs.validators import ge, instance_of, is_callable, le, optional

from ._flow.attempt import Attempt
from ._options.suggestions import suggest_names
from ._options.validation import FINITE, INTEGER, NUMBER, make_validator
from .errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    IncompleteStreamError,
    SDKError,
    TimedOutError,
)

__all__ = ["STATUSES", "Attempt", "Decision", "RetryOptions"]

STATUSES: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 524, 529})
"""The statuses that are retried by default."""

_MAX_HOOK_WAIT: Final = 1e9
"""Upper bound, in seconds, for a wait returned by `should_retry`."""


@frozen
class Decision:
    """The decision after a failed attempt.

    Attributes:
        wait: Seconds to wait before the next attempt; None for no further attempt.
        reason: Why, in words.
    """

    wait: float | None
    reason: str


def _make_number_validator(expected: str, *bounds: Any) -> Any:
    return make_validator(f"a number, {expected}", NUMBER, FINITE, *bounds)


_FUNCTION: Final = make_validator("a function, or None", optional(is_callable()))
_FLAG: Final = make_validator("True or False", instance_of(bool))


def _convert_statuses(value: Any) -> frozenset[int]:
    statuses: list[Any] = [None] if isinstance(value, str | bytes) or not isinstance(value, Iterable) else list(value)
    if not all(type(status) is int for status in statuses):
        raise ConfigurationError(
            f"RetryOptions.statuses must be a set of status numbers, such as {{429, 503}}, not {value!r:.100}"
        )
    return frozenset(statuses)


@suggest_names(
    max_retries="max_attempts, which counts the first attempt too",
    retries="max_attempts, which counts the first attempt too",
    attempts="max_attempts",
    backoff="initial_interval",
    backoff_factor="exponent",
    multiplier="exponent",
    delay="initial_interval",
    max_delay="max_interval",
    status_codes="statuses",
    status_forcelist="statuses",
    max_elapsed_time="max_elapsed",
    timeout="max_elapsed",
)
@frozen
class RetryOptions:
    """When and how failed calls are retried.

        client = Client(PETS, retries=RetryOptions(max_attempts=5, max_elapsed=120))

    Two kinds of failures are retried: responses with one of `statuses` (an error code inside a 200 response or in the
    first event of a stream counts as a status), and connections that failed before any of the response arrived, or
    before the first event of a stream. Read timeouts are not retried by default, as the service may have done the work
    and billed it; nor is an error beside content, such as text. A stream is never retried after its first content.

    After attempt n the wait is `initial_interval * exponent ** (n - 1)` seconds, at most `max_interval`, reduced by a
    random part of up to `jitter`. If the service requests a wait, as with `Retry-After`, that wait applies instead.

    Args:
        max_attempts: The maximum number of attempts, including the first; 1 disables retries. Defaults to 3.
        initial_interval: Seconds to wait before the second attempt. Defaults to 0.5.
        max_interval: The longest wait in seconds, unless the service requests a longer one. Defaults to 8.
        exponent: The factor by which the wait grows with each attempt. Defaults to 2.
        jitter: The random part of each wait, from 0 to 1, so that many clients do not retry at the same time. Defaults
            to 0.25.
        max_elapsed: The maximum number of seconds from the start of the first attempt to the start of the last; None
            for no limit. If a wait would exceed it, the error is raised at once. Defaults to 60.
        statuses: The statuses to retry. Defaults to 408, 409, 425, 429, 500, 502, 503, 504, 524 and 529.
        read_timeouts: Retry also if the limit read, first_token or idle was exceeded before the response. Defaults to
            False.
        empty: Retry also if a completion has no text, refusal, reasoning or tool call and used no tokens. A chat stream
            then opens with its first content, and is retried if it ends before. Defaults to False.
        should_retry: A function that receives every error and overrides the rules above: it returns False to raise the
            error, True to retry, the seconds to wait before a retry, or None to apply the rules. `max_attempts` and
            `max_elapsed` apply in any case.
        should_retry_result: A function that receives the result of every attempt without an error, and returns False to
            accept it, True to retry, the seconds to wait before a retry, or None to apply the rule `empty`. The result
            of the last attempt is accepted in any case. A stream then opens with its first content, and the function
            receives the result of the chunks so far; streams whose items have no combined result are accepted.
        on_attempt: A function that receives the `Attempt` after every attempt, before the wait. For an async client it
            may be async.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    max_attempts: int = field(default=3, validator=make_validator("a whole number, 1 or more", INTEGER, ge(1)))
    initial_interval: float = field(default=0.5, validator=_make_number_validator("0 or more", ge(0)))
    max_interval: float = field(default=8.0, validator=_make_number_validator("0 or more", ge(0)))
    exponent: float = field(default=2.0, validator=_make_number_validator("1 or more", ge(1)))
    jitter: float = field(default=0.25, validator=_make_number_validator("0 to 1", ge(0), le(1)))
    max_elapsed: float | None = field(
        default=60.0, validator=make_validator("seconds, 0 or more, or None for no limit", optional([NUMBER, ge(0)]))
    )
    statuses: frozenset[int] = field(default=STATUSES, converter=_convert_statuses)
    read_timeouts: bool = field(default=False, validator=_FLAG)
    empty: bool = field(default=False, validator=_FLAG)
    should_retry: Callable[[SDKError], bool | float | None] | None = field(default=None, validator=_FUNCTION)
    should_retry_result: Callable[[Any], bool | float | None] | None = field(default=None, validator=_FUNCTION)
    on_attempt: Callable[[Attempt], Any] | None = field(default=None, validator=_FUNCTION)

    @classmethod
    def of(cls, given: RetryOptions | int) -> RetryOptions:
        """Return the options unchanged, or build them from a number of retries.

        Args:
            given: The options, or the maximum number of retries (0 for none).

        Raises:
            ConfigurationError: The value is neither.
        """
        if isinstance(given, RetryOptions):
            return given
        if isinstance(given, bool) or not isinstance(given, int) or given < 0:
            raise ConfigurationError(f"retries must be RetryOptions or a whole number, 0 or more, not {given!r:.100}")
        return cls(max_attempts=given + 1)

    def decide(
        self,
        error: SDKError | None,
        number: int,
        elapsed: float,
        *,
        left: float = math.inf,
        verdict: bool | float | None = None,
        chance: Callable[[], float] = random.random,
    ) -> Decision:
        """Return the decision whether to retry after an error, and after how long.

        Args:
            error: The error of the attempt; None if its result is empty, or `should_retry_result` requests a retry.
            number: The number of the attempt, 1 for the first.
            elapsed: Seconds since the first attempt began.
            left: Seconds left of the limit `total`.
            verdict: What `should_retry_result` returned.
            chance: A function that returns a random number from 0 to 1, for the jitter.

        Raises:
            ConfigurationError: `should_retry` or `should_retry_result` returned an invalid value.
        """
        hook = "should_retry_result" if error is None else "should_retry"
        if error is not None:
            verdict = None if self.should_retry is None else self.should_retry(error)
        if inspect.iscoroutine(verdict):
            verdict.close()
            raise ConfigurationError(f"RetryOptions.{hook} is async: write it as a plain function, without `async`")
        if verdict is False:
            return Decision(None, f"RetryOptions.{hook} returned False")
        reason = self._find_reason(error) if verdict is None else f"RetryOptions.{hook} returned {verdict!r:.100}"
        if reason is None:
            answered = isinstance(error, APIError) and error.answered
            return Decision(
                None, "the response already has content" if answered else "this kind of failure is not retried"
            )
        if number >= self.max_attempts:
            return Decision(None, f"attempt {number} of {self.max_attempts} was the last")
        requested = error.retry_after if isinstance(error, APIError) else None
        if verdict is not None and verdict is not True:
            if not isinstance(verdict, int | float) or not verdict < _MAX_HOOK_WAIT:
                raise ConfigurationError(
                    f"RetryOptions.{hook} must return True, False, None or seconds, not {verdict!r:.100}"
                )
            requested = max(float(verdict), 0.0)
        wait = self._compute_interval(number, chance) if requested is None else requested
        remaining = min(math.inf if self.max_elapsed is None else self.max_elapsed - elapsed, left)
        if wait > remaining:
            return Decision(None, f"a wait of {wait:.3g} s exceeds the {max(remaining, 0):.3g} s left")
        return Decision(wait, reason if requested is None else f"{reason}, requested wait {requested:.3g} s")

    def _find_reason(self, error: SDKError | None) -> str | None:
        """Return why the error is retried by the rules, or None if it is not."""
        if error is None:
            return "the completion is empty" if self.empty else None
        if self.empty and isinstance(error, IncompleteStreamError):
            return "the stream ended before any content"
        if isinstance(error, APIError):
            retried = error.status_code in self.statuses and error.retryable is not False and not error.answered
            return f"status {error.status_code}" if retried else None
        if isinstance(error, TimedOutError) and error.phase not in ("connect", "pool", "write"):
            retried = self.read_timeouts and error.phase != "total" and not error.answered
            return f"the {error.phase} limit was exceeded" if retried else None
        if isinstance(error, ConnectionFailedError):
            # With a status, the failed response is a stream that sent keep-alives, but no content.
            awaited = "a response" if error.status_code is None else "the first content"
            return None if error.answered or error.client_closed else f"the connection failed before {awaited}"
        return None

    def _compute_interval(self, number: int, chance: Callable[[], float]) -> float:
        try:
            interval = self.initial_interval * self.exponent ** (number - 1)
        except OverflowError:
            interval = math.inf
        return min(interval, self.max_interval) * (1 - self.jitter * chance())
