"""Nothing in a document is dropped: small documents of every kind are compared with their packages."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from census import Census
from projects import PROJECTS

from codegen.document import load
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import Report
from codegen.project import Project
from codegen.rendering.render import render

Node = dict[str, Any]
FindMissing = Callable[[Node], tuple[list[str], Report]]
WORD = {"type": "string"}
CAT = {"type": "object", "required": ["meow"], "properties": {"meow": WORD}}
DOG = {"type": "object", "required": ["bark"], "properties": {"bark": WORD}}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def make_document(schema: Node, **schemas: Node) -> Node:
    """Return a document with one operation whose response has the schema."""
    responses = {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": {"/pets": {"get": {"operationId": "get", "responses": responses}}},
        "components": {"schemas": {"Cat": CAT, "Dog": DOG, **schemas}},
    }


@pytest.fixture(params=[False, True], ids=["linked", "standalone"])
def find_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[FindMissing]:
    """A function that returns what the package of a document lacks, and the report of its generation."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def find_missing(document: Node) -> tuple[list[str], Report]:
        normal = build_normal_form(document, report := Report(), AgreedNames(), [])
        render(normal, tmp_path / "small_api", "s", "c", standalone=request.param)
        importlib.invalidate_caches()
        return Census(document, "small_api").missing, report

    yield find_missing
    for name in [name for name in sys.modules if name.partition(".")[0] == "small_api"]:
        del sys.modules[name]


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [ref("Cat"), {"properties": {"home": {"properties": {"street": WORD}}}}]},
        {"properties": {"age": {"type": "integer"}}, "oneOf": [ref("Cat"), ref("Dog")]},
        {"properties": {"a": WORD, "b": WORD}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**ref("Cat"), "properties": {"age": {"type": "integer"}}},
        {"items": ref("Cat")},
        {"additionalProperties": {"items": {"anyOf": [ref("Cat"), {"type": "array", "items": ref("Dog")}]}}},
        {"allOf": [{"properties": {"pet": ref("Cat")}}, {"properties": {"pet": ref("Dog")}}]},
        {"allOf": [{"properties": {"pets": {"items": ref("Cat")}}}, {"properties": {"pets": {"items": DOG}}}]},
        {"allOf": [ref("Kennel"), {"properties": {"more": WORD}}]},
        {"type": ["object", "null"], "properties": {"pet": {"oneOf": [ref("Cat"), ref("Dog"), {"type": "null"}]}}},
        {"allOf": [ref("Cat"), {"anyOf": [{"required": ["meow"]}, {"title": "Any", "required": ["home"]}]}]},
        {"properties": {"self": {"$ref": "#/paths/~1pets/get/responses/200/content/application~1json/schema"}}},
    ],
    ids=[
        "members next to a reference in allOf",
        "members next to variants",
        "variants without members",
        "members next to a reference",
        "items without a type",
        "objects in lists in lists in maps",
        "one member declared twice",
        "one list declared twice",
        "allOf of a schema with allOf inside",
        "nullable variants",
        "variants that only require, in allOf",
        "a reference into a path",
    ],
)
def test_every_member_in_a_response_or_a_body_is_in_a_model(find_missing: FindMissing, schema: Node) -> None:
    kennel = {"allOf": [{"properties": {"host": {"allOf": [ref("Dog"), {"type": "object"}]}}}, {"title": "Kennel"}]}
    document = make_document(schema, Kennel=kennel)
    body = {"content": {"application/json": {"schema": {"items": {"properties": {"sent": schema}}}}}}
    document["paths"]["/pets"]["post"] = {"operationId": "send", "requestBody": body, "responses": {"204": {}}}
    missing, report = find_missing(document)
    assert (missing, report.warnings) == ([], [])


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "items": ref("Cat")},
        {"type": "object", "patternProperties": {"^x": ref("Cat")}},
        {"allOf": [ref("Cat"), {"type": "string"}]},
    ],
)
def test_a_schema_that_cannot_be_modelled_is_plain_json_and_counted(find_missing: FindMissing, schema: Node) -> None:
    _, report = find_missing(make_document({"properties": {"odd": schema}}))
    assert report.plain == len(report.warnings) == 1
    assert "kept as plain JSON" in report.warnings[0]
    assert "1 place as plain JSON" in str(report)


def test_every_operation_parameter_body_response_and_media_type_is_generated(find_missing: FindMissing) -> None:
    document = make_document(ref("Cat"))
    document["components"]["parameters"] = {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}}
    document["components"]["responses"] = {"Odd": {"description": "", "content": {"application/json": {"schema": CAT}}}}
    document["components"]["requestBodies"] = {"Pet": {"content": {"application/json": {"schema": ref("Dog")}}}}
    document["paths"]["/pets"]["post"] = {
        "parameters": [{"$ref": "#/components/parameters/Page"}, {"name": "X-Trace", "in": "header", "schema": WORD}],
        "requestBody": {"$ref": "#/components/requestBodies/Pet"},
        "responses": {
            "2XX": {"description": "", "content": {"application/json": {"schema": CAT}, "audio/*": {}, "text/csv": {}}},
            "4XX": {"$ref": "#/components/responses/Odd"},
            "default": {"$ref": "#/components/responses/Odd"},
        },
    }
    assert find_missing(document)[0] == []


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.name)
def test_the_packages_of_the_contracts_lack_nothing(project: Project) -> None:
    census = Census(load(project.contract), project.package.name)
    assert census.missing == []
    assert min(census.counts.values()) > 0


def test_the_census_reports_the_parts_that_a_package_lacks(find_missing: FindMissing) -> None:
    document = make_document({"properties": {"pet": ref("Cat")}})
    inside: Node = {"dog": ref("Dog")}
    body = {"content": {"application/json": {"schema": {"items": {"properties": inside}}}}}
    document["paths"]["/pets"]["put"] = {"operationId": "put", "requestBody": body, "responses": {"204": {}}}
    assert find_missing(document)[0] == []
    document["components"]["schemas"]["Cat"] = {"properties": {"claws": WORD}}
    inside |= {"cat": ref("Cat")}
    document["paths"]["/more"] = {"get": {"responses": {}}}
    assert Census(document, "small_api").missing == [
        "members: #/components/schemas/Cat/claws",
        "members: PUT /pets body/items/cat",
        "operations: GET /more",
    ]
