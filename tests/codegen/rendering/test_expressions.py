"""Schemas as Python types, and the expressions of their decoders."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from codegen.rendering.decoders import build_decoder, build_named_union_decoder
from codegen.rendering.expressions import (
    Names,
    build_annotation,
    build_argument_type,
    build_literal_type,
    build_open_type,
    join_types,
    split_union,
)

Node = dict[str, Any]


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


CAT = {"properties": {"kind": {"const": "cat"}, "lives": {}}, "required": ["kind"]}
DOG = {"properties": {"kind": {"const": "dog"}}, "required": ["kind", "name"]}
TAG = {"propertyName": "kind", "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]}}
DOCUMENT: Node = {
    "components": {
        "schemas": {
            "Cat": CAT,
            "Dog": DOG,
            "Mood": {"enum": ["calm", "wild"]},
            "Pet": {"anyOf": [ref("Cat"), ref("Dog")], "discriminator": TAG},
            "Json": {"anyOf": [{"type": "string"}, {"type": "array", "items": ref("Json")}]},
        }
    }
}
NULL = {"type": "null"}
DATE = {"type": "string", "format": "date-time"}


@pytest.mark.parametrize(
    ("schema", "attribute_type", "argument_type"),
    [
        ({"type": "string"}, "str", "str"),
        ({}, "Any", "Any"),
        ({"const": "a"}, "Literal['a']", "Literal['a']"),
        (DATE, "datetime", "datetime | str"),
        ({"anyOf": [DATE, NULL]}, "datetime | None", "datetime | str | None"),
        ({"anyOf": [DATE, {"type": "integer"}]}, "str | int", "str | int"),
        ({"type": "array", "items": {"type": "integer"}}, "list[int]", "Sequence[int]"),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "dict[str, float]", "Mapping[str, float]"),
        ({"type": "object", "additionalProperties": True}, "dict[str, Any]", "Mapping[str, Any]"),
        (ref("Cat"), "Cat", "Cat | CatDict | JsonObject"),
        (ref("Dog"), "Dog", "Dog | Mapping[str, Any]"),
        (ref("Mood"), "Mood", "Mood"),
        ({"anyOf": [ref("Mood"), NULL]}, "Mood | None", "Mood | None"),
    ],
)
def test_types_of_attributes_and_arguments_differ(schema: Node, attribute_type: str, argument_type: str) -> None:
    names = Names(dicts=frozenset({"Cat"}))
    assert build_annotation(DOCUMENT, schema, names) == attribute_type
    assert build_argument_type(DOCUMENT, schema, names) == argument_type


def test_a_list_of_several_models_accepts_their_common_base_class() -> None:
    pets = {"type": "array", "items": ref("Pet")}
    assert build_argument_type(DOCUMENT, pets, Names()) == "Sequence[Pet | JsonModel]"
    assert build_annotation(DOCUMENT, pets, Names()) == "list[Pet]"


def test_schemas_in_a_type_are_collected_for_its_imports() -> None:
    names = Names()
    build_annotation(DOCUMENT, {"type": "array", "items": {"anyOf": [ref("Cat"), ref("Mood")]}}, names)
    assert names.models == {"Cat", "Mood"}


def test_a_union_that_contains_itself_is_quoted_inside_brackets() -> None:
    nested = {"type": "object", "additionalProperties": {"type": "array", "items": ref("Json")}}
    assert build_annotation(DOCUMENT, nested, Names(quoted=frozenset({"Json"}))) == "dict[str, list['Json']]"


def test_join_types_removes_duplicates() -> None:
    assert join_types(["str | int", "list[str | None]", "int"]) == "str | int | list[str | None]"


def test_split_union_ignores_bars_and_brackets_inside_quotes() -> None:
    assert split_union("Literal['a]|b', \"c'|[\"] | None") == ["Literal['a]|b', \"c'|[\"]", "None"]


def test_values_that_cannot_be_literals_have_plain_types() -> None:
    assert build_literal_type(["a", 1, True, 2.5]) == "Literal['a', 1, True] | float"


def test_an_enumeration_accepts_new_values_of_the_same_type() -> None:
    assert build_open_type(["a", "b"]) == "Literal['a', 'b'] | str"
    assert build_open_type([1.5]) == "float"


@pytest.mark.parametrize(
    ("schema", "expression"),
    [
        ({"type": "string"}, None),
        (DATE, "decode_datetime"),
        ({"anyOf": [DATE, {"type": "integer"}]}, None),
        (ref("Cat"), "Nested('Cat')"),
        (ref("Mood"), None),
        (ref("Pet"), "Union('Pet')"),
        (ref("Json"), "Union('Json')"),
        ({"type": "array"}, "Each()"),
        ({"type": "array", "items": ref("Cat")}, "Each(Nested('Cat'))"),
        ({"type": "object", "additionalProperties": ref("Cat")}, "Mapped(Nested('Cat'))"),
        ({"anyOf": [ref("Cat"), {"type": "string"}, NULL]}, "Nested('Cat')"),
        ({"anyOf": [{"type": "string"}, {"type": "array", "items": ref("Cat")}]}, "Kinds(array=Each(Nested('Cat')))"),
        ({"anyOf": [ref("Cat"), {"type": "array"}]}, "Kinds(array=Each(), object=Nested('Cat'))"),
        (
            {"anyOf": [ref("Cat"), ref("Dog")]},
            (
                "Shaped(('Cat', frozenset(['kind']), frozenset(['kind', 'lives'])), "
                "('Dog', frozenset(['kind', 'name']), frozenset(['kind'])))"
            ),
        ),
    ],
)
def test_build_decoder_returns_the_decoder_of_a_schema(schema: Node, expression: str | None) -> None:
    assert build_decoder(DOCUMENT, schema) == expression


def test_arrays_of_a_union_and_of_its_members_are_decoded_by_the_union() -> None:
    words = {"type": "array", "items": {"type": "string"}}
    tree = {"anyOf": [{"type": "string"}, words, {"type": "array", "items": ref("Tree")}]}
    assert (
        build_named_union_decoder({"components": {"schemas": {"Tree": tree}}}, "Tree")
        == "Kinds(array=Each(Union('Tree')))"
    )


def test_arrays_that_contain_each_other_are_decoded_until_they_repeat() -> None:
    arrays = [{"type": "array", "items": ref(name)} for name in ("One", "Two")]
    schemas = {"One": {"anyOf": [*arrays, {"type": "string"}]}, "Two": {"anyOf": [*arrays, {"type": "integer"}]}}
    assert (
        build_named_union_decoder({"components": {"schemas": schemas}}, "One")
        == "Kinds(array=Each(Kinds(array=Each())))"
    )


def test_a_union_with_a_discriminator_is_decoded_by_its_tag() -> None:
    assert build_named_union_decoder(DOCUMENT, "Pet") == "Tagged('kind', {'cat': 'Cat', 'dog': 'Dog'})"


@pytest.mark.parametrize(("required", "default"), [([], ", 'Cat'"), (["kind"], "")])
def test_the_only_variant_that_does_not_require_the_tag_is_the_default(required: list[str], default: str) -> None:
    document = deepcopy(DOCUMENT)
    document["components"]["schemas"]["Cat"]["required"] = required
    tagged = f"Tagged('kind', {{'cat': 'Cat', 'dog': 'Dog'}}{default})"
    assert build_named_union_decoder(document, "Pet") == tagged
