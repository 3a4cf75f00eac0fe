"""drift --apply: additions and changes are written into the contract, and all other lines stay unchanged."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from pets import CONTRACT, SCHEMAS, apply, compare_with_other, make_project, pet, ref, remaining_keys, sent
from projects import OPENROUTER

from codegen.drift.applying.editor import Editor
from codegen.problems import CodegenError

Node = dict[str, Any]


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path, CONTRACT)


def edit_contract(change) -> Node:
    """A copy of the contract with a change."""
    theirs = yaml.safe_load(CONTRACT)
    change(theirs)
    return theirs


def diff_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The removed lines, and the added ones."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_an_edit_of_the_contract_keeps_all_other_lines() -> None:
    text = OPENROUTER.contract.read_text(encoding="utf-8")
    editor = Editor(text)
    editor.at("/components/schemas/Model/required").append("another")
    after = editor.text()
    assert diff_lines(text, after) == ([], ["        - another"])
    assert len(after.splitlines()) == len(text.splitlines()) + 1


def test_a_changed_value_keeps_the_layout_of_its_line_and_of_those_around_it(project) -> None:
    text = CONTRACT.replace(
        "            by its people.\n          type: string", "            by its people.\n          type:   string"
    )
    project.contract.write_text(text, encoding="utf-8")

    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["properties"]["name"]["type"] = "integer"

    assert apply(project, edit_contract(change)).text == text.replace(
        "by its people.\n          type:   string", "by its people.\n          type:   integer"
    )


def test_a_changed_line_keeps_its_quotes_and_null(project) -> None:
    before = """name: {type: string, default: null, pattern: "a", title: 'b'}"""
    text = re.sub(r"name:\n *description.*\n.*\n *type: string", before, CONTRACT)
    project.contract.write_text(text, encoding="utf-8")

    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["properties"]["name"]["pattern"] = "a"
        document["components"]["schemas"]["Pet"]["properties"]["name"]["maxLength"] = 9

    after = before.replace("}", ", maxLength: 9}")
    assert before in text
    assert apply(project, edit_contract(change)).text == text.replace(before, after)


def test_an_added_null_is_written_as_a_word(project) -> None:
    def change(document: Node) -> None:
        document["paths"]["/pets"]["get"]["x-speakeasy-pagination"] = {"type": "offsetLimit", "next": None}

    added = "      x-speakeasy-pagination:\n        type: offsetLimit\n        next: null\n"
    assert apply(project, edit_contract(change)).text == CONTRACT.replace(
        "      responses:\n", f"{added}      responses:\n"
    )


def test_an_addition_to_unsorted_members_is_the_last_one(project) -> None:
    text = CONTRACT.replace("        kind:\n", "        weight:\n          type: number\n        kind:\n")
    project.contract.write_text(text, encoding="utf-8")

    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["properties"] |= {
            "age": {"type": "integer"},
            "weight": {"type": "number"},
        }

    assert apply(project, edit_contract(change)).text == text.replace(
        "      required: [name]", "        age:\n          type: integer\n      required: [name]"
    )


def test_a_change_inside_an_anchor_is_rejected_and_changes_elsewhere_are_made() -> None:
    editor = Editor("a: &shared {b: 1}\nc: *shared\nd: 1\n")
    editor.data["d"] = 2
    assert editor.text() == "a: &shared {b: 1}\nc: *shared\nd: 2\n"
    editor.data["c"]["b"] = 2
    with pytest.raises(CodegenError, match="has a YAML anchor here"):
        editor.text()


def test_additions_are_inserted_in_order_and_change_no_other_line(project) -> None:
    def change(document: Node) -> None:
        properties = document["components"]["schemas"]["Pet"]["properties"]
        properties["age"] = {"type": ["integer", "null"], "description": "Their words.", "example": 3}
        properties["collar"] = {"type": "object", "properties": {"colour": {"type": "string"}}}
        document["components"]["schemas"]["PetKind"]["enum"].append("fish")

    result = apply(project, edit_contract(change))
    expected = CONTRACT.replace(
        "      properties:\n        kind:",
        "      properties:\n        age:\n          type: [integer, 'null']\n"
        "        collar:\n          $ref: '#/components/schemas/PetCollar'\n        kind:",
    )
    expected = expected.replace("        - dog\n", "        - dog\n        - fish\n")
    expected = expected.replace(
        "    PetKind:\n",
        "    PetCollar:\n      type: object\n      properties:\n        colour:\n          type: string\n"
        "    PetKind:\n",
    )
    assert result.text == expected
    assert result.missing_docs == [
        "/components/schemas/PetCollar/description",
        "/components/schemas/Pet/properties/age/description",
        "/components/schemas/Pet/properties/collar/description",
        "/components/schemas/PetCollar/properties/colour/description",
    ]
    assert remaining_keys(project) == []


def test_an_added_operation_includes_its_schemas_without_descriptions(project) -> None:
    def change(document: Node) -> None:
        response = {"description": "Their words.", "content": {"application/json": {"schema": ref("Vet")}}}
        document["paths"]["/vets/{id}"] = {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {"operationId": "getVet", "tags": ["Vets"], "summary": "Theirs.", "responses": {"200": response}},
        }
        schemas = document["components"]["schemas"]
        schemas["Vet"] = pet(("name",), name={"type": "string"}, patients={"type": "array", "items": ref("Animal")})
        schemas["Animal"] = schemas.pop("Pet")
        schemas["Pets"]["items"] = ref("Animal")

    result = apply(project, edit_contract(change))
    assert "Their" not in result.text
    assert "Animal" not in result.text
    removed, added = diff_lines(CONTRACT, result.text)
    assert removed == []
    assert added[:4] == ["  - name: Vets", "  /vets/{id}:", "      operationId: getVet", "      tags:"]
    assert yaml.safe_load(result.text)["components"]["schemas"]["Vet"] == {
        "type": "object",
        "properties": {"name": {"type": "string"}, "patients": {"type": "array", "items": ref("Pet")}},
        "required": ["name"],
    }
    assert result.missing_docs == [
        "/tags/1/description",
        "/paths/~1vets~1{id}/get/summary",
        "/paths/~1vets~1{id}/get/description",
        "/paths/~1vets~1{id}/get/parameters/0/description",
        "/paths/~1vets~1{id}/get/responses/200/description",
        "/paths/~1vets~1{id}/get/responses/200/content/application~1json/examples",
        "/components/schemas/Vet/description",
        "/components/schemas/Vet/properties/name/description",
        "/components/schemas/Vet/properties/patients/description",
    ]
    assert remaining_keys(project) == []


def test_parts_that_only_the_contract_has_are_kept_and_reported(project) -> None:
    def change(document: Node) -> None:
        del document["components"]["schemas"]["Pet"]["properties"]["owner"]
        document["components"]["schemas"]["PetKind"]["enum"] = ["dog"]

    assert apply(project, edit_contract(change)).text == CONTRACT
    assert remaining_keys(project) == ["removed field Pet.owner", "removed value PetKind cat"]


@pytest.mark.parametrize(
    ("place", "schema", "written"),
    [
        ("name", {"type": "integer"}, {"description": "What it is called, by its people.", "type": "integer"}),
        (
            "name",
            {"type": "string", "maxLength": 9, "default": "Rex", "deprecated": True},
            {
                "description": "What it is called, by its people.",
                "type": "string",
                "default": "Rex",
                "deprecated": True,
                "maxLength": 9,
            },
        ),
        ("owner", {"type": "string"}, {"description": "Whose it is. Null for a stray.", "type": "string"}),
        (
            "kind",
            {"anyOf": [{"enum": ["cat", "dog"]}, {"type": "null"}]},
            {"description": "What it is.", "oneOf": [ref("PetKind"), {"type": "null"}]},
        ),
    ],
)
def test_a_change_keeps_the_description_of_the_contract(project, place: str, schema: Node, written: Node) -> None:
    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["properties"][place] = schema

    result = apply(project, edit_contract(change))
    assert yaml.safe_load(result.text)["components"]["schemas"]["Pet"]["properties"][place] == written
    assert remaining_keys(project) == []


@pytest.mark.parametrize(
    ("required", "written"),
    [
        (["owner", "name"], ["      required: [name, owner]"]),
        ([], []),
    ],
)
def test_changes_of_required_edit_the_list(project, required: list[str], written: list[str]) -> None:
    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["required"] = required

    assert diff_lines(CONTRACT, apply(project, edit_contract(change)).text) == (["      required: [name]"], written)


def test_deliberate_differences_are_not_applied(project) -> None:
    project.deliberate.write_text(
        '[[deliberate]]\nreason = "They forget."\ndifferences = ["changed required Pet.owner", "added field Pet.x"]\n',
        encoding="utf-8",
    )

    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["required"] = ["name", "owner"]

    assert apply(project, edit_contract(change)).text == CONTRACT
    drift = compare_with_other(project)
    assert (drift.differences, [reason for _, reason in drift.deliberate]) == ([], ["They forget."])
    assert drift.stale == ["added field Pet.x"]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(SCHEMAS, SCHEMAS)
def test_applying_leaves_only_removals_and_a_second_run_changes_nothing(tmp_path, one, other) -> None:
    project = make_project(tmp_path, yaml.safe_dump(json.loads(json.dumps(sent(pet(a=one))))))
    result = apply(project, sent(pet(a=other)))
    assert [each.key for each in result.remaining] == []
    assert all("removed" in key for key in remaining_keys(project))
    assert apply(project, sent(pet(a=other))).text == result.text
