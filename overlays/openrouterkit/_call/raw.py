"""Requests by path, for what has no method."""

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
    """The response to a request by path. See `OpenRouter.request`."""
    from ..responses import RawResponse

    call = settings.for_call(timeout, options)
    call = evolve(call, query={**_mapping("query", query), **call.query})
    body = _body(json, content)
    media_type = {} if json is None else {"Content-Type": "application/json"}
    request = yield from build_request(
        call,
        method.upper(),
        resolve_url(call.base_url, path),
        defaults={"accept": ("Accept", "application/json")},
        headers={**media_type, **_mapping("headers", headers)},
        content=body,
        needs_key=True,
    )
    response = yield from send_with_retries(request, CallPolicy(call.retries, call.middleware, detect_errors=False))
    return RawResponse.of(response)


def _mapping(name: str, given: Any) -> Mapping[str, Any]:
    if given is not None and not isinstance(given, Mapping):
        raise ConfigurationError(f"{name} must be a mapping of names to values, not {type(given).__name__}")
    return given or {}


def _body(json: Any, content: Any) -> bytes | None:
    if content is None:
        if json is None:
            return None
        from openrouterkit_runtime.json import encode

        return encode(json)
    if json is not None:
        raise ConfigurationError("json and content are both the body: give one of them")
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise ConfigurationError(f"content is bytes or text, not {type(content).__name__}: give other values as json")
