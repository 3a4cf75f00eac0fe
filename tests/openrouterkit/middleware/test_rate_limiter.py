"""`RateLimiter`: requests wait in order, so that they exceed no limit, and learn from the service."""

from __future__ import annotations

import asyncio
import gc
import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio
import pytest
from callers import MESSAGES, Caller
from loopback import Loopback, completion, http_response
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions, TimeoutOptions, user
from openrouterkit.errors import (
    ConfigurationError,
    ConnectionFailedError,
    SDKError,
    TimedOutError,
    TooManyRequestsResponseError,
)
from openrouterkit.flow import Flow, Request, Response, Sleep, do
from openrouterkit.middleware import Handler, RateLimitedError, RateLimiter
from openrouterkit.middleware.rate_windows import RateWindow
from openrouterkit.responses import ReportedLimit, read_rate_limits
from openrouterkit.testing import Script, connection_error, error, stream
from openrouterkit.testing import completion as scripted

QUICK = RetryOptions(initial_interval=0, jitter=0)


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


class Times:
    """An inner attempt middleware that records when requests are sent, and their models."""

    def __init__(self) -> None:
        self.sent: list[tuple[float, str | None]] = []
        self._lock = threading.Lock()

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        with self._lock:
            self.sent.append((time.monotonic(), request.model))
        response = yield from call_next(request)
        return response

    @property
    def gaps(self) -> list[float]:
        return [after - before for (before, _), (after, _) in itertools.pairwise(self.sent)]

    def find_shortest(self, count: int) -> float:
        """Return the shortest time in which so many further requests were sent."""
        times = [at for at, _ in self.sent]
        return min(after - before for before, after in zip(times, times[count:], strict=False))


def send_many(caller: ScriptCaller, script: Script, count: int, **settings: Any) -> None:
    """Send requests at the same time, from threads or tasks, with one client."""

    def use(client: OpenRouter) -> None:
        with ThreadPoolExecutor(count) as threads:
            list(threads.map(lambda _: client.chat.send(model="a/a", messages=MESSAGES), range(count)))

    async def use_async(client: AsyncOpenRouter) -> None:
        async def call() -> None:
            await client.chat.send(model="a/a", messages=MESSAGES)

        async with anyio.create_task_group() as group:
            for _ in range(count):
                group.start_soon(call)

    caller.run(script, use, use_async, **settings)


def test_no_period_has_more_requests_than_the_limit(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter(requests=4, per=0.6)
    send_many(caller, Script(default="Hello"), 10, attempt_middleware=[limiter, times])
    assert len(times.sent) == 10
    assert times.find_shortest(4) > 0.55


def test_clients_share_a_limiter(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter(requests=1, per=0.3)
    for _ in range(3):
        caller.send(Script(["Hello"]), attempt_middleware=[limiter, times])
    assert min(times.gaps) > 0.28


def test_requests_are_sent_in_the_order_in_which_they_came() -> None:
    times = Times()
    arrived: list[str | None] = []
    limiter = RateLimiter(requests=1, per=0.2, key=lambda request: arrived.append(request.model))
    script = Script(default="Hello")
    with script.client(attempt_middleware=[limiter, times]) as client:
        threads = []
        for number in range(6):
            model = f"a/{number}"
            call: Callable[[], Any] = lambda model=model: client.chat.send(model=model, messages=[user("hi")])
            threads.append(threading.Thread(target=call))
            threads[-1].start()
            while len(arrived) == number:
                time.sleep(0.01)
            time.sleep(0.05)
        for thread in threads:
            thread.join()
    assert [model for _, model in times.sent] == [f"a/{number}" for number in range(6)]


def test_retries_wait_too(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter(requests=1, per=0.3)
    caller.send(Script([503, 503, "Hello"]), attempt_middleware=[limiter, times], retries=QUICK)
    assert min(times.gaps) > 0.28


def test_the_tokens_of_a_request_are_estimated_and_corrected_by_its_usage(caller: ScriptCaller) -> None:
    limiter = RateLimiter(tokens=100, per=600, estimate_tokens=lambda request: 60, max_wait=1)
    for total in (10, 20, 70):  # expected: 60, 10 + 60, 30 + 60
        caller.send(Script([scripted("Hello", usage={"total_tokens": total})]), attempt_middleware=[limiter])
    with pytest.raises(RateLimitedError):  # 100 + 60
        caller.send(Script(), attempt_middleware=[limiter])


def test_the_usage_of_a_stream_corrects_the_estimate_at_its_end(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter(tokens=100, per=20, estimate_tokens=lambda request: 90)
    for _ in range(3):
        caller.read(Script([stream("Hel", "lo", usage={"total_tokens": 2})]), attempt_middleware=[limiter, times])
    assert max(times.gaps) < 10


def test_without_usage_the_estimate_counts(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter(tokens=100, per=0.5, estimate_tokens=lambda request: 90)
    for end in ("close", "drop"):
        caller.read_one(Script([["Hel", "lo"]]), end=end, attempt_middleware=[limiter, times])
    assert times.gaps[0] > 0.45


def test_the_usual_estimate_is_a_quarter_of_the_bytes_and_max_tokens(caller: ScriptCaller) -> None:
    limiter = RateLimiter(tokens=1000, per=600, max_wait=0.01)
    script = Script(default=scripted("Hello", usage={"total_tokens": 600}))

    def use(client: Any) -> Any:
        return client.chat.send(model="a/a", messages=MESSAGES, max_tokens=300)

    async def use_async(client: Any) -> Any:
        return await use(client)

    caller.run(script, use, use_async, attempt_middleware=[limiter])
    caller.send(script, attempt_middleware=[limiter], timeout=5)
    with pytest.raises(RateLimitedError):
        caller.run(script, use, use_async, attempt_middleware=[limiter])


def test_a_request_with_more_tokens_than_the_limit_is_sent_alone(caller: ScriptCaller) -> None:
    limiter = RateLimiter(tokens=10, per=600, estimate_tokens=lambda request: 50)
    assert caller.send(Script(["Hello"]), attempt_middleware=[limiter]).text == "Hello"


def test_a_failed_request_uses_no_tokens(caller: ScriptCaller) -> None:
    limiter = RateLimiter(tokens=100, per=600, estimate_tokens=lambda request: 90)
    script = Script([503, "Hello"])
    assert caller.send(script, attempt_middleware=[limiter], retries=QUICK, timeout=TimeoutOptions(total=60)).text


def test_a_rejection_lets_all_requests_wait_for_its_retry_after(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter()
    with pytest.raises(TooManyRequestsResponseError):
        caller.send(Script([error(429, retry_after=1)]), attempt_middleware=[limiter, times], retries=0)
    send_many(caller, Script(default="Hello"), 3, attempt_middleware=[limiter, times])
    assert min(at for at, _ in times.sent[1:]) - times.sent[0][0] > 0.95


def test_rejections_without_a_wait_let_requests_wait_twice_as_long_each_time(caller: ScriptCaller) -> None:
    times = Times()
    caller.send(Script([429, 429, "Hello"]), attempt_middleware=[RateLimiter(), times], retries=QUICK)
    assert times.gaps[0] > 0.95
    assert times.gaps[1] > 1.95


def test_requests_wait_for_the_reset_that_the_headers_report(caller: ScriptCaller) -> None:
    times = Times()

    def answer(request: Any) -> Any:
        reset = f"{(time.time() + 1) * 1000:.0f}"
        return scripted("Hello", headers={"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset})

    script = Script([answer, "Hello"])
    limiter = RateLimiter()
    for _ in range(2):
        caller.send(script, attempt_middleware=[limiter, times])
    assert times.gaps[0] > 0.95


def test_what_the_headers_report_as_left_is_sent_at_once(caller: ScriptCaller) -> None:
    headers = {"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "600"}
    limiter = RateLimiter(max_wait=1)
    script = Script([scripted("Hello", headers=headers), "Hello"])
    for _ in range(2):
        caller.send(script, attempt_middleware=[limiter])
    with pytest.raises(RateLimitedError):
        caller.send(script, attempt_middleware=[limiter])


def test_tokens_that_the_headers_report_are_left_for_later_requests(caller: ScriptCaller) -> None:
    headers = {"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "10m0s"}
    limiter = RateLimiter(max_wait=1)
    caller.send(Script([scripted("Hello", headers=headers)]), attempt_middleware=[limiter])
    with pytest.raises(RateLimitedError, match=r"would have to wait (599|600) s for the rate limit") as caught:
        caller.send(Script(), attempt_middleware=[limiter])
    assert 500 < caught.value.retry_after <= 600


def test_each_key_has_limits_of_its_own(caller: ScriptCaller) -> None:
    limiter = RateLimiter(requests=1, per=600, key=lambda request: request.model, max_wait=1)
    script = Script(default="Hello")
    for model in ("a/a", "b/b"):
        caller.send(script, model=model, attempt_middleware=[limiter])
        with pytest.raises(RateLimitedError):
            caller.send(script, model=model, attempt_middleware=[limiter])


def test_many_keys_do_not_stay_in_memory(caller: ScriptCaller) -> None:
    names = itertools.count()
    limiter = RateLimiter(requests=1, per=0.01, key=lambda request: next(names))
    script = Script(default="Hello")

    def use(client: Any) -> Any:
        for _ in range(40):
            client.chat.send(model="a/a", messages=MESSAGES)

    with script.client(attempt_middleware=[limiter]) as client:
        use(client)
    assert next(names) == 40


def test_the_limit_total_ends_the_wait(caller: ScriptCaller) -> None:
    limiter = RateLimiter(requests=1, per=600)
    script = Script(default="Hello")
    caller.send(script, attempt_middleware=[limiter])
    began = time.monotonic()
    with pytest.raises(TimedOutError) as caught:
        caller.send(script, attempt_middleware=[limiter], timeout=TimeoutOptions(total=0.5))
    assert caught.value.phase == "total"
    assert time.monotonic() - began < 20
    assert len(script.requests) == 1


def test_a_request_that_gives_up_leaves_its_place_to_others(caller: ScriptCaller) -> None:
    times = Times()
    limiter = RateLimiter(requests=1, per=1)
    script = Script(default="Hello")
    settings: Any = {"attempt_middleware": [limiter, times]}
    caller.send(script, **settings)
    for _ in range(3):
        with pytest.raises(TimedOutError):
            caller.send(script, timeout=TimeoutOptions(total=0.05), **settings)
    caller.send(script, **settings)
    assert 0.95 < times.gaps[0] < 3.5


def test_closing_the_client_ends_the_wait() -> None:
    limiter = RateLimiter(requests=1, per=600)
    client = Script(default="Hello").client(attempt_middleware=[limiter])
    client.chat.send(model="a/a", messages=MESSAGES)
    closing = threading.Timer(0.2, client.close)
    closing.start()
    with pytest.raises(ConnectionFailedError):
        client.chat.send(model="a/a", messages=MESSAGES)
    closing.join()


def test_failed_connections_do_not_block_the_limiter(caller: ScriptCaller) -> None:
    limiter = RateLimiter(requests=5, per=60, max_wait=1)
    with pytest.raises(ConnectionFailedError):
        caller.send(Script([connection_error()]), attempt_middleware=[limiter], retries=0)
    assert caller.send(Script(["Hello"]), attempt_middleware=[limiter]).text == "Hello"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("30", 30),
        ("0.5", 0.5),
        ("1m30s", 90),
        ("6m0s", 360),
        ("1h", 3600),
        ("250ms", 0.25),
        ("1.5s", 1.5),
        ("1000000020", 20),
        ("1000000020000", 20),
        ((datetime.fromtimestamp(1_000_000_000, UTC) + timedelta(seconds=40)).isoformat(), 40),
        ("2001-09-09T01:47:00Z", 20),
    ],
)
def test_resets_have_many_forms(value: str, expected: float) -> None:
    headers = {"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": value}
    (limit,) = read_rate_limits(headers, 1_000_000_000)
    assert (limit.kind, limit.remaining, limit.seconds) == ("requests", 3, pytest.approx(expected))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-ratelimit-remaining": "3"},
        {"x-ratelimit-remaining": "3", "x-ratelimit-reset": ""},
        {"x-ratelimit-remaining": "3", "x-ratelimit-reset": "soon"},
        {"x-ratelimit-remaining": "3", "x-ratelimit-reset": "-5"},
        {"x-ratelimit-remaining": "3", "x-ratelimit-reset": "999999999"},
        {"x-ratelimit-remaining": "nan", "x-ratelimit-reset": "5"},
        {"x-ratelimit-remaining": "-1", "x-ratelimit-reset": "5"},
        {"x-ratelimit-remaining": "3", "x-ratelimit-reset": "٣"},
    ],
)
def test_invalid_headers_report_no_limit(headers: dict[str, str]) -> None:
    assert list(read_rate_limits(headers, 1_000_000_000)) == []


def test_a_request_whose_loop_stands_still_does_not_block_others() -> None:
    limiter = RateLimiter(requests=1, per=0.5)
    script = Script(default="Hello")
    send_many(ScriptCaller("sync"), script, 1, attempt_middleware=[limiter])

    async def start() -> asyncio.Task[Any]:
        client = script.async_client(attempt_middleware=[limiter])
        waiting = asyncio.ensure_future(client.chat.send(model="a/a", messages=MESSAGES))
        await asyncio.sleep(0.05)
        return waiting

    loop = asyncio.new_event_loop()
    waiting = loop.run_until_complete(start())  # and the loop does not run any more, as in a notebook

    def send() -> None:
        send_many(ScriptCaller("sync"), script, 3, attempt_middleware=[limiter])

    thread = threading.Thread(target=send, daemon=True)
    thread.start()
    thread.join(30)
    assert not thread.is_alive(), "the requests wait for one that nobody continues"
    assert loop.run_until_complete(waiting).text == "Hello"
    loop.close()


def test_a_request_that_asks_late_is_sent_before_those_that_came_after_it() -> None:
    window = RateWindow(1, None, 0.3)
    assert window.admit(window.join(0)) == 0
    first, second, third = (window.join(0) for _ in range(3))
    assert window.admit(first) > 0
    while window.admit(second):  # until the first one is too late
        assert window.admit(third) > 0
        time.sleep(0.05)
    assert window.admit(first) > 0
    time.sleep(0.31)
    assert window.admit(third) > 0
    assert window.admit(first) == 0


def test_a_flow_that_is_collected_while_its_thread_uses_the_limiter_does_not_block_it() -> None:
    class Seconds(float):
        """A measurement that drops the flow while the limiter, which has its lock, uses it."""

        def __radd__(self, other: float) -> float:
            flows.clear()
            gc.collect()
            return float(self) + other

    def wait(request: Request) -> Flow[Response]:
        yield from do(Sleep(1))
        raise AssertionError

    limiter = RateLimiter(requests=2, per=60)
    flows: list[Any] = []
    request = Request("POST", "https://h/v1", {}, b"{}", TimeoutOptions(), attempt=1)
    for _ in range(3):  # one is sent, and one waits
        flows.append(limiter(request, wait))
        next(flows[-1])
    window = limiter._find_window(None)
    done = threading.Event()

    def use() -> None:
        window.learn([ReportedLimit("remaining", "requests", 5, Seconds(0.001))], window.join(0), succeeded=True)
        done.set()

    threading.Thread(target=use, daemon=True).start()
    assert done.wait(30), "the limiter waits for itself"
    assert not flows
    time.sleep(0.01)
    assert window.admit(window.join(0)) > 0  # those that were sent still count


def test_the_strictest_of_several_windows_that_the_headers_report_holds() -> None:
    minute, day = ("x-ratelimit-{}-requests-minute", "0", "30"), ("x-ratelimit-{}-requests-day", "900", "40000")
    for windows in ((minute, day), (day, minute)):
        headers = {
            name.format(word): value
            for name, *values in windows
            for word, value in zip(("remaining", "reset"), values, strict=True)
        }
        window = RateWindow(None, None, 60)
        window.learn(read_rate_limits(headers, time.time()), window.join(0), succeeded=True)
        assert 29 < window.admit(window.join(0)) <= 30


def test_a_late_response_to_an_earlier_request_does_not_raise_what_is_left() -> None:
    window = RateWindow(None, None, 60)
    early, late = window.join(0), window.join(0)
    for place in (early, late):
        assert window.admit(place) == 0
        time.sleep(0.002)
    for place, remaining in ((late, 0), (early, 5)):
        window.leave(place)
        window.learn([ReportedLimit("remaining", "requests", remaining, 30)], place, succeeded=True)
    assert window.admit(window.join(0)) > 29


def test_planning_takes_time_in_proportion_to_the_requests_that_wait() -> None:
    def measure(count: int) -> float:
        window = RateWindow(10, None, 60)
        began = time.thread_time()
        places = [window.join(0) for _ in range(count)]
        for _ in range(2):
            waits = [window.admit(place) for place in places if not place.sent_at]
        assert len(waits) == count - 10
        assert (minutes := [round(wait / 60) for wait in waits]) == sorted(minutes)
        return time.thread_time() - began

    short, long = (min(measure(count) for _ in range(3)) for count in (100, 4000))
    assert long < 400 * short  # 1,600 times, if each request planned for all others


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("x-ratelimit-{}", "requests"),
        ("ratelimit-{}", "requests"),
        ("x-ratelimit-{}-requests", "requests"),
        ("x-ratelimit-{}-requests-day", "requests"),
        ("x-ratelimit-{}-tokens-minute", "tokens"),
        ("x-ratelimit-{}-project-tokens", "tokens"),
        ("anthropic-ratelimit-requests-{}", "requests"),
        ("anthropic-ratelimit-tokens-{}", "tokens"),
        ("anthropic-ratelimit-input-tokens-{}", "tokens"),
        ("ratelimitbysize-{}", None),
        ("x-ratelimitbysize-{}-minute", None),
        ("x-ratelimit-{}-images", None),
        ("x-{}", None),
    ],
)
def test_the_names_of_headers_contain_what_is_limited(name: str, kind: str | None) -> None:
    limits = read_rate_limits({name.format("remaining"): "7", name.format("reset"): "5"}, 0)
    assert [limit.kind for limit in limits] == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    "arguments",
    [
        {"requests": 0},
        {"tokens": "many"},
        {"per": None},
        {"per": 0},
        {"max_wait": -1},
        {"key": "model"},
        {"estimate_tokens": 5},
    ],
)
def test_invalid_settings_are_rejected_by_name(arguments: Any) -> None:
    with pytest.raises(ConfigurationError, match=f"{next(iter(arguments))} must be a"):
        RateLimiter(**arguments)


def test_a_limiter_around_calls_says_where_to_pass_it(caller: ScriptCaller) -> None:
    with pytest.raises(ConfigurationError, match=r"pass attempt_middleware=\[RateLimiter"):
        caller.send(Script(), middleware=[RateLimiter()])


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_rejected_request_is_repeated_in_time_through_real_sockets(backend: str) -> None:
    times = Times()
    rejected = http_response({"error": {"message": "slow", "code": 429}}, 429, retry_after="1", connection="close")
    with Loopback([rejected], [http_response(completion())]) as server:
        settings: Any = {"attempt_middleware": [RateLimiter(), times], "retries": QUICK}
        assert Caller(backend).send(server.url, **settings).text == "Hello"
    assert times.gaps[0] > 0.95


def test_errors_of_the_service_are_raised_unchanged(caller: ScriptCaller) -> None:
    with pytest.raises(SDKError, match="unknown model"):
        caller.send(Script([error(404, "unknown model")]), attempt_middleware=[RateLimiter(requests=5)], retries=0)


def test_many_keys_of_requests_long_ago_are_forgotten_and_used_again() -> None:
    limiter = RateLimiter(requests=1, per=0.01, key=lambda request: request.json["user"])
    with Script(default="Hello").client(attempt_middleware=[limiter]) as client:
        for number in [*range(1100), 0]:
            client.chat.send(model="a/b", messages=[user("Hi")], user=str(number))
        assert len(limiter._windows) < 1100
