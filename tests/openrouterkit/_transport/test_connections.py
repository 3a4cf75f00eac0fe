"""The connections that clients open: proxies, certificates and limits, on real sockets."""

from __future__ import annotations

import base64
import logging
import ssl
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from loopback import Loopback, completion, http_response
from proxies import Proxy
from tls import Certificates, TlsLoopback

from openrouterkit import (
    AsyncOpenRouter,
    ConfigurationError,
    ConnectionFailedError,
    ConnectionLimits,
    OpenRouter,
    OpenRouterError,
    TimedOutError,
)

MESSAGES: Any = [{"role": "user", "content": "hi"}]
REPLIES: Any = [http_response(completion()), "repeat"]
PASSWORD = "s3cr3t-p@ss"
QUOTED = "s3cr3t-p%40ss"


@pytest.fixture(autouse=True)
def no_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(params=["sync", "asyncio", "trio"])
def send(request: pytest.FixtureRequest) -> Callable[..., str]:
    """Send a message with a new client, and return the text of the reply."""

    def run(url: str, **settings: Any) -> str:
        settings = {"base_url": url, "retries": 0, "timeout": 10, **settings}
        if request.param == "sync":
            with OpenRouter(**settings) as client:
                return client.chat.send(messages=MESSAGES).text

        async def call() -> str:
            async with AsyncOpenRouter(**settings) as client:
                return (await client.chat.send(messages=MESSAGES)).text

        return anyio.run(call, backend=request.param)

    return run


def show_error(error: BaseException) -> str:
    """Return an error and its causes as text, with the local variables of all frames except those of the tests."""
    shown = []
    link: BaseException | None = error
    while link is not None:
        summary = traceback.TracebackException.from_exception(link, capture_locals=True)
        frames = [
            frame for frame in summary.stack if "/tests/" not in frame.filename and "/_pytest/" not in frame.filename
        ]
        shown += [repr(link), *traceback.StackSummary.from_list(frames).format()]
        link = link.__cause__ or link.__context__
    return "\n".join(shown)


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def secure(certificates: Certificates) -> Any:
    with TlsLoopback(certificates.build_server_context(), REPLIES) as server:
        yield server


def test_requests_to_https_go_through_a_tunnel_of_the_proxy(
    send: Any, secure: TlsLoopback, certificates: Certificates
) -> None:
    with Proxy() as proxy:
        assert send(secure.url, proxy=proxy.url, verify=certificates.authority) == "Hello"
    assert proxy.requests == [f"CONNECT {secure.url.split('/')[2]}"]


@pytest.mark.parametrize("kind", [str, httpx.URL, httpx.Proxy])
def test_the_user_and_password_of_a_proxy_are_sent_to_it(
    send: Any, secure: TlsLoopback, certificates: Certificates, kind: Any
) -> None:
    with Proxy(f"me:{PASSWORD}") as proxy:
        url = kind(f"http://me:{QUOTED}@{proxy.address}")
        assert send(secure.url, proxy=url, verify=certificates.authority) == "Hello"
    assert len(proxy.requests) == 1
    assert not any("proxy" in name for name in secure.requests[0].headers)


def test_requests_to_http_are_forwarded_by_the_proxy(send: Any) -> None:
    with Loopback(REPLIES) as server, Proxy(f"me:{PASSWORD}") as proxy:
        assert send(server.url, proxy=f"http://me:{QUOTED}@{proxy.address}") == "Hello"
    assert proxy.requests == [f"POST {server.url}/chat/completions"]


def test_a_proxy_that_rejects_the_password_is_reported_without_it(
    send: Any, secure: TlsLoopback, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.DEBUG),
        Proxy("me:other") as proxy,
        pytest.raises(ConnectionFailedError, match="407 Proxy Authentication Required") as caught,
    ):
        send(secure.url, proxy=f"http://me:{QUOTED}@{proxy.address}")
    shown = show_error(caught.value)
    for secret in (PASSWORD, QUOTED, base64.b64encode(f"me:{PASSWORD}".encode()).decode()):
        assert secret not in shown
        assert secret not in caplog.text


def test_the_proxy_of_the_argument_replaces_those_of_the_environment(
    send: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loopback(REPLIES) as server, Proxy() as proxy, Proxy() as other:
        monkeypatch.setenv("HTTP_PROXY", other.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert send(server.url, proxy=proxy.url) == "Hello"
    assert (len(proxy.requests), other.requests) == (1, [])


def test_proxies_of_the_environment_apply_except_for_hosts_in_no_proxy(
    send: Any, monkeypatch: pytest.MonkeyPatch, secure: TlsLoopback, certificates: Certificates
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with Loopback(REPLIES) as server, Proxy() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert send(server.url) == "Hello"
        assert send(secure.url) == "Hello"
        assert [request.split()[0] for request in proxy.requests] == ["POST", "CONNECT"]
        monkeypatch.setenv("NO_PROXY", "localhost,127.0.0.1")
        assert send(server.url) == send(secure.url) == "Hello"
        assert len(proxy.requests) == 2


def test_a_certificate_of_an_unknown_authority_is_rejected(send: Any, secure: TlsLoopback) -> None:
    with pytest.raises(ConnectionFailedError, match="CERTIFICATE_VERIFY_FAILED"):
        send(secure.url)


def test_verify_accepts_a_file_a_folder_a_context_and_false(
    send: Any, secure: TlsLoopback, certificates: Certificates, tmp_path: Any
) -> None:
    context = ssl.create_default_context(cafile=certificates.authority)
    name = subprocess.run(
        ["openssl", "x509", "-hash", "-noout", "-in", certificates.authority],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    (tmp_path / f"{name}.0").write_bytes(certificates.authority.read_bytes())
    for verify in (certificates.authority, str(certificates.authority), tmp_path, context, False):
        assert send(secure.url, verify=verify) == "Hello"


def test_a_server_that_requires_a_client_certificate_gets_that_of_cert(send: Any, certificates: Certificates) -> None:
    context = certificates.build_server_context(client_required=True)
    verify = certificates.authority
    with TlsLoopback(context, REPLIES) as server:
        for cert in (
            certificates.both,
            (str(certificates.client), certificates.key),
            (certificates.client, certificates.encrypted_key, certificates.PASSWORD),
        ):
            assert send(server.url, verify=verify, cert=cert) == "Hello"
        assert send(server.url, verify=False, cert=certificates.both) == "Hello"
        with pytest.raises(ConnectionFailedError), OpenRouter(base_url=server.url, verify=verify, retries=0) as client:
            client.chat.send(messages=MESSAGES)


@pytest.mark.parametrize("password", [(), ("wrong-s3cr3t",)], ids=["none", "wrong"])
def test_an_encrypted_key_without_its_password_raises_and_does_not_wait_for_input(
    certificates: Certificates, password: tuple[str, ...]
) -> None:
    cert: Any = (certificates.client, certificates.encrypted_key, *password)
    with (
        OpenRouter(base_url="https://localhost:1", cert=cert) as client,
        pytest.raises(ConfigurationError, match="argument cert: the files and the password") as caught,
    ):
        client.request("GET", "/x")
    assert "wrong-s3cr3t" not in show_error(caught.value)


def test_a_file_without_certificates_raises_a_configuration_error(send: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"cannot load the certificates: .*; check the argument verify"):
        send("https://localhost:1", verify=__file__)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SSL_CERT_FILE", "/nowhere/at/all"), ("SSL_CERT_FILE", __file__), ("SSLKEYLOGFILE", "/nowhere/x")],
)
def test_a_missing_certificate_file_of_the_environment_raises_a_configuration_error(
    send: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    if name == "SSLKEYLOGFILE" and httpx.__name__ == "httpx2":
        pytest.skip("httpx2 does not write TLS keys to a file")
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=f"cannot load the certificates: .*; check .*{name}"):
        send("http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTP_PROXY", "garbage://me:s3cr3t@x"),
        ("ALL_PROXY", "::::"),
        ("HTTPS_PROXY", "http://me:s3cr3t/x@proxy.example.com:1"),
    ],
)
def test_an_invalid_proxy_of_the_environment_is_reported_without_its_password(
    send: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match=f"the URL of a proxy is invalid; check .*{name}") as caught:
        send("http://127.0.0.1:1")
    assert "s3cr3t" not in show_error(caught.value)


def test_a_socks_proxy_without_its_package_raises_a_configuration_error(send: Any) -> None:
    with pytest.raises(ConfigurationError, match="socksio"):
        send("http://127.0.0.1:1", proxy="socks5://127.0.0.1:1")


@pytest.mark.parametrize("make_limits", [ConnectionLimits, httpx.Limits])
def test_limits_bound_the_number_of_connections(make_limits: Any) -> None:
    slow: Any = ["request", 0.05, *REPLIES]
    with (
        Loopback(slow) as server,
        OpenRouter(base_url=server.url, limits=make_limits(max_connections=2)) as client,
    ):
        threads = [threading.Thread(target=client.chat.send, kwargs={"messages": MESSAGES}) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (server.connections, len(server.requests)) == (2, 8)


def test_a_call_without_a_free_connection_exceeds_pool() -> None:
    with (
        Loopback(["request", "hang"]) as server,
        OpenRouter(base_url=server.url, limits=ConnectionLimits(max_connections=1), retries=0) as client,
    ):
        first = threading.Thread(target=_send_until_closed, args=(client,), daemon=True)
        first.start()
        while not server.requests:
            time.sleep(0.001)
        with pytest.raises(TimedOutError, match="no connection of the pool became free") as caught:
            client.with_options(timeout=0.2).chat.send(messages=MESSAGES)
        assert caught.value.phase == "pool"
    first.join(5)


def _send_until_closed(client: OpenRouter) -> None:
    try:
        client.chat.send(messages=MESSAGES)
    except OpenRouterError:
        return  # the server has closed the connection


def test_unused_connections_are_kept_up_to_the_limit_and_for_the_time_of_the_limits() -> None:
    with Loopback(REPLIES) as server:
        for limits, expected in (
            (ConnectionLimits(), 1),
            (ConnectionLimits(max_keepalive_connections=0), 3),
            (ConnectionLimits(keepalive_expiry=0), 3),
        ):
            before = server.connections
            with OpenRouter(base_url=server.url, limits=limits) as client:
                for _ in range(3):
                    client.chat.send(messages=MESSAGES)
                    time.sleep(0.01)
            assert server.connections - before == expected, limits


def test_settings_of_connections_import_nothing_before_the_first_call(certificates: Certificates) -> None:
    code = (
        "import sys; from openrouterkit import OpenRouter, AsyncOpenRouter, ConnectionLimits\n"
        "for kind in (OpenRouter, AsyncOpenRouter):\n"
        "    kind(proxy='http://me:x@127.0.0.1:1', verify=sys.argv[1], cert=(sys.argv[1], sys.argv[1], 'x'),\n"
        "         limits=ConnectionLimits(max_connections=3))\n"
        "print(sorted({'httpx', 'httpcore', 'anyio', 'ssl'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(certificates.authority)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
