"""The chain of middleware around a call, or around an attempt.

The response of each middleware is checked like one from the network, unless `call_next` returned it. Each request that
a middleware passes on is checked, too: the credentials of a request belong to its origin.
"""

from __future__ import annotations

import inspect
from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from .._flow.observation import build_discarded_error
from .._request.headers import merge_headers
from ..errors import ConfigurationError, SDKError
from ..flow import Close, Flow, Request, Response, do
from ..headers import Headers
from .credentials import withhold_credentials
from .middleware_streams import StreamWatch, run_watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..middleware.signatures import Handler
    from .policy import Layer

R = TypeVar("R")


def run_middleware(
    layers: Sequence[Layer],
    handler: Handler,
    check: Callable[[Response], Flow[None]],
    request: Request,
    *,
    raise_errors: bool = False,
) -> Flow[Response]:
    """Return the response that the middleware around `handler` returns, and close all others that were received.

    Args:
        layers: The middleware, outermost first.
        handler: Sends a request.
        check: Called with a response that a middleware has created or changed; reads it, and sets its error.
        request: The request of the call or attempt.
        raise_errors: True to raise the error of a response before outer middleware receives it.
    """
    received: list[Response] = []

    def receive(passed: Request) -> Flow[Response]:
        response = yield from handler(passed)
        received.append(response)
        return response

    call_next: Handler = receive
    for layer in reversed(layers):
        call_next = partial(_run_layer, layer, call_next, check, raise_errors)
    response = yield from close_on_error(received, call_next(request))
    others = [each for each in received if not _shares_body(each, response)]
    yield from close_responses(others, build_discarded_error("a middleware returned another response"))
    return response


def close_on_error(received: Sequence[Response], flow: Flow[R]) -> Flow[R]:
    """Return the result of a flow; if it raises, close the responses in `received`."""
    try:
        result = yield from flow
    except GeneratorExit:
        for response in received:
            if response.stream is not None and response.stream.observation is not None:
                response.stream.observation.drop()
        raise
    except BaseException as error:
        yield from close_responses(received, error)
        raise
    return result


def close_responses(responses: Iterable[Response], error: BaseException) -> Flow[None]:
    """Close responses that the caller does not receive; the error is reported to the observers of their streams."""
    for response in responses:
        stream = response.stream
        yield from do(Close(response))
        if stream is not None and stream.observation is not None:
            yield from stream.observation.end(error=error, discarded=True)


def _shares_body(response: Response, returned: Response) -> bool:
    """Return True if a response is the one that is returned, or a copy of it."""
    return response is returned or (response.body is not None and response.body is returned.body)


def _run_layer(
    layer: Layer,
    call_next: Handler,
    check: Callable[[Response], Flow[None]],
    raise_errors: bool,
    request: Request,
) -> Flow[Response]:
    run = _LayerRun(layer, call_next, request)
    try:
        flow: Any = layer.middleware(request, run.call_next)
    except TypeError:
        _check_signature(layer)
        raise
    if not isinstance(flow, Generator):
        if inspect.iscoroutine(flow):
            flow.close()
        _check_signature(layer)
        raise ConfigurationError(
            f"{layer.label} is not a generator function: write it as "
            f"`def middleware(request, call_next): ...`, without `async`, and receive the response with "
            f"`response = yield from call_next(request)`"
        )
    response: Any = yield from run_watched(flow, run.watches, layer.label)
    if not isinstance(response, Response):
        kind = type(response).__name__
        raise ConfigurationError(f"{layer.label} returned {kind}: return a Response")
    if not isinstance(response.headers, Headers):
        response.headers = Headers(response.headers)
    for watch in run.watches:
        yield from watch.settle(response, layer.label)
    error: Any = response.error
    if error is not None and not isinstance(error, SDKError):
        kind = type(error).__name__
        raise ConfigurationError(f"{layer.label} set response.error to {kind}: use an SDKError")
    if not run.has_received(response):
        if response.content is None and response.body is None:
            response.content = b""
        if error is None or run.has_received_error(error):  # another error was set by the middleware
            response.error = None
            yield from check(response)
    if raise_errors:
        raise_error(response)
    return response


def _check_signature(layer: Layer) -> None:
    """Raise ConfigurationError if a middleware is a class, or does not accept the arguments of one."""
    function: Any = layer.middleware
    if inspect.isclass(function):
        raise ConfigurationError(
            f"{layer.label} is a class: pass an object, {function.__name__}(...), whose method "
            f"`def __call__(self, request, call_next): ...` is a generator function"
        )
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # of a callable in C
        return
    try:
        signature.bind(None, None)
    except TypeError as error:
        raise ConfigurationError(
            f"{layer.label} has the parameters {signature}: write it as `def middleware(request, call_next): ...`"
        ) from error


def raise_error(response: Response) -> None:
    """Raise the error of a response, if it has one."""
    error = response.error
    try:
        if error is not None:
            response.error = None
            raise error
    finally:
        del error  # breaks the reference cycle between the error and this frame


class _LayerRun:
    """One run of a middleware: the requests that it passes on, and the responses that it receives.

    Args:
        layer: The middleware.
        call_next: The next middleware, or the handler.
        request: The request that the middleware receives.
    """

    def __init__(self, layer: Layer, call_next: Handler, request: Request) -> None:
        self._layer = layer
        self._call_next = call_next
        self._request = request
        self._received: list[tuple[int, Any, Any, Any]] = []  # status, content, stream, error
        self.watches: list[StreamWatch] = []

    def call_next(self, request: Request) -> Flow[Response]:
        """Return a flow that passes a request on, in place of the request that the middleware received."""
        # Checked before the flow runs, so that a Gather can run several of them.
        if not isinstance(request, Request):
            kind = type(request).__name__
            raise ConfigurationError(f"{self._layer.label} passed {kind} to call_next: pass a Request")
        if any(watch.is_open for watch in self.watches):
            raise ConfigurationError(
                f"{self._layer.label} runs call_next again, but the stream of an earlier response "
                f"is open and occupies a connection: close it first, with `yield from do(Close(response))`"
            )
        return self._pass_on(request)

    def has_received(self, response: Response) -> bool:
        """Return True if `call_next` returned this response, or one with the same status, content and stream."""
        return any(
            response.status == status and response.content is content and response.stream is stream
            for status, content, stream, _ in self._received
        )

    def has_received_error(self, error: Any) -> bool:
        """Return True if this error is that of a response that `call_next` returned."""
        return any(error is each for _, _, _, each in self._received)

    def _pass_on(self, request: Request) -> Flow[Response]:
        received = self._request
        if request is not received:
            if request.headers is not received.headers:
                headers = merge_headers({}, request.headers, secret=request.secret_names).values()
                request = evolve(request, headers={name: value for name, value in headers if value is not None})
            request = withhold_credentials(received, request)
        response = yield from self._call_next(request)
        self._received.append((response.status, response.content, response.stream, response.error))
        if response.stream is not None:
            self.watches.append(StreamWatch(response))
        return response
