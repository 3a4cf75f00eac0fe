"""Reports failures of a proxy as such: httpx raises the same exceptions as for a failure of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._options.secret_names import split_secrets
from ..errors import ConnectionFailedError
from .exceptions import find_reason
from .internals import find_proxy

if TYPE_CHECKING:
    import httpx

    from ..errors import SDKError
    from ..flow import Request


def name_proxy(
    failure: SDKError,
    error: BaseException,
    client: httpx.Client | httpx.AsyncClient,
    url: httpx.URL,
    request: Request,
) -> SDKError:
    """Return the error of a failed exchange, with the proxy in its message if the request was sent through one.

    Args:
        failure: The error to report.
        error: The exception of httpx that it is created from. Secrets of the proxy are removed from it.
        client: The client that sent the request.
        url: The URL to which it was sent.
        request: The request that was sent.
    """
    if not isinstance(failure, ConnectionFailedError) or failure.client_closed:
        return failure
    proxy = find_proxy(client, url)
    if proxy is None:
        return failure
    from .._errors.redaction import redact_exception, redact_text

    words = [word for header in proxy.authorization for word in split_secrets("proxy-authorization", header)]
    secrets = [*request.reveal_secrets(), *words]
    redact_exception(error, secrets)
    message = _describe(redact_text(str(failure), secrets), error, proxy.address, url)
    failure.args = (message, *failure.args[1:])
    return failure


def _describe(message: str, error: BaseException, address: str, url: httpx.URL) -> str:
    """Return the message of a failure of a request to a URL that was sent through the proxy at an address."""
    host = url.netloc.decode("ascii")
    setting = f"{url.scheme.upper()}_PROXY, or the argument proxy"
    reason = f"{find_reason(error):.500}"
    kind = type(error).__name__  # the same in all libraries that have the API of httpx
    if kind == "ProxyError":
        check = "the user name and password in " if reason.startswith("407") else ""
        return f"the proxy {address} rejected the connection to {host}: {reason}; check {check}{setting}"
    if kind == "ConnectError" and not _is_tls_error(error):
        return f"the connection to the proxy {address} failed: {reason}; check {setting}"
    return f"{message} (through the proxy {address})"


def _is_tls_error(error: BaseException) -> bool:
    """Return True if TLS failed: the connection to the proxy was open."""
    import ssl

    link: Any = error
    while link is not None:
        if isinstance(link, ssl.SSLError) or any(isinstance(part, ssl.SSLError) for part in link.args):
            return True
        link = link.__cause__ or link.__context__
    return False
