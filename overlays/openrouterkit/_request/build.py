"""Building the request of a call from its settings and its operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._options.secret import InvalidValue, Secret
from ..errors import ConfigurationError, InvalidArgumentError
from ..flow import CallFunction, Flow, Request, do
from ..options import wrap_key
from .headers import INVALID_CHARACTERS, RequestHeaders, merge_headers
from .urls import add_query, parse_origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api import Operation

    from .._flow.exchange import Payload
    from ..service import Service
    from .settings import Settings


def build_operation_request(settings: Settings, operation: Operation[Any], *, stream: bool) -> Flow[Request]:
    """Return the request of an operation.

    Args:
        settings: Settings of the call.
        operation: The operation with its arguments.
        stream: True to request an event stream.

    Raises:
        ConfigurationError: An API key is required and none is set, or a value contains invalid characters.
    """
    try:
        content = operation.payload()
    except (TypeError, ValueError) as error:
        raise InvalidArgumentError(f"{operation.endpoint.name}(): {error}") from error
    headers: dict[str, str] = {}
    media_type = operation.media_type
    if content is not None and media_type is not None:
        headers["Content-Type"] = media_type
    request = yield from build_request(
        settings,
        operation.method,
        settings.base_url + operation.path,
        defaults={"accept": ("Accept", "text/event-stream" if stream else operation.accept)},
        headers={**headers, **operation.headers},
        query=operation.query,
        content=content,
        needs_key=operation.needs_key,
        stream=stream,
        operation=operation.id,
    )
    return request


def build_request(
    settings: Settings,
    method: str,
    url: str,
    *,
    defaults: RequestHeaders | None = None,
    headers: Mapping[str, str | None],
    query: tuple[tuple[str, str], ...] = (),
    content: Payload = None,
    needs_key: bool = False,
    stream: bool = False,
    operation: str | None = None,
) -> Flow[Request]:
    """Return the request to an absolute URL. The API key is included only if the URL has the origin of the base URL.

    Args:
        settings: Settings of the call.
        method: HTTP method, in capitals.
        url: Absolute URL without the query.
        defaults: Headers to send unless the settings replace them.
        headers: Headers that replace those of the settings; a value of None removes the header.
        query: (name, value) pairs; query parameters of the settings replace those of the same name.
        content: The body; None for no body.
        needs_key: True if the service requires an API key for the request.
        stream: True to request an event stream.
        operation: Operation id of the API contract; None for a request by path.

    Raises:
        ConfigurationError: An API key is required and none is set, or a value contains invalid characters.
    """
    if INVALID_CHARACTERS.search(url):
        raise ConfigurationError(f"invalid character in the URL {url[:100]!a}: percent-encode it")
    own_origin = _has_own_origin(settings.base_url, url)
    inherited = settings.headers
    if not own_origin:
        inherited = {name: header for name, header in inherited.items() if not settings.service.is_secret(name)}
    merged = merge_headers({**(defaults or {}), **inherited}, headers, secret=settings.service.secret_headers)
    key: Secret | None = None
    if own_origin and "authorization" not in merged:
        key = yield from _resolve_key(settings)
        if key is None and needs_key and _is_at_its_own_url(settings.service, url):
            raise ConfigurationError(_describe_missing_key(settings.service))
    return Request(
        method=method,
        url=add_query(url, query, settings.query),
        headers={name: value for name, value in merged.values() if value is not None},
        content=content,
        timeouts=settings.timeouts,
        key=key,
        stream=stream,
        operation=operation,
        service=settings.service,
    )


def _has_own_origin(base_url: str, url: str) -> bool:
    """Return True if a URL has the origin of the base URL, to which the API key belongs."""
    # Any other character after the base URL would extend its host or port, or turn them into a user name.
    if url.startswith(base_url) and url[len(base_url) : len(base_url) + 1] in ("/", "?", "#", ""):
        return True
    try:
        return parse_origin(url) == parse_origin(base_url)
    except ValueError as error:
        raise ConfigurationError(f"invalid request URL: {error}") from None


def _is_at_its_own_url(service: Service, url: str) -> bool:
    """Return True if a URL has the origin at which the service itself is, and not another server in its place."""
    own = service.own_base_url
    return own is not None and parse_origin(url) == parse_origin(own)


def _describe_missing_key(service: Service) -> str:
    variable = f", or set {service.key_env} before the client is created" if service.key_env else ""
    return f"missing API key: pass api_key=...{variable}"


def _resolve_key(settings: Settings) -> Flow[Secret | None]:
    """Return the API key of the settings; if it is a function, run it to get the key."""
    key = settings.key
    if callable(key):
        key = wrap_key((yield from do(CallFunction[Any](key))))
        if callable(key) or isinstance(key, InvalidValue):
            kind = key.type_name if isinstance(key, InvalidValue) else type(key).__name__
            raise ConfigurationError(f"the function passed as api_key returned {kind}: return str")
    if key is not None and not key.is_valid:
        raise ConfigurationError(
            "the API key contains characters that are invalid in a header: check where it is read from"
        )
    return key
