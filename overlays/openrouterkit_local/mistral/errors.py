"""Error responses in the formats of Mistral."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..exchange.responses import LocalResponse

if TYPE_CHECKING:
    from ..exchange.errors import ServiceError


def build_error_response(error: ServiceError) -> LocalResponse:
    """Return the response for an error: that of a validation, of routing, or of the service itself."""
    issues = error.metadata.get("issues")
    if error.has_own_body:
        body, status = error.body, error.status
    elif issues:
        body, status = {"detail": [_build_detail(each["path"], each["message"]) for each in issues]}, 422
    elif error.status in {404, 405}:
        body, status = {"detail": error.message}, error.status
    else:
        # What OpenRouter quotes from a provider is the provider's own message here.
        raw = error.metadata.get("raw")
        message = error.message if raw is None else json.loads(raw)["error"]["message"]
        body, status = build_error(message, error.error_type), error.status
    return LocalResponse(body, status, headers=error.headers)


def build_error(message: str, error_type: str) -> dict[str, Any]:
    """Return an error object."""
    return {"object": "error", "message": message, "type": error_type, "param": None, "code": None}


def _build_detail(path: str, message: str) -> dict[str, Any]:
    steps = [int(step) if step.isdecimal() else step for step in path.split(".")]
    return {"type": "value_error", "loc": steps if path == "body" else ["body", *steps], "msg": message}
