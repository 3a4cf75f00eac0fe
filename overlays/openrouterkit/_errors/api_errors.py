"""Creation of the `APIError` of an error response, whatever the shape of its body. Nothing here raises."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from openrouterkit_runtime.responses import decode_text

from .. import errors
from .content import has_content
from .error_body import ParsedError, parse_error
from .error_message import decode_body, truncate
from .own_errors import read_own_error
from .retry_after import find_retry_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..service import Service

BODY_LIMIT: Final = 64 * 1024
"""Bytes of an error body that an error keeps. A longer or too deeply nested body is kept as text."""

DEPTH_LIMIT: Final = 60
"""Maximum nesting of an error body that is kept as decoded JSON."""

_PROXY_SETTING: Final = "in HTTP_PROXY, or the argument proxy"

_SHOULD_RETRY: Final = {"true": True, "false": False}

CLASS_BY_STATUS: Final[Mapping[int, type[errors.APIError]]] = {
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


_GENERAL: Final = frozenset({errors.APIError, *CLASS_BY_STATUS.values()})
"""The classes whose hints the service replaces."""


def build_api_error(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *,
    now: float | None = None,
    service: Service | None = None,
) -> errors.APIError:
    """Return the error that an error response reports; its effective status determines the class.

    Args:
        status: HTTP status. If it is a success, the code or the type in the body determines the effective status.
        headers: Headers of the response, by lower-case name.
        body: The body of the response, or the data of the stream event that contains the error.
        now: Current time in seconds since the epoch, to convert a time to retry at into seconds; defaults to the clock.
        service: The service that responded; None for the general rules.
    """
    text = decode_text(body, headers).strip("\ufeff \t\r\n")
    value = decode_body(body) if text else None
    parsed = _parse_own_error(text if value is None else value, service)
    effective = (parsed.status or status) if 200 <= status < 300 else status
    whole = value is not None and len(body) <= BODY_LIMIT and _is_shallow(value)
    message = parsed.reason or _build_fallback_message(effective, headers)
    if effective == 407:
        message = f"the proxy rejected the request: {message}; check the user name and password {_PROXY_SETTING}"
    error = _choose_class(effective, parsed, service)(
        message,
        status_code=effective,
        code=parsed.code,
        error_type=parsed.error_type,
        provider_name=parsed.provider_name,
        metadata=parsed.metadata if whole else {},
        retry_after=find_retry_after(effective, headers, parsed.error, time() if now is None else now),
        retryable=_SHOULD_RETRY.get(headers.get("x-should-retry", "").strip().lower(), parsed.retryable),
        headers=headers,
        generation_id=headers.get("x-generation-id") or parsed.generation_id,
        request_id=find_request_id(headers) or parsed.request_id,
        body=value if whole else text[:BODY_LIMIT] or None,
    )
    error.answered = has_content(value)
    if service is not None:
        _set_hint(error, service)
    return error


def _set_hint(error: errors.APIError, service: Service) -> None:
    """Set the service's hint, unless the class of the error is the service's own and has a hint of its own."""
    kind = type(error)
    hint = service.find_hint(error.status_code) if kind in _GENERAL or "hint" not in vars(kind) else None
    if hint is not None:
        error.hint = hint


def _parse_own_error(body: Any, service: Service | None) -> ParsedError:
    """Return the contents of an error body as the service reads it; if it does not, by the general rules."""
    own = None if service is None else read_own_error(body, service)
    if own is None:
        return parse_error(body)
    parsed = parse_error({"error": own})
    status = own.get("status")
    if isinstance(status, int) and 400 <= status <= 599:
        parsed = evolve(parsed, status=status)
    return parsed if parsed.reason else evolve(parsed, reason=parse_error(body).reason)


def _choose_class(status: int, parsed: ParsedError, service: Service | None) -> type[errors.APIError]:
    """Return the class of an error: that of the service for its type or code, otherwise that of its status."""
    types = {} if service is None else service.error_types
    for name in (parsed.error_type, parsed.code) if types else ():
        kind = None if name is None else types.get(str(name))
        if kind is not None:
            return kind
    return CLASS_BY_STATUS.get(status, errors.APIError)


def find_request_id(headers: Mapping[str, str]) -> str | None:
    """Return the request id in the headers of a response; None if they have none."""
    return headers.get("x-request-id") or headers.get("request-id") or headers.get("cf-ray")


def _build_fallback_message(status: int, headers: Mapping[str, str]) -> str:
    """Return the message for a response without one: the redirect target, or the standard phrase of the status."""
    from http import HTTPStatus

    target = headers.get("location")
    if 300 <= status < 400 and target:
        return truncate(f"redirected to {target}; set base_url to the URL of the service")
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "the response has no error message"


def _is_shallow(value: Any) -> bool:
    """Return True if a JSON value is nested at most `DEPTH_LIMIT` deep, so that copying and pickling it cannot fail."""
    level = [value]
    for _ in range(DEPTH_LIMIT):
        level = [inner for outer in level if isinstance(outer, dict | list) for inner in _find_containers(outer)]
        if not level:
            return True
    return False


def _find_containers(value: dict[str, Any] | list[Any]) -> list[Any]:
    """Return the objects and arrays directly inside a JSON container."""
    items = value.values() if isinstance(value, dict) else value
    return [item for item in items if isinstance(item, dict | list)]
