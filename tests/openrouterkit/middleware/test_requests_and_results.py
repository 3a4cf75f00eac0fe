"""Requests and results as data in middleware, middleware of one call, and the attempts of a call."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from callers import BACKENDS, MESSAGES, Caller
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import AsyncOpenRouter, ChatCompletion, OpenRouter, RequestOptions, RetryOptions, TimeoutOptions
from openrouterkit.errors import (
    ConfigurationError,
    DecodeError,
    NotFoundResponseError,
    OpenRouterError,
    ServiceUnavailableResponseError,
)
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Handler
from openrouterkit.responses import RawResponse
from openrouterkit_api import UNSET

BUSY = http_response({"error": {"message": "busy", "code": 503}}, 503, connection="close")
STREAM = [STREAM_HEAD, piece(event(chunk("Hel"))), piece(event(chunk("lo", "stop")) + DONE), END]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
PLACES = ("middleware", "attempt_middleware")


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Look:
    """A middleware that records requests and responses."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.responses: list[Response] = []

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        self.requests.append(request)
        response = yield from call_next(request)
        self.responses.append(response)
        return response


def test_the_body_of_a_request_is_data_that_can_be_changed(caller: Caller, place: str) -> None:
    look = Look()

    def change(request: Request, call_next: Handler) -> Flow[Response]:
        body = request.json
        body["messages"].append({"role": "system", "content": "be brief"})
        changed = request.with_json({"seed": 7}, model="b", messages=body["messages"], temperature=UNSET)
        assert request.json["model"] == "a"
        response = yield from call_next(changed)
        return response

    def use_with_temperature(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request.with_json(temperature=0.5))
        return response

    with Loopback([http_response(completion())]) as server:
        caller.send(server.url, **{place: [use_with_temperature, change, look]})
    expected = [{"role": "user", "content": "hi"}, {"role": "system", "content": "be brief"}]
    sent = server.requests[0].json()
    assert look.requests[0].json == sent
    assert (sent["model"], sent["seed"], sent["messages"], "temperature" in sent) == ("b", 7, expected, False)


def test_a_request_without_a_json_body_has_no_json_and_can_get_a_body(caller: Caller) -> None:
    look = Look()

    def add_body(request: Request, call_next: Handler) -> Flow[Response]:
        with pytest.raises(ConfigurationError, match=r"not a JSON object: replace it with with_body\(\)"):
            request.with_json(model="b")
        response = yield from call_next(request.with_body([1, MESSAGES[0]]))
        return response

    with Loopback([http_response({})]) as server:
        caller.request(server.url, "POST", "/x", middleware=[look, add_body])
    assert look.requests[0].json is None
    received = server.requests[0]
    assert received.json() == [1, {"role": "user", "content": "hi"}]
    assert received.headers["content-type"] == "application/json"


def test_headers_are_replaced_in_any_case(caller: Caller) -> None:
    def change(request: Request, call_next: Handler) -> Flow[Response]:
        changed = request.with_headers({"ACCEPT": "text/x", "user-agent": None, "X-New": "1"})
        response = yield from call_next(changed)
        return response

    with Loopback([http_response({})]) as server:
        caller.request(server.url, "GET", "/x", middleware=[change])
    headers = server.requests[0].headers
    assert (headers["accept"], headers["x-new"], "openrouterkit" in headers.get("user-agent", "")) == ("text/x", "1", 0)


def test_the_result_of_a_response_is_what_the_caller_receives(caller: Caller, place: str) -> None:
    results: list[Any] = []

    def read(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        results.extend((response.result(), response.json))
        return response

    with Loopback([http_response(completion())]) as server:
        returned = caller.send(server.url, **{place: [read]})
    assert isinstance(results[0], ChatCompletion)
    assert (results[0].text, results[0].cost) == (returned.text, 0.5)
    assert results[0] is not returned
    assert results[0].latency == returned.latency
    assert results[1] == completion()
    with Loopback([http_response({"a": 1})]) as server:
        caller.request(server.url, "GET", "/x", **{place: [read]})
    assert isinstance(results[2], RawResponse)
    assert results[2].json() == {"a": 1}


def test_the_result_of_a_response_raises_as_the_call_would(caller: Caller, place: str) -> None:
    problems: list[OpenRouterError] = []

    def read(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        with pytest.raises(DecodeError) as caught:
            response.result()
        problems.append(caught.value)
        return response

    with Loopback([http_response("[1")]) as server, pytest.raises(DecodeError) as caught:
        caller.send(server.url, **{place: [read]})
    assert str(problems[0]) == str(caught.value)


def test_the_result_of_a_failed_attempt_is_its_error(caller: Caller) -> None:
    def read(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        with pytest.raises(ServiceUnavailableResponseError):
            response.result()
        assert response.json["error"]["message"] == "busy"
        return response

    with Loopback([BUSY]) as server, pytest.raises(ServiceUnavailableResponseError):
        caller.send(server.url, attempt_middleware=[read])


def test_the_result_of_a_stream_raises_what_to_observe(caller: Caller, place: str) -> None:
    def read(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        assert response.json is None
        response.result()
        return response

    with Loopback(STREAM) as server, pytest.raises(ConfigurationError, match=r"response\.observed\(on_end="):
        caller.read(server.url, **{place: [read]})


def test_a_response_that_a_middleware_creates_has_a_result(caller: Caller, place: str) -> None:
    def create(request: Request, call_next: Handler) -> Flow[Response]:
        response = Response(request, 200, {}, content=json.dumps(completion("created")).encode())
        assert response.result().text == "created"
        return response
        yield

    assert caller.send("http://127.0.0.1:1", **{place: [create]}).text == "created"


def test_a_call_has_middleware_of_its_own_inside_that_of_the_client(caller: Caller) -> None:
    order: list[tuple[str, Any]] = []

    def named(name: str) -> Any:
        def middleware(request: Request, call_next: Handler) -> Flow[Response]:
            order.append((name, request.context.get("user")))
            response = yield from call_next(request)
            return response

        return middleware

    with Loopback([http_response(completion()), "repeat"]) as server:
        options = RequestOptions(middleware=[named("call"), named("last")], context={"user": "ann"})
        caller.send(server.url, middleware=[named("client")], attempt_middleware=[named("attempt")], options=options)
        caller.send(server.url, middleware=[named("client")])
    assert order == [(name, "ann") for name in ("client", "call", "last", "attempt")] + [("client", None)]


def test_the_layers_of_a_call_share_its_context_and_calls_do_not(caller: Caller) -> None:
    mine = {"user": "ann"}
    seen: list[dict[str, Any]] = []

    def outer(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request.with_headers({"X-Changed": "1"}))
        seen.append(dict(request.context))
        return response

    def count(request: Request, call_next: Handler) -> Flow[Response]:
        request.context["attempts"] = request.context.get("attempts", 0) + 1
        response = yield from call_next(request)
        return response

    options = RequestOptions(context=mine)
    with Loopback([BUSY], [http_response(completion())]) as server:
        for _ in range(2):
            caller.send(server.url, middleware=[outer], attempt_middleware=[count], retries=QUICK, options=options)
    assert seen == [{"user": "ann", "attempts": 2}, {"user": "ann", "attempts": 1}]
    assert mine == {"user": "ann"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"middleware": print}, "RequestOptions.middleware must be a list of functions, not <built-in function print>"),
        ({"middleware": ["log"]}, r"RequestOptions.middleware must be a list of functions, not \['log'\]"),
        ({"context": ["user"]}, "context must be a mapping of names to values"),
    ],
)
def test_invalid_options_of_a_call_are_named(options: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        RequestOptions(**options)


def test_invalid_attempt_middleware_is_named() -> None:
    for kind in (OpenRouter, AsyncOpenRouter):
        with pytest.raises(ConfigurationError, match=r"^attempt_middleware must be a list of functions"):
            kind(attempt_middleware=print)  # type: ignore[arg-type]  # deliberately invalid


def test_the_repr_of_options_does_not_show_the_values_of_the_context() -> None:
    assert "private" not in repr(RequestOptions(context={"token": "private"}))
    assert "token" in repr(RequestOptions(context={"token": "private"}))


class FallBack:
    """A middleware that tries other models."""

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except ServiceUnavailableResponseError:
            response = yield from call_next(request.with_json(model="b"))
        return response


def test_the_attempts_of_all_requests_of_a_middleware_are_numbered_in_order(caller: Caller) -> None:
    with Loopback([BUSY], [BUSY], [http_response(completion())]) as server:
        result = caller.send(
            server.url, middleware=[FallBack()], retries=RetryOptions(initial_interval=0.01, max_attempts=2)
        )
        assert [each.json()["model"] for each in server.requests] == ["a", "a", "b"]
    attempts = result.response.attempts
    assert [(attempt.number, attempt.status) for attempt in attempts] == [(1, 503), (2, 503), (3, 200)]


def test_an_error_has_the_attempts_of_all_requests_of_a_middleware(caller: Caller) -> None:
    missing = http_response({"error": {"message": "none", "code": 404}}, 404)
    with Loopback([BUSY], [missing]) as server, pytest.raises(NotFoundResponseError) as caught:
        caller.read(server.url, middleware=[FallBack()])
    assert [(attempt.number, attempt.status) for attempt in caught.value.attempts] == [(1, 503), (2, 404)]


def test_attempts_that_a_middleware_has_set_are_kept(caller: Caller) -> None:
    def annotate(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        response.attempts = tuple(evolve(attempt, reason="annotated") for attempt in response.attempts)
        return response

    with Loopback([http_response(completion())]) as server:
        result = caller.send(server.url, middleware=[annotate])
    assert [attempt.reason for attempt in result.response.attempts] == ["annotated"]


def test_a_request_replaces_credentials_in_bodies_and_json_remains_valid() -> None:
    request = Request("POST", "https://a.example/", {"X-Api-Key": "abc123secret"}, None, TimeoutOptions())
    body = {
        "text": "the key is abc123secret",
        "other": "sk-0123456789abcdefghij",
        "token": ["a", {"b": 1}],
        "arguments": json.dumps({"password": "hunter2"}),
        "image": "A" * 1000,
        "max_tokens": 5,
    }
    redacted = json.loads(request.redact_body(json.dumps(body).encode()))
    assert redacted == {
        "text": "the key is ************",
        "other": "sk-***",
        "token": "***",
        "arguments": '{"password": "***"}',
        "image": f"{'A' * 40}... (1000 characters)",
        "max_tokens": 5,
    }


@pytest.mark.parametrize(
    ("content", "model"),
    [
        (b'{"messages": [{"model": "x"}], "model": "a/b"}', "a/b"),
        (b'{"model": "\\u00e4"}', "\u00e4"),
        (b'{"input": "the word \\"model\\""}', None),
        (b'{"model": 5}', None),
        (b'[{"model": "a"}]', None),
        (b'{"model": "a"', None),
        (b'"model"', None),
        (b"\xff", None),
        (b"", None),
        (None, None),
    ],
)
def test_the_model_of_a_request_is_that_of_its_json_object(content: Any, model: str | None) -> None:
    request = Request("POST", "https://openrouter.ai", {}, content, TimeoutOptions())
    assert request.model == model


def test_each_attempt_of_a_call_with_middleware_names_its_model(caller: Caller) -> None:
    def change(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request.with_json(model="b/b"))
        return response

    answer = http_response(completion(), connection="close")
    with Loopback([answer]) as server:
        assert [each.model for each in caller.send(server.url, middleware=[change]).response.attempts] == ["b/b"]
        assert [each.model for each in caller.send(server.url).response.attempts] == [None]


def test_a_request_that_awaits_content_receives_an_error_before_the_content(caller: Caller, place: str) -> None:
    seen: list[str] = []

    def repeat(request: Request, call_next: Handler) -> Flow[Response]:
        request = evolve(request, awaits_content=True)
        try:
            response = yield from call_next(request)
        except ServiceUnavailableResponseError:
            seen.append("raised")
        else:
            if response.error is None:
                return response
            seen.append("set")
        response = yield from call_next(request)
        return response

    failed = event(chunk("")) + event({"error": {"message": "busy", "code": 503}})
    with Loopback([STREAM_HEAD, piece(failed), END], STREAM) as server:
        assert caller.read(server.url, **{place: [repeat]}).text == "Hello"
    assert seen == [{"middleware": "raised", "attempt_middleware": "set"}[place]]
