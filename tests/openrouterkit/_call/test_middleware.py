"""Middleware: the limit total, credentials and origins, responses that are not returned, and mistakes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from attrs import evolve
from leaks import assert_hidden, collect_texts
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import AsyncOpenRouter, OpenRouter, RequestOptions, TimeoutOptions
from openrouterkit._call.credentials import withhold_credentials
from openrouterkit.errors import ConfigurationError, OpenRouterError, TimedOutError
from openrouterkit.flow import CallFunction, Close, Flow, Gather, Request, Response, Sleep, do
from openrouterkit.headers import Headers
from openrouterkit.middleware import Credential, Handler

MESSAGES: Any = [{"role": "user", "content": "hi"}]
KEY = "sk-or-v1-0123456789abcdef"
BACKENDS = ["sync", "asyncio", "trio"]
EVENTS = [STREAM_HEAD, piece(event(chunk("Hel"))), piece(event(chunk("lo", "stop")) + DONE), END]
OPEN_STREAM = [STREAM_HEAD, piece(event(chunk("Hel"))), "hang"]


def call(backend: str, url: str, *, stream: bool = False, **options: Any) -> str:
    """Make a call, and return its text."""
    settings: Any = {"api_key": KEY, "base_url": url, "retries": 0, **options}
    if backend == "sync":
        with OpenRouter(**settings) as client:
            if stream:
                return client.chat.stream(messages=MESSAGES).read_all().text
            return client.chat.send(messages=MESSAGES).text

    async def run() -> str:
        async with AsyncOpenRouter(**settings) as client:
            if stream:
                return (await client.chat.stream(messages=MESSAGES).read_all()).text
            return (await client.chat.send(messages=MESSAGES)).text

    return anyio.run(run, backend=backend)


def catch(backend: str, url: str, **options: Any) -> OpenRouterError:
    with pytest.raises(OpenRouterError) as caught:
        call(backend, url, **options)
    return caught.value


def wait_before(request: Request, call_next: Handler) -> Flow[Response]:
    yield from do(Sleep(20.0))
    response = yield from call_next(request)
    return response


def wait_after(request: Request, call_next: Handler) -> Flow[Response]:
    response = yield from call_next(request)
    yield from do(Sleep(20.0))
    return response


def call_function(request: Request, call_next: Handler) -> Flow[Response]:
    yield from do(CallFunction(time.sleep, (0.5,)))
    response = yield from call_next(request)
    return response


def gather(request: Request, call_next: Handler) -> Flow[Response]:
    yield from do(Gather([do(Sleep(20.0)), do(Sleep(0.0))]))
    response = yield from call_next(request)
    return response


def wait_for_each_of_two(request: Request, call_next: Handler) -> Flow[Response]:
    yield from call_next(request)
    response = yield from call_next(request)
    return response


TIME_LIMITED: Any = [wait_before, wait_after, call_function, gather]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize("middleware", TIME_LIMITED)
def test_total_limits_the_pauses_and_functions_of_middleware(middleware: Any, stream: bool, backend: str) -> None:
    with Loopback([http_response(completion())] if not stream else EVENTS) as server:
        timeout = TimeoutOptions(total=0.3)
        started_at = time.monotonic()
        error = catch(backend, server.url, stream=stream, middleware=[middleware], timeout=timeout)
        elapsed = time.monotonic() - started_at
    assert isinstance(error, TimedOutError)
    assert error.phase == "total"
    assert "0.3 s" in str(error)
    assert 0.29 < elapsed < 3


def test_an_error_of_a_middleware_has_the_attempts_that_were_made_before_it() -> None:
    def fail_twice(request: Request, call_next: Handler) -> Flow[Response]:
        with pytest.raises(OpenRouterError):
            yield from call_next(request)
        response = yield from wait_after(request, call_next)
        return response

    answers = [http_response({"error": {"message": "no"}}, 400), "request", http_response(completion())]
    with Loopback(answers) as server:
        error = catch("sync", server.url, middleware=[fail_twice], timeout=TimeoutOptions(total=0.5))
    assert isinstance(error, TimedOutError)
    assert [attempt.status for attempt in error.attempts] == [400, 200]


@pytest.mark.parametrize("backend", BACKENDS)
def test_total_counts_from_before_the_middleware_also_for_the_requests(backend: str) -> None:
    def wait(request: Request, call_next: Handler) -> Flow[Response]:
        yield from do(Sleep(1.2))
        response = yield from call_next(request)
        return response

    with Loopback(["request", "hang"]) as server:
        started_at = time.monotonic()
        error = catch(backend, server.url, middleware=[wait], timeout=TimeoutOptions(total=1.5))
        elapsed = time.monotonic() - started_at
    assert isinstance(error, TimedOutError)
    assert error.phase == "total"
    assert 1.45 < elapsed < 2.6


@pytest.mark.parametrize("backend", BACKENDS)
def test_total_is_one_limit_for_all_requests_of_a_middleware(backend: str) -> None:
    with Loopback(["request", 1.2, http_response(completion()), "request", "hang"]) as server:
        started_at = time.monotonic()
        error = catch(backend, server.url, middleware=[wait_for_each_of_two], timeout=TimeoutOptions(total=3))
        elapsed = time.monotonic() - started_at
    assert isinstance(error, TimedOutError)
    assert 2.95 < elapsed < 4.1  # a limit for each request would end the call after 4.2 s
    assert len(server.requests) == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_middleware_can_return_its_own_response_when_total_is_exceeded(backend: str) -> None:
    def replace(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from wait_before(request, call_next)
        except TimedOutError:
            with pytest.raises(TimedOutError):
                yield from do(Sleep(1.0))
            body = b'{"choices": [{"message": {"content": "late"}}]}'
            return Response(request, 200, Headers({"content-type": "application/json"}), content=body)
        return response

    assert call(backend, "http://127.0.0.1:1", middleware=[replace], timeout=TimeoutOptions(total=0.1)) == "late"


def test_without_total_middleware_is_not_limited() -> None:
    def wait(request: Request, call_next: Handler) -> Flow[Response]:
        yield from do(Sleep(0.05))
        result = yield from do(CallFunction(max, (1, 2)))
        assert result == 2
        response = yield from call_next(request)
        return response

    with Loopback([http_response(completion()), "repeat"]) as server:
        assert call("sync", server.url, middleware=[wait], timeout=TimeoutOptions(read=0.04, total=None)) == "Hello"
        assert call("asyncio", server.url, middleware=[wait], timeout=TimeoutOptions(total=30)) == "Hello"


def test_a_cancelled_task_ends_a_limited_middleware() -> None:
    closed: list[str] = []

    def wait(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from wait_before(request, call_next)
        except BaseException as error:
            closed.append(type(error).__name__)
            raise
        return response

    async def run() -> None:
        async with AsyncOpenRouter(api_key=KEY, middleware=[wait], timeout=TimeoutOptions(total=30)) as client:
            with anyio.move_on_after(0.05):
                await client.chat.send(messages=MESSAGES)

    asyncio.run(run())
    assert closed == ["CancelledError"]


ORIGINS = {
    "host": "http://localhost:{port}/api/v1/x",
    "port": "http://127.0.0.1:{other}/api/v1/x",
    "user info": "http://127.0.0.1:{port}@127.0.0.1:{other}/api/v1/x",
    "user info and path": "http://127.0.0.1:{port}%2f@127.0.0.1:{other}/api/v1/x",
    "backslash": "http://127.0.0.1:{port}\\@127.0.0.1:{other}/api/v1/x",
}
CREDENTIALS = {"X-API-Key": "private-1", "Cookie": "a=private-2", "X-Acme-Key": "private-3", "X-Kept": "kept"}


def move_to(url: str, **changes: Any) -> Any:
    """Return a middleware that sends the request to another URL."""

    def move(request: Request, call_next: Handler) -> Flow[Response]:
        headers = {**request.headers, **changes.get("headers", {})}
        response = yield from call_next(evolve(request, url=url, **{**changes, "headers": headers}))
        return response

    return move


def send_moved(template: str, backend: str, **changes: Any) -> tuple[dict[str, str], list[int]]:
    """Return the headers received by the server of the other origin, and the requests of each server."""
    with Loopback([http_response(completion()), "repeat"]) as server, Loopback([http_response(completion())]) as other:
        ports = {"port": server.url.split(":")[2].split("/")[0], "other": other.url.split(":")[2].split("/")[0]}
        middleware = [move_to(template.format(**ports), **changes)]
        assert call(backend, server.url, middleware=middleware, headers=CREDENTIALS) == "Hello"
    received = [*server.requests, *other.requests]
    assert len(received) == 1
    return received[0].headers, [len(server.requests), len(other.requests)]


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
@pytest.mark.parametrize("template", ORIGINS.values(), ids=list(ORIGINS))
def test_a_middleware_that_changes_the_origin_sends_no_credentials(template: str, backend: str) -> None:
    headers, _ = send_moved(template, backend)
    assert headers["x-kept"] == "kept"
    text = str(headers)
    assert KEY not in text
    assert "private" not in text


def test_a_middleware_that_changes_only_the_path_sends_the_credentials() -> None:
    headers, requests = send_moved("http://127.0.0.1:{port}/other?q=1", "sync")
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["x-api-key"] == "private-1"
    assert headers["cookie"] == "a=private-2"
    assert requests == [1, 0]


def test_a_middleware_can_set_a_key_and_headers_for_the_other_origin() -> None:
    headers, requests = send_moved(
        ORIGINS["port"], "sync", credentials=(Credential.bearer("sk-other"),), headers={"X-Acme-Key": "other-3"}
    )
    assert headers["authorization"] == "Bearer sk-other"
    assert headers["x-acme-key"] == "other-3"
    assert "x-api-key" not in headers
    assert requests == [0, 1]


def test_a_key_set_by_one_middleware_is_not_sent_to_the_origin_of_another() -> None:
    with Loopback([http_response(completion())]) as other:
        moves = [
            move_to("http://127.0.0.1:1/x", credentials=(Credential.bearer("sk-first-other"),)),
            move_to(other.url),
        ]
        assert call("sync", "http://127.0.0.1:2", middleware=moves) == "Hello"
    assert "authorization" not in other.requests[0].headers


def test_the_key_of_a_call_belongs_to_the_origin_of_its_base_url() -> None:
    seen: list[bool] = []

    def look(request: Request, call_next: Handler) -> Flow[Response]:
        seen.append(bool(request.credentials))
        response = yield from call_next(request)
        return response

    with Loopback([http_response(completion())]) as server, OpenRouter(api_key=KEY, middleware=[look]) as client:
        options = RequestOptions(base_url=server.url, api_key="sk-of-call")
        client.chat.send(messages=MESSAGES, options=options)
    assert server.requests[0].headers["authorization"] == "Bearer sk-of-call"
    assert seen == [True]


@pytest.mark.parametrize(
    "url",
    [
        "http://openrouter.ai/api/v1",
        "https://openrouter.ai:8443/api/v1",
        "https://openrouter.ai.example/api/v1",
        "https://openrouter.ai@example.org/api/v1",
        "https://openrouter.ai:443@example.org/",
        "https://[::1",
        "https://openrouter.ai:port/",
        "HTTPS://OPENROUTER.AI./",
    ],
)
def test_every_change_of_scheme_host_or_port_withholds_credentials(url: str) -> None:
    timeouts = TimeoutOptions()
    source = Request(
        "GET", "https://openrouter.ai/x", {"cookie": "a=b", "Accept": "c"}, None, timeouts, (Credential.bearer(KEY),)
    )
    moved = withhold_credentials(source, evolve(source, url=url))
    assert (moved.headers, moved.credentials) == ({"Accept": "c"}, ())


@pytest.mark.parametrize("url", ["HTTPS://OpenRouter.AI/y", "https://openrouter.ai:443/z", "https://me@openrouter.ai/"])
def test_other_spellings_of_an_origin_keep_credentials(url: str) -> None:
    source = Request(
        "GET", "https://openrouter.ai/x", {"cookie": "a=b"}, None, TimeoutOptions(), (Credential.bearer(KEY),)
    )
    moved = evolve(source, url=url)
    assert withhold_credentials(source, moved) is moved


def test_an_invalid_header_of_a_middleware_is_reported_without_its_value() -> None:
    def set_header(value: Any) -> Any:
        def middleware(request: Request, call_next: Handler) -> Flow[Response]:
            response = yield from call_next(evolve(request, headers={"X-Acme-Key": value}))
            return response

        return middleware

    for value in ("private\n1", b"private-1", 17):
        error = catch("sync", "http://127.0.0.1:1", middleware=[set_header(value)])
        assert isinstance(error, ConfigurationError)
        assert "X-Acme-Key" in str(error)
        assert "private" not in str(error)


def call_twice_return_second(request: Request, call_next: Handler) -> Flow[Response]:
    first = yield from call_next(request)
    yield from do(Close(first))
    response = yield from call_next(request)
    return response


def hedge_return_second(request: Request, call_next: Handler) -> Flow[Response]:
    responses = yield from do(Gather([call_next(request), call_next(request)]))
    return responses[1]


def hedge(request: Request, call_next: Handler) -> Flow[Response]:
    responses = yield from do(Gather([call_next(request), call_next(request)]))
    return responses[0]


def return_own(request: Request, call_next: Handler) -> Flow[Response]:
    yield from call_next(request)
    content = b"".join(EVENTS[1:2]).split(b"\r\n", 1)[1] + event(chunk("lo", "stop"))
    return Response(request, 200, Headers({"content-type": "text/event-stream"}), content=content)


def raise_after(request: Request, call_next: Handler) -> Flow[Response]:
    yield from call_next(request)
    raise ConfigurationError("raised by the middleware")


def return_copy(request: Request, call_next: Handler) -> Flow[Response]:
    first = yield from call_next(request)
    yield from do(Close(first))
    response = yield from call_next(request)
    return evolve(response, headers=Headers({**response.headers, "x-seen": "1"}))


TWICE: Any = [call_twice_return_second, hedge_return_second, hedge, return_own, raise_after, return_copy]


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
@pytest.mark.parametrize("middleware", TWICE)
def test_responses_that_a_middleware_does_not_return_are_closed(middleware: Any, backend: str) -> None:
    limits = httpx.Limits(max_connections=2)
    settings: Any = {"api_key": KEY, "retries": 0, "timeout": TimeoutOptions(pool=5, read=5)}

    def use_sync(url: str) -> None:
        with httpx.Client(limits=limits) as pool:
            client = OpenRouter(base_url=url, http_client=pool, middleware=[middleware], **settings)
            for _ in range(6):
                try:
                    with client.chat.stream(messages=MESSAGES) as stream:
                        assert next(stream).text == "Hel"
                except ConfigurationError as error:
                    assert str(error) == "raised by the middleware"  # noqa: PT017 - the others must not raise
        assert server.connections <= 12

    async def use_async(url: str) -> None:
        async with httpx.AsyncClient(limits=limits) as pool:
            client = AsyncOpenRouter(base_url=url, http_client=pool, middleware=[middleware], **settings)
            for _ in range(6):
                try:
                    async with client.chat.stream(messages=MESSAGES) as stream:
                        assert (await anext(stream)).text == "Hel"
                except ConfigurationError as error:
                    assert str(error) == "raised by the middleware"  # noqa: PT017 - the others must not raise

    with Loopback(OPEN_STREAM) as server:
        if backend == "sync":
            use_sync(server.url)
        else:
            asyncio.run(use_async(server.url))
        deadline = time.monotonic() + 5
        while len(server.closed_at) < server.connections and time.monotonic() < deadline:
            time.sleep(0.01)
        assert len(server.closed_at) == server.connections


def test_a_middleware_that_calls_twice_does_not_exhaust_the_pool() -> None:
    with (
        Loopback([*EVENTS, "repeat"]) as server,
        httpx.Client(limits=httpx.Limits(max_connections=3)) as pool,
        OpenRouter(
            base_url=server.url, http_client=pool, middleware=[call_twice_return_second], timeout=TimeoutOptions(pool=5)
        ) as client,
    ):
        for _ in range(1100):
            with client.chat.stream(messages=MESSAGES) as stream:
                next(stream)
    assert len(server.requests) == 2200


def plain(request: Request, call_next: Handler) -> Any:
    return Response(request, 200, {}, content=b"{}")


async def asynchronous(request: Request, call_next: Handler) -> Any:
    return plain(request, call_next)


async def async_generator(request: Request, call_next: Handler) -> Any:
    yield call_next(request)


def pass_text(request: Request, call_next: Any) -> Flow[Response]:
    response = yield from call_next("text")
    return response  # type: ignore[no-any-return]  # never reached


class Nothing:
    def __call__(self, request: Request, call_next: Handler) -> Any:
        return None


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
@pytest.mark.parametrize(
    ("middleware", "message"),
    [
        (plain, "the middleware plain is not a generator function"),
        (asynchronous, "the middleware asynchronous is not a generator function"),
        (async_generator, "the middleware async_generator is not a generator function"),
        (Nothing(), "the middleware Nothing is not a generator function"),
        (pass_text, "the middleware pass_text passed str to call_next"),
    ],
)
def test_a_function_that_is_no_middleware_is_rejected_by_name(
    middleware: Callable[..., Any], message: str, backend: str
) -> None:
    error = catch(backend, "http://127.0.0.1:1", middleware=[middleware])
    assert isinstance(error, ConfigurationError)
    assert message in str(error)


def test_a_function_that_returns_the_flow_of_call_next_is_a_middleware() -> None:
    with Loopback([http_response(completion())]) as server:
        assert call("sync", server.url, middleware=[lambda request, call_next: call_next(request)]) == "Hello"


def test_a_credential_header_of_a_middleware_is_redacted_in_errors() -> None:
    def sign(request: Request, call_next: Handler) -> Flow[Response]:
        headers = {**request.headers, "X-Acme-Signature": "sig-5550123", "X-Auth-Mode": "strict"}
        response = yield from call_next(evolve(request, headers=headers))
        return response

    refusal = http_response({"error": {"message": "refused sig-5550123 in strict mode"}}, 400)
    with Loopback([refusal]) as server:
        error = catch("sync", server.url, middleware=[sign])
    assert server.requests[0].headers["x-acme-signature"] == "sig-5550123"
    assert "refused *********** in strict mode" in str(error)
    assert_hidden(collect_texts(error), "sig-5550123")


def test_credential_headers_with_names_of_their_own_stay_at_their_origin() -> None:
    headers = {"X-Acme-Key": "private-3", "X-Kept": "kept"}
    with Loopback([http_response({}), "repeat"]) as other:
        redirect = http_response("", 302, location=f"{other.url}/x")
        with Loopback([redirect]) as server, OpenRouter(api_key=KEY, base_url=server.url, headers=headers) as client:
            client.request("GET", "/x")
            client.request("GET", f"{other.url}/y")
            client.request("GET", "/z", options=RequestOptions(base_url=other.url))
            client.request("GET", f"{other.url}/own", headers={"X-Acme-Key": "own"})
    assert server.requests[0].headers["x-acme-key"] == "private-3"
    assert [received.headers.get("x-acme-key") for received in other.requests] == [None, None, None, "own"]
    assert [received.headers.get("x-kept") for received in other.requests] == [None, "kept", "kept", "kept"]
