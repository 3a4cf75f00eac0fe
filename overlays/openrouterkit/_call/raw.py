"""Requests by path, for endpoints without a method in the SDK."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from .._request.build import build_request
from .._request.urls import resolve_url
from ..errors import ConfigurationError
from .attempts import CallPolicy, send_with_retries

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import Timeout

    from .._request.settings import Settings
    from ..flow import Flow
    from ..options import RequestOptions
    from ..responses import RawResponse


def send_raw(
    settings: Settings,
    method: str,
    path: str,
    json: Any,
    content: bytes | str | None,
    query: Mapping[str, Any] | None,
    headers: Mapping[str, str | None] | None,
    timeout: Timeout,
    options: RequestOptions | None,
) -> Flow[RawResponse]:
    """Return the response to a request by path. See `OpenRouter.request`."""
    from ..responses import RawResponse

    settings = settings.for_call(timeout, options)
    settings = evolve(settings, query={**_check_mapping("query", query), **settings.query})
    body = _encode_body(json, content)
    media_type = {} if json is None else {"Content-Type": "application/json"}
    request = yield from build_request(
        settings,
        method.upper(),
        resolve_url(settings.base_url, path),
        defaults={"accept": ("Accept", "application/json")},
        headers={**media_type, **_check_mapping("headers", headers)},
        content=body,
        needs_key=True,
    )
    policy = CallPolicy(settings.retries, settings.middleware, detect_errors=False)
    response = yield from send_with_retries(request, policy)
    return RawResponse.of(response)


def _check_mapping(name: str, value: Any) -> Mapping[str, Any]:
    """Return a mapping, {} for None; raise ConfigurationError for any other type."""
    if value is not None and not isinstance(value, Mapping):
        raise ConfigurationError(f"{name} must be a mapping of names to values, not {type(value).__name__}")
    return value or {}


def _encode_body(json: Any, content: Any) -> bytes | None:
    if content is None:
        if json is None:
            return None
        from openrouterkit_runtime.json import encode

        return encode(json)
    if json is not None:
        raise ConfigurationError("json and content cannot be combined: pass only one of them")
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise ConfigurationError(f"content must be bytes or str, not {type(content).__name__}: pass other values as json")
