"""The chain of middleware around a call.

The response of each middleware is checked like one from the network. Each request that a middleware passes on is
checked, too: the credentials of a request belong to its origin.
"""

from __future__ import annotations

import inspect
from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from .._request.headers import merge_headers
from ..errors import ConfigurationError, OpenRouterError
from ..flow import Close, Flow, Request, Response, do
from .credentials import withhold_credentials
from .middleware_streams import StreamWatch, restore_stream, run_watched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .._flow.attempt import Attempt
    from ..middleware import Handler, Middleware

R = TypeVar("R")


def run_middleware(
    middleware: Sequence[Middleware], handler: Handler, check: Callable[[Response], Flow[Response]], request: Request
) -> Flow[Response]:
    """Return the response that the middleware around `handler` returns, and close all others that were received.

    Args:
        middleware: The middleware, outermost first.
        handler: Sends a request.
        check: Called with the response of each middleware; raises the error that it reports.
        request: The request of the call.
    """
    received: list[Response] = []
    attempts: list[Attempt] = []

    def receive(passed: Request) -> Flow[Response]:
        try:
            response = yield from handler(passed)
        except OpenRouterError as error:
            attempts.extend(error.attempts)
            raise
        attempts.extend(response.attempts)
        received.append(response)
        return response

    call_next: Handler = receive
    for layer in reversed(middleware):
        call_next = partial(_run_layer, layer, call_next, check)
    try:
        response = yield from close_on_error(received, call_next(request))
    except OpenRouterError as error:
        error.attempts = error.attempts or tuple(attempts)  # of an error that is not from the handler
        raise
    yield from _close_all(each for each in received if not _shares_body(each, response))
    return response


def close_on_error(received: Sequence[Response], flow: Flow[R]) -> Flow[R]:
    """Return the result of a flow; if it raises, close the responses in `received`."""
    try:
        result = yield from flow
    except GeneratorExit:
        raise
    except BaseException:
        yield from _close_all(received)
        raise
    return result


def _close_all(responses: Any) -> Flow[None]:
    for response in responses:
        if response.stream is not None:
            response.stream.closed = True
        yield from do(Close(response))


def _shares_body(response: Response, returned: Response) -> bool:
    """Return True if a response is the one that is returned, or a copy of it."""
    return response is returned or (response.body is not None and response.body is returned.body)


def _run_layer(
    layer: Middleware, call_next: Handler, check: Callable[[Response], Flow[Response]], request: Request
) -> Flow[Response]:
    watches: list[StreamWatch] = []
    flow: Any = layer(request, partial(_pass_on, layer, call_next, request, watches))
    if not isinstance(flow, Generator):
        if inspect.iscoroutine(flow):
            flow.close()
        raise ConfigurationError(
            f"the middleware {_get_name(layer)} is not a generator function: write it as "
            f"`def middleware(request, call_next): ...`, without `async`, and receive the response with "
            f"`response = yield from call_next(request)`"
        )
    response: Any = yield from run_watched(flow, watches)
    if not isinstance(response, Response):
        kind = type(response).__name__
        raise ConfigurationError(f"the middleware {_get_name(layer)} returned {kind}: return a Response")
    restore_stream(response, watches, _get_name(layer))
    checked = yield from check(response)
    return checked


def _pass_on(
    layer: Middleware, call_next: Handler, received: Request, watches: list[StreamWatch], request: Request
) -> Flow[Response]:
    """Return the response to a request that a middleware passes on, in place of the request that it received."""
    if not isinstance(request, Request):
        kind = type(request).__name__
        raise ConfigurationError(f"the middleware {_get_name(layer)} passed {kind} to call_next: pass a Request")
    if request is not received:
        if request.headers is not received.headers:
            headers = merge_headers({}, request.headers, secret=request.secret_names)
            request = evolve(request, headers={name: value for name, value in headers.values() if value is not None})
        request = withhold_credentials(received, request)
    response = yield from call_next(request)
    if response.stream is not None:
        watches.append(StreamWatch(response))
    return response


def _get_name(layer: Middleware) -> str:
    return getattr(layer, "__qualname__", None) or type(layer).__name__
