"""Failures of a proxy are reported as such, without its password."""

from __future__ import annotations

import asyncio
import socket
import time
from typing import Any

import httpx
import pytest
from leaks import assert_hidden, collect_texts
from loopback import Connection, Loopback, completion, http_response

from openrouterkit import AsyncOpenRouter, OpenRouter, TimeoutOptions, user
from openrouterkit._transport.internals import find_proxy
from openrouterkit.errors import (
    APIError,
    BadGatewayResponseError,
    ConnectionFailedError,
    OpenRouterError,
    TimedOutError,
)

KEY = "sk-or-v1-0123456789abcdef"
PASSWORD = "hunter2-hunter3"
SEND: Any = {"model": "m", "messages": [user("hi")]}
KINDS = ["environment", "argument", "passed client", "async environment", "async argument", "async passed client"]


def find_closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def catch(
    kind: str, port: int, scheme: str, monkeypatch: pytest.MonkeyPatch, timeout: Any = 10, *, user_info: str = ""
) -> OpenRouterError:
    """Return the error of a call to a service of this scheme, through a proxy at a port."""
    proxy = f"http://{user_info}127.0.0.1:{port}"
    options: Any = {"api_key": KEY, "base_url": f"{scheme}://service.example/api", "retries": 0, "timeout": timeout}
    if "environment" in kind:
        monkeypatch.setenv(f"{scheme.upper()}_PROXY", proxy)
    elif "argument" in kind:
        options["proxy"] = proxy

    async def call_async() -> None:
        if "passed" in kind:
            options["http_client"] = httpx.AsyncClient(proxy=proxy)
        async with AsyncOpenRouter(**options) as client:
            await client.chat.send(**SEND)

    def call() -> None:
        if "passed" in kind:
            options["http_client"] = httpx.Client(proxy=proxy)
        with OpenRouter(**options) as client:
            client.chat.send(**SEND)

    with pytest.raises(OpenRouterError) as caught:
        _ = asyncio.run(call_async()) if "async" in kind else call()
    return caught.value


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_proxy_that_is_down_is_named_with_the_settings_to_check(
    kind: str, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = find_closed_port()
    error = catch(kind, port, scheme, monkeypatch, user_info=f"me:{PASSWORD}@")
    assert type(error) is ConnectionFailedError
    assert str(error).startswith(f"the connection to the proxy 127.0.0.1:{port} failed: ")
    assert str(error).endswith(f"; check {scheme.upper()}_PROXY, or the argument proxy")
    assert error.attempts[0].error == f"ConnectionFailedError: {error}"
    assert_hidden(collect_texts(error), KEY, PASSWORD)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "check"),
    [
        (407, "407 X; check the user name and password in HTTPS_PROXY, or the argument proxy"),
        (502, "502 X; check HTTPS_PROXY, or the argument proxy"),
    ],
)
def test_a_proxy_that_rejects_a_tunnel_is_named(
    kind: str, status: int, check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loopback([http_response("no", status, "text/plain")]) as proxy:
        port = int(proxy.url.split(":")[2].split("/")[0])
        error = catch(kind, port, "https", monkeypatch, user_info=f"me:{PASSWORD}@")
    assert proxy.requests[0].method == "CONNECT"
    assert "authorization" not in proxy.requests[0].headers
    assert type(error) is ConnectionFailedError
    assert str(error) == f"the proxy 127.0.0.1:{port} rejected the connection to service.example: {check}"
    assert_hidden(collect_texts(error), KEY, PASSWORD)


def test_a_proxy_that_sends_its_password_back_is_named_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def echo(connection: Any) -> None:
        header = connection.server.requests[0].headers["proxy-authorization"]
        connection.sock.sendall(f"HTTP/1.1 407 {header} {PASSWORD}\r\n\r\n".encode())

    with Loopback(["request", echo]) as proxy:
        port = int(proxy.url.split(":")[2].split("/")[0])
        error = catch("argument", port, "https", monkeypatch, user_info=f"me:{PASSWORD}@")
    assert "407 Basic ****" in str(error)
    word = proxy.requests[0].headers["proxy-authorization"].split()[1]
    assert_hidden(collect_texts(error), KEY, PASSWORD, word)


@pytest.mark.parametrize("kind", ["environment", "async argument"])
def test_a_rejected_plain_request_is_the_response_of_the_proxy_or_the_service(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loopback([http_response("no", 407, "text/plain")], [http_response("no", 502, "text/plain")]) as proxy:
        port = int(proxy.url.split(":")[2].split("/")[0])
        first = catch(kind, port, "http", monkeypatch)
        second = catch(kind, port, "http", monkeypatch)
    assert proxy.requests[0].path == "http://service.example/api/chat/completions"
    assert isinstance(first, APIError)
    assert first.message == (
        "the proxy rejected the request: no; check the user name and password in HTTP_PROXY, or the argument proxy"
    )
    assert isinstance(second, BadGatewayResponseError)


@pytest.mark.parametrize("kind", ["argument", "async argument"])
def test_other_failures_of_a_tunnel_name_the_service_and_the_proxy(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tunnel = b"HTTP/1.1 200 Connected\r\n\r\n"

    def read_hello(connection: Connection) -> None:  # or the answer may arrive together with that of the proxy
        assert connection.sock.recv(65536)

    with Loopback(["request", tunnel, read_hello, b"no TLS" * 20, "hang"], ["request", "reset"]) as proxy:
        port = int(proxy.url.split(":")[2].split("/")[0])
        garbage = catch(kind, port, "https", monkeypatch)
        reset = catch(kind, port, "https", monkeypatch)
    for error in (garbage, reset):
        assert type(error) is ConnectionFailedError
        assert str(error).startswith("the connection to service.example failed before a response was received: ")
        assert str(error).endswith(f" (through the proxy 127.0.0.1:{port})")


def test_a_timeout_of_a_proxy_names_it_and_keeps_its_phase(monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback(["request", "hang"]) as proxy:
        port = int(proxy.url.split(":")[2].split("/")[0])
        started_at = time.monotonic()
        error = catch("argument", port, "https", monkeypatch, TimeoutOptions(connect=0.2, read=0.3))
    assert time.monotonic() - started_at < 5
    assert isinstance(error, TimedOutError)
    assert error.phase in ("connect", "read")
    assert str(error).endswith(f" (through the proxy 127.0.0.1:{port})")


def test_a_failure_without_a_proxy_names_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    port = find_closed_port()
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:2")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    client = OpenRouter(api_key=KEY, base_url=f"http://127.0.0.1:{port}", retries=0)
    with client, pytest.raises(ConnectionFailedError) as caught:
        client.chat.send(**SEND)
    assert str(caught.value).startswith(f"the connection to 127.0.0.1:{port} failed before a response")
    assert "proxy" not in str(caught.value)


def test_a_client_of_an_unknown_kind_has_no_proxy() -> None:
    assert find_proxy(object(), httpx.URL("https://a.example")) is None
    with httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(200))) as client:
        assert find_proxy(client, httpx.URL("https://a.example")) is None
    with httpx.Client(proxy="http://a.example") as client:
        assert find_proxy(client, httpx.URL("https://b.example")) == ("a.example:80", ())


def test_a_call_through_a_proxy_that_works_succeeds() -> None:
    with Loopback([http_response(completion())]) as proxy:
        address = proxy.url.removesuffix("/api/v1")
        with OpenRouter(api_key=KEY, base_url="http://service.example/api", proxy=address) as client:
            assert client.chat.send(**SEND).text == "Hello"
    assert proxy.requests[0].headers["host"] == "service.example"
