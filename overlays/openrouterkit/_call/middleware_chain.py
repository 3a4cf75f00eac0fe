"""Middleware around a call, each of whose responses is judged like those of the network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..flow import Flow, Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..middleware import Handler, Middleware


def apply_middleware(
    middleware: Sequence[Middleware], handler: Handler, judge: Callable[[Response], Flow[Response]]
) -> Handler:
    """The handler with all of the middleware around it, each of whose answers goes through `judge`."""
    for layer in reversed(middleware):
        handler = partial(_applied, layer, handler, judge)
    return handler


def _applied(
    layer: Middleware, inner: Handler, judge: Callable[[Response], Flow[Response]], request: Request
) -> Flow[Response]:
    response: Any = yield from layer(request, inner)
    if not isinstance(response, Response):
        name = getattr(layer, "__qualname__", repr(layer))
        raise ConfigurationError(f"the middleware {name} returned {type(response).__name__}: return the Response")
    judged = yield from judge(response)
    return judged
