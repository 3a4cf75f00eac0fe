"""When the waiting requests of a `RateLimiter` can be sent."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal

from attrs import define, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Limits", "Place", "Report", "Schedule"]


@define(eq=False)
class Place:
    """The place of a request in the queue, and in the window once it was admitted.

    Attributes:
        tokens: The tokens that the request is expected to use, or those that it has used.
        asks_at: Monotonic time in seconds at which the request asks again whether it is admitted.
        sent_at: Monotonic time at which the request was admitted, or is expected to be.
        is_forgotten: True once the request was admitted longer ago than the period.
    """

    tokens: float
    asks_at: float = 0.0
    sent_at: float = 0.0
    is_forgotten: bool = False


@define(eq=False)
class Report:
    """What is left of a limit, as the service has reported it.

    Attributes:
        kind: What is limited.
        left: What is left, without the requests that were admitted since then.
        until: Monotonic time in seconds of the reset.
        sent_at: Monotonic time at which the request was sent whose response is the report.
    """

    kind: Literal["requests", "tokens"]
    left: float
    until: float
    sent_at: float

    def find_amount(self, place: Place) -> float:
        """Return how much of the limit a request uses."""
        return max(place.tokens, 1.0) if self.kind == "tokens" else 1.0


@frozen
class Limits:
    """The limits of a period.

    Attributes:
        requests: The number of requests; None for no limit.
        tokens: The number of tokens; None for no limit.
        per: The period, in seconds.
    """

    requests: float | None
    tokens: float | None
    per: float

    def allow(self, tokens: float, *, count: int, used: float) -> bool:
        """Return True if a request exceeds no limit.

        Args:
            tokens: The tokens of the request.
            count: The number of requests in the period before it.
            used: Their tokens.
        """
        return (self.requests is None or count + 1 <= self.requests) and (
            self.tokens is None or used + tokens <= self.tokens
        )


class Schedule:
    """The times at which requests can be sent, each after those that were added before it.

    Args:
        limits: The limits of the period.
        sent: The requests of the last period.
        used: Their tokens.
        reports: What the service has reported.
        made_at: Monotonic time in seconds, for which the other arguments hold.
        begins_at: Monotonic time before which no request is sent.
    """

    def __init__(
        self,
        limits: Limits,
        sent: Iterable[Place],
        used: float,
        reports: Iterable[Report],
        *,
        made_at: float,
        begins_at: float,
    ) -> None:
        self.made_at = made_at
        self._limits = limits
        self._window = deque((place.sent_at, place.tokens) for place in sent)
        self._used = used
        self._reports = [Report(each.kind, each.left, each.until, each.sent_at) for each in reports]
        self._at = max(made_at, begins_at)
        self._times: dict[Place, float] = {}

    def add(self, place: Place) -> float:
        """Add a request, unless it was added before, and return the time at which it can be sent."""
        known = self._times.get(place)
        if known is not None:
            return known
        at, window, limits = self._at, self._window, self._limits
        for report in self._reports:
            amount = report.find_amount(place)
            if report.until > at and report.left < amount:
                at = report.until
            report.left -= amount
        while window and (
            window[0][0] + limits.per <= at or not limits.allow(place.tokens, count=len(window), used=self._used)
        ):
            sent_at, tokens = window.popleft()
            self._used -= tokens
            at = max(at, sent_at + limits.per)
        window.append((at, place.tokens))
        self._used += place.tokens
        self._at = self._times[place] = at
        return at
