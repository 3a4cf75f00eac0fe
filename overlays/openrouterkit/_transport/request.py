"""Converts a `Request` to an `httpx.Request`."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ..errors import ConfigurationError
from .decompression import ACCEPT_ENCODING
from .exchanges import CLIENT_CLOSED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from .._flow.deadlines import Deadlines
    from ..flow import Request
    from .libraries import Library

_ACCEPT_ENCODING: Final = (b"Accept-Encoding", ACCEPT_ENCODING.encode("ascii"))
_NEVER: Final = float("inf")

REQUEST_EXTENSION: Final = "openrouterkit.request"
"""The extension of an `httpx.Request` that contains its `Request`, for transports such as those of tests."""


def build_httpx_request(
    library: Library,
    client: httpx.Client | httpx.AsyncClient,
    request: Request,
    body: Mapping[str, Any],
    deadlines: Deadlines,
    trace: Any = None,
    *,
    own: bool,
) -> httpx.Request:
    """Return the request as an `httpx.Request`.

    Args:
        library: The library of the client.
        client: Sends the request.
        request: The request to convert.
        body: The body, as keyword arguments of `httpx.Request`.
        deadlines: The deadlines of the call; no timeout of the request is longer than the time left.
        trace: The trace function of httpcore; None to not trace.
        own: True if the transport created the client, False if the caller passed it.

    Raises:
        ConfigurationError: The client is closed, or the URL is invalid.
    """
    if client.is_closed:
        raise ConfigurationError(CLIENT_CLOSED)
    url = _add_query(_parse_url(library, request.url), request)
    options = request.timeouts
    timeouts = {"connect": options.connect, "read": options.read, "write": options.write, "pool": options.pool}
    if deadlines.expires_at != _NEVER:
        remaining = max(deadlines.expires_at - time.monotonic(), 0.001)
        timeouts = {phase: remaining if value is None else min(value, remaining) for phase, value in timeouts.items()}
    extensions = {"timeout": timeouts, REQUEST_EXTENSION: request}
    if trace is not None:
        extensions["trace"] = trace
    if not own:
        headers = _encode_headers(request, lambda: client.build_request("GET", url).headers.get("cookie", ""))
        return client.build_request(request.method, url, headers=headers, extensions=extensions, **body)
    # The transport's own client has no default headers except this one, so its slow merge of headers is skipped.
    headers = _encode_headers(request)
    headers.append((b"Connection", b"keep-alive"))
    outgoing: httpx.Request = library.http.Request(request.method, url, headers=headers, extensions=extensions, **body)
    return outgoing


@lru_cache(maxsize=32)  # parsing the URL is the slowest step, and most requests go to the same few URLs
def _parse_url(library: Library, url: str) -> httpx.URL:
    try:
        parsed: httpx.URL = library.http.URL(url)
    except library.http.InvalidURL as error:
        reason = str(error)
    else:
        return parsed
    # Raised outside the except block: the context of the error would keep httpx frames that contain the whole URL.
    raise ConfigurationError(f"invalid URL {url[:100]!a}: {reason}")


@lru_cache(maxsize=32)
def find_origin(library: Library, url: str) -> Any:
    """Return the origin of a valid URL, as an object of httpcore."""
    parsed = _parse_url(library, url)
    return library.core.URL(
        scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path
    ).origin


def _encode_headers(request: Request, find_cookies: Callable[[], str] = str) -> list[tuple[bytes, bytes]]:
    """Return the headers of a request, with its credentials.

    Args:
        request: The request.
        find_cookies: Returns the cookies that the client adds to requests without the header.
    """
    headers = [(name.encode("ascii"), value.encode()) for name, value in request.headers.items()]
    if "accept-encoding" not in map(str.lower, request.headers):
        headers.append(_ACCEPT_ENCODING)
    cookies: list[str] = []
    for credential in request.credentials:
        if credential.place == "header":
            headers.append((credential.name.encode("ascii"), credential.text.encode()))
        elif credential.place == "cookie":
            cookies.append(f"{credential.name}={credential.text}")
    if cookies:
        others = [value.decode() for name, value in headers if name.lower() == b"cookie"]
        if not others:
            names = {cookie.partition("=")[0] for cookie in cookies}
            pairs = filter(None, map(str.strip, find_cookies().split(";")))
            others = [pair for pair in pairs if pair.partition("=")[0] not in names]
        cookies = others + cookies
        headers = [(name, value) for name, value in headers if name.lower() != b"cookie"]
        headers.append((b"Cookie", "; ".join(cookies).encode()))
    return headers


def _add_query(url: httpx.URL, request: Request) -> httpx.URL:
    """Return a URL with the credentials that are sent in the query."""
    pairs = [
        f"{quote(each.name, safe='')}={quote(each.text, safe='')}"
        for each in request.credentials
        if each.place == "query"
    ]
    if not pairs:
        return url
    # Not cached like other URLs: a cache would keep the credentials.
    return url.copy_with(query="&".join(filter(None, [url.query.decode("ascii"), *pairs])).encode())
