"""The arguments proxy, verify, cert and limits of the clients: what they accept, and how errors describe them."""

from __future__ import annotations

import pickle
import ssl
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from http_libraries import HTTP_LIBRARIES

from openrouterkit import AsyncOpenRouter, ConfigurationError, ConnectionLimits, OpenRouter
from openrouterkit._options.connection_settings import ConnectionSettings

CLIENTS = pytest.mark.parametrize("kind", [OpenRouter, AsyncOpenRouter])


@pytest.mark.parametrize(
    ("proxy", "message"),
    [
        (
            "",
            r"must be a URL such as http://user:password@proxy\.example\.com:3128, whose scheme is http, https, socks5",
        ),
        ("proxy.example.com:3128", "whose scheme is"),
        ("ftp://s3cr3t@x", "whose scheme is"),
        ("http://", "must be a URL of a host and a port"),
        ("http://me:s3cr3t@", "must be a URL of a host and a port"),
        ("http://me:s3cr3t@x:0", "must be a URL of a host and a port"),
        ("http://me:p@s3cr3t/x@host:1", "percent-encode"),
        ("http://me:s3cr3t/x@host:1", "percent-encode"),
        ("http://me:12#s3cr3t@host:1", "percent-encode"),
        ("http://me:s3cr3t@[x", "must be a URL such as"),
        (httpx.URL("ftp://me:s3cr3t@x"), "whose scheme is"),
        (3128, "must be a URL or an httpx.Proxy, not int"),
        (b"http://me:s3cr3t@x", "must be a URL or an httpx.Proxy, not bytes"),
    ],
)
@CLIENTS
def test_an_invalid_proxy_is_rejected_at_once_without_its_password(kind: Any, proxy: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^proxy .*{message}") as caught:
        kind(proxy=proxy)
    assert "s3cr3t" not in repr(caught.value)


def test_an_invalid_argument_does_not_show_the_passwords_of_others_in_a_traceback_with_locals(tmp_path: Path) -> None:
    (tmp_path / "x.pem").touch()

    def create() -> OpenRouter:
        url, password = "http://me:proxy-secret@x", "key-secret"
        return OpenRouter(proxy=url, cert=(tmp_path / "x.pem", tmp_path / "x.pem", password), verify=tmp_path / "none")

    def create_with_bytes() -> OpenRouter:
        return OpenRouter(proxy=b"http://me:proxy-secret@x")  # type: ignore[arg-type]  # deliberately invalid

    for function, problem in ((create, "verify: there is no file"), (create_with_bytes, "proxy must be .* not bytes")):
        with pytest.raises(ConfigurationError, match=problem) as caught:
            function()
        frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack
        ours = [frame for frame in frames if not frame.name.startswith("create")]
        shown = "".join(traceback.StackSummary.from_list(ours).format())
        assert "build_connection_settings" in shown
        assert "proxy-secret" not in shown
        assert "key-secret" not in shown


@pytest.mark.parametrize(
    "proxy",
    [
        "http://proxy.example.com",
        "HTTP://proxy.example.com:3128/",
        "https://me:p%40ss@proxy.example.com",
        "socks5h://[::1]:1080",
        httpx.URL("http://me:x@h:1"),
        httpx.Proxy("http://h:1", auth=("me", "x")),
        None,
    ],
)
@CLIENTS
def test_a_proxy_is_a_url_or_a_proxy_of_httpx(kind: Any, proxy: Any) -> None:
    kind(proxy=proxy)


def test_the_password_of_a_proxy_is_in_no_repr_and_in_no_attributes() -> None:
    client = OpenRouter(proxy="http://me:s3cr3t@x:1", cert=(__file__, __file__, "key-s3cr3t"))
    for value in walk_attributes(client, set()):
        assert "s3cr3t" not in repr(value), value


def test_settings_verify_certificates_by_default_and_hide_the_headers_of_a_proxy() -> None:
    assert ConnectionSettings().verify is True
    proxy = httpx.Proxy("http://x:1", headers={"Proxy-Authorization": "s3cr3t"})
    assert "s3cr3t" not in repr(ConnectionSettings(proxy))


def walk_attributes(value: Any, seen: set[int]) -> Iterator[Any]:
    """Yield an object of this package and the values of its attributes, and of theirs."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    if type(value).__module__.startswith("openrouterkit"):
        names = [*vars(value)] if hasattr(value, "__dict__") else []
        names += [
            name for each in type(value).__mro__ for name in getattr(each, "__slots__", ()) if name != "__weakref__"
        ]
        for name in names:
            yield from walk_attributes(getattr(value, name), seen)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"verify": "/nowhere/ca.pem"}, "verify: there is no file '/nowhere/ca.pem'; check the path"),
        ({"verify": Path("/nowhere/ca.pem")}, "verify: there is no file '/nowhere/ca.pem'; check the path"),
        ({"verify": None}, "verify must be True, False, an ssl.SSLContext, or the path .*, not NoneType"),
        ({"verify": 1}, "verify must be .*, not int"),
        ({"cert": "/nowhere/client.pem"}, "cert: there is no file '/nowhere/client.pem'; check the path"),
        ({"cert": (__file__, "/nowhere/client.key")}, "cert: there is no file '/nowhere/client.key'"),
        ({"cert": (__file__, None)}, "cert must contain paths, not NoneType"),
        ({"cert": (__file__, __file__, 7)}, "the password of cert must be a str, not int"),
        ({"cert": ()}, "cert must be a path, or a tuple of certificate path, key path and optional password"),
        ({"cert": (__file__,) * 4}, "cert must be a path, or a tuple"),
        ({"cert": True}, "cert must be a path, or a tuple"),
        (
            {"cert": __file__, "verify": ssl.create_default_context()},
            r"cert cannot be combined with an SSLContext: load the certificate with verify\.load_cert_chain",
        ),
        ({"limits": 5}, "limits must be ConnectionLimits or httpx.Limits, not int"),
        (
            {"limits": httpx.Limits(max_connections=0)},
            "ConnectionLimits.max_connections must be a whole number, 1 or more",
        ),
    ],
)
@CLIENTS
def test_an_invalid_setting_of_connections_is_rejected_at_once(kind: Any, settings: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        kind(**settings)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"proxy": "http://x"}, r"^proxy cannot be .* as in http_client=httpx2?\.(Async)?Client\(proxy=\.\.\.\)$"),
        ({"verify": True}, "^verify cannot be combined with http_client: configure that client"),
        ({"cert": __file__}, "^cert cannot be"),
        ({"limits": ConnectionLimits()}, "^limits cannot be"),
        ({"verify": False, "cert": __file__}, r"^verify and cert cannot be .*Client\(verify=\.\.\., cert=\.\.\.\)$"),
    ],
)
def test_settings_of_connections_cannot_be_combined_with_a_client_that_is_passed(settings: Any, message: str) -> None:
    with httpx.Client() as http_client, pytest.raises(ConfigurationError, match=message):
        OpenRouter(http_client=http_client, **settings)
    with pytest.raises(ConfigurationError, match=message):
        AsyncOpenRouter(http_client=httpx.AsyncClient(), **settings)
    OpenRouter(http_client=http_client, proxy=None, cert=None, limits=None)


def test_with_options_does_not_accept_settings_of_connections() -> None:
    with pytest.raises(TypeError, match="proxy"):
        OpenRouter().with_options(proxy="http://x")  # type: ignore[call-arg]  # deliberately invalid


def test_limits_of_httpx_are_converted_and_none_stands_for_the_defaults() -> None:
    assert ConnectionLimits.of(None) == ConnectionLimits(1000, 100, 5.0)
    limits = ConnectionLimits(max_connections=3, keepalive_expiry=None)
    assert ConnectionLimits.of(limits) is limits
    assert pickle.loads(pickle.dumps(limits)) == limits
    for library in HTTP_LIBRARIES:
        given: Any = library.Limits(max_connections=3, max_keepalive_connections=None, keepalive_expiry=9)
        assert ConnectionLimits.of(given) == ConnectionLimits(3, None, 9)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_connections", 0),
        ("max_connections", 1.5),
        ("max_connections", True),
        ("max_keepalive_connections", -1),
        ("max_keepalive_connections", "9"),
        ("keepalive_expiry", -1),
        ("keepalive_expiry", float("nan")),
        ("keepalive_expiry", float("inf")),
    ],
)
def test_an_invalid_limit_of_connections_is_rejected_by_name(name: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match=rf"ConnectionLimits\.{name} must be .* or None for no limit, not "):
        ConnectionLimits(**{name: value})
