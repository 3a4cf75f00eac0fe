"""Distinct names of members and arguments: no order matters, and every rename is reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen import names
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import CodegenError, Report
from codegen.rendering.identifiers import attribute_name
from codegen.rendering.member_names import choose_names
from codegen.rendering.package import build_package, list_public_names

Node = dict[str, Any]
WORD = {"type": "string"}


@pytest.mark.parametrize(
    "expected",
    [
        {"user_id": "user_id", "userId": "userId", "UserID": "UserID"},
        {"user_id": "user_id", "user id": "user_id_2", "user-id": "user_id_3"},
        {"StartTime": "start_time", "StartTime<": "start_time_lt", "StartTime>": "start_time_gt"},
        {"id": "id", "@id": "at_id", "$id": "dollar_id"},
        {"+1": "plus_1", "-1": "minus_1"},
        {"Name": "Name", "name": "name"},
        {"class_": "class_", "class": "class_2"},
    ],
)
def test_names_are_distinct_and_do_not_depend_on_the_order(expected: dict[str, str]) -> None:
    assert choose_names(expected, attribute_name) == expected
    assert choose_names(reversed(expected), attribute_name) == expected


def make_document(parameters: list[Node], members: Node) -> Node:
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    operation = {"operationId": "addPet", "tags": ["Pets"], "requestBody": body, "responses": {"200": {}}}
    placed = [{"schema": WORD, **each} for each in parameters]
    return {
        "openapi": "3.1.0",
        "paths": {"/pets/{id}": {"post": {**operation, "parameters": placed}}},
        "components": {"schemas": {"Pet": {"type": "object", "properties": dict.fromkeys(members, WORD)}}},
    }


def list_names(document: Node, agreed: AgreedNames | None = None) -> tuple[set[str], Report]:
    report = Report()
    normal = build_normal_form(document, report, agreed or AgreedNames(), [])
    return set(list_public_names(build_package(normal, {}))), report


ID = {"name": "id", "in": "path", "required": True}


def test_an_argument_whose_name_is_taken_ends_in_its_place_and_is_reported() -> None:
    document = make_document([{"name": "id", "in": "query"}, ID], {"id": WORD, "name": WORD})
    found, report = list_names(document)
    assert {f"operations.pets.add_pet({name})" for name in ("id", "id_query", "id_body", "name")} <= found
    assert [str(each) for each in report.problems] == [
        "/paths/~1pets~1{id}/post: another argument has the name id; 'id' in the query is named id_query",
        "/paths/~1pets~1{id}/post: another argument has the name id; 'id' in the body is named id_body",
    ]


def test_a_parameter_with_the_name_of_a_call_option_ends_in_an_underscore() -> None:
    found, report = list_names(make_document([ID, {"name": "timeout", "in": "query"}], {"body": WORD}))
    assert {"operations.pets.add_pet(timeout_)", "operations.pets.add_pet(body_)"} <= found
    assert report.problems == []


def test_members_with_the_same_name_in_python_are_reported() -> None:
    found, report = list_names(make_document([ID], {"userId": WORD, "user_id": WORD}))
    assert {"models.Pet.user_id", "models.Pet.userId", "operations.pets.add_pet(userId)"} <= found
    assert [(each.rule, each.pointer) for each in report.problems] == [
        ("same-member", "/components/schemas/Pet/properties/userId"),
        ("same-argument", "/paths/~1pets~1{id}/post"),
    ]


def test_agreed_names_of_members_and_arguments_replace_the_generated_ones() -> None:
    document = make_document([ID], {"userId": WORD, "user_id": WORD, "id": WORD})
    agreed = AgreedNames(members={"Pet.userId": "owner"}, arguments={"addPet.userId": "owner", "addPet.id": "pet_id"})
    found, report = list_names(document, agreed)
    assert {"models.Pet.owner", "operations.pets.add_pet(owner)", "operations.pets.add_pet(pet_id)"} <= found
    assert [each.rule for each in report.problems] == []


def test_an_agreed_name_that_is_no_identifier_is_rejected(tmp_path: Path) -> None:
    table = tmp_path / "names.toml"
    table.write_text('[members]\n"Pet.class" = "class"\n', encoding="utf-8")
    with pytest.raises(CodegenError, match="'class' is not a valid name in Python"):
        names.read(table)
