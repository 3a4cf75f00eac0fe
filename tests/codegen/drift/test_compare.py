"""Comparing the contract with a newer description: which differences are found, and which are breaking."""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from pets import SCHEMAS, TEXT, document, pet, ref, sent

from codegen.document import iter_operations, load
from codegen.drift.operations import compare
from codegen.drift.source_map import add_pointers
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import Report
from codegen.project import Project

Node = dict[str, Any]

PET = {"type": "object", "properties": {"name": TEXT}, "required": ["name"]}


def response_document(schema: Node, **named: Node) -> Node:
    """A document whose only operation returns the schema."""
    response = {"content": {"application/json": {"schema": schema}}}
    return document({"/pets": {"get": {"responses": {"200": response}}}}, named)


def normalize(document: Node) -> Node:
    return build_normal_form(add_pointers(deepcopy(document)), Report(), AgreedNames(), [])


def compare_keys(ours: Node, theirs: Node) -> list[str]:
    """The keys of the differences, with `!` before breaking ones."""
    differences, _ = compare(normalize(ours), normalize(theirs))
    return [f"! {each.key}" if each.breaking else each.key for each in differences]


def keys_by_direction(before: Node, after: Node) -> tuple[list[str], list[str]]:
    """The differences of a schema named Pet in a request, and in a response."""
    return tuple(
        compare_keys(make(ref("Pet"), Pet=before), make(ref("Pet"), Pet=after)) for make in (sent, response_document)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": ["string", "null"]}, {"anyOf": [{"type": "null"}, TEXT]}),
        ({"type": "string", "const": "a"}, {"enum": ["a"]}),
        ({"oneOf": [TEXT, {"type": "integer"}]}, {"type": ["integer", "string"]}),
        ({"allOf": [PET]}, PET),
        ({"allOf": [{"type": "object", "properties": {"a": TEXT}}, PET]}, pet(("name",), name=TEXT, a=TEXT)),
        (pet(a=TEXT, b=PET), pet(b=PET, a=TEXT)),
        ({**PET, "additionalProperties": True}, PET),
        ({**TEXT, "description": "d", "example": "e"}, {**TEXT, "title": "t"}),
        ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["b", "a"], "x-note": "n"}),
    ],
)
def test_equivalent_schemas_do_not_differ(one: Node, other: Node) -> None:
    for make in (sent, response_document):
        assert compare_keys(make(pet(a=one)), make(pet(a=other))) == []
        assert compare_keys(make(pet(a=other)), make(pet(a=one))) == []


def test_an_inline_schema_equals_a_named_one() -> None:
    named = response_document(ref("Owner"), Owner=pet(pet=ref("Pet")), Pet=PET)
    assert compare_keys(named, response_document(pet(pet=PET))) == []
    assert compare_keys(response_document(pet(pet=PET)), named) == []


def test_names_of_equal_schemas_may_differ() -> None:
    assert compare_keys(response_document(ref("Pet"), Pet=PET), response_document(ref("Animal"), Animal=PET)) == []


def test_names_of_path_parameters_may_differ() -> None:
    def named(name: str) -> Node:
        parameter = {"name": name, "in": "path", "required": True, "schema": TEXT}
        operation = {"operationId": f"by_{name}", "parameters": [parameter], "responses": {"204": {}}}
        return document({f"/pets/{{{name}}}": {"get": operation}})

    assert compare_keys(named("id"), named("pet")) == []


def test_added_and_removed_operations() -> None:
    ours, theirs = (document({path: {"get": {"responses": {"204": {}}}}}) for path in ("/old", "/new"))
    assert compare_keys(ours, theirs) == ["! removed operation GET /old", "added operation GET /new"]


@pytest.mark.parametrize(
    ("before", "after", "in_request", "in_response"),
    [
        (pet(b=TEXT), pet(a=TEXT, b=TEXT), "added field Pet.a", "added field Pet.a"),
        (pet(b=TEXT), pet(("a",), a=TEXT, b=TEXT), "! added field Pet.a", "added field Pet.a"),
        (pet(a=TEXT, b=TEXT), pet(b=TEXT), "! removed field Pet.a", "! removed field Pet.a"),
        (pet(a=TEXT), pet(("a",), a=TEXT), "! changed required Pet.a", "changed required Pet.a"),
        (pet(("a",), a=TEXT), pet(a=TEXT), "changed required Pet.a", "! changed required Pet.a"),
        (pet(a=TEXT), pet(a={"type": "integer"}), "! changed type Pet.a", "! changed type Pet.a"),
        (pet(a=TEXT), pet(a={"type": ["string", "null"]}), "changed type Pet.a", "! changed type Pet.a"),
        (pet(a={"type": ["string", "null"]}), pet(a=TEXT), "! changed type Pet.a", "changed type Pet.a"),
        (pet(a={"type": "number"}), pet(a={"type": "integer"}), "! changed type Pet.a", "changed type Pet.a"),
        (pet(a=TEXT), pet(a={"enum": ["x", "y"]}), "! changed values Pet.a", "changed values Pet.a"),
        (pet(a={"const": "x"}), pet(a={"enum": ["x", "y"]}), "added value Pet.a y", "added value Pet.a y"),
        (pet(a={"enum": ["x", "y"]}), pet(a={"const": "x"}), "! removed value PetA y", "removed value PetA y"),
        (
            pet(a={**TEXT, "maxLength": 9}),
            pet(a=TEXT),
            "changed limit maxLength Pet.a",
            "changed limit maxLength Pet.a",
        ),
        (
            pet(a=TEXT),
            pet(a={**TEXT, "maxLength": 9}),
            "! changed limit maxLength Pet.a",
            "changed limit maxLength Pet.a",
        ),
        (pet(a=TEXT), pet(a={**TEXT, "default": ""}), "changed default Pet.a", "changed default Pet.a"),
        (pet(a=TEXT), pet(a={**TEXT, "deprecated": True}), "changed deprecated Pet.a", "changed deprecated Pet.a"),
        (
            pet(a=TEXT),
            {**pet(a=TEXT), "additionalProperties": False},
            "! changed limit additionalProperties Pet",
            "changed limit additionalProperties Pet",
        ),
        (
            pet(a={"type": "array", "items": TEXT}),
            pet(a={"type": "array", "items": {"type": "boolean"}}),
            "! changed type Pet.a[]",
            "! changed type Pet.a[]",
        ),
        (
            {"type": "object", "additionalProperties": TEXT},
            {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
            "changed type POST /pets body application/json{}",
            "! changed type GET /pets 200 application/json{}",
        ),
    ],
)
def test_breaking_differences_depend_on_the_direction(
    before: Node, after: Node, in_request: str, in_response: str
) -> None:
    assert keys_by_direction(before, after) == ([in_request], [in_response])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"q": {}}, ["added parameter GET /pets query q"]),
        ({}, {"q": {"required": True}}, ["! added parameter GET /pets query q"]),
        ({"q": {}}, {}, ["! removed parameter GET /pets query q"]),
        ({"q": {}}, {"q": {"required": True}}, ["! changed requirement GET /pets query q"]),
        ({"q": {"required": True}}, {"q": {}}, ["changed requirement GET /pets query q"]),
        ({"q": {}}, {"q": {"schema": {"type": "integer"}}}, ["! changed type GET /pets query q"]),
    ],
)
def test_added_removed_and_changed_parameters(before: Node, after: Node, expected: list[str]) -> None:
    def with_parameters(parameters: Node) -> Node:
        declared = [{"name": name, "in": "query", "schema": TEXT, **each} for name, each in parameters.items()]
        return document({"/pets": {"get": {"parameters": declared, "responses": {"204": {}}}}})

    assert compare_keys(with_parameters(before), with_parameters(after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["200"], ["200", "202"], ["added response GET /pets 202"]),
        (["200", "404"], ["200"], ["removed response GET /pets 404"]),
        (["200", "202"], ["202"], ["! removed response GET /pets 200"]),
    ],
)
def test_added_and_removed_responses(before: list[str], after: list[str], expected: list[str]) -> None:
    ours, theirs = (
        document({"/pets": {"get": {"responses": {status: {} for status in statuses}}}}) for statuses in (before, after)
    )
    assert compare_keys(ours, theirs) == expected


def test_added_and_removed_media_types_and_headers() -> None:
    def with_response(media_type: str, header: str) -> Node:
        response = {"content": {media_type: {"schema": TEXT}}, "headers": {header: {"schema": TEXT}}}
        return document({"/pets": {"get": {"responses": {"200": response}}}})

    assert compare_keys(with_response("text/plain", "X-Old"), with_response("text/html", "X-New")) == [
        "removed header GET /pets 200 header X-Old",
        "added header GET /pets 200 header X-New",
        "! removed media type GET /pets 200 text/plain",
        "added media type GET /pets 200 text/html",
    ]


def test_requiring_a_key_is_breaking() -> None:
    theirs = sent(PET)
    ours = deepcopy(theirs)
    theirs["security"] = [{"key": []}]
    assert compare_keys(ours, theirs) == ["! changed key POST /pets"]
    assert compare_keys(theirs, ours) == ["changed key POST /pets"]


def test_variants_of_a_union_are_matched_by_tag() -> None:
    def tagged(value: str, **more: Node) -> Node:
        return pet(("kind",), kind={"const": value}, **more)

    ours = {"Cat": tagged("cat", lives=TEXT), "Dog": tagged("dog", barks=TEXT)}
    theirs = {"Hound": tagged("dog", barks=TEXT, tail=TEXT), "Fish": tagged("fish", fins=TEXT)}
    found = compare_keys(
        response_document({"oneOf": list(map(ref, ours))}, **ours),
        response_document({"oneOf": list(map(ref, theirs))}, **theirs),
    )
    assert [each.replace("GetPetsResponse", "Union") for each in found] == [
        "added field Dog.tail",
        "removed variant Union",
        "added variant Union",
    ]


def test_a_named_schema_is_reported_once() -> None:
    owner = pet(first=ref("Pet"), second={"type": "array", "items": ref("Pet")})
    ours = response_document(ref("Owner"), Owner=owner, Pet=PET)
    theirs = response_document(ref("Owner"), Owner=owner, Pet={**PET, "required": []})
    assert compare_keys(ours, theirs) == ["! changed required Pet.name"]


def test_one_of_our_schemas_may_match_several_of_theirs() -> None:
    ours = response_document(pet(a=ref("Word"), b=ref("Word")), Word=pet(x=TEXT, y=TEXT, z=TEXT))
    theirs = response_document(pet(a=pet(x=TEXT), b=pet(y=TEXT, w=TEXT)))
    assert [each for each in compare_keys(ours, theirs) if "Word" in each] == [
        "! removed field Word.z",
        "added field Word.w",
    ]


def test_the_first_members_of_an_object_change_its_type() -> None:
    ours = response_document(pet(a={"type": "object", "additionalProperties": True}))
    assert compare_keys(ours, response_document(pet(a=pet(x=TEXT, y=TEXT)))) == ["changed type GetPetsResponse.a"]


def test_recursive_schemas_are_compared_once() -> None:
    ours, theirs = (
        response_document(ref("Tree"), Tree=pet(trees={"type": "array", "items": ref("Tree")}, **more))
        for more in ({}, {"a": TEXT})
    )
    assert compare_keys(ours, theirs) == ["added field Tree.a"]


def test_a_difference_points_to_its_place_in_the_contract() -> None:
    ours = response_document(ref("Pet"), Pet={"allOf": [ref("Base"), pet(b=TEXT)]}, Base=pet(a=TEXT))
    theirs = response_document(pet(a={"type": "integer"}, b=TEXT))
    differences, _ = compare(normalize(ours), normalize(theirs))
    assert [each.pointer for each in differences] == ["/components/schemas/Base/properties/a"]


def respell(value: Any) -> Any:
    """An equivalent schema: members in reverse order, `nullable` for null, objects inside `allOf`."""
    if isinstance(value, list):
        return [respell(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: respell(value[key]) for key in reversed(value)}
    if isinstance(found.get("type"), list):
        found |= {"type": found["type"][0], "nullable": True}
    return {"allOf": [found]} if found.get("type") == "object" else found


@settings(deadline=None)
@given(SCHEMAS)
def test_equivalent_documents_do_not_differ(schema: Node) -> None:
    for make in (sent, response_document):
        ours = make(pet(a=schema))
        theirs = make(pet(a=respell(schema)))
        assert compare_keys(ours, ours) == []
        assert compare_keys(ours, theirs) == []
        assert compare_keys(theirs, ours) == []


def test_deliberate_toml_names_only_existing_schemas_and_operations() -> None:
    project = Project()
    contract = load(project.contract)
    known = {*contract["components"]["schemas"], *contract["components"]["responses"]}
    known |= {f"{method.upper()} {path}" for _, path, method, _ in iter_operations(contract)}
    keys = [
        key for entry in tomllib.loads(project.deliberate.read_text())["deliberate"] for key in entry["differences"]
    ]
    assert [key for key in keys if not any(re.search(rf"[ ]{re.escape(name)}(\W|$)", key) for name in known)] == []
