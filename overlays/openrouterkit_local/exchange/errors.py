"""Error responses in the format of OpenRouter: `{"error": {"code": ..., "message": ..., "metadata": ...}}`.

A dialect may send them in another format; see `dialects`.
"""

from __future__ import annotations

from copy import deepcopy
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..contract.document import Operation


_ERROR_TYPES = {
    400: "invalid_request",
    401: "authentication",
    402: "payment_required",
    403: "permission_denied",
    404: "not_found",
    405: "invalid_request",
    408: "timeout",
    413: "payload_too_large",
    422: "unprocessable",
    429: "rate_limit_exceeded",
    500: "server",
    502: "provider_unavailable",
    503: "provider_unavailable",
    524: "timeout",
    529: "provider_overloaded",
}


class ServiceError(Exception):
    """An exception that is sent to the client as an error response.

    Args:
        status: The HTTP status, also used as the error code.
        message: What failed, where, and what to do next.
        metadata: Further members of the `metadata` object of the error, which contains the error type of the status.
        headers: Further response headers.
        body: The complete response body; defaults to one built from status, message and metadata.

    Attributes:
        error_type: The type of the error, according to its status.
        has_own_body: Whether `body` was passed, such as an example of the contract.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        metadata: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.metadata = dict(metadata or {})
        self.headers = dict(headers or {})
        self.error_type = _ERROR_TYPES.get(status, "unmapped")
        self.has_own_body = body is not None
        error = {"code": status, "message": message, "metadata": {"error_type": self.error_type, **self.metadata}}
        self.body: Mapping[str, Any] = {"error": error} if body is None else body


def build_bad_request(message: str, **metadata: Any) -> ServiceError:
    """Return a 400 error, for requests that are invalid according to the contract."""
    return ServiceError(400, message, metadata=metadata)


def build_not_found(message: str) -> ServiceError:
    """Return a 404 error, for unknown paths, models and objects."""
    return ServiceError(404, message)


def build_example_error(operation: Operation, status: int, retry_after: float) -> ServiceError:
    """Return the contract's example of an error status, or a minimal error if the contract has no example.

    The example's own retry hints could delay clients for half a minute or refer to a date in the past, so all hints in
    headers and body are replaced or removed.

    Args:
        operation: The operation that fails.
        status: The HTTP status.
        retry_after: The wait that the error requests, in seconds.
    """
    response = operation.find_response(status) or {}
    headers = {"Retry-After": f"{retry_after:g}"} if "Retry-After" in response.get("headers", {}) else {}
    body = _copy_example(response)
    if body is None:
        return ServiceError(status, _find_phrase(status), headers=headers)
    error: dict[str, Any] = body["error"] if isinstance(body.get("error"), dict) else {}
    if isinstance(error.get("availability"), dict):
        error["availability"]["retry_after"] = retry_after
    if isinstance(error.get("metadata"), dict):
        error["metadata"].pop("headers", None)
    return ServiceError(status, error.get("message") or _find_phrase(status), headers=headers, body=body)


def _copy_example(response: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return a copy of the first example that is an object, None if there is no such example."""
    media = response.get("content", {}).get("application/json", {})
    for example in media.get("examples", {}).values():
        value = example.get("value")
        if isinstance(value, dict):
            return deepcopy(value)
    return None


def _find_phrase(status: int) -> str:
    """Return the reason phrase of a status, such as "Not Found"."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"
