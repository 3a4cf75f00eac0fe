"""Creates the httpx clients that a transport owns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from ..errors import ConfigurationError

if TYPE_CHECKING:
    import httpx

    HttpClient = httpx.Client
    AsyncHttpClient = httpx.AsyncClient

C = TypeVar("C")

CLIENT_CLOSED: Final = "the client is closed; create a new client, or close this one after the last call"
"""Error message for a request over a closed client."""

_MAX_CONNECTIONS: Final = 1000

MAX_IDLE_CONNECTIONS: Final = 100
"""Connections that stay open while no request uses them."""


def make_sync_client() -> httpx.Client:
    """Create an httpx client with this SDK's settings.

    Raises:
        ConfigurationError: The environment variables name invalid certificates or proxies.
    """
    import httpx

    return _make_client(httpx.Client, hide_location)


def make_async_client() -> httpx.AsyncClient:
    """Create an async httpx client with this SDK's settings. See `make_sync_client`."""
    import httpx

    async def hide_location_async(response: httpx.Response) -> None:
        hide_location(response)

    return _make_client(httpx.AsyncClient, hide_location_async)


def _make_client(client_class: type[C], response_hook: Any) -> C:
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx

    settings: dict[str, Any] = {
        "limits": httpx.Limits(max_connections=_MAX_CONNECTIONS, max_keepalive_connections=MAX_IDLE_CONNECTIONS),
        # The cookies of an API belong to its CDN: this policy stores none, so none is sent.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "event_hooks": {"response": [response_hook]},
    }
    try:
        return client_class(**settings)
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            f"cannot create the HTTP client: {error}; check the environment variables SSL_CERT_FILE, SSL_CERT_DIR, "
            f"SSLKEYLOGFILE, HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY"
        ) from error


def hide_location(response: httpx.Response) -> None:
    """Move the Location header of a redirect to the extensions of the response.

    httpx parses that header even if it does not follow redirects, and raises if the URL is invalid.
    """
    if 300 <= response.status_code < 400 and "location" in response.headers:
        response.extensions["location"] = response.headers.pop("location")


def restore_location(response: httpx.Response) -> None:
    """Undo `hide_location`."""
    if "location" in response.extensions:
        response.headers["location"] = response.extensions["location"]


def is_loop_closed(loop: object) -> bool:
    """Return True if an event loop is closed, or if it does not report whether it is (trio)."""
    is_closed = getattr(loop, "is_closed", None)
    return is_closed is None or bool(is_closed())
