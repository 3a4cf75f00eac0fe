"""Requests by path, for endpoints without a method in the SDK."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

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

    from openrouterkit_runtime.endpoint import Behavior
    from openrouterkit_runtime.sender import Timeout

    from .._request.settings import Settings
    from ..flow import Flow, Request, Response
    from ..options import RequestOptions
    from ..responses import RawResponse

_METHOD: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*", re.ASCII)


@frozen
class RawCall:
    """The arguments of `client.request` and `client.request_stream`, except those of the stream.

    Attributes:
        method: The HTTP method.
        path: The path below the base URL, or an absolute URL.
        json: The body as JSON; None for no body.
        content: The body as bytes or text, in place of `json`.
        query: Query parameters by name.
        headers: Headers to merge over the client's.
        timeout: The limits of the call.
        options: The `RequestOptions` of the call.
    """

    method: str
    path: str
    json: Any = field(repr=False)
    content: bytes | str | None = field(repr=False)
    query: Mapping[str, Any] | None = field(repr=False)
    headers: Mapping[str, str | None] | None = field(repr=False)
    timeout: Timeout
    options: RequestOptions | None

    def apply_options(self, settings: Settings) -> Settings:
        """Return the settings of the client with those of the call."""
        settings = settings.for_call(self.timeout, self.options)
        return evolve(settings, query={**_check_mapping("query", self.query), **settings.query})


def send_raw(settings: Settings, call: RawCall) -> Flow[RawResponse]:
    """Return the response to a request by path. See `Client.request`."""
    from ..responses import RawResponse

    settings = call.apply_options(settings)
    request = yield from _build_raw_request(settings, call, "request", stream=False)
    policy = build_policy(settings, detect_errors=False, decode=RawResponse.of)
    response = yield from send_with_retries(request, policy)
    return RawResponse.of(response)


def open_raw_stream(settings: Settings, call: RawCall, behavior: Behavior) -> Flow[Response]:
    """Return the response to a request by path for an event stream, with the first event read.

    Args:
        settings: The settings of the client.
        call: The arguments of the call.
        behavior: The behavior of the stream, with its protocol.
    """
    from .behavior import create_parser, has_accumulator
    from .calls import is_empty_stream

    settings = call.apply_options(settings)
    request = yield from _build_raw_request(settings, call, "request_stream", stream=True)
    policy = build_policy(
        settings,
        is_empty=is_empty_stream if has_accumulator(behavior) else None,
        create_parser=partial(create_parser, settings, None, behavior),
    )
    response = yield from send_with_retries(request, policy)
    return response


def build_raw_behavior(protocol: Any) -> Behavior:
    """Return the behavior of `request_stream` with this protocol; None for events that are not decoded.

    Raises:
        ConfigurationError: It is not a protocol.
    """
    from openrouterkit_runtime.endpoint import Behavior

    from .._streaming.protocol_parser import make_protocol
    from ..event_protocols import RawEvents

    make_protocol(protocol)
    return Behavior(protocol=RawEvents if protocol is None else protocol)


def _build_raw_request(settings: Settings, call: RawCall, name: str, *, stream: bool) -> Flow[Request]:
    """Return the request of a call by path; `name` is that of the method, for error messages."""
    if not isinstance(call.method, str) or not _METHOD.fullmatch(call.method):
        raise InvalidArgumentError(f"invalid HTTP method {call.method!r:.100}: use a name such as GET or POST")
    body = _encode_body(name, call.json, call.content)
    media_type = {} if call.json is None else {"Content-Type": "application/json"}
    request = yield from build_request(
        settings,
        call.method.upper(),
        resolve_url(settings.base_url, call.path),
        defaults={"accept": ("Accept", "text/event-stream" if stream else "application/json")},
        headers={**media_type, **_check_mapping("headers", call.headers)},
        content=body,
        stream=stream,
    )
    return request


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


def _encode_body(name: str, json: Any, content: Any) -> bytes | None:
    if content is None:
        if json is None:
            return None
        from openrouterkit_runtime.json import encode

        try:
            return encode(json)
        except InvalidValueError as error:
            error.at("json")
            raise InvalidArgumentError(f"{name}(): {error}") from error
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
