"""drift --apply: what is added or changed comes into the contract, and everything else stays as it was written."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from pets import CONTRACT, SCHEMAS, furnished, pet, sent

from codegen.drift.command import Comparison
from codegen.drift.editor import Editor
from codegen.problems import CodegenError
from codegen.project import Project

Node = dict[str, Any]


@pytest.fixture
def project(tmp_path):
    return furnished(tmp_path, CONTRACT)


def applied(project: Project, theirs: Node):
    """The result, with the file written."""
    other = project.root / "other.json"
    other.write_text(json.dumps(theirs), encoding="utf-8")
    found = Comparison(project, other).apply()
    project.contract.write_text(found.text, encoding="utf-8")
    return found


def left(project: Project) -> list[str]:
    return [each.key for each in Comparison(project, project.root / "other.json").drift().found]


def changed(change) -> Node:
    """The contract's own document, changed."""
    theirs = yaml.safe_load(CONTRACT)
    change(theirs)
    return theirs


def lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_the_project_contract_is_written_as_it_was_read() -> None:
    text = Project().contract.read_text(encoding="utf-8")
    editor = Editor(text)
    editor.at("/components/schemas/Model/required").append("another")
    after = editor.text()
    assert lines(text, after) == ([], ["        - another"])
    assert len(after.splitlines()) == len(text.splitlines()) + 1


def test_a_contract_with_anchors_is_not_changed() -> None:
    with pytest.raises(CodegenError, match="has YAML anchors"):
        Editor("a: &shared {b: 1}\nc: *shared\n")


def test_what_is_added_stands_where_the_order_puts_it_and_nothing_else_is_touched(project) -> None:
    def change(document: Node) -> None:
        properties = document["components"]["schemas"]["Pet"]["properties"]
        properties["age"] = {"type": ["integer", "null"], "description": "Their words.", "example": 3}
        properties["collar"] = {"type": "object", "properties": {"colour": {"type": "string"}}}
        document["components"]["schemas"]["PetKind"]["enum"].append("fish")

    found = applied(project, changed(change))
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
    assert found.text == expected
    assert found.undescribed == [
        "/components/schemas/PetCollar/description",
        "/components/schemas/Pet/properties/age/description",
        "/components/schemas/Pet/properties/collar/description",
        "/components/schemas/PetCollar/properties/colour/description",
    ]
    assert left(project) == []


def test_an_operation_comes_with_all_that_it_refers_to_and_without_its_words(project) -> None:
    def change(document: Node) -> None:
        answer = {"description": "Their words.", "content": {"application/json": {"schema": ref("Vet")}}}
        document["paths"]["/vets/{id}"] = {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {"operationId": "getVet", "tags": ["Vets"], "summary": "Theirs.", "responses": {"200": answer}},
        }
        schemas = document["components"]["schemas"]
        schemas["Vet"] = pet(("name",), name={"type": "string"}, patients={"type": "array", "items": ref("Animal")})
        schemas["Animal"] = schemas.pop("Pet")
        schemas["Pets"]["items"] = ref("Animal")

    found = applied(project, changed(change))
    assert "Their" not in found.text
    assert "Animal" not in found.text
    gone, new = lines(CONTRACT, found.text)
    assert gone == []
    assert new[:4] == ["  - name: Vets", "  /vets/{id}:", "      operationId: getVet", "      tags:"]
    assert yaml.safe_load(found.text)["components"]["schemas"]["Vet"] == {
        "type": "object",
        "properties": {"name": {"type": "string"}, "patients": {"type": "array", "items": ref("Pet")}},
        "required": ["name"],
    }
    assert found.undescribed == [
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
    assert left(project) == []


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def test_what_only_the_contract_states_stays_and_is_told(project) -> None:
    def change(document: Node) -> None:
        del document["components"]["schemas"]["Pet"]["properties"]["owner"]
        document["components"]["schemas"]["PetKind"]["enum"] = ["dog"]

    assert applied(project, changed(change)).text == CONTRACT
    assert left(project) == ["removed field Pet.owner", "removed value PetKind cat"]


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
def test_a_change_keeps_our_description(project, place: str, schema: Node, written: Node) -> None:
    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["properties"][place] = schema

    found = applied(project, changed(change))
    assert yaml.safe_load(found.text)["components"]["schemas"]["Pet"]["properties"][place] == written
    assert left(project) == []


@pytest.mark.parametrize(
    ("required", "written"),
    [
        (["owner", "name"], ["      required: [name, owner]"]),
        ([], []),
    ],
)
def test_what_is_required_changes_in_the_list(project, required: list[str], written: list[str]) -> None:
    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["required"] = required

    assert lines(CONTRACT, applied(project, changed(change)).text) == (["      required: [name]"], written)


def test_what_differs_on_purpose_is_left_alone(project) -> None:
    project.deliberate.write_text(
        '[[deliberate]]\nreason = "They forget."\ndifferences = ["changed required Pet.owner", "added field Pet.x"]\n',
        encoding="utf-8",
    )

    def change(document: Node) -> None:
        document["components"]["schemas"]["Pet"]["required"] = ["name", "owner"]

    assert applied(project, changed(change)).text == CONTRACT
    drift = Comparison(project, project.root / "other.json").drift()
    assert (drift.found, [reason for _, reason in drift.deliberate]) == ([], ["They forget."])
    assert drift.stale == ["added field Pet.x"]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(SCHEMAS, SCHEMAS)
def test_after_it_nothing_is_added_or_changed_any_more_and_again_it_does_nothing(tmp_path, one, other) -> None:
    project = furnished(tmp_path, yaml.safe_dump(json.loads(json.dumps(sent(pet(a=one))))))
    found = applied(project, sent(pet(a=other)))
    assert [each.key for each in found.left] == []
    assert all("removed" in key for key in left(project))
    assert applied(project, sent(pet(a=other))).text == found.text
