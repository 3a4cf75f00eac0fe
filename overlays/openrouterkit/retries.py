"""Whether a failed attempt is tried again, and after how long: one pure decision."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable
from typing import Any, Final

from attrs import field, frozen
from attrs.validators import ge, instance_of, is_callable, le, optional

from ._flow.attempt import Attempt
from ._options.validation import FINITE, INTEGER, NUMBER, make_validator
from .errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    IncompleteStreamError,
    OpenRouterError,
    TimedOutError,
)

__all__ = ["STATUSES", "Attempt", "Decision", "RetryOptions"]

STATUSES: Final = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 524, 529})
"""The statuses that are tried again unless told otherwise."""

_FOR_EVER: Final = 1e9
"""Upper bound, in seconds, for a wait returned by a hook."""


@frozen
class Decision:
    """What follows a failed attempt: another after `wait` seconds, or none where that is None, and why."""

    wait: float | None
    reason: str


def _number(expected: str, *bounds: Any) -> Any:
    return make_validator(f"a number, {expected}", NUMBER, FINITE, *bounds)


_FUNCTION: Final = make_validator("a function, or None", optional(is_callable()))
_FLAG: Final = make_validator("True or False", instance_of(bool))


def _statuses(given: Any) -> frozenset[int]:
    found = None if isinstance(given, str | bytes) or not isinstance(given, Iterable) else frozenset(given)
    if found is None or not all(type(status) is int for status in found):
        raise ConfigurationError(
            f"RetryOptions.statuses must be a set of status numbers, such as {{429, 503}}, not {given!r:.100}"
        )
    return found


@frozen
class RetryOptions:
    """When and how a failed call is tried again.

    Tried again are answers with one of `statuses` (the code inside a 200 or in a stream's first event counts like a
    status) and connections that failed before any of the answer came. A read that timed out is not: the service may
    have done the work, and billed it. Nothing is tried again after a stream's first content.

    Attributes:
        max_attempts: in all, the first included; 1 means no retries.
        initial_interval: seconds before the second attempt.
        max_interval: seconds no wait exceeds, unless the service asks for longer.
        exponent: by which the interval grows from one attempt to the next.
        jitter: the part of each interval that is left to chance, 0 to 1, so that many clients do not return together.
        max_elapsed: seconds from the first attempt's start within which the last may begin; None for no limit.
            A service that asks to wait beyond it is not waited for: its error is raised at once.
        statuses: that are tried again.
        read_timeouts: also try again when read, first_token or idle passed before the answer.
        empty: also try again when a chat answer has neither text, refusal, reasoning nor tool call and cost no tokens;
            a stream then opens with its first content, and is tried again where it ends before.
        should_retry: called with every error before the rules apply: False stops, True or a number of seconds retries
            (`max_attempts` and `max_elapsed` hold still), None leaves it to the rules.
        on_attempt: called after every attempt with its `Attempt`, before the wait that it states; in an async client
            it may be an async function.
    """

    max_attempts: int = field(default=3, validator=make_validator("a whole number, 1 or more", INTEGER, ge(1)))
    initial_interval: float = field(default=0.5, validator=_number("0 or more", ge(0)))
    max_interval: float = field(default=8.0, validator=_number("0 or more", ge(0)))
    exponent: float = field(default=2.0, validator=_number("1 or more", ge(1)))
    jitter: float = field(default=0.25, validator=_number("0 to 1", ge(0), le(1)))
    max_elapsed: float | None = field(
        default=60.0, validator=make_validator("seconds, 0 or more, or None for no limit", optional([NUMBER, ge(0)]))
    )
    statuses: frozenset[int] = field(default=STATUSES, converter=_statuses)
    read_timeouts: bool = field(default=False, validator=_FLAG)
    empty: bool = field(default=False, validator=_FLAG)
    should_retry: Callable[[OpenRouterError], bool | float | None] | None = field(default=None, validator=_FUNCTION)
    on_attempt: Callable[[Attempt], Any] | None = field(default=None, validator=_FUNCTION)

    @classmethod
    def of(cls, given: RetryOptions | int) -> RetryOptions:
        """The options given as such, or as a number of further attempts (0: none) with all else at its default."""
        if isinstance(given, RetryOptions):
            return given
        if isinstance(given, bool) or not isinstance(given, int) or given < 0:
            raise ConfigurationError(
                f"retries is RetryOptions, or how many more attempts, 0 or more: not {given!r:.100}"
            )
        return cls(max_attempts=given + 1)

    def decide(
        self,
        error: OpenRouterError | None,
        number: int,
        elapsed: float,
        *,
        left: float = math.inf,
        chance: Callable[[], float] = random.random,
    ) -> Decision:
        """Whether the call is tried again after this error, and when.

        Args:
            error: what the attempt ended with; None for a completion that came, and was empty.
            number: the attempt's, 1 for the first.
            elapsed: seconds since the first attempt began.
            left: seconds left of the `total` limit.
            chance: a number from 0 to 1, drawn for the jitter.
        """
        answer = None if self.should_retry is None or error is None else self.should_retry(error)
        if answer is False:
            return Decision(None, "`should_retry` of the retry options said no")
        wanted = self._reason(error) if answer is None else "`should_retry` of the retry options said so"
        if wanted is None:
            return Decision(None, "not a failure that is tried again")
        if number >= self.max_attempts:
            return Decision(None, f"{number} of {self.max_attempts} attempts made")
        asked = error.retry_after if isinstance(error, APIError) else None
        if answer is not None and answer is not True:
            if not isinstance(answer, int | float) or not answer < _FOR_EVER:
                raise ConfigurationError(
                    f"RetryOptions.should_retry gives True, False, None or seconds: not {answer!r:.100}"
                )
            asked = max(float(answer), 0.0)
        wait = self._interval(number, chance) if asked is None else asked
        rest = min(math.inf if self.max_elapsed is None else self.max_elapsed - elapsed, left)
        if wait > rest:
            return Decision(None, f"a wait of {wait:.3g} s does not fit into the {max(rest, 0):.3g} s that are left")
        return Decision(wait, wanted if asked is None else f"{wanted}, asked to wait {asked:.3g} s")

    def _reason(self, error: OpenRouterError | None) -> str | None:
        if error is None:
            return "the completion is empty" if self.empty else None
        if self.empty and isinstance(error, IncompleteStreamError):
            return "the stream ended before any content"
        if isinstance(error, APIError):
            wanted = error.status_code in self.statuses and error.retryable is not False
            return f"status {error.status_code}" if wanted else None
        if isinstance(error, TimedOutError) and error.phase not in ("connect", "pool", "write"):
            wanted = self.read_timeouts and error.phase != "total" and not error.answered
            return f"the {error.phase} limit passed" if wanted else None
        if isinstance(error, ConnectionFailedError):
            return None if error.answered else "the connection failed before an answer"
        return None

    def _interval(self, number: int, chance: Callable[[], float]) -> float:
        try:
            interval = self.initial_interval * self.exponent ** (number - 1)
        except OverflowError:
            interval = math.inf
        return min(interval, self.max_interval) * (1 - self.jitter * chance())
