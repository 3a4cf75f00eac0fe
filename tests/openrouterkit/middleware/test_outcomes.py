"""`report_outcome` reports once how a call ended; `Usage` reads the usage of several services."""

from __future__ import annotations

from typing import Any

import anyio
import pytest
from callers import Caller
from loopback import STREAM_HEAD, Loopback, chunk, event, piece
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncOpenRouter, RetryOptions, user
from openrouterkit.errors import APIError, ServiceUnavailableResponseError
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Handler, Outcome, Usage, report_outcome
from openrouterkit.sse import ServerSentEvent
from openrouterkit.testing import Script, completion, error, events, reply, stream


class Reports:
    """A middleware that keeps the outcomes.

    Args:
        whole: See `report_outcome`.
    """

    def __init__(self, *, whole: bool = False) -> None:
        self.all: list[Outcome] = []
        self._whole = whole

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        return report_outcome(request, call_next, self.all.append, whole=self._whole)

    @property
    def one(self) -> Outcome:
        assert len(self.all) == 1
        return self.all[0]


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


@pytest.mark.parametrize("place", ["middleware", "attempt_middleware"])
def test_a_result_is_reported_with_model_usage_and_times(caller: ScriptCaller, place: str) -> None:
    reports = Reports()
    caller.send(Script([completion("Hi", model="b/b", cost=0.5, delay=0.05)]), **{place: [reports]})
    outcome = reports.one
    assert (outcome.kind, outcome.model, outcome.status, outcome.error) == ("complete", "b/b", 200, None)
    assert (outcome.usage.cost, outcome.usage.total_tokens) == (0.5, 2)
    assert outcome.id is not None
    assert outcome.elapsed >= 0.04
    assert outcome.first_event is None
    assert "choices" not in outcome.body


def test_the_whole_body_is_decoded_on_request() -> None:
    reports = Reports(whole=True)
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[reports])
    assert reports.one.body["choices"][0]["message"]["content"] == "Hi"


@pytest.mark.parametrize("place", ["middleware", "attempt_middleware"])
def test_a_stream_is_reported_at_its_end_with_the_time_of_its_first_event(caller: ScriptCaller, place: str) -> None:
    reports = Reports()
    caller.read(Script([stream("Hel", "lo", cost=0.5, delay=0.05)]), **{place: [reports]})
    outcome = reports.one
    assert (outcome.kind, outcome.usage.cost) == ("complete", 0.5)
    assert outcome.body["choices"][0]["message"]["content"] == "Hello"
    assert outcome.first_event is not None
    assert 0.04 <= outcome.first_event <= outcome.elapsed


def test_an_error_is_reported_with_its_status_and_attempts(caller: ScriptCaller) -> None:
    calls, attempts = Reports(), Reports()
    retries = RetryOptions(initial_interval=0, max_attempts=2)
    with pytest.raises(ServiceUnavailableResponseError) as caught:
        caller.send(Script([503, 503]), middleware=[calls], attempt_middleware=[attempts], retries=retries)
    assert (calls.one.kind, calls.one.error, calls.one.status) == ("failed", caught.value, 503)
    assert [each.status for each in calls.one.attempts] == [503, 503]
    assert [(each.kind, each.status, each.model) for each in attempts.all] == [("failed", 503, "a/a")] * 2
    assert [each.request.attempt for each in attempts.all] == [1, 2]


def test_a_failed_stream_is_reported_with_what_is_known(caller: ScriptCaller) -> None:
    reports = Reports()
    with pytest.raises(APIError):
        caller.read(Script([stream("Hel", error(502))]), middleware=[reports])
    assert (reports.one.kind, reports.one.status) == ("failed", 502)
    assert reports.one.body["choices"][0]["message"]["content"] == "Hel"


@pytest.mark.parametrize(("end", "kind"), [("close", "closed"), ("drop", "dropped")])
def test_a_stream_that_its_caller_ends_is_reported(caller: ScriptCaller, end: str, kind: str) -> None:
    reports = Reports()
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel"))), "hang"]) as server:
        Caller(caller.backend).read_one(server.url, end=end, middleware=[reports])
    assert (reports.one.kind, reports.one.status, reports.one.error) == (kind, 200, None)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_call_is_reported_as_failed(backend: str) -> None:
    reports = Reports()

    async def run(url: str) -> None:
        async with AsyncOpenRouter(base_url=url, api_key="k", middleware=[reports]) as client:
            with anyio.move_on_after(0.3):
                await client.chat.send(model="a", messages=[user("hi")])

    with Loopback(["hang"]) as server:
        anyio.run(run, server.url, backend=backend)
    assert reports.one.kind == "failed"
    assert type(reports.one.error).__name__.startswith("Cancelled")


class FallBack:
    """Requests another model after an error."""

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        try:
            response = yield from call_next(request)
        except APIError:
            response = yield from call_next(request.with_json(model="b/b"))
        return response


@pytest.mark.parametrize("kind", ["send", "read"])
def test_an_outer_middleware_receives_the_attempts_of_all_requests_of_inner_ones(
    caller: ScriptCaller, kind: str
) -> None:
    reports = Reports()
    call = caller.send if kind == "send" else caller.read
    result = call(Script([503, "Hi"]), middleware=[reports, FallBack()], retries=0)
    expected = [(1, "a/a", 503), (2, "b/b", 200)]
    assert [(each.number, each.model, each.status) for each in reports.one.attempts] == expected
    assert [(each.number, each.model, each.status) for each in result.response.attempts] == expected


def test_the_usage_of_streams_without_a_combined_result_is_found_in_their_events() -> None:
    # In the form of Anthropic's API, and of OpenAI's API of responses.
    started = {"type": "message_start", "message": {"id": "m", "model": "c/c", "usage": {"input_tokens": 7}}}
    ended = {"type": "message_delta", "usage": {"output_tokens": 3}}
    completed = {"type": "response.completed", "response": {"id": "r", "model": "d/d", "usage": {"input_tokens": 2}}}
    script = Script([events(started, "text", ended), events("{}", completed), events("{}")])
    reports = Reports()
    client = script.client(middleware=[reports])
    for path in ("/messages", "/responses", "/other"):
        with client.request_stream("POST", path, json={"model": "a/a", "stream": True}) as opened:
            assert all(isinstance(each, ServerSentEvent) for each in opened)
    first, second, third = reports.all
    assert (first.usage, first.model, first.id) == (Usage(input_tokens=7, output_tokens=3), "c/c", "m")
    assert (second.usage, second.model, second.id) == (Usage(input_tokens=2), "d/d", "r")
    assert (third.usage, third.model) == (Usage(), "a/a")


@pytest.mark.parametrize("body", [b"[1]", b"text", b'{"usage": 1, "model": 2, "id": []}', b""])
def test_bodies_of_any_kind_are_reported(body: bytes) -> None:
    reports = Reports()
    client = Script([reply(body)]).client(middleware=[reports])
    client.request("GET", "/other")
    outcome = reports.one
    assert (outcome.kind, outcome.model, outcome.id, outcome.usage) == ("complete", None, None, Usage())


@pytest.mark.parametrize(
    ("data", "usage"),
    [
        (
            {
                "prompt_tokens": 10,
                "completion_tokens": 5,
                "prompt_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 2},
                "completion_tokens_details": {"reasoning_tokens": 3},
                "cost": 1,
            },
            Usage(10, 5, 4, 2, 3, 1.0),
        ),
        (
            {
                "input_tokens": 10,
                "output_tokens": 5,
                "input_tokens_details": {"cached_tokens": 4},
                "output_tokens_details": {"reasoning_tokens": 3},
            },
            Usage(10, 5, 4, None, 3),
        ),
        (
            {"input_tokens": 1, "cache_read_input_tokens": 4, "cache_creation_input_tokens": 2},
            Usage(1, None, 4, 2),
        ),
        ({"prompt_tokens": 8, "total_tokens": 8}, Usage(8)),
        ({"prompt_tokens": True, "completion_tokens": "5", "cost": False, "prompt_tokens_details": 1}, Usage()),
        (None, Usage()),
    ],
)
def test_the_usage_of_several_services_is_read(data: Any, usage: Usage) -> None:
    assert Usage.of(data) == usage


def test_total_tokens_are_those_that_are_known() -> None:
    assert Usage(1, 2).total_tokens == 3
    assert Usage(1).total_tokens == 1
    assert Usage(cost=1).total_tokens is None


def test_usages_are_added_and_numbers_that_neither_reports_stay_unknown():
    total = Usage(input_tokens=1, cost=0.5) + Usage(input_tokens=2, output_tokens=3)
    assert total == Usage(input_tokens=3, output_tokens=3, cost=0.5)
    assert total.cached_tokens is None
