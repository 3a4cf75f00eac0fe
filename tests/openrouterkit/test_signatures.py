"""What `inspect.signature`, `help()` and editors show, and that sync and async classes have the same methods."""

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
# Methods that have another name in async classes.
TWINS = {"close": "aclose", "__enter__": "__aenter__", "__exit__": "__aexit__", "__iter__": "__aiter__"}
SPECIAL = {*TWINS, *TWINS.values()} - {"close", "aclose"}
# with_options() shares the connections, so it does not accept what configures them.
CONNECTION_SETTINGS = ("proxy", "verify", "cert", "limits", "http_client")
PAIRS: list[tuple[type, type]] = [
    (OpenRouter, AsyncOpenRouter),
    (Pages, AsyncPages),
    (stream_module.EventStream, stream_module.AsyncEventStream),
    (stream_module.ChatStream, stream_module.AsyncChatStream),
    *((type(getattr(SYNC, group)), type(getattr(ASYNC, group))) for group in GROUPS),
]


def find_methods(kind: type) -> dict[str, Callable[..., Any]]:
    members = inspect.getmembers(kind, callable)
    return {name: method for name, method in members if name in SPECIAL or not name.startswith("_")}


@pytest.mark.parametrize(("sync_class", "async_class"), PAIRS, ids=lambda kind: kind.__name__)
def test_sync_and_async_classes_have_the_same_methods(sync_class: type, async_class: type) -> None:
    sync_methods, async_methods = find_methods(sync_class), find_methods(async_class)
    assert {TWINS.get(name, name) for name in sync_methods} == set(async_methods)
    for name, method in sync_methods.items():
        signature = inspect.signature(method)
        async_signature = inspect.signature(async_methods[TWINS.get(name, name)])
        expected = [str(each).replace("Async", "") for each in async_signature.parameters.values()]
        assert [str(each) for each in signature.parameters.values()] == expected, name


@pytest.mark.parametrize("group", GROUPS)
def test_every_parameter_of_a_method_has_a_name_and_a_type(group: str) -> None:
    for name, method in find_methods(type(getattr(SYNC, group))).items():
        for parameter in list(inspect.signature(method).parameters.values())[1:]:
            assert parameter.kind is not inspect.Parameter.VAR_KEYWORD, (group, name)
            assert parameter.annotation not in (inspect.Parameter.empty, "Any"), (group, name, parameter)


def test_with_options_accepts_the_settings_of_the_clients() -> None:
    settings = inspect.signature(OpenRouter).parameters
    async_settings = inspect.signature(AsyncOpenRouter).parameters
    assert [str(each) for each in settings.values()] == [
        str(each).replace("Async", "") for each in async_settings.values()
    ]
    changed = inspect.signature(OpenRouter.with_options).parameters
    assert [*changed][1:] == [name for name in settings if name not in CONNECTION_SETTINGS]
    for name in [*changed][1:]:
        assert (changed[name].annotation, changed[name].default) == (settings[name].annotation, UNSET)
    for parameter in inspect.signature(OpenRouter.request).parameters.values():
        assert parameter.kind is not inspect.Parameter.VAR_KEYWORD


def test_chat_methods_have_every_member_of_the_request() -> None:
    members = set(inspect.signature(models.ChatRequest).parameters)
    for method in (SYNC.chat.send, SYNC.chat.stream, ASYNC.chat.send, ASYNC.chat.stream):
        assert members - {"stream"} <= set(inspect.signature(method).parameters)
    assert inspect.signature(SYNC.chat.send).parameters["messages"].default is inspect.Parameter.empty


def test_help_describes_parameters_of_methods_and_members_of_models() -> None:
    shown = pydoc.plain(pydoc.render_doc(SYNC.chat.send))
    for name, parameter in inspect.signature(SYNC.chat.send).parameters.items():
        assert re.search(rf"\b{name}: '{re.escape(parameter.annotation)}'", shown), name
        assert re.search(rf"^     +([a-z_]+, )*{name}(, [a-z_]+)*: [A-Z]", shown, re.MULTILINE), name
    shown = pydoc.plain(pydoc.render_doc(models.ChatStreamChunk))
    assert "When the completion was started, as a Unix time in seconds." in shown


def test_editors_show_the_parameters() -> None:
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
def test_every_parameter_of_a_constructor_has_a_name_and_a_type(name: str) -> None:
    for parameter in inspect.signature(getattr(openrouterkit, name)).parameters.values():
        assert parameter.annotation not in (inspect.Parameter.empty, "Any"), parameter
        assert parameter.kind is not inspect.Parameter.VAR_KEYWORD


@pytest.mark.parametrize(("client", "name"), [(SYNC, "Models"), (ASYNC, "AsyncModels")])
def test_models_get_without_an_id_names_the_method_and_the_argument(client: Any, name: str) -> None:
    for arguments in ({}, {"slug": "echo"}):
        with pytest.raises(TypeError, match=rf"^{name}\.get\(\) missing 1 required positional argument: 'author'$"):
            client.models.get(**arguments)
    with pytest.raises(TypeError, match=rf"^{name}\.get\(\) got an unexpected keyword argument 'id'$"):
        client.models.get(id="local/echo")


def test_models_get_accepts_an_id_or_author_and_slug() -> None:
    from openrouterkit.local import LocalServer

    with LocalServer() as server, OpenRouter(base_url=server.base_url) as client:
        whole = client.models.get("local/echo")
        assert whole == client.models.get(author="local", slug="echo") == client.models.get("local", "echo")
        assert whole == client.models.get(" local/echo\n")
        for invalid in [
            ("echo",),
            ("local/",),
            ("/echo",),
            ("", "echo"),
            ("local/echo", "echo"),
            ("local", None),
            (5,),
        ]:
            with pytest.raises(TypeError, match='requires the id of a model, such as "openai/gpt-4o-mini", not '):
                client.models.get(*invalid)
