"""What middleware is written with. Import these names from `openrouterkit.middleware`."""

from __future__ import annotations

from collections.abc import Callable

from .._flow.observation import StreamEnd
from ..flow import Flow, Request, Response

__all__ = ["Handler", "Middleware", "StreamEnd"]

Handler = Callable[[Request], Flow[Response]]
"""The parameter `call_next` of a middleware: runs the next middleware, or at the end the call or the attempt."""

Middleware = Callable[[Request, Handler], Flow[Response]]
"""A function that receives the request and a `Handler` and returns a flow. The first of a list is the outermost."""
