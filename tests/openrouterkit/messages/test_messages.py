"""Message constructors: what is typed, and what stands in the request's body."""

import inspect

import pytest

from openrouterkit import content, messages
from openrouterkit.errors import DecodeError, OpenRouterError
from openrouterkit.messages import assistant, developer, system, tool, user
from openrouterkit_api import UNSET, UnknownVariant, models, operations

CALL = {"id": "call_1", "type": "function", "function": {"name": "clock", "arguments": "{}"}}


def sent(*conversation):
    """The messages as they stand in the body of a request."""
    return operations.chat.send(model="a/b", messages=conversation).body["messages"]


@pytest.mark.parametrize(
    ("message", "model", "expected"),
    [
        (system("Be terse."), models.ChatSystemMessage, {"role": "system", "content": "Be terse."}),
        (developer("Be terse."), models.ChatDeveloperMessage, {"role": "developer", "content": "Be terse."}),
        (user("Hi", name="Ada"), models.ChatUserMessage, {"role": "user", "content": "Hi", "name": "Ada"}),
        (assistant("Hello"), models.ChatAssistantMessage, {"role": "assistant", "content": "Hello"}),
        (
            tool("12:00", tool_call_id="call_1", name="clock"),
            models.ChatToolMessage,
            {"role": "tool", "content": "12:00", "tool_call_id": "call_1", "name": "clock"},
        ),
    ],
    ids=["system", "developer", "user", "assistant", "tool"],
)
def test_each_role_has_a_constructor_of_its_model_that_reaches_the_body_as_it_is(message, model, expected):
    assert type(message) is model
    assert message.to_dict() == expected
    assert sent(message) == [expected]


def test_an_answer_with_tool_calls_and_no_content_is_sent_with_content_null():
    message = assistant(tool_calls=[CALL])

    assert sent(message) == [{"role": "assistant", "content": None, "tool_calls": [CALL]}]
    assert message.content is None
    assert message.is_set("content")
    assert message.tool_calls[0].function.name == "clock"


def test_an_answer_keeps_everything_that_the_contract_knows_of_it():
    members = {
        "reasoning": "because",
        "reasoning_details": [{"type": "reasoning.text", "text": "because", "signature": "c2ln", "index": 0}],
        "reasoning_content": "because",
        "refusal": None,
        "annotations": [{"type": "url_citation", "url_citation": {"url": "https://a.test", "title": "A"}}],
        "images": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}],
        "audio": {"id": "audio_1"},
        "name": "Bob",
        "model": "a/b",
        "tool_calls": [CALL],
    }

    assert sent(assistant("Yes", **members)) == [{"role": "assistant", "content": "Yes", **members}]


def test_an_empty_text_is_sent_as_one_and_content_left_unset_is_absent():
    assert sent(assistant(""), assistant(UNSET)) == [{"role": "assistant", "content": ""}, {"role": "assistant"}]


def test_content_mixes_texts_parts_models_and_dicts():
    message = user(
        [
            "What is this?",
            content.image("https://a.test/cat.png"),
            {"type": "file", "file": {"file_id": "f1"}},
            {"type": "hologram", "depth": 3},
        ]
    )

    assert sent(message) == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                {"type": "image_url", "image_url": {"url": "https://a.test/cat.png"}},
                {"type": "file", "file": {"file_id": "f1"}},
                {"type": "hologram", "depth": 3},
            ],
        }
    ]
    assert [type(part) for part in message.content] == [
        models.ChatContentText,
        models.ChatContentImage,
        models.ChatContentFile,
        UnknownVariant,
    ]


@pytest.mark.parametrize(
    "part",
    [content.text("Long.", cache=True), content.text("Long.", cache=True).to_dict()],
    ids=["model", "dict"],
)
def test_one_part_alone_becomes_a_list_of_one(part):
    expected = [{"type": "text", "text": "Long.", "cache_control": {"type": "ephemeral"}}]

    assert system(part).to_dict()["content"] == expected
    assert user(part).to_dict()["content"] == expected
    assert tool(part, tool_call_id="call_1").to_dict()["content"] == expected


def test_any_iterable_of_parts_is_content():
    assert user(word for word in ("a", "b")).to_dict()["content"] == [
        {"type": "text", "text": "a"},
        {"type": "text", "text": "b"},
    ]


@pytest.mark.parametrize("wrong", [b"\x89PNG", 3, 2.5])
def test_content_that_is_neither_text_nor_parts_is_refused_with_the_way_out(wrong):
    with pytest.raises(TypeError, match=rf"not {type(wrong).__name__}: make a part of it, such as content.image"):
        user(wrong)


def test_the_list_that_was_given_stays_the_callers():
    parts = ["a"]
    message = user(parts)
    parts.append("b")

    assert message.to_dict()["content"] == [{"type": "text", "text": "a"}]


@pytest.mark.parametrize(
    ("data", "model"),
    [
        ({"role": "system", "content": "s"}, models.ChatSystemMessage),
        ({"role": "developer", "content": "d"}, models.ChatDeveloperMessage),
        ({"role": "user", "content": [{"type": "text", "text": "u"}]}, models.ChatUserMessage),
        ({"content": None, "role": "assistant", "tool_calls": [CALL], "mood": "calm"}, models.ChatAssistantMessage),
        ({"role": "tool", "content": "t", "tool_call_id": "call_1"}, models.ChatToolMessage),
        ({"role": "referee", "content": "r"}, UnknownVariant),
        ({"content": "nobody's"}, UnknownVariant),
    ],
)
def test_a_dict_is_read_as_the_variant_of_its_role_and_written_back_the_same(data, model):
    message = messages.from_dict(data)

    assert type(message) is model
    assert list(message.to_dict().items()) == list(data.items())
    assert sent(message) == [data]


@pytest.mark.parametrize("data", ["user", ["user"], None, 3])
def test_a_message_is_read_from_nothing_but_an_object(data):
    with pytest.raises(DecodeError, match="read from a JSON object") as caught:
        messages.from_dict(data)
    assert isinstance(caught.value, OpenRouterError)


@pytest.mark.parametrize(
    ("constructor", "model"),
    [
        (system, models.ChatSystemMessage),
        (developer, models.ChatDeveloperMessage),
        (user, models.ChatUserMessage),
        (assistant, models.ChatAssistantMessage),
        (tool, models.ChatToolMessage),
    ],
)
def test_a_constructor_takes_every_member_that_the_contract_gives_its_role(constructor, model):
    members = set(inspect.signature(model).parameters) - {"role"}
    assert set(inspect.signature(constructor).parameters) == members, "add the member to messages.py"


def test_every_role_of_the_contract_has_its_constructor():
    from openrouterkit_api.models._unions import DECODERS

    assert {name for name in DECODERS["ChatMessages"].names if not hasattr(messages, name)} == set()


@pytest.mark.parametrize("make", [user, system, assistant, lambda content: tool(content, tool_call_id="1")])
@pytest.mark.parametrize(
    "content",
    [
        user("a"),
        [user("a")],
        {"role": "user", "content": "a"},
        ["text", {"role": "user", "content": "a"}],
        models.ChatResult.from_dict({"id": "gen-1"}),
        user("a").keys(),
    ],
)
def test_a_message_or_another_model_is_no_content(make, content):
    with pytest.raises(TypeError, match=r"is no part of a message's content: give text|has text or parts for content"):
        make(content)


def test_a_part_of_a_type_unknown_to_the_contract_is_content():
    part = models.read_chat_content_items({"type": "hologram", "role": "x"})
    assert user([part, {"type": "new"}, {"kind": "y"}]).to_dict()["content"] == [
        {"type": "hologram", "role": "x"},
        {"type": "new"},
        {"kind": "y"},
    ]


def test_one_tool_call_given_for_the_list_of_them_is_refused():
    call = models.ChatToolCall.from_dict({"id": "1", "type": "function", "function": {"name": "f", "arguments": ""}})
    with pytest.raises(TypeError, match=r"takes tool_calls as a list, tool_calls=\[\.\.\.\], not ChatToolCall$"):
        assistant("a", tool_calls=call)
