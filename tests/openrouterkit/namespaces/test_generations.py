"""Waiting for the record of a generation, which the service has a moment after the answer."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, answer, chunk, completion, event, piece

from openrouterkit.client import AsyncOpenRouter, OpenRouter
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
from openrouterkit.options import RequestOptions
from openrouterkit.results import ChatCompletion
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions
from openrouterkit_api import models

ABSENT = answer({"error": {"code": 404, "message": "Generation gen-1 not found"}}, 404)
PRESENT = answer({"data": {"id": "gen-1", "total_cost": 0.25, "tokens_prompt": 3}})
MODES = ["sync", "asyncio", "trio"]


def wait(mode: str, url: str, id: Any, **settings: Any) -> models.GenerationResponse:  # noqa: A002
    """The record, in sync code or on one of the event loops."""
    if mode == "sync":
        with OpenRouter(api_key="k", base_url=url, retries=0) as client:
            return client.generations.wait(id, **settings)

    async def run() -> models.GenerationResponse:
        async with AsyncOpenRouter(api_key="k", base_url=url, retries=0) as client:
            return await client.generations.wait(id, **settings)

    return anyio.run(run, backend=mode)


@pytest.mark.parametrize("mode", MODES)
def test_a_record_that_does_not_exist_yet_is_asked_for_until_it_does(mode: str) -> None:
    with Loopback([ABSENT, "request", ABSENT, "request", PRESENT]) as server:
        record = wait(mode, server.url, "gen-1", interval=0.01)
    assert isinstance(record, models.GenerationResponse)
    assert (record.data.id, record.data.total_cost) == ("gen-1", 0.25)
    assert [request.path for request in server.requests] == ["/api/v1/generation?id=gen-1"] * 3


@pytest.mark.parametrize("mode", MODES)
def test_a_record_that_never_comes_is_given_up_in_time_naming_the_generation_and_every_try(mode: str) -> None:
    began = time.monotonic()
    with Loopback([ABSENT, "again"]) as server, pytest.raises(TimedOutError) as caught:
        wait(mode, server.url, "gen-1", timeout=0.5, interval=0.2)
    assert time.monotonic() - began < 2
    error = caught.value
    assert (error.phase, error.generation_id) == ("total", "gen-1")
    tries = len(server.requests)
    assert tries > 1
    assert f"the generation 'gen-1' has no record, asked {tries} times" in str(error)
    assert isinstance(error.__cause__, NotFoundResponseError)
    assert [attempt.number for attempt in error.attempts] == list(range(1, tries + 1))
    assert (error.attempts[0].status, error.attempts[0].wait, error.attempts[-1].wait) == (404, 0.2, None)
    assert error.attempts[0].reason == "there is no record yet"


@pytest.mark.parametrize("mode", MODES)
def test_a_service_that_does_not_answer_is_not_waited_for_beyond_the_time(mode: str) -> None:
    began = time.monotonic()
    with Loopback([ABSENT, "request", "hang"]) as server, pytest.raises(TimedOutError, match=r"gen-1.*asked 2 times"):
        wait(mode, server.url, "gen-1", timeout=0.3, interval=0.01)
    assert 0.25 < time.monotonic() - began < 2


@pytest.mark.parametrize("mode", MODES)
def test_every_other_failure_is_raised_at_once(mode: str) -> None:
    refusal = answer({"error": {"code": 401, "message": "No key"}}, 401)
    with Loopback([ABSENT, "request", refusal]) as server, pytest.raises(UnauthorizedResponseError):
        wait(mode, server.url, "gen-1", interval=0.01)
    assert len(server.requests) == 2


def test_a_limit_of_the_callers_own_is_kept_for_each_try() -> None:
    options = RequestOptions(timeout=TimeoutOptions(read=0.1))
    with Loopback(["request", "hang"]) as server, pytest.raises(TimedOutError) as caught:
        wait("sync", server.url, "gen-1", options=options)
    assert caught.value.phase == "read"


def test_failures_between_are_tried_again_as_the_retry_options_say() -> None:
    trouble = answer({"error": {"code": 503, "message": "Later"}}, 503)
    options = RequestOptions(retries=RetryOptions(initial_interval=0.01))
    with Loopback([trouble, "request", ABSENT, "request", trouble, "request", PRESENT]) as server:
        assert wait("sync", server.url, "gen-1", interval=0.01, options=options).data.id == "gen-1"
    assert len(server.requests) == 4


def test_the_waits_grow_to_five_seconds_and_no_further() -> None:
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


def test_a_longer_first_wait_is_not_shortened() -> None:
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


def test_an_answer_leads_to_its_record_by_its_header_before_its_id() -> None:
    script = [answer(completion(id="chat-1"), x_generation_id="gen-1"), *["request", PRESENT] * 3]
    with Loopback(script) as server, OpenRouter(api_key="k", base_url=server.url) as client:
        result = client.chat.send(messages=[])
        group = client.generations
        for source in (result, result.response, result.response.generation_id):
            assert group.wait(source).data.id == "gen-1"
    assert [request.path for request in server.requests[1:]] == ["/api/v1/generation?id=gen-1"] * 3


def test_a_stream_and_an_error_lead_to_their_records_too() -> None:
    stream_script = [STREAM_HEAD, piece(event(chunk("a", "stop")) + DONE), END, "request", PRESENT]
    with Loopback(stream_script) as server, OpenRouter(api_key="k", base_url=server.url) as client:
        with client.chat.stream(messages=[]) as stream:
            stream.read_all()
        assert client.generations.wait(stream).data.id == "gen-1"
    assert find_generation_id(APIError("no", status_code=502, generation_id="gen-2")) == "gen-2"


def test_a_result_that_was_made_from_data_leads_there_by_its_id() -> None:
    assert find_generation_id(ChatCompletion.from_dict(completion())) == "gen-1"
    assert find_generation_id(" gen-3\n") == "gen-3"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (None, "NoneType has neither"),
        ("", "it is empty"),
        ("  ", "it is empty"),
        (ChatCompletion.from_dict({}), "ChatCompletion has neither X-Generation-Id nor id"),
        (SimpleNamespace(id=7), "SimpleNamespace has neither"),
        (APIError("no", status_code=502), "APIError has neither"),
    ],
)
def test_what_has_no_generation_id_is_refused_before_anything_is_sent(source: Any, told: str) -> None:
    with Loopback([PRESENT]) as server, pytest.raises(ConfigurationError, match=told):
        wait("sync", server.url, source)
    assert server.requests == []


@pytest.mark.parametrize("wrong", [{"timeout": 0}, {"timeout": float("nan")}, {"interval": -1}, {"interval": 0}])
def test_times_that_cannot_be_are_refused(wrong: Any) -> None:
    with Loopback([PRESENT]) as server, pytest.raises(ConfigurationError, match=next(iter(wrong))):
        wait("sync", server.url, "gen-1", **wrong)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_task_that_waits_can_be_cancelled(backend: str) -> None:
    async def run() -> None:
        with Loopback([ABSENT, "again"]) as server:
            async with AsyncOpenRouter(api_key="k", base_url=server.url) as client:
                with anyio.move_on_after(0.2) as scope:
                    await client.generations.wait("gen-1", interval=20)
                assert scope.cancelled_caught

    began = time.monotonic()
    anyio.run(run, backend=backend)
    assert time.monotonic() - began < 3


def test_an_error_without_attempts_is_waited_out_all_the_same() -> None:
    answers = iter([NotFoundResponseError("from a middleware", status_code=404)])

    def first_absent(request: Any, call_next: Any) -> Any:
        failure: OpenRouterError | None = next(answers, None)
        if failure is not None:
            raise failure
        return (yield from call_next(request))

    with Loopback([PRESENT]) as server, OpenRouter(base_url=server.url, middleware=[first_absent]) as client:
        assert client.generations.wait("gen-1", interval=0.01).data.id == "gen-1"
