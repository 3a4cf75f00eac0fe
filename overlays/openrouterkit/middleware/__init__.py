"""The seam for behaviour around every call: a middleware sees the request, and has the call made, or not.

    def timed(request: Request, call_next: Handler) -> Flow[Response]:
        began = monotonic()
        response = yield from call_next(request)
        print(request.url, response.status, monotonic() - began)
        return response

    client = OpenRouter(middleware=[timed])

A middleware is a flow, so that one serves sync and async clients alike. It may change the request (`attrs.evolve`),
call more than once, answer by itself (`Response(request, 200, headers, content=b"...")`, for a stream with the events
as content), or handle what the call raises. It stands outside the retries: what it calls has been tried as often as the
options say. What it answers is judged like what the network answers, before any middleware further out sees it: a
failing status, an error inside a success and so on are raised as the same errors.
"""

from __future__ import annotations

from collections.abc import Callable

from ..flow import Flow, Request, Response

Handler = Callable[[Request], Flow[Response]]
"""Makes the call: the next middleware, or in the end the retries and the network."""

Middleware = Callable[[Request, Handler], Flow[Response]]
"""A flow around the call; the first of a client's list is the outermost."""
