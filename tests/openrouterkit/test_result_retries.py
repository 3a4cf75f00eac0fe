"""Retries on results: `RetryOptions(should_retry_result=...)`."""

from __future__ import annotations

from typing import Any

import pytest
from callers import BACKENDS, Caller
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import ConfigurationError, DecodeError, RetryOptions

BAD, GOOD = [http_response(completion("bad"))], [http_response(completion("good"))]


def make_stream(text: str) -> list[Any]:
    """Return a stream whose first chunk has no content."""
    return [STREAM_HEAD, piece(event(chunk(""))), 0.02, piece(event(chunk(text))), 0.05, piece(DONE), END]


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


def is_bad(result: Any) -> bool | None:
    """Request a retry for results with a bad text."""
    return True if result.text == "bad" else None


def make_options(function: Any, **options: Any) -> RetryOptions:
    return RetryOptions(should_retry_result=function, initial_interval=0.01, **options)


def test_a_result_is_retried_until_the_function_accepts_it(caller: Caller) -> None:
    with Loopback(BAD, BAD, GOOD) as server:
        result = caller.send(server.url, retries=make_options(is_bad))
    assert result.text == "good"
    attempts = result.response.attempts
    assert [(attempt.status, attempt.error) for attempt in attempts] == [(200, None)] * 3
    assert "RetryOptions.should_retry_result returned True" in str(attempts[0].reason)


def test_the_result_of_the_last_attempt_is_returned(caller: Caller) -> None:
    with Loopback(BAD) as server:
        result = caller.send(server.url, retries=make_options(is_bad, max_attempts=2))
    assert (result.text, len(server.requests)) == ("bad", 2)


def test_a_stream_is_judged_by_its_first_content(caller: Caller) -> None:
    seen: list[str] = []

    def judge(result: Any) -> bool:
        seen.append(result.text)
        return result.text == "bad"

    done = [STREAM_HEAD, piece(event(chunk("good", "stop"))), piece(DONE), END]
    with Loopback(make_stream("bad"), done) as server:
        assert caller.read(server.url, retries=make_options(judge)).text == "good"
    assert seen == ["bad", "good"]


def test_the_function_can_return_the_seconds_to_wait(caller: Caller) -> None:
    with Loopback(BAD, GOOD) as server:
        result = caller.send(server.url, retries=make_options(lambda result: 0.02 if result.text == "bad" else False))
    assert result.response.attempts[0].wait == 0.02


def test_the_function_can_accept_an_empty_result(caller: Caller) -> None:
    empty = [http_response(completion("", usage=None))]
    with Loopback(empty, GOOD) as server:
        accepting = make_options(lambda _: False, empty=True)
        assert caller.send(server.url, retries=accepting).text == ""
    with Loopback(empty, GOOD) as server:
        assert caller.send(server.url, retries=make_options(lambda _: None, empty=True)).text == "good"


def test_results_of_requests_by_path_are_judged(caller: Caller) -> None:
    with Loopback([http_response({"state": "pending"})], [http_response({"state": "done"})]) as server:
        options = make_options(lambda raw: raw.json()["state"] == "pending")
        assert caller.request(server.url, "GET", "/jobs/1", retries=options).json() == {"state": "done"}


def test_a_result_that_cannot_be_decoded_is_not_judged(caller: Caller) -> None:
    with Loopback([http_response("[1")]) as server, pytest.raises(DecodeError):
        caller.send(server.url, retries=make_options(lambda _: True))
    assert len(server.requests) == 1


@pytest.mark.parametrize("answer", ["yes", 1e12])
def test_an_invalid_verdict_is_rejected_and_closes_the_stream(caller: Caller, answer: Any) -> None:
    expected = "should_retry_result must return True, False, None or seconds"
    with Loopback(make_stream("bad")) as server, pytest.raises(ConfigurationError, match=expected):
        caller.read(server.url, retries=make_options(lambda _: answer))


def test_an_exception_of_the_function_is_raised(caller: Caller) -> None:
    def fail(_: Any) -> bool:
        raise KeyError("judge")

    with Loopback(make_stream("bad")) as server, pytest.raises(KeyError, match="judge"):
        caller.read(server.url, retries=make_options(fail))
