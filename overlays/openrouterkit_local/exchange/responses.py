"""Responses with a JSON body, bytes, or a stream."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from attrs import Factory, frozen
from starlette.responses import Response, StreamingResponse

from openrouterkit_runtime.json import encode as encode_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .errors import ServiceError

KEEP_ALIVE = b"\n         \n"


@frozen
class LocalResponse:
    """A response of the server.

    Attributes:
        body: A JSON value, bytes, or an async iterator of bytes; None for no body.
        status: The HTTP status.
        media_type: The media type of the body.
        headers: Further headers, without `Content-Type`.
    """

    body: Any
    status: int = 200
    media_type: str = "application/json"
    headers: Mapping[str, str] = Factory(dict)

    def to_starlette(self) -> Response:
        """Return the response as a Starlette response."""
        if self.body is None:
            return Response(status_code=self.status, headers=self.headers)
        # Starlette adds a charset to media_type, but not to a Content-Type header; OpenRouter sends no charset.
        headers = {**self.headers, "Content-Type": self.media_type}
        if isinstance(self.body, AsyncIterator):
            return StreamingResponse(self.body, self.status, headers)
        content = self.body if isinstance(self.body, bytes) else encode_json(self.body)
        return Response(content, self.status, headers)


def build_error_response(error: ServiceError) -> LocalResponse:
    """Return the response for an error."""
    return LocalResponse(error.body, error.status, headers=error.headers)
