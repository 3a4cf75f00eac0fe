"""What the sync and the async transport share: everything but the waiting."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from ..flow import Request, Response
from ..headers import Headers
from .clients import restore_location
from .internals import restore_read_timeout

if TYPE_CHECKING:
    import httpx

    from .body import HttpxBody

B = TypeVar("B", bound="HttpxBody")


class HttpxExchanges:
    """Makes responses of those of httpx.

    Args:
        own: whether the clients of httpx are made here, and not the caller's.
    """

    def __init__(self, *, own: bool) -> None:
        self._own = own
        self._opening = threading.Lock()
        self._closed = False

    @staticmethod
    def _response(request: Request, outgoing: httpx.Request, received: httpx.Response, body: HttpxBody) -> Response:
        restore_read_timeout(outgoing, request.timeouts.read)
        restore_location(received)
        headers = Headers(received.headers.multi_items())
        return Response(request=request, status=received.status_code, headers=headers, body=body)
