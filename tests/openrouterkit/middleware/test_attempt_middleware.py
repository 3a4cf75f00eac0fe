"""Middleware around each attempt: what it receives, what it can change, and that retries decide afterwards."""

from __future__ import annotations

import time
from typing import Any

import pytest
from attrs import evolve
from callers import BACKENDS, Caller
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import RequestOptions, RetryOptions, TimeoutOptions
from openrouterkit.errors import (
    APIError,
    ConfigurationError,
    ConnectionFailedError,
    DecodeError,
    NotFoundResponseError,
    OpenRouterError,
    ServiceUnavailableResponseError,
    TimedOutError,
    TooManyRequestsResponseError,
)
from openrouterkit.flow import Close, Flow, Gather, Request, Response, Sleep, do
from openrouterkit.middleware import Handler

QUICK = RetryOptions(initial_interval=0.01, jitter=0)
BUSY = http_response({"error": {"message": "busy", "code": 503}}, 503)
HIDDEN = http_response({"error": {"message": "busy", "code": 503}})
STREAM = [STREAM_HEAD, piece(event(chunk("Hel"))), piece(event(chunk("lo", "stop")) + DONE), END]
FAILED_STREAM = [STREAM_HEAD, piece(event({"error": {"message": "busy", "code": 503}})), END]


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


class Attempts:
    """An attempt middleware that records what it receives."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int, str | None]] = []

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        error = response.error
        self.seen.append((request.attempt, response.status, None if error is None else type(error).__name__))
        return response


@pytest.mark.parametrize("failure", [BUSY, HIDDEN], ids=["status", "error inside a 200"])
def test_each_attempt_passes_through_the_attempt_middleware_with_its_error(caller: Caller, failure: bytes) -> None:
    attempts = Attempts()
    with Loopback([failure], [http_response(completion())]) as server:
        result = caller.send(server.url, attempt_middleware=[attempts], retries=QUICK)
    status = int(failure[9:12])
    assert attempts.seen == [(1, status, "ServiceUnavailableResponseError"), (2, 200, None)]
    assert [attempt.status for attempt in result.response.attempts] == [503, 200]


def test_an_error_in_the_first_event_of_a_stream_arrives_as_the_error_of_its_response(caller: Caller) -> None:
    attempts = Attempts()
    with Loopback(FAILED_STREAM, STREAM) as server:
        result = caller.read(server.url, attempt_middleware=[attempts], retries=QUICK)
    assert result.text == "Hello"
    assert attempts.seen == [(1, 200, "ServiceUnavailableResponseError"), (2, 200, None)]


def test_the_last_error_is_raised_with_all_attempts_after_the_middleware(caller: Caller) -> None:
    attempts = Attempts()
    with Loopback([BUSY]) as server, pytest.raises(ServiceUnavailableResponseError) as caught:
        caller.send(server.url, attempt_middleware=[attempts], retries=QUICK)
    assert [number for number, _, _ in attempts.seen] == [1, 2, 3]
    assert [attempt.number for attempt in caught.value.attempts] == [1, 2, 3]


def test_failed_connections_and_exceeded_limits_are_raised_in_the_attempt_middleware(caller: Caller) -> None:
    seen: list[type[OpenRouterError]] = []

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except OpenRouterError as error:
            seen.append(type(error))
            raise
        return response

    with Loopback(["request", "reset"], ["request", "hang"]) as server:
        retries = RetryOptions(initial_interval=0.01, max_attempts=2)
        with pytest.raises(TimedOutError):
            caller.send(server.url, attempt_middleware=[watch], retries=retries, timeout=TimeoutOptions(read=0.5))
    assert seen == [ConnectionFailedError, TimedOutError]


def test_an_attempt_middleware_can_sign_each_attempt_differently(caller: Caller) -> None:
    def sign(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request.with_headers({"X-Signature": f"attempt {request.attempt}"}))
        return response

    with Loopback([BUSY], [http_response(completion())]) as server:
        caller.send(server.url, attempt_middleware=[sign], retries=QUICK)
    assert [each.headers["x-signature"] for each in server.requests] == ["attempt 1", "attempt 2"]


def test_waiting_in_an_attempt_middleware_is_no_part_of_the_latency_and_of_first_token(caller: Caller) -> None:
    def wait(request: Request, call_next: Handler) -> Flow[Response]:
        yield from do(Sleep(0.6))
        response = yield from call_next(request)
        return response

    with Loopback(STREAM) as server:
        timeout = TimeoutOptions(first_token=0.5)
        result = caller.read(server.url, attempt_middleware=[wait], timeout=timeout)
    assert result.latency < 0.5


def test_total_ends_the_pause_of_an_attempt_middleware(caller: Caller) -> None:
    def wait(request: Request, call_next: Handler) -> Flow[Response]:
        yield from do(Sleep(20.0))
        response = yield from call_next(request)
        return response

    began = time.monotonic()
    with Loopback([http_response(completion())]) as server, pytest.raises(TimedOutError) as caught:
        caller.send(server.url, attempt_middleware=[wait], timeout=TimeoutOptions(total=0.3))
    assert caught.value.phase == "total"
    assert time.monotonic() - began < 10
    assert server.requests == []


def test_an_attempt_middleware_can_clear_an_error(caller: Caller) -> None:
    def accept_missing(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        if isinstance(response.error, NotFoundResponseError):
            response.error = None
        return response

    with Loopback([http_response({"error": {"message": "none", "code": 404}}, 404)]) as server:
        raw = caller.request(server.url, "GET", "/x", attempt_middleware=[accept_missing])
        assert (raw.status, raw.json()["error"]["message"]) == (404, "none")
    with (
        Loopback([http_response({"error": {"message": "none", "code": 404}}, 404)]) as server,
        pytest.raises(DecodeError, match=r"return evolve\(response, status=200"),
    ):
        caller.send(server.url, attempt_middleware=[accept_missing])


@pytest.mark.parametrize("script", [[BUSY], [HIDDEN], FAILED_STREAM], ids=["status", "in a 200", "in an event"])
def test_a_stream_whose_error_is_cleared_needs_the_text_of_its_events(caller: Caller, script: Any) -> None:
    ends: list[Any] = []

    def accept(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        response.error = None
        return response

    def record(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except OpenRouterError as error:
            ends.append(error)
            raise
        return response

    settings: Any = {"middleware": [record], "attempt_middleware": [accept], "retries": QUICK}
    with Loopback(script) as server, pytest.raises(DecodeError, match=r"content=.* with the text of") as caught:
        caller.read(server.url, **settings)
    assert "busy" in (caught.value.body or "")
    assert [attempt.number for attempt in caught.value.attempts] == [1]
    assert ends == [caught.value]


def test_an_attempt_middleware_can_replace_a_failed_stream_by_the_text_of_its_events(caller: Caller) -> None:
    def accept(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return Response(request, 200, response.headers, content=event(chunk("Hi", "stop")) + DONE)

    with Loopback(FAILED_STREAM) as server:
        assert caller.read(server.url, attempt_middleware=[accept]).text == "Hi"


def test_an_attempt_middleware_can_replace_an_error_before_retries_decide(caller: Caller) -> None:
    def replace(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        if request.attempt == 1:
            return evolve(response, error=APIError("full", status_code=507))
        response.error = TooManyRequestsResponseError("slowly", status_code=429, retry_after=0.01)
        return response

    with Loopback([BUSY]) as server, pytest.raises(APIError) as caught:
        caller.send(server.url, attempt_middleware=[replace], retries=RetryOptions(statuses={507, 429}, max_attempts=2))
    assert str(caught.value).startswith("slowly (429)")
    assert [attempt.status for attempt in caught.value.attempts] == [507, 429]


def test_a_successful_response_can_become_an_error_and_is_retried(caller: Caller) -> None:
    def reject_first(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        if request.attempt == 1:
            response.error = ServiceUnavailableResponseError("not good enough", status_code=503)
        return response

    with Loopback([http_response(completion()), "repeat"]) as server:
        caller.send(server.url, attempt_middleware=[reject_first], retries=QUICK)
        assert len(server.requests) == 2
    with Loopback(STREAM) as server:
        assert caller.read(server.url, attempt_middleware=[reject_first], retries=QUICK).text == "Hello"
        assert len(server.requests) == 2


def test_a_response_of_an_attempt_middleware_is_checked_and_retried(caller: Caller) -> None:
    def answer(request: Request, call_next: Handler) -> Flow[Response]:
        if request.attempt == 1:
            return Response(request, 503, {}, content=b'{"error": {"message": "made up"}}')
        response = yield from call_next(request)
        return response

    seen: list[Any] = []
    with Loopback([http_response(completion())]) as server:
        retries = RetryOptions(initial_interval=0.01, on_attempt=seen.append)
        assert caller.send(server.url, attempt_middleware=[answer], retries=retries).text == "Hello"
    assert ["made up" in (attempt.error or "") for attempt in seen] == [True, False]


def test_replacing_the_failed_body_removes_its_error(caller: Caller) -> None:
    body = http_response(completion("from the cache")).partition(b"\r\n\r\n")[2]

    def recover(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return evolve(response, status=200, content=body)

    with Loopback([BUSY]) as server:
        assert caller.send(server.url, attempt_middleware=[recover]).text == "from the cache"


def test_attempt_middleware_runs_inside_that_of_the_call_and_of_the_client(caller: Caller) -> None:
    order: list[str] = []

    def named(name: str) -> Any:
        def middleware(request: Request, call_next: Handler) -> Flow[Response]:
            order.append(f"{name} {request.attempt}")
            response = yield from call_next(request)
            return response

        return middleware

    with Loopback([BUSY], [http_response(completion())]) as server:
        caller.send(
            server.url,
            middleware=[named("outer"), named("inner")],
            attempt_middleware=[named("first"), named("second")],
            options=RequestOptions(middleware=[named("call")]),
            retries=QUICK,
        )
    assert order == ["outer 0", "inner 0", "call 0", "first 1", "second 1", "first 2", "second 2"]


def test_an_attempt_can_be_sent_twice_at_the_same_time(caller: Caller) -> None:
    def hedge(request: Request, call_next: Handler) -> Flow[Response]:
        responses = yield from do(Gather([call_next(request), call_next(request)]))
        return next(response for response in responses if response.error is None)

    with Loopback([BUSY], [http_response(completion())]) as server:
        assert caller.send(server.url, attempt_middleware=[hedge]).text == "Hello"
        assert len(server.requests) == 2
    with Loopback(FAILED_STREAM, STREAM) as server:
        assert caller.read(server.url, attempt_middleware=[hedge]).text == "Hello"


def test_an_attempt_middleware_can_try_again_without_a_retry(caller: Caller) -> None:
    def try_again(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        if response.error is not None:
            response = yield from call_next(request)
        return response

    with Loopback(FAILED_STREAM, STREAM) as server:
        result = caller.read(server.url, attempt_middleware=[try_again])
    assert result.text == "Hello"
    assert len(result.response.attempts) == 1


def test_the_key_of_an_attempt_stays_at_its_origin(caller: Caller) -> None:
    with Loopback([http_response(completion()), "repeat"]) as other:

        def move(request: Request, call_next: Handler) -> Flow[Response]:
            response = yield from call_next(evolve(request, url=other.url, headers={**request.headers, "Cookie": "a"}))
            return response

        caller.send("http://127.0.0.1:1", attempt_middleware=[move], headers={"X-Api-Key": "private"})
    assert not {"authorization", "x-api-key"} & other.requests[0].headers.keys()
    assert other.requests[0].headers["cookie"] == "a"


def plain(request: Request, call_next: Handler) -> Any:
    return Response(request, 200, {}, content=b"{}")


async def asynchronous(request: Request, call_next: Handler) -> Any:
    return plain(request, call_next)


def set_text(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    response.error = "wrong"  # type: ignore[assignment]  # deliberately invalid
    return response


def call_again(request: Request, call_next: Handler) -> Flow[Response]:
    yield from call_next(request)
    response = yield from call_next(request)
    return response


def return_closed(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    yield from do(Close(response))
    return response


def yield_flow(request: Any, call_next: Any) -> Any:
    return (yield call_next(request))


def yield_coroutine(request: Any, call_next: Any) -> Any:
    async def look_up() -> None: ...

    yield look_up()
    return (yield from call_next(request))


def yield_number(request: Any, call_next: Any) -> Any:
    yield 1.5
    return (yield from call_next(request))


MISUSED: Any = [
    (yield_flow, "middleware yield_flow{} yielded a flow: .*`response = yield from call_next"),
    (yield_coroutine, "middleware yield_coroutine{} yielded a coroutine: run async functions with .*CallFunction"),
    (yield_number, "middleware yield_number{} yielded float: yield effects"),
    (plain, "middleware plain{} is not a generator function: write it as `def middleware.*yield from call_next"),
    (asynchronous, "middleware asynchronous{} is not a generator function: write it as .* without `async`"),
    (set_text, "middleware set_text{} set response.error to str: use an SDKError"),
    (call_again, r"middleware call_again{} runs call_next again, but .* open.*: close it first, with `yield from do\("),
    (return_closed, "middleware return_closed{} returned a stream that it has closed; return the open stream"),
]


@pytest.mark.parametrize(("middleware", "message"), MISUSED)
@pytest.mark.parametrize("place", ["client", "attempt", "call"])
def test_a_misused_middleware_is_named_with_its_place(
    caller: Caller, middleware: Any, message: str, place: str
) -> None:
    settings: dict[str, Any] = {
        "client": {"middleware": [middleware]},
        "attempt": {"attempt_middleware": [middleware]},
        "call": {"options": RequestOptions(middleware=[middleware])},
    }[place]
    expected = "the attempt " if place == "attempt" else "the "
    expected += message.format(" of RequestOptions" if place == "call" else "")
    with Loopback(STREAM) as server, pytest.raises(ConfigurationError, match=expected):
        caller.read(server.url, **settings)
