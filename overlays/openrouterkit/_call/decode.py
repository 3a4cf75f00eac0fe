"""Decoding of a success, as the contract states it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from openrouterkit_runtime.lookup import load

from .._errors.factory import ErrorFactory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api import Operation

    from ..errors import DecodeError
    from ..flow import Response

T = TypeVar("T")


def decode_response(operation: Operation[T], response: Response) -> T:
    """The result of a success, an instance of the model or of the result class of the operation.

    Raises:
        DecodeError: it is empty where the contract states content, not JSON where it states JSON, or JSON of another
            kind.
    """
    content = response.content or b""
    headers: Mapping[str, str] = response.headers
    if not content.strip():
        stated = operation.responses.by_status.get(str(response.status))
        if stated is not None and not stated:
            return operation.read(response.status, headers, content)
        raise _decode_error(response, "is empty")
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if operation.accept == "application/json":
        if not media_type.endswith("json"):
            if content.lstrip()[:1] not in (b"{", b"["):
                raise _decode_error(response, f"is {media_type[:100] or 'of no stated type'}, not JSON")
            media_type = "application/json"
        headers = {"content-type": media_type}
    result, problem = _decode(operation, response.status, headers, content)
    if problem:
        raise _decode_error(response, problem)
    expected = operation.endpoint.response_kind if operation.accept == "application/json" else None
    if expected is not None and (kind := _json_kind(result)) != expected:
        raise _decode_error(response, f"is a JSON {kind}, not a JSON {expected}")
    result_class = operation.endpoint.behavior.result
    if result_class is None:
        return cast("T", result)
    from ..responses import CallResponse

    return cast("T", load(result_class).from_response(result, CallResponse.of(response)))


def _decode(
    operation: Operation[Any], status: int, headers: Mapping[str, str], content: bytes
) -> tuple[Any, str | None]:
    """The result, or what is wrong; returned rather than raised, so that no exception context retains the body."""
    try:
        return operation.read(status, headers, content), None
    except ValueError as error:
        return None, f"cannot be read: {error}"
    except RecursionError:
        return None, "is nested too deeply to be read"


def _json_kind(value: Any) -> str:
    if isinstance(value, dict) or hasattr(value, "to_dict"):
        return "object"
    names = {list: "array", str: "string", bool: "boolean", type(None): "null"}
    return names.get(type(value), "number")


def _decode_error(response: Response, problem: str) -> DecodeError:
    problem = f"the body of the response with status {response.status} {problem}"
    errors = ErrorFactory.from_response(response)
    return errors.complete(errors.build_decode_error(problem, response.content), response.attempts)
