"""Calls: detection of failures, retries, redirects, use of the API key, logging and middleware."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import anyio
import httpx
import pytest
from attrs import evolve
from loopback import DONE, END, JSON_HEAD, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit.errors import (
    APIError,
    BadRequestResponseError,
    ConfigurationError,
    ConnectionFailedError,
    DecodeError,
    IncompleteStreamError,
    InternalServerResponseError,
    OpenRouterError,
    ServiceUnavailableResponseError,
    TooManyRequestsResponseError,
)
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.headers import Headers
from openrouterkit.middleware import Handler
from openrouterkit.openrouter import AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions
from openrouterkit.retries import Attempt, RetryOptions

MESSAGES: Any = [{"role": "user", "content": "hi"}]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
KEY = "sk-or-v1-secret"


def client(server: Loopback, **options: Any) -> OpenRouter:
    return OpenRouter(**{"api_key": KEY, "base_url": server.url, "retries": QUICK, **options})


def send_and_catch(script: list[Any], **options: Any) -> OpenRouterError:
    with Loopback(script) as server, client(server, **options) as caller, pytest.raises(OpenRouterError) as caught:
        caller.chat.send(messages=MESSAGES)
    return caught.value


def format_with_locals(error: BaseException) -> str:
    """Return the traceback of an error with the local variables of every frame outside this file."""
    text = "".join(traceback.format_exception(error))
    link: BaseException | None = error
    while link is not None:
        for frame, _ in traceback.walk_tb(link.__traceback__):
            if frame.f_code.co_filename != __file__:
                text += repr(frame.f_locals)
        link = link.__cause__ or link.__context__
    return text


def error_response(status: int, **headers: str) -> bytes:
    return http_response({"error": {"code": status, "message": "no"}}, status, **headers)


def test_retry_sends_the_same_body_and_key_and_records_attempts() -> None:
    with Loopback([error_response(503), "repeat"], [http_response(completion())]) as server:
        server.scripts[0] = [error_response(503), "request", http_response(completion()), "hang"]
        with client(server) as caller:
            result = caller.chat.send(model="a/b", messages=MESSAGES)
    first, second = server.requests
    assert first.body == second.body
    assert first.headers["authorization"] == second.headers["authorization"] == f"Bearer {KEY}"
    attempts = result.response.attempts
    assert [(a.number, a.status, a.wait, a.reason) for a in attempts] == [
        (1, 503, 0.01, "status 503"),
        (2, 200, None, None),
    ]


def test_last_error_is_raised_with_all_attempts() -> None:
    error = send_and_catch([error_response(429), "repeat"])
    assert isinstance(error, TooManyRequestsResponseError)
    assert [attempt.status for attempt in error.attempts] == [429, 429, 429]
    assert error.attempts[-1].reason == "attempt 3 of 3 was the last"


def test_retries_of_a_call_override_those_of_the_client() -> None:
    with (
        Loopback([error_response(500), "repeat"]) as server,
        client(server) as caller,
        pytest.raises(InternalServerResponseError) as caught,
    ):
        caller.chat.send(messages=MESSAGES, options=RequestOptions(retries=0))
    assert len(caught.value.attempts) == len(server.requests) == 1


def test_on_attempt_is_called_after_every_attempt() -> None:
    recorded: list[Attempt] = []
    options = RetryOptions(initial_interval=0.01, jitter=0, on_attempt=recorded.append)
    with (
        Loopback([error_response(500), "request", http_response(completion())]) as server,
        client(server, retries=options) as caller,
    ):
        caller.chat.send(messages=MESSAGES)
    assert [(attempt.status, attempt.wait) for attempt in recorded] == [(500, 0.01), (200, None)]


def test_async_client_awaits_async_on_attempt_and_api_key() -> None:
    recorded: list[Attempt] = []

    async def record(attempt: Attempt) -> None:
        recorded.append(attempt)

    async def key() -> str:
        return "fresh"

    async def call(url: str) -> None:
        options: Any = {
            "retries": RetryOptions(initial_interval=0.01, on_attempt=record),
            "base_url": url,
            "api_key": key,
        }
        async with AsyncOpenRouter(**options) as caller:
            await caller.chat.send(messages=MESSAGES)

    with Loopback([error_response(500), "request", http_response(completion())]) as server:
        anyio.run(call, server.url)
    assert [attempt.status for attempt in recorded] == [500, 200]
    assert server.requests[1].headers["authorization"] == "Bearer fresh"


@pytest.mark.parametrize(
    ("script", "connections"),
    [
        ([["reset"], [http_response(completion())]], 2),
        ([[0.0], [http_response(completion())]], 2),
        ([[b"junk"], [http_response(completion())]], 2),
    ],
    ids=["reset", "closed", "not HTTP"],
)
def test_connection_that_fails_before_the_response_is_retried(script: Any, connections: int) -> None:
    with Loopback(*script) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"
    assert server.connections == connections


def test_reset_after_only_white_space_is_retried() -> None:
    with (
        Loopback([JSON_HEAD, piece(b" \n"), 0.02, "reset"], [http_response(completion())]) as server,
        client(server) as caller,
    ):
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


def test_truncated_response_raises_connection_error_without_retry() -> None:
    error = send_and_catch([JSON_HEAD, piece(b'{"id": '), 0.02, "reset"])
    assert type(error) is ConnectionFailedError
    assert error.answered
    assert (error.status_code, len(error.attempts)) == (200, 1)


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"code": 503, "message": "no provider"}},
        {"error": {"code": "503", "message": "no provider"}, "choices": None},
        {"choices": [{"index": 0, "finish_reason": "error", "error": {"code": 503, "message": "no provider"}}]},
    ],
)
def test_error_in_a_200_is_raised_and_retried_by_its_code(body: Any) -> None:
    error = send_and_catch([http_response(body), "repeat"])
    assert isinstance(error, ServiceUnavailableResponseError)
    assert [attempt.status for attempt in error.attempts] == [503, 503, 503]


def test_completion_that_mentions_errors_is_returned() -> None:
    body = completion('the word "error"', error=None)
    with Loopback([http_response(body)]) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == 'the word "error"'


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ([http_response("<html>sign in</html>", content_type="text/html")], "text/html, not JSON"),
        ([http_response("")], "is empty"),
        ([b"HTTP/1.1 204 No Content\r\n\r\n"], "is empty"),
        ([http_response("  \n ")], "is empty"),
        ([http_response('{"id": ')], "cannot be decoded"),
        ([http_response('"text"')], "JSON object"),
        ([http_response("[]")], "a JSON array, not a JSON object"),
        ([http_response("[" * 200_000 + "]" * 200_000)], "nested too deeply"),
        ([http_response("x", content_encoding="br")], "'br'"),
        ([http_response("x" * 40, content_encoding="gzip")], "cannot decompress"),
    ],
)
def test_success_with_an_invalid_body_raises_decode_error(script: list[Any], message: str) -> None:
    error = send_and_catch(script)
    assert isinstance(error, DecodeError)
    assert isinstance(error, ValueError)
    assert message in str(error)
    assert error.status_code in (200, 204)
    assert len(error.attempts) == 1


@pytest.mark.parametrize("body", ["[1]", "[]", "7", "true", "null"])
def test_wrong_kind_of_json_raises_decode_error_in_lists_and_records(body: str) -> None:
    with Loopback([http_response(body), "repeat"]) as server, client(server) as caller:
        with pytest.raises(DecodeError, match="not a JSON object"):
            caller.models.count()
        with pytest.raises(DecodeError, match="not a JSON object"):
            list(caller.models.list())


def test_object_raises_decode_error_where_the_contract_declares_an_array() -> None:
    from openrouterkit_api import Operation
    from openrouterkit_runtime.decoders import Each, Nested
    from openrouterkit_runtime.endpoint import Endpoint
    from openrouterkit_runtime.responses import Responses

    responses = Responses({"2XX": {"application/json": Each(Nested("openrouterkit_api.models", "Model"))}})
    endpoint = Endpoint(
        id="x", name="x", method="GET", path="/x", kind=Operation, responses=responses, response_kind="array"
    )
    operation: Operation[Any] = Operation.of(endpoint, None, {})
    with (
        Loopback([http_response([{"id": "a"}]), "request", http_response({"id": "a"})]) as server,
        client(server) as caller,
    ):
        assert [model.id for model in caller.send(operation)] == ["a"]
        with pytest.raises(DecodeError, match="a JSON object, not a JSON array"):
            caller.send(operation)


def test_empty_check_accepts_a_deeply_nested_response() -> None:
    body = b'{"choices": [{"message": {"content": "Hello", "x": ' + b"[" * 500 + b"]" * 500 + b"}}]}"
    with Loopback([http_response(body)]) as server, client(server, retries=RetryOptions(empty=True)) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


def test_json_with_another_content_type_is_decoded() -> None:
    with Loopback([http_response(completion(), content_type="text/plain")]) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


def test_huge_error_body_is_truncated() -> None:
    flood = [b"HTTP/1.1 500 X\r\ncontent-type: text/html\r\n\r\n", *[b"<p>x</p>" * 8192] * 400]
    error = send_and_catch(flood, retries=0)
    assert isinstance(error, InternalServerResponseError)
    assert len(error.body) <= 64 * 1024


def test_empty_completion_is_retried_if_enabled_and_finally_returned() -> None:
    empty = completion(None, usage={"prompt_tokens": 1, "completion_tokens": 0, "total_tokens": 1})
    options = RetryOptions(initial_interval=0.01, empty=True)
    with Loopback([http_response(empty), "repeat"]) as server, client(server, retries=options) as caller:
        result = caller.chat.send(messages=MESSAGES)
        assert result.text == ""
        assert len(result.response.attempts) == 3
        caller.chat.send(messages=MESSAGES, options=RequestOptions(retries=2))
    assert len(server.requests) == 4


ROLE = event({"id": "gen-1", "choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}}]})
EMPTY_STREAMS = {
    "finish_reason without content": [piece(ROLE), piece(event(chunk("", "stop"))), piece(DONE), END],
    "only the sentinel": [piece(DONE), END],
    "empty body": [END],
    "role, then the end": [piece(ROLE), END],
    "role, then an error": [piece(ROLE), piece(event({"error": {"code": 502, "message": "x"}})), END],
}


@pytest.mark.parametrize("empty", EMPTY_STREAMS.values(), ids=list(EMPTY_STREAMS))
def test_stream_without_content_is_retried_if_enabled(empty: list[Any]) -> None:
    options = RetryOptions(initial_interval=0.01, empty=True)
    script = [STREAM_HEAD, piece(ROLE), piece(event(chunk("Hi", "stop"))), piece(DONE), END]
    with Loopback([STREAM_HEAD, *empty], script) as server, client(server, retries=options) as caller:
        stream = caller.chat.stream(messages=MESSAGES)
        assert [chunk.text for chunk in stream] == ["", "Hi"]
        assert len(stream.response.attempts) == 2
        assert server.connections == 2 or len(server.requests) == 2


def test_empty_stream_is_finally_returned() -> None:
    empty = EMPTY_STREAMS["finish_reason without content"]
    options = RetryOptions(initial_interval=0.01, max_attempts=2, empty=True)
    with Loopback([STREAM_HEAD, *empty]) as server, client(server, retries=options) as caller:
        result = caller.chat.stream(messages=MESSAGES).read_all()
        assert (result.text, len(result.response.attempts)) == ("", 2)


def test_redirect_to_the_same_origin_keeps_body_and_key() -> None:
    moved = http_response("", 307, location="/api/v2/chat/completions")
    with Loopback([moved, "request", http_response(completion())]) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"
    assert server.requests[1].path == "/api/v2/chat/completions"
    assert server.requests[1].body == server.requests[0].body
    assert server.requests[1].headers["authorization"] == f"Bearer {KEY}"


def test_redirect_to_another_origin_receives_no_body_and_no_key() -> None:
    with Loopback([http_response(completion())]) as other:
        moved = http_response("", 307, location=f"{other.url}/steal")
        error = send_and_catch([moved], retries=0)
        assert isinstance(error, APIError)
        assert (error.status_code, other.requests) == (307, [])
        with Loopback([moved]) as server, client(server, headers={"X-Mine": "1", "Cookie": "c"}) as caller:
            caller.request("GET", "/file")
    assert other.requests[0].headers.keys() & {"authorization", "cookie", "x-mine"} == set()


def test_redirect_that_would_turn_a_post_into_a_get_is_not_followed() -> None:
    error = send_and_catch([http_response("", 303, location="/elsewhere")])
    assert (error.status_code, len(error.attempts)) == (303, 1)
    assert send_and_catch([http_response(completion(), 300)]).status_code == 300
    assert "redirected to /elsewhere" in str(error)


def test_endless_redirects_raise_after_the_limit() -> None:
    with (
        Loopback([http_response("", 307, location="/again"), "repeat"]) as server,
        client(server, retries=0) as caller,
        pytest.raises(
            APIError, match=r"^too many redirects, the last to /again; set base_url to the URL of the service \(307\)$"
        ) as caught,
    ):
        caller.chat.send(messages=MESSAGES)
    assert (caught.value.status_code, len(server.requests), server.connections) == (307, 6, 1)


def test_key_is_sent_to_another_origin_only_if_passed_with_it() -> None:
    with (
        Loopback([http_response(completion()), "repeat"]) as server,
        Loopback([http_response(completion()), "repeat"]) as other,
        client(server, headers={"Cookie": "mine"}) as caller,
    ):
        caller.chat.send(messages=MESSAGES, options=RequestOptions(base_url=other.url))
        caller.request("GET", f"{other.url}/models")
        caller.with_options(base_url=other.url).chat.send(messages=MESSAGES)
        caller.chat.send(messages=MESSAGES, options=RequestOptions(base_url=other.url, api_key="theirs"))
    assert [request.headers.get("authorization") for request in other.requests] == [None, None, None, "Bearer theirs"]
    assert not any("cookie" in request.headers for request in other.requests)


def test_only_openrouter_itself_requires_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENROUTER_API_KEY", raising=False)
    with Loopback([http_response(completion())]) as server, OpenRouter(base_url=server.url) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"
    assert "authorization" not in server.requests[0].headers
    with OpenRouter() as caller, pytest.raises(ConfigurationError, match="OPENROUTER_API_KEY"):
        caller.chat.send(messages=MESSAGES)


@pytest.mark.parametrize("key", ["sk-x\r\nX-Evil: 1", "sk-x\x00", "sk-\u00e9"])
def test_key_with_invalid_characters_is_rejected_and_not_shown(key: str) -> None:
    with (
        Loopback([http_response(completion())]) as server,
        client(server, api_key=key) as caller,
        pytest.raises(ConfigurationError) as caught,
    ):
        caller.chat.send(messages=MESSAGES)
    assert "sk-" not in str(caught.value)
    assert server.requests == []


def test_trailing_line_break_is_stripped_from_the_key() -> None:
    with Loopback([http_response(completion())]) as server, client(server, api_key="sk-file\n") as caller:
        caller.chat.send(messages=MESSAGES)
    assert server.requests[0].headers["authorization"] == "Bearer sk-file"


def test_control_characters_are_rejected_by_name_and_not_shown() -> None:
    with Loopback([http_response({})]) as server, client(server) as caller:
        with pytest.raises(ConfigurationError, match="X-Note") as caught:
            caller.request("GET", "/x", headers={"X-Note": "private\r\nX-Evil: 1"})
        assert "private" not in str(caught.value)
        with pytest.raises(ConfigurationError, match="'q'"):
            caller.request("GET", "/x", query={"q": "a\nb"})
    assert server.requests == []


def test_cause_of_a_connection_error_contains_no_key() -> None:
    error = send_and_catch(["reset"], retries=0)
    cause = error.__cause__
    assert isinstance(cause, httpx.RequestError)
    assert "authorization" not in cause.request.headers
    assert KEY not in format_with_locals(error)


def test_each_request_logs_one_line_without_query_key_or_body(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.DEBUG, "openrouterkit"),
        Loopback([error_response(503), "request", http_response({})]) as server,
        client(server) as caller,
    ):
        caller.request("GET", "/x", query={"q": "private"})
    records = [record for record in caplog.records if record.name == "openrouterkit"]
    assert [record.levelname for record in records] == ["INFO", "WARNING", "INFO"]
    first, wait, second = (record.getMessage() for record in records)
    assert first.startswith(f"GET {server.url}/x: 503 in ")
    assert first.endswith(" s, attempt 1")
    assert wait == f"GET {server.url}/x: retrying in 0.01 s after attempt 1 (status 503)"
    assert second.startswith(f"GET {server.url}/x: 200 in ")
    assert second.endswith(" s, attempt 2")
    assert KEY not in first + wait + second
    assert "private" not in first + wait + second


def test_password_in_a_url_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.DEBUG, "openrouterkit"),
        Loopback([http_response({})]) as server,
        client(server) as caller,
    ):
        caller.request("GET", server.url.replace("//", "//me:private@") + "/x")
    assert f"GET {server.url}/x: 200 in " in caplog.text
    assert "private" not in caplog.text


def test_middleware_can_change_the_request_and_read_the_response() -> None:
    seen: list[int] = []

    def add_header(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(evolve(request, headers={**request.headers, "X-Marked": "yes"}))
        seen.append(response.status)
        return response

    with Loopback([http_response(completion())]) as server, client(server, middleware=[add_header]) as caller:
        caller.chat.send(messages=MESSAGES)
    assert server.requests[0].headers["x-marked"] == "yes"
    assert seen == [200]


def test_middleware_can_return_a_response_and_repeat_a_failed_call() -> None:
    def return_cached(request: Request, call_next: Handler) -> Flow[Response]:
        return Response(request, 200, Headers({"content-type": "application/json"}), content=b'{"data": "kept"}')
        yield from call_next(request)

    def repeat(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except BadRequestResponseError:
            response = yield from call_next(request)
        return response

    with Loopback([error_response(400), "request", http_response({"data": 1})]) as server:
        with client(server, middleware=[repeat]) as caller:
            assert caller.request("GET", "/x").json() == {"data": 1}
        with client(server, middleware=[return_cached]) as caller:
            assert caller.request("GET", "/x").json() == {"data": "kept"}
    assert len(server.requests) == 2


def respond_with(status: int, headers: dict[str, str], content: bytes | None) -> Any:
    """Return a middleware that returns this response without sending a request."""

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        return Response(request, status, headers, content=content)
        yield from call_next(request)

    return middleware


def catch_error(kind: str, middleware: list[Any], *, stream: bool) -> OpenRouterError:
    """Return the error of a call whose middleware returns the response itself."""
    settings: Any = {"base_url": "http://127.0.0.1:9", "retries": QUICK, "middleware": middleware}

    async def call() -> None:
        async with AsyncOpenRouter(**settings) as caller:
            await (caller.chat.stream(messages=MESSAGES).read_all() if stream else caller.chat.send(messages=MESSAGES))

    with pytest.raises(OpenRouterError) as caught:  # noqa: PT012 - the block makes a sync or an async call
        if kind == "async":
            anyio.run(call)
        with OpenRouter(**settings) as caller:
            _ = caller.chat.stream(messages=MESSAGES).read_all() if stream else caller.chat.send(messages=MESSAGES)
    return caught.value


JSON = {"Content-Type": "application/json"}
NO_PROVIDER = b'{"error": {"code": 503, "message": "no provider"}}'


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize(
    ("status", "headers", "content", "expected", "message"),
    [
        (500, {}, b"", InternalServerResponseError, "Internal Server Error"),
        (500, {}, None, InternalServerResponseError, "Internal Server Error"),
        (503, JSON, NO_PROVIDER, ServiceUnavailableResponseError, "no provider"),
        (200, JSON, NO_PROVIDER, ServiceUnavailableResponseError, "no provider"),
        (200, {"Content-Type": "text/html"}, b"<html>", DecodeError, "text/html"),
    ],
)
def test_error_response_of_a_middleware_raises_like_one_from_the_network(
    kind: str, stream: bool, status: int, headers: Any, content: Any, expected: type[OpenRouterError], message: str
) -> None:
    error = catch_error(kind, [respond_with(status, headers, content)], stream=stream)
    assert type(error) is expected
    assert message in str(error)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_error_event_of_a_middleware_raises(kind: str) -> None:
    events = {"content-type": "text/event-stream"}
    error = catch_error(kind, [respond_with(200, events, b"data: " + NO_PROVIDER + b"\n\n")], stream=True)
    assert type(error) is ServiceUnavailableResponseError
    assert type(catch_error(kind, [respond_with(200, events, b"")], stream=True)) is IncompleteStreamError


def test_outer_middleware_receives_the_error_of_an_inner_one() -> None:
    seen: list[str] = []

    def outer(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except APIError as error:
            seen.append(type(error).__name__)
            raise
        return response

    catch_error("sync", [outer, respond_with(500, {}, b"")], stream=False)
    assert seen == ["InternalServerResponseError"]


def test_error_status_set_by_a_middleware_raises() -> None:
    def change_status(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return evolve(response, status=503)

    error = send_and_catch([http_response(completion())], middleware=[change_status])
    assert type(error) is ServiceUnavailableResponseError
    assert [attempt.status for attempt in error.attempts] == [200]


def test_error_names_the_middleware_that_returns_no_response() -> None:
    def return_nothing(request: Request, call_next: Handler) -> Any:
        yield from call_next(request)

    error = send_and_catch([http_response(completion())], middleware=[return_nothing])
    assert isinstance(error, ConfigurationError)
    assert "return_nothing returned NoneType" in str(error)


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_middleware_can_return_the_response_of_a_stream(backend: str) -> None:
    content = event(chunk("Hel")) + event(chunk("lo", "stop")) + DONE
    settings: Any = {
        "base_url": "http://127.0.0.1:9",
        "middleware": [respond_with(200, {"content-type": "text/event-stream"}, content)],
    }

    async def call() -> tuple[list[str], str]:
        async with AsyncOpenRouter(**settings) as caller, caller.chat.stream(messages=MESSAGES) as stream:
            return [item.text async for item in stream], stream.result().text

    if backend == "sync":
        with OpenRouter(**settings) as caller, caller.chat.stream(messages=MESSAGES) as stream:
            assert ([item.text for item in stream], stream.result().text) == (["Hel", "lo"], "Hello")
    else:
        assert anyio.run(call, backend=backend) == (["Hel", "lo"], "Hello")


def test_cookies_set_by_the_service_are_not_kept() -> None:
    script = [http_response({}, set_cookie="track=1; Path=/"), "request", http_response({})]
    with Loopback(script) as server, client(server) as caller:
        caller.request("GET", "/x")
        caller.request("GET", "/x")
    assert "cookie" not in server.requests[1].headers


def test_body_in_many_pieces_is_read_completely() -> None:
    body = http_response(completion()).partition(b"\r\n\r\n")[2]
    script = [JSON_HEAD, piece(b"  \n"), *[piece(body[i : i + 7]) for i in range(0, len(body), 7)], END]
    with Loopback(script) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


@pytest.mark.parametrize("body", [{"detail": "no such model"}, {"message": "no such model", "request_id": "r1"}])
def test_chat_response_without_choices_that_is_an_error_raises(body: dict[str, Any]) -> None:
    error = send_and_catch([http_response(body)])
    assert isinstance(error, APIError)
    assert error.message == "no such model"


@pytest.mark.parametrize("location", ["http://[::1", "javascript:x", "//", "http://x:port/"])
def test_invalid_redirect_location_keeps_the_status(location: str) -> None:
    error = send_and_catch([http_response(b"", status=302, location=location)], retries=0)
    assert isinstance(error, APIError)
    assert (error.status_code, error.headers["location"]) == (302, location)
