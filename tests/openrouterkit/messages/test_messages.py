"""Message constructors and the request bodies they produce."""

import dataclasses
import inspect

import pydantic
import pytest

from openrouterkit import content, messages
from openrouterkit.errors import ConfigurationError, DecodeError, OpenRouterError
from openrouterkit.messages import assistant, developer, system, tool, user
from openrouterkit_api import UNSET, UnknownVariant, models, operations


@dataclasses.dataclass
class Result:
    """A result of a tool."""

    degrees: int


class Part(pydantic.BaseModel):
    """A part like those of other packages."""

    text: str
    type: str


CALL = {"id": "call_1", "type": "function", "function": {"name": "clock", "arguments": "{}"}}


def sent(*conversation):
    """Return the messages as they are in the body of a request."""
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
def test_each_constructor_returns_its_model_and_body(message, model, expected):
    assert type(message) is model
    assert message.to_dict() == expected
    assert sent(message) == [expected]


def test_assistant_without_content_is_sent_with_null_content():
    message = assistant(tool_calls=[CALL])

    assert sent(message) == [{"role": "assistant", "content": None, "tool_calls": [CALL]}]
    assert message.content is None
    assert message.is_set("content")
    assert message.tool_calls[0].function.name == "clock"


def test_assistant_accepts_every_member_of_the_contract():
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


def test_empty_content_is_sent_and_unset_content_is_omitted():
    assert sent(assistant(""), assistant(UNSET)) == [{"role": "assistant", "content": ""}, {"role": "assistant"}]


def test_content_can_mix_texts_models_and_dicts():
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
def test_single_part_becomes_a_list(part):
    expected = [{"type": "text", "text": "Long.", "cache_control": {"type": "ephemeral"}}]

    assert system(part).to_dict()["content"] == expected
    assert user(part).to_dict()["content"] == expected
    assert tool(part, tool_call_id="call_1").to_dict()["content"] == expected


def test_content_can_be_any_iterable_of_parts():
    assert user(word for word in ("a", "b")).to_dict()["content"] == [
        {"type": "text", "text": "a"},
        {"type": "text", "text": "b"},
    ]


@pytest.mark.parametrize("invalid", [b"\x89PNG", 3, 2.5])
def test_invalid_content_is_rejected_with_a_hint(invalid):
    for make in (user, system, developer, assistant):
        with pytest.raises(
            ConfigurationError, match=rf"^{type(invalid).__name__} cannot be .*; pass text, or parts such as"
        ):
            make(invalid)


def test_content_list_is_copied():
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
def test_from_dict_returns_the_model_of_the_role_and_keeps_the_data(data, model):
    message = messages.from_dict(data)

    assert type(message) is model
    assert list(message.to_dict().items()) == list(data.items())
    assert sent(message) == [data]


@pytest.mark.parametrize("data", ["user", ["user"], None, 3])
def test_from_dict_rejects_data_that_is_not_an_object(data):
    with pytest.raises(DecodeError, match="a message must be a JSON object") as caught:
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
def test_constructors_accept_every_member_of_their_models(constructor, model):
    members = set(inspect.signature(model).parameters) - {"role"}
    parameters = inspect.signature(constructor).parameters.values()
    accepted = {each.name for each in parameters if each.kind is not inspect.Parameter.VAR_POSITIONAL}
    assert accepted == members, "add the member to messages.py"


def test_every_role_of_the_contract_has_a_constructor():
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
def test_messages_and_other_models_are_rejected_as_content(make, content):
    with pytest.raises(
        TypeError,
        match=r"cannot be (part of a message's content|the content of a message); pass (text|the result as text)",
    ):
        make(content)


def test_parts_of_unknown_types_are_accepted():
    part = models.read_chat_content_items({"type": "hologram", "role": "x"})
    assert user([part, {"type": "new"}]).to_dict()["content"] == [{"type": "hologram", "role": "x"}, {"type": "new"}]


@pytest.mark.parametrize("make", [system, developer, user, lambda *content: tool(*content, tool_call_id="1")])
def test_several_positional_arguments_are_parts(make):
    text_part, new_part = {"type": "text", "text": "a"}, {"type": "new"}
    assert make("a", new_part).to_dict()["content"] == [text_part, new_part]
    assert make(new_part, "a", "a").to_dict()["content"] == [new_part, text_part, text_part]
    assert make(["a", new_part], "a").to_dict()["content"] == [text_part, new_part, text_part]
    assert make(content.text("a"), content.text("a")).to_dict()["content"] == [text_part] * 2
    with pytest.raises(ConfigurationError, match="list cannot be part of a message's content"):
        make("a", ["a"])


def test_content_can_be_passed_by_name():
    assert user(content="a", name="b").to_dict() == {"role": "user", "content": "a", "name": "b"}


@pytest.mark.parametrize("result", [{"a": 1}, {}, [{"a": 1}], [1], 5, True, b"a", Result(1), [Result(1)]])
def test_a_result_that_is_neither_text_nor_parts_is_rejected_with_json_dumps(result):
    with pytest.raises(
        ConfigurationError, match=r"; pass the result as text, such as json\.dumps\(result\)$"
    ) as caught:
        tool(result, tool_call_id="call_1")
    assert isinstance(caught.value, TypeError)


def test_parts_may_be_objects_of_other_libraries():
    part = Part(text="a", type="text")
    assert user(part).to_dict()["content"] == [{"text": "a", "type": "text"}]
    assert type(user("b", part).content[1]) is models.ChatContentText


def test_single_tool_call_instead_of_a_list_is_rejected():
    call = models.ChatToolCall.from_dict({"id": "1", "type": "function", "function": {"name": "f", "arguments": ""}})
    with pytest.raises(
        TypeError, match=r"expects a list for tool_calls, got ChatToolCall; pass tool_calls=\[\.\.\.\]$"
    ):
        assistant("a", tool_calls=call)
