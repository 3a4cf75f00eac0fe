"""A choice with the finish reason "error" is an error of the provider, even if no error object explains it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from parsers import make_chat_parser

from openrouterkit import AsyncOpenRouter, BadGatewayResponseError, OpenRouter, RetryOptions, user
from openrouterkit._errors.api_errors import build_api_error
from openrouterkit.errors import APIError, OpenRouterError, TooManyRequestsResponseError

MESSAGES = [user("hi")]
QUICK = RetryOptions(initial_interval=0.01, jitter=0)
FAILED = {**completion("Hel"), "choices": [{**completion("Hel")["choices"][0], "finish_reason": "error"}]}
OF_MISTRAL = {
    "id": "cmpl-1",
    "object": "chat.completion",
    "model": "mistral-small-latest",
    "choices": [
        {
            "index": 0,
            "finish_reason": "error",
            "message": {"role": "assistant", "content": [{"type": "text", "text": "Hel"}], "tool_calls": None},
        }
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
}
MESSAGE = "the provider ended its answer with an error, and gave no reason (502): try again, or another provider"


@pytest.fixture(params=["sync", "asyncio", "trio"])
def call(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Send a chat request or read a stream; return the result, or the error."""

    def run(server: Loopback, *, stream: bool, retries: Any = QUICK) -> Any:
        settings: Any = {"base_url": server.url, "retries": retries, "timeout": 10}

        async def use() -> Any:
            async with AsyncOpenRouter(**settings) as client:
                if stream:
                    return await client.chat.stream(messages=MESSAGES).read_all()
                return await client.chat.send(messages=MESSAGES)

        try:
            if request.param != "sync":
                return anyio.run(use, backend=request.param)
            with OpenRouter(**settings) as client:
                if stream:
                    return client.chat.stream(messages=MESSAGES).read_all()
                return client.chat.send(messages=MESSAGES)
        except OpenRouterError as error:
            return error

    return run


@pytest.mark.parametrize("body", [FAILED, OF_MISTRAL], ids=["OpenRouter", "Mistral"])
def test_a_failed_choice_of_a_plain_result_raises_with_the_result(call: Any, body: Any) -> None:
    with Loopback([http_response(body)]) as server:
        error = call(server, stream=False, retries=0)
    assert type(error) is BadGatewayResponseError
    assert (error.status_code, str(error), error.code, error.body) == (502, MESSAGE, None, body)
    assert (error.partial.text, error.partial.to_dict()) == ("Hel", body)


USED: dict[str, Any] = {"usage": {"prompt_tokens": 1, "completion_tokens": 0, "total_tokens": 1, "cost": 0.0}}
EMPTY: list[dict[str, Any]] = [{}, {"content": None, "tool_calls": []}, {"role": "assistant", "content": ""}]
CONTENT: list[dict[str, Any]] = [
    {"content": "Hel"},
    {"content": [{"type": "text", "text": "Hel"}]},
    {"content": None, "reasoning": "hm"},
    {"content": "", "reasoning_content": "hm"},
    {"reasoning_details": [{"type": "reasoning.text", "text": "hm"}]},
    {"tool_calls": [{"index": 0, "id": "c", "type": "function", "function": {"name": "f", "arguments": ""}}]},
    {"refusal": "no"},
    {"images": [{"type": "image_url", "image_url": {"url": "data:,"}}]},
    {"audio": {"id": "a", "data": "aGk="}},
]
EXPLAINED = {"error": {"code": 502, "message": "bad"}}


def make_failed(message: Any, kind: str, failure: Any) -> dict[str, Any]:
    """Return a completion or chunk whose first choice failed, with these members; the second has the message."""
    name = "delta" if kind == "chunk" else "message"
    choices = [{"index": 0, name: {"role": "assistant"}, **failure}, {"index": 1, name: message, "finish_reason": None}]
    return {**(chunk() if kind == "chunk" else completion()), **USED, "choices": choices}


FAILURES = [{"finish_reason": "error"}, {"finish_reason": "error", **EXPLAINED}, {"finish_reason": None, **EXPLAINED}]


@pytest.mark.parametrize("failure", FAILURES, ids=["finish reason", "both", "error"])
@pytest.mark.parametrize("message", EMPTY)
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_a_failed_choice_is_retried_if_no_choice_has_content(
    call: Any, failure: Any, message: Any, stream: Any
) -> None:
    if stream:
        failed = [STREAM_HEAD, piece(event(make_failed(message, "chunk", failure))), END]
        whole: Any = [STREAM_HEAD, piece(event(chunk("Hello", "stop")) + DONE), END]
    else:
        failed = [http_response(make_failed(message, "completion", failure))]
        whole = [http_response(completion())]
    with Loopback(failed, whole) as server:
        result = call(server, stream=stream)
    assert (result.text, [attempt.status for attempt in result.response.attempts]) == ("Hello", [502, 200])


@pytest.mark.parametrize("failure", FAILURES, ids=["finish reason", "both", "error"])
@pytest.mark.parametrize("message", CONTENT)
@pytest.mark.parametrize("kind", ["completion", "chunk"])
def test_a_failed_choice_beside_content_in_any_choice_is_not_retried(failure: Any, message: Any, kind: Any) -> None:
    script = [http_response(make_failed(message, kind, failure))]
    if kind == "chunk":
        script = [STREAM_HEAD, piece(event(make_failed(message, kind, failure))), END]
    with Loopback(script, script) as server, OpenRouter(base_url=server.url, retries=QUICK) as client:
        with pytest.raises(BadGatewayResponseError) as caught:
            client.chat.stream(messages=MESSAGES).read_all() if kind == "chunk" else client.chat.send(messages=MESSAGES)
        assert len(server.requests) == 1
    error = caught.value
    assert error.answered
    assert len(error.partial.choices) == 2
    assert [attempt.reason for attempt in error.attempts] == ["the response already has content"]


@pytest.mark.parametrize("body", [FAILED, OF_MISTRAL, {**completion("Hel"), **EXPLAINED}])
def test_an_error_beside_content_in_a_plain_result_is_raised_at_once(call: Any, body: Any) -> None:
    with Loopback([http_response(body)], [http_response(completion())]) as server:
        error = call(server, stream=False)
        assert len(server.requests) == 1
    assert (type(error), error.partial.text) == (BadGatewayResponseError, "Hel")


def test_should_retry_can_retry_an_error_beside_content(call: Any) -> None:
    retries = RetryOptions(initial_interval=0.01, should_retry=lambda error: isinstance(error, APIError))
    with Loopback([http_response(FAILED)], [http_response(completion())]) as server:
        assert call(server, stream=False, retries=retries).text == "Hello"


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, {"choices": 7}, {"choices": [None, {"message": "x"}]}])
def test_an_error_beside_anything_but_choices_has_no_content(value: Any) -> None:
    assert not build_api_error(502, {}, json.dumps(value).encode()).answered


LATE = [STREAM_HEAD, piece(event(chunk("Hel"))), 0.02, piece(event(chunk("lo", "error")) + DONE), END]


def test_a_failed_choice_in_a_stream_raises_with_the_text_and_is_not_retried(call: Any) -> None:
    with Loopback(LATE) as server:
        error = call(server, stream=True)
        assert len(server.requests) == 1
    assert type(error) is BadGatewayResponseError
    assert (str(error), error.generation_id) == (MESSAGE, "gen-1")
    assert (error.partial.text, error.partial.finish_reason) == ("Hello", "error")


def test_a_failed_choice_with_content_in_the_first_event_is_not_retried(call: Any) -> None:
    failed = [STREAM_HEAD, piece(event(chunk("Hel", "error"))), END]
    with Loopback(failed, failed) as server:
        error = call(server, stream=True)
        assert len(server.requests) == 1
    assert (type(error), error.partial.text) == (BadGatewayResponseError, "Hel")


def test_the_error_object_explains_the_failed_choice() -> None:
    parser = make_chat_parser()
    parser.feed(event({**chunk("a", "error"), "error": {"code": 429, "message": "slow"}}), 1.0)
    assert type(parser.failure) is TooManyRequestsResponseError
    parser = make_chat_parser()
    parser.feed(event({**chunk("a", "error"), "error": {}}), 1.0)
    assert type(parser.failure) is BadGatewayResponseError


def test_one_failed_choice_of_two_fails_the_stream() -> None:
    parser = make_chat_parser()
    choices = [{"index": 0, "delta": {}, "finish_reason": "stop"}, {"index": 1, "delta": {}, "finish_reason": "error"}]
    parser.feed(event({**chunk(), "choices": choices}), 1.0)
    assert type(parser.failure) is BadGatewayResponseError


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"code": 500, "message": "no"}},
        {"error": {"code": 500, "message": "no"}, "choices": []},
        {"error": {"code": 500, "message": "no"}, "choices": None},
    ],
)
def test_an_error_without_choices_has_no_partial_result(call: Any, body: Any) -> None:
    with Loopback([http_response(body)]) as server:
        error = call(server, stream=False, retries=0)
    assert isinstance(error, APIError)
    assert (error.status_code, error.partial) == (500, None)


def test_the_partial_result_beside_an_error_has_no_key() -> None:
    body = completion("your key is sk-or-v1-secret", error={"code": 400, "message": "no"})
    with (
        Loopback([http_response(body)]) as server,
        OpenRouter(base_url=server.url, api_key="sk-or-v1-secret") as client,
        pytest.raises(APIError) as caught,
    ):
        client.chat.send(messages=MESSAGES)
    assert caught.value.partial.text.startswith("your key is ")
    assert "secret" not in caught.value.partial.text
