"""Decoding of successful responses, as the API contract declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from openrouterkit_runtime.responses import is_json

from .._errors.factory import ErrorFactory
from .._results.building import build_result_of_response
from ..responses import CallResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api import Operation

    from ..errors import DecodeError
    from ..flow import Response

T = TypeVar("T")


def decode_response(operation: Operation[T], response: Response, result_class: Any) -> T:
    """Return the result of a successful response.

    Args:
        operation: The operation.
        response: Its response.
        result_class: The class of the result; None for the model that the contract declares.

    Raises:
        DecodeError: The body is empty where the contract declares content, is not JSON where the contract declares
            JSON, or is another kind of JSON value.
    """
    content = response.content or b""
    if not 200 <= response.status < 300:  # without an error, as a middleware has set it to None
        advice = "is not a result; in the middleware, return evolve(response, status=200, content=..., error=None)"
        raise _build_decode_error(response, advice)
    headers: Mapping[str, str] = response.headers
    if not content.strip():
        if operation.responses.may_be_empty(response.status):
            return operation.read(response.status, headers, content)
        raise _build_decode_error(response, "is empty")
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if operation.responses.only_json:
        if not is_json(media_type):
            if content.lstrip()[:1] not in (b"{", b"["):
                raise _build_decode_error(response, f"is {media_type[:100] or 'of unknown type'}, not JSON")
            media_type = "application/json"
        headers = {"content-type": media_type}
    result, problem = _decode(operation, response.status, headers, content)
    if problem:
        raise _build_decode_error(response, problem)
    expected = operation.endpoint.response_kind if is_json(media_type) else None
    if expected is not None and (kind := _find_json_kind(result)) != expected:
        raise _build_decode_error(response, f"is a JSON {kind}, not a JSON {expected}")
    if result_class is None:
        return cast("T", result)
    return cast("T", build_result_of_response(result_class, result, CallResponse.of(response)))


def _decode(
    operation: Operation[Any], status: int, headers: Mapping[str, str], content: bytes
) -> tuple[Any, str | None]:
    """Return the result and None, or None and the problem; not raised, so that no exception context keeps the body."""
    try:
        return operation.read(status, headers, content), None
    except ValueError as error:
        return None, f"cannot be decoded: {error}"
    except RecursionError:
        return None, "is nested too deeply to be decoded"


def _find_json_kind(value: Any) -> str:
    """Return the JSON type of a decoded value, for an error message."""
    if isinstance(value, dict) or hasattr(value, "to_dict"):
        return "object"
    names = {list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _build_decode_error(response: Response, problem: str) -> DecodeError:
    problem = f"the body of the response with status {response.status} {problem}"
    errors = ErrorFactory.from_response(response)
    return errors.complete(errors.build_decode_error(problem, response.content), response.attempts)
