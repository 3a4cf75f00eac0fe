"""Login with OAuth and PKCE: each step, and whole logins over real sockets."""

from __future__ import annotations

import base64
import contextlib
import copy
import hashlib
import http.client
import io
import logging
import os
import pickle
import socket
import subprocess
import sys
import threading
import time
import traceback
import webbrowser
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
import anyio.lowlevel
import pytest
from loopback import Loopback, http_response

from openrouterkit import oauth
from openrouterkit._options.secret import Secret
from openrouterkit.errors import ConfigurationError, DecodeError, ForbiddenResponseError, OpenRouterError
from openrouterkit.oauth import (
    Challenge,
    Login,
    LoginError,
    authorize_url,
    code_challenge,
    code_verifier,
    read_callback,
)
from openrouterkit.oauth import login as login_module
from openrouterkit.openrouter import AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions

OLD, KEY, CODE = "sk-or-v1-old", "sk-or-v1-new", "auth_code_9fK2"
GRANTED = http_response({"key": KEY, "user_id": "user_1"})
MODES = ["sync", "asyncio", "trio"]


def log_in(mode: str, url: str, **params: Any) -> Login:
    """Run a login in sync code or on one of the event loops."""
    if mode == "sync":
        with OpenRouter(api_key=OLD, base_url=url, retries=0) as client:
            return client.oauth.login(**params)

    async def run() -> Login:
        async with AsyncOpenRouter(api_key=OLD, base_url=url, retries=0) as client:
            return await client.oauth.login(**params)

    return anyio.run(run, backend=mode)


def parse_query(url: str) -> dict[str, str]:
    """Return the parameters of an authorize URL."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


def fetch(url: str, method: str = "GET") -> tuple[int, str, Any]:
    """Request a URL as a browser does. Return the status, the text and the headers."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=5)
    try:
        connection.request(method, f"{parts.path}?{parts.query}" if parts.query else parts.path)
        response = connection.getresponse()
        return response.status, response.read().decode(), response.headers
    finally:
        connection.close()


class Browser:
    """Requests the callback URL with each of the additions, in a thread, as a browser does."""

    def __init__(self, *additions: str) -> None:
        self.additions = additions
        self.opened: list[str] = []
        self.pages: list[tuple[int, str, Any]] = []
        self.thread: threading.Thread | None = None

    def __call__(self, url: str) -> bool:
        self.opened.append(url)
        self.thread = threading.Thread(target=self._browse, args=(parse_query(url)["callback_url"],))
        self.thread.start()
        return True

    def _browse(self, callback: str) -> None:
        for addition in self.additions:
            self.pages.append(fetch(callback + addition))

    def join(self) -> None:
        assert self.thread is not None
        self.thread.join(5)


def is_closed(url: str) -> bool:
    """Return True if the port of the callback URL is closed."""
    with socket.socket() as sock:
        sock.settimeout(1)
        return sock.connect_ex(("127.0.0.1", urlsplit(parse_query(url)["callback_url"]).port or 0)) != 0


# ---- verifier and challenge


def test_challenge_matches_the_example_of_rfc_7636() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert code_challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    challenge = Challenge(verifier)
    assert (challenge.code_challenge, challenge.code_challenge_method) == (code_challenge(verifier), "S256")


@pytest.mark.parametrize("length", [43, 64, 128])
def test_verifiers_are_random_and_have_allowed_characters(length: int) -> None:
    verifiers = {code_verifier(length) for _ in range(50)}
    assert len(verifiers) == 50
    assert {len(verifier) for verifier in verifiers} == {length}
    assert set("".join(verifiers)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@pytest.mark.parametrize("length", [0, 42, 129])
def test_invalid_length_of_a_verifier_is_rejected(length: int) -> None:
    with pytest.raises(ConfigurationError, match="43 to 128"):
        code_verifier(length)


@pytest.mark.parametrize("verifier", ["", "a" * 42, "a" * 129, "ä" * 50, "a" * 50 + "+", "a" * 25 + " " + "a" * 25])
def test_invalid_verifier_is_rejected_and_not_shown(verifier: str) -> None:
    for function in (code_challenge, Challenge):
        with pytest.raises(ConfigurationError, match="not shown") as caught:
            function(verifier)
        assert not verifier or verifier not in str(caught.value)


def test_challenge_hides_its_verifier_and_can_be_rebuilt_from_it() -> None:
    challenge = Challenge()
    verifier = challenge.verifier.reveal()
    assert verifier not in repr(challenge) + str(challenge)
    assert Challenge(verifier) == challenge
    assert Challenge() != challenge


# ---- the authorize URL


def test_authorize_url_has_the_challenge_and_the_state_in_the_callback_url() -> None:
    challenge = Challenge()
    url = authorize_url("https://you.example/back?tab=1", challenge, state="a b&c")
    assert url.startswith(
        "https://openrouter.ai/auth?callback_url=https%3A%2F%2Fyou.example%2Fback%3Ftab%3D1%26state%3D"
    )
    assert parse_query(url) == {
        "callback_url": "https://you.example/back?tab=1&state=a%20b%26c",
        "code_challenge": challenge.code_challenge,
        "code_challenge_method": "S256",
    }
    assert challenge.verifier.reveal() not in url


def test_settings_of_the_key_are_query_parameters() -> None:
    end = datetime(2027, 6, 30, tzinfo=UTC)
    url = authorize_url(
        "https://you.example/back",
        "challenge",
        key_label="Ada & Co",
        limit=25,
        usage_limit_type="monthly",
        expires_at=end,
        extra_query={"new": "1", "none": None},
    )
    query = parse_query(url)
    assert query["code_challenge"] == "challenge"
    assert (query["key_label"], query["limit"], query["usage_limit_type"]) == ("Ada & Co", "25", "monthly")
    assert datetime.fromisoformat(query["expires_at"]) == end
    assert (query["new"], "none" in query) == ("1", False)


def test_unknown_setting_of_the_key_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="key_lable"):
        authorize_url("https://you.example/back", "c", key_lable="x")  # type: ignore[call-arg]  # deliberately misspelt


@pytest.mark.parametrize(
    ("base_url", "page"),
    [
        ("https://openrouter.ai/api/v1", "https://openrouter.ai/auth"),
        ("https://eu.openrouter.ai/api/v1", "https://openrouter.ai/auth"),
        ("http://127.0.0.1:8765/api/v1", "http://127.0.0.1:8765/auth"),
        ("https://notopenrouter.ai/v1/", "https://notopenrouter.ai/auth"),
    ],
)
def test_login_page_depends_on_the_base_url(base_url: str, page: str) -> None:
    with OpenRouter(base_url=base_url) as client:
        assert client.oauth.authorize_url("https://you.example", Challenge()).partition("?")[0] == page


@pytest.mark.parametrize(
    ("callback", "state"),
    [("/back", None), ("you.example", "s"), ("https://a.example/#x", None), ("https://a.example/?x=1&state=2", "s")],
)
def test_invalid_callback_url_is_rejected(callback: str, state: Any) -> None:
    with pytest.raises(ConfigurationError, match="callback_url"):
        authorize_url(callback, Challenge(), state=state)


# ---- the callback


@pytest.mark.parametrize(
    "url",
    [
        f"http://localhost:1/callback?state=s&code={CODE}",
        f"/callback?code={CODE}&state=s#fragment",
        f"http://localhost:1/callback?state=s?code={CODE}",
        f"code={CODE}&state=s",
    ],
)
def test_code_is_read_from_every_form_of_callback_url(url: str) -> None:
    assert read_callback(url, "s") == CODE


@pytest.mark.parametrize(
    ("query", "reason", "message"),
    [
        ("code=c", "state", "belongs to another login"),
        ("code=c&state=", "state", "belongs to another login"),
        ("code=c&state=ss", "state", "belongs to another login"),
        ("code=c&state=s&state=s", "state", "belongs to another login"),
        ("code=c&state=%ff", "state", "belongs to another login"),
        ("code=c&state=\udcff", "state", "belongs to another login"),
        ("error=access_denied", "state", "belongs to another login"),
        ("error=access_denied&state=s", "denied", "denied in the browser"),
        (
            "error=server_error&error_description=out%20of%0Aorder&state=s",
            "refused",
            r"refused the login: 'server_error' 'out of\\norder$",
        ),
        ("error=temporarily_unavailable&state=s", "refused", "refused the login: 'temporarily_unavailable$"),
        ("state=s", "no_code", "no code"),
        ("code=&state=s", "no_code", "no code"),
        ("code=a&code=b&state=s", "no_code", "no code"),
    ],
)
def test_callback_without_a_valid_code_is_rejected(query: str, reason: str, message: str) -> None:
    with pytest.raises(LoginError, match=message) as caught:
        read_callback(f"https://you.example/back?{query}", "s")
    assert caught.value.reason == reason


def test_state_is_optional() -> None:
    assert read_callback(f"https://you.example/back?code={CODE}", None) == CODE


def test_login_error_is_an_openrouter_error_and_can_be_pickled() -> None:
    error = LoginError("no", "denied")
    assert isinstance(error, OpenRouterError)
    for duplicate in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(duplicate), duplicate.reason) == ("no", "denied")


# ---- the exchange


def test_exchange_sends_the_verifier_but_not_the_key_of_the_client() -> None:
    challenge = Challenge()
    with Loopback([GRANTED]) as server, OpenRouter(api_key=OLD, base_url=server.url) as client:
        login = client.oauth.exchange(CODE, challenge)
    (request,) = server.requests
    assert (request.method, request.path) == ("POST", "/api/v1/auth/keys")
    assert "authorization" not in request.headers
    assert request.json() == {
        "code": CODE,
        "code_verifier": challenge.verifier.reveal(),
        "code_challenge_method": "S256",
    }
    assert (login.key.reveal(), login.user_id) == (KEY, "user_1")


def test_generated_exchange_method_needs_no_key() -> None:
    with Loopback([GRANTED]) as server, OpenRouter(base_url=server.url) as client:
        assert client.oauth.exchange_auth_code(code=CODE).key == KEY


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_client_exchanges_a_code(backend: str) -> None:
    async def run(url: str) -> Login:
        async with AsyncOpenRouter(base_url=url) as client:
            return await client.oauth.exchange(Secret(CODE), Challenge())

    with Loopback([http_response({"key": KEY, "user_id": None})]) as server:
        login = anyio.run(run, server.url, backend=backend)
    assert (login.key, login.user_id) == (Secret(KEY), None)


def test_login_hides_its_key_is_frozen_and_works_in_with_options() -> None:
    login = Login(Secret(KEY), "user_1")
    assert repr(login) == "Login(key=Secret('***'), user_id='user_1')"
    with pytest.raises(AttributeError):
        login.key = Secret("x")  # type: ignore[misc]  # deliberately assigned
    with pytest.raises(TypeError):
        pickle.dumps(login)
    with Loopback([http_response({"data": []})]) as server, OpenRouter(api_key=OLD, base_url=server.url) as client:
        client.with_options(api_key=login.key).request("GET", "/models")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_key_of_the_options_is_sent_with_the_exchange() -> None:
    with Loopback([GRANTED]) as server, OpenRouter(api_key=OLD, base_url=server.url) as client:
        client.oauth.exchange(CODE, Challenge(), options=RequestOptions(api_key="other"))
    assert server.requests[0].headers["authorization"] == "Bearer other"


def test_failed_exchange_shows_no_code_verifier_or_key(caplog: pytest.LogCaptureFixture) -> None:
    challenge = Challenge()
    verifier = challenge.verifier.reveal()
    body = {"error": {"code": 403, "message": f"Code {CODE} is not of {verifier}", "metadata": {"a": [CODE, verifier]}}}
    caplog.set_level(logging.DEBUG, "openrouterkit")
    with (
        Loopback([http_response(body, 403, x_echo=CODE)]) as server,
        OpenRouter(api_key=OLD, base_url=server.url) as client,
    ):
        group = client.oauth
        with pytest.raises(ForbiddenResponseError) as caught:
            group.exchange(Secret(CODE), challenge)
    error = caught.value
    assert "Code *** is not of ***" in str(error)
    assert (error.metadata["a"], error.headers["X-Echo"]) == (["***", "***"], "***")
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    frames = shown[shown.index(str(Path("namespaces", "oauth.py"))) :]
    everything = str(vars(error)) + repr(error) + str(error.attempts) + caplog.text + frames
    assert CODE not in everything
    assert verifier not in everything


@pytest.mark.parametrize(
    "body", [{"user_id": "u"}, {"key": None}, {"key": ""}, {"key": 7}, [KEY], f'"{KEY}"', f"<{KEY}>"]
)
def test_response_without_a_key_is_a_decode_error_without_the_body(body: Any) -> None:
    with Loopback([http_response(body)]) as server, OpenRouter(base_url=server.url) as client:
        group = client.oauth
        with pytest.raises(DecodeError) as caught:
            group.exchange(CODE, Challenge())
    assert KEY not in str(caught.value) + str(vars(caught.value))


@pytest.mark.parametrize("code", ["", "  ", Secret("")])
def test_empty_code_is_rejected_before_sending(code: Any) -> None:
    with Loopback([GRANTED]) as server, OpenRouter(base_url=server.url) as client:
        group = client.oauth
        with pytest.raises(ConfigurationError, match="code is empty"):
            group.exchange(code, Challenge())
    assert server.requests == []


# ---- the whole login


@pytest.mark.parametrize("mode", MODES)
def test_login_opens_the_browser_and_exchanges_the_code_of_the_callback(mode: str) -> None:
    browser = Browser(f"&code={CODE}")
    with Loopback([GRANTED]) as server:
        login = log_in(mode, server.url, browser=browser, key_label="Ada")
    browser.join()
    assert (login.key.reveal(), login.user_id) == (KEY, "user_1")

    (url,) = browser.opened
    query = parse_query(url)
    callback = urlsplit(query["callback_url"])
    assert url.startswith(server.url.replace("/api/v1", "/auth?"))
    assert (callback.scheme, callback.hostname, callback.path) == ("http", "localhost", "/callback")
    assert (query["code_challenge_method"], query["key_label"]) == ("S256", "Ada")

    sent = server.requests[0].json()
    digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == query["code_challenge"]
    assert sent["code"] == CODE

    ((status, page, headers),) = browser.pages
    assert (status, "You are logged in" in page, CODE in page) == (200, True, False)
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert is_closed(url)


@pytest.mark.parametrize("mode", MODES)
def test_denied_login_is_reported_on_the_page_and_by_the_error(mode: str) -> None:
    browser = Browser("&error=access_denied")
    with Loopback([GRANTED]) as server, pytest.raises(LoginError, match="denied") as caught:
        log_in(mode, server.url, browser=browser)
    browser.join()
    assert caught.value.reason == "denied"
    assert (browser.pages[0][0], "not allowed" in browser.pages[0][1]) == (200, True)
    assert server.requests == []
    assert is_closed(browser.opened[0])


@pytest.mark.parametrize("mode", MODES)
def test_login_without_callback_times_out_and_closes_its_port(mode: str) -> None:
    browser = Browser()
    began = time.monotonic()
    with Loopback([GRANTED]) as server, pytest.raises(LoginError, match=r"no callback .* within 0\.2 s; ") as caught:
        log_in(mode, server.url, browser=browser, timeout=0.2)
    assert 0.2 <= time.monotonic() - began < 3
    assert caught.value.reason == "timed_out"
    assert is_closed(browser.opened[0])


def test_callbacks_with_wrong_state_are_rejected_and_the_login_continues() -> None:
    statuses: list[int] = []

    def browser(url: str) -> None:
        callback = parse_query(url)["callback_url"]
        base = callback.partition("?")[0]
        invalid = f"{base}?code=evil", f"{base}?code=evil&state=guess", f"{base}?error=access_denied", callback
        statuses.extend(fetch(target)[0] for target in (*invalid, f"{callback}&code={CODE}"))

    with Loopback([GRANTED]) as server:
        assert log_in("sync", server.url, browser=browser).key == Secret(KEY)
    assert statuses == [400, 400, 400, 400, 200]
    assert server.requests[0].json()["code"] == CODE


def test_timeout_reports_the_number_of_rejected_callbacks() -> None:
    def browser(url: str) -> None:
        fetch(parse_query(url)["callback_url"].partition("?")[0] + "?code=evil&state=guess")

    with Loopback([GRANTED]) as server, pytest.raises(LoginError, match=r"\(1 callbacks of other logins rejected\)"):
        log_in("sync", server.url, browser=browser, timeout=0.1)


def test_other_paths_and_methods_get_an_error_status_and_are_ignored() -> None:
    responses: dict[str, tuple[int, str | None]] = {}

    def browser(url: str) -> None:
        callback = parse_query(url)["callback_url"]
        root = callback.partition("/callback")[0]
        for method in ("POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH", "BREW"):
            status, _, headers = fetch(f"{callback}&code=evil", method)
            responses[method] = status, headers["Allow"]
        for path in ("/", "/favicon.ico", "/callback/", "/callbackx?code=evil", "//[?code=evil"):
            responses[path] = fetch(root + path)[0], None
        fetch(f"{callback}&code={CODE}")

    with Loopback([GRANTED]) as server:
        log_in("sync", server.url, browser=browser)
    assert {responses.pop(method) for method in ("POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH")} == {(405, "GET")}
    assert responses.pop("BREW") == (501, None)
    assert set(responses.values()) == {(404, None)}
    assert server.requests[0].json()["code"] == CODE


def test_first_callback_counts_when_the_page_is_reloaded() -> None:
    def browser(url: str) -> None:
        for code in (CODE, "later"):
            fetch(f"{parse_query(url)['callback_url']}&code={code}")

    with Loopback([GRANTED]) as server:
        log_in("sync", server.url, browser=browser)
    assert server.requests[0].json()["code"] == CODE


def test_silent_and_invalid_connections_do_not_block_the_callback() -> None:
    with contextlib.ExitStack() as stack:

        def browser(url: str) -> None:
            callback = parse_query(url)["callback_url"]
            address = "127.0.0.1", urlsplit(callback).port or 0
            idle = [stack.enter_context(socket.create_connection(address)) for _ in range(3)]
            idle[1].sendall(b"GET /callback?co")
            idle[2].sendall(b"\x16\x03\x01\x00\x00\r\n\r\n")
            fetch(f"{callback}&code={CODE}")

        with Loopback([GRANTED]) as server:
            assert log_in("sync", server.url, browser=browser).key == Secret(KEY)


def test_login_with_browser_writes_no_secrets_to_logs_or_terminal(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "openrouterkit")

    def browser(url: str) -> None:
        callback = parse_query(url)["callback_url"]
        sock = socket.create_connection(("127.0.0.1", urlsplit(callback).port or 0))
        sock.sendall(b"GET / HTTP/1.1\r\n")
        sock.close()
        fetch(f"{callback}&code={CODE}")

    with Loopback([GRANTED]) as server:
        log_in("sync", server.url, browser=browser)
    assert capfd.readouterr() == ("", "")
    verifier = server.requests[0].json()["code_verifier"]
    assert not [secret for secret in (CODE, KEY, OLD, verifier) if secret in caplog.text]
    assert "/auth/keys: 200" in caplog.text


@pytest.mark.parametrize("mode", MODES)
def test_failed_exchange_after_the_callback_raises_the_error_of_the_service(mode: str) -> None:
    forbidden = http_response({"error": {"code": 403, "message": "Invalid code"}}, 403)
    browser = Browser(f"&code={CODE}")
    with Loopback([forbidden]) as server, pytest.raises(ForbiddenResponseError, match="Invalid code"):
        log_in(mode, server.url, browser=browser)
    assert is_closed(browser.opened[0])


def test_port_can_be_chosen_and_reused_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for _ in range(2):
        browser = Browser(f"&code={CODE}")
        with Loopback([GRANTED]) as server:
            log_in("sync", server.url, browser=browser, port=port, host="127.0.0.1")
        assert parse_query(browser.opened[0])["callback_url"].startswith(f"http://127.0.0.1:{port}/callback?state=")


def test_used_port_is_reported_with_a_hint() -> None:
    with socket.create_server(("127.0.0.1", 0)) as used, OpenRouter(api_key=OLD) as client:
        port = used.getsockname()[1]
        with pytest.raises(ConfigurationError, match=rf"port {port}: .*pass port=0 for a free one"):
            client.oauth.login(browser=Browser(), port=port)


@pytest.mark.parametrize("host", ["0.0.0.0", "", "example.org", "::1"])
def test_host_must_be_this_machine(host: str) -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError, match="host of login must be one of"):
        client.oauth.login(browser=Browser(), host=host)


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"browser": print, "paste": print}, "exclude each other"),
        ({"browser": print, "timeout": 0}, "timeout of login"),
        ({"browser": print, "timeout": float("nan")}, "timeout of login"),
        ({"browser": print, "port": 70000}, "port 70000"),
    ],
)
def test_invalid_settings_are_rejected(params: Any, message: str) -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError, match=message):
        client.oauth.login(**params)


def test_unknown_setting_is_a_type_error_and_leaves_no_listener() -> None:
    before = threading.active_count()
    with OpenRouter() as client, pytest.raises(TypeError, match="brwoser"):
        client.oauth.login(brwoser=print)  # type: ignore[call-arg]  # deliberately misspelt
    assert threading.active_count() == before


def test_error_of_a_browser_function_is_raised_and_the_port_closed() -> None:
    opened: list[str] = []

    def browser(url: str) -> None:
        opened.append(url)
        raise ZeroDivisionError

    with OpenRouter() as client, pytest.raises(ZeroDivisionError):
        client.oauth.login(browser=browser)
    assert is_closed(opened[0])


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelled_login_ends_at_once_and_closes_the_port(backend: str) -> None:
    browser = Browser()

    async def run() -> None:
        async with AsyncOpenRouter() as client:
            with anyio.move_on_after(0.2) as scope:
                await client.oauth.login(browser=browser)
            assert scope.cancelled_caught

    began = time.monotonic()
    anyio.run(run, backend=backend)
    assert time.monotonic() - began < 3
    assert is_closed(browser.opened[0])


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_browser_and_paste_may_be_async(backend: str) -> None:
    async def browser(url: str) -> None:
        await anyio.to_thread.run_sync(fetch, f"{parse_query(url)['callback_url']}&code={CODE}")

    async def paste(url: str) -> str:
        await anyio.lowlevel.checkpoint()
        return CODE

    for params in ({"browser": browser}, {"paste": paste}):
        with Loopback([GRANTED]) as server:
            assert log_in(backend, server.url, **params).key == Secret(KEY)


# ---- without a browser


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "pasted",
    [
        lambda callback: CODE,
        lambda callback: f"  {CODE}\n",
        lambda callback: f"{callback}&code={CODE}\n",
        lambda callback: f"code={CODE}&{callback.partition('?')[2]}",
    ],
    ids=["code", "code with space", "callback URL", "query"],
)
def test_pasted_code_or_callback_url_is_exchanged(mode: str, pasted: Callable[[str], str]) -> None:
    with Loopback([GRANTED]) as server:
        login = log_in(mode, server.url, paste=lambda url: pasted(parse_query(url)["callback_url"]))
    assert login.key == Secret(KEY)
    assert server.requests[0].json()["code"] == CODE


@pytest.mark.parametrize(
    ("pasted", "reason"),
    [
        ("", "no_code"),
        ("   ", "no_code"),
        (None, "no_code"),
        ("two words", "no_code"),
        ("a\x00b", "no_code"),
        (f"http://localhost:1/callback?code={CODE}&state=other", "state"),
        (f"http://localhost:1/callback?code={CODE}", "state"),
        ("http://localhost:1/callback", "state"),
    ],
)
def test_invalid_pasted_text_is_rejected(pasted: Any, reason: str) -> None:
    with Loopback([GRANTED]) as server, pytest.raises(LoginError) as caught:
        log_in("sync", server.url, paste=lambda url: pasted)
    assert caught.value.reason == reason
    assert CODE not in str(caught.value)
    assert server.requests == []


def test_pasted_callback_url_can_be_a_denial() -> None:
    with OpenRouter() as client, pytest.raises(LoginError, match="denied"):
        client.oauth.login(paste=lambda url: parse_query(url)["callback_url"] + "&error=access_denied")


def test_callback_during_paste_needs_no_pasted_code() -> None:
    def paste(url: str) -> str:
        fetch(f"{parse_query(url)['callback_url']}&code={CODE}")
        return ""

    with Loopback([GRANTED]) as server:
        assert log_in("sync", server.url, paste=paste).key == Secret(KEY)


class Terminal(io.StringIO):
    """Standard input of a user who pastes the callback URL for the URL on the terminal."""

    def __init__(self, output: io.StringIO) -> None:
        super().__init__()
        self.output = output

    def readline(self, size: int | None = -1, /) -> str:
        url = next(line for line in self.output.getvalue().splitlines() if line.startswith("http"))
        return f"{parse_query(url)['callback_url']}&code={CODE}\n"


@pytest.mark.parametrize("mode", MODES)
def test_without_browser_the_code_is_pasted_on_the_terminal(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_error(using: Any = None) -> Any:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", raise_error)
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stdin", Terminal(output))
    with Loopback([GRANTED]) as server:
        assert log_in(mode, server.url).key == Secret(KEY)
    assert "on any machine" in output.getvalue()
    assert CODE not in output.getvalue()


class Controller:
    """A browser as `webbrowser.get` returns it."""

    def __init__(self, basename: str, opens: bool) -> None:
        self.basename = basename
        self.opens = opens
        self.opened: list[str] = []

    def open(self, url: str) -> bool:
        self.opened.append(url)
        return self.opens


@pytest.mark.parametrize(
    ("basename", "opens", "opened"),
    [("xdg-open", True, True), ("xdg-open", False, False), ("w3m", True, False), ("www-browser", True, False)],
)
def test_only_browsers_with_a_window_are_opened(
    basename: str, opens: bool, opened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = Controller(basename, opens)
    monkeypatch.setattr(webbrowser, "get", lambda: controller)
    assert login_module.open_browser("http://x") is opened
    assert controller.opened == (["http://x"] if basename == "xdg-open" else [])


@pytest.mark.parametrize("failing", [lambda url: False, lambda url: Path("/nowhere/at/all").stat()])
def test_failing_browser_function_falls_back_to_the_terminal(failing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: CODE)
    with Loopback([GRANTED]) as server:
        assert log_in("sync", server.url, browser=failing).key == Secret(KEY)


def test_error_without_browser_and_terminal_explains_paste() -> None:
    code = (
        "import sys; from openrouterkit import OpenRouter, ConfigurationError\n"
        "try: OpenRouter().oauth.login(browser=lambda url: False)\n"
        "except ConfigurationError as error: print('paste is named:', 'login(paste=...)' in str(error))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    assert process.stdout.endswith("paste is named: True\n")
    assert process.stderr == ""


# ---- loading


def test_namespace_imports_no_heavy_modules_before_its_use() -> None:
    code = (
        "import sys; from openrouterkit import OpenRouter, oauth, webhooks\n"
        "client = OpenRouter(); client.oauth; client.generations\n"
        "heavy = {'httpx', 'anyio', 'msgspec', 'dateutil', 'asyncio', 'ssl', 'http.server', 'webbrowser'}\n"
        "print(sorted(heavy & set(sys.modules)), [m for m in sys.modules if m.startswith('openrouterkit_api.models.')])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert process.stdout == "[] []\n"


def test_every_public_name_exists() -> None:
    assert [name for name in oauth.__all__ if not hasattr(oauth, name)] == []


def test_a_program_ends_although_a_listener_was_never_closed() -> None:
    code = "from openrouterkit.oauth.callback import Listener; Listener('127.0.0.1', 0, 'state').__enter__()"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)
