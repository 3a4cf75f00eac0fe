"""Building of requests: use of the API key, accepted arguments, and errors before a request is sent."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import httpx
import pydantic
import pytest
from loopback import Loopback, completion, http_response

from openrouterkit._request.build import build_request
from openrouterkit._request.settings import build_client_settings
from openrouterkit._request.urls import resolve_url
from openrouterkit.errors import ConfigurationError
from openrouterkit.flow import Request, drive
from openrouterkit.messages.constructors import user
from openrouterkit.openrouter import OPENROUTER, AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions
from openrouterkit_api import UNSET, JsonModel, models, operations

KEY = "sk-or-v1-secret"
NOWHERE: Any = None


def build_request_to(url: str, base_url: str) -> Request:
    settings = build_client_settings(OPENROUTER, api_key=KEY, base_url=base_url, headers={"Cookie": "mine"})
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
def test_key_is_not_sent_to_a_url_that_only_starts_like_the_base_url(url: str, base_url: str) -> None:
    request = build_request_to(url, base_url)
    assert request.credentials == ()
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
def test_key_is_sent_to_every_url_of_its_origin(url: str) -> None:
    assert build_request_to(url, "https://api.example.com/v1").credentials


@pytest.mark.parametrize(("scheme", "port"), [("http", 80), ("https", 443)])
def test_the_default_port_of_a_scheme_is_its_origin_and_other_ports_are_not(scheme: str, port: int) -> None:
    assert build_request_to(f"{scheme}://api.example.com:{port}/x", f"{scheme}://api.example.com").credentials
    assert build_request_to(f"{scheme}://api.example.com/x", f"{scheme}://api.example.com:{port}").credentials
    assert build_request_to(f"{scheme}://api.example.com:{port + 1}/x", f"{scheme}://api.example.com").credentials == ()


def test_url_with_an_invalid_port_is_rejected() -> None:
    with pytest.raises(ConfigurationError, match="invalid request URL"):
        build_request_to("https://api.example.com:port/x", "https://api.example.com")


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        ({"params": {"limit": 1}}, TypeError, r"Client\.request\(\) got an unexpected keyword argument 'params'"),
        ({"json": {}, "content": b"{}"}, ConfigurationError, "pass only one of them"),
        ({"content": 5}, ConfigurationError, "bytes or str, not int"),
        ({"options": {"retries": 1}}, ConfigurationError, "options must be RequestOptions, not dict"),
        ({"headers": "X-A: 1"}, ConfigurationError, "headers must be a mapping"),
        ({"query": "a=1"}, ConfigurationError, "query must be a mapping"),
        (
            {"query": {"a": {"b": object()}}},
            ConfigurationError,
            r"^invalid query: a\.b: object is not JSON",
        ),
        ({"query": {(1, 2): "a"}}, ConfigurationError, r"invalid query: .*keys of a JSON object must be strings"),
        ({"json": {"a": [{1}]}}, ConfigurationError, r"^request\(\): json\.a\[0\]: set is not JSON serializable"),
        ({"json": {"a": float("inf")}}, ConfigurationError, r"^request\(\): json\.a: NaN and infinity"),
        ({"json": b"a"}, ConfigurationError, r"^request\(\): json: bytes is not JSON serializable"),
        ({"content": "\ud800"}, ConfigurationError, "content cannot be encoded in UTF-8"),
        ({"headers": {5: "a"}}, ConfigurationError, "invalid header name 5"),
        ({"headers": {"X-A": 5}}, ConfigurationError, "header X-A must be str, not int"),
        ({"timeout": "soon"}, ConfigurationError, "timeout must be a number"),
    ],
)
def test_request_by_path_rejects_invalid_arguments(arguments: Any, kind: type[Exception], message: str) -> None:
    with (
        Loopback([http_response({})]) as server,
        OpenRouter(base_url=server.url) as client,
        pytest.raises(kind, match=message),
    ):
        client.request("POST", "/x", **arguments)
    assert server.requests == []


@pytest.mark.parametrize(
    ("arguments", "body"),
    [
        ({"content": "gr\u00fc\u00df"}, "gr\u00fc\u00df".encode()),
        ({"content": bytearray(b"ab")}, b"ab"),
        ({"json": [1, None]}, b"[1,null]"),
        ({"json": None, "content": b"ab"}, b"ab"),
        ({"json": None, "content": None}, b""),
    ],
)
def test_request_by_path_accepts_bytes_text_and_json(arguments: Any, body: bytes) -> None:
    with Loopback([http_response({})]) as server, OpenRouter(base_url=server.url) as client:
        client.request("POST", "/x", **arguments)
    assert server.requests[0].body == body


@pytest.mark.parametrize("method", ["\u00e9", "", "GET ", "GET /x HTTP/1.1\r\nX: y", "G\0T", "GE:T", 5, None, b"GET"])
def test_a_method_that_is_not_a_word_is_rejected(method: Any) -> None:
    with (
        Loopback([http_response({})]) as server,
        OpenRouter(base_url=server.url) as client,
        pytest.raises(ConfigurationError, match=r"invalid HTTP method .*: use a name such as GET or POST"),
    ):
        client.request(method, "/x")
    assert server.requests == []


@pytest.mark.parametrize("path", [None, 5, b"/x", Path("/x")])
def test_a_path_that_is_not_text_is_rejected(path: Any) -> None:
    with (
        OpenRouter() as client,
        pytest.raises(ConfigurationError, match=f"path must be a str, not {type(path).__name__}"),
    ):
        client.request("GET", path)


@pytest.mark.parametrize("part", ["", ".", "..", None, "\ud800"])
def test_a_path_parameter_that_would_change_the_path_is_rejected(part: Any) -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        calls: Any = (client.api_keys.get, client.api_keys.delete)
        for call in calls:
            with pytest.raises(ConfigurationError, match=r"^api_keys\.(get|delete)\(\): invalid path parameter hash"):
                call(part)
        with pytest.raises(ValueError, match=r"^api_keys\.get\(\): invalid path parameter hash"):
            operations.api_keys.get(hash=part)


def test_models_are_accepted_as_headers_and_query() -> None:
    class Trace(pydantic.BaseModel):
        trace: str = pydantic.Field("1", alias="X-Trace")

    headers: Any = JsonModel.from_dict({"X-Trace": "1"})
    query: Any = JsonModel.from_dict({"a": [1, 2]})
    with Loopback([http_response({}), "repeat"]) as server, OpenRouter(base_url=server.url, headers=headers) as client:
        client.request("GET", "/x", headers=headers, query=query)
        client.models.count(extra_headers=headers, extra_query=query)
        client.models.count(options=RequestOptions(headers=Trace(), query=query))  # type: ignore[arg-type]  # a mapping only at run time
        client.with_options(headers=headers).models.count(extra_query=query)
    assert [request.path.partition("?")[2] for request in server.requests] == ["a=1&a=2"] * 4
    assert [request.headers["x-trace"] for request in server.requests] == ["1"] * 4
    assert repr(RequestOptions(headers=Trace())).count("X-Trace") == 1  # type: ignore[arg-type]  # see above


def test_none_in_a_query_list_is_omitted() -> None:
    with Loopback([http_response({}), "repeat"]) as server, OpenRouter(base_url=server.url) as client:
        client.request("GET", "/x", query={"a": [1, None, True], "b": [None], "c": None})
        client.models.count(options=RequestOptions(query={"a": ["x", None]}))
    assert [request.path.partition("?")[2] for request in server.requests] == ["a=1&a=true", "a=x"]


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"messages": "hello"}, r"expects a list for messages, got str; pass messages=\[\.\.\.\]$"),
        ({"messages": user("hello")}, r"expects a list for messages, got ChatUserMessage; pass messages=\[\.\.\.\]$"),
        ({"messages": {"role": "user", "content": "hello"}}, r"expects a list for messages, got dict"),
        ({"messages": None}, r".* got NoneType"),
        ({"messages": [], "models": "a/b"}, r"expects a list for models, got str; pass models=\[\.\.\.\]$"),
        ({"messages": ["hello"]}, r"expects dicts or models in messages, got str: 'hello'$"),
        ({"messages": [*user("hello")]}, r"expects dicts or models in messages, got str: 'role'$"),
        ({"messages": user("hello").keys()}, r"expects dicts or models in messages, got str: 'role'$"),
        ({"messages": [[user("hello")]]}, r"expects dicts or models in messages, got list: .*$"),
        ({"messages": 5}, r"expects a list for messages, got int; pass messages=\[\.\.\.\]$"),
        ({"messages": [], "tools": ["web"]}, r"expects dicts or models in tools, got str: 'web'$"),
        ({"messages": [], "stop": user("hello")}, r"does not accept an object for stop, got ChatUserMessage$"),
        ({"messages": [], "model": {"id": "a/b"}}, r"does not accept an object for model, got dict$"),
        ({"messages": [], "extra_body": [("a", 1)]}, r"expects a dict or a model for extra_body, got list$"),
        ({"messages": [], "extra_query": "a=1"}, r"expects a dict or a model for extra_query, got str$"),
    ],
)
def test_argument_of_the_wrong_type_is_rejected_with_the_method_name(keywords: Any, message: str) -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(TypeError, match=r"^chat\.send\(\) " + message):
            client.chat.send(**keywords)
        with pytest.raises(TypeError, match=r"^chat\.stream\(\) " + message):
            client.chat.stream(**keywords)
        with pytest.raises(TypeError, match=r"^chat\.stream\(\) " + message):
            AsyncOpenRouter().chat.stream(**keywords)


@pytest.mark.parametrize(
    ("keywords", "message"),
    [
        ({"messages": [], "mesages": []}, r"got an unexpected keyword argument 'mesages'"),
        ({"model": "a/b"}, r"missing 1 required keyword-only argument: 'messages'"),
    ],
)
def test_unknown_or_missing_argument_raises_type_error_with_the_method_name(keywords: Any, message: str) -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(TypeError, match=r"^Chat\.send\(\) " + message):
            client.chat.send(**keywords)
        with pytest.raises(TypeError, match=r"^AsyncChat\.stream\(\) " + message):
            AsyncOpenRouter().chat.stream(**keywords)


def test_messages_can_be_any_iterable_and_extra_body_overrides_them() -> None:
    with Loopback([http_response(completion()), "repeat"]) as server, OpenRouter(base_url=server.url) as client:
        client.chat.send(messages=(user(word) for word in "ab"))  # type: ignore[arg-type]  # any iterable is accepted
        client.chat.send(**models.ChatRequest(messages=[user("c")]))
        client.chat.send(messages=[], extra_body={"messages": "as it is", "stream": True})
    first, second, third = (request.json() for request in server.requests)
    assert [message["content"] for message in [*first["messages"], *second["messages"]]] == ["a", "b", "c"]
    assert third == {"messages": "as it is", "stream": False}


@pytest.mark.parametrize(
    ("options", "message"),
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
def test_invalid_client_options_are_rejected(options: Any, message: str) -> None:
    for make in (OpenRouter, AsyncOpenRouter, OpenRouter().with_options):
        with pytest.raises(ConfigurationError, match=message):
            make(**options)


@pytest.mark.parametrize(
    ("options", "message"),
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
def test_invalid_request_options_are_rejected(options: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        RequestOptions(**options)


def test_request_options_accept_the_values_that_the_client_accepts() -> None:
    options = RequestOptions(timeout=httpx.Timeout(3), retries=RetryOptions(max_attempts=1), api_key=lambda: KEY)
    settings = build_client_settings(OPENROUTER).for_call(UNSET, options)
    assert settings.timeouts == TimeoutOptions.of(3)


def test_base_url_none_restores_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENROUTER_BASE_URL", raising=False)
    with OpenRouter(base_url="https://elsewhere.example", api_key=KEY) as client:
        derived = client.with_options(base_url=None)
        assert (derived._settings.base_url, derived._settings.auth.is_empty) == ("https://openrouter.ai/api/v1", True)
        monkeypatch.setenv("OPENROUTER_BASE_URL", "https://mine.example/v1/")
        assert client.with_options(base_url=None)._settings.base_url == "https://mine.example/v1"


def build_headers(client: dict[str, Any], call: dict[str, Any], last: dict[str, Any] = NOWHERE) -> dict[str, str]:
    settings = build_client_settings(OPENROUTER, **client).for_call(UNSET, RequestOptions(**call))
    request = drive(build_request(settings, "GET", f"{settings.base_url}/x", headers=last or {}), NOWHERE)
    key = {each.name: each.text for each in request.credentials}
    return {**request.headers, **key}


@pytest.mark.parametrize(
    ("client", "call", "last"),
    [
        ({"headers": {"Authorization": None}}, {}, {}),
        ({}, {"headers": {"authorization": None}}, {}),
        ({}, {}, {"AUTHORIZATION": None}),
        ({"headers": {"Authorization": "Basic x"}}, {"headers": {"authorization": None}}, {}),
    ],
)
def test_authorization_none_removes_the_key(client: Any, call: Any, last: Any) -> None:
    assert "authorization" not in {name.lower() for name in build_headers({"api_key": KEY, **client}, call, last)}


def test_authorization_none_in_extra_headers_removes_the_key() -> None:
    with Loopback([http_response(completion())]) as server, OpenRouter(api_key=KEY, base_url=server.url) as client:
        client.chat.send(model="a/b", messages=[user("hi")], extra_headers={"Authorization": None})
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize("headers", [{"Authorization": None}, {"Authorization": "Basic x"}])
def test_key_of_a_call_overrides_the_authorization_header_of_the_client(headers: Any) -> None:
    assert build_headers({"headers": headers}, {"api_key": KEY})["Authorization"] == f"Bearer {KEY}"


def test_spaces_around_a_header_value_are_stripped() -> None:
    assert build_headers({"api_key": KEY, "headers": {"X-One": " a b  "}}, {})["X-One"] == "a b"


@pytest.mark.parametrize(
    "arguments",
    [
        {"headers": {"X-One": "\ud800"}},
        {"query": {"q": "\ud800"}},
        {"query": {"\ud800": "q"}},
    ],
)
def test_lone_surrogate_in_a_header_or_the_query_is_rejected(arguments: Any) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="invalid character"):
        client.request("GET", "x", **arguments)


@pytest.mark.parametrize("path", ["a\nb", "a\0b", "\ud800", "a" * 70_000, "http://[::1", "http://x..y/"])
def test_invalid_path_is_rejected_without_showing_the_key(path: str) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError) as caught:
        client.request("GET", path)
    assert len(str(caught.value)) < 500
    assert KEY not in "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())


@pytest.mark.parametrize(
    "path", ["../../x", "..", "/..", "a/../../../b", "./x", "a/.", "%2e%2e/x", "a/%2E./x", "..?a=b"]
)
def test_path_with_dot_segments_is_rejected(path: str) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="segments"):
        client.request("GET", path)


@pytest.mark.parametrize("path", ["x..y", "...", "x?next=../y", "x#../y", ".well-known/x"])
def test_dots_that_are_not_segments_are_accepted(path: str) -> None:
    assert resolve_url("https://a.example/v1", path) == f"https://a.example/v1/{path}"


@pytest.mark.parametrize("make", [OpenRouter, AsyncOpenRouter])
def test_invalid_client_shows_no_key_in_a_traceback_with_locals(make: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make(api_key=KEY, base_url="nowhere")
    text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "nowhere" in text
    assert KEY not in text


def test_key_of_the_environment_is_not_in_a_traceback_with_locals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-environment")
    with pytest.raises(ConfigurationError) as caught:
        OpenRouter(timeout=NOWHERE, retries="many")  # type: ignore[arg-type]  # invalid on purpose
    text = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "sk-environment" not in text


def test_accept_header_of_the_caller_overrides_the_default() -> None:
    with Loopback([http_response(completion()), "repeat"]) as server, OpenRouter(base_url=server.url) as client:
        client.chat.send(model="a/b", messages=[user("hi")], options=RequestOptions(headers={"accept": "text/x-mine"}))
        client.request("GET", "x", headers={"Accept": "text/x-mine"})
    assert [request.headers["accept"] for request in server.requests] == ["text/x-mine"] * 2


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding"])
def test_headers_computed_from_the_body_are_rejected(name: str) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="computed from the body"):
        client.request("POST", "x", json={}, headers={name: "3"})
