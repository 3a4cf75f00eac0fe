"""One call: what counts as a failure, what is tried again, where the key goes, what is told of it."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import anyio
import httpx
import pytest
from attrs import evolve
from loopback import DONE, END, JSON_HEAD, STREAM_HEAD, Loopback, answer, chunk, completion, event, piece

from openrouterkit.client import AsyncOpenRouter, OpenRouter
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
from openrouterkit.options import RequestOptions
from openrouterkit.retries import Attempt, RetryOptions

MESSAGES: Any = [{"role": "user", "content": "hi"}]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
KEY = "sk-or-v1-secret"


def client(server: Loopback, **options: Any) -> OpenRouter:
    return OpenRouter(**{"api_key": KEY, "base_url": server.url, "retries": QUICK, **options})


def failure_of(script: list[Any], **options: Any) -> OpenRouterError:
    with Loopback(script) as server, client(server, **options) as caller, pytest.raises(OpenRouterError) as caught:
        caller.chat.send(messages=MESSAGES)
    return caught.value


def shown(error: BaseException) -> str:
    """Everything a tool that prints local variables would print of an error, but for this file's own."""
    text = "".join(traceback.format_exception(error))
    link: BaseException | None = error
    while link is not None:
        for frame, _ in traceback.walk_tb(link.__traceback__):
            if frame.f_code.co_filename != __file__:
                text += repr(frame.f_locals)
        link = link.__cause__ or link.__context__
    return text


def refused(status: int, **headers: str) -> bytes:
    return answer({"error": {"code": status, "message": "no"}}, status, **headers)


def test_a_refused_call_is_tried_again_with_the_same_body_and_key_and_its_attempts_tell_the_story() -> None:
    with Loopback([refused(503), "again"], [answer(completion())]) as server:
        server.scripts[0] = [refused(503), "request", answer(completion()), "hang"]
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


def test_the_error_of_the_last_attempt_is_raised_with_all_attempts() -> None:
    error = failure_of([refused(429), "again"])
    assert isinstance(error, TooManyRequestsResponseError)
    assert [attempt.status for attempt in error.attempts] == [429, 429, 429]
    assert error.attempts[-1].reason == "attempt 3 of 3 was the last"


def test_retries_of_a_call_replace_the_clients() -> None:
    with (
        Loopback([refused(500), "again"]) as server,
        client(server) as caller,
        pytest.raises(InternalServerResponseError) as caught,
    ):
        caller.chat.send(messages=MESSAGES, options=RequestOptions(retries=0))
    assert len(caught.value.attempts) == len(server.requests) == 1


def test_every_attempt_is_told_as_it_is_made() -> None:
    told: list[Attempt] = []
    options = RetryOptions(initial_interval=0.01, jitter=0, on_attempt=told.append)
    with Loopback([refused(500), "request", answer(completion())]) as server, client(server, retries=options) as caller:
        caller.chat.send(messages=MESSAGES)
    assert [(attempt.status, attempt.wait) for attempt in told] == [(500, 0.01), (200, None)]


def test_an_async_client_awaits_an_async_on_attempt_and_an_async_key() -> None:
    told: list[Attempt] = []

    async def tell(attempt: Attempt) -> None:
        told.append(attempt)

    async def key() -> str:
        return "fresh"

    async def call(url: str) -> None:
        options: Any = {
            "retries": RetryOptions(initial_interval=0.01, on_attempt=tell),
            "base_url": url,
            "api_key": key,
        }
        async with AsyncOpenRouter(**options) as caller:
            await caller.chat.send(messages=MESSAGES)

    with Loopback([refused(500), "request", answer(completion())]) as server:
        anyio.run(call, server.url)
    assert [attempt.status for attempt in told] == [500, 200]
    assert server.requests[1].headers["authorization"] == "Bearer fresh"


@pytest.mark.parametrize(
    ("script", "connections"),
    [
        ([["reset"], [answer(completion())]], 2),
        ([[0.0], [answer(completion())]], 2),
        ([[b"junk"], [answer(completion())]], 2),
    ],
    ids=["reset", "closed", "not HTTP"],
)
def test_a_connection_that_fails_before_an_answer_is_made_again(script: Any, connections: int) -> None:
    with Loopback(*script) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"
    assert server.connections == connections


def test_white_space_alone_is_no_answer_so_that_a_reset_after_it_is_tried_again() -> None:
    with (
        Loopback([JSON_HEAD, piece(b" \n"), 0.02, "reset"], [answer(completion())]) as server,
        client(server) as caller,
    ):
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


def test_an_answer_that_is_cut_off_is_a_failed_connection_and_not_tried_again() -> None:
    error = failure_of([JSON_HEAD, piece(b'{"id": '), 0.02, "reset"])
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
def test_an_error_inside_a_200_is_raised_and_tried_again_like_its_status(body: Any) -> None:
    error = failure_of([answer(body), "again"])
    assert isinstance(error, ServiceUnavailableResponseError)
    assert [attempt.status for attempt in error.attempts] == [503, 503, 503]


def test_an_answer_that_only_speaks_of_errors_is_an_answer() -> None:
    body = completion('the word "error"', error=None)
    with Loopback([answer(body)]) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == 'the word "error"'


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ([answer("<html>sign in</html>", content_type="text/html")], "text/html, not JSON"),
        ([answer("")], "is empty"),
        ([b"HTTP/1.1 204 No Content\r\n\r\n"], "is empty"),
        ([answer("  \n ")], "is empty"),
        ([answer('{"id": ')], "not JSON"),
        ([answer('"text"')], "JSON object"),
        ([answer("[]")], "a JSON array, not a JSON object"),
        ([answer("[" * 200_000 + "]" * 200_000)], "nested too deeply"),
        ([answer("x", content_encoding="br")], "'br'"),
        ([answer("x" * 40, content_encoding="gzip")], "Content-Encoding"),
    ],
)
def test_a_success_that_is_not_what_it_must_be_is_a_decode_error_with_its_beginning(
    script: list[Any], said: str
) -> None:
    error = failure_of(script)
    assert isinstance(error, DecodeError)
    assert isinstance(error, ValueError)
    assert said in str(error)
    assert error.status_code in (200, 204)
    assert len(error.attempts) == 1


@pytest.mark.parametrize("body", ["[1]", "[]", "7", "true", "null"])
def test_json_of_the_wrong_kind_is_a_decode_error_for_listings_and_records_too(body: str) -> None:
    with Loopback([answer(body), "again"]) as server, client(server) as caller:
        with pytest.raises(DecodeError, match="not a JSON object"):
            caller.models.count()
        with pytest.raises(DecodeError, match="not a JSON object"):
            list(caller.models.list())


def test_where_the_contract_states_an_array_an_object_is_a_decode_error() -> None:
    from openrouterkit_api import Operation
    from openrouterkit_runtime.decoders import Each, Nested
    from openrouterkit_runtime.endpoint import Endpoint
    from openrouterkit_runtime.responses import Responses

    responses = Responses({"2XX": {"application/json": Each(Nested("openrouterkit_api.models", "Model"))}})
    endpoint = Endpoint(
        id="x", name="x", method="GET", path="/x", kind=Operation, responses=responses, response_kind="array"
    )
    operation: Operation[Any] = Operation.of(endpoint, None, {})
    with Loopback([answer([{"id": "a"}]), "request", answer({"id": "a"})]) as server, client(server) as caller:
        assert [model.id for model in caller.send(operation)] == ["a"]
        with pytest.raises(DecodeError, match="a JSON object, not a JSON array"):
            caller.send(operation)


def test_a_deep_answer_is_looked_through_for_emptiness_without_harm() -> None:
    body = b'{"choices": [{"message": {"content": "Hello", "x": ' + b"[" * 500 + b"]" * 500 + b"}}]}"
    with Loopback([answer(body)]) as server, client(server, retries=RetryOptions(empty=True)) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


def test_json_without_its_content_type_is_read_all_the_same() -> None:
    with Loopback([answer(completion(), content_type="text/plain")]) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


def test_an_endless_error_body_is_not_read_to_its_end() -> None:
    flood = [b"HTTP/1.1 500 X\r\ncontent-type: text/html\r\n\r\n", *[b"<p>x</p>" * 8192] * 400]
    error = failure_of(flood, retries=0)
    assert isinstance(error, InternalServerResponseError)
    assert len(error.body) <= 64 * 1024


def test_an_empty_completion_is_tried_again_on_request_and_returned_in_the_end() -> None:
    empty = completion(None, usage={"prompt_tokens": 1, "completion_tokens": 0, "total_tokens": 1})
    options = RetryOptions(initial_interval=0.01, empty=True)
    with Loopback([answer(empty), "again"]) as server, client(server, retries=options) as caller:
        result = caller.chat.send(messages=MESSAGES)
        assert result.text == ""
        assert len(result.response.attempts) == 3
        caller.chat.send(messages=MESSAGES, options=RequestOptions(retries=2))
    assert len(server.requests) == 4


ROLE = event({"id": "gen-1", "choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}}]})
EMPTY_STREAMS = {
    "a finish without content": [piece(ROLE), piece(event(chunk("", "stop"))), piece(DONE), END],
    "the sentinel alone": [piece(DONE), END],
    "a clean end": [END],
    "a role, and then the end": [piece(ROLE), END],
    "a role, and then a failure": [piece(ROLE), piece(event({"error": {"code": 502, "message": "x"}})), END],
}


@pytest.mark.parametrize("empty", EMPTY_STREAMS.values(), ids=list(EMPTY_STREAMS))
def test_a_stream_without_content_is_tried_again_on_request(empty: list[Any]) -> None:
    options = RetryOptions(initial_interval=0.01, empty=True)
    script = [STREAM_HEAD, piece(ROLE), piece(event(chunk("Hi", "stop"))), piece(DONE), END]
    with Loopback([STREAM_HEAD, *empty], script) as server, client(server, retries=options) as caller:
        stream = caller.chat.stream(messages=MESSAGES)
        assert [chunk.text for chunk in stream] == ["", "Hi"]
        assert len(stream.response.attempts) == 2
        assert server.connections == 2 or len(server.requests) == 2


def test_an_empty_stream_is_returned_in_the_end() -> None:
    empty = EMPTY_STREAMS["a finish without content"]
    options = RetryOptions(initial_interval=0.01, max_attempts=2, empty=True)
    with Loopback([STREAM_HEAD, *empty]) as server, client(server, retries=options) as caller:
        result = caller.chat.stream(messages=MESSAGES).read_all()
        assert (result.text, len(result.response.attempts)) == ("", 2)


def test_a_redirect_to_the_same_origin_is_followed_with_body_and_key() -> None:
    moved = answer("", 307, location="/api/v2/chat/completions")
    with Loopback([moved, "request", answer(completion())]) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"
    assert server.requests[1].path == "/api/v2/chat/completions"
    assert server.requests[1].body == server.requests[0].body
    assert server.requests[1].headers["authorization"] == f"Bearer {KEY}"


def test_a_redirect_to_another_origin_gets_neither_body_nor_key() -> None:
    with Loopback([answer(completion())]) as other:
        moved = answer("", 307, location=f"{other.url}/steal")
        error = failure_of([moved], retries=0)
        assert isinstance(error, APIError)
        assert (error.status_code, other.requests) == (307, [])
        with Loopback([moved]) as server, client(server, headers={"X-Mine": "1", "Cookie": "c"}) as caller:
            caller.request("GET", "/file")
    assert other.requests[0].headers.keys() & {"authorization", "cookie", "x-mine"} == set()


def test_a_redirect_that_would_turn_a_post_into_a_get_is_not_followed() -> None:
    error = failure_of([answer("", 303, location="/elsewhere")])
    assert (error.status_code, len(error.attempts)) == (303, 1)
    assert "redirected to /elsewhere" in str(error)


def test_redirects_without_end_come_to_one() -> None:
    with (
        Loopback([answer("", 307, location="/again"), "again"]) as server,
        client(server, retries=0) as caller,
        pytest.raises(APIError, match=r"^redirected without end, the last time to /again \(307\)$") as caught,
    ):
        caller.chat.send(messages=MESSAGES)
    assert (caught.value.status_code, len(server.requests), server.connections) == (307, 6, 1)


def test_the_key_goes_to_no_other_origin_unless_it_was_given_for_it() -> None:
    with (
        Loopback([answer(completion()), "again"]) as server,
        Loopback([answer(completion()), "again"]) as other,
        client(server, headers={"Cookie": "mine"}) as caller,
    ):
        caller.chat.send(messages=MESSAGES, options=RequestOptions(base_url=other.url))
        caller.request("GET", f"{other.url}/models")
        caller.with_options(base_url=other.url).chat.send(messages=MESSAGES)
        caller.chat.send(messages=MESSAGES, options=RequestOptions(base_url=other.url, api_key="theirs"))
    assert [request.headers.get("authorization") for request in other.requests] == [None, None, None, "Bearer theirs"]
    assert not any("cookie" in request.headers for request in other.requests)


def test_no_key_is_needed_but_by_the_service_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENROUTER_API_KEY", raising=False)
    with Loopback([answer(completion())]) as server, OpenRouter(base_url=server.url) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"
    assert "authorization" not in server.requests[0].headers
    with OpenRouter() as caller, pytest.raises(ConfigurationError, match="OPENROUTER_API_KEY"):
        caller.chat.send(messages=MESSAGES)


@pytest.mark.parametrize("key", ["sk-x\r\nX-Evil: 1", "sk-x\x00", "sk-\u00e9"])
def test_a_key_that_no_header_can_carry_is_refused_without_being_shown(key: str) -> None:
    with (
        Loopback([answer(completion())]) as server,
        client(server, api_key=key) as caller,
        pytest.raises(ConfigurationError) as caught,
    ):
        caller.chat.send(messages=MESSAGES)
    assert "sk-" not in str(caught.value)
    assert server.requests == []


def test_the_line_break_a_file_ends_in_is_not_part_of_the_key() -> None:
    with Loopback([answer(completion())]) as server, client(server, api_key="sk-file\n") as caller:
        caller.chat.send(messages=MESSAGES)
    assert server.requests[0].headers["authorization"] == "Bearer sk-file"


def test_control_characters_in_headers_and_query_are_refused_by_name_and_never_shown() -> None:
    with Loopback([answer({})]) as server, client(server) as caller:
        with pytest.raises(ConfigurationError, match="X-Note") as caught:
            caller.request("GET", "/x", headers={"X-Note": "private\r\nX-Evil: 1"})
        assert "private" not in str(caught.value)
        with pytest.raises(ConfigurationError, match="'q'"):
            caller.request("GET", "/x", query={"q": "a\nb"})
    assert server.requests == []


def test_the_cause_of_a_failed_connection_keeps_a_request_without_its_key() -> None:
    error = failure_of(["reset"], retries=0)
    cause = error.__cause__
    assert isinstance(cause, httpx.RequestError)
    assert "authorization" not in cause.request.headers
    assert KEY not in shown(error)


def test_one_line_a_request_is_logged_without_query_key_or_body(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.DEBUG, "openrouterkit"),
        Loopback([refused(503), "request", answer({})]) as server,
        client(server) as caller,
    ):
        caller.request("GET", "/x", query={"q": "private"})
    first, second = (record.getMessage() for record in caplog.records if record.name == "openrouterkit")
    assert first.startswith(f"GET {server.url}/x: 503 in ")
    assert first.endswith("attempt 1; again in 0.01 s (status 503)")
    assert second.startswith(f"GET {server.url}/x: 200 in ")
    assert KEY not in first + second
    assert "private" not in first + second


def test_the_password_of_a_url_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "openrouterkit"), Loopback([answer({})]) as server, client(server) as caller:
        caller.request("GET", server.url.replace("//", "//me:private@") + "/x")
    assert f"GET {server.url}/x: 200 in " in caplog.text
    assert "private" not in caplog.text


def test_middleware_may_change_the_request_and_see_the_response() -> None:
    seen: list[int] = []

    def marked(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(evolve(request, headers={**request.headers, "X-Marked": "yes"}))
        seen.append(response.status)
        return response

    with Loopback([answer(completion())]) as server, client(server, middleware=[marked]) as caller:
        caller.chat.send(messages=MESSAGES)
    assert server.requests[0].headers["x-marked"] == "yes"
    assert seen == [200]


def test_middleware_may_answer_by_itself_and_call_again_after_an_error() -> None:
    def cached(request: Request, call_next: Handler) -> Flow[Response]:
        return Response(request, 200, Headers({"content-type": "application/json"}), content=b'{"data": "kept"}')
        yield from call_next(request)

    def again(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except BadRequestResponseError:
            response = yield from call_next(request)
        return response

    with Loopback([refused(400), "request", answer({"data": 1})]) as server:
        with client(server, middleware=[again]) as caller:
            assert caller.request("GET", "/x").json() == {"data": 1}
        with client(server, middleware=[cached]) as caller:
            assert caller.request("GET", "/x").json() == {"data": "kept"}
    assert len(server.requests) == 2


def answering(status: int, headers: dict[str, str], content: bytes | None) -> Any:
    """A middleware that answers every call so by itself."""

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        return Response(request, status, headers, content=content)
        yield from call_next(request)

    return middleware


def failing(kind: str, middleware: list[Any], *, stream: bool) -> OpenRouterError:
    """What a call fails with whose middleware answers by itself, in sync code or on a backend."""
    settings: Any = {"base_url": "http://127.0.0.1:9", "retries": QUICK, "middleware": middleware}

    async def call() -> None:
        async with AsyncOpenRouter(**settings) as caller:
            await (caller.chat.stream(messages=MESSAGES).read_all() if stream else caller.chat.send(messages=MESSAGES))

    with pytest.raises(OpenRouterError) as caught:  # noqa: PT012 - the same call in two worlds
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
    ("status", "headers", "content", "expected", "said"),
    [
        (500, {}, b"", InternalServerResponseError, "Internal Server Error"),
        (500, {}, None, InternalServerResponseError, "Internal Server Error"),
        (503, JSON, NO_PROVIDER, ServiceUnavailableResponseError, "no provider"),
        (200, JSON, NO_PROVIDER, ServiceUnavailableResponseError, "no provider"),
        (200, {"Content-Type": "text/html"}, b"<html>", DecodeError, "text/html"),
    ],
)
def test_a_failure_that_a_middleware_answers_is_the_error_it_would_be_from_the_network(
    kind: str, stream: bool, status: int, headers: Any, content: Any, expected: type[OpenRouterError], said: str
) -> None:
    error = failing(kind, [answering(status, headers, content)], stream=stream)
    assert type(error) is expected
    assert said in str(error)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_an_event_that_is_an_error_is_one_from_a_middleware_too(kind: str) -> None:
    events = {"content-type": "text/event-stream"}
    error = failing(kind, [answering(200, events, b"data: " + NO_PROVIDER + b"\n\n")], stream=True)
    assert type(error) is ServiceUnavailableResponseError
    assert type(failing(kind, [answering(200, events, b"")], stream=True)) is IncompleteStreamError


def test_a_middleware_further_out_sees_the_failure_of_one_further_in_as_an_error() -> None:
    seen: list[str] = []

    def outer(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except APIError as error:
            seen.append(type(error).__name__)
            raise
        return response

    failing("sync", [outer, answering(500, {}, b"")], stream=False)
    assert seen == ["InternalServerResponseError"]


def test_a_middleware_that_turns_an_answer_into_a_failure_makes_it_fail() -> None:
    def spoiled(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return evolve(response, status=503)

    error = failure_of([answer(completion())], middleware=[spoiled])
    assert type(error) is ServiceUnavailableResponseError
    assert [attempt.status for attempt in error.attempts] == [200]


def test_a_middleware_that_returns_no_response_is_named() -> None:
    def forgetful(request: Request, call_next: Handler) -> Any:
        yield from call_next(request)

    error = failure_of([answer(completion())], middleware=[forgetful])
    assert isinstance(error, ConfigurationError)
    assert "forgetful returned NoneType" in str(error)


@pytest.mark.parametrize("backend", ["sync", "asyncio", "trio"])
def test_a_middleware_may_answer_a_stream_by_itself(backend: str) -> None:
    content = event(chunk("Hel")) + event(chunk("lo", "stop")) + DONE
    settings: Any = {
        "base_url": "http://127.0.0.1:9",
        "middleware": [answering(200, {"content-type": "text/event-stream"}, content)],
    }

    async def call() -> tuple[list[str], str]:
        async with AsyncOpenRouter(**settings) as caller, caller.chat.stream(messages=MESSAGES) as stream:
            return [item.text async for item in stream], stream.result().text

    if backend == "sync":
        with OpenRouter(**settings) as caller, caller.chat.stream(messages=MESSAGES) as stream:
            assert ([item.text for item in stream], stream.result().text) == (["Hel", "lo"], "Hello")
    else:
        assert anyio.run(call, backend=backend) == (["Hel", "lo"], "Hello")


def test_nothing_is_kept_of_the_cookies_a_service_sets() -> None:
    script = [answer({}, set_cookie="track=1; Path=/"), "request", answer({})]
    with Loopback(script) as server, client(server) as caller:
        caller.request("GET", "/x")
        caller.request("GET", "/x")
    assert "cookie" not in server.requests[1].headers


def test_a_body_in_pieces_of_every_size_is_read_whole() -> None:
    body = answer(completion()).partition(b"\r\n\r\n")[2]
    script = [JSON_HEAD, piece(b"  \n"), *[piece(body[i : i + 7]) for i in range(0, len(body), 7)], END]
    with Loopback(script) as server, client(server) as caller:
        assert caller.chat.send(messages=MESSAGES).text == "Hello"


@pytest.mark.parametrize("body", [{"detail": "no such model"}, {"message": "no such model", "request_id": "r1"}])
def test_a_chat_answer_without_choices_that_is_an_error_is_raised_as_one(body: dict[str, Any]) -> None:
    error = failure_of([answer(body)])
    assert isinstance(error, APIError)
    assert error.message == "no such model"


@pytest.mark.parametrize("location", ["http://[::1", "javascript:x", "//", "http://x:port/"])
def test_an_odd_address_to_redirect_to_hides_no_status(location: str) -> None:
    error = failure_of([answer(b"", status=302, location=location)], retries=0)
    assert isinstance(error, APIError)
    assert (error.status_code, error.headers["location"]) == (302, location)
