"""Drift: what a newer description states otherwise than the contract, and what of it breaks."""

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
from codegen.drift.source_map import placed
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import Report
from codegen.project import Project

Node = dict[str, Any]

PET = {"type": "object", "properties": {"name": TEXT}, "required": ["name"]}


def received(schema: Node, **named: Node) -> Node:
    """A document whose only operation gives the schema."""
    answer = {"content": {"application/json": {"schema": schema}}}
    return document({"/pets": {"get": {"responses": {"200": answer}}}}, named)


def normal(document: Node) -> Node:
    return build_normal_form(placed(deepcopy(document)), Report(), AgreedNames(), [])


def told(ours: Node, theirs: Node) -> list[str]:
    """The keys of the differences; `!` is before those that break."""
    differences, _ = compare(normal(ours), normal(theirs))
    return [f"! {each.key}" if each.breaking else each.key for each in differences]


def changes(before: Node, after: Node) -> tuple[list[str], list[str]]:
    """What is told of a schema called Pet where it is sent, and where it is received."""
    return tuple(told(make(ref("Pet"), Pet=before), make(ref("Pet"), Pet=after)) for make in (sent, received))


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
def test_another_spelling_is_no_drift(one: Node, other: Node) -> None:
    for make in (sent, received):
        assert told(make(pet(a=one)), make(pet(a=other))) == []
        assert told(make(pet(a=other)), make(pet(a=one))) == []


def test_an_inline_schema_is_the_named_one_of_the_same_shape() -> None:
    named = received(ref("Owner"), Owner=pet(pet=ref("Pet")), Pet=PET)
    assert told(named, received(pet(pet=PET))) == []
    assert told(received(pet(pet=PET)), named) == []


def test_another_name_of_the_same_shape_is_no_drift() -> None:
    assert told(received(ref("Pet"), Pet=PET), received(ref("Animal"), Animal=PET)) == []


def test_a_path_parameter_is_the_same_whatever_it_is_called() -> None:
    def named(name: str) -> Node:
        parameter = {"name": name, "in": "path", "required": True, "schema": TEXT}
        operation = {"operationId": f"by_{name}", "parameters": [parameter], "responses": {"204": {}}}
        return document({f"/pets/{{{name}}}": {"get": operation}})

    assert told(named("id"), named("pet")) == []


def test_operations_come_and_go() -> None:
    ours, theirs = (document({path: {"get": {"responses": {"204": {}}}}}) for path in ("/old", "/new"))
    assert told(ours, theirs) == ["! removed operation GET /old", "added operation GET /new"]


@pytest.mark.parametrize(
    ("before", "after", "where_sent", "where_received"),
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
def test_what_breaks_depends_on_which_way_it_goes(
    before: Node, after: Node, where_sent: str, where_received: str
) -> None:
    assert changes(before, after) == ([where_sent], [where_received])


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
def test_parameters_come_go_and_change(before: Node, after: Node, expected: list[str]) -> None:
    def taking(parameters: Node) -> Node:
        stated = [{"name": name, "in": "query", "schema": TEXT, **each} for name, each in parameters.items()]
        return document({"/pets": {"get": {"parameters": stated, "responses": {"204": {}}}}})

    assert told(taking(before), taking(after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["200"], ["200", "202"], ["added answer GET /pets 202"]),
        (["200", "404"], ["200"], ["removed answer GET /pets 404"]),
        (["200", "202"], ["202"], ["! removed answer GET /pets 200"]),
    ],
)
def test_answers_come_and_go(before: list[str], after: list[str], expected: list[str]) -> None:
    ours, theirs = (
        document({"/pets": {"get": {"responses": {status: {} for status in statuses}}}}) for statuses in (before, after)
    )
    assert told(ours, theirs) == expected


def test_media_types_and_headers_come_and_go() -> None:
    def answering(media_type: str, header: str) -> Node:
        answer = {"content": {media_type: {"schema": TEXT}}, "headers": {header: {"schema": TEXT}}}
        return document({"/pets": {"get": {"responses": {"200": answer}}}})

    assert told(answering("text/plain", "X-Old"), answering("text/html", "X-New")) == [
        "removed header GET /pets 200 header X-Old",
        "added header GET /pets 200 header X-New",
        "! removed media type GET /pets 200 text/plain",
        "added media type GET /pets 200 text/html",
    ]


def test_a_call_that_needs_a_key_from_now_on_breaks() -> None:
    theirs = sent(PET)
    ours = deepcopy(theirs)
    theirs["security"] = [{"key": []}]
    assert told(ours, theirs) == ["! changed key POST /pets"]
    assert told(theirs, ours) == ["changed key POST /pets"]


def test_variants_of_a_union_are_known_by_tag_whatever_they_are_called() -> None:
    def tagged(value: str, **more: Node) -> Node:
        return pet(("kind",), kind={"const": value}, **more)

    ours = {"Cat": tagged("cat", lives=TEXT), "Dog": tagged("dog", barks=TEXT)}
    theirs = {"Hound": tagged("dog", barks=TEXT, tail=TEXT), "Fish": tagged("fish", fins=TEXT)}
    found = told(
        received({"oneOf": list(map(ref, ours))}, **ours), received({"oneOf": list(map(ref, theirs))}, **theirs)
    )
    assert [each.replace("GetPetsResponse", "Union") for each in found] == [
        "added field Dog.tail",
        "removed variant Union",
        "added variant Union",
    ]


def test_a_named_schema_is_told_of_once_however_often_it_is_used() -> None:
    owner = pet(first=ref("Pet"), second={"type": "array", "items": ref("Pet")})
    ours = received(ref("Owner"), Owner=owner, Pet=PET)
    theirs = received(ref("Owner"), Owner=owner, Pet={**PET, "required": []})
    assert told(ours, theirs) == ["! changed required Pet.name"]


def test_one_schema_of_ours_may_stand_for_several_of_theirs() -> None:
    ours = received(pet(a=ref("Word"), b=ref("Word")), Word=pet(x=TEXT, y=TEXT, z=TEXT))
    theirs = received(pet(a=pet(x=TEXT), b=pet(y=TEXT, w=TEXT)))
    assert [each for each in told(ours, theirs) if "Word" in each] == ["! removed field Word.z", "added field Word.w"]


def test_an_object_that_gets_its_first_members_changes_its_type() -> None:
    ours = received(pet(a={"type": "object", "additionalProperties": True}))
    assert told(ours, received(pet(a=pet(x=TEXT, y=TEXT)))) == ["changed type GetPetsResponse.a"]


def test_schemas_that_contain_themselves_are_followed_once() -> None:
    ours, theirs = (
        received(ref("Tree"), Tree=pet(trees={"type": "array", "items": ref("Tree")}, **more))
        for more in ({}, {"a": TEXT})
    )
    assert told(ours, theirs) == ["added field Tree.a"]


def test_a_difference_tells_where_in_the_contract_it_is() -> None:
    ours = received(ref("Pet"), Pet={"allOf": [ref("Base"), pet(b=TEXT)]}, Base=pet(a=TEXT))
    theirs = received(pet(a={"type": "integer"}, b=TEXT))
    differences, _ = compare(normal(ours), normal(theirs))
    assert [each.pointer for each in differences] == ["/components/schemas/Base/properties/a"]


def turned(value: Any) -> Any:
    """The same said in another order, null in the old way, and everything inside an allOf."""
    if isinstance(value, list):
        return [turned(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: turned(value[key]) for key in reversed(value)}
    if isinstance(found.get("type"), list):
        found |= {"type": found["type"][0], "nullable": True}
    return {"allOf": [found]} if found.get("type") == "object" else found


@settings(deadline=None)
@given(SCHEMAS)
def test_no_document_drifts_from_another_spelling_of_itself(schema: Node) -> None:
    for make in (sent, received):
        ours = make(pet(a=schema))
        theirs = make(pet(a=turned(schema)))
        assert told(ours, ours) == []
        assert told(ours, theirs) == []
        assert told(theirs, ours) == []


def test_what_differs_on_purpose_is_of_schemas_and_operations_that_the_contract_has() -> None:
    project = Project()
    contract = load(project.contract)
    known = {*contract["components"]["schemas"], *contract["components"]["responses"]}
    known |= {f"{method.upper()} {path}" for _, path, method, _ in iter_operations(contract)}
    keys = [
        key for entry in tomllib.loads(project.deliberate.read_text())["deliberate"] for key in entry["differences"]
    ]
    assert [key for key in keys if not any(re.search(rf"[ ]{re.escape(name)}(\W|$)", key) for name in known)] == []
