"""Code that the sync and the async transport share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..errors import ConfigurationError
from ..flow import Request, Response
from ..headers import Headers
from .clients import restore_location
from .internals import restore_read_timeout

if TYPE_CHECKING:
    import httpx

    from .body import HttpxBody

_INHERITED: Final = "the stream was opened before this process was forked; read it in the parent process"


def build_response(request: Request, outgoing: httpx.Request, received: httpx.Response, body: HttpxBody) -> Response:
    """Return the response to a request, with an open body."""
    restore_read_timeout(outgoing, request.timeouts.read)
    restore_location(received)
    headers = Headers(received.headers.multi_items())
    return Response(request=request, status=received.status_code, headers=headers, body=body)


def check_process(body: HttpxBody) -> None:
    """Raise ConfigurationError if the parent process opened the body: both would read from one connection."""
    if body.is_inherited:
        raise ConfigurationError(_INHERITED)
