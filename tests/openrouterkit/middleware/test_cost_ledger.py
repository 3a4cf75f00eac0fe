"""`CostLedger` sums the cost and the tokens of calls, by model and by label."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest
from callers import MESSAGES, Caller
from loopback import STREAM_HEAD, Loopback, chunk, event, piece
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import OpenRouter, RequestOptions, RetryOptions, user
from openrouterkit.errors import APIError, ConfigurationError
from openrouterkit.middleware import Cache, CostLedger, Spending
from openrouterkit.testing import Script, completion, error, stream

USAGE = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
PRICED = completion("Paris", usage=USAGE, cost=0.25)
ONE = Spending(calls=1, input_tokens=10, output_tokens=5, cost=0.25)


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def label(name: Any) -> RequestOptions:
    return RequestOptions(context={"label": name})


def test_calls_and_streams_are_summed_by_model_and_by_label(caller: ScriptCaller) -> None:
    ledger = CostLedger()
    script = Script(default=PRICED)
    caller.send(script, middleware=[ledger], options=label("x"))
    caller.read(script, middleware=[ledger], options=label("y"))
    caller.read(script, middleware=[ledger], options=label("y"), model="b/b")
    assert ledger.total == Spending(calls=3, input_tokens=30, output_tokens=15, cost=0.75)
    assert ledger.by_model == {"a/a": ONE + ONE, "b/b": ONE}
    assert ledger.by_label == {"x": ONE, "y": ONE + ONE}
    assert ledger.total.total_tokens == 45
    assert "3 calls, 45 tokens, $0.750000" in repr(ledger)


def test_calls_count_for_the_model_that_has_answered() -> None:
    ledger = CostLedger()
    script = Script([completion("Hi", model="c/c", cost=1)])
    ScriptCaller("sync").send(script, middleware=[ledger])
    assert list(ledger.by_model) == ["c/c"]
    assert list(ledger.by_label) == [None]


@pytest.mark.parametrize("end", ["close", "drop"])
def test_a_stream_that_is_not_read_to_its_end_counts_with_what_it_has_reported(caller: Any, end: str) -> None:
    ledger = CostLedger()
    deltas = [{"choices": [], "usage": {**USAGE, "cost": 0.25}, "model": "a/a"}, "never", "read"]
    caller.read_one(Script([stream("Hel", *deltas)]), end=end, middleware=[ledger])
    assert ledger.total.calls == 1
    assert ledger.total.failed == 0
    assert ledger.total.input_tokens in (0, 10)  # whatever arrived with the first item


def test_a_dropped_stream_counts_with_the_usage_that_has_arrived() -> None:
    ledger = CostLedger()
    first = event(chunk("Hel", usage={**USAGE, "cost": 0.25}))
    with Loopback([STREAM_HEAD, piece(first), "hang"]) as server:
        for backend in BACKENDS:
            Caller(backend).read_one(server.url, end="drop", middleware=[ledger])
    assert ledger.total == ONE + ONE + ONE


def test_a_failed_stream_counts_with_what_it_has_reported(caller: ScriptCaller) -> None:
    ledger = CostLedger()
    usage = {"choices": [], "usage": {**USAGE, "cost": 0.25}}
    with pytest.raises(APIError):
        caller.read(Script([stream("Hel", usage, error(502))]), middleware=[ledger])
    assert ledger.total == Spending(calls=1, failed=1, input_tokens=10, output_tokens=5, cost=0.25)


def test_failed_calls_are_counted_without_cost(caller: ScriptCaller) -> None:
    ledger = CostLedger()
    with pytest.raises(APIError):
        caller.send(Script([400]), middleware=[ledger])
    assert ledger.total == Spending(calls=1, failed=1)
    assert ledger.by_model == {"a/a": Spending(calls=1, failed=1)}


def test_attempts_are_counted_inside_the_retries(caller: ScriptCaller) -> None:
    calls, attempts = CostLedger(), CostLedger()
    retries = RetryOptions(initial_interval=0, should_retry_result=lambda result: result.text == "bad")
    script = Script([completion("bad", usage=USAGE, cost=0.25), 503, PRICED])
    caller.send(script, middleware=[calls], attempt_middleware=[attempts], retries=retries)
    assert calls.total == ONE
    assert attempts.total == ONE + ONE + Spending(calls=1, failed=1)


def test_calls_whose_cost_is_unknown_are_counted_as_unpriced() -> None:
    ledger = CostLedger()
    body = {"id": "1", "model": "a/a", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}}]}
    ScriptCaller("sync").send(Script([{**body, "usage": USAGE}]), middleware=[ledger])
    assert ledger.total == Spending(calls=1, unpriced=1, input_tokens=10, output_tokens=5)


def test_a_function_prices_calls_whose_service_reports_no_cost() -> None:
    ledger = CostLedger(price=lambda model, usage: (usage.total_tokens or 0) / 100 if model == "a/a" else None)
    body = {"id": "1", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}}], "usage": USAGE}
    script = Script([body, {**body, "model": "b/b"}, PRICED])
    for _ in range(3):
        ScriptCaller("sync").send(script, middleware=[ledger])
    assert ledger.by_model["a/a"] == Spending(calls=2, input_tokens=20, output_tokens=10, cost=0.4)
    assert ledger.by_model["b/b"].unpriced == 1


def test_responses_of_a_cache_are_counted_without_tokens_and_cost(caller: ScriptCaller) -> None:
    ledger, cache = CostLedger(), Cache()
    script = Script(default=PRICED)
    for _ in range(2):
        caller.send(script, middleware=[ledger, cache])
        caller.read(script, middleware=[ledger, cache])
    assert ledger.total == ONE + ONE + Spending(calls=2, cached=2)


def test_a_report_does_not_change_and_a_reset_starts_from_zero() -> None:
    ledger = CostLedger()
    script = Script(default=PRICED)
    ScriptCaller("sync").send(script, middleware=[ledger])
    before = ledger.report()
    ScriptCaller("sync").send(script, middleware=[ledger])
    assert before.total == ONE
    assert before.by_model == {"a/a": ONE}
    assert ledger.reset().total == ONE + ONE
    assert ledger.report().total == Spending()
    assert ledger.by_label == {}


def test_nothing_is_lost_between_threads() -> None:
    ledger = CostLedger()
    script = Script(default=PRICED)
    resets: list[Spending] = []
    with script.client(middleware=[ledger]) as client, ThreadPoolExecutor(8) as threads:
        for number in range(200):
            threads.submit(client.chat.send, model="a/a", messages=[user("hi")], options=label(number % 3))
            if number % 50 == 0:
                resets.append(ledger.reset().total)
    total = sum(resets, Spending()) + ledger.total
    assert total == Spending(calls=200, input_tokens=2000, output_tokens=1000, cost=50.0)


def test_nothing_is_lost_between_tasks() -> None:
    ledger = CostLedger()
    script = Script(default=PRICED)

    async def run() -> None:
        async with script.async_client(middleware=[ledger]) as client, anyio.create_task_group() as group:

            async def call() -> None:
                await client.chat.send(model="a/a", messages=[user("hi")])

            for _ in range(20):
                group.start_soon(call)

    anyio.run(run)
    assert ledger.total.calls == 20


def test_a_stream_that_is_dropped_while_the_ledger_is_read_is_counted() -> None:
    ledger = CostLedger()
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel"))), "hang"]) as server:
        client = OpenRouter(base_url=server.url, middleware=[ledger], retries=0)
        streams = [client.chat.stream(model="a", messages=MESSAGES)]
        next(streams[0])
        hashed: list[int] = []

        class Label:
            """Drops a stream while the ledger, which has its lock then, looks for the label in `by_label`."""

            def __hash__(self) -> int:
                hashed.append(1)
                if len(hashed) == 2:  # the first time, the ledger checks the label before the call
                    streams.clear()
                    gc.collect()
                return 1

        done = threading.Event()

        def call() -> None:
            script = Script([PRICED])
            script.client(middleware=[ledger]).chat.send(model="a/a", messages=MESSAGES, options=label(Label()))
            done.set()

        threading.Thread(target=call, daemon=True).start()
        assert done.wait(30), "the ledger waits for itself"
        assert ledger.total.calls == 2
        client.close()


@pytest.mark.parametrize("arguments", [{"label": 1}, {"price": 0.5}])
def test_an_invalid_argument_is_rejected(arguments: Any) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(arguments))):
        CostLedger(**arguments)


def test_a_label_that_cannot_be_a_key_is_rejected_before_anything_is_sent() -> None:
    script = Script(default="Hi")
    with pytest.raises(ConfigurationError, match=r"context\['label'\] must be hashable, not list"):
        ScriptCaller("sync").send(script, middleware=[CostLedger()], options=label([]))
    assert not script.requests
