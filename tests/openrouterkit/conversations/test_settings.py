"""What conversations accept is checked when it is passed, by type checkers and at runtime."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest
from checkers import run_mypy

import openrouterkit_api
from openrouterkit import AsyncConversation, Conversation, function_tool
from openrouterkit.chats import ChatMethods
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.mistral import Mistral, MistralCompletion
from openrouterkit.runs import max_steps
from openrouterkit.services import OpenAICompatible
from openrouterkit.testing import Script, completion, tool_call

WRONG = """
from openrouterkit import AsyncOpenRouter, Conversation, OpenRouter
from openrouterkit.mistral import Mistral

client = OpenRouter()
conversation = Conversation(client, model="a/b")
Conversation(client, temprature=3)
Conversation.load(client, "path", temprature=3)
conversation.send("Hi", temprature=3)
conversation.stream("Hi", temprature=3)
conversation.run("Hi", stop_wen=3)
conversation.run_stream("Hi", temprature=3)
conversation.resume(aprove=True)
conversation.resume_stream(aprove=True)
conversation.fork(modle="c/d")
conversation.parse("Hi", response_type=int, temprature=3)
conversation.parse_stream("Hi", response_type=int, temprature=3)
conversation.send("Hi", temperature="hot")
conversation.temperature = 1
Conversation(Mistral(), top_a=1)
Conversation(AsyncOpenRouter())
"""


def test_type_checkers_report_misspelt_parameters_in_every_method(tmp_path: Any) -> None:
    (tmp_path / "page.py").write_text(WRONG, encoding="utf-8")
    output = run_mypy(tmp_path)
    for line in range(7, 22):
        assert f"page.py:{line}: error" in output, output


@dataclass
class City:
    name: str


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return f"sunny in {city}"


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("fork", ()),
        ("send", ("Hi",)),
        ("stream", ("Hi",)),
        ("parse", ("Hi",)),
        ("parse_stream", ("Hi",)),
        ("run", ("Hi",)),
        ("run_stream", ("Hi",)),
        ("resume", ()),
        ("resume_stream", ()),
    ],
)
def test_an_unknown_keyword_raises_at_once_with_a_suggestion(method: str, arguments: tuple[Any, ...]) -> None:
    further = {"response_type": City} if method.startswith("parse") else {}
    script = Script([])
    with script.client() as client, pytest.raises(TypeError, match=r"'temprature'; did you mean 'temperature'\?"):
        getattr(Conversation(client, model="a/b"), method)(*arguments, temprature=3, **further)
    assert script.requests == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"temprature": 3}, r"Conversation\(\) got .+'temprature'; did you mean 'temperature'\?"),
        ({"modle": "a/b"}, "did you mean 'model'"),
        ({"stop_when": max_steps(2)}, r"'stop_when'; pass it to run\(...\)"),
        ({"max_corrections": 2}, r"'max_corrections'; pass it to parse\(...\)"),
    ],
)
def test_settings_are_checked_when_the_conversation_is_made(settings: dict[str, Any], message: str) -> None:
    with Script([]).client() as client:
        with pytest.raises(TypeError, match=message):
            Conversation(client, **settings)
        text = Conversation(client, model="a/b").to_json()
        with pytest.raises(TypeError, match=message):
            Conversation.from_json(client, text, **settings)


def test_every_service_accepts_its_own_parameters_only() -> None:
    class AcmeChat(ChatMethods, openrouterkit_api.namespaces.chat.Chat[Any, Any]):
        """The chat of another package."""

        send_operation = "openrouterkit_api.operations.chat:send"

    with Script(default="Hello").client(Mistral) as client:
        assert Conversation(client, model="m", safe_prompt=True).send("Hi", random_seed=1).text == "Hello"
        with pytest.raises(TypeError, match="'top_a'"):
            Conversation(client, model="m", top_a=1)  # type: ignore[call-arg]  # the test
    with Script(default="Hello").client(OpenAICompatible, base_url="http://localhost/v1") as other:
        assert Conversation(other, model="m", extra_body={"a": 1}).send("Hi", top_p=1).text == "Hello"
    with Script(default="Hello").client() as third:
        assert Conversation(AcmeChat(third), model="m", temperature=0).send("Hi").text == "Hello"


def test_further_positional_arguments_are_rejected() -> None:
    with Script([]).client() as client:
        for use in (lambda: Conversation(client, "a/b"), lambda: Conversation(client).send("Hi", "there")):  # type: ignore[call-arg]  # the test
            with pytest.raises(TypeError, match="positional argument"):
                use()


def test_a_client_of_the_other_kind_is_rejected_at_once() -> None:
    client, other = Script([]).client(), Script([]).async_client()
    with pytest.raises(InvalidArgumentError, match="Conversation needs a sync client; use AsyncConversation"):
        Conversation(other)  # type: ignore[arg-type]  # the test
    with pytest.raises(InvalidArgumentError, match="AsyncConversation needs an async client; use Conversation"):
        AsyncConversation(client.chat)  # type: ignore[arg-type]  # the test
    with pytest.raises(InvalidArgumentError, match="needs a sync client"):
        Conversation.from_json(other, Conversation(client).to_json())  # type: ignore[arg-type]  # the test


def test_unknown_attributes_cannot_be_set() -> None:
    with Script([]).client() as client:
        conversation: Any = Conversation(client, model="a/b")
        for name in ("sytem", "temperature"):
            with pytest.raises(AttributeError, match=name):
                setattr(conversation, name, 1)


def test_the_instructions_can_be_read_and_changed() -> None:
    script = Script(default="Hello")
    with script.client() as client:
        conversation = Conversation(client, model="a/b", system="Be terse.")
        assert conversation.system == "Be terse."
        conversation.send("Hi")
        conversation.system = "Be kind."
        conversation.send("Hi")
        assert [each["role"] for each in script.requests[1].json["messages"]] == ["system", "user", "assistant", "user"]
        assert script.requests[1].json["messages"][0]["content"] == "Be kind."
        conversation.system = None
        assert conversation.system is None
        assert conversation.messages[0]["role"] == "user"
        conversation.system = {"role": "developer", "content": "Be brief."}
        conversation.system = "Be verbose."
        assert conversation.messages[0] == {"role": "developer", "content": "Be verbose."}
        fork = conversation.fork(system="Be terse.")
        assert [each["role"] for each in fork.messages].count("developer") == 1
        assert (conversation.system, fork.system) == ("Be verbose.", "Be terse.")


def test_a_type_as_response_format_works_in_every_method() -> None:
    text = '{"name": "Rome"}'
    script = Script([text, tool_call("weather", {"city": "Rome"}), text, text, text, text])
    with script.client() as client:
        conversation = Conversation(client, model="a/b", response_format=City, tools=[weather])
        conversation.send("Hi")
        assert conversation.run("Hi").text == text
        assert Conversation.from_json(client, conversation.to_json()).send("Hi").text == text
        assert conversation.fork().send("Hi").text == text
        assert conversation.parse("Hi", response_type=City).value == City("Rome")
    formats = [request.json["response_format"] for request in script.requests]
    assert formats[:5] == [formats[0]] * 5
    assert formats[0]["type"] == "json_schema"


def test_a_saved_conversation_contains_no_query_parameters_and_headers() -> None:
    with Script(["Hi", tool_call("delete", {})]).client() as client:
        conversation = Conversation(
            client, model="a/b", extra_query={"key": "SECRET1"}, extra_headers={"X-Key": "SECRET2"}, timeout=5
        )
        conversation.send("Hi")
        conversation.run("Hi", tools=[{"type": "function", "function": {"name": "delete"}}])
        assert "SECRET" not in conversation.to_json()
        assert conversation.open_run is not None
        assert "SECRET" not in conversation.open_run.to_json()
        assert conversation.fork().parameters == conversation.parameters


def test_a_saved_run_keeps_the_class_of_the_completions_of_its_service() -> None:
    call = completion(tool_calls=[tool_call("delete", {})])
    delete = {"type": "function", "function": {"name": "delete"}}
    with Script([call, "Fine."]).client(Mistral) as client:
        conversation = Conversation(client, model="m", tools=[delete])
        conversation.run("Hi")
        restored = Conversation.from_json(client, conversation.to_json(), tools=[delete])
        assert restored.open_run is not None
        run = restored.resume(answers={restored.open_run.pending[0].id: "done"})
    assert [type(turn.result) for turn in run.turns] == [MistralCompletion] * 2


def test_the_names_of_the_package_are_imported_on_first_use() -> None:
    program = (
        "import sys, openrouterkit.conversations as c\n"
        "print('openrouterkit._conversations.conversation' in sys.modules, 'CLEANING_RULES' in dir(c))\n"
        "print(c.TokenLimit.__name__, hasattr(c, 'Unknown'))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=300)
    assert result.stdout.split() == ["False", "True", "TokenLimit", "False"]
