"""Functions and callbacks of a call see the context variables of its caller, also in worker threads."""

from __future__ import annotations

import threading
from contextvars import ContextVar
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import AsyncOpenRouter, Attempt, OpenRouter, RequestOptions, RetryOptions, TimeoutOptions, user
from openrouterkit.errors import OpenRouterError
from openrouterkit.flow import CallFunction, Flow, Gather, Request, Response, do
from openrouterkit.middleware import Handler

USER: ContextVar[str] = ContextVar("USER", default="nobody")
BACKENDS = ["sync", "asyncio", "trio"]
SEND: Any = {"model": "m", "messages": [user("hi")]}
BUSY = http_response({"error": {"code": 503, "message": "busy"}}, 503)


def run(backend: str, url: str, *, stream: bool = False, request: Any = None, **options: Any) -> None:
    """Make a call in a context in which USER is "alice"."""
    settings: Any = {"base_url": url, "api_key": "k", **options}

    async def call_async() -> None:
        async with AsyncOpenRouter(**settings) as client:
            opened = client.chat.stream(**SEND, options=request)
            await (opened.read_all() if stream else client.chat.send(**SEND, options=request))

    token = USER.set("alice")
    try:
        if backend != "sync":
            anyio.run(call_async, backend=backend)
        else:
            with OpenRouter(**settings) as client:
                opened = client.chat.stream(**SEND, options=request)
                _ = opened.read_all() if stream else client.chat.send(**SEND, options=request)
    finally:
        USER.reset(token)


def find_key() -> str:
    return f"key-of-{USER.get()}"


async def find_key_async() -> str:
    return find_key()


@pytest.mark.parametrize(
    ("backend", "api_key"),
    [("sync", find_key), ("asyncio", find_key), ("trio", find_key), ("asyncio", find_key_async)],
)
@pytest.mark.parametrize("total", [None, 30.0])
def test_a_function_for_the_key_sees_the_context_of_the_caller(backend: str, api_key: Any, total: float | None) -> None:
    with Loopback([http_response(completion())]) as server:
        run(backend, server.url, api_key=api_key, timeout=TimeoutOptions(total=total))
    assert server.requests[0].headers["authorization"] == "Bearer key-of-alice"


@pytest.mark.parametrize("backend", BACKENDS)
def test_callbacks_see_the_context_of_the_caller(backend: str) -> None:
    seen: list[str] = []

    def on_attempt(attempt: Attempt) -> None:
        seen.append(f"attempt {attempt.number} of {USER.get()}")

    def should_retry(error: OpenRouterError) -> None:
        seen.append(f"error of {USER.get()}")

    def on_keepalive(comment: str) -> None:
        seen.append(f"{comment} of {USER.get()}")

    stream = [STREAM_HEAD, piece(b": waiting\n\n"), piece(event(chunk("Hel", "stop")) + DONE), END]
    retries = RetryOptions(initial_interval=0, on_attempt=on_attempt, should_retry=should_retry)
    with Loopback([BUSY, "request", *stream]) as server:
        run(backend, server.url, stream=True, retries=retries, request=RequestOptions(on_keepalive=on_keepalive))
    assert seen == ["error of alice", "attempt 1 of alice", "waiting of alice", "attempt 2 of alice"]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("total", [None, 30.0])
def test_functions_and_gathered_flows_of_middleware_see_the_context_of_the_caller(
    backend: str, total: float | None
) -> None:
    seen: list[tuple[str, bool]] = []

    def look() -> str:
        seen.append((USER.get(), threading.current_thread() is threading.main_thread()))
        return USER.get()

    async def look_async() -> str:
        return USER.get()

    def look_in_flow() -> Flow[str]:
        inner = USER.get()
        found = yield from do(CallFunction[str](look))
        return f"{inner}/{found}"

    results: list[Any] = []

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        results.append(USER.get())
        results.append((yield from do(CallFunction[str](look))))
        results.extend((yield from do(Gather([look_in_flow(), look_in_flow()]))))
        if backend != "sync":
            results.append((yield from do(CallFunction[str](look_async))))
        response = yield from call_next(request)
        return response

    with Loopback([http_response(completion())]) as server:
        run(backend, server.url, middleware=[middleware], timeout=TimeoutOptions(total=total))
    assert results[:4] == ["alice", "alice", "alice/alice", "alice/alice"]
    assert results[4:] == ([] if backend == "sync" else ["alice"])
    assert [name for name, _ in seen] == ["alice"] * 3
    assert not all(main for _, main in seen)  # at least the gathered ones ran in other threads


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_variable_that_a_middleware_sets_is_seen_by_the_functions_of_the_call(backend: str) -> None:
    seen: list[str] = []

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        token = USER.set("bob")
        try:
            response = yield from call_next(request)
        finally:
            USER.reset(token)
        return response

    def on_attempt(attempt: Attempt) -> None:
        seen.append(USER.get())

    with Loopback([http_response(completion())]) as server:
        run(backend, server.url, middleware=[middleware], retries=RetryOptions(on_attempt=on_attempt))
    assert seen == ["bob"]
