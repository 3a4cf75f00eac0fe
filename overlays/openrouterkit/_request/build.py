"""The request of a call: URL, headers, key and body, from the settings and the operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_api import BASE_URL

from .._options.secret import CREDENTIALS, Secret
from ..errors import ConfigurationError
from ..flow import CallFunction, Flow, Request, do
from ..options import wrap_key
from .headers import UNSENDABLE, RequestHeaders, merge_headers
from .urls import add_query, parse_origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api import Operation

    from .._flow.exchange import Payload
    from .settings import Settings


def build_operation_request(settings: Settings, operation: Operation[Any], *, stream: bool) -> Flow[Request]:
    """The request of an operation.

    Args:
        settings: of the call.
        operation: the call as the contract describes it.
        stream: whether its event stream is asked for.

    Raises:
        ConfigurationError: the service needs a key and there is none, or a value cannot be sent.
    """
    content = operation.payload()
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
    """The request to an absolute URL; the key is sent only to the origin it was given for.

    Args:
        settings: of the call.
        method: HTTP method, in capitals.
        url: absolute, without the query.
        defaults: headers that those of the settings replace.
        headers: that replace those of the settings; None leaves one out.
        query: (name, value) pairs; those of the settings replace them.
        content: the body.
        needs_key: whether a missing key is an error, at the service's own origin.
        stream: whether an event stream is asked for.
        operation: the operation id, None for a request by path.

    Raises:
        ConfigurationError: there is no key, or a value cannot be sent.
    """
    if UNSENDABLE.search(url):
        raise ConfigurationError(f"the URL {url[:100]!a} has a character that cannot be sent: percent-encode it")
    own = _is_own(settings.base_url, url)
    known = settings.headers
    if not own:
        known = {name: header for name, header in known.items() if name not in CREDENTIALS}
    merged = merge_headers({**(defaults or {}), **known}, headers)
    key: Secret | None = None
    if own and "authorization" not in merged:
        key = yield from _current_key(settings)
        if key is None and needs_key and parse_origin(url) == parse_origin(BASE_URL):
            raise ConfigurationError(
                "there is no API key: give api_key=, or set OPENROUTER_API_KEY before the client is made"
            )
    return Request(
        method=method,
        url=add_query(url, query, settings.query),
        headers={name: value for name, value in merged.values() if value is not None},
        content=content,
        timeouts=settings.timeouts,
        key=key,
        stream=stream,
        operation=operation,
    )


def _is_own(base_url: str, url: str) -> bool:
    """Whether a URL has the origin of the base URL, for which the key was given."""
    # The character after the base URL decides: with any other, host or port go on, or were but a user's name.
    if url.startswith(base_url) and url[len(base_url) : len(base_url) + 1] in ("/", "?", "#", ""):
        return True
    try:
        return parse_origin(url) == parse_origin(base_url)
    except ValueError as error:
        raise ConfigurationError(f"invalid URL of the request: {error}") from None


def _current_key(settings: Settings) -> Flow[Secret | None]:
    """The key of the settings; a function that returns it is called now."""
    key = settings.key
    if callable(key):
        given = yield from do(CallFunction[Any](key))
        if given is not None and not isinstance(given, str | Secret):
            raise ConfigurationError(f"the function given as api_key must return str, not {type(given).__name__}")
        held = wrap_key(given)
        assert not callable(held)
        key = held
    if key is not None:
        text = key.reveal()
        if not text.isascii() or not text.isprintable():
            raise ConfigurationError("the API key has characters no header can carry: check where it is read from")
    return key
