"""Waiting for the record of a generation, which exists shortly after the response."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit.errors import (
    APIError,
    ConfigurationError,
    NotFoundResponseError,
    OpenRouterError,
    TimedOutError,
    UnauthorizedResponseError,
)
from openrouterkit.flow import Sleep
from openrouterkit.namespaces.generations import find_generation_id, poll
from openrouterkit.openrouter import AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions
from openrouterkit.results import ChatCompletion
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions
from openrouterkit_api import models

NOT_FOUND = http_response({"error": {"code": 404, "message": "Generation gen-1 not found"}}, 404)
FOUND = http_response({"data": {"id": "gen-1", "total_cost": 0.25, "tokens_prompt": 3}})
MODES = ["sync", "asyncio", "trio"]


def wait(mode: str, url: str, id: Any, **settings: Any) -> models.GenerationResponse:  # noqa: A002 - as in `wait`
    """Wait for the record in sync code or on one of the event loops."""
    if mode == "sync":
        with OpenRouter(api_key="k", base_url=url, retries=0) as client:
            return client.generations.wait(id, **settings)

    async def run() -> models.GenerationResponse:
        async with AsyncOpenRouter(api_key="k", base_url=url, retries=0) as client:
            return await client.generations.wait(id, **settings)

    return anyio.run(run, backend=mode)


@pytest.mark.parametrize("mode", MODES)
def test_record_is_requested_until_it_exists(mode: str) -> None:
    with Loopback([NOT_FOUND, "request", NOT_FOUND, "request", FOUND]) as server:
        record = wait(mode, server.url, "gen-1", interval=0.01)
    assert isinstance(record, models.GenerationResponse)
    assert (record.data.id, record.data.total_cost) == ("gen-1", 0.25)
    assert [request.path for request in server.requests] == ["/api/v1/generation?id=gen-1"] * 3


@pytest.mark.parametrize("mode", MODES)
def test_missing_record_times_out_with_all_attempts(mode: str) -> None:
    began = time.monotonic()
    with Loopback([NOT_FOUND, "repeat"]) as server, pytest.raises(TimedOutError) as caught:
        wait(mode, server.url, "gen-1", timeout=1, interval=0.1)
    assert time.monotonic() - began < 5
    error = caught.value
    assert (error.phase, error.generation_id) == ("total", "gen-1")
    requests = len(server.requests)
    assert requests > 1
    assert f"the generation 'gen-1' has no record after {requests} requests" in str(error)
    assert isinstance(error.__cause__, NotFoundResponseError)
    assert [attempt.number for attempt in error.attempts] == list(range(1, requests + 1))
    assert (error.attempts[0].status, error.attempts[0].wait, error.attempts[-1].wait) == (404, 0.1, None)
    assert error.attempts[0].reason == "the record does not exist yet"


@pytest.mark.parametrize("mode", MODES)
def test_silent_service_is_not_waited_for_beyond_the_timeout(mode: str) -> None:
    began = time.monotonic()
    error = r"gen-1.*after 2 requests"
    with Loopback([NOT_FOUND, "request", "hang"]) as server, pytest.raises(TimedOutError, match=error):
        wait(mode, server.url, "gen-1", timeout=0.3, interval=0.01)
    assert 0.25 < time.monotonic() - began < 2


@pytest.mark.parametrize("mode", MODES)
def test_other_failures_are_raised_at_once(mode: str) -> None:
    unauthorized = http_response({"error": {"code": 401, "message": "No key"}}, 401)
    with Loopback([NOT_FOUND, "request", unauthorized]) as server, pytest.raises(UnauthorizedResponseError):
        wait(mode, server.url, "gen-1", interval=0.01)
    assert len(server.requests) == 2


def test_timeout_of_the_options_applies_to_each_request() -> None:
    options = RequestOptions(timeout=TimeoutOptions(read=0.1))
    with Loopback(["request", "hang"]) as server, pytest.raises(TimedOutError) as caught:
        wait("sync", server.url, "gen-1", options=options)
    assert caught.value.phase == "read"


def test_failures_in_between_are_retried_by_the_retry_options() -> None:
    unavailable = http_response({"error": {"code": 503, "message": "Later"}}, 503)
    options = RequestOptions(retries=RetryOptions(initial_interval=0.01))
    with Loopback([unavailable, "request", NOT_FOUND, "request", unavailable, "request", FOUND]) as server:
        assert wait("sync", server.url, "gen-1", interval=0.01, options=options).data.id == "gen-1"
    assert len(server.requests) == 4


def test_waits_grow_up_to_five_seconds() -> None:
    with OpenRouter(api_key="k") as client:
        flow = poll(client._settings, "gen-1", 100.0, 1.0, None)
        waits: list[float] = []
        effect = next(flow)
        while len(waits) < 7:
            if isinstance(effect, Sleep):
                waits.append(effect.seconds)
                effect = flow.send(None)
            else:
                effect = flow.throw(NotFoundResponseError("not yet", status_code=404))
        flow.close()
    assert waits == [1.0, 1.5, 2.25, 3.375, 5.0, 5.0, 5.0]


def test_longer_interval_is_not_shortened() -> None:
    with OpenRouter(api_key="k") as client:
        flow = poll(client._settings, "gen-1", 100.0, 8.0, None)
        waits: list[float] = []
        effect = next(flow)
        while len(waits) < 3:
            if isinstance(effect, Sleep):
                waits.append(effect.seconds)
                effect = flow.send(None)
            else:
                effect = flow.throw(NotFoundResponseError("not yet", status_code=404))
        flow.close()
    assert waits == [8.0, 8.0, 8.0]


def test_header_is_preferred_to_the_id_of_a_result() -> None:
    script = [http_response(completion(id="chat-1"), x_generation_id="gen-1"), *["request", FOUND] * 3]
    with Loopback(script) as server, OpenRouter(api_key="k", base_url=server.url) as client:
        result = client.chat.send(messages=[])
        group = client.generations
        for source in (result, result.response, result.response.generation_id):
            assert group.wait(source).data.id == "gen-1"
    assert [request.path for request in server.requests[1:]] == ["/api/v1/generation?id=gen-1"] * 3


def test_streams_and_errors_have_generation_ids() -> None:
    stream_script = [STREAM_HEAD, piece(event(chunk("a", "stop")) + DONE), END, "request", FOUND]
    with Loopback(stream_script) as server, OpenRouter(api_key="k", base_url=server.url) as client:
        with client.chat.stream(messages=[]) as stream:
            stream.read_all()
        assert client.generations.wait(stream).data.id == "gen-1"
    assert find_generation_id(APIError("no", status_code=502, generation_id="gen-2")) == "gen-2"


def test_result_built_from_data_is_found_by_its_id() -> None:
    assert find_generation_id(ChatCompletion.from_dict(completion())) == "gen-1"
    assert find_generation_id(" gen-3\n") == "gen-3"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (None, "NoneType has neither"),
        ("", "generation id is empty"),
        ("  ", "generation id is empty"),
        (ChatCompletion.from_dict({}), "ChatCompletion has neither X-Generation-Id nor id"),
        (SimpleNamespace(id=7), "SimpleNamespace has neither"),
        (APIError("no", status_code=502), "APIError has neither"),
    ],
)
def test_source_without_generation_id_is_rejected_before_sending(source: Any, message: str) -> None:
    with Loopback([FOUND]) as server, pytest.raises(ConfigurationError, match=message):
        wait("sync", server.url, source)
    assert server.requests == []


@pytest.mark.parametrize("invalid", [{"timeout": 0}, {"timeout": float("nan")}, {"interval": -1}, {"interval": 0}])
def test_invalid_times_are_rejected(invalid: Any) -> None:
    with Loopback([FOUND]) as server, pytest.raises(ConfigurationError, match=next(iter(invalid))):
        wait("sync", server.url, "gen-1", **invalid)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_waiting_task_can_be_cancelled(backend: str) -> None:
    async def run() -> None:
        with Loopback([NOT_FOUND, "repeat"]) as server:
            async with AsyncOpenRouter(api_key="k", base_url=server.url) as client:
                with anyio.move_on_after(0.2) as scope:
                    await client.generations.wait("gen-1", interval=20)
                assert scope.cancelled_caught

    began = time.monotonic()
    anyio.run(run, backend=backend)
    assert time.monotonic() - began < 3


def test_not_found_error_without_attempts_is_also_waited_for() -> None:
    failures = iter([NotFoundResponseError("from a middleware", status_code=404)])

    def fail_once(request: Any, call_next: Any) -> Any:
        failure: OpenRouterError | None = next(failures, None)
        if failure is not None:
            raise failure
        return (yield from call_next(request))

    with Loopback([FOUND]) as server, OpenRouter(base_url=server.url, middleware=[fail_once]) as client:
        assert client.generations.wait("gen-1", interval=0.01).data.id == "gen-1"
