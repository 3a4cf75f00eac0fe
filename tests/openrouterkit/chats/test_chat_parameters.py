"""The typed dicts of parameters have those of `send`, and the options of the methods."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from checkers import run_mypy

import openrouterkit_api
import openrouterkit_mistral_api
from openrouterkit.chats import ChatMethods
from openrouterkit.chats.options import ParseOptions, RunOptions
from openrouterkit.mistral import chat_parameters as mistral
from openrouterkit.namespaces import chat_parameters as openrouter

OWN = {"self", "stream"}
WRONG = """
from openrouterkit import OpenRouter, user
from openrouterkit.mistral import Mistral
from openrouterkit.services import OpenAICompatible

messages = [user("Hello")]
OpenRouter().chat.parse(response_type=int, messages=messages, temprature=1)
OpenRouter().chat.run(messages=messages, modle="m")
Mistral().chat.parse_stream(response_type=int, messages=messages)
OpenAICompatible(base_url="u").chat.run_stream(model="m", messages=messages, top_k=1)
"""


def list_keywords(function: Any) -> set[str]:
    return {name for name, each in inspect.signature(function).parameters.items() if each.kind is each.KEYWORD_ONLY}


@pytest.mark.parametrize(
    ("typed", "api"),
    [(openrouter, openrouterkit_api), (mistral, openrouterkit_mistral_api)],
    ids=["openrouter", "mistral"],
)
def test_the_parameters_are_those_of_send(typed: Any, api: Any) -> None:
    sent = list_keywords(api.namespaces.chat.Chat.send) - OWN
    parse, run = typed.ParseParameters.__annotations__.keys(), typed.RunParameters.__annotations__.keys()
    assert parse == (sent - {"response_format"}) | ParseOptions.__annotations__.keys()
    assert run == sent | RunOptions.__annotations__.keys()


def test_the_options_are_those_of_the_methods() -> None:
    explicit = {"response_type", "messages", "model", "max_corrections"}
    assert ParseOptions.__annotations__.keys() == list_keywords(ChatMethods.parse_stream) - explicit
    assert ParseOptions.__annotations__.keys() == list_keywords(ChatMethods.parse) - explicit
    assert RunOptions.__annotations__.keys() == list_keywords(ChatMethods.run) - explicit
    assert RunOptions.__annotations__.keys() == list_keywords(ChatMethods.run_stream) - explicit


@pytest.mark.parametrize("name", ["parse", "parse_stream", "run", "build_flow"])
def test_signatures_list_the_parameters_of_send(name: str) -> None:
    class Acme(ChatMethods, openrouterkit_mistral_api.namespaces.chat.Chat[Any, Any]):
        """The chat of another package."""

    assert list_keywords(getattr(Acme, name)) >= {"messages", "model", "random_seed", "timeout"}
    assert ("response_format" in list_keywords(getattr(Acme, name))) is not name.startswith("parse")
    assert "stream" not in list_keywords(getattr(Acme, name))
    assert "random_seed" not in list_keywords(getattr(ChatMethods, name))
    assert getattr(Acme, name).__doc__ == getattr(ChatMethods, name).__doc__


def test_type_checkers_report_misspelt_and_missing_parameters(tmp_path: Any) -> None:
    (tmp_path / "page.py").write_text(WRONG, encoding="utf-8")
    output = run_mypy(tmp_path)
    for line in range(7, 11):
        assert f"page.py:{line}: error" in output, output
