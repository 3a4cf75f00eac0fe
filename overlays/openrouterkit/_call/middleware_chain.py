"""The chain of middleware around a call. The response of each is checked like one from the network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..flow import Flow, Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..middleware import Handler, Middleware


def apply_middleware(
    middleware: Sequence[Middleware], handler: Handler, check: Callable[[Response], Flow[Response]]
) -> Handler:
    """Return a handler that runs the middleware around `handler`.

    Args:
        middleware: The middleware, outermost first.
        handler: Sends the request.
        check: Called with the response of each middleware; raises the error that it reports.
    """
    for layer in reversed(middleware):
        handler = partial(_run_middleware, layer, handler, check)
    return handler


def _run_middleware(
    layer: Middleware, call_next: Handler, check: Callable[[Response], Flow[Response]], request: Request
) -> Flow[Response]:
    response: Any = yield from layer(request, call_next)
    if not isinstance(response, Response):
        name = getattr(layer, "__qualname__", repr(layer))
        raise ConfigurationError(f"the middleware {name} returned {type(response).__name__}: return a Response")
    checked = yield from check(response)
    return checked
