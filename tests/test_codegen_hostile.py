"""A document is data: whatever it says, nothing of it is run, and the package is imported and used as any other."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codegen.__main__ import main

FIRED = "__import__('sys').modules.setdefault('hostile_fired', 1)"
HOSTILE = [
    f'"""\n{FIRED}\n"""',
    f"'; {FIRED} #",
    f'"); {FIRED} #',
    f'\\"""\n{FIRED}',
    f"\\'''\n{FIRED}",
    'ends in a quote"',
    "ends in a backslash\\",
    "{{ 7 * 7 }}{% for x in y %}{# note #}{% raw %}",
    "{braces} }} {{ {0!r}",
    "\\N{BULLET} \\x41 \\u0041 \\ \n\r\n\t\x00\x1b\x7f\u2028\ud800",
    f"line\n    {FIRED}\n",
    "# ruff: noqa\n# fmt: off\n# type: ignore",
    "x]|y[",
    "日本語 ﬁ ª",
    "",
]
KEYWORDS = ["class", "None", "True", "import", "self", "list", "str", "type", "print", "__init__", "_data", "to_dict"]


def package_names() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"hostile_{number}"


NAMES = package_names()


def generated(folder: Path, document: Any, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    name = next(NAMES)
    spec = folder / "spec.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    assert main(["generate", str(spec), str(folder / name)]) == 0
    monkeypatch.syspath_prepend(folder)
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        importlib.import_module(module.name)
    assert "hostile_fired" not in sys.modules
    return package


def document_of(text: str) -> dict[str, Any]:
    """A document that says `text` wherever it can."""
    thing = {
        "type": "object",
        "title": text,
        "description": text,
        "required": ["kind"],
        "properties": {
            text: {"type": "string", "description": text, "default": text, "pattern": text, "example": text},
            "kind": {"const": f"kind {text}"},
            "word": {"enum": [text, "other"], "description": text},
            "either": {"anyOf": [{"const": text}, {"type": "array", "items": {"const": text}}, {"type": "null"}]},
        },
    }
    other = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": f"other {text}"}, "x": {}}}
    parameter = {"name": f"q{text}", "in": "query", "description": text, "schema": {"enum": [text, "b"]}}
    answer = {"description": text, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Any"}}}}
    operation = {
        "operationId": f"call {text}",
        "tags": [f"tag {text}"],
        "summary": text,
        "description": text,
        "parameters": [parameter],
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
        "responses": {"200": answer},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text},
        "servers": [{"url": f"https://{text}"}],
        "tags": [{"name": f"tag {text}", "description": text}],
        "paths": {f"/{text.replace('{', '').replace('}', '')}": {"post": operation}},
        "components": {
            "schemas": {
                "Thing": thing,
                "Other": other,
                "Any": {
                    "description": text,
                    "anyOf": [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}],
                },
                f"Named {text}": {"description": text, "enum": [text, 1]},
            }
        },
    }


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_comes_out_inert_wherever_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    package = generated(tmp_path, document_of(text), monkeypatch)
    (group,) = package.operations.__all__
    (function,) = [each for each in vars(getattr(package.operations, group)) if each.startswith("call")]
    operation = getattr(getattr(package.operations, group), function)(
        {"kind": f"kind {text}", text: text, "word": text}
    )
    assert operation.body == {"kind": f"kind {text}", text: text, "word": text}
    body = json.dumps({"kind": f"kind {text}", text: text}).encode()
    read = operation.read(200, {"content-type": "application/json"}, body)
    assert type(read) is package.models.Thing
    assert read.to_dict() == {"kind": f"kind {text}", text: text}
    assert package.models.Thing().kind == f"kind {text}"


@pytest.mark.parametrize("name", [*KEYWORDS, *HOSTILE[:4]])
def test_a_schema_of_any_name_is_a_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    document = document_of("plain")
    owner = {"properties": {name: {"type": "string"}, "nested": {"$ref": f"#/components/schemas/{pointed(name)}"}}}
    document["components"]["schemas"][name] = {"properties": {"a": {"type": "string"}}}
    document["components"]["schemas"]["Owner"] = owner
    package = generated(tmp_path, document, monkeypatch)
    read = package.models.Owner.from_dict({name: "x", "nested": {"a": "y"}})
    assert (read.nested.a, read.to_dict()) == ("y", {name: "x", "nested": {"a": "y"}})


def pointed(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def test_operations_groups_and_parameters_may_be_called_like_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = document_of("plain")
    document["paths"] = {
        f"/{word}": {
            "get": {
                "operationId": word,
                "tags": [word],
                "parameters": [{"name": each, "in": "query", "schema": {"type": "string"}} for each in KEYWORDS],
                "responses": {"200": {"description": "d"}},
            }
        }
        for word in ("import", "class", "readDate", "overload", "None", "self")
    }
    package = generated(tmp_path, document, monkeypatch)
    called = package.operations.import_.import_(class_="a", import_="b", to_dict="c")
    assert called.query == (("class", "a"), ("import", "b"), ("to_dict", "c"))


def test_members_that_would_be_one_attribute_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of("plain")
    properties = {name: {"type": "string"} for name in ("fooBar", "foo_bar", "foo-bar", "Foo Bar")}
    document["components"]["schemas"]["Foo"] = {"properties": properties}
    foo = generated(tmp_path, document, monkeypatch).models.Foo.from_dict(
        {"fooBar": "1", "foo_bar": "2", "foo-bar": "3"}
    )
    assert [foo.foo_bar, foo.foo_bar_, foo.foo_bar__, foo.foo_bar___] == ["1", "2", "3", None]


def test_schemas_that_contain_themselves_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree, json_value = {"$ref": "#/components/schemas/Tree"}, {"$ref": "#/components/schemas/Json"}
    document = document_of("plain")
    document["components"]["schemas"] |= {
        "Tree": {"properties": {"left": tree, "all": {"type": "array", "items": tree}}},
        "Json": {"anyOf": [{"type": "string"}, {"type": "array", "items": json_value}, tree]},
        "Holder": {"properties": {"value": json_value, "first": {"$ref": "#/components/schemas/First"}}},
        "First": {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Second"}]},
        "Second": {"anyOf": [{"type": "integer"}, {"type": "array", "items": {"$ref": "#/components/schemas/First"}}]},
    }
    models = generated(tmp_path, document, monkeypatch).models
    data = {"value": ["a", [{"left": {"all": [{}]}}]], "first": ["a", ["b"]]}
    holder = models.Holder.from_dict(data)
    assert type(holder.value[1][0].left.all[0]) is models.Tree
    assert holder.first == ["a", ["b"]]
    assert holder.to_dict() == data
