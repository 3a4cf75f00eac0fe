"""Building the request of a call from its settings and its operation."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError, InvalidArgumentError
from ..flow import Flow, Request
from .credentials import find_security, resolve_credentials
from .headers import INVALID_CHARACTERS, RequestHeaders, merge_headers
from .urls import add_query, parse_origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api import Operation
    from openrouterkit_runtime.endpoint import Endpoint

    from .._flow.request import Payload
    from .._options.credential import Credential
    from ..service import Service
    from .settings import Settings


def build_operation_request(settings: Settings, operation: Operation[Any], *, stream: bool) -> Flow[Request]:
    """Return the request of an operation.

    Args:
        settings: Settings of the call.
        operation: The operation with its arguments.
        stream: True to request an event stream.

    Raises:
        ConfigurationError: A required credential has no value, or a value contains invalid characters.
    """
    try:
        content = operation.payload()
    except (TypeError, ValueError) as error:
        raise InvalidArgumentError(f"{operation.endpoint.name}(): {error}") from error
    media_type = operation.media_type
    request = yield from build_request(
        settings,
        operation.method,
        settings.base_url + operation.path,
        defaults={"accept": ("Accept", "text/event-stream" if stream else operation.accept)},
        own={} if content is None or media_type is None else _make_content_type(media_type),
        headers=operation.headers,
        query=operation.query,
        content=content,
        stream=stream,
        endpoint=operation.endpoint,
    )
    return request


def build_request(
    settings: Settings,
    method: str,
    url: str,
    *,
    defaults: RequestHeaders | None = None,
    own: RequestHeaders | None = None,
    headers: Mapping[str, str | None],
    query: tuple[tuple[str, str], ...] = (),
    content: Payload = None,
    stream: bool = False,
    endpoint: Endpoint[Any] | None = None,
) -> Flow[Request]:
    """Return the request to an absolute URL. Credentials are included only if the URL has the origin of the base URL.

    Args:
        settings: Settings of the call.
        method: HTTP method, in capitals.
        url: Absolute URL without the query.
        defaults: Headers to send unless the settings replace them.
        own: Headers of the operation, which replace those of the settings.
        headers: Headers that replace those of the settings and of the operation; a value of None removes the header.
        query: (name, value) pairs; query parameters of the settings replace those of the same name.
        content: The body; None for no body.
        stream: True to request an event stream.
        endpoint: The endpoint of the operation; None for a request by path.

    Raises:
        ConfigurationError: A required credential has no value, or a value contains invalid characters.
    """
    if INVALID_CHARACTERS.search(url):
        raise ConfigurationError(f"invalid character in the URL {url[:100]!a}: percent-encode it")
    own_origin = _has_own_origin(settings.base_url, url)
    inherited = settings.headers
    if not own_origin:
        inherited = {name: header for name, header in inherited.items() if not settings.service.is_secret(name)}
    merged = merge_headers(
        {**(defaults or {}), **inherited, **(own or {})}, headers, secret=settings.service.secret_names
    )
    credentials: tuple[Credential, ...] = ()
    if own_origin:
        security = find_security(settings.service, endpoint)
        if endpoint is None and settings.auth.of_call:
            security = security[0], (settings.auth.of_call,)
        names = [*settings.query, *(name for name, _ in query), *_list_query(url)]
        is_required = partial(_is_at_its_own_url, settings.service, url)
        call = f"{method} requests" if endpoint is None else endpoint.name
        credentials = yield from resolve_credentials(
            settings, security, merged, names, is_required=is_required, call=call
        )
    return Request(
        method=method,
        url=add_query(url, query, settings.query),
        headers={name: value for name, value in merged.values() if value is not None},
        content=content,
        timeouts=settings.timeouts,
        credentials=credentials,
        stream=stream,
        operation=None if endpoint is None else endpoint.id,
        service=settings.service,
    )


@lru_cache(maxsize=64)
def _make_content_type(media_type: str) -> RequestHeaders:
    """Return the header Content-Type, valid; few values occur."""
    return merge_headers({}, {"Content-Type": media_type})


def _has_own_origin(base_url: str, url: str) -> bool:
    """Return True if a URL has the origin of the base URL, to which the credentials belong."""
    # Any other character after the base URL would extend its host or port, or turn them into a user name.
    if url.startswith(base_url) and url[len(base_url) : len(base_url) + 1] in ("/", "?", "#", ""):
        return True
    try:
        return parse_origin(url) == parse_origin(base_url)
    except ValueError as error:
        raise ConfigurationError(f"invalid request URL: {error}") from None


def _list_query(url: str) -> list[str]:
    """Return the names of the query parameters of a URL."""
    query = url.partition("?")[2]
    if not query:
        return []
    from urllib.parse import parse_qsl

    return [name for name, _ in parse_qsl(query, keep_blank_values=True)]


def _is_at_its_own_url(service: Service, url: str) -> bool:
    """Return True if a URL has the origin at which the service itself is, and not another server in its place."""
    own = service.own_base_url
    return own is not None and parse_origin(url) == parse_origin(own)
