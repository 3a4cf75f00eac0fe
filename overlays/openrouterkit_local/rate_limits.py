"""The rate limit of the server: a number of requests per window of time."""

from __future__ import annotations

from math import ceil
from time import time
from typing import TYPE_CHECKING

from .exchange.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .service import Service


def count_request(service: Service) -> Mapping[str, str]:
    """Count a request, and return the `X-RateLimit-*` headers of its response; none without a rate limit.

    A window starts with the first request after the end of the previous one.

    Raises:
        ServiceError: 429 if the requests of the window are used up, with the wait until its end in `Retry-After`. The
            body contains the other headers, as that of the service does.
    """
    limit, window = service.settings.rate_limit, service.settings.rate_window
    if limit is None:
        return {}
    state, now = service.state, time()
    if now >= state.window_end:
        state.window_end, state.window_requests = now + window, 0
    state.window_requests += 1
    # In milliseconds, rounded up, so that a client that waits until then is in the next window.
    headers = {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(max(limit - state.window_requests, 0)),
        "X-RateLimit-Reset": str(ceil(state.window_end * 1000)),
    }
    if state.window_requests <= limit:
        return headers
    wait = ceil((state.window_end - now) * 1000) / 1000
    message = f"Rate limit exceeded: {limit} requests per {window:g} s; retry after {wait} s"
    raise ServiceError(429, message, metadata={"headers": headers}, headers={**headers, "Retry-After": str(wait)})
