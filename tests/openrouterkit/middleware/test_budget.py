"""`Budget` rejects the request that would start over a limit, and reserves what calls in progress will spend."""

from __future__ import annotations

import copy
import gc
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncConversation, Conversation, RequestOptions, RetryOptions, function_tool, user
from openrouterkit.errors import APIError, ConfigurationError
from openrouterkit.middleware import (
    Budget,
    BudgetExceededError,
    BudgetReport,
    Cache,
    CostLedger,
    Price,
    Prices,
    Usage,
)
from openrouterkit.services import OpenAICompatible
from openrouterkit.testing import Script, completion, error, pause, stream, tool_call

USAGE = {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}
PRICED = completion("Paris", usage=USAGE, cost=0.25)
UNPRICED = {
    "id": "1",
    "model": "a/a",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}}],
    "usage": USAGE,
}
DOLLAR = Price(input=0.01, output=0.1)


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


@pytest.mark.parametrize("way", ["send", "read"])
def test_a_call_after_the_limit_is_not_sent(caller: ScriptCaller, way: str) -> None:
    budget = Budget(usd=0.5)
    script = Script(default=PRICED)
    call = getattr(caller, way)
    call(script, middleware=[budget])
    call(script, middleware=[budget])
    with pytest.raises(
        BudgetExceededError, match=r"not sent.*budget of \$0.5: \$0.5 are spent; raise the limit"
    ) as info:
        call(script, middleware=[budget])
    assert len(script.requests) == 2
    assert (info.value.unit, info.value.limit, info.value.spent, info.value.reserved) == ("usd", 0.5, 0.5, 0)
    assert budget.report() == BudgetReport(usd=0.5, tokens=30, calls=2)
    assert budget.remaining_usd == 0
    assert budget.remaining_tokens is None
    assert repr(budget) == "<Budget: $0.500000 of $0.5 spent>"


def test_tokens_are_estimated_before_the_call_and_counted_after_it(caller: ScriptCaller) -> None:
    budget = Budget(tokens=600, expected_output=100)
    script = Script(default=PRICED)
    caller.send(script, middleware=[budget])
    assert budget.remaining_tokens == 585
    with pytest.raises(BudgetExceededError, match=r"this call is estimated at \d{4} tokens.*lower max_tokens") as info:
        caller.send(script, "word " * 5000, middleware=[budget])
    assert info.value.unit == "tokens"
    assert info.value.estimate > 1000
    assert len(script.requests) == 1


def test_the_estimate_contains_the_limit_of_the_answer() -> None:
    budget = Budget(tokens=1000)
    with Script(default=PRICED).client(middleware=[budget]) as client:
        with pytest.raises(BudgetExceededError):
            client.chat.send(model="a/a", messages=[user("Hi")], max_tokens=2000)
        client.chat.send(model="a/a", messages=[user("Hi")], max_tokens=900)


def test_known_prices_estimate_the_cost() -> None:
    budget = Budget(usd=1, prices={"a/a": DOLLAR})
    with Script(default=PRICED).client(middleware=[budget]) as client:
        with pytest.raises(BudgetExceededError, match=r"this call is estimated at \$1\.") as info:
            client.chat.send(model="a/a", messages=[user("Hi")], max_tokens=10)
        assert info.value.estimate > 1
        client.chat.send(model="a/a", messages=[user("Hi")], max_tokens=5)
    assert budget.report().usd == 0.25
    assert budget.report().estimated_usd == 0


def test_prices_are_learned_from_a_list_of_models_and_never_requested() -> None:
    models = {"data": [{"id": "a/a", "pricing": {"prompt": "0.01", "completion": "0.1"}}], "total_count": 1}
    budget = Budget(usd=1)
    script = Script([PRICED, models, PRICED])
    with script.client(middleware=[budget]) as client:
        client.chat.send(model="a/a", messages=[user("Hi")], max_tokens=100)
        assert len(script.requests) == 1
        list(client.models.list())
        assert budget.prices.find("a/a") == DOLLAR
        with pytest.raises(BudgetExceededError):
            client.chat.send(model="a/a", messages=[user("Hi")], max_tokens=100)


def test_calls_without_model_pass_also_when_the_budget_is_spent() -> None:
    with Script(default={"data": []}).client(middleware=[Budget(usd=0)]) as client:
        list(client.models.list())
        client.request("POST", "/keys", json={"name": "a"})
        with pytest.raises(BudgetExceededError):
            client.embeddings.generate(model="a/a", input="Hi")


def test_a_cost_that_is_not_reported_is_computed_from_prices_and_marked() -> None:
    budget = Budget(usd=1000, prices=Prices({"a/a": DOLLAR}))
    ScriptCaller("sync").send(Script([UNPRICED]), middleware=[budget])
    report = budget.report()
    assert report.usd == report.estimated_usd == pytest.approx(0.6)
    assert report.estimated_tokens == 0
    unknown = Budget(usd=10)
    ScriptCaller("sync").send(Script([UNPRICED]), middleware=[unknown])
    assert unknown.report() == BudgetReport(tokens=15, calls=1, unpriced=1)


def test_an_answer_without_usage_counts_as_an_estimate() -> None:
    body = {name: value for name, value in UNPRICED.items() if name != "usage"}
    budget = Budget(usd=1000, prices={"a/a": DOLLAR})
    ScriptCaller("sync").send(Script([body]), middleware=[budget])
    report = budget.report()
    assert report.tokens == report.estimated_tokens > 0
    assert report.usd == report.estimated_usd > 0


@pytest.mark.parametrize("end", ["close", "drop"])
def test_a_stream_that_is_not_read_to_its_end_counts_as_an_estimate(caller: ScriptCaller, end: str) -> None:
    budget = Budget(usd=1000, prices={"a/a": DOLLAR})
    caller.read_one(Script([stream("Hello", pause(30))]), end=end, middleware=[budget])
    report = budget.report()
    assert (report.calls, report.reserved_usd, report.reserved_tokens) == (1, 0, 0)
    assert 0 < report.tokens == report.estimated_tokens < 50
    assert report.usd == report.estimated_usd > 0


def test_failed_calls_cost_nothing_unless_they_report_it(caller: ScriptCaller) -> None:
    budget = Budget(usd=1000, prices={"a/a": DOLLAR})
    with pytest.raises(APIError):
        caller.send(Script([400]), middleware=[budget])
    assert budget.report() == BudgetReport(calls=1)
    with pytest.raises(APIError):
        caller.read(
            Script([stream("Hel", {"choices": [], "usage": {**USAGE, "cost": 0.25}}, error(502))]), middleware=[budget]
        )
    assert budget.report().usd == 0.25


def test_calls_at_the_same_time_do_not_exceed_the_limit_together() -> None:
    budget = Budget(usd=1, estimate=lambda _: Usage(cost=0.25))
    arrived = threading.Semaphore(0)
    finish = threading.Event()

    def wait(_: Any) -> Any:
        arrived.release()
        assert finish.wait(60)
        return PRICED

    script = Script(default=wait)
    with script.client(middleware=[budget]) as client, ThreadPoolExecutor(10) as pool:
        calls = [pool.submit(client.chat.send, model="a/a", messages=[user("Hi")]) for _ in range(10)]
        for _ in range(4):
            assert arrived.acquire(timeout=60)

        finish.set()
        errors = [call.exception(timeout=60) for call in calls]
    rejected = [each for each in errors if each is not None]
    assert len(rejected) == 6
    assert all(isinstance(each, BudgetExceededError) for each in rejected)
    assert len(script.requests) == 4
    assert budget.report() == BudgetReport(usd=1, tokens=60, calls=4)


def test_tasks_share_a_budget() -> None:
    budget = Budget(usd=1, reserve=0.25)
    outcomes: list[Any] = []

    async def main() -> None:
        script = Script(default=stream("Par", pause(0.05), "is", usage=USAGE, cost=0.25))

        async def call(client: Any) -> None:
            try:
                outcomes.append(await client.chat.send(model="a/a", messages=[user("Hi")]))
            except BudgetExceededError as raised:
                outcomes.append(raised)

        async with script.async_client(middleware=[budget]) as client, anyio.create_task_group() as group:
            for _ in range(8):
                group.start_soon(call, client)

    anyio.run(main)
    assert sum(isinstance(each, BudgetExceededError) for each in outcomes) == 4
    assert budget.report().usd == 1


def test_a_dropped_stream_that_is_collected_under_the_lock_does_not_deadlock() -> None:
    budget = Budget(usd=1000, prices={"a/a": DOLLAR})
    with Script([stream("Hello", pause(30))]).client(middleware=[budget]) as client:
        opened = client.chat.stream(model="a/a", messages=[user("Hi")])
        next(opened)
        with budget._lock:
            del opened
            gc.collect()
        assert budget.report().calls == 1


def test_a_budget_limits_one_run_which_can_be_resumed_with_another() -> None:
    @function_tool
    def look() -> str:
        """Look."""
        return "nothing"

    script = Script([completion(tool_calls=[tool_call("look", {})], cost=0.25), "Fine"])
    with script.client() as client:
        options = RequestOptions(middleware=[Budget(usd=0.25)])
        with pytest.raises(BudgetExceededError) as info:
            client.chat.run(model="a/a", messages=[user("Hi")], tools=[look], options=options)
        assert len(script.requests) == 1
        with pytest.raises(BudgetExceededError):
            client.chat.resume(info.value.run)
        more = RequestOptions(middleware=[Budget(usd=1)])
        assert client.chat.resume(info.value.run, options=more).text == "Fine"


def test_a_budget_limits_one_conversation(caller: ScriptCaller) -> None:
    options = RequestOptions(middleware=[Budget(usd=0.5)])
    kept: list[Any] = []

    def use(client: Any) -> None:
        kept.append(Conversation(client, model="a/a", options=options))
        for _ in range(3):
            kept[0].send("Hi")

    async def use_async(client: Any) -> None:
        kept.append(AsyncConversation(client, model="a/a", options=options))
        for _ in range(3):
            await kept[0].send("Hi")

    with pytest.raises(BudgetExceededError):
        caller.run(Script(default=PRICED), use, use_async)
    assert kept[0].cost == 0.5
    assert len(kept[0].messages) == 4


def test_budgets_can_be_nested_and_the_outer_one_forgets_what_the_inner_rejects() -> None:
    outer, inner = Budget(usd=1000, reserve=1), Budget(usd=0)
    with pytest.raises(BudgetExceededError):
        ScriptCaller("sync").send(Script([]), middleware=[outer, inner])
    assert outer.report() == BudgetReport(calls=1)


def test_responses_of_a_cache_cost_nothing() -> None:
    inside, outside, cache = Budget(usd=0.25), Budget(usd=1), Cache()
    for _ in range(3):
        ScriptCaller("sync").send(Script(default=PRICED), middleware=[outside, cache, inside])
    assert (inside.report().usd, outside.report().usd) == (0.25, 0.25)


def test_attempts_are_counted_inside_the_retries() -> None:
    budget = Budget(usd=0.5)
    retries = RetryOptions(
        initial_interval=0, max_attempts=5, should_retry_result=lambda result: result.text == "Paris"
    )
    with pytest.raises(BudgetExceededError):
        ScriptCaller("sync").send(Script(default=PRICED), attempt_middleware=[budget], retries=retries)
    assert budget.report().usd == 0.5


def test_a_budget_begins_again() -> None:
    budget = Budget(usd=0.25, tokens=1000)
    for _ in range(2):
        ScriptCaller("sync").send(Script(default=PRICED), middleware=[budget])
        assert budget.reset().usd == 0.25
    assert budget.report() == BudgetReport()


def test_a_service_without_costs_has_the_limits_of_the_prices_passed() -> None:
    budget = Budget(usd=0.62, prices={"tiny": DOLLAR}, expected_output=0)
    body = {**UNPRICED, "model": "tiny-2024"}
    with Script(default=body).client(OpenAICompatible, base_url="http://localhost/v1", middleware=[budget]) as client:
        client.chat.send(model="tiny", messages=[user("Hi")])
        with pytest.raises(BudgetExceededError):
            client.chat.send(model="tiny", messages=[user("Hi")])
    assert budget.report().usd == pytest.approx(0.6)


def test_the_error_can_be_pickled_and_copied() -> None:
    with pytest.raises(BudgetExceededError) as info:
        ScriptCaller("sync").send(Script([]), middleware=[Budget(tokens=0)])
    for other in (pickle.loads(pickle.dumps(info.value)), copy.copy(info.value)):
        assert (str(other), other.unit, other.limit) == (str(info.value), "tokens", 0)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({}, "needs a limit"),
        ({"usd": -1}, "usd must be a number"),
        ({"usd": float("nan")}, "usd must be a number"),
        ({"tokens": "1"}, "tokens must be a number"),
        ({"usd": 1, "reserve": True}, "reserve must be a number"),
        ({"usd": 1, "prices": {"a": 1}}, "must be a Price"),
        ({"usd": 1, "estimate": 1}, "estimate must be a function"),
    ],
)
def test_invalid_settings_are_rejected(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Budget(**settings)


def test_an_estimate_must_be_a_usage() -> None:
    estimate: Any = lambda _: 3
    budget = Budget(usd=1, estimate=estimate)
    with pytest.raises(ConfigurationError, match=r"return a middleware\.Usage"):
        ScriptCaller("sync").send(Script([]), middleware=[budget])


def test_prices_are_read_from_models_and_found_by_name() -> None:
    prices = Prices()
    prices.add_models(
        {
            "data": [
                {"id": "a/a", "canonical_slug": "a/a-1", "pricing": {"prompt": "0.01", "completion": "0.1"}},
                {"id": "router", "pricing": {"prompt": "-1", "completion": "-1"}},
                {"id": "odd", "pricing": {"prompt": "x"}},
                {"id": "none"},
                3,
            ]
        }
    )
    assert len(prices) == 2
    assert prices.find("a/a") == prices.find("a/a-1") == prices.find("a/a:online") == DOLLAR
    assert prices.find("a/a:free") is prices.find("router") is prices.find("b/b") is prices.find(None) is None
    assert repr(prices) == "<Prices of 2 models>"
    assert prices.compute("b/b", Usage(1, 1)) is None
    prices.add_models(3)
    page = {"data": [{"id": "b/b", "pricing": {"prompt": "0.01", "completion": "0.1"}}]}
    with Script([page]).client() as client:
        prices.add_models(client.models.list())
    assert prices.find("b/b") == DOLLAR


def test_a_price_counts_cached_tokens_and_requests() -> None:
    price = Price(input=1, output=10, request=100, cached=0.5)
    assert price.compute(Usage(10, 2, cached_tokens=4)) == 100 + 6 + 2 + 20
    assert Price(input=1, output=10).compute(Usage(10, 2, cached_tokens=4)) == 30
    ledger = CostLedger(price=Prices({"a/a": DOLLAR}).compute)
    ScriptCaller("sync").send(Script([UNPRICED]), middleware=[ledger])
    assert ledger.total.cost == pytest.approx(0.6)
