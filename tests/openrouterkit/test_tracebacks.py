"""Tracebacks with local variables show no secret, whatever raises: arguments, responses, streams and connections."""

from __future__ import annotations

import asyncio
import json
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from leaks import assert_hidden, collect_texts
from loopback import END, JSON_HEAD, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import (
    AsyncOpenRouter,
    IncompleteStreamError,
    OpenRouter,
    OpenRouterError,
    RawResponse,
    RequestOptions,
    RetryOptions,
    TimeoutOptions,
    user,
)
from openrouterkit.errors import APIError, ConfigurationError, ConnectionFailedError, DecodeError, TimedOutError
from openrouterkit.flow import CallFunction, Flow, Request, Response, do
from openrouterkit.middleware import Handler

KEY = "sk-or-v1-0123456789abcdef"
ACME, COOKIE, BASIC, PROXY = "acme-5550123", "cookie-98765432", "hunter-2-hunter", "Zm9vOmJhcmJhcmJhcg=="
HEADERS = {
    "X-Acme-Key": ACME,
    "Cookie": f"a={COOKIE}",
    "X-API-Key": BASIC,
    "Proxy-Authorization": f"Basic {PROXY}",
}
SECRETS = (KEY, ACME, COOKIE, BASIC, PROXY)
ECHO = f"refused: Bearer {KEY}, {ACME}, {COOKIE}, {BASIC}, {PROXY} and barbarbar"
SEND: Any = {"model": "m", "messages": [user("hi")]}


def long_json() -> bytes:
    """Return a body that is no JSON and has the secrets at its beginning and in its middle."""
    return json.dumps({"echo": ECHO, "more": "x" * 3000 + ECHO}).encode()[:-1]


RESPONSES: dict[str, tuple[type[OpenRouterError], list[Any]]] = {
    "status": (APIError, [http_response({"error": {"message": ECHO, "code": 400}}, 400)]),
    "text status": (APIError, [http_response(ECHO, 500, "text/plain")]),
    "html": (DecodeError, [http_response(f"<html>{ECHO}</html>", 200, "text/html")]),
    "invalid json": (DecodeError, [http_response(long_json())]),
    "error in 200": (APIError, [http_response({"error": {"message": ECHO, "code": 429}})]),
    "array": (DecodeError, [http_response([ECHO])]),
    "redirects": (APIError, [http_response(ECHO, 307, "text/plain", location=f"/x?key={KEY}"), "repeat"]),
    "reset in the body": (ConnectionFailedError, [JSON_HEAD, piece(long_json()), 0.05, "reset"]),
    "chunk size": (ConnectionFailedError, [JSON_HEAD, piece(long_json()), 0.05, ECHO.encode() + b"\r\n"]),
    "cut off body": (ConnectionFailedError, [JSON_HEAD, piece(long_json())]),
    "silence in the body": (TimedOutError, [JSON_HEAD, piece(long_json()), "hang"]),
    "silence": (TimedOutError, ["request", "hang"]),
    "reset": (ConnectionFailedError, ["request", "reset"]),
    "status line": (ConnectionFailedError, [ECHO.encode() + b"\r\n\r\n"]),
    "encoding": (DecodeError, [http_response("x", content_encoding=ECHO)]),
    "bad gzip": (DecodeError, [http_response(ECHO, content_encoding="gzip")]),
}
FIRST = piece(event(chunk(ECHO)))
STREAMS: dict[str, tuple[type[OpenRouterError], list[Any]]] = {
    "not a stream": (DecodeError, [http_response(ECHO, 200, "text/html")]),
    "json in place of events": (DecodeError, [http_response(long_json(), 200, "text/event-stream")]),
    "error event": (APIError, [STREAM_HEAD, piece(event({"error": {"message": ECHO, "code": 500}})), END]),
    "later error event": (APIError, [STREAM_HEAD, FIRST, piece(event({"error": {"message": ECHO, "code": 500}})), END]),
    "not json": (OpenRouterError, [STREAM_HEAD, piece(event(ECHO.encode())), END]),
    "later not json": (OpenRouterError, [STREAM_HEAD, FIRST, piece(event(ECHO.encode())), END]),
    "cut": (IncompleteStreamError, [STREAM_HEAD, FIRST, END]),
    "reset stream": (IncompleteStreamError, [STREAM_HEAD, FIRST, 0.05, "reset"]),
    "later chunk size": (IncompleteStreamError, [STREAM_HEAD, FIRST, 0.05, ECHO.encode() + b"\r\n"]),
    "only comments": (TimedOutError, [STREAM_HEAD, piece(b": " + ECHO.encode() + b"\n\n"), "hang"]),
    "silence after an event": (TimedOutError, [STREAM_HEAD, FIRST, "hang"]),
}
SILENCE = TimeoutOptions(read=0.4, first_token=0.4, idle=0.4)


def send(mode: str, url: str, **options: Any) -> None:
    """Make a call with the secrets."""
    settings: Any = {"api_key": KEY, "base_url": url, "retries": 0, "headers": HEADERS, **options}

    async def send_async() -> None:
        async with AsyncOpenRouter(**settings) as client:
            await (client.chat.stream(**SEND).read_all() if "stream" in mode else client.chat.send(**SEND))

    if "async" in mode:
        asyncio.run(send_async())
    else:
        with OpenRouter(**settings) as client:
            _ = client.chat.stream(**SEND).read_all() if "stream" in mode else client.chat.send(**SEND)


def send_and_catch(mode: str, script: list[Any], **options: Any) -> OpenRouterError:
    if script[-1] == "hang":  # only there: on a busy machine, other responses may arrive after the limit
        options["timeout"] = SILENCE
    with Loopback(script) as server, pytest.raises(OpenRouterError) as caught:
        send(mode, server.url, **options)
    assert server.requests[0].headers["x-acme-key"] == ACME
    return caught.value


CASES = [
    *((mode, name, *case) for name, case in RESPONSES.items() for mode in ("plain", "stream", "async", "async stream")),
    *((mode, name, *case) for name, case in STREAMS.items() for mode in ("stream", "async stream")),
]


@pytest.mark.parametrize(("mode", "name", "kind", "script"), CASES, ids=[f"{case[1]}-{case[0]}" for case in CASES])
def test_no_error_of_a_response_shows_a_secret(
    mode: str, name: str, kind: type[OpenRouterError], script: list[Any]
) -> None:
    error = send_and_catch(mode, script)
    stream_of_a_plain_case = "stream" in mode and name in RESPONSES
    assert isinstance(error, OpenRouterError if stream_of_a_plain_case else kind)
    assert_hidden(collect_texts(evolve_partial(error)), *SECRETS, "barbarbar")


def evolve_partial(error: OpenRouterError) -> OpenRouterError:
    """Return the error without the result that was received, which is the caller's."""
    error.partial = None
    return error


def test_an_error_keeps_the_frames_of_the_caller_and_of_middleware() -> None:
    def layer(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response

    error = send_and_catch("plain", RESPONSES["status"][1], middleware=[layer])
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    assert "layer" in names
    assert "run" in names
    assert not {"_retry", "_read_response", "_send_attempt"} & set(names)


def test_middleware_and_callbacks_receive_errors_without_internal_frames() -> None:
    seen: list[BaseException] = []

    def catch(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except OpenRouterError as error:
            seen.append(error)
            raise
        return response

    retries = RetryOptions(max_attempts=1, should_retry=lambda error: seen.append(error) or False)
    send_and_catch("plain", RESPONSES["error in 200"][1], middleware=[catch], retries=retries)
    send_and_catch("plain", RESPONSES["reset in the body"][1], middleware=[catch], retries=retries)
    assert len(seen) == 4
    for error in seen:
        assert_hidden(collect_texts(error), *SECRETS)


def test_an_error_that_a_middleware_raises_from_another_shows_no_secret() -> None:
    def translate(request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except OpenRouterError as error:
            raise ValueError("translated") from error
        return response

    with Loopback(RESPONSES["reset in the body"][1]) as server, pytest.raises(ValueError, match="translated") as caught:
        send("plain", server.url, middleware=[translate])
    assert_hidden(collect_texts(caught.value), *SECRETS)


BAD_KEYS: Any = [
    KEY.encode(),
    bytearray(KEY.encode()),
    [KEY],
    (KEY,),
    {"key": KEY},
    f"{KEY}\n{KEY}",
    f"{KEY}\x00",
    f"{KEY}é",
    f"Bearer\t{KEY}",
]


def run_client(**options: Any) -> None:
    with OpenRouter(**{"base_url": "http://127.0.0.1:1", "retries": 0, **options}) as client:
        client.chat.send(**SEND)


def run_async_client(**options: Any) -> None:
    async def run() -> None:
        async with AsyncOpenRouter(**{"base_url": "http://127.0.0.1:1", "retries": 0, **options}) as client:
            await client.chat.send(**SEND)

    asyncio.run(run())


def run_derived(**options: Any) -> None:
    with OpenRouter(api_key="k", base_url="http://127.0.0.1:1", retries=0) as client:
        client.with_options(**options).chat.send(**SEND)


def run_options(**options: Any) -> None:
    with OpenRouter(api_key="k", base_url="http://127.0.0.1:1", retries=0) as client:
        client.chat.send(**SEND, options=RequestOptions(**options))


def run_function(api_key: Any) -> None:
    run_client(api_key=lambda: api_key)


def run_async_function(api_key: Any) -> None:
    async def find_key() -> Any:
        return api_key

    run_async_client(api_key=find_key)


def run_function_in_thread(api_key: Any) -> None:
    run_async_client(api_key=lambda: api_key)


PLACES: list[Callable[..., None]] = [
    run_client,
    run_async_client,
    run_derived,
    run_options,
    run_function,
    run_async_function,
    run_function_in_thread,
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", BAD_KEYS, ids=[repr(key)[:12] for key in BAD_KEYS])
def test_an_invalid_key_is_rejected_and_not_shown(place: Callable[..., None], key: Any) -> None:
    with pytest.raises(ConfigurationError, match="key") as caught:
        place(api_key=key)
    assert_hidden(collect_texts(caught.value), KEY)


OTHER_MISTAKES: Any = [{"retries": "many"}, {"timeout": "long"}, {"base_url": "nowhere"}, {"headers": {"a b": "c"}}]


@pytest.mark.parametrize("place", PLACES[:4])
@pytest.mark.parametrize("mistake", OTHER_MISTAKES)
def test_a_valid_key_is_not_shown_if_another_argument_is_invalid(place: Callable[..., None], mistake: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        place(**{"api_key": KEY, "headers": HEADERS, **mistake})
    assert_hidden(collect_texts(caught.value), *SECRETS)


BAD_HEADERS: Any = [
    {"X-Acme-Key": ACME.encode()},
    {"X-Acme-Key": [ACME]},
    {"X-Acme-Key": f"{ACME}\r\nx: y"},
    {"Authorization": f"Bearer {KEY}\n", "Cookie": f"a={COOKIE}"},
    {"Cookie": f"a={COOKIE}", "Content-Length": "3"},
    {"Cookie": f"a={COOKIE}", "é": "3"},
    [("Cookie", f"a={COOKIE}")],
]


@pytest.mark.parametrize("place", PLACES[:4])
@pytest.mark.parametrize("headers", BAD_HEADERS, ids=range(len(BAD_HEADERS)))
def test_invalid_headers_are_rejected_and_not_shown(place: Callable[..., None], headers: Any) -> None:
    with pytest.raises(ConfigurationError, match="header") as caught:
        place(headers=headers)
    assert_hidden(collect_texts(caught.value), *SECRETS)


@pytest.mark.parametrize("headers", BAD_HEADERS, ids=range(len(BAD_HEADERS)))
def test_invalid_headers_of_a_request_by_path_are_rejected_and_not_shown(headers: Any) -> None:
    with OpenRouter(api_key=KEY) as client, pytest.raises(ConfigurationError, match="header") as caught:
        client.request("GET", "/x", headers=headers, query={"token": ACME, "q": "x"})
    assert_hidden(collect_texts(caught.value), *SECRETS)


def test_a_credential_in_the_query_is_not_shown() -> None:
    script = http_response({"error": {"message": ECHO}}, 400)
    query, headers = {"access_token": ACME}, {"Cookie": f"a={COOKIE}"}
    with (
        Loopback([script]) as server,
        OpenRouter(api_key=KEY, base_url=server.url) as client,
        pytest.raises(APIError) as caught,
    ):
        client.request("GET", "/x", query=query, headers=headers)
    assert server.requests[0].path.endswith(f"?access_token={ACME}")
    assert_hidden(collect_texts(caught.value), KEY, ACME, COOKIE)


def test_a_raw_response_that_is_no_json_raises_an_error_without_the_secrets_it_contains() -> None:
    script = [http_response(long_json())]
    with Loopback(script) as server, OpenRouter(api_key=KEY, base_url=server.url, headers=HEADERS) as client:
        raw = client.request("GET", "/x")
    assert KEY in raw.text
    restored = pickle.loads(pickle.dumps(raw))
    assert restored == raw
    with pytest.raises(DecodeError) as caught:
        raw.json()
    assert_hidden(collect_texts(caught.value), *SECRETS)
    assert caught.value.body is not None
    assert len(caught.value.body) == 2000
    assert isinstance(restored, RawResponse)


def test_the_repr_of_a_request_and_of_an_operation_shows_no_credentials() -> None:
    from openrouterkit_api import operations

    operation = operations.models.list(extra_headers={"X-Acme-Key": ACME, "X-Kept": "1"})
    assert "['X-Acme-Key', 'X-Kept']" in repr(operation)
    request = Request("GET", f"https://me:{COOKIE}@a.example/x?key={KEY}", HEADERS, None, SILENCE)
    assert "url='https://a.example/x'" in repr(request)
    assert_hidden(repr([operation, request]), *SECRETS)


def test_the_result_of_an_effect_is_not_shown_if_the_next_step_of_the_flow_raises() -> None:
    def flow() -> Flow[None]:
        yield from do(CallFunction(lambda: KEY))
        raise ConfigurationError("raised by the flow")

    with OpenRouter(api_key="k") as client, pytest.raises(ConfigurationError) as caught:
        client.run(flow())
    assert_hidden(collect_texts(caught.value), KEY)


def test_a_successful_call_still_sends_the_credentials() -> None:
    with Loopback([http_response(completion())]) as server:
        send("plain", server.url)
    received = server.requests[0].headers
    assert received["authorization"] == f"Bearer {KEY}"
    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= received.items()


CALLS: dict[str, Callable[[Any], Any]] = {
    "send": lambda client: client.chat.send(**SEND, extra_headers=dict(HEADERS)),
    "streamed send": lambda client: client.chat.send(**SEND, stream=True, extra_headers=dict(HEADERS)),
    "get": lambda client: client.models.get("a", "b", extra_headers=dict(HEADERS)),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_extra_headers_of_a_failed_call_are_not_shown(mode: str, name: str) -> None:
    refusal = http_response({"error": {"message": ECHO, "code": 400}}, 400)

    async def run() -> None:
        async with AsyncOpenRouter(api_key=KEY, base_url=server.url) as client:
            await CALLS[name](client)

    def run_sync() -> None:
        with OpenRouter(api_key=KEY, base_url=server.url) as client:
            CALLS[name](client)

    with Loopback([refusal]) as server, pytest.raises(APIError) as caught:
        _ = asyncio.run(run()) if mode == "async" else run_sync()
    assert server.requests[0].headers["x-acme-key"] == ACME
    assert_hidden(collect_texts(caught.value), *SECRETS)
