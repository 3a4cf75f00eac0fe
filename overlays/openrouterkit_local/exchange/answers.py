"""What goes back: an answer in JSON, bytes, or pieces that come one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from attrs import Factory, frozen
from starlette.responses import Response, StreamingResponse

from openrouterkit_runtime.json import encode as encode_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .problems import ProblemError

KEEP_ALIVE = b"\n         \n"


@frozen
class Answer:
    """An answer.

    Attributes:
        status: HTTP's.
        body: a JSON value, bytes, or pieces of bytes; None for no body.
        media_type: of the body.
        headers: beside the content type.
    """

    body: Any
    status: int = 200
    media_type: str = "application/json"
    headers: Mapping[str, str] = Factory(dict)

    def response(self) -> Response:
        """The same for the server below."""
        if self.body is None:
            return Response(status_code=self.status, headers=self.headers)
        # Stated here, the content type gets no charset added, which neither JSON nor event streams have.
        headers = {**self.headers, "Content-Type": self.media_type}
        if isinstance(self.body, AsyncIterator):
            return StreamingResponse(self.body, self.status, headers)
        content = self.body if isinstance(self.body, bytes) else encode_json(self.body)
        return Response(content, self.status, headers)


def failed(problem: ProblemError) -> Answer:
    """The answer that a problem is told with."""
    return Answer(problem.body, problem.status, headers=problem.headers)
