"""`RateLimiter`: sends no more requests and tokens than a service accepts."""

from __future__ import annotations

import time
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from ..errors import APIError, ConfigurationError, SDKError
from ..flow import Sleep, do
from ..responses import read_rate_limits
from .rate_windows import RateWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ..flow import Flow, Request, Response
    from .rate_schedule import Place
    from .signatures import Handler, StreamEnd

__all__ = ["RateLimitedError", "RateLimiter"]

_MAX_IDLE_WINDOWS: Final = 1000


class RateLimitedError(SDKError):
    """A `RateLimiter` did not send a request, because it would have to wait for longer than `max_wait`.

    Attributes:
        retry_after: Seconds after which the request is expected to be sent.
    """

    retry_after: float = 0.0


class RateLimiter:
    """Attempt middleware that lets requests wait, so that they exceed no limit of requests and tokens.

        limiter = RateLimiter(requests=60, tokens=100_000, per=60)
        client = OpenRouter(attempt_middleware=[limiter])

    Clients, threads and tasks may share a limiter. Each attempt waits until the limits hold for every `per` seconds;
    the first that came is sent first, unless its event loop stands still. The wait is part of `TimeoutOptions.total`,
    but not of the other limits and of the latency. The tokens of a request are estimated before it is sent, and
    corrected when its usage is known.

    The limiter learns from the service: a 429 lets all requests wait for its `Retry-After`, or else for 1 s, and twice
    as long after each further one; and if headers such as `X-RateLimit-Remaining` and `X-RateLimit-Reset` report that
    less is left, further requests wait for the reset. So `RateLimiter()` without limits is useful, too.

    Args:
        requests: The number of requests per period. Defaults to no limit.
        tokens: The number of tokens per period, of prompts and completions. Defaults to no limit.
        per: The period, in seconds. Defaults to 60.
        key: A function that receives the request and returns what has limits of its own, such as
            `lambda request: request.model`. By default, all requests share the limits.
        estimate_tokens: A function that receives the request and returns the tokens that it is expected to use.
            Defaults to a quarter of the bytes of its body, and `max_tokens` or `max_completion_tokens` if it has one.
        max_wait: Seconds that a request may wait; one that would wait longer raises `RateLimitedError` at once.
            Defaults to no limit.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    def __init__(
        self,
        requests: float | None = None,
        tokens: float | None = None,
        per: float = 60,
        *,
        key: Callable[[Request], Hashable] | None = None,
        estimate_tokens: Callable[[Request], float] | None = None,
        max_wait: float | None = None,
    ) -> None:
        numbers = {"requests": (requests, 1), "tokens": (tokens, 1), "per": (per, 0), "max_wait": (max_wait, 0)}
        for name, (value, least) in numbers.items():
            if value is None and name != "per":
                continue
            if isinstance(value, bool) or not isinstance(value, int | float) or not value >= least or value == 0:
                expected = f"{least} or more" if least else "above 0"
                raise ConfigurationError(f"{name} must be a number, {expected}, not {value!r:.100}")
        for name, function in (("key", key), ("estimate_tokens", estimate_tokens)):
            if function is not None and not callable(function):
                raise ConfigurationError(f"{name} must be a function, not {function!r:.100}")
        self._requests, self._tokens, self._per = requests, tokens, per
        self._key, self._max_wait = key, max_wait
        self._estimate = estimate_tokens or _estimate_tokens
        self._windows: dict[Hashable, RateWindow] = {}
        self._lock = Lock()

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Return the response to a request that is sent when the limits allow it.

        See `openrouterkit.middleware.Middleware`.
        """
        if not request.attempt:
            raise ConfigurationError(
                "RateLimiter runs around attempts, so that retries wait, too: pass "
                "attempt_middleware=[RateLimiter(...)] in place of middleware=[...]"
            )
        window = self._find_window(None if self._key is None else self._key(request))
        place = window.join(0.0 if self._tokens is None else self._estimate(request))
        try:
            yield from self._wait(window, place)
        except BaseException:
            window.leave(place)
            raise
        try:
            response = yield from call_next(request)
        finally:
            window.leave(place)
        error = response.error
        is_rejected = isinstance(error, APIError) and error.status_code == 429
        window.learn(read_rate_limits(response.headers, time.time()), place, succeeded=error is None)
        if isinstance(error, APIError):
            if is_rejected:
                window.pause(error.retry_after)
            if not error.answered:
                window.correct(place, 0.0)
        elif self._tokens is not None and response.stream is None:
            _correct(window, place, response.json)
        elif self._tokens is not None:

            def on_end(end: StreamEnd) -> None:
                _correct(window, place, end.partial if end.result is None else end.result)

            return response.observed(on_end=on_end)
        return response

    def _wait(self, window: RateWindow, place: Place) -> Flow[None]:
        """Wait until a request is admitted.

        Raises:
            RateLimitedError: It would wait for too long.
        """
        began = time.monotonic()
        while (wait := window.admit(place)) > 0:
            if self._max_wait is not None and time.monotonic() - began + wait > self._max_wait:
                error = RateLimitedError(
                    f"the request was not sent, because it would have to wait {wait:.3g} s for the rate limit, which "
                    f"is longer than max_wait={self._max_wait:g}; try again after {wait:.3g} s"
                )
                error.retry_after = wait
                raise error
            yield from do(Sleep(max(place.asks_at - time.monotonic(), 0.0)))

    def _find_window(self, key: Hashable) -> RateWindow:
        with self._lock:
            window = self._windows.get(key)
            if window is None:
                if len(self._windows) >= _MAX_IDLE_WINDOWS:
                    self._windows = {each: kept for each, kept in self._windows.items() if not kept.is_idle}
                window = self._windows[key] = RateWindow(self._requests, self._tokens, self._per)
            return window


def _estimate_tokens(request: Request) -> float:
    """Return the tokens that a request is expected to use, for the prompt and the completion."""
    content, body = request.content, request.json
    tokens = len(content) / 4 if isinstance(content, bytes) else 0.0
    if isinstance(body, Mapping):
        for name in ("max_completion_tokens", "max_tokens"):
            limit: Any = body.get(name)
            if isinstance(limit, int):
                return tokens + limit
    return tokens


def _correct(window: RateWindow, place: Place, result: Any) -> None:
    """Replace the estimated tokens of a request by the tokens of its usage, if the result has one."""
    usage: Any = result.get("usage") if isinstance(result, Mapping) else getattr(result, "usage", None)
    if hasattr(usage, "to_dict"):
        usage = usage.to_dict()
    if not isinstance(usage, Mapping):
        return
    counts: list[Any] = [usage.get("total_tokens")]
    if not isinstance(counts[0], int):
        counts = [usage.get(name) for name in ("input_tokens", "output_tokens")]
    if all(isinstance(count, int) for count in counts):
        window.correct(place, float(sum(counts)))
