"""Documents in Swagger 2.0: what they become, and what of them is reported."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.dialects import swagger
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import InvalidDocumentError, Report

Node = dict[str, Any]

PETS: Node = {
    "swagger": "2.0",
    "info": {"title": "Pets", "version": "1"},
    "host": "pets.example",
    "basePath": "/v2/",
    "schemes": ["http", "https"],
    "consumes": ["application/json"],
    "produces": ["application/json"],
    "security": [{"key": []}],
    "securityDefinitions": {
        "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
        "login": {"type": "basic"},
        "signIn": {"type": "oauth2", "flow": "application", "tokenUrl": "https://pets.example/token", "scopes": {}},
    },
    "parameters": {
        "Limit": {"name": "limit", "in": "query", "type": "integer", "maximum": 50},
        "NewPet": {"name": "pet", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Pet"}},
    },
    "responses": {"Gone": {"description": "No such pet.", "schema": {"$ref": "#/definitions/Error"}}},
    "paths": {
        "/pets": {
            "parameters": [{"$ref": "#/parameters/Limit"}],
            "get": {
                "operationId": "listPets",
                "parameters": [
                    {"name": "tags", "in": "query", "type": "array", "items": {"type": "string"}},
                    {
                        "name": "ids",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "integer"},
                        "collectionFormat": "multi",
                    },
                ],
                "responses": {
                    "200": {
                        "description": "The pets.",
                        "schema": {"type": "array", "items": {"$ref": "#/definitions/Pet"}},
                        "headers": {"X-Total": {"type": "integer"}},
                        "examples": {"application/json": [{"name": "Rex"}]},
                    },
                    "404": {"$ref": "#/responses/Gone"},
                },
            },
            "post": {
                "operationId": "addPet",
                "parameters": [{"$ref": "#/parameters/NewPet"}],
                "responses": {"201": {"description": "Added."}},
            },
        },
        "/pets/{id}/photo": {
            "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
            "post": {
                "operationId": "addPhoto",
                "consumes": ["multipart/form-data"],
                "parameters": [
                    {"name": "photo", "in": "formData", "type": "file", "required": True, "description": "A JPEG."},
                    {"name": "title", "in": "formData", "type": "string"},
                ],
                "responses": {"204": {"description": "Added."}},
            },
            "put": {
                "operationId": "renamePhoto",
                "parameters": [{"name": "title", "in": "formData", "type": "string"}],
                "responses": {"204": {"description": "Renamed."}},
            },
            "get": {
                "operationId": "getPhoto",
                "produces": ["image/jpeg"],
                "responses": {"200": {"description": "The photo.", "schema": {"type": "file"}}},
            },
        },
    },
    "definitions": {
        "Pet": {
            "type": "object",
            "discriminator": "kind",
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "kind": {"type": "string", "x-nullable": True},
                "discriminator": {"type": "string"},
            },
        },
        "Error": {"type": "object", "properties": {"message": {"type": "string"}}},
    },
}


def convert(**changes: Any) -> tuple[Node, Report]:
    document, report = {**deepcopy(PETS), **deepcopy(changes)}, Report()
    swagger.convert(document, report)
    return document, report


def test_the_servers_are_built_of_schemes_host_and_base_path() -> None:
    assert convert()[0]["servers"] == [{"url": "https://pets.example/v2"}, {"url": "http://pets.example/v2"}]
    assert convert(schemes=["wss"])[0]["servers"] == [{"url": "https://pets.example/v2"}]
    assert convert(host=None, basePath=None)[0]["servers"] == [{"url": "/"}]


def test_shared_parts_move_to_the_components_with_their_references() -> None:
    document, _ = convert()
    get = document["paths"]["/pets"]["get"]
    assert list(document["components"]["schemas"]) == ["Pet", "Error"]
    assert get["responses"]["404"] == {"$ref": "#/components/responses/Gone"}
    assert document["components"]["responses"]["Gone"]["content"] == {
        "application/json": {"schema": {"$ref": "#/components/schemas/Error"}}
    }
    assert [each["name"] for each in get["parameters"]] == ["tags", "ids", "limit"]


def test_parameters_get_schemas_and_styles() -> None:
    tags, ids, limit = convert()[0]["paths"]["/pets"]["get"]["parameters"]
    assert tags == {
        "name": "tags",
        "in": "query",
        "schema": {"type": "array", "items": {"type": "string"}},
        "style": "form",
        "explode": False,
    }
    assert (ids["style"], ids["explode"]) == ("form", True)
    assert limit == {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 50}}


def test_a_body_parameter_and_form_fields_become_a_request_body() -> None:
    paths = convert()[0]["paths"]
    assert paths["/pets"]["post"]["requestBody"] == {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}},
    }
    photo = {"type": "string", "format": "binary", "description": "A JPEG."}
    assert paths["/pets/{id}/photo"]["post"]["requestBody"]["content"] == {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {"photo": photo, "title": {"type": "string"}},
                "required": ["photo"],
            }
        }
    }
    form = paths["/pets/{id}/photo"]["put"]["requestBody"]
    assert (list(form["content"]), form["required"]) == (["application/x-www-form-urlencoded"], False)


def test_responses_have_the_media_types_of_the_operation() -> None:
    paths = convert()[0]["paths"]
    found = paths["/pets"]["get"]["responses"]["200"]
    assert found["content"]["application/json"]["example"] == [{"name": "Rex"}]
    assert found["headers"] == {"X-Total": {"schema": {"type": "integer"}}}
    assert paths["/pets/{id}/photo"]["get"]["responses"]["200"]["content"] == {
        "image/jpeg": {"schema": {"type": "string", "format": "binary"}}
    }


def test_security_definitions_become_security_schemes() -> None:
    schemes = convert()[0]["components"]["securitySchemes"]
    assert schemes["login"] == {"type": "http", "scheme": "basic"}
    assert schemes["signIn"]["flows"] == {"clientCredentials": {"tokenUrl": "https://pets.example/token", "scopes": {}}}


def test_keywords_of_schemas_are_converted_and_members_with_their_names_are_not() -> None:
    pet = convert()[0]["components"]["schemas"]["Pet"]
    assert pet["discriminator"] == {"propertyName": "kind"}
    assert pet["properties"]["kind"] == {"type": "string", "nullable": True}
    assert pet["properties"]["discriminator"] == {"type": "string"}


def test_the_report_counts_what_was_converted() -> None:
    _, report = convert()
    assert str(report).splitlines()[0] == (
        "converted from Swagger 2.0: 7 parameters, 1 body parameter, 2 forms, 2 files, 3 responses, 2 schemas, "
        "1 discriminator, 3 security schemes"
    )


def test_what_openapi_3_cannot_express_is_reported_at_its_place_in_swagger() -> None:
    document = deepcopy(PETS)
    get = document["paths"]["/pets"]["get"]
    get["parameters"][0]["collectionFormat"] = "tsv"
    document["definitions"]["Pet"]["properties"]["home"] = {"$ref": "#/definitions/Home"}
    document["definitions"]["Pet"]["required"] = ["nmae"]
    report = Report()
    with pytest.raises(InvalidDocumentError):
        build_normal_form(document, report, AgreedNames(), [])
    assert [(each.severity, each.pointer, each.rule) for each in report.problems][:3] == [
        ("warning", "/paths/~1pets/get/parameters/0", "collection-format"),
        ("error", "/definitions/Pet/properties/home", "dangling-reference"),
        ("warning", "/definitions/Pet/required", "required-member"),
    ]


@pytest.mark.parametrize("part", [[], "text", 5, None, {"x": 5}, [5]])
@pytest.mark.parametrize("word", sorted({*PETS} - {"swagger"}))
def test_an_odd_value_anywhere_is_reported(word: str, part: Any) -> None:
    document = {**deepcopy(PETS), word: part}
    build_normal_form(document, Report(lenient=True), AgreedNames(), [])


def test_a_package_of_a_swagger_document_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "pets.json"
    spec.write_text(json.dumps(PETS), encoding="utf-8")
    assert main(["generate", str(spec), str(tmp_path / "pets_api")]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("5 operations, 4 schemas")
    code = (
        "import pets_api; group = pets_api.operations.default; print(pets_api.BASE_URL,"
        " group.list_pets(tags=['a', 'b'], limit=3).query, group.rename_photo(id='1', title='Rex').method)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("https://pets.example/v2 ")
