"""Requests: where the key goes, what a caller may give, and what is refused before anything is sent."""

from __future__ import annotations

import traceback
from typing import Any

import httpx
import pytest
from loopback import Loopback, answer, completion

from openrouterkit._request.build import build_request
from openrouterkit._request.settings import build_client_settings
from openrouterkit._request.urls import resolve_url
from openrouterkit.client import AsyncOpenRouter, OpenRouter
from openrouterkit.errors import ConfigurationError
from openrouterkit.flow import Request, drive
from openrouterkit.messages.constructors import user
from openrouterkit.options import RequestOptions
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions
from openrouterkit_api import UNSET, models

KEY = "sk-or-v1-secret"
NOWHERE: Any = None


def request_to(url: str, base_url: str) -> Request:
    settings = build_client_settings(api_key=KEY, base_url=base_url, headers={"Cookie": "mine"})
    return drive(build_request(settings, "GET", url, headers={}), NOWHERE)


@pytest.mark.parametrize(
    ("url", "base_url"),
    [
        ("http://127.0.0.1:18000/x", "http://127.0.0.1:1800"),
        ("https://api.example.com.evil.org/x", "https://api.example.com"),
        ("https://api.example.com@evil.org/x", "https://api.example.com"),
        ("https://api.example.com:pw@evil.org/x", "https://api.example.com"),
        ("https://api.example.com\\@evil.org/x", "https://api.example.com"),
        ("https://api.example.com-evil.org/x", "https://api.example.com"),
        ("https://api.example.com:4430/x", "https://api.example.com:443"),
        ("http://api.example.com/x", "https://api.example.com"),
        ("https://evil.org/https://api.example.com/", "https://api.example.com"),
    ],
)
def test_the_key_goes_to_no_url_that_only_begins_like_the_base_url(url: str, base_url: str) -> None:
    request = request_to(url, base_url)
    assert request.key is None
    assert "Cookie" not in request.headers


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.com/v1",
        "https://api.example.com/v1/x",
        "https://api.example.com/v1?x=1",
        "https://api.example.com/v10/x",
        "https://api.example.com/other",
        "https://API.example.com:443/x",
    ],
)
def test_the_key_goes_to_every_url_of_its_origin(url: str) -> None:
    assert request_to(url, "https://api.example.com/v1").key is not None


def test_a_url_whose_port_is_none_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="URL of the request"):
        request_to("https://api.example.com:port/x", "https://api.example.com")


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        ({"params": {"limit": 1}}, TypeError, r"OpenRouter\.request\(\) got an unexpected keyword argument 'params'"),
        ({"json": {}, "content": b"{}"}, ConfigurationError, "give one of them"),
        ({"content": 5}, ConfigurationError, "bytes or text, not int"),
        ({"options": {"retries": 1}}, ConfigurationError, "options must be RequestOptions, not dict"),
        ({"headers": "X-A: 1"}, ConfigurationError, "headers must be a mapping"),
        ({"query": "a=1"}, ConfigurationError, "query must be a mapping"),
    ],
)
def test_a_request_by_path_refuses_what_it_cannot_send(given: Any, kind: type[Exception], said: str) -> None:
    with (
        Loopback([answer({})]) as server,
        OpenRouter(base_url=server.url) as client,
        pytest.raises(kind, match=said),
    ):
        client.request("POST", "/x", **given)
    assert server.requests == []


@pytest.mark.parametrize(
    ("given", "body"),
    [
        ({"content": "gr\u00fc\u00df"}, "gr\u00fc\u00df".encode()),
        ({"content": bytearray(b"ab")}, b"ab"),
        ({"json": [1, None]}, b"[1,null]"),
        ({"json": None, "content": b"ab"}, b"ab"),
        ({"json": None, "content": None}, b""),
    ],
)
def test_the_body_of_a_request_by_path_is_bytes_text_or_json(given: Any, body: bytes) -> None:
    with Loopback([answer({})]) as server, OpenRouter(base_url=server.url) as client:
        client.request("POST", "/x", **given)
    assert server.requests[0].body == body


def test_none_in_a_list_of_the_query_is_left_out() -> None:
    with Loopback([answer({}), "again"]) as server, OpenRouter(base_url=server.url) as client:
        client.request("GET", "/x", query={"a": [1, None, True], "b": [None], "c": None})
        client.models.count(options=RequestOptions(query={"a": ["x", None]}))
    assert [request.path.partition("?")[2] for request in server.requests] == ["a=1&a=true", "a=x"]


@pytest.mark.parametrize(
    ("keywords", "said"),
    [
        ({"messages": "hello"}, r"takes messages as a list, messages=\[\.\.\.\], not str"),
        ({"messages": user("hello")}, r"takes messages as a list, messages=\[\.\.\.\], not ChatUserMessage"),
        ({"messages": {"role": "user", "content": "hello"}}, r"takes messages as a list, .* not dict"),
        ({"messages": None}, r".* not NoneType"),
        ({"messages": [], "models": "a/b"}, r"takes models as a list, models=\[\.\.\.\], not str"),
        ({"messages": ["hello"]}, r"takes messages as a list of objects, and 'hello' is str$"),
        ({"messages": [*user("hello")]}, r"takes messages as a list of objects, and 'role' is str$"),
        ({"messages": user("hello").keys()}, r"takes messages as a list of objects, and 'role' is str$"),
        ({"messages": [[user("hello")]]}, r"takes messages as a list of objects, and .* is list$"),
        ({"messages": 5}, r"takes messages as a list, messages=\[\.\.\.\], not int"),
        ({"messages": [], "tools": ["web"]}, r"takes tools as a list of objects, and 'web' is str$"),
        ({"messages": [], "stop": user("hello")}, r"takes no object for stop, but got ChatUserMessage$"),
        ({"messages": [], "model": {"id": "a/b"}}, r"takes no object for model, but got dict$"),
        ({"messages": [], "extra_body": [("a", 1)]}, r"takes extra_body as a dict or a model, not list$"),
        ({"messages": [], "extra_query": "a=1"}, r"takes extra_query as a dict or a model, not str$"),
    ],
)
def test_a_list_that_is_none_is_refused_by_the_methods_name(keywords: Any, said: str) -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(TypeError, match=r"^chat\.send\(\) " + said):
            client.chat.send(**keywords)
        with pytest.raises(TypeError, match=r"^chat\.stream\(\) " + said):
            client.chat.stream(**keywords)
        with pytest.raises(TypeError, match=r"^chat\.stream\(\) " + said):
            AsyncOpenRouter().chat.stream(**keywords)


@pytest.mark.parametrize(
    ("keywords", "said"),
    [
        ({"messages": [], "mesages": []}, r"got an unexpected keyword argument 'mesages'"),
        ({"model": "a/b"}, r"missing 1 required keyword-only argument: 'messages'"),
    ],
)
def test_an_unknown_or_missing_argument_is_reported_by_python_with_the_name_of_the_method(
    keywords: Any, said: str
) -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(TypeError, match=r"^Chat\.send\(\) " + said):
            client.chat.send(**keywords)
        with pytest.raises(TypeError, match=r"^AsyncChat\.stream\(\) " + said):
            AsyncOpenRouter().chat.stream(**keywords)


def test_messages_may_come_from_anything_that_gives_them_and_extra_body_may_say_anything() -> None:
    with Loopback([answer(completion()), "again"]) as server, OpenRouter(base_url=server.url) as client:
        client.chat.send(messages=(user(word) for word in "ab"))  # type: ignore[arg-type]  # an iterator is taken, too
        client.chat.send(**models.ChatRequest(messages=[user("c")]))
        client.chat.send(messages=[], extra_body={"messages": "as it is", "stream": True})
    first, second, third = (request.json() for request in server.requests)
    assert [message["content"] for message in [*first["messages"], *second["messages"]]] == ["a", "b", "c"]
    assert third == {"messages": "as it is", "stream": False}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"api_key": 5}, "api_key"),
        ({"middleware": "x"}, "middleware"),
        ({"middleware": ["x"]}, "middleware"),
        ({"middleware": print}, "middleware"),
        ({"timeout": "x"}, "timeout"),
        ({"retries": "x"}, "retries"),
        ({"retries": 2.5}, "retries"),
        ({"headers": "x"}, "headers"),
        ({"base_url": 5}, "base_url"),
    ],
)
def test_settings_that_cannot_be_are_refused_where_they_are_given(given: Any, said: str) -> None:
    for make in (OpenRouter, AsyncOpenRouter, OpenRouter().with_options):
        with pytest.raises(ConfigurationError, match=said):
            make(**given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"api_key": 5}, "api_key"),
        ({"timeout": "x"}, "timeout"),
        ({"timeout": -1}, "TimeoutOptions"),
        ({"retries": "x"}, "retries"),
        ({"headers": "x"}, "headers"),
        ({"query": [("a", 1)]}, "query"),
        ({"on_keepalive": "x"}, "on_keepalive"),
    ],
)
def test_options_of_a_call_that_cannot_be_are_refused_where_they_are_made(given: Any, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        RequestOptions(**given)


def test_options_of_a_call_take_what_the_client_takes() -> None:
    options = RequestOptions(timeout=httpx.Timeout(3), retries=RetryOptions(max_attempts=1), api_key=lambda: KEY)
    settings = build_client_settings().for_call(UNSET, options)
    assert settings.timeouts == TimeoutOptions.of(3)


def test_a_base_url_of_none_is_the_usual_one_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENROUTER_BASE_URL", raising=False)
    with OpenRouter(base_url="https://elsewhere.example", api_key=KEY) as client:
        derived = client.with_options(base_url=None)
        assert (derived._settings.base_url, derived._settings.key) == ("https://openrouter.ai/api/v1", None)
        monkeypatch.setenv("OPENROUTER_BASE_URL", "https://mine.example/v1/")
        assert client.with_options(base_url=None)._settings.base_url == "https://mine.example/v1"


def headers_of(given: dict[str, Any], call: dict[str, Any], last: dict[str, Any] = NOWHERE) -> dict[str, str]:
    settings = build_client_settings(**given).for_call(UNSET, RequestOptions(**call))
    request = drive(
        build_request(settings, "GET", f"{settings.base_url}/x", headers=last or {}, needs_key=True), NOWHERE
    )
    key = {} if request.key is None else {"Authorization": f"Bearer {request.key.reveal()}"}
    return {**request.headers, **key}


@pytest.mark.parametrize(
    ("given", "call", "last"),
    [
        ({"headers": {"Authorization": None}}, {}, {}),
        ({}, {"headers": {"authorization": None}}, {}),
        ({}, {}, {"AUTHORIZATION": None}),
        ({"headers": {"Authorization": "Basic x"}}, {"headers": {"authorization": None}}, {}),
    ],
)
def test_no_key_is_sent_where_the_header_for_it_is_left_out(given: Any, call: Any, last: Any) -> None:
    assert "authorization" not in {name.lower() for name in headers_of({"api_key": KEY, **given}, call, last)}


def test_extra_headers_leave_the_key_out_too() -> None:
    with Loopback([answer(completion())]) as server, OpenRouter(api_key=KEY, base_url=server.url) as client:
        client.chat.send(model="a/b", messages=[user("hi")], extra_headers={"Authorization": None})
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize("headers", [{"Authorization": None}, {"Authorization": "Basic x"}])
def test_the_key_of_a_call_stands_over_the_header_of_its_client(headers: Any) -> None:
    assert headers_of({"headers": headers}, {"api_key": KEY})["Authorization"] == f"Bearer {KEY}"


def test_blanks_around_a_header_are_no_part_of_it() -> None:
    assert headers_of({"api_key": KEY, "headers": {"X-One": " a b  "}}, {})["X-One"] == "a b"


@pytest.mark.parametrize(
    "given",
    [
        {"headers": {"X-One": "\ud800"}},
        {"query": {"q": "\ud800"}},
        {"query": {"\ud800": "q"}},
    ],
)
def test_half_a_character_in_a_header_or_the_query_is_refused(given: Any) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="cannot be sent"):
        client.request("GET", "x", **given)


@pytest.mark.parametrize("path", ["a\nb", "a\0b", "\ud800", "a" * 70_000, "http://[::1", "http://x..y/"])
def test_a_path_that_makes_no_url_is_refused_before_the_key_is_touched(path: str) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError) as caught:
        client.request("GET", path)
    assert len(str(caught.value)) < 500
    assert KEY not in "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())


@pytest.mark.parametrize(
    "path", ["../../x", "..", "/..", "a/../../../b", "./x", "a/.", "%2e%2e/x", "a/%2E./x", "..?a=b"]
)
def test_a_request_by_path_does_not_climb_out_of_the_base_url(path: str) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="climb"):
        client.request("GET", path)


@pytest.mark.parametrize("path", ["x..y", "...", "x?next=../y", "x#../y", ".well-known/x"])
def test_dots_that_lead_nowhere_are_part_of_a_path(path: str) -> None:
    assert resolve_url("https://a.example/v1", path) == f"https://a.example/v1/{path}"


@pytest.mark.parametrize("make", [OpenRouter, AsyncOpenRouter])
def test_a_client_that_cannot_be_made_shows_no_key_in_a_traceback_with_locals(make: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make(api_key=KEY, base_url="nowhere")
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "nowhere" in shown
    assert KEY not in shown


def test_the_key_of_the_environment_shows_in_no_traceback_with_locals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-environment")
    with pytest.raises(ConfigurationError) as caught:
        OpenRouter(timeout=NOWHERE, retries="many")  # type: ignore[arg-type]
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "sk-environment" not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SSL_CERT_FILE", "/nowhere/at/all"),
        ("SSL_CERT_FILE", __file__),
        ("HTTP_PROXY", "garbage://x"),
        ("HTTP_PROXY", "socks5://127.0.0.1:1"),
        ("ALL_PROXY", "::::"),
    ],
)
def test_an_environment_that_allows_no_connection_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with (
        OpenRouter(api_key=KEY, base_url="http://127.0.0.1:1") as client,
        pytest.raises(ConfigurationError, match="SSL_CERT_FILE"),
    ):
        client.request("GET", "x")


def test_the_callers_accept_header_stands_over_the_usual_one() -> None:
    with Loopback([answer(completion()), "again"]) as server, OpenRouter(base_url=server.url) as client:
        client.chat.send(model="a/b", messages=[user("hi")], options=RequestOptions(headers={"accept": "text/x-mine"}))
        client.request("GET", "x", headers={"Accept": "text/x-mine"})
    assert [request.headers["accept"] for request in server.requests] == ["text/x-mine"] * 2


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding"])
def test_headers_that_frame_the_body_are_refused(name: str) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="leave it out"):
        client.request("POST", "x", json={}, headers={name: "3"})
