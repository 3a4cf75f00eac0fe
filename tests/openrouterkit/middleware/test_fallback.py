"""`Fallback`: the next model after errors that another model may not have."""

from __future__ import annotations

from typing import Any

import pytest
from callers import Caller
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import RequestOptions, RetryOptions, TimeoutOptions
from openrouterkit.errors import (
    APIError,
    BadRequestResponseError,
    ConfigurationError,
    ConnectionFailedError,
    ForbiddenResponseError,
    NotFoundResponseError,
    PaymentRequiredResponseError,
    SDKError,
    ServiceUnavailableResponseError,
    TimedOutError,
    UnauthorizedResponseError,
)
from openrouterkit.middleware import CircuitBreaker, Fallback, RateLimiter
from openrouterkit.testing import Script, connection_error, error, reply, stream, timeout

MODELS = ["b/b", "c/c"]


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def use(caller: ScriptCaller, kind: str, script: Script, **settings: Any) -> Any:
    settings = {"middleware": [Fallback(MODELS)], "retries": 0, **settings}
    return (caller.send if kind == "send" else caller.read)(script, **settings)


def tell(story: Any) -> list[tuple[int, str, int | None]]:
    return [(attempt.number, attempt.model, attempt.status) for attempt in story.attempts]


@pytest.mark.parametrize("kind", ["send", "read"])
@pytest.mark.parametrize("failure", [404, 408, 429, 500, 502, 503, 524, 529, timeout("read"), timeout("connect")])
def test_the_next_model_answers_after_an_error_that_it_may_not_have(
    caller: ScriptCaller, kind: str, failure: Any
) -> None:
    script = Script([failure, "Hello"])
    result = use(caller, kind, script)
    assert (result.text, result.model) == ("Hello", "b/b")
    assert [request.model for request in script.requests] == ["a/a", "b/b"]
    status = failure if isinstance(failure, int) else None
    assert tell(result.response) == [(1, "a/a", status), (2, "b/b", 200)]


@pytest.mark.parametrize("kind", ["send", "read"])
@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (400, BadRequestResponseError),
        (401, UnauthorizedResponseError),
        (402, PaymentRequiredResponseError),
        (403, ForbiddenResponseError),
        (connection_error(), ConnectionFailedError),
    ],
)
def test_errors_that_another_model_would_have_too_are_raised(
    caller: ScriptCaller, kind: str, failure: Any, raised: type[SDKError]
) -> None:
    script = Script([failure])
    with pytest.raises(raised):
        use(caller, kind, script)
    assert len(script.requests) == 1


@pytest.mark.parametrize("kind", ["send", "read"])
def test_the_error_of_the_last_model_is_raised_with_the_attempts_of_all(caller: ScriptCaller, kind: str) -> None:
    with pytest.raises(NotFoundResponseError) as caught:
        use(caller, kind, Script([503, 429, 503, 500, 404]), retries=RetryOptions(max_attempts=2, initial_interval=0))
    expected = [(1, "a/a", 503), (2, "a/a", 429), (3, "b/b", 503), (4, "b/b", 500), (5, "c/c", 404)]
    assert tell(caught.value) == expected


@pytest.mark.parametrize("kind", ["send", "read"])
def test_an_error_inside_a_successful_response_counts_as_its_status(caller: ScriptCaller, kind: str) -> None:
    failure = {"error": {"message": "busy", "code": 503}}
    first: Any = reply(failure) if kind == "send" else stream(503)
    assert use(caller, kind, Script([first, "Hello"])).model == "b/b"


def test_a_stream_that_fails_before_its_first_content_is_repeated(caller: ScriptCaller) -> None:
    script = Script([stream({"role": "assistant", "content": ""}, error(503)), "Hello"])
    result = use(caller, "read", script)
    assert (result.text, result.model) == ("Hello", "b/b")
    assert tell(result.response) == [(1, "a/a", 503), (2, "b/b", 200)]


def test_a_stream_that_fails_after_its_first_content_is_not_repeated(caller: ScriptCaller) -> None:
    script = Script([stream("Hel", error(503))])
    with pytest.raises(ServiceUnavailableResponseError) as caught:
        use(caller, "read", script)
    assert caught.value.partial.text == "Hel"
    assert tell(caught.value) == [(1, "a/a", 200)]


def test_an_error_beside_content_is_raised(caller: ScriptCaller) -> None:
    body = {**completion("Hel"), "error": {"message": "cut", "code": 502}}
    with pytest.raises(APIError) as caught:
        use(caller, "send", Script([reply(body)]))
    assert caught.value.partial.text == "Hel"


def test_the_limit_total_ends_the_call_with_all_its_models(caller: ScriptCaller) -> None:
    script = Script(default=error(503, delay=0.2))
    with pytest.raises(TimedOutError) as caught:
        use(
            caller,
            "send",
            script,
            middleware=[Fallback([f"m/{n}" for n in range(100)])],
            timeout=TimeoutOptions(total=1),
        )
    assert caught.value.phase == "total"
    assert 1 < len(script.requests) < 10


def test_the_model_of_the_request_is_not_called_twice(caller: ScriptCaller) -> None:
    script = Script([503, 503])
    with pytest.raises(ServiceUnavailableResponseError):
        use(caller, "send", script, middleware=[Fallback(["a/a", "b/b", "a/a"])])
    assert [request.model for request in script.requests] == ["a/a", "b/b"]


def test_the_other_members_of_the_request_are_the_same_for_every_model(caller: ScriptCaller) -> None:
    script = Script([503, "Hello"])
    use(caller, "read", script)
    first, second = (request.json for request in script.requests)
    assert {**first, "model": "b/b"} == second


def test_should_fall_back_overrides_the_rules(caller: ScriptCaller) -> None:
    def judge(error: SDKError) -> bool | None:
        return {402: True, 503: False}.get(error.status_code or 0)

    fallback = Fallback(MODELS, should_fall_back=judge)
    script = Script([402, 500, 503])
    with pytest.raises(ServiceUnavailableResponseError):
        use(caller, "send", script, middleware=[fallback])
    assert [request.model for request in script.requests] == ["a/a", "b/b", "c/c"]
    with pytest.raises(ServiceUnavailableResponseError):
        use(caller, "send", Script([503]), middleware=[fallback])


def test_a_model_whose_circuit_is_open_is_skipped(caller: ScriptCaller) -> None:
    breaker = CircuitBreaker(failures=1, cooldown=60, key=lambda request: request.model)
    script = Script([503, "Hello", "again"])
    for _ in range(2):
        use(caller, "send", script, attempt_middleware=[breaker])
    assert [request.model for request in script.requests] == ["a/a", "b/b", "b/b"]


def test_a_model_that_would_wait_too_long_for_its_rate_limit_is_skipped(caller: ScriptCaller) -> None:
    limiter = RateLimiter(1, per=600, key=lambda request: request.model, max_wait=0.1)
    script = Script(default="Hello")
    for _ in range(2):
        use(caller, "send", script, attempt_middleware=[limiter])
    assert [request.model for request in script.requests] == ["a/a", "b/b"]


def test_requests_without_a_model_are_sent_unchanged(caller: ScriptCaller) -> None:
    def use(client: Any) -> Any:
        return client.request("GET", "/models")

    async def use_async(client: Any) -> Any:
        return await client.request("GET", "/models")

    with pytest.raises(ServiceUnavailableResponseError):
        caller.run(Script([503]), use, use_async, middleware=[Fallback(MODELS)], retries=0)


def test_a_call_can_have_models_of_its_own(caller: ScriptCaller) -> None:
    script = Script([503, "Hello"])
    assert caller.send(script, retries=0, options=RequestOptions(middleware=[Fallback(["d/d"])])).model == "d/d"


@pytest.mark.parametrize("models", ["b/b", [], [1], [""]])
def test_invalid_models_are_rejected_with_an_example(models: Any) -> None:
    with pytest.raises(ConfigurationError, match=r'models must be a list of names, such as Fallback\(\["a/b"\]\)'):
        Fallback(models)


def test_an_invalid_function_is_rejected() -> None:
    with pytest.raises(ConfigurationError, match="should_fall_back must be a function"):
        Fallback(["a/b"], should_fall_back=True)  # type: ignore[arg-type]  # deliberately invalid


def test_a_fallback_around_attempts_says_where_to_pass_it(caller: ScriptCaller) -> None:
    with pytest.raises(ConfigurationError, match=r"pass middleware=\[Fallback"):
        use(caller, "send", Script(), middleware=[], attempt_middleware=[Fallback(MODELS)])


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_next_model_answers_through_real_sockets(backend: str) -> None:
    caller = Caller(backend)
    busy = http_response({"error": {"message": "busy", "code": 503}}, 503, connection="close")
    head = STREAM_HEAD.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n")
    failed = event(chunk("")) + event({"error": {"message": "busy", "code": 503}})
    good = [STREAM_HEAD, piece(event(chunk("Hello", "stop")) + DONE), END]
    with Loopback([busy], [http_response(completion())]) as server:
        result = caller.send(server.url, middleware=[Fallback(MODELS)])
        assert [attempt.model for attempt in result.response.attempts] == ["a", "b/b"]
    with Loopback([head, piece(failed), END], good) as server:
        assert caller.read(server.url, middleware=[Fallback(MODELS)]).text == "Hello"
        assert [request.json()["model"] for request in server.requests] == ["a", "b/b"]
