"""Tool calls of results: the parsed arguments, and clear errors for JSON that is invalid."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from loopback import completion

from openrouterkit import (
    ChatCompletion,
    DecodeError,
    InvalidValueError,
    OpenRouterError,
    ToolCall,
    assistant,
    function_tool,
    tool,
    user,
)
from openrouterkit.testing import Script, stream
from openrouterkit_api import models


def build_result(arguments: Any, name: Any = "clock") -> ChatCompletion:
    call = {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}
    data = completion()
    data["choices"][0]["message"]["tool_calls"] = [call]
    return ChatCompletion.from_dict(data)


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ('{"city": "Paris", "days": 2}', {"city": "Paris", "days": 2}),
        ('{"a": [1, {"b": null}]}', {"a": [1, {"b": None}]}),
        (' {"a": "\n"} ', {"a": "\n"}),
        ("{}", {}),
        ("", {}),
        ("  ", {}),
        (None, {}),
        ({"city": "Paris"}, {"city": "Paris"}),
    ],
)
def test_the_arguments_of_a_tool_call_are_a_dict(text: Any, arguments: dict[str, Any]) -> None:
    (call,) = build_result(text).tool_calls
    assert (call.name, call.arguments) == ("clock", arguments)
    assert call.function.arguments == text
    call.arguments["new"] = 1
    assert call.arguments == arguments


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"city": "Par', "cannot be read: invalid JSON: Unterminated string"),
        ("city=Paris", "cannot be read: invalid JSON"),
        ("[" * 200_000, "cannot be read: the JSON is nested too deeply"),
        ("[1]", "are a list, not a JSON object"),
        ('"Paris"', "are a string, not a JSON object"),
        ("3", "are a number, not a JSON object"),
        ("null", "are null, not a JSON object"),
        (["Paris"], "are a list, not a JSON object"),
    ],
)
def test_arguments_that_are_not_a_json_object_raise_an_error_with_name_and_text(text: Any, reason: str) -> None:
    (call,) = build_result(text).tool_calls
    with pytest.raises(DecodeError) as caught:
        call.arguments  # noqa: B018 - the access must raise
    message = str(caught.value)
    assert message.startswith(f"the arguments that the model wrote for 'clock' (tool call 'call_1') {reason}")
    assert message.endswith(
        "; read the text as call.function.arguments, or report the error to the model in the tool message"
    )
    assert isinstance(caught.value, OpenRouterError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.body == (text[:2000] if isinstance(text, str) else None)


@pytest.mark.parametrize("function", [None, "clock", {}, {"name": 5}])
def test_a_tool_call_without_a_function_has_no_name_and_no_arguments(function: Any) -> None:
    call = ToolCall.from_dict({"id": "call_1", "function": function})
    assert (call.name, call.arguments) == ("", {})


def test_a_tool_call_is_the_model_of_the_contract_and_shares_its_data() -> None:
    result = build_result("{}")
    (call,) = result.tool_calls
    assert isinstance(call, models.ChatToolCall)
    assert [call] == result.assistant_message.tool_calls
    call.function.arguments = '{"a": 1}'
    assert result.tool_calls[0].arguments == {"a": 1}
    assert result.to_dict()["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"] == '{"a": 1}'
    for duplicate in (copy.deepcopy(call), pickle.loads(pickle.dumps(call))):
        assert (duplicate, duplicate.arguments) == (call, {"a": 1})
    assert assistant(tool_calls=result.tool_calls).to_dict()["tool_calls"] == [call.to_dict()]


def test_the_contract_has_no_members_with_the_names_of_the_shortcuts() -> None:
    assert {"name", "arguments"} & models.ChatToolCall._members.keys() == set()


def test_tool_calls_of_a_stream_have_parsed_arguments() -> None:
    def build_delta(**call: Any) -> dict[str, Any]:
        return {"tool_calls": [{"index": 0, **call}]}

    step = stream(
        build_delta(id="call_1", type="function", function={"name": "clock", "arguments": '{"city"'}),
        build_delta(function={"arguments": ': "Paris"}'}),
        finish_reason="tool_calls",
    )
    with Script([step]) as script:
        (call,) = script.client().chat.stream(messages=[user("Hello")]).read_all().tool_calls
    assert (type(call), call.name, call.arguments) == (ToolCall, "clock", {"city": "Paris"})


def test_a_conversation_with_tool_calls_is_sent_back_unchanged() -> None:
    result = build_result('{"a": 1}')
    with Script(["Hello"]) as script:
        answers = [tool(str(call.arguments["a"]), tool_call_id=call.id) for call in result.tool_calls]
        script.client().chat.send(messages=[result.assistant_message, *answers])
    sent = script.requests[0].messages
    assert sent[0] == result.assistant_message.to_dict()
    assert sent[1] == {"role": "tool", "content": "1", "tool_call_id": "call_1"}


@dataclasses.dataclass
class Trip:
    city: str
    days: int = 1


@function_tool
def plan(city: str, days: int = 1) -> str:
    return f"{days} days in {city}"


def test_arguments_are_read_as_a_type() -> None:
    (call,) = build_result('{"city": "Paris", "days": null}').tool_calls
    assert call.parse_arguments(Trip) == Trip("Paris")
    (call,) = build_result('{"days": "x"}').tool_calls
    with pytest.raises(InvalidValueError, match="days: expected `int`, got `str`"):
        call.parse_arguments(Trip)


def test_parsed_arguments_are_those_of_the_tool_that_is_bound() -> None:
    (call,) = build_result('{"city": "Paris"}', "plan").tool_calls
    assert call.parsed_arguments == {"city": "Paris"}
    assert call.bind(plan) is call
    assert call.parsed_arguments == {"city": "Paris", "days": 1}
    for copied in (copy.copy(call), copy.deepcopy(call), pickle.loads(pickle.dumps(call))):
        assert copied.parsed_arguments == call.parsed_arguments
    assert call.to_dict() == build_result('{"city": "Paris"}', "plan").tool_calls[0].to_dict()


def test_parsed_arguments_that_do_not_fit_the_tool_raise_an_error() -> None:
    (call,) = build_result('{"town": "Paris"}', "plan").tool_calls
    with pytest.raises(DecodeError, match="the arguments of plan do not fit: city: missing; town: unknown argument"):
        call.bind(plan).parsed_arguments  # noqa: B018 - the property raises
