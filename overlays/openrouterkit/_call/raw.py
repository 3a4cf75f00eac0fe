"""Requests by path, for endpoints without a method in the SDK."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from openrouterkit_runtime.foreign_values import is_object
from openrouterkit_runtime.invalid_argument import InvalidArgumentError as InvalidValueError

from .._options.secret import InvalidValue
from .._request.build import build_request
from .._request.urls import resolve_url
from ..errors import ConfigurationError, InvalidArgumentError
from .attempts import send_with_retries
from .policy import build_policy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import Timeout

    from .._request.settings import Settings
    from ..flow import Flow
    from ..options import RequestOptions
    from ..responses import RawResponse

_METHOD: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*", re.ASCII)


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
    """Return the response to a request by path. See `Client.request`."""
    from ..responses import RawResponse

    if not isinstance(method, str) or not _METHOD.fullmatch(method):
        raise InvalidArgumentError(f"invalid HTTP method {method!r:.100}: use a name such as GET or POST")
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
    )
    policy = build_policy(settings, detect_errors=False, decode=RawResponse.of)
    response = yield from send_with_retries(request, policy)
    return RawResponse.of(response)


def _check_mapping(name: str, value: Any) -> Mapping[str, Any]:
    """Return a mapping or the members of a model, {} for None; raise InvalidArgumentError for any other type."""
    if value is None:
        return {}
    if not is_object(value):
        kind = value.type_name if isinstance(value, InvalidValue) else type(value).__name__
        raise InvalidArgumentError(f"{name} must be a mapping of names to values, not {kind}")
    from openrouterkit_runtime.parameters import read_object

    members: Mapping[str, Any] = read_object(value)
    return members


def _encode_body(json: Any, content: Any) -> bytes | None:
    if content is None:
        if json is None:
            return None
        from openrouterkit_runtime.json import encode

        try:
            return encode(json)
        except InvalidValueError as error:
            error.at("json")
            raise InvalidArgumentError(f"request(): {error}") from error
    if json is not None:
        raise ConfigurationError("json and content cannot be combined: pass only one of them")
    if isinstance(content, str):
        try:
            return content.encode()
        except UnicodeEncodeError as error:
            raise InvalidArgumentError(f"content cannot be encoded in UTF-8: {error.reason}; pass bytes") from None
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise InvalidArgumentError(f"content must be bytes or str, not {type(content).__name__}: pass other values as json")
