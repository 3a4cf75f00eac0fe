"""The problems of a document: all of them in one run, with pointer, rule and remedy; and what --lenient does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import InvalidDocumentError, Report
from codegen.rules import RULES

Node = dict[str, Any]
CODEGEN = Path(__file__).parents[2] / "codegen"


def ref(name: str, kind: str = "schemas") -> Node:
    return {"$ref": f"#/components/{kind}/{name}"}


def make_operation(**members: Any) -> Node:
    return {"operationId": "getPet", "responses": {"200": {"description": "A pet."}}, **members}


BROKEN: Node = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets/{id}": {
            "get": make_operation(
                parameters=[
                    {"name": "id", "in": "path", "schema": {"type": "string"}},
                    ref("Gone", "parameters"),
                    {"name": "kind", "in": "qurey"},
                ],
                responses={"200": {"content": {"application/json": {"schema": ref("Pet")}}}, "404": 5},
            )
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "properties": {"id": {"type": "string"}, "home": ref("Home"), "odd": "text", "tags": ref("Tags")},
                "required": ["id"],
            },
            "Tags": {"type": "array", "items": ref("Tag")},
            "Unused": {"properties": {"home": ref("Home")}, "required": "home"},
        },
    },
}
PET = "/components/schemas/Pet/properties"
GET = "/paths/~1pets~1{id}/get"


def normalize(document: Node, *, lenient: bool = False) -> tuple[Node, Report]:
    report = Report(lenient=lenient)
    return build_normal_form(deepcopy(document), report, AgreedNames(), []), report


def test_one_run_reports_every_error_with_pointer_rule_and_remedy() -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        normalize(BROKEN)
    found = {(each.pointer, each.rule) for each in caught.value.report.errors}
    assert found == {
        (f"{PET}/home", "dangling-reference"),
        (f"{PET}/odd", "wrong-type"),
        ("/components/schemas/Tags/items", "dangling-reference"),
        (f"{GET}/parameters/1", "dangling-reference"),
        (f"{GET}/parameters/2", "parameter-place"),
        (f"{GET}/responses/404", "wrong-type"),
    }
    assert all(each.remedy for each in caught.value.report.errors)
    text = str(caught.value)
    assert text.count("  fix: ") == 6
    assert text.endswith("6 errors; --lenient turns them into warnings where it can")


def test_a_lenient_run_replaces_invalid_parts_with_a_warning_each() -> None:
    normal, report = normalize(BROKEN, lenient=True)
    pet = normal["components"]["schemas"]["Pet"]["properties"]
    assert pet == {"id": {"type": "string"}, "home": {}, "odd": {}, "tags": {"type": "array", "items": {}}}
    operation = normal["paths"]["/pets/{id}"]["get"]
    assert [each["name"] for each in operation["parameters"]] == ["id"]
    assert list(operation["responses"]) == ["200"]
    assert report.errors == []
    message = "the reference target '#/components/schemas/Home' does not exist; kept as plain JSON"
    assert f"{PET}/home: {message}" in report.warnings
    assert (report.plain, report.left_out) == (4, 4)  # also in the unused schema


def test_an_error_in_a_schema_that_nothing_uses_is_only_a_warning() -> None:
    document = deepcopy(BROKEN)
    document["paths"] = {"/health": {"get": make_operation()}}
    _, report = normalize(document)
    assert {each.severity for each in report.problems} == {"warning"}
    assert "/components/schemas/Unused/required: expected a list, found text; left out" in report.warnings


def test_a_schema_is_used_by_a_discriminator_or_another_used_schema() -> None:
    pet = {"oneOf": [{"type": "object"}], "discriminator": {"propertyName": "kind", "mapping": {"a": "Cat"}}}
    content = {"application/json": {"schema": ref("Pet")}}
    document: Node = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": make_operation(responses={"200": {"content": content}})}},
        "components": {"schemas": {"Pet": pet, "Cat": {"items": ref("Gone")}}},
    }
    with pytest.raises(InvalidDocumentError) as caught:
        normalize(document)
    assert [each.pointer for each in caught.value.report.errors] == ["/components/schemas/Cat/items"]


def test_a_reference_to_an_invalid_part_is_no_error_of_its_own() -> None:
    document: Node = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": make_operation(parameters=[ref("Limit", "parameters")])}},
        "components": {"parameters": {"Limit": {"name": "limit"}}},
    }
    with pytest.raises(InvalidDocumentError) as caught:
        normalize(document)
    assert [each.pointer for each in caught.value.report.errors] == ["/components/parameters/Limit"]
    where = "/paths/~1a/get/parameters/0"
    assert normalize(document, lenient=True)[1].warnings == [
        "/components/parameters/Limit: the parameter has no `in`; left out",
        f"{where}: the reference target '#/components/parameters/Limit' is not valid; left out",
    ]


def test_names_that_are_required_but_no_members_are_reported() -> None:
    document = deepcopy(BROKEN)
    document["components"]["schemas"]["Unused"] = {"properties": {"a": {}}, "required": ["a", "b", "c"]}
    _, report = normalize(document, lenient=True)
    message = "'b', 'c' are required, but not members; the members do not include them"
    assert f"/components/schemas/Unused/required: {message}" in report.warnings


class TestCommand:
    @pytest.fixture
    def spec(self, tmp_path: Path) -> Path:
        path = tmp_path / "broken.json"
        path.write_text(json.dumps(BROKEN), encoding="utf-8")
        return path

    def test_a_document_with_errors_is_not_generated(self, spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["generate", str(spec), str(spec.parent / "api")]) == 1
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err.count("\n  fix: ") == 6
        assert not (spec.parent / "api").exists()

    def test_a_lenient_package_can_be_imported(self, spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["generate", str(spec), str(spec.parent / "api"), "--lenient"]) == 0
        shown = capsys.readouterr()
        assert shown.out == "1 operation, 2 schemas, 4 places as plain JSON, 4 left out, 8 warnings\n"
        assert shown.err.count("warning: /") == 8
        code = "import api; print(api.models.Pet.from_dict({'id': 'a', 'home': {'b': 1}}).home)"
        done = subprocess.run([sys.executable, "-c", code], cwd=spec.parent, check=True, capture_output=True, text=True)
        assert done.stdout == "{'b': 1}\n"

    def test_problems_are_printed_as_json(self, spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["generate", str(spec), str(spec.parent / "api"), "--json"]) == 1
        shown = capsys.readouterr()
        found = json.loads(shown.out)
        assert shown.err == ""
        assert [each for each in found["problems"] if each["pointer"] == f"{PET}/home"] == [
            {
                "severity": "error",
                "pointer": f"{PET}/home",
                "rule": "dangling-reference",
                "message": "the reference target '#/components/schemas/Home' does not exist",
                "remedy": "add the target, or correct the reference",
            }
        ]
        assert main(["generate", str(spec), str(spec.parent / "api"), "--json", "--lenient"]) == 0
        counts = json.loads(capsys.readouterr().out)
        assert (counts["operations"], counts["schemas"], counts["plain"], counts["left_out"]) == (1, 2, 4, 4)


def test_every_rule_is_reported_somewhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in CODEGEN.rglob("*.py") if path.name != "rules.py"]
    used = {rule for text in texts for rule in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', text)}
    assert sorted(RULES.keys() - used) == []
