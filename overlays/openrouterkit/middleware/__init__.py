"""Middleware: functions that run around every call of a client.

    def timed(request: Request, call_next: Handler) -> Flow[Response]:
        began = monotonic()
        response = yield from call_next(request)
        print(request.url, response.status, monotonic() - began)
        return response

    client = OpenRouter(middleware=[timed])

A middleware is a flow (see `openrouterkit.flow`), so the same function serves sync and async clients. It can:

- change the request: `yield from call_next(attrs.evolve(request, headers=...))`;
- run `call_next` several times, or not at all;
- return a response without a request: `Response(request, 200, headers, content=b"...")`, where the content of a stream
  is the text of its events;
- handle the errors that `call_next` raises.

Middleware runs outside the retries: `call_next` returns or raises after the last attempt. The response of a middleware
is checked like a response from the network before outer middleware sees it: an error status, or an error inside a
successful response, raises the same exceptions. Responses that a middleware received from `call_next` and does not
return are closed when the call ends.

`call_next` returns a stream after its first item. A middleware can read the body, from its beginning, and return the
same response; the caller receives every item:

    while data := (yield from do(Read(response, response.stream.deadlines))):
        log.write(data)
    return response

Or it returns other events as `content`. It must not take items out of `response.stream.parser.ready`, unless it puts
them back: the call would raise `ConfigurationError`, because the caller would not receive them.

The limit `TimeoutOptions.total` includes the middleware: a `Sleep` ends with `TimedOutError` when the limit is
exceeded, and so does a `CallFunction`, except that sync code cannot interrupt a function and checks the limit after it.

The API key and the credential headers of the request belong to its origin. If a middleware changes the scheme, host or
port of the URL, they are not sent; those that it sets itself are:

    call_next(attrs.evolve(request, url="https://other.example/v1/chat/completions", key=Secret("...")))
"""

from __future__ import annotations

from collections.abc import Callable

from .._options.secret import Secret
from ..flow import Flow, Request, Response

__all__ = ["Handler", "Middleware", "Secret"]

Handler = Callable[[Request], Flow[Response]]
"""The parameter `call_next` of a middleware: runs the next middleware, or at the end the attempts of the call."""

Middleware = Callable[[Request, Handler], Flow[Response]]
"""A function that receives the request and a `Handler` and returns a flow. The first of a list is the outermost."""
