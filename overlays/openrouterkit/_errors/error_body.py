"""Parsing of the bodies of error responses, whatever their shape. Nothing here raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from .error_message import decode_body, find_message, truncate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FAILED: Final = "error"
"""The finish reason of a choice that the provider ended with an error."""

_UNEXPLAINED: Final = {"message": "the provider ended its answer with an error, and gave no reason"}
_UNEXPLAINED_STATUS: Final = 502

# Error types that services send, by the HTTP status that each corresponds to.
_TYPES: Final[Mapping[int, str]] = {
    400: """context_length_exceeded max_tokens_exceeded token_limit_exceeded string_too_long invalid_request
        invalid_request_error invalid_prompt refusal invalid_image image_too_large image_too_small
        unsupported_image_format image_not_found image_download_failed""",
    401: "authentication authentication_error invalid_api_key",
    402: "payment_required billing_error insufficient_quota",
    403: "permission_denied permission_error content_policy_violation",
    404: "not_found not_found_error",
    408: "timeout timeout_error",
    412: "precondition_failed",
    413: "payload_too_large",
    422: "unprocessable",
    429: "rate_limit_exceeded rate_limit_error rate_limited",
    500: "server server_error api_error internal_server_error internal_error",
    503: "provider_unavailable",
    529: "provider_overloaded overloaded_error",
}
STATUS_BY_TYPE: Final = {name: status for status, names in _TYPES.items() for name in names.split()}


@frozen
class ParsedError:
    """The parsed contents of an error body.

    Attributes:
        reason: The error message, at most `error_message.MESSAGE_LIMIT` characters; "" if the body has none.
        code: The error code unchanged, a number or text.
        error_type: Name of the kind of error.
        provider_name: Name of the provider that failed behind the service.
        metadata: The `metadata` of the error object; {} if it has none.
        error: The decoded error object, for further members.
        status: HTTP status that the code or the type corresponds to; None if neither corresponds to one.
        generation_id: Id of the generation; None if the body has none.
        request_id: Id of the request; None if the body has none.
        retryable: True or False if the service declares whether a retry may succeed; otherwise None.
    """

    reason: str
    code: int | str | None
    error_type: str | None
    provider_name: str | None
    metadata: dict[str, Any]
    error: Any
    status: int | None
    generation_id: str | None
    request_id: str | None
    retryable: bool | None


def parse_error(body: Any) -> ParsedError:
    """Return the contents of an error body.

    Args:
        body: Decoded JSON, or text.
    """
    outer = _find_object(body)
    error = find_error(outer)
    if error is None:
        error = outer
    fields = error if isinstance(error, dict) else {}
    metadata = fields.get("metadata") if isinstance(fields.get("metadata"), dict) else None
    metadata = metadata or {}
    provider = metadata.get("provider_name") or outer.get("provider")
    code = _parse_code(fields.get("code"))
    types = (metadata.get("error_type"), fields.get("type"), outer.get("error_type"), fields.get("error_type"))
    error_type = next((name for name in types if isinstance(name, str) and name not in ("", "error")), None)
    availability = fields.get("availability")
    retryable = availability.get("retryable") if isinstance(availability, dict) else None
    return ParsedError(
        reason=find_message(error if outer else body, metadata),
        code=code,
        error_type=None if error_type is None else truncate(error_type, 100),
        provider_name=truncate(provider, 100) if isinstance(provider, str) and provider else None,
        metadata=metadata,
        error=error,
        status=_UNEXPLAINED_STATUS if error is _UNEXPLAINED else _find_status(code, error_type),
        generation_id=_parse_id(outer.get("id")),
        request_id=_parse_id(outer.get("request_id") or fields.get("request_id")),
        retryable=retryable if isinstance(retryable, bool) else None,
    )


def find_error(body: Any) -> Any:
    """Return the `error` of a decoded JSON object, one of its choices or its `response`; None if there is none.

    A choice with the finish reason "error" is an error even without that member.
    """
    if not isinstance(body, dict):
        return None
    failed = False
    for parent in _iterate_error_parents(body):
        error = parent.get("error")
        if error:
            return error
        failed = failed or parent.get("finish_reason") == FAILED
    return _UNEXPLAINED if failed else None


def find_nested_error(body: bytes, *, bare: bool = False) -> bool:
    """Return True if the body of a successful response is an error.

    Args:
        body: The body, JSON or not.
        bare: True to recognize error objects that have no member `error`, too.
    """
    value = decode_body(body)
    if not isinstance(value, dict):
        return False
    if find_error(value) is not None or value.get("object") == "error":
        return True
    return is_bare_error(value) if bare else is_validation_error(value)


def is_bare_error(value: Mapping[str, Any]) -> bool:
    """Return True if an object without choices is an error object without a member `error`, as Mistral sends them."""
    return value.get("object") == "error" or "detail" in value or ("message" in value and "request_id" in value)


def is_validation_error(value: Mapping[str, Any]) -> bool:
    """Return True if an object lists the problems of a request, as FastAPI does: `{"detail": [{"msg": ...}, ...]}`."""
    problems = value.get("detail")
    if not isinstance(problems, list) or not problems:
        return False
    return all(isinstance(problem, dict) and "msg" in problem for problem in problems)


def _iterate_error_parents(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the objects of a body that may have a member `error`."""
    yield body
    choices = body.get("choices")
    if isinstance(choices, list):
        yield from (choice for choice in choices if isinstance(choice, dict))
    response = body.get("response")
    if isinstance(response, dict):
        yield response


def _find_object(body: Any) -> dict[str, Any]:
    """Return a JSON object, or the first object in an array; {} for anything else."""
    if isinstance(body, list):
        body = next((item for item in body if isinstance(item, dict)), None)
    return body if isinstance(body, dict) else {}


def _parse_code(value: Any) -> int | str | None:
    """Return an error code as a bounded number or text; None if it is neither."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        return value if abs(value) < 10**15 else None
    return truncate(value, 100) if isinstance(value, str) and value else None


def _find_status(code: int | str | None, error_type: str | None) -> int | None:
    """Return the HTTP status that an error code or type corresponds to; None if neither does."""
    by_type = STATUS_BY_TYPE.get((error_type or "").lower())
    if isinstance(code, str) and code.isascii() and code.isdecimal() and len(code) == 3:
        code = int(code)
    if isinstance(code, int):
        return code if 400 <= code <= 599 else by_type
    return by_type or STATUS_BY_TYPE.get((code or "").lower())


def _parse_id(value: Any) -> str | None:
    """Return an id if it is text of plausible length, otherwise None."""
    return value if isinstance(value, str) and 0 < len(value) <= 200 else None
