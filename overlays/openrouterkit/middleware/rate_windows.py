"""The requests and tokens of a `RateLimiter` within a time, and the queue of the requests that wait."""

from __future__ import annotations

import time
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, Final

from .rate_schedule import Limits, Place, Report, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..responses import ReportedLimit

__all__ = ["RateWindow"]

_TOLERANCE: Final = 0.001
"""Seconds: a shorter wait is none."""
_PATIENCE: Final = 1.0
"""Seconds by which a waiting request may be late. Others are sent before one that is later."""
_PLANNING: Final = 1e-4
"""Seconds for each waiting request during which a schedule is used, so that planning takes little of the time."""


class RateWindow:
    """Admits requests in the order in which they came, so that the limits hold for every period of time.

    `leave` and `correct` may run during garbage collection, in the middle of the other methods, so they do not take the
    lock: they add to a queue, which the other methods process.

    Args:
        requests: The number of requests per period; None for no limit.
        tokens: The number of tokens per period; None for no limit.
        per: The period, in seconds.
    """

    def __init__(self, requests: float | None, tokens: float | None, per: float) -> None:
        self._limits = Limits(requests, tokens, per)
        self._sent: deque[Place] = deque()  # of the last period, in order
        self._used = 0.0  # the tokens of `_sent`
        self._waiting: dict[Place, None] = {}  # in order
        self._flying: set[Place] = set()  # admitted, without a response so far
        self._reports: dict[str, Report] = {}  # by the names of headers
        self._paused_until = 0.0
        self._rejections = 0  # since the last request that succeeded
        self._schedule: Schedule | None = None
        self._left: deque[Place] = deque()
        self._corrected: deque[tuple[Place, float]] = deque()
        self._lock = Lock()

    @property
    def is_idle(self) -> bool:
        """True if the window needs not be kept."""
        with self._lock:
            now = time.monotonic()
            self._update(now)
            ends = [self._paused_until, *(report.until for report in self._reports.values())]
            return not (self._sent or self._waiting or self._flying or max(ends) > now)

    def join(self, tokens: float) -> Place:
        """Return a place at the end of the queue."""
        most = self._limits.tokens
        place = Place(tokens if most is None else min(tokens, most), time.monotonic())
        with self._lock:
            self._waiting[place] = None
        return place

    def leave(self, place: Place) -> None:
        """Record that a request is not sent, that its response has arrived, or that there is none."""
        self._left.append(place)

    def correct(self, place: Place, tokens: float) -> None:
        """Record the tokens that a request has used, in place of those that it was expected to use.

        Args:
            place: The request.
            tokens: What it has used.
        """
        self._corrected.append((place, tokens))

    def admit(self, place: Place) -> float:
        """Admit a request, and return 0; or return the seconds after which it is expected to be admitted.

        A request that was not admitted must be passed again at `place.asks_at`, because it may be admitted earlier than
        expected. It keeps its place in the queue if it is late, but the others do not wait for it.
        """
        with self._lock:
            now = time.monotonic()
            self._update(now)
            if place.asks_at + _PATIENCE < now:
                self._schedule = None  # which does not contain it
            place.asks_at = now
            at = self._find_time(place, now)
            wait = at - now
            if wait > _TOLERANCE:
                place.asks_at = now + min(wait, 0.25 + 0.001 * len(self._waiting))
                return wait
            del self._waiting[place]
            place.sent_at = now
            self._sent.append(place)
            self._used += place.tokens
            self._flying.add(place)
            for report in self._reports.values():
                report.left -= report.find_amount(place)
            return 0.0

    def pause(self, seconds: float | None) -> None:
        """Admit no request for a time, because the service has rejected one.

        Args:
            seconds: The time; None for 1 s, and twice as long after each further rejection, up to the period.
        """
        with self._lock:
            if seconds is None:
                seconds = min(2.0 ** min(self._rejections, 30), self._limits.per)
            self._rejections += 1
            self._paused_until = max(self._paused_until, time.monotonic() + seconds)

    def learn(self, limits: Iterable[ReportedLimit], place: Place, *, succeeded: bool) -> None:
        """Record what the service has reported with a response.

        Args:
            limits: The limits in its headers.
            place: The request to which it is the response.
            succeeded: True if the service has accepted the request.
        """
        with self._lock:
            now = time.monotonic()
            self._update(now)
            if succeeded:
                self._rejections = 0
            for limit in limits:
                report = Report(limit.kind, limit.remaining, now + limit.seconds, place.sent_at)
                # The service may not have counted the requests that are under way.
                report.left -= sum(map(report.find_amount, self._flying))
                known = self._reports.get(limit.name)
                if known is not None and known.sent_at > report.sent_at:
                    # The response to an earlier request is late, and does not know of the later one.
                    report.left, report.sent_at = min(known.left, report.left), known.sent_at
                    report.until = max(known.until, report.until)
                self._reports[limit.name] = report

    def _update(self, now: float) -> None:
        """Process what was added to the queues, and forget what is over."""
        while self._left:
            place = self._left.popleft()
            self._waiting.pop(place, None)
            self._flying.discard(place)
        while self._corrected:
            place, tokens = self._corrected.popleft()
            if not place.is_forgotten:
                self._used += tokens - place.tokens
            place.tokens = tokens
        while self._sent and self._sent[0].sent_at + self._limits.per <= now:
            oldest = self._sent.popleft()
            oldest.is_forgotten = True
            self._used -= oldest.tokens
        if not self._sent:
            self._used = 0.0  # without the rounding errors of the sums
        if self._reports:
            self._reports = {name: report for name, report in self._reports.items() if report.until > now}

    def _find_time(self, place: Place, now: float) -> float:
        """Return the time at which a request is admitted, after all that are before it and ask in time."""
        if next(self._list_punctual(now)) is place and self._is_free(place, now):
            return now  # usually, and without a copy of what may be many requests
        schedule = self._schedule
        if schedule is None or now - schedule.made_at > _PLANNING * len(self._waiting):
            schedule = self._schedule = self._begin_schedule(now)
            for each in self._list_punctual(now):
                schedule.add(each)
        at = schedule.add(place)
        if at - now > _TOLERANCE or schedule.made_at == now:
            return at
        schedule = self._begin_schedule(now)  # the other one may be too old to be exact
        for each in self._list_punctual(now):
            at = schedule.add(each)
            if each is place:
                break
        return at

    def _list_punctual(self, now: float) -> Iterator[Place]:
        """Yield the requests of the queue that have asked in time, in order."""
        return (each for each in self._waiting if each.asks_at + _PATIENCE >= now)

    def _is_free(self, place: Place, now: float) -> bool:
        """Return True if the next request of the queue can be sent."""
        return (
            self._paused_until <= now
            and self._limits.allow(place.tokens, count=len(self._sent), used=self._used)
            and all(report.left >= report.find_amount(place) for report in self._reports.values())
        )

    def _begin_schedule(self, now: float) -> Schedule:
        reports = self._reports.values()
        return Schedule(self._limits, self._sent, self._used, reports, made_at=now, begins_at=self._paused_until)
