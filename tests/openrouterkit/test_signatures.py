"""What `inspect.signature`, `help()` and editors show, and that sync and async twins take the same."""

from __future__ import annotations

import inspect
import pydoc
import re
from collections.abc import Callable
from typing import Any

import jedi
import pytest

import openrouterkit
from openrouterkit import AsyncOpenRouter, OpenRouter
from openrouterkit import streams as stream_module
from openrouterkit.pages import AsyncPages, Pages
from openrouterkit_api import UNSET, models, namespaces

SYNC = OpenRouter(api_key="k", base_url="http://127.0.0.1:9")
ASYNC = AsyncOpenRouter(api_key="k", base_url="http://127.0.0.1:9")
GROUPS = [*namespaces.__all__]
# Where the names differ, as those of Python's own protocols do.
TWINS = {"close": "aclose", "__enter__": "__aenter__", "__exit__": "__aexit__", "__iter__": "__aiter__"}
SPECIAL = {*TWINS, *TWINS.values()} - {"close", "aclose"}
PAIRS: list[tuple[type, type]] = [
    (OpenRouter, AsyncOpenRouter),
    (Pages, AsyncPages),
    (stream_module.EventStream, stream_module.AsyncEventStream),
    (stream_module.ChatStream, stream_module.AsyncChatStream),
    *((type(getattr(SYNC, group)), type(getattr(ASYNC, group))) for group in GROUPS),
]


def methods_of(kind: type) -> dict[str, Callable[..., Any]]:
    found = inspect.getmembers(kind, callable)
    return {name: method for name, method in found if name in SPECIAL or not name.startswith("_")}


@pytest.mark.parametrize(("sync", "other"), PAIRS, ids=lambda kind: kind.__name__)
def test_sync_and_async_twins_have_the_same_methods_with_the_same_parameters(sync: type, other: type) -> None:
    ours, theirs = methods_of(sync), methods_of(other)
    assert {TWINS.get(name, name) for name in ours} == set(theirs)
    for name, method in ours.items():
        shown, twin = inspect.signature(method), inspect.signature(theirs[TWINS.get(name, name)])
        written = [str(each).replace("Async", "") for each in twin.parameters.values()]
        assert [str(each) for each in shown.parameters.values()] == written, name


@pytest.mark.parametrize("group", GROUPS)
def test_every_method_names_its_parameters_with_their_types(group: str) -> None:
    for name, method in methods_of(type(getattr(SYNC, group))).items():
        for parameter in list(inspect.signature(method).parameters.values())[1:]:
            assert parameter.kind is not inspect.Parameter.VAR_KEYWORD, (group, name)
            assert parameter.annotation not in (inspect.Parameter.empty, "Any"), (group, name, parameter)


def test_the_clients_name_their_settings_which_with_options_takes_too() -> None:
    settings = inspect.signature(OpenRouter).parameters
    twin = inspect.signature(AsyncOpenRouter).parameters
    assert [str(each) for each in settings.values()] == [str(each).replace("Async", "") for each in twin.values()]
    changed = inspect.signature(OpenRouter.with_options).parameters
    assert [*changed][1:] == [name for name in settings if name != "http_client"]
    for name in [*changed][1:]:
        assert (changed[name].annotation, changed[name].default) == (settings[name].annotation, UNSET)
    for parameter in inspect.signature(OpenRouter.request).parameters.values():
        assert parameter.kind is not inspect.Parameter.VAR_KEYWORD


def test_the_signature_of_chat_has_every_member_of_the_request() -> None:
    members = set(inspect.signature(models.ChatRequest).parameters)
    for method in (SYNC.chat.send, SYNC.chat.stream, ASYNC.chat.send, ASYNC.chat.stream):
        assert members - {"stream"} <= set(inspect.signature(method).parameters)
    assert inspect.signature(SYNC.chat.send).parameters["messages"].default is inspect.Parameter.empty


def test_help_describes_every_parameter_of_a_method_and_every_member_of_a_model() -> None:
    shown = pydoc.plain(pydoc.render_doc(SYNC.chat.send))
    for name, parameter in inspect.signature(SYNC.chat.send).parameters.items():
        assert re.search(rf"\b{name}: '{re.escape(parameter.annotation)}'", shown), name
        assert re.search(rf"^     +([a-z_]+, )*{name}(, [a-z_]+)*: [A-Z]", shown, re.MULTILINE), name
    shown = pydoc.plain(pydoc.render_doc(models.ChatStreamChunk))
    assert "When the completion was begun, in Unix seconds." in shown


def test_an_editor_that_reads_the_source_shows_the_parameters() -> None:
    code = "from openrouterkit import OpenRouter, plugins, provider\nclient = OpenRouter()\n"
    for call, expected in [
        ("client.chat.send(", "temperature"),
        ("client.models.list(", "sort"),
        ("plugins.web(", "max_results"),
        ("provider(", "allow_fallbacks"),
    ]:
        (signature,) = jedi.Script(code + call).get_signatures()
        assert expected in {parameter.name for parameter in signature.params}, call


@pytest.mark.parametrize("name", ["provider", "reasoning", "json_schema", "function_tool", "user", "tool"])
def test_a_constructor_names_its_parameters_with_their_types(name: str) -> None:
    for parameter in inspect.signature(getattr(openrouterkit, name)).parameters.values():
        assert parameter.annotation not in (inspect.Parameter.empty, "Any"), parameter
        assert parameter.kind is not inspect.Parameter.VAR_KEYWORD


def test_a_model_is_found_by_its_whole_id_or_by_author_and_slug() -> None:
    from openrouterkit.local import LocalServer

    with LocalServer() as server, OpenRouter(base_url=server.base_url) as client:
        whole = client.models.get("local/echo")
        assert whole == client.models.get(author="local", slug="echo") == client.models.get("local", "echo")
        assert whole == client.models.get(" local/echo\n")
        for wrong in [("echo",), ("local/",), ("/echo",), ("", "echo"), ("local/echo", "echo"), ("local", None), (5,)]:
            with pytest.raises(TypeError, match='takes the id of a model, such as "openai/gpt-4o-mini", not '):
                client.models.get(*wrong)
