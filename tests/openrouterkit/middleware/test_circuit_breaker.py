"""`CircuitBreaker`: opens after failures, rejects at once, and closes once a request has succeeded."""

from __future__ import annotations

import gc
import pickle
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from callers import Caller
from loopback import Loopback, completion, http_response
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import RetryOptions, TimeoutOptions, user
from openrouterkit.errors import (
    BadGatewayResponseError,
    ConfigurationError,
    ConnectionFailedError,
    IncompleteStreamError,
    SDKError,
    ServiceUnavailableResponseError,
    TimedOutError,
)
from openrouterkit.flow import Flow, Request, Response, Sleep, do
from openrouterkit.middleware import CircuitBreaker, CircuitOpenError, Handler, RateLimiter
from openrouterkit.testing import Script, connection_error, error, pause, stream, timeout

ORIGIN = "https://openrouter.ai"
QUICK = RetryOptions(max_attempts=5, initial_interval=0.01)
PLACES = ("middleware", "attempt_middleware")
LONG = 600  # seconds that do not pass during a test


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def fail(call: Callable[[], Any], kind: type[SDKError]) -> Any:
    with pytest.raises(kind) as caught:
        call()
    return caught.value


def wait_until(is_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_requests_are_rejected_without_being_sent_after_the_failures(caller: ScriptCaller, place: str) -> None:
    breaker = CircuitBreaker(failures=2, cooldown=LONG)
    script = Script([503, 502])
    settings: Any = {place: [breaker], "retries": 0}
    fail(lambda: caller.send(script, **settings), ServiceUnavailableResponseError)
    assert not breaker.is_open(ORIGIN)
    fail(lambda: caller.read(script, **settings), BadGatewayResponseError)
    assert breaker.is_open(ORIGIN)
    for call in (caller.send, caller.read):
        rejected = fail(lambda call=call: call(script, **settings), CircuitOpenError)  # type: ignore[misc]  # mypy does not infer the type of the default
        assert LONG - 60 < (rejected.until - datetime.now(UTC)).total_seconds() <= LONG
        assert rejected.key == ORIGIN
    assert len(script.requests) == 2


def test_the_error_says_what_failed_and_until_when(caller: ScriptCaller) -> None:
    settings: Any = {"attempt_middleware": [CircuitBreaker(failures=1, cooldown=LONG)], "retries": 0}
    fail(lambda: caller.send(Script([error(503, "the fire alarm")]), **settings), SDKError)
    rejected = fail(lambda: caller.send(Script(), **settings), CircuitOpenError)
    expected = f"the circuit of {ORIGIN} is open until {rejected.until:%H:%M:%S} UTC"
    assert expected in str(rejected)
    assert "the fire alarm" in str(rejected)
    copy = pickle.loads(pickle.dumps(rejected))
    assert (type(copy), str(copy), copy.key, copy.until) == (CircuitOpenError, str(rejected), ORIGIN, rejected.until)


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (408, SDKError),
        (500, SDKError),
        (529, SDKError),
        (connection_error(), ConnectionFailedError),
        (timeout("read"), TimedOutError),
    ],
)
def test_failures_of_the_service_open_the_circuit(
    caller: ScriptCaller, place: str, failure: Any, kind: type[SDKError]
) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG)
    fail(lambda: caller.send(Script([failure]), **{place: [breaker]}, retries=0), kind)
    assert breaker.is_open(ORIGIN)


@pytest.mark.parametrize("failure", [400, 401, 402, 404, 429])
def test_errors_that_show_a_working_service_do_not(caller: ScriptCaller, place: str, failure: int) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG)
    fail(lambda: caller.send(Script([failure]), **{place: [breaker]}, retries=0), SDKError)
    assert not breaker.is_open(ORIGIN)


def test_an_open_circuit_ends_the_retries_of_a_call(caller: ScriptCaller) -> None:
    script = Script(default=503)
    breaker = CircuitBreaker(failures=3, cooldown=LONG)
    rejected = fail(lambda: caller.send(script, attempt_middleware=[breaker], retries=QUICK), CircuitOpenError)
    assert len(script.requests) == 3
    assert [attempt.status for attempt in rejected.attempts] == [503, 503, 503, None]


def test_around_calls_the_retries_of_a_call_count_once(caller: ScriptCaller) -> None:
    breaker = CircuitBreaker(failures=2, cooldown=LONG)
    fail(lambda: caller.send(Script(default=503), middleware=[breaker], retries=QUICK), ServiceUnavailableResponseError)
    assert not breaker.is_open(ORIGIN)


def test_a_request_that_succeeds_after_the_cooldown_closes_the_circuit(caller: ScriptCaller, place: str) -> None:
    breaker = CircuitBreaker(failures=2, cooldown=0.2)
    settings: Any = {place: [breaker], "retries": 0}
    for _ in range(2):
        fail(lambda: caller.send(Script([503]), **settings), SDKError)
    wait_until(lambda: not breaker.is_open(ORIGIN))
    assert caller.read(Script(["Hello"]), **settings).text == "Hello"
    fail(lambda: caller.send(Script([503]), **settings), ServiceUnavailableResponseError)
    assert not breaker.is_open(ORIGIN)  # the earlier failures do not count any more


def test_a_request_that_fails_after_the_cooldown_opens_the_circuit_again(caller: ScriptCaller, place: str) -> None:
    breaker = CircuitBreaker(failures=2, cooldown=1)
    settings: Any = {place: [breaker], "retries": 0}
    for _ in range(2):
        fail(lambda: caller.send(Script([503]), **settings), SDKError)
    wait_until(lambda: not breaker.is_open(ORIGIN))
    fail(lambda: caller.send(Script([503]), **settings), ServiceUnavailableResponseError)
    assert breaker.is_open(ORIGIN)


def test_failures_outside_the_window_do_not_count(caller: ScriptCaller) -> None:
    breaker = CircuitBreaker(failures=2, window=0.05, cooldown=LONG)
    for _ in range(3):
        fail(lambda: caller.send(Script([503]), attempt_middleware=[breaker], retries=0), SDKError)
        time.sleep(0.1)
    assert not breaker.is_open(ORIGIN)


def test_only_one_request_finds_out_whether_the_service_has_recovered() -> None:
    breaker = CircuitBreaker(failures=1, cooldown=0.05)
    entered, finish = threading.Event(), threading.Event()

    def hold(request: Request, call_next: Handler) -> Flow[Response]:
        entered.set()
        assert finish.wait(20)
        response = yield from call_next(request)
        return response

    messages = [user("hi")]
    with Script([503]).client(attempt_middleware=[breaker], retries=0) as client:
        fail(lambda: client.chat.send(model="a", messages=messages), ServiceUnavailableResponseError)
    wait_until(lambda: not breaker.is_open(ORIGIN))
    script = Script(default="Hello")
    with script.client(attempt_middleware=[breaker, hold], retries=0) as client:
        probe = threading.Thread(target=lambda: client.chat.send(model="a", messages=messages))
        probe.start()
        assert entered.wait(20)
        try:
            rejected = fail(lambda: client.chat.send(model="a", messages=messages), CircuitOpenError)
            assert "a request finds out whether it has recovered" in str(rejected)
        finally:
            finish.set()
            probe.join()
        assert client.chat.send(model="a", messages=messages).text == "Hello"


def test_a_cancelled_request_lets_the_next_one_find_out(caller: ScriptCaller) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=0.05)

    def interrupt(request: Request, call_next: Handler) -> Flow[Response]:
        yield from call_next(request)
        raise KeyError("interrupted")

    fail(lambda: caller.send(Script([503]), attempt_middleware=[breaker], retries=0), SDKError)
    wait_until(lambda: not breaker.is_open(ORIGIN))
    with pytest.raises(KeyError):
        caller.send(Script(["Hello"]), attempt_middleware=[breaker, interrupt], retries=0)
    assert caller.send(Script(["Hello"]), attempt_middleware=[breaker], retries=0).text == "Hello"


def test_a_stream_whose_connection_breaks_is_a_failure(caller: ScriptCaller, place: str) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG)
    script = Script([stream("Hel", connection_error())])
    fail(lambda: caller.read(script, **{place: [breaker]}), IncompleteStreamError)
    assert breaker.is_open(ORIGIN)


@pytest.mark.parametrize("end", ["close", "drop"])
def test_a_stream_that_the_caller_gives_up_is_no_failure(caller: ScriptCaller, place: str, end: str) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG)
    assert caller.read_one(Script([["Hel", "lo"]]), end=end, **{place: [breaker]}) == "Hel"
    assert not breaker.is_open(ORIGIN)


def test_each_key_has_its_own_circuit(caller: ScriptCaller) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG, key=lambda request: request.model)
    settings: Any = {"attempt_middleware": [breaker], "retries": 0}
    fail(lambda: caller.send(Script([503]), **settings), SDKError)
    assert caller.send(Script(["Hello"]), model="b/b", **settings).text == "Hello"
    assert fail(lambda: caller.send(Script(), **settings), CircuitOpenError).key == "a/a"
    breaker.reset()
    assert caller.send(Script(["Hello"]), **settings).text == "Hello"


def test_is_failure_overrides_the_rule(caller: ScriptCaller) -> None:
    def judge(error: SDKError) -> bool | None:
        return {429: True, 503: False}.get(error.status_code or 0)

    breaker = CircuitBreaker(failures=2, cooldown=LONG, is_failure=judge)
    for status in (429, 503, 503, 500):
        assert not breaker.is_open(ORIGIN)
        fail(lambda status=status: caller.send(Script([status]), attempt_middleware=[breaker], retries=0), SDKError)  # type: ignore[misc]  # mypy does not infer the type of the default
    assert breaker.is_open(ORIGIN)


def test_the_wait_of_another_middleware_is_no_failure(caller: ScriptCaller, place: str) -> None:
    breaker, limiter = CircuitBreaker(failures=1, cooldown=LONG), RateLimiter(requests=1, per=LONG)
    layers: dict[str, Any] = {"attempt_middleware": [limiter]}
    layers[place] = [breaker, *layers.get(place, [])]
    script = Script(default="Hello")
    caller.send(script, **layers)
    for call in (caller.send, caller.read):
        late = fail(lambda call=call: call(script, timeout=TimeoutOptions(total=0.1), **layers), TimedOutError)  # type: ignore[misc]  # mypy does not infer the type of the default
        assert late.phase == "total"
    assert not breaker.is_open(ORIGIN)
    assert len(script.requests) == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_service_that_does_not_respond_within_the_limit_total_is_a_failure(backend: str, place: str) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG)
    with Loopback(["hang"]) as server:
        fail(
            lambda: Caller(backend).send(server.url, timeout=TimeoutOptions(total=0.3), **{place: [breaker]}),
            TimedOutError,
        )
        assert breaker.is_open(server.url.removesuffix("/api/v1"))


def test_a_long_stream_that_exceeds_the_limit_total_is_no_failure(caller: ScriptCaller, place: str) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=LONG)
    script = Script([stream("Hel", pause(60), "lo")])
    fail(lambda: caller.read(script, timeout=TimeoutOptions(total=0.5), **{place: [breaker]}), SDKError)
    assert not breaker.is_open(ORIGIN)


def test_a_flow_that_is_collected_while_its_thread_uses_the_breaker_does_not_block_it() -> None:
    class Key(str):
        """A key that drops the flow while the breaker, which has its lock, uses it."""

        __slots__ = ()

        def __hash__(self) -> int:
            flows.clear()
            gc.collect()
            return super().__hash__()

    def wait(request: Request) -> Flow[Response]:
        yield from do(Sleep(1))
        raise AssertionError

    breaker = CircuitBreaker(failures=1, cooldown=0.05)
    fail(lambda: ScriptCaller("sync").send(Script([503]), attempt_middleware=[breaker], retries=0), SDKError)
    wait_until(lambda: not breaker.is_open(ORIGIN))
    flows = [breaker(Request("POST", f"{ORIGIN}/v1", {}, b"{}", TimeoutOptions(), attempt=1), wait)]
    next(flows[0])  # the request that finds out whether the service has recovered
    assert breaker.is_open(ORIGIN)
    done = threading.Event()

    def use() -> None:
        breaker.is_open(Key(ORIGIN))
        done.set()

    threading.Thread(target=use, daemon=True).start()
    assert done.wait(30), "the breaker waits for itself"
    assert not flows
    assert not breaker.is_open(ORIGIN)  # the next request finds out


def test_keys_that_fail_no_more_do_not_stay_in_memory() -> None:
    breaker = CircuitBreaker(failures=1, window=0.02, cooldown=0.02, key=lambda request: request.model)

    def reject(request: Request) -> Flow[Response]:
        raise ConnectionFailedError("refused")
        yield

    def fail_many(count: int, name: str) -> None:
        for number in range(count):
            body = b'{"model": "%s/%d"}' % (name.encode(), number)
            request = Request("POST", f"{ORIGIN}/v1", {}, body, TimeoutOptions(), attempt=1)
            fail(lambda request=request: next(breaker(request, reject)), ConnectionFailedError)  # type: ignore[misc]  # mypy does not infer the type of the default

    fail_many(1500, "a")
    time.sleep(0.05)
    fail_many(10, "b")
    breaker.is_open("b/9")
    assert len(breaker._circuits) <= 1010


@pytest.mark.parametrize(
    "arguments", [{"failures": 0}, {"window": -1}, {"cooldown": "1"}, {"key": "model"}, {"is_failure": 1}]
)
def test_invalid_settings_are_rejected_by_name(arguments: Any) -> None:
    with pytest.raises(ConfigurationError, match=f"{next(iter(arguments))} must be a"):
        CircuitBreaker(**arguments)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_dead_service_is_not_called_through_real_sockets(backend: str) -> None:
    caller = Caller(backend)
    breaker = CircuitBreaker(failures=2, cooldown=LONG)
    settings: Any = {"attempt_middleware": [breaker], "timeout": TimeoutOptions(read=0.5)}
    with Loopback(["request", "reset"], ["request", "hang"], [http_response(completion())]) as server:
        fail(lambda: caller.send(server.url, **settings), ConnectionFailedError)
        fail(lambda: caller.send(server.url, **settings), TimedOutError)
        fail(lambda: caller.send(server.url, **settings), CircuitOpenError)
        assert len(server.requests) == 2
