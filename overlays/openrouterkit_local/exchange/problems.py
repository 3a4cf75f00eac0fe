"""Failing answers in the service's own shape: `{"error": {"code": ..., "message": ..., "metadata": ...}}`."""

from __future__ import annotations

from copy import deepcopy
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..contract.description import Operation


class ProblemError(Exception):
    """An answer that says what failed.

    Args:
        status: HTTP's.
        message: what failed, where, and what to do.
        metadata: the error's own members.
        headers: to send beside.
        body: the whole body, where it is not made of the above.
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
        self.headers = dict(headers or {})
        error: dict[str, Any] = {"code": status, "message": message}
        if metadata is not None:
            error["metadata"] = dict(metadata)
        self.body: Mapping[str, Any] = {"error": error} if body is None else body


def bad_request(message: str, **metadata: Any) -> ProblemError:
    """400: the request does not have the form that the contract states."""
    return ProblemError(400, message, metadata={"error_type": "invalid_request", **metadata})


def not_found(message: str) -> ProblemError:
    """404: there is no such path, model or object."""
    return ProblemError(404, message, metadata={"error_type": "not_found"})


def stated_problem(operation: Operation, status: int, retry_after: float) -> ProblemError:
    """The failure of a status as the contract's example puts it, or a plain one where the contract states none.

    Every hint at when to try again, in headers and body, is `retry_after` (seconds): an example's own would have
    clients wait for half a minute, or until a date long past.
    """
    stated = operation.failure(status) or {}
    headers = {"Retry-After": f"{retry_after:g}"} if "Retry-After" in stated.get("headers", {}) else {}
    body = _example(stated)
    if body is None:
        return ProblemError(status, _phrase(status), headers=headers)
    error = body["error"]
    if isinstance(error.get("availability"), dict):
        error["availability"]["retry_after"] = retry_after
    if isinstance(error.get("metadata"), dict):
        error["metadata"].pop("headers", None)
    return ProblemError(status, error["message"], headers=headers, body=body)


def _example(stated: Mapping[str, Any]) -> dict[str, Any] | None:
    media = stated.get("content", {}).get("application/json", {})
    for example in media.get("examples", {}).values():
        value = example.get("value")
        if isinstance(value, dict) and isinstance(value.get("error"), dict):
            return deepcopy(value)
    return None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"
