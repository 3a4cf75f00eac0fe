"""The behaviour of each local model, tested through the SDK's clients."""

import json
import time

import anyio
import httpx
import jsonschema
import pytest

from openrouterkit import (
    APIError,
    AsyncOpenRouter,
    BadRequestResponseError,
    DecodeError,
    IncompleteStreamError,
    NotFoundResponseError,
    OpenRouter,
    RequestOptions,
    ServiceUnavailableResponseError,
    TooManyRequestsResponseError,
    UnprocessableEntityResponseError,
    content,
    function_tool,
    json_object,
    json_schema,
    named_tool,
    tool,
    user,
)
from openrouterkit_local.contract.document import load_shipped_contract
from openrouterkit_local.operations.chat.behaviours import BEHAVIOURS, STORY
from openrouterkit_local.operations.models import MODELS
from openrouterkit_local.operations.usage import build_usage

WEATHER = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 2}},
    "required": ["city", "days"],
}
TOOLS = [function_tool("weather", parameters=WEATHER), function_tool("clock")]
PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def client(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client:
        yield client


def send_raw(server, **request):
    """Return the non-empty lines of a stream; for a request without streaming, the httpx response."""
    body = {"messages": [{"role": "user", "content": "one two three"}], **request}
    response = httpx.post(f"{server.base_url}/chat/completions", json=body)
    if not request.get("stream"):
        return response
    return [line for line in response.text.split("\n") if line]


def parse_chunks(lines):
    return [json.loads(line[6:]) for line in lines if line.startswith("data: {")]


def test_echo_repeats_the_last_user_text_and_streams_it_word_by_word(client):
    messages = [user("First"), user([content.text("Hello  there,"), content.text("you")])]
    assert client.chat.send(model="local/echo", messages=messages).text == "Hello  there, you"
    with client.chat.stream(model="local/echo", messages=messages) as stream:
        assert [chunk.text for chunk in stream if chunk.text] == ["Hello", "  there,", " you"]


def test_a_stream_has_comments_roles_one_usage_chunk_and_the_sentinel(openrouterkit_server):
    lines = send_raw(openrouterkit_server, model="local/echo", stream=True)
    parsed = parse_chunks(lines)
    assert lines[0] == ": OPENROUTER PROCESSING"
    assert lines[2] == ": OPENROUTER PROCESSING"
    assert lines[-1] == "data: [DONE]"
    assert all(choice["delta"]["role"] == "assistant" for chunk in parsed for choice in chunk["choices"])
    assert [chunk["choices"] for chunk in parsed if "usage" in chunk] == [[]]
    assert parsed[-2]["choices"][0]["finish_reason"] == "stop"


def test_a_whole_response_starts_with_white_space_and_has_an_id_header(openrouterkit_server):
    response = send_raw(openrouterkit_server, model="local/echo")
    assert response.text.startswith("\n         \n{")
    assert response.headers["x-generation-id"] == response.json()["id"]
    assert response.headers["content-type"] == "application/json"


def test_all_chunks_of_a_stream_have_the_id_of_the_result(client):
    with client.chat.stream(model="local/story", messages=[user("Go on")]) as stream:
        ids = {chunk.id for chunk in stream}
    assert ids == {stream.result().id}


def test_story_replies_with_the_story(client):
    assert client.chat.send(model="local/story", messages=[user("x")]).text == STORY


@pytest.mark.parametrize("streamed", [False, True])
def test_tools_calls_the_first_tool_with_valid_arguments_then_uses_its_result(client, streamed):
    messages = [user("How is the weather?")]

    def send():
        if not streamed:
            return client.chat.send(model="local/tools", messages=messages, tools=TOOLS)
        with client.chat.stream(model="local/tools", messages=messages, tools=TOOLS) as stream:
            return stream.read_all()

    first = send()
    (call,) = first.tool_calls
    arguments = json.loads(call.function.arguments)
    jsonschema.validate(arguments, WEATHER)
    assert (call.function.name, arguments["city"], first.choices[0].finish_reason) == ("weather", "Paris", "tool_calls")
    messages += [first.assistant_message, tool("18 degrees", tool_call_id=call.id)]
    assert send().text == "The tool weather says: 18 degrees"


def test_tools_follows_tool_choice(client):
    chosen = client.chat.send(
        model="local/tools", messages=[user("Time?")], tools=TOOLS, tool_choice=named_tool("clock")
    )
    assert [call.function.name for call in chosen.tool_calls] == ["clock"]
    none = client.chat.send(model="local/tools", messages=[user("Time?")], tools=TOOLS, tool_choice="none")
    assert (none.tool_calls, none.text) == ([], "There is no tool to call; pass one in tools.")


@pytest.mark.parametrize("streamed", [False, True])
def test_reasoning_is_signed_and_continues_from_the_details_sent_back(client, streamed):
    messages = [user("Six times seven?")]

    def send():
        if not streamed:
            return client.chat.send(model="local/reasoning", messages=messages)
        with client.chat.stream(model="local/reasoning", messages=messages) as stream:
            return stream.read_all()

    first = send()
    message = first.choices[0].message
    (detail,) = message.reasoning_details
    assert message.reasoning == detail.text == "The user says: Six times seven? I shall answer that."
    assert detail.signature.startswith("local-")
    assert first.usage.completion_tokens_details.reasoning_tokens == 10
    messages += [first.assistant_message, user("And eight?")]
    assert send().choices[0].message.reasoning.startswith("Before, I thought: The user says: Six times seven?")


def test_changed_reasoning_details_are_rejected_with_their_path(client):
    first = client.chat.send(model="local/reasoning", messages=[user("Six times seven?")]).assistant_message.to_dict()
    first["reasoning_details"][0]["text"] += " Or so."
    with pytest.raises(BadRequestResponseError, match=r"messages\.1\.reasoning_details\.0\.signature: does not match"):
        client.chat.send(model="local/reasoning", messages=[user("Six times seven?"), first, user("And?")])


@pytest.mark.parametrize(
    ("settings", "reasoning", "tokens"),
    [
        ({}, "The user says: x I shall answer that.", 8),
        ({"exclude": True}, None, 8),
        ({"enabled": False}, None, 0),
        ({"effort": "none"}, None, 0),
        ({"max_tokens": 2}, "The user", 2),
    ],
)
def test_reasoning_follows_the_reasoning_settings(client, settings, reasoning, tokens):
    result = client.chat.send(model="local/reasoning", messages=[user("x")], reasoning=settings)
    assert result.choices[0].message.reasoning == reasoning
    assert result.usage.completion_tokens_details.reasoning_tokens == tokens


def test_reasoning_is_also_switched_off_by_the_parameter_of_the_openai_api(client):
    result = client.chat.send(model="local/reasoning", messages=[user("x")], reasoning_effort="none")
    assert result.choices[0].message.reasoning is None
    result = client.chat.send(model="local/reasoning", messages=[user("x")], reasoning_effort="high")
    assert result.choices[0].message.reasoning == "The user says: x I shall answer that."


def test_reasoning_precedes_a_tool_call_and_continues_after_its_result(client):
    messages = [user("Weather?")]
    first = client.chat.send(model="local/reasoning", messages=messages, tools=TOOLS)
    messages += [first.assistant_message, tool("rain", tool_call_id=first.tool_calls[0].id)]
    second = client.chat.send(model="local/reasoning", messages=messages, tools=TOOLS)
    assert (second.text, "Before, I thought" in second.choices[0].message.reasoning) == (
        "The tool weather says: rain",
        True,
    )


def test_json_is_valid_for_the_schema_of_the_response_format(client):
    response_format = json_schema("forecast", schema=WEATHER)
    result = client.chat.send(model="local/json", messages=[user("x")], response_format=response_format)
    jsonschema.validate(json.loads(result.text), WEATHER)
    plain = client.chat.send(model="local/json", messages=[user("x")], response_format=json_object())
    assert json.loads(plain.text) == {"echo": "x"}


def test_json_names_the_member_for_which_no_value_can_be_generated(client):
    schema = {"type": "object", "properties": {"code": {"type": "string", "pattern": "^z{17}q$"}}}
    with pytest.raises(
        BadRequestResponseError, match=r"response_format\.json_schema\.schema: cannot generate a value for code"
    ):
        client.chat.send(model="local/json", messages=[user("x")], response_format=json_schema("f", schema=schema))


def test_slow_sends_keep_alives_and_replies_after_its_delay(openrouterkit_server):
    openrouterkit_server.settings.delay = 0.2
    start = time.perf_counter()
    lines = send_raw(openrouterkit_server, model="local/slow", stream=True)
    assert 0.2 < time.perf_counter() - start < 1
    assert lines[:4] == [": OPENROUTER PROCESSING"] * 4
    assert send_raw(openrouterkit_server, model="local/slow-0.1").text.startswith("\n         \n" * 4 + "{")


DECLARED_STATUSES = sorted(
    int(status)
    for status in load_shipped_contract().find_operation("sendChatCompletionRequest").definition["responses"]
    if status >= "4"
)


@pytest.mark.parametrize("status", [*DECLARED_STATUSES, 418, 599])
def test_error_models_fail_with_their_status_whole_and_streamed(client, status):
    with pytest.raises(APIError) as caught:
        client.chat.send(model=f"local/error-{status}", messages=[user("x")])
    assert (caught.value.status_code, bool(caught.value.message)) == (status, True)
    assert caught.value.retry_after == (0.1 if status in {429, 503, 529} else None)
    with (
        pytest.raises(APIError) as caught,
        client.chat.stream(model=f"local/error-{status}", messages=[user("x")]) as stream,
    ):
        stream.read_all()
    assert caught.value.status_code == status


def test_error_in_200_fails_with_status_200(client, openrouterkit_server):
    with pytest.raises(TooManyRequestsResponseError) as caught:
        client.chat.send(model="local/error-in-200", messages=[user("x")])
    assert caught.value.retry_after == 0.1
    with (
        pytest.raises(TooManyRequestsResponseError),
        client.chat.stream(model="local/error-in-200", messages=[user("x")]) as stream,
    ):
        stream.read_all()
    assert [request.status for request in openrouterkit_server.requests] == [200, 200]


def test_error_mid_stream_fails_after_half_of_the_words(client):
    with (
        pytest.raises(TooManyRequestsResponseError) as caught,
        client.chat.stream(model="local/error-mid-stream", messages=[user("x")]) as stream,
    ):
        stream.read_all()
    assert STORY.startswith(caught.value.partial.text)
    assert caught.value.partial.text
    with pytest.raises(TooManyRequestsResponseError):
        client.chat.send(model="local/error-mid-stream", messages=[user("x")])


def test_truncated_responses_raise_an_error(client):
    with (
        pytest.raises(IncompleteStreamError) as caught,
        client.chat.stream(model="local/truncated", messages=[user("x")]) as stream,
    ):
        stream.read_all()
    assert STORY.startswith(caught.value.partial.text)
    with pytest.raises(DecodeError):
        client.chat.send(model="local/truncated", messages=[user("x")])


def test_flaky_fails_twice_per_conversation_then_replies(client):
    outcomes = []
    for _ in range(4):
        try:
            outcomes.append(client.chat.send(model="local/flaky", messages=[user("x")]).text)
        except APIError as error:
            outcomes.append((type(error), error.retry_after))
    assert outcomes == [(TooManyRequestsResponseError, 0.1), (ServiceUnavailableResponseError, 0.1), "x", "x"]


def test_flaky_counts_by_session_and_succeeds_at_the_second_retry(client):
    for name in ("one", "two"):
        options = RequestOptions(retries=2, headers={"x-session-id": name})
        result = client.chat.send(model="local/flaky", messages=[user("x")], options=options)
        assert [attempt.status for attempt in result.response.attempts] == [429, 503, 200]


def test_empty_replies_with_no_text_and_no_tokens(client):
    result = client.chat.send(model="local/empty", messages=[user("x")])
    assert (result.text, result.usage.completion_tokens) == ("", 0)
    with client.chat.stream(model="local/empty", messages=[user("x")]) as stream:
        assert stream.read_all().text == ""


@pytest.mark.parametrize(
    ("members", "text"),
    [
        ({"messages": [user("What is the capital of France?")]}, "Paris."),
        ({"messages": [user("Tell me a story.")]}, STORY),
        ({"messages": [user("Hello")]}, "Hello"),
        ({"messages": [user([content.text("And this?"), content.image(PIXEL)])]}, "I see 1 image. And this?"),
        ({"messages": [user("x")], "response_format": json_object()}, '{"echo":"x"}'),
    ],
)
def test_any_other_model_replies_helpfully_under_its_own_name(client, members, text):
    result = client.chat.send(model="openai/gpt-4o-mini", **members)
    assert (result.text, result.model) == (text, "openai/gpt-4o-mini")


@pytest.mark.parametrize("model", ["no/such-model", "local/ehco"])
def test_unknown_models_return_404(client, model):
    with pytest.raises(NotFoundResponseError, match=f"No endpoints found for {model}"):
        client.chat.send(model=model, messages=[user("x")])


def test_models_are_tried_in_order_until_one_replies(client):
    result = client.chat.send(model="local/error-503", models=["no/such-model", "local/echo"], messages=[user("x")])
    assert (result.text, result.model) == ("x", "local/echo")


@pytest.mark.parametrize(
    ("limits", "text", "finish_reason"),
    [
        ({"max_tokens": 2}, "one two", "length"),
        ({"max_completion_tokens": 1, "max_tokens": 2}, "one", "length"),
        ({"max_tokens": 3}, "one two three", "stop"),
        ({"stop": " three"}, "one two", "stop"),
        ({"stop": ["zzz", "two"]}, "one ", "stop"),
        ({"max_tokens": 0}, "", "length"),
    ],
)
def test_stop_and_max_tokens_cut_the_text_whole_and_streamed(client, limits, text, finish_reason):
    messages = [user("one two three")]
    result = client.chat.send(model="local/echo", messages=messages, **limits)
    assert (result.text, result.choices[0].finish_reason) == (text, finish_reason)
    with client.chat.stream(model="local/echo", messages=messages, **limits) as stream:
        assert stream.read_all().text == text


def test_n_returns_several_choices_interleaved_in_a_stream(openrouterkit_server):
    body = send_raw(openrouterkit_server, model="local/echo", n=2).json()
    assert [(choice["index"], choice["message"]["content"]) for choice in body["choices"]] == [
        (0, "one two three"),
        (1, "one two three"),
    ]
    streamed = parse_chunks(send_raw(openrouterkit_server, model="local/echo", n=2, stream=True))
    assert [chunk["choices"][0]["index"] for chunk in streamed[:4]] == [0, 1, 0, 1]
    assert body["usage"]["completion_tokens"] == 6


@pytest.mark.parametrize("choices", [0, -1, 129, 10**12])
def test_too_many_or_too_few_choices_are_rejected(openrouterkit_server, choices):
    response = send_raw(openrouterkit_server, model="local/echo", n=choices)
    assert response.json()["error"]["message"] == f"n: must be from 1 to 128, not {choices}"


def test_a_remote_schema_reference_is_rejected_and_not_fetched(client):
    schema = {"oneOf": [{"type": "string"}, {"$ref": "https://example.com/schema.json"}]}
    with pytest.raises(
        BadRequestResponseError, match=r"response_format\.json_schema\.schema: cannot evaluate the schema"
    ):
        client.chat.send(model="local/json", messages=[user("x")], response_format=json_schema("f", schema=schema))


def test_usage_counts_words_at_the_prices_of_the_model_list(client):
    usage = client.chat.send(model="local/echo", messages=[user("one two three")]).usage
    prices = next(model for model in client.models.list() if model.id == "local/echo").pricing
    assert (usage.prompt_tokens, usage.completion_tokens, usage.total_tokens) == (3, 3, 6)
    assert usage.cost == pytest.approx(3 * float(prices.prompt) + 3 * float(prices.completion), rel=1e-12)


@pytest.mark.parametrize(
    ("request_members", "message"),
    [
        (
            {"tools": TOOLS, "tool_choice": named_tool("clok")},
            "tool_choice.function.name: unknown tool 'clok'; add it to tools",
        ),
        ({"tool_choice": "required"}, 'tool_choice: "required" needs at least one tool; set tools'),
        (
            {"reasoning": {"effort": "low", "max_tokens": 5}},
            "reasoning: effort and max_tokens exclude each other; set one of them",
        ),
        (
            {"reasoning": {"effort": "low"}, "reasoning_effort": "high"},
            "reasoning_effort: differs from reasoning.effort; set one of them",
        ),
    ],
)
def test_conflicting_members_return_422(client, request_members, message):
    with pytest.raises(UnprocessableEntityResponseError) as caught:
        client.chat.send(model="local/echo", messages=[user("x")], **request_members)
    assert message in str(caught.value)


def test_a_tool_result_without_a_tool_call_returns_422(client):
    with pytest.raises(UnprocessableEntityResponseError, match=r"messages\.1\.tool_call_id: unknown id 'call_9'"):
        client.chat.send(model="local/tools", messages=[user("x"), tool("rain", tool_call_id="call_9")])


def test_lone_surrogates_and_other_unicode_text_are_returned_unchanged(client):
    text = "caf\u00e9 \U0001f98a \ud800 \u2028 end"
    assert client.chat.send(model="local/echo", messages=[user(text)]).text == text


def test_the_async_client_streams_concurrently(openrouterkit_server):
    async def send(client, number, texts):
        async with client.chat.stream(model="local/echo", messages=[user(f"Number {number}")]) as stream:
            texts[number] = (await stream.read_all()).text

    async def main():
        texts = {}
        async with (
            AsyncOpenRouter(base_url=openrouterkit_server.base_url) as client,
            anyio.create_task_group() as group,
        ):
            for number in range(20):
                group.start_soon(send, client, number, texts)
        return texts

    assert anyio.run(main) == {number: f"Number {number}" for number in range(20)}


def test_the_model_list_and_the_behaviours_name_the_same_models():
    assert set(MODELS) == {*BEHAVIOURS, "local/slow", "local/embed"}


def test_usage_contains_every_count_and_the_cost() -> None:
    assert build_usage("local/echo", 7, 5, reasoning=2) == {
        "prompt_tokens": 7,
        "completion_tokens": 5,
        "total_tokens": 12,
        "cost": pytest.approx(build_usage("local/echo", 7, 0)["cost"] + build_usage("local/echo", 0, 5)["cost"]),
        "is_byok": False,
        "prompt_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0, "audio_tokens": 0, "video_tokens": 0},
        "cost_details": {
            "upstream_inference_cost": None,
            "upstream_inference_prompt_cost": build_usage("local/echo", 7, 0)["cost"],
            "upstream_inference_completions_cost": build_usage("local/echo", 0, 5)["cost"],
        },
        "completion_tokens_details": {"reasoning_tokens": 2, "image_tokens": 0, "audio_tokens": 0},
    }
