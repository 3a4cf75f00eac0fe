"""`TokenLimit` keeps the newest messages that fit, without separating tool calls from their results."""

from __future__ import annotations

from typing import Any

import pytest

from openrouterkit import Conversation, content, user
from openrouterkit.conversations import TokenLimit
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.messages import estimate_tokens
from openrouterkit.testing import Script


def message(role: str, text: str = "", **members: Any) -> dict[str, Any]:
    return {"role": role, "content": text, **members}


def calls(*ids: str) -> dict[str, Any]:
    function = {"name": "look", "arguments": "{}"}
    return message(
        "assistant", "c", tool_calls=[{"id": each, "type": "function", "function": function} for each in ids]
    )


def result(identity: str) -> dict[str, Any]:
    return message("tool", "r", tool_call_id=identity)


def trim(limit: int, *messages: dict[str, Any]) -> list[dict[str, Any]]:
    return TokenLimit(limit, count=lambda _: 1)(list(messages))


SYSTEM = message("system", "s")
OLD = [message("user", "1"), message("assistant", "2")]
NEW = [message("user", "3"), message("assistant", "4"), message("user", "5")]


def test_nothing_is_left_out_below_the_limit() -> None:
    assert trim(6, SYSTEM, *OLD, *NEW) == [SYSTEM, *OLD, *NEW]


def test_the_oldest_exchanges_are_left_out_first_and_system_messages_never() -> None:
    developer = message("developer", "d")
    assert trim(5, SYSTEM, *OLD, developer, *NEW) == [SYSTEM, developer, *NEW]
    assert trim(2, SYSTEM, *OLD, *NEW) == [SYSTEM, NEW[-1]]


def test_tool_calls_and_results_stay_together() -> None:
    first, second = [calls("a", "b"), result("a"), result("b")], [calls("c"), result("c")]
    question = message("user", "q")
    assert trim(6, question, *first, *second) == [question, *first, *second]
    assert trim(5, question, *first, *second) == [question, *second]
    assert trim(1, question, *first, *second) == [question, *second]
    assert trim(4, *OLD, question, *first, *second) == [question, *second]


def test_several_messages_of_the_user_are_one_question() -> None:
    assert trim(3, *OLD, message("user", "a"), message("user", "b"), message("assistant", "c")) == [
        message("user", "a"),
        message("user", "b"),
        message("assistant", "c"),
    ]


def test_a_conversation_sends_what_fits_and_keeps_everything() -> None:
    script = Script(default="ok")
    with script.client() as client:
        conversation = Conversation(client, model="a/b", system="s", trim=TokenLimit(4, count=lambda _: 1))
        for number in range(5):
            conversation.send(str(number))
    assert [each["content"] for each in script.requests[-1].json["messages"]] == ["s", "3", "ok", "4"]
    assert len(conversation.messages) == 11
    assert len(conversation.list_requested()) == 3
    assert repr(conversation.trim) == "TokenLimit(4)"


def test_a_rule_of_ones_own_may_separate_calls_from_results() -> None:
    script = Script(default="ok")
    with script.client() as client:
        messages = [user("q"), calls("a"), result("a")]
        Conversation(client, model="a/b", messages=messages, trim=lambda all_messages: all_messages[2:]).send("next")
        Conversation(client, model="a/b", messages=messages[:2], trim=lambda each: each[-1:]).send("next")
    assert script.requests[0].json["messages"] == [message("user", "next")]


@pytest.mark.parametrize("arguments", [{"tokens": 0}, {"tokens": True}, {"tokens": "8"}, {"tokens": 8, "count": 4}])
def test_invalid_limits_are_rejected(arguments: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError):
        TokenLimit(**arguments)


def test_tokens_are_estimated_from_the_text_and_not_from_the_data_of_media() -> None:
    words = user("word " * 100)
    assert 100 <= estimate_tokens(words) <= 150
    assert estimate_tokens([words, words]) == 2 * estimate_tokens(words)
    image = user("word", content.image(b"\x89PNG\r\n\x1a\n" + bytes(300_000)))
    linked = user("word", content.image("https://example.com/a.png"))
    assert estimate_tokens(image) == estimate_tokens(linked) < 1100
    audio = {"role": "assistant", "content": "Hi", "audio": {"id": "a", "data": "x" * 100_000}}
    assert estimate_tokens(audio) < 10
    assert estimate_tokens(calls("a")) > estimate_tokens(message("assistant", "c"))
    assert estimate_tokens(None) == 0
    assert estimate_tokens({"n": 12345}) == 2
