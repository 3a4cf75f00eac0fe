"""Creates the httpx clients that a transport owns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .._options.secret import Secret
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike
    from ssl import SSLContext

    import httpx
    import httpx2  # type: ignore[import-not-found, unused-ignore]  # optional

    from .._options.connection_settings import ConnectionSettings
    from ..connections import ConnectionLimits

    # What users may pass. Inside this package, the types of httpx stand for those of both libraries.
    HttpClient = httpx.Client | httpx2.Client
    AsyncHttpClient = httpx.AsyncClient | httpx2.AsyncClient
    _Path = str | PathLike[str]
    Proxy = str | httpx.URL | httpx.Proxy
    Verify = bool | _Path | SSLContext
    Certificate = _Path | tuple[_Path, _Path] | tuple[_Path, _Path, str]
    Limits = ConnectionLimits | httpx.Limits

C = TypeVar("C")


def make_sync_client(connections: ConnectionSettings) -> httpx.Client:
    """Create an httpx client with this SDK's settings.

    Raises:
        ConfigurationError: The settings or the environment variables name invalid certificates or proxies.
    """
    import httpx

    return _make_client(httpx.Client, connections, hide_location)


def make_async_client(connections: ConnectionSettings) -> httpx.AsyncClient:
    """Create an async httpx client with this SDK's settings. See `make_sync_client`."""
    import httpx

    async def hide_location_async(response: httpx.Response) -> None:
        hide_location(response)

    return _make_client(httpx.AsyncClient, connections, hide_location_async)


def _make_client(client_class: Callable[..., C], connections: ConnectionSettings, response_hook: Any) -> C:
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx

    limits = connections.limits
    settings: dict[str, Any] = {
        "limits": httpx.Limits(
            max_connections=limits.max_connections,
            max_keepalive_connections=limits.max_keepalive_connections,
            keepalive_expiry=limits.keepalive_expiry,
        ),
        "verify": _build_ssl_context(connections),
        # The cookies of an API belong to its CDN: this policy stores none, so none is sent.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "event_hooks": {"response": [response_hook]},
    }
    proxy = connections.proxy
    source = "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY" if proxy is None else "the argument proxy"
    try:
        return client_class(**settings, proxy=proxy.reveal() if isinstance(proxy, Secret) else proxy)
    except ImportError as error:  # for SOCKS
        problem = str(error)
    except (ValueError, httpx.InvalidURL):
        problem = "the URL of a proxy is invalid"
    # Raised outside the except block: the error of httpx, and its frames, may contain the password of the proxy.
    raise ConfigurationError(f"cannot create the HTTP client: {problem}; check {source}")


def _build_ssl_context(connections: ConnectionSettings) -> SSLContext:
    """Return the context for the connections to the service.

    It is built here as httpx warns about paths.
    """
    import ssl
    from pathlib import Path

    import httpx

    verify = connections.verify
    source = "SSL_CERT_FILE, SSL_CERT_DIR and SSLKEYLOGFILE" if verify is True else "the argument verify"
    try:
        if isinstance(verify, str):
            folder = Path(verify).is_dir()
            context = ssl.create_default_context(capath=verify if folder else None, cafile=None if folder else verify)
        else:
            context = httpx.create_ssl_context(verify=verify)
        if connections.cert is not None:
            source = "the argument cert: the files and the password"
            # With a password, even an empty one, OpenSSL does not ask for it on the terminal.
            context.load_cert_chain(connections.cert, connections.key, connections.password)
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"cannot load the certificates: {error}; check {source}") from error
    return context


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
