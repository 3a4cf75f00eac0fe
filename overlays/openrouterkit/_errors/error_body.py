"""What went wrong, read out of a failing answer, whatever shape its body has. Nothing here raises."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from openrouterkit_runtime.responses import decode_text

from .. import errors
from .error_message import decode_body, find_message, truncate
from .retry_after import find_retry_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BODY_LIMIT: Final = 64 * 1024
"""Bytes of a body that are kept; a longer one, or one nested deeper than `DEPTH_LIMIT`, is kept as its beginning."""

DEPTH_LIMIT: Final = 60

# The words services have for kinds of errors, by the status each stands for.
_WORDS: Final[Mapping[int, str]] = {
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
_STATUS_BY_WORD: Final = {word: status for status, words in _WORDS.items() for word in words.split()}

_SHOULD_RETRY: Final = {"true": True, "false": False}

_BY_STATUS: Final[Mapping[int, type[errors.APIError]]] = {
    400: errors.BadRequestResponseError,
    401: errors.UnauthorizedResponseError,
    402: errors.PaymentRequiredResponseError,
    403: errors.ForbiddenResponseError,
    404: errors.NotFoundResponseError,
    408: errors.RequestTimeoutResponseError,
    409: errors.ConflictResponseError,
    413: errors.PayloadTooLargeResponseError,
    422: errors.UnprocessableEntityResponseError,
    429: errors.TooManyRequestsResponseError,
    500: errors.InternalServerResponseError,
    502: errors.BadGatewayResponseError,
    503: errors.ServiceUnavailableResponseError,
    524: errors.EdgeNetworkTimeoutResponseError,
    529: errors.ProviderOverloadedResponseError,
}


@frozen
class ParsedError:
    """What an error's body says.

    Attributes:
        reason: in words, "" where the body has none; at most `reasons.MESSAGE_LIMIT` characters.
        code: as it came, number or text.
        error_type: the word for the kind of error.
        provider_name: who failed behind the service.
        metadata: the error's own, {} where it has none.
        error: the object that speaks of the error, for what else is to be found in it.
        status: the HTTP status that the code or the type stands for, None where neither names one.
        generation_id, request_id: where the body names them.
        retryable: what the service says of trying again, None where it does not.
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


def build_api_error(
    status: int, headers: Mapping[str, str], body: bytes, *, now: float | None = None
) -> errors.APIError:
    """The error a failing answer means, of the class its effective status has.

    Args:
        status: HTTP's. Where it is a success, the code or the type in the body decides instead.
        headers: of the answer, by lower-case name.
        body: as it came: an answer's, or the data of the stream's event that carries the error.
        now: the time in seconds since the epoch, for waits that are stated as an instant.
    """
    text = decode_text(body, headers).strip("\ufeff \t\r\n")
    value = decode_body(body) if text else None
    found = parse_error(text if value is None else value)
    effective = (found.status or status) if 200 <= status < 300 else status
    whole = value is not None and len(body) <= BODY_LIMIT and _is_shallow(value)
    return _BY_STATUS.get(effective, errors.APIError)(
        found.reason or _phrase(effective, headers),
        status_code=effective,
        code=found.code,
        error_type=found.error_type,
        provider_name=found.provider_name,
        metadata=found.metadata if whole else {},
        retry_after=find_retry_after(effective, headers, found.error, time() if now is None else now),
        retryable=_SHOULD_RETRY.get(headers.get("x-should-retry", "").strip().lower(), found.retryable),
        headers=headers,
        generation_id=headers.get("x-generation-id") or found.generation_id,
        request_id=find_request_id(headers) or found.request_id,
        body=value if whole else text[:BODY_LIMIT] or None,
    )


def find_request_id(headers: Mapping[str, str]) -> str | None:
    """The id an answer's headers give the request, None where they give none."""
    return headers.get("x-request-id") or headers.get("request-id") or headers.get("cf-ray")


def parse_error(body: Any) -> ParsedError:
    """What a body says, given as decoded JSON or as text."""
    outer = _outer(body)
    error = find_error(outer)
    if error is None:
        error = outer
    fields = error if isinstance(error, dict) else {}
    metadata = fields.get("metadata") if isinstance(fields.get("metadata"), dict) else None
    metadata = metadata or {}
    provider = metadata.get("provider_name") or outer.get("provider")
    code = _code(fields.get("code"))
    words = (metadata.get("error_type"), fields.get("type"), outer.get("error_type"), fields.get("error_type"))
    error_type = next((word for word in words if isinstance(word, str) and word not in ("", "error")), None)
    availability = fields.get("availability")
    retryable = availability.get("retryable") if isinstance(availability, dict) else None
    return ParsedError(
        reason=find_message(error if outer else body, metadata),
        code=code,
        error_type=None if error_type is None else truncate(error_type, 100),
        provider_name=truncate(provider, 100) if isinstance(provider, str) and provider else None,
        metadata=metadata,
        error=error,
        status=_status(code, error_type),
        generation_id=_identity(outer.get("id")),
        request_id=_identity(outer.get("request_id") or fields.get("request_id")),
        retryable=retryable if isinstance(retryable, bool) else None,
    )


def find_error(body: Any) -> Any:
    """The error a decoded JSON object carries (at its top, in a choice, in its `response`), None where it has none."""
    if not isinstance(body, dict):
        return None
    for holder in _holders(body):
        error = holder.get("error")
        if error:
            return error
    return None


def find_nested_error(body: bytes, *, bare: bool = False) -> bool:
    """Whether the body of a success carries an error instead of what it should be.

    Args:
        body: JSON, or what else came.
        bare: whether it may be one of the errors without a member `error`.
    """
    value = decode_body(body)
    if not isinstance(value, dict):
        return False
    return find_error(value) is not None or (is_bare_error(value) if bare else value.get("object") == "error")


def is_bare_error(value: Mapping[str, Any]) -> bool:
    """Whether an object without choices is one of the errors that have no member `error`, as Mistral sends them."""
    return value.get("object") == "error" or "detail" in value or ("message" in value and "request_id" in value)


def _holders(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield body
    choices = body.get("choices")
    if isinstance(choices, list):
        yield from (choice for choice in choices if isinstance(choice, dict))
    response = body.get("response")
    if isinstance(response, dict):
        yield response


def _outer(body: Any) -> dict[str, Any]:
    if isinstance(body, list):
        body = next((item for item in body if isinstance(item, dict)), None)
    return body if isinstance(body, dict) else {}


def _phrase(status: int, headers: Mapping[str, str]) -> str:
    from http import HTTPStatus

    target = headers.get("location")
    if 300 <= status < 400 and target:
        return truncate(f"redirected to {target}: set base_url to where the service is")
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "the answer has no explanation"


def _code(value: Any) -> int | str | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        return value if abs(value) < 10**15 else None
    return truncate(value, 100) if isinstance(value, str) and value else None


def _status(code: int | str | None, error_type: str | None) -> int | None:
    by_type = _STATUS_BY_WORD.get((error_type or "").lower())
    if isinstance(code, str) and code.isascii() and code.isdecimal() and len(code) == 3:
        code = int(code)
    if isinstance(code, int):
        return code if 400 <= code <= 599 else by_type
    return by_type or _STATUS_BY_WORD.get((code or "").lower())


def _identity(value: Any) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= 200 else None


def _is_shallow(value: Any) -> bool:
    """Whether a JSON value is nested no deeper than `DEPTH_LIMIT`, so that it can be copied, compared and pickled."""
    level = [value]
    for _ in range(DEPTH_LIMIT):
        level = [inner for outer in level if isinstance(outer, dict | list) for inner in _inside(outer)]
        if not level:
            return True
    return False


def _inside(value: dict[str, Any] | list[Any]) -> list[Any]:
    items = value.values() if isinstance(value, dict) else value
    return [item for item in items if isinstance(item, dict | list)]
