"""A choice with the finish reason "error" is an error of the provider, even if no error object explains it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import pytest
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from parsers import make_chat_parser

from openrouterkit import AsyncOpenRouter, BadGatewayResponseError, OpenRouter, RetryOptions, user
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


def test_a_failed_choice_of_a_plain_result_is_retried(call: Any) -> None:
    with Loopback([http_response(FAILED)], [http_response(completion())]) as server:
        result = call(server, stream=False)
    assert (result.text, [attempt.status for attempt in result.response.attempts]) == ("Hello", [502, 200])


LATE = [STREAM_HEAD, piece(event(chunk("Hel"))), 0.02, piece(event(chunk("lo", "error")) + DONE), END]


def test_a_failed_choice_in_a_stream_raises_with_the_text_and_is_not_retried(call: Any) -> None:
    with Loopback(LATE) as server:
        error = call(server, stream=True)
        assert len(server.requests) == 1
    assert type(error) is BadGatewayResponseError
    assert (str(error), error.generation_id) == (MESSAGE, "gen-1")
    assert (error.partial.text, error.partial.finish_reason) == ("Hello", "error")


@pytest.mark.parametrize("content", ["", "Hel"])
def test_a_failed_choice_in_the_first_event_is_retried(call: Any, content: str) -> None:
    failed = [STREAM_HEAD, piece(event(chunk(content, "error"))), END]
    with Loopback(failed, [STREAM_HEAD, piece(event(chunk("Hello", "stop")) + DONE), END]) as server:
        result = call(server, stream=True)
    assert (result.text, [attempt.status for attempt in result.response.attempts]) == ("Hello", [502, 200])


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
