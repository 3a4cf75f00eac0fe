"""The names of variants: what tells them apart, and numbers only where nothing does."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.document import get_schemas
from codegen.passes import hoist
from codegen.problems import Report
from codegen.rendering.variants import find_distinctions

Node = dict[str, Any]
WORD = {"type": "string"}
KINDS = ("string", "object")


def model(*members: str, title: str = "", required: tuple[str, ...] = (), **constants: str) -> Node:
    properties = {name: {"type": "string", "const": value} for name, value in constants.items()}
    properties |= dict.fromkeys(members, WORD)
    named = {"title": title} if title else {}
    return {"type": "object", **named, "properties": properties, **({"required": [*required]} if required else {})}


@pytest.mark.parametrize(
    ("variants", "words"),
    [
        ([model(kind="cat"), model(kind="dog")], ["Cat", "Dog"]),
        (
            [model(kind="cat", size="big"), model(kind="cat", size="small"), model(kind="dog", size="big")],
            ["CatBig", "Small", "Dog"],
        ),
        ([model("a", title="A cat"), model("a", title="A dog")], ["ACat", "ADog"]),
        ([model("a", title="Pet"), model("a", "b", title="Pet")], ["A", "B"]),
        ([model("a"), model("b"), model("a", "b")], ["A", "B", "AB"]),
        ([model("a", "b"), model("a", "b", required=("b",))], ["A", "WithB"]),
        ([model("a"), {"properties": {"a": {"type": "integer"}}}], ["AString", "AInteger"]),
        (
            [{"properties": {"a": {"type": "array", "items": {"type": kind}}}} for kind in KINDS],
            ["AStringList", "AObjectList"],
        ),
        ([{"type": "string", "enum": ["x"]}, model("a")], ["Value", "A"]),
        ([{"type": "object"}, {"type": "object"}], ["Object", "Object"]),
    ],
    ids=[
        "constant",
        "two constants",
        "title",
        "own member",
        "two members",
        "required",
        "type",
        "item type",
        "enumeration",
        "none",
    ],
)
def test_a_variant_is_named_by_what_tells_it_apart(variants: list[Node], words: list[str]) -> None:
    assert find_distinctions(variants) == words


def test_the_words_do_not_depend_on_the_order_of_the_variants() -> None:
    variants = [model(kind="cat", size="big"), model(kind="cat", size="small"), model("x", "y"), model("x")]
    words = find_distinctions(variants)
    assert find_distinctions(variants[::-1]) == words[::-1]


def hoist_schemas(schemas: Node) -> tuple[list[str], Report]:
    document: Node = {"paths": {}, "components": {"schemas": schemas}}
    hoist.run(document, report := Report())
    return list(get_schemas(document)), report


@pytest.mark.parametrize(
    ("schemas", "name"),
    [
        ({"Pets": {"type": "array", "items": model("a")}, "Pet": model("b")}, "PetsItem"),
        ({"Pet": {"properties": {"home": model("a", title="Kennel")}}, "PetHome": model("b")}, "PetHomeKennel"),
        ({"Pet": {"properties": {"home": model("a")}}, "pet_home": model("b")}, "PetHomeObject"),
        ({"Pet": {"properties": {"home": {"enum": ["a", "b"]}}}, "PetHome": model("b")}, "PetHomeEnum"),
    ],
)
def test_a_name_that_is_taken_is_completed_by_a_word_and_reported(schemas: Node, name: str) -> None:
    names, report = hoist_schemas(schemas)
    assert names[-1] == name
    assert [each.rule for each in report.problems] == ["same-schema"]


def test_equal_schemas_of_several_media_types_get_one_name() -> None:
    content = {kind: {"schema": model("a", "b")} for kind in ("application/json", "application/xml")}
    operation = {"operationId": "getPet", "parameters": [], "responses": {"200": {"content": content}}}
    document: Node = {"paths": {"/pet": {"get": operation}}}
    hoist.run(document, Report())
    assert list(get_schemas(document)) == ["GetPetResponse"]
    assert content["application/json"] == content["application/xml"]
