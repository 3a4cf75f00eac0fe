"""Logging in with OAuth and PKCE: the steps, and the whole of it over real sockets."""

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
from loopback import Loopback, answer

from openrouterkit import oauth
from openrouterkit._options.secret import Secret
from openrouterkit.client import AsyncOpenRouter, OpenRouter
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
from openrouterkit.options import RequestOptions

OLD, KEY, CODE = "sk-or-v1-old", "sk-or-v1-new", "auth_code_9fK2"
GRANTED = answer({"key": KEY, "user_id": "user_1"})
MODES = ["sync", "asyncio", "trio"]


def log_in(mode: str, url: str, **params: Any) -> Login:
    """A login in sync code or on one of the event loops."""
    if mode == "sync":
        with OpenRouter(api_key=OLD, base_url=url, retries=0) as client:
            return client.oauth.login(**params)

    async def run() -> Login:
        async with AsyncOpenRouter(api_key=OLD, base_url=url, retries=0) as client:
            return await client.oauth.login(**params)

    return anyio.run(run, backend=mode)


def asked(url: str) -> dict[str, str]:
    """The parameters of an authorize URL."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


def fetch(url: str, method: str = "GET") -> tuple[int, str, Any]:
    """Status, text and headers that a browser gets."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=5)
    try:
        connection.request(method, f"{parts.path}?{parts.query}" if parts.query else parts.path)
        response = connection.getresponse()
        return response.status, response.read().decode(), response.headers
    finally:
        connection.close()


class Browser:
    """Follows a script of what is added to the callback URL, each by one GET, in a thread as browsers do."""

    def __init__(self, *additions: str) -> None:
        self.additions = additions
        self.opened: list[str] = []
        self.pages: list[tuple[int, str, Any]] = []
        self.thread: threading.Thread | None = None

    def __call__(self, url: str) -> bool:
        self.opened.append(url)
        self.thread = threading.Thread(target=self._browse, args=(asked(url)["callback_url"],))
        self.thread.start()
        return True

    def _browse(self, callback: str) -> None:
        for addition in self.additions:
            self.pages.append(fetch(callback + addition))

    def join(self) -> None:
        assert self.thread is not None
        self.thread.join(5)


def closed(url: str) -> bool:
    """Whether nobody listens at the callback of an authorize URL any more."""
    with socket.socket() as sock:
        sock.settimeout(1)
        return sock.connect_ex(("127.0.0.1", urlsplit(asked(url)["callback_url"]).port or 0)) != 0


# ---- verifier and challenge


def test_the_challenge_is_the_one_that_rfc_7636_computes() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert code_challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    challenge = Challenge(verifier)
    assert (challenge.code_challenge, challenge.code_challenge_method) == (code_challenge(verifier), "S256")


@pytest.mark.parametrize("length", [43, 64, 128])
def test_verifiers_are_new_each_time_and_of_the_characters_that_the_rfc_allows(length: int) -> None:
    made = {code_verifier(length) for _ in range(50)}
    assert len(made) == 50
    assert {len(verifier) for verifier in made} == {length}
    assert set("".join(made)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@pytest.mark.parametrize("length", [0, 42, 129])
def test_a_verifier_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ConfigurationError, match="43 to 128"):
        code_verifier(length)


@pytest.mark.parametrize("verifier", ["", "a" * 42, "a" * 129, "ä" * 50, "a" * 50 + "+", "a" * 25 + " " + "a" * 25])
def test_a_verifier_that_is_none_is_refused_without_being_shown(verifier: str) -> None:
    for make in (code_challenge, Challenge):
        with pytest.raises(ConfigurationError, match="not shown") as caught:
            make(verifier)
        assert not verifier or verifier not in str(caught.value)


def test_a_challenge_shows_its_verifier_to_nobody_and_can_be_made_again_of_it() -> None:
    challenge = Challenge()
    verifier = challenge.verifier.reveal()
    assert verifier not in repr(challenge) + str(challenge)
    assert Challenge(verifier) == challenge
    assert Challenge() != challenge


# ---- the URL


def test_the_authorize_url_has_what_the_service_wants_and_the_state_in_the_callback_url() -> None:
    challenge = Challenge()
    url = authorize_url("https://you.example/back?tab=1", challenge, state="a b&c")
    assert url.startswith(
        "https://openrouter.ai/auth?callback_url=https%3A%2F%2Fyou.example%2Fback%3Ftab%3D1%26state%3D"
    )
    assert asked(url) == {
        "callback_url": "https://you.example/back?tab=1&state=a%20b%26c",
        "code_challenge": challenge.code_challenge,
        "code_challenge_method": "S256",
    }
    assert challenge.verifier.reveal() not in url


def test_wishes_for_the_key_are_written_as_the_service_writes_them() -> None:
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
    told = asked(url)
    assert told["code_challenge"] == "challenge"
    assert (told["key_label"], told["limit"], told["usage_limit_type"]) == ("Ada & Co", "25", "monthly")
    assert datetime.fromisoformat(told["expires_at"]) == end
    assert (told["new"], "none" in told) == ("1", False)


def test_a_misspelt_wish_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="key_lable"):
        authorize_url("https://you.example/back", "c", key_lable="x")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("base_url", "page"),
    [
        ("https://openrouter.ai/api/v1", "https://openrouter.ai/auth"),
        ("https://eu.openrouter.ai/api/v1", "https://openrouter.ai/auth"),
        ("http://127.0.0.1:8765/api/v1", "http://127.0.0.1:8765/auth"),
        ("https://notopenrouter.ai/v1/", "https://notopenrouter.ai/auth"),
    ],
)
def test_the_page_is_the_services_own_or_at_the_origin_of_the_clients_base_url(base_url: str, page: str) -> None:
    with OpenRouter(base_url=base_url) as client:
        assert client.oauth.authorize_url("https://you.example", Challenge()).partition("?")[0] == page


@pytest.mark.parametrize(
    ("callback", "state"),
    [("/back", None), ("you.example", "s"), ("https://a.example/#x", None), ("https://a.example/?x=1&state=2", "s")],
)
def test_a_callback_url_that_cannot_be_one_is_refused(callback: str, state: Any) -> None:
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
def test_the_code_is_read_from_a_callback_url_however_it_was_put_there(url: str) -> None:
    assert read_callback(url, "s") == CODE


@pytest.mark.parametrize(
    ("query", "reason", "told"),
    [
        ("code=c", "state", "not of this login"),
        ("code=c&state=", "state", "not of this login"),
        ("code=c&state=ss", "state", "not of this login"),
        ("code=c&state=s&state=s", "state", "not of this login"),
        ("code=c&state=%ff", "state", "not of this login"),
        ("code=c&state=\udcff", "state", "not of this login"),
        ("error=access_denied", "state", "not of this login"),
        ("error=access_denied&state=s", "denied", "denied in the browser"),
        (
            "error=server_error&error_description=out%20of%0Aorder&state=s",
            "refused",
            r"'server_error' 'out of\\norder$",
        ),
        ("error=temporarily_unavailable&state=s", "refused", "refused: 'temporarily_unavailable$"),
        ("state=s", "no_code", "no code"),
        ("code=&state=s", "no_code", "no code"),
        ("code=a&code=b&state=s", "no_code", "no code"),
    ],
)
def test_a_callback_without_this_logins_code_says_why(query: str, reason: str, told: str) -> None:
    with pytest.raises(LoginError, match=told) as caught:
        read_callback(f"https://you.example/back?{query}", "s")
    assert caught.value.reason == reason


def test_a_callback_that_was_asked_for_without_a_state_needs_none() -> None:
    assert read_callback(f"https://you.example/back?code={CODE}", None) == CODE


def test_a_login_error_is_of_the_tree_and_pickles_and_copies() -> None:
    error = LoginError("no", "denied")
    assert isinstance(error, OpenRouterError)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(twin), twin.reason) == ("no", "denied")


# ---- the exchange


def test_a_code_is_exchanged_with_its_verifier_and_without_the_clients_key() -> None:
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


def test_the_generated_exchange_is_there_too_and_needs_no_key() -> None:
    with Loopback([GRANTED]) as server, OpenRouter(base_url=server.url) as client:
        assert client.oauth.exchange_auth_code(code=CODE).key == KEY


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_code_is_exchanged_in_async_code_too(backend: str) -> None:
    async def run(url: str) -> Login:
        async with AsyncOpenRouter(base_url=url) as client:
            return await client.oauth.exchange(Secret(CODE), Challenge())

    with Loopback([answer({"key": KEY, "user_id": None})]) as server:
        login = anyio.run(run, server.url, backend=backend)
    assert (login.key, login.user_id) == (Secret(KEY), None)


def test_what_a_login_brings_hides_its_key_is_frozen_and_makes_a_client() -> None:
    login = Login(Secret(KEY), "user_1")
    assert repr(login) == "Login(key=Secret('***'), user_id='user_1')"
    with pytest.raises(AttributeError):
        login.key = Secret("x")  # type: ignore[misc]
    with pytest.raises(TypeError):
        pickle.dumps(login)
    with Loopback([answer({"data": []})]) as server, OpenRouter(api_key=OLD, base_url=server.url) as client:
        client.with_options(api_key=login.key).request("GET", "/models")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_a_key_given_for_the_exchange_alone_goes_with_it() -> None:
    with Loopback([GRANTED]) as server, OpenRouter(api_key=OLD, base_url=server.url) as client:
        client.oauth.exchange(CODE, Challenge(), options=RequestOptions(api_key="other"))
    assert server.requests[0].headers["authorization"] == "Bearer other"


def test_an_exchange_that_fails_shows_neither_code_nor_verifier_nor_key(caplog: pytest.LogCaptureFixture) -> None:
    challenge = Challenge()
    verifier = challenge.verifier.reveal()
    body = {"error": {"code": 403, "message": f"Code {CODE} is not of {verifier}", "metadata": {"a": [CODE, verifier]}}}
    caplog.set_level(logging.DEBUG, "openrouterkit")
    with Loopback([answer(body, 403, x_echo=CODE)]) as server, OpenRouter(api_key=OLD, base_url=server.url) as client:
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
def test_an_answer_without_a_key_is_a_decode_error_that_shows_nothing_of_it(body: Any) -> None:
    with Loopback([answer(body)]) as server, OpenRouter(base_url=server.url) as client:
        group = client.oauth
        with pytest.raises(DecodeError) as caught:
            group.exchange(CODE, Challenge())
    assert KEY not in str(caught.value) + str(vars(caught.value))


@pytest.mark.parametrize("code", ["", "  ", Secret("")])
def test_an_empty_code_is_refused_before_anything_is_sent(code: Any) -> None:
    with Loopback([GRANTED]) as server, OpenRouter(base_url=server.url) as client:
        group = client.oauth
        with pytest.raises(ConfigurationError, match="no code"):
            group.exchange(code, Challenge())
    assert server.requests == []


# ---- the whole login


@pytest.mark.parametrize("mode", MODES)
def test_a_login_opens_the_browser_hears_the_callback_and_exchanges_the_code(mode: str) -> None:
    browser = Browser(f"&code={CODE}")
    with Loopback([GRANTED]) as server:
        login = log_in(mode, server.url, browser=browser, key_label="Ada")
    browser.join()
    assert (login.key.reveal(), login.user_id) == (KEY, "user_1")

    (url,) = browser.opened
    told = asked(url)
    callback = urlsplit(told["callback_url"])
    assert url.startswith(server.url.replace("/api/v1", "/auth?"))
    assert (callback.scheme, callback.hostname, callback.path) == ("http", "localhost", "/callback")
    assert (told["code_challenge_method"], told["key_label"]) == ("S256", "Ada")

    sent = server.requests[0].json()
    digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == told["code_challenge"]
    assert sent["code"] == CODE

    ((status, page, headers),) = browser.pages
    assert (status, "You are logged in" in page, CODE in page) == (200, True, False)
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert closed(url)


@pytest.mark.parametrize("mode", MODES)
def test_a_denied_login_is_told_on_the_page_and_by_the_error(mode: str) -> None:
    browser = Browser("&error=access_denied")
    with Loopback([GRANTED]) as server, pytest.raises(LoginError, match="denied") as caught:
        log_in(mode, server.url, browser=browser)
    browser.join()
    assert caught.value.reason == "denied"
    assert (browser.pages[0][0], "not allowed" in browser.pages[0][1]) == (200, True)
    assert server.requests == []
    assert closed(browser.opened[0])


@pytest.mark.parametrize("mode", MODES)
def test_a_login_that_nobody_answers_times_out_and_closes_its_port(mode: str) -> None:
    browser = Browser()
    began = time.monotonic()
    with Loopback([GRANTED]) as server, pytest.raises(LoginError, match=r"nobody came back .* in 0\.2 s: ") as caught:
        log_in(mode, server.url, browser=browser, timeout=0.2)
    assert 0.2 <= time.monotonic() - began < 3
    assert caught.value.reason == "timed_out"
    assert closed(browser.opened[0])


def test_whoever_does_not_know_the_state_is_turned_away_and_the_login_goes_on() -> None:
    statuses: list[int] = []

    def browser(url: str) -> None:
        callback = asked(url)["callback_url"]
        base = callback.partition("?")[0]
        strange = f"{base}?code=evil", f"{base}?code=evil&state=guess", f"{base}?error=access_denied", callback
        statuses.extend(fetch(target)[0] for target in (*strange, f"{callback}&code={CODE}"))

    with Loopback([GRANTED]) as server:
        assert log_in("sync", server.url, browser=browser).key == Secret(KEY)
    assert statuses == [400, 400, 400, 400, 200]
    assert server.requests[0].json()["code"] == CODE


def test_a_login_that_only_strangers_answered_says_so_when_it_times_out() -> None:
    def browser(url: str) -> None:
        fetch(asked(url)["callback_url"].partition("?")[0] + "?code=evil&state=guess")

    with Loopback([GRANTED]) as server, pytest.raises(LoginError, match=r"\(1 that came were not of this login\)"):
        log_in("sync", server.url, browser=browser, timeout=0.1)


def test_other_paths_and_methods_are_answered_politely_and_mean_nothing() -> None:
    seen: dict[str, tuple[int, str | None]] = {}

    def browser(url: str) -> None:
        callback = asked(url)["callback_url"]
        root = callback.partition("/callback")[0]
        for method in ("POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH", "BREW"):
            status, _, headers = fetch(f"{callback}&code=evil", method)
            seen[method] = status, headers["Allow"]
        for path in ("/", "/favicon.ico", "/callback/", "/callbackx?code=evil", "//[?code=evil"):
            seen[path] = fetch(root + path)[0], None
        fetch(f"{callback}&code={CODE}")

    with Loopback([GRANTED]) as server:
        log_in("sync", server.url, browser=browser)
    assert {seen.pop(method) for method in ("POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH")} == {(405, "GET")}
    assert seen.pop("BREW") == (501, None)
    assert set(seen.values()) == {(404, None)}
    assert server.requests[0].json()["code"] == CODE


def test_the_first_callback_stands_when_the_page_is_loaded_again() -> None:
    def browser(url: str) -> None:
        for code in (CODE, "later"):
            fetch(f"{asked(url)['callback_url']}&code={code}")

    with Loopback([GRANTED]) as server:
        log_in("sync", server.url, browser=browser)
    assert server.requests[0].json()["code"] == CODE


def test_connections_that_say_nothing_do_not_stand_in_the_way() -> None:
    with contextlib.ExitStack() as stack:

        def browser(url: str) -> None:
            callback = asked(url)["callback_url"]
            address = "127.0.0.1", urlsplit(callback).port or 0
            idle = [stack.enter_context(socket.create_connection(address)) for _ in range(3)]
            idle[1].sendall(b"GET /callback?co")
            idle[2].sendall(b"\x16\x03\x01\x00\x00\r\n\r\n")
            fetch(f"{callback}&code={CODE}")

        with Loopback([GRANTED]) as server:
            assert log_in("sync", server.url, browser=browser).key == Secret(KEY)


def test_a_login_writes_nothing_to_logs_or_the_terminal_where_a_browser_opens(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "openrouterkit")

    def browser(url: str) -> None:
        callback = asked(url)["callback_url"]
        sock = socket.create_connection(("127.0.0.1", urlsplit(callback).port or 0))
        sock.sendall(b"GET / HTTP/1.1\r\n")
        sock.close()
        fetch(f"{callback}&code={CODE}")

    with Loopback([GRANTED]) as server:
        log_in("sync", server.url, browser=browser)
    assert capfd.readouterr() == ("", "")
    verifier = server.requests[0].json()["code_verifier"]
    assert not [word for word in (CODE, KEY, OLD, verifier) if word in caplog.text]
    assert "/auth/keys: 200" in caplog.text


@pytest.mark.parametrize("mode", MODES)
def test_an_exchange_that_fails_after_the_callback_raises_what_the_service_said(mode: str) -> None:
    refusal = answer({"error": {"code": 403, "message": "Invalid code"}}, 403)
    browser = Browser(f"&code={CODE}")
    with Loopback([refusal]) as server, pytest.raises(ForbiddenResponseError, match="Invalid code"):
        log_in(mode, server.url, browser=browser)
    assert closed(browser.opened[0])


def test_a_port_can_be_chosen_and_listened_on_again_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for _ in range(2):
        browser = Browser(f"&code={CODE}")
        with Loopback([GRANTED]) as server:
            log_in("sync", server.url, browser=browser, port=port, host="127.0.0.1")
        assert asked(browser.opened[0])["callback_url"].startswith(f"http://127.0.0.1:{port}/callback?state=")


def test_a_port_that_is_taken_is_told_with_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, OpenRouter(api_key=OLD) as client:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=rf"port {port}: .*port=0 takes a free one"):
            client.oauth.login(browser=Browser(), port=port)


@pytest.mark.parametrize("host", ["0.0.0.0", "", "example.org", "::1"])
def test_only_this_machine_is_listened_on(host: str) -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError, match="this machine only"):
        client.oauth.login(browser=Browser(), host=host)


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"browser": print, "paste": print}, "not both"),
        ({"browser": print, "timeout": 0}, "timeout of login"),
        ({"browser": print, "timeout": float("nan")}, "timeout of login"),
        ({"browser": print, "port": 70000}, "port 70000"),
    ],
)
def test_settings_that_cannot_be_are_refused(params: Any, told: str) -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError, match=told):
        client.oauth.login(**params)


def test_a_misspelt_setting_is_a_type_error_and_leaves_no_listener() -> None:
    before = threading.active_count()
    with OpenRouter() as client, pytest.raises(TypeError, match="brwoser"):
        client.oauth.login(brwoser=print)  # type: ignore[call-arg]
    assert threading.active_count() == before


def test_what_a_browser_function_raises_reaches_the_caller_with_the_port_closed() -> None:
    opened: list[str] = []

    def browser(url: str) -> None:
        opened.append(url)
        raise ZeroDivisionError

    with OpenRouter() as client, pytest.raises(ZeroDivisionError):
        client.oauth.login(browser=browser)
    assert closed(opened[0])


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_login_that_is_cancelled_ends_at_once_with_the_port_closed(backend: str) -> None:
    browser = Browser()

    async def run() -> None:
        async with AsyncOpenRouter() as client:
            with anyio.move_on_after(0.2) as scope:
                await client.oauth.login(browser=browser)
            assert scope.cancelled_caught

    began = time.monotonic()
    anyio.run(run, backend=backend)
    assert time.monotonic() - began < 3
    assert closed(browser.opened[0])


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_browser_and_paste_may_be_async_functions_in_async_code(backend: str) -> None:
    async def browser(url: str) -> None:
        await anyio.to_thread.run_sync(fetch, f"{asked(url)['callback_url']}&code={CODE}")

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
def test_a_pasted_code_or_callback_url_is_exchanged(mode: str, pasted: Callable[[str], str]) -> None:
    with Loopback([GRANTED]) as server:
        login = log_in(mode, server.url, paste=lambda url: pasted(asked(url)["callback_url"]))
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
def test_what_is_pasted_and_is_not_of_this_login_is_refused(pasted: Any, reason: str) -> None:
    with Loopback([GRANTED]) as server, pytest.raises(LoginError) as caught:
        log_in("sync", server.url, paste=lambda url: pasted)
    assert caught.value.reason == reason
    assert CODE not in str(caught.value)
    assert server.requests == []


def test_a_denial_may_be_pasted_too() -> None:
    with OpenRouter() as client, pytest.raises(LoginError, match="denied"):
        client.oauth.login(paste=lambda url: asked(url)["callback_url"] + "&error=access_denied")


def test_nothing_need_be_pasted_where_the_browser_has_found_its_way_back_by_itself() -> None:
    def paste(url: str) -> str:
        fetch(f"{asked(url)['callback_url']}&code={CODE}")
        return ""

    with Loopback([GRANTED]) as server:
        assert log_in("sync", server.url, paste=paste).key == Secret(KEY)


class Terminal(io.StringIO):
    """Standard input of a person who answers with what stands in the URL they were shown."""

    def __init__(self, shown: io.StringIO) -> None:
        super().__init__()
        self.shown = shown

    def readline(self, size: int | None = -1, /) -> str:
        url = next(line for line in self.shown.getvalue().splitlines() if line.startswith("http"))
        return f"{asked(url)['callback_url']}&code={CODE}\n"


@pytest.mark.parametrize("mode", MODES)
def test_a_machine_without_a_browser_asks_on_the_terminal(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(using: Any = None) -> Any:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "stdin", Terminal(shown))
    with Loopback([GRANTED]) as server:
        assert log_in(mode, server.url).key == Secret(KEY)
    assert "on any machine" in shown.getvalue()
    assert CODE not in shown.getvalue()


class Controller:
    """What `webbrowser.get` gives."""

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
def test_a_browser_with_a_window_is_opened_and_one_in_the_terminal_is_not(
    basename: str, opens: bool, opened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = Controller(basename, opens)
    monkeypatch.setattr(webbrowser, "get", lambda: controller)
    assert login_module.open_browser("http://x") is opened
    assert controller.opened == (["http://x"] if basename == "xdg-open" else [])


@pytest.mark.parametrize("failing", [lambda url: False, lambda url: Path("/nowhere/at/all").stat()])
def test_a_browser_function_that_cannot_open_one_leads_to_the_terminal(
    failing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda prompt: CODE)
    with Loopback([GRANTED]) as server:
        assert log_in("sync", server.url, browser=failing).key == Secret(KEY)


def test_without_browser_and_terminal_it_is_said_what_to_give() -> None:
    code = (
        "import sys; from openrouterkit import OpenRouter, ConfigurationError\n"
        "try: OpenRouter().oauth.login(browser=lambda url: False)\n"
        "except ConfigurationError as error: print('told:', 'login(paste=...)' in str(error))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    assert done.stdout.endswith("told: True\n")
    assert done.stderr == ""


# ---- loading


def test_the_group_loads_nothing_heavy_before_it_is_used() -> None:
    code = (
        "import sys; from openrouterkit import OpenRouter, oauth, webhooks\n"
        "client = OpenRouter(); client.oauth; client.generations\n"
        "heavy = {'httpx', 'anyio', 'msgspec', 'dateutil', 'asyncio', 'ssl', 'http.server', 'webbrowser'}\n"
        "print(sorted(heavy & set(sys.modules)), [m for m in sys.modules if m.startswith('openrouterkit_api.models.')])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout == "[] []\n"


def test_every_public_name_is_there() -> None:
    assert [name for name in oauth.__all__ if not hasattr(oauth, name)] == []
