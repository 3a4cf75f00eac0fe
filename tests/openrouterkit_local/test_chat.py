"""What each model of the embedded server does, seen through the SDK's own clients."""

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
from openrouterkit_local.contract.description import shipped
from openrouterkit_local.operations.chat.behaviours import BEHAVIOURS, STORY
from openrouterkit_local.operations.models import MODELS

WEATHER = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 2}},
    "required": ["city", "days"],
}
TOOLS = [function_tool("weather", parameters=WEATHER), function_tool("clock")]
PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def client(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as made:
        yield made


def raw(server, **request):
    """The lines of a stream, or the JSON of an answer, as they come over the wire."""
    body = {"messages": [{"role": "user", "content": "one two three"}], **request}
    response = httpx.post(f"{server.base_url}/chat/completions", json=body)
    if not request.get("stream"):
        return response
    return [line for line in response.text.split("\n") if line]


def chunks(lines):
    return [json.loads(line[6:]) for line in lines if line.startswith("data: {")]


def test_echo_repeats_the_last_text_of_the_user_word_by_word_in_a_stream(client):
    messages = [user("First"), user([content.text("Hello  there,"), content.text("you")])]
    assert client.chat.send(model="local/echo", messages=messages).text == "Hello  there, you"
    with client.chat.stream(model="local/echo", messages=messages) as stream:
        assert [chunk.text for chunk in stream if chunk.text] == ["Hello", "  there,", " you"]


def test_a_stream_has_comments_a_role_on_each_chunk_one_usage_chunk_and_the_sentinel(openrouterkit_server):
    lines = raw(openrouterkit_server, model="local/echo", stream=True)
    found = chunks(lines)
    assert lines[0] == ": OPENROUTER PROCESSING"
    assert lines[2] == ": OPENROUTER PROCESSING"
    assert lines[-1] == "data: [DONE]"
    assert all(choice["delta"]["role"] == "assistant" for chunk in found for choice in chunk["choices"])
    assert [chunk["choices"] for chunk in found if "usage" in chunk] == [[]]
    assert found[-2]["choices"][0]["finish_reason"] == "stop"


def test_a_whole_answer_comes_after_white_space_with_its_id_in_a_header(openrouterkit_server):
    response = raw(openrouterkit_server, model="local/echo")
    assert response.text.startswith("\n         \n{")
    assert response.headers["x-generation-id"] == response.json()["id"]
    assert response.headers["content-type"] == "application/json"


def test_the_id_of_a_stream_is_the_same_in_header_and_chunks(client):
    with client.chat.stream(model="local/story", messages=[user("Go on")]) as stream:
        ids = {chunk.id for chunk in stream}
    assert ids == {stream.result().id}


def test_story_tells_a_story(client):
    assert client.chat.send(model="local/story", messages=[user("x")]).text == STORY


@pytest.mark.parametrize("streamed", [False, True])
def test_tools_calls_the_first_tool_with_fitting_arguments_and_then_uses_the_result(client, streamed):
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


def test_tools_calls_the_function_that_tool_choice_names_and_none_for_none(client):
    chosen = client.chat.send(
        model="local/tools", messages=[user("Time?")], tools=TOOLS, tool_choice=named_tool("clock")
    )
    assert [call.function.name for call in chosen.tool_calls] == ["clock"]
    none = client.chat.send(model="local/tools", messages=[user("Time?")], tools=TOOLS, tool_choice="none")
    assert (none.tool_calls, none.text) == ([], "There is no tool to call: offer one in tools.")


@pytest.mark.parametrize("streamed", [False, True])
def test_reasoning_gives_text_and_signed_details_and_goes_on_from_them_when_they_come_back(client, streamed):
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


def test_reasoning_that_comes_back_changed_is_refused_by_its_place(client):
    first = client.chat.send(model="local/reasoning", messages=[user("Six times seven?")]).assistant_message.to_dict()
    first["reasoning_details"][0]["text"] += " Or so."
    with pytest.raises(BadRequestResponseError, match=r"messages\.1\.reasoning_details\.0\.signature: does not fit"):
        client.chat.send(model="local/reasoning", messages=[user("Six times seven?"), first, user("And?")])


@pytest.mark.parametrize(
    ("settings", "said", "tokens"),
    [
        ({}, "The user says: x I shall answer that.", 8),
        ({"exclude": True}, None, 8),
        ({"enabled": False}, None, 0),
        ({"effort": "none"}, None, 0),
        ({"max_tokens": 2}, "The user", 2),
    ],
)
def test_reasoning_heeds_what_the_request_says_of_it(client, settings, said, tokens):
    result = client.chat.send(model="local/reasoning", messages=[user("x")], reasoning=settings)
    assert result.choices[0].message.reasoning == said
    assert result.usage.completion_tokens_details.reasoning_tokens == tokens


def test_reasoning_comes_before_a_tool_call_and_is_taken_up_after_its_result(client):
    messages = [user("Weather?")]
    first = client.chat.send(model="local/reasoning", messages=messages, tools=TOOLS)
    messages += [first.assistant_message, tool("rain", tool_call_id=first.tool_calls[0].id)]
    second = client.chat.send(model="local/reasoning", messages=messages, tools=TOOLS)
    assert (second.text, "Before, I thought" in second.choices[0].message.reasoning) == (
        "The tool weather says: rain",
        True,
    )


def test_json_fits_the_schema_of_the_response_format(client):
    form = json_schema("forecast", schema=WEATHER)
    result = client.chat.send(model="local/json", messages=[user("x")], response_format=form)
    jsonschema.validate(json.loads(result.text), WEATHER)
    plain = client.chat.send(model="local/json", messages=[user("x")], response_format=json_object())
    assert json.loads(plain.text) == {"echo": "x"}


def test_json_says_what_it_cannot_make_up(client):
    schema = {"type": "object", "properties": {"code": {"type": "string", "pattern": "^z{17}q$"}}}
    with pytest.raises(BadRequestResponseError, match=r"response_format\.json_schema\.schema: no value .* for code"):
        client.chat.send(model="local/json", messages=[user("x")], response_format=json_schema("f", schema=schema))


def test_slow_sends_signs_of_life_and_answers_after_its_delay(openrouterkit_server):
    openrouterkit_server.settings.delay = 0.2
    began = time.perf_counter()
    lines = raw(openrouterkit_server, model="local/slow", stream=True)
    assert 0.2 < time.perf_counter() - began < 1
    assert lines[:4] == [": OPENROUTER PROCESSING"] * 4
    assert raw(openrouterkit_server, model="local/slow-0.1").text.startswith("\n         \n" * 4 + "{")


STATED = sorted(int(status) for status in shipped().operation("sendChatCompletionRequest").stated["responses"])[1:]


@pytest.mark.parametrize("status", [*STATED, 418, 599])
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


def test_error_in_200_fails_with_a_success_for_its_status(client, openrouterkit_server):
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


def test_truncated_breaks_off_and_is_never_taken_for_whole(client):
    with (
        pytest.raises(IncompleteStreamError) as caught,
        client.chat.stream(model="local/truncated", messages=[user("x")]) as stream,
    ):
        stream.read_all()
    assert STORY.startswith(caught.value.partial.text)
    with pytest.raises(DecodeError):
        client.chat.send(model="local/truncated", messages=[user("x")])


def test_flaky_fails_twice_a_conversation_then_answers(client):
    answers = []
    for _ in range(4):
        try:
            answers.append(client.chat.send(model="local/flaky", messages=[user("x")]).text)
        except APIError as error:
            answers.append((type(error), error.retry_after))
    assert answers == [(TooManyRequestsResponseError, 0.1), (ServiceUnavailableResponseError, 0.1), "x", "x"]


def test_flaky_counts_by_session_where_one_is_named_and_retries_get_through(client):
    for name in ("one", "two"):
        options = RequestOptions(retries=2, headers={"x-session-id": name})
        result = client.chat.send(model="local/flaky", messages=[user("x")], options=options)
        assert [attempt.status for attempt in result.response.attempts] == [429, 503, 200]


def test_empty_answers_with_no_text_and_no_tokens(client):
    result = client.chat.send(model="local/empty", messages=[user("x")])
    assert (result.text, result.usage.completion_tokens) == ("", 0)
    with client.chat.stream(model="local/empty", messages=[user("x")]) as stream:
        assert stream.read_all().text == ""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"messages": [user("What is the capital of France?")]}, "Paris."),
        ({"messages": [user("Tell me a story.")]}, STORY),
        ({"messages": [user("Hello")]}, "Hello"),
        ({"messages": [user([content.text("And this?"), content.image(PIXEL)])]}, "I see 1 image. And this?"),
        ({"messages": [user("x")], "response_format": json_object()}, '{"echo":"x"}'),
    ],
)
def test_any_other_model_answers_sensibly_under_its_own_name(client, asked, said):
    result = client.chat.send(model="openai/gpt-4o-mini", **asked)
    assert (result.text, result.model) == (said, "openai/gpt-4o-mini")


@pytest.mark.parametrize("model", ["no/such-model", "local/ehco"])
def test_a_model_that_does_not_exist_is_not_found(client, model):
    with pytest.raises(NotFoundResponseError, match=f"No endpoints found for {model}"):
        client.chat.send(model=model, messages=[user("x")])


def test_models_are_tried_in_order_until_one_answers(client):
    result = client.chat.send(model="local/error-503", models=["no/such-model", "local/echo"], messages=[user("x")])
    assert (result.text, result.model) == ("x", "local/echo")


@pytest.mark.parametrize(
    ("limits", "said", "reason"),
    [
        ({"max_tokens": 2}, "one two", "length"),
        ({"max_completion_tokens": 1, "max_tokens": 2}, "one", "length"),
        ({"max_tokens": 3}, "one two three", "stop"),
        ({"stop": " three"}, "one two", "stop"),
        ({"stop": ["zzz", "two"]}, "one ", "stop"),
        ({"max_tokens": 0}, "", "length"),
    ],
)
def test_stop_and_max_tokens_cut_the_text_whole_and_streamed(client, limits, said, reason):
    messages = [user("one two three")]
    result = client.chat.send(model="local/echo", messages=messages, **limits)
    assert (result.text, result.choices[0].finish_reason) == (said, reason)
    with client.chat.stream(model="local/echo", messages=messages, **limits) as stream:
        assert stream.read_all().text == said


def test_n_gives_as_many_choices_interleaved_in_a_stream(openrouterkit_server):
    answer = raw(openrouterkit_server, model="local/echo", n=2).json()
    assert [(choice["index"], choice["message"]["content"]) for choice in answer["choices"]] == [
        (0, "one two three"),
        (1, "one two three"),
    ]
    found = chunks(raw(openrouterkit_server, model="local/echo", n=2, stream=True))
    assert [chunk["choices"][0]["index"] for chunk in found[:4]] == [0, 1, 0, 1]
    assert answer["usage"]["completion_tokens"] == 6


def test_more_choices_than_anyone_wants_are_refused(openrouterkit_server):
    response = raw(openrouterkit_server, model="local/echo", n=10**12)
    assert response.json()["error"]["message"] == "n: must be from 1 to 128, not 1000000000000"


def test_a_schema_that_points_elsewhere_is_refused_and_nothing_is_fetched(client):
    schema = {"oneOf": [{"type": "string"}, {"$ref": "https://example.com/schema.json"}]}
    with pytest.raises(BadRequestResponseError, match=r"response_format\.json_schema\.schema: cannot be followed"):
        client.chat.send(model="local/json", messages=[user("x")], response_format=json_schema("f", schema=schema))


def test_usage_counts_words_and_costs_what_the_model_list_says(client):
    usage = client.chat.send(model="local/echo", messages=[user("one two three")]).usage
    priced = next(model for model in client.models.list() if model.id == "local/echo").pricing
    assert (usage.prompt_tokens, usage.completion_tokens, usage.total_tokens) == (3, 3, 6)
    assert usage.cost == pytest.approx(3 * float(priced.prompt) + 3 * float(priced.completion), rel=1e-12)


@pytest.mark.parametrize(
    ("request_members", "message"),
    [
        ({"tools": TOOLS, "tool_choice": named_tool("clok")}, "tool_choice.function.name: names 'clok'"),
        ({"tool_choice": "required"}, 'tool_choice: is "required", and there are no tools'),
        ({"reasoning": {"effort": "low", "max_tokens": 5}}, "reasoning: takes effort or max_tokens, not both"),
    ],
)
def test_what_contradicts_itself_is_unprocessable(client, request_members, message):
    with pytest.raises(UnprocessableEntityResponseError) as caught:
        client.chat.send(model="local/echo", messages=[user("x")], **request_members)
    assert message in str(caught.value)


def test_a_tool_result_that_answers_no_call_is_unprocessable(client):
    with pytest.raises(UnprocessableEntityResponseError, match=r"messages\.1\.tool_call_id: no call before it has"):
        client.chat.send(model="local/tools", messages=[user("x"), tool("rain", tool_call_id="call_9")])


def test_text_that_is_no_unicode_and_text_that_is_any_come_back_as_they_went(client):
    text = "caf\u00e9 \U0001f98a \ud800 \u2028 end"
    assert client.chat.send(model="local/echo", messages=[user(text)]).text == text


def test_the_async_client_streams_from_it_side_by_side(openrouterkit_server):
    async def ask(client, number, said):
        async with client.chat.stream(model="local/echo", messages=[user(f"Number {number}")]) as stream:
            said[number] = (await stream.read_all()).text

    async def main():
        said = {}
        async with (
            AsyncOpenRouter(base_url=openrouterkit_server.base_url) as client,
            anyio.create_task_group() as group,
        ):
            for number in range(20):
                group.start_soon(ask, client, number, said)
        return said

    assert anyio.run(main) == {number: f"Number {number}" for number in range(20)}


def test_the_model_list_and_the_table_of_behaviours_name_the_same_models():
    assert set(MODELS) == {*BEHAVIOURS, "local/slow", "local/embed"}
