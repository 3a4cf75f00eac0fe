"""How a client connects: proxy, certificates and limits, validated without importing httpx or ssl."""

from __future__ import annotations

import sys
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from attrs import field, frozen

from openrouterkit_runtime.unset import UNSET

from ..connections import ConnectionLimits
from ..errors import ConfigurationError
from .secret import InvalidValue, Secret

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHEMES: Final = ("http", "https", "socks5", "socks5h")


@frozen
class ConnectionSettings:
    """How a client connects; see the arguments of `Client`.

    Attributes:
        proxy: URL of the proxy, or an `httpx.Proxy`; None for the proxies of the environment.
        verify: True, False, an `ssl.SSLContext`, or the path of a file or folder of certificates.
        limits: The numbers of connections.
        cert: Path of the client certificate; None for none.
        key: Path of its private key; None if it is in the same file.
        password: Returns the password of the private key; "" if there is none.
    """

    proxy: Any = field(default=None, repr=False)
    verify: Any = True
    limits: ConnectionLimits = field(factory=ConnectionLimits)
    cert: str | None = None
    key: str | None = None
    password: Callable[[], str] = field(default=str, repr=False)


class HiddenPassword:
    """The password of a certificate as a function that returns it, unchanged, with white space."""

    # In a closure rather than an attribute, so that tools that walk the attributes of objects miss it.
    __slots__ = ("_reveal",)

    def __init__(self, password: str) -> None:
        self._reveal: Callable[[], str] = lambda: password

    def __call__(self) -> str:
        return self._reveal()


def hide_proxy(proxy: Any) -> Any:
    """Return a URL, which may contain a password, as a `Secret`, and a value that is neither URL nor proxy hidden.

    A value that is hidden already is returned unchanged.
    """
    if isinstance(proxy, str) or (hasattr(proxy, "scheme") and hasattr(proxy, "userinfo")):
        return Secret(str(proxy))
    is_proxy = hasattr(proxy, "url") and hasattr(proxy, "raw_auth")
    return proxy if proxy is None or is_proxy or isinstance(proxy, Secret | InvalidValue) else InvalidValue(proxy)


def hide_password(cert: Any) -> Any:
    """Return a certificate with its password, if it has one, hidden, and other values unchanged."""
    if not isinstance(cert, tuple | list) or len(cert) != 3 or cert[2] is None:
        return cert
    password = cert[2]
    if isinstance(password, HiddenPassword | InvalidValue):
        return cert
    return (cert[0], cert[1], HiddenPassword(password) if isinstance(password, str) else InvalidValue(password))


def build_connection_settings(
    http_client: Any, *, proxy: Any, verify: Any, cert: Any, limits: Any
) -> ConnectionSettings:
    """Return the settings of the connections that a client opens.

    Args:
        http_client: The client that was passed; None if the transport creates its own.
        proxy: The argument of the client, from `hide_proxy`: a traceback may show local variables.
        verify: The argument of the client; UNSET for True.
        cert: The argument of the client, from `hide_password`.
        limits: The argument of the client.

    Raises:
        ConfigurationError: An argument is invalid, or passed together with `http_client`.
    """
    if http_client is not None:
        passed = {"proxy": proxy, "verify": None if verify is UNSET else "", "cert": cert, "limits": limits}
        names = [name for name, value in passed.items() if value is not None]
        if names:
            kind = f"{type(http_client).__module__.partition('.')[0]}.{type(http_client).__name__}"
            arguments = ", ".join(f"{name}=..." for name in names)
            raise ConfigurationError(
                f"{' and '.join(names)} cannot be combined with http_client: "
                f"configure that client, as in http_client={kind}({arguments})"
            )
    problem = None if proxy is None else _find_proxy_problem(proxy)
    if problem is not None:
        raise ConfigurationError(f"proxy {problem}")
    verify = _validate_verify(True if verify is UNSET else verify)
    certificate = _validate_cert(cert)
    if certificate and not isinstance(verify, bool | str):
        raise ConfigurationError(
            "cert cannot be combined with an SSLContext: load the certificate with verify.load_cert_chain(...)"
        )
    return ConnectionSettings(proxy, verify, ConnectionLimits.of(limits), *certificate)


def _find_proxy_problem(proxy: Any) -> str | None:
    """Return what is wrong with a proxy, without its URL, which may contain a password; None if it is valid."""
    if isinstance(proxy, InvalidValue):
        return f"must be a URL or an httpx.Proxy, not {proxy.type_name}"
    if not isinstance(proxy, Secret):
        return None
    example = "such as http://user:password@proxy.example.com:3128"
    try:
        parts = urlsplit(proxy.reveal())
        valid = parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        return f"must be a URL {example}; in the password, percent-encode characters such as / and #"
    if parts.scheme not in _SCHEMES:
        return f"must be a URL {example}, whose scheme is http, https, socks5 or socks5h"
    if not valid or parts.path.strip("/") or parts.query or parts.fragment:
        return f"must be a URL of a host and a port, {example}; in the password, percent-encode / and #"
    return None


def _validate_verify(verify: Any) -> Any:
    """Return the argument `verify`, a path as str; raise ConfigurationError if it is invalid."""
    if isinstance(verify, str | PathLike):
        return _validate_path("verify", verify)
    ssl = sys.modules.get("ssl")  # a context exists only if ssl was imported
    if isinstance(verify, bool) or (ssl is not None and isinstance(verify, ssl.SSLContext)):
        return verify
    raise ConfigurationError(
        f"verify must be True, False, an ssl.SSLContext, or the path of a file or folder of certificates, "
        f"not {type(verify).__name__}"
    )


def _validate_cert(cert: Any) -> tuple[Any, ...]:
    """Return the paths and the password of a certificate; raise ConfigurationError if they are invalid."""
    if cert is None:
        return ()
    parts = (cert,) if isinstance(cert, str | PathLike) else cert
    if not isinstance(parts, tuple | list) or not 1 <= len(parts) <= 3:
        raise ConfigurationError("cert must be a path, or a tuple of certificate path, key path and optional password")
    paths = [_validate_path("cert", part) for part in parts[:2]]
    password = parts[2] if len(parts) == 3 else None
    if isinstance(password, InvalidValue):
        raise ConfigurationError(f"the password of cert must be a str, not {password.type_name}")
    return (paths[0], paths[1] if len(paths) > 1 else None, password or str)


def _validate_path(name: str, path: Any) -> str:
    if not isinstance(path, str | PathLike):
        raise ConfigurationError(f"{name} must contain paths, not {type(path).__name__}")
    text = fspath(path)
    if not isinstance(text, str) or not Path(text).exists():
        raise ConfigurationError(f"{name}: there is no file {text!r:.200}; check the path")
    return text
