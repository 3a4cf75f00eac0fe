"""The requests and tokens of a `RateLimiter` within a time, and the queue of the requests that wait."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .rate_limit_headers import ReportedLimit

__all__ = ["Place", "RateWindow"]

_TOLERANCE: Final = 0.001
"""Seconds: a shorter wait is none."""


class Place:
    """The place of a request in the queue, and in the window once it was admitted.

    Args:
        tokens: The tokens that the request is expected to use.

    Attributes:
        tokens: The expected tokens, or those that were used.
        sent_at: Monotonic time in seconds at which the request was admitted, or is expected to be.
    """

    __slots__ = ("sent_at", "tokens")

    def __init__(self, tokens: float, sent_at: float = 0.0) -> None:
        self.tokens = tokens
        self.sent_at = sent_at


class RateWindow:
    """Admits requests in the order in which they came, so that the limits hold for every period of time.

    Args:
        requests: The number of requests per period; None for no limit.
        tokens: The number of tokens per period; None for no limit.
        per: The period, in seconds.
    """

    def __init__(self, requests: float | None, tokens: float | None, per: float) -> None:
        self._requests, self._tokens, self._per = requests, tokens, per
        self._sent: deque[Place] = deque()  # of the last period, in order
        self._waiting: dict[Place, None] = {}  # in order
        self._flying: set[Place] = set()  # admitted, without a response so far
        self._reported: dict[str, tuple[float, float]] = {}  # kind -> what is left, and until when
        self._paused_until = 0.0
        self._rejections = 0  # since the last request that succeeded
        self._lock = Lock()

    @property
    def is_idle(self) -> bool:
        """True if the window needs not be kept."""
        with self._lock:
            now = time.monotonic()
            self._forget(now)
            ends = [self._paused_until, *(until for _, until in self._reported.values())]
            return not (self._sent or self._waiting or self._flying or max(ends) > now)

    def join(self, tokens: float) -> Place:
        """Return a place at the end of the queue."""
        place = Place(tokens if self._tokens is None else min(tokens, self._tokens))
        with self._lock:
            self._waiting[place] = None
        return place

    def leave(self, place: Place) -> None:
        """Remove a place from the queue, because its request is not sent."""
        with self._lock:
            self._waiting.pop(place, None)

    def admit(self, place: Place) -> float:
        """Admit a request, and return 0; or return the seconds after which it is expected to be admitted."""
        with self._lock:
            now = time.monotonic()
            self._forget(now)
            wait = self._plan(place, now) - now
            if wait > _TOLERANCE:
                return wait
            del self._waiting[place]
            place.sent_at = now
            self._sent.append(place)
            self._flying.add(place)
            for kind, (left, until) in self._reported.items():
                self._reported[kind] = left - _get_amount(kind, place), until
            return 0.0

    @property
    def poll_interval(self) -> float:
        """Seconds after which a waiting request asks again: it may be admitted earlier than expected."""
        return 0.25 + 0.02 * len(self._waiting)

    def land(self, place: Place) -> None:
        """Record that the response to a request has arrived, or that there is none."""
        with self._lock:
            self._flying.discard(place)

    def pause(self, seconds: float | None) -> None:
        """Admit no request for a time, because the service has rejected one.

        Args:
            seconds: The time; None for 1 s, and twice as long after each further rejection, up to the period.
        """
        with self._lock:
            if seconds is None:
                seconds = min(2.0 ** min(self._rejections, 30), self._per)
            self._rejections += 1
            self._paused_until = max(self._paused_until, time.monotonic() + seconds)

    def learn(self, limits: Iterable[ReportedLimit], *, succeeded: bool) -> None:
        """Record what the service has reported with a response.

        Args:
            limits: The limits in its headers.
            succeeded: True if the service has accepted the request.
        """
        with self._lock:
            now = time.monotonic()
            if succeeded:
                self._rejections = 0
            for limit in limits:
                # The service may not have counted the requests that are under way.
                flying = sum(_get_amount(limit.kind, place) for place in self._flying)
                self._reported[limit.kind] = limit.remaining - flying, now + limit.seconds

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0].sent_at + self._per <= now:
            self._sent.popleft()
        self._reported = {kind: value for kind, value in self._reported.items() if value[1] > now}

    def _plan(self, place: Place, now: float) -> float:
        """Return the time at which a request of the queue is admitted, after all that are before it."""
        used = 0.0 if self._tokens is None else sum(each.tokens for each in self._sent)
        at = max(now, self._paused_until)
        is_next = next(iter(self._waiting), None) is place
        if is_next and not self._reported and not self._exceeds(len(self._sent), used, place):
            return at  # usually, and without a copy of what may be many requests
        window = deque(self._sent)
        reported = dict(self._reported)
        for each in self._waiting:
            for kind, (left, until) in tuple(reported.items()):
                amount = _get_amount(kind, each)
                if until > at and left < amount:
                    at = until
                reported[kind] = left - amount, until
            while window and (window[0].sent_at + self._per <= at or self._exceeds(len(window), used, each)):
                oldest = window.popleft()
                used -= oldest.tokens
                at = max(at, oldest.sent_at + self._per)
            if each is place:
                return at
            window.append(Place(each.tokens, at))
            used += each.tokens
        raise ValueError("the request is not in the queue")

    def _exceeds(self, count: int, used: float, place: Place) -> bool:
        """Return True if a request exceeds a limit, with so many requests and tokens in the period before it."""
        return (self._requests is not None and count + 1 > self._requests) or (
            self._tokens is not None and used + place.tokens > self._tokens
        )


def _get_amount(kind: str, place: Place) -> float:
    """Return how much of a limit a request uses."""
    return max(place.tokens, 1.0) if kind == "tokens" else 1.0
