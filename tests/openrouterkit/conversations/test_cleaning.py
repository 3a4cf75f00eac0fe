"""Messages are changed before they are sent, by rules, and stay unchanged in the conversation."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouterkit import Conversation, user
from openrouterkit.conversations import CLEANING_RULES, CleaningRule, clean_messages, find_family
from openrouterkit.testing import Script

SIGNED = {"type": "reasoning.text", "text": "Hm.", "signature": "s", "format": "anthropic-claude-v1"}
UNSIGNED = {"type": "reasoning.text", "text": "Hm.", "format": "unknown"}
SUMMARY = {"type": "reasoning.summary", "summary": "Hm.", "id": "rs_1", "format": "openai-responses-v1"}
ENCRYPTED = {"type": "reasoning.encrypted", "data": "x", "id": "rs_1", "format": "openai-responses-v1"}


def answer(text: str | None = "Hi", **members: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": text, **members}


def call(identity: str | None, arguments: str = "{}") -> dict[str, Any]:
    identified = {} if identity is None else {"id": identity}
    return {**identified, "type": "function", "function": {"name": "look", "arguments": arguments}}


def result(identity: str | None, text: str = "ok") -> dict[str, Any]:
    return {"role": "tool", "tool_call_id": identity, "content": text}


def clean(*messages: dict[str, Any], authors: Any = (), model: str = "a/b") -> list[dict[str, Any]]:
    return clean_messages(messages, model=model, authors=authors)


def body(message: dict[str, Any], model: str) -> dict[str, Any]:
    return {"id": "1", "model": model, "choices": [{"index": 0, "message": message}]}


def test_unsigned_reasoning_is_left_out_when_the_model_changes_its_family() -> None:
    message = answer(reasoning="Hm.", reasoning_details=[UNSIGNED, SUMMARY, ENCRYPTED])
    script = Script([body(message, "deepseek/r1"), "1", "2", "3"])
    with script.client() as client:
        conversation = Conversation(client, model="deepseek/r1")
        conversation.send("Hi")
        conversation.send("same")
        conversation.send("same family", model="deepseek/v3:free")
        conversation.model = "anthropic/claude-sonnet-4.5"
        conversation.send("other")
    assert conversation.messages[1] == message
    assert script.requests[1].json["messages"][1] == message
    assert script.requests[2].json["messages"][1] == message
    assert script.requests[3].json["messages"][1] == answer(reasoning_details=[SUMMARY, ENCRYPTED])


def test_the_family_is_known_after_saving_and_in_a_fork() -> None:
    message = answer(reasoning="Hm.")
    script = Script([body(message, "deepseek/r1")])
    with script.client() as client:
        conversation = Conversation(client, model="deepseek/r1")
        conversation.send("Hi")
        for other in (conversation.fork(), Conversation.from_json(client, conversation.to_json())):
            assert other.list_requested(model="deepseek/r1")[1] == message
            assert other.list_requested(model="openai/gpt-5")[1] == answer()
        conversation.messages = conversation.messages[1:]
        assert conversation.list_requested(model="openai/gpt-5") == [answer()]


def test_reasoning_without_any_signature_leaves_no_empty_member() -> None:
    assert clean(answer(reasoning_details=[UNSIGNED]), authors=["c/d"]) == [answer()]
    assert clean(answer(reasoning_details=[]), authors=["a/b"]) == [answer(reasoning_details=[])]


def test_thinking_parts_are_left_out_for_another_family() -> None:
    thought = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
    text = {"type": "text", "text": "Hi"}
    message = {"role": "assistant", "content": [thought, text]}
    assert clean(message, authors=["magistral-medium"], model="mistral-small") == [message]
    assert clean(message, authors=["magistral-medium"], model="gpt-5")[0]["content"] == [text]


def test_without_a_known_family_reasoning_is_kept() -> None:
    message = answer(reasoning="Hm.", reasoning_details=[UNSIGNED])
    assert clean(message, authors=["openrouter/auto"]) == [message]
    assert clean(message, authors=["c/d"], model="openrouter/auto") == [message]
    assert clean(message) == [message]


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("anthropic/claude-sonnet-4.5:beta", "anthropic"),
        ("~Anthropic/claude-latest", "anthropic"),
        ("claude-sonnet-4-5", "anthropic"),
        ("o3-mini", "openai"),
        ("gpt-5", "openai"),
        ("magistral-medium-latest", "mistralai"),
        ("open-mixtral-8x22b", "mistralai"),
        ("openrouter/auto", None),
        ("@preset/mine", None),
        ("tiny", None),
        (None, None),
    ],
)
def test_the_family_of_a_model_is_its_author(model: str | None, family: str | None) -> None:
    assert find_family(model) == family


def test_thinking_that_lost_its_signature_is_left_out_also_for_the_same_family() -> None:
    cut = {"type": "reasoning.text", "text": "Hm", "format": "anthropic-claude-v1"}
    messages = [answer(reasoning_details=[SIGNED, cut]), answer(reasoning_details=[cut])]
    assert clean(*messages, model="anthropic/x") == [answer(reasoning_details=[SIGNED]), answer()]


def test_reasoning_items_are_sent_once() -> None:
    message = answer(reasoning_details=[SUMMARY, ENCRYPTED, SIGNED])
    assert clean(message, message) == [message, answer(reasoning_details=[SIGNED])]


def test_equal_and_missing_ids_of_tool_calls_become_unique() -> None:
    signature = {"type": "reasoning.encrypted", "data": "x", "id": "c"}
    messages = [
        answer(None, tool_calls=[call("c")]),
        result("c", "1"),
        answer(None, tool_calls=[call("c"), call(None)], reasoning_details=[signature]),
        result(None, "3"),
        result("c", "2"),
    ]
    cleaned = clean(*messages)
    assert [each["id"] for each in cleaned[2]["tool_calls"]] == ["c_2", "call_3"]
    assert [(each["tool_call_id"], each["content"]) for each in cleaned[3:]] == [("c_2", "2"), ("call_3", "3")]
    assert cleaned[2]["reasoning_details"][0]["id"] == "c_2"


def test_tool_calls_without_results_get_one_and_results_without_calls_are_left_out() -> None:
    cleaned = clean(result("x"), answer(None, tool_calls=[call("a"), call("b")]), result("b"), user("Never mind"))
    assert [message["role"] for message in cleaned] == ["assistant", "tool", "tool", "user"]
    assert cleaned[1]["tool_call_id"] == "a"
    assert cleaned[1]["name"] == "look"
    assert "no result" in cleaned[1]["content"]
    assert cleaned[2] == result("b")


@pytest.mark.parametrize("arguments", ["", '{"city": "Ro', "[1]", "null"])
def test_arguments_that_are_no_json_object_are_replaced(arguments: str) -> None:
    cleaned = clean(answer(None, tool_calls=[call("a", arguments)]), result("a"))
    assert cleaned[0]["tool_calls"][0]["function"]["arguments"] == "{}"


def test_arguments_are_otherwise_unchanged() -> None:
    arguments = '{ "city":"Rome"}'
    cleaned = clean(answer(None, tool_calls=[call("a", arguments)]), result("a"))
    assert cleaned[0]["tool_calls"][0]["function"]["arguments"] == arguments


def test_content_beside_tool_calls_is_null_if_it_is_empty() -> None:
    missing = {"role": "assistant", "tool_calls": [call("a")]}
    assert clean(missing, result("a"))[0]["content"] is None
    assert clean(answer("", tool_calls=[call("a")]), result("a"))[0]["content"] is None
    assert clean(answer("x", tool_calls=[call("a")]), result("a"))[0]["content"] == "x"


def test_answers_without_content_are_left_out() -> None:
    empty = [answer(None), answer(""), answer(None, reasoning="Hm.", reasoning_details=[SIGNED])]
    assert clean(*empty, answer("x"), answer(None, refusal="No.")) == [answer("x"), answer(None, refusal="No.")]


def test_spoken_answers_are_referred_to_by_their_id() -> None:
    spoken = answer(None, audio={"id": "a1", "data": "xxx", "transcript": "Hello"})
    assert clean(spoken) == [answer(None, audio={"id": "a1"})]
    assert clean(spoken, authors=["c/d"]) == [answer("Hello")]


def test_the_rules_change_nothing_that_they_have_changed() -> None:
    messages = [answer("", tool_calls=[call("a"), call("a", "x")], reasoning="Hm."), result("x")]
    once = clean(*messages, authors=["c/d"])
    assert clean(*once) == once


def test_rules_can_be_added_and_removed() -> None:
    seen = []

    def shout(messages: list[dict[str, Any]], is_foreign: Any) -> list[dict[str, Any]]:
        seen.append([is_foreign(message) for message in messages])
        return [{**message, "content": message["content"].upper()} for message in messages]

    script = Script(default="ok")
    with script.client() as client:
        conversation = Conversation(
            client, model="a/b", cleaning=[*CLEANING_RULES, CleaningRule("shout", "loud", shout)]
        )
        conversation.send("Hi")
        conversation.fork().send("there", model="c/d")
        Conversation(client, model="a/b", cleaning=()).send({"role": "tool", "tool_call_id": "a", "content": "x"})
    assert [message["content"] for message in script.requests[1].json["messages"]] == ["HI", "OK", "THERE"]
    assert seen == [[False], [False, True, False]]
    assert conversation.messages[0]["content"] == "Hi"
    assert script.requests[2].json["messages"][0]["role"] == "tool"


def test_every_rule_has_a_name_and_a_reason() -> None:
    assert len({rule.name for rule in CLEANING_RULES}) == len(CLEANING_RULES)
    assert all(len(rule.reason.split()) > 5 for rule in CLEANING_RULES)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
IDS = st.sampled_from(["a", "b", "a_2", "", None]) | JSON
CALLS = st.fixed_dictionaries({"id": IDS}, optional={"function": JSON | st.fixed_dictionaries({"arguments": JSON})})
DETAILS = st.fixed_dictionaries(
    {"type": st.sampled_from(["reasoning.text", "reasoning.encrypted", "x"])},
    optional={"id": IDS, "signature": JSON, "data": JSON, "format": JSON},
)
MESSAGES = st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "assistant", "assistant", "tool", "system"])},
    optional={
        "content": JSON,
        "tool_calls": st.lists(CALLS | JSON, max_size=3) | JSON,
        "tool_call_id": IDS,
        "reasoning_details": st.lists(DETAILS | JSON, max_size=3) | JSON,
        "audio": JSON,
        "model": JSON,
    },
)
AUTHORS = st.lists(st.sampled_from(["a/b", "c/d", None]), max_size=5)


@settings(deadline=None)
@given(st.lists(MESSAGES, max_size=6), AUTHORS)
def test_messages_of_any_shape_are_cleaned_once(messages: list[dict[str, Any]], authors: list[str | None]) -> None:
    once = clean_messages(messages, model="a/b", authors=authors)
    assert clean_messages(once, model="a/b") == once
    answers = [each for each in once if each["role"] == "assistant" and isinstance(each.get("tool_calls"), list)]
    ids = [call["id"] for each in answers for call in each["tool_calls"] if isinstance(call, dict)]
    answered = [each["tool_call_id"] for each in once if each["role"] == "tool"]
    assert answered == ids
    assert len(set(ids)) == len(ids)
