"""Code that the sync and the async transport share."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ..flow import Request, Response
from ..headers import Headers
from .clients import restore_location
from .internals import restore_read_timeout

if TYPE_CHECKING:
    import httpx

    from .body import HttpxBody


class BaseHttpxTransport:
    """Base class of the transports over httpx.

    Args:
        own: True if the transport creates its httpx clients, False if the caller passes one.
    """

    def __init__(self, *, own: bool) -> None:
        self._own = own
        self._lock = threading.Lock()
        self._closed = False

    @staticmethod
    def _build_response(
        request: Request, outgoing: httpx.Request, received: httpx.Response, body: HttpxBody
    ) -> Response:
        restore_read_timeout(outgoing, request.timeouts.read)
        restore_location(received)
        headers = Headers(received.headers.multi_items())
        return Response(request=request, status=received.status_code, headers=headers, body=body)
