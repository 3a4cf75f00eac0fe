"""Webhooks and callbacks of documents: their bodies have models, and functions that read them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.__main__ import main
from codegen.document import RECEIVED, get_schemas
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import Report

Node = dict[str, Any]
PET = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
EVENT = {"type": "object", "properties": {"pet": {"$ref": "#/components/schemas/Pet"}, "at": {"type": "string"}}}


def make_body(schema: Node, media_type: str = "application/json") -> Node:
    return {"requestBody": {"content": {media_type: {"schema": schema}}}}


def make_document(**members: Any) -> Node:
    operation = {"operationId": "subscribe", "tags": ["Pets"], "responses": {"204": {"description": "Done."}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/subscriptions": {"post": {**operation, **members.pop("operation", {})}}},
        "components": {"schemas": {"Pet": PET}, "requestBodies": {"Sold": make_body(PET)["requestBody"]}},
        **members,
    }


def normalize(document: Node, *, lenient: bool = False) -> tuple[Node, Report]:
    report = Report(lenient=lenient)
    return build_normal_form(document, report, AgreedNames(), []), report


@pytest.mark.parametrize("word", ["webhooks", "x-webhooks"])
def test_the_body_of_a_webhook_gets_a_model(word: str) -> None:
    hooks = {"pet-sold": {"post": {"summary": "Sold", **make_body(EVENT)}}, "x-internal": True}
    normal, report = normalize(make_document(**{word: hooks}))
    assert normal[RECEIVED] == {
        "read_pet_sold": {
            "name": "pet-sold",
            "summary": "Sold",
            "schema": {"$ref": "#/components/schemas/PetSoldPayload"},
        }
    }
    assert list(get_schemas(normal)) == ["Pet", "PetSoldPayload"]
    assert report.problems == []
    assert word not in normal


def test_the_body_of_a_callback_is_named_after_its_operation() -> None:
    sold = {"post": {"requestBody": {"$ref": "#/components/requestBodies/Sold"}}}
    callbacks = {"onSold": {"{$request.body#/url}": sold}}
    normal, report = normalize(make_document(operation={"callbacks": callbacks}))
    assert list(normal[RECEIVED]) == ["read_subscribe_on_sold"]
    assert "SubscribeOnSoldPayload" in get_schemas(normal)
    assert report.problems == []


def test_a_webhook_without_a_json_body_is_reported_at_its_place() -> None:
    hooks = {"ping": {"post": {}}, "image": {"post": make_body({}, "image/png")}, "bad": {"post": 5}}
    normal, report = normalize(make_document(webhooks=hooks), lenient=True)
    assert RECEIVED not in normal
    assert report.warnings == [
        "/webhooks/bad/post: expected an object, found a number; left out",
        "/webhooks/ping/post: 'ping' left out: it declares no JSON body",
        "/webhooks/image/post: 'image' left out: it declares no JSON body",
    ]


def test_a_problem_of_a_body_is_reported_at_its_place_in_the_document() -> None:
    broken = {"properties": {"a": {}}, "required": ["b"]}
    _, report = normalize(make_document(webhooks={"sold": {"post": make_body(broken)}}))
    assert [each.pointer for each in report.problems] == [
        "/webhooks/sold/post/requestBody/content/application~1json/schema/required"
    ]


def test_webhooks_with_equal_names_get_different_functions() -> None:
    hooks = {"petSold": {"post": make_body(PET)}, "pet_sold": {"post": make_body(PET), "put": make_body(PET)}}
    normal, _ = normalize(make_document(webhooks=hooks))
    assert len(normal[RECEIVED]) == 3


def test_a_package_reads_the_bodies_of_webhooks(tmp_path: Path) -> None:
    hooks = {
        "pet-sold": {"post": {"summary": "A pet was sold", "description": 'To """whom"""?', **make_body(EVENT)}},
        "pets": {"post": make_body({"type": "array", "items": {"$ref": "#/components/schemas/Pet"}})},
        "anything": {"post": make_body({})},
    }
    spec = tmp_path / "pets.json"
    spec.write_text(json.dumps(make_document(webhooks=hooks)), encoding="utf-8")
    assert main(["generate", str(spec), str(tmp_path / "hooks_api")]) == 0
    assert "webhooks.read_pet_sold" in (tmp_path / "hooks_api" / "SURFACE").read_text(encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text(
        "import hooks_api\n"
        'event = hooks_api.webhooks.read_pet_sold(b\'{"pet": {"name": "Rex"}, "new": 1}\')\n'
        "assert event.pet is not None\n"
        "print(event.pet.name, event['new'], hooks_api.webhooks.read_pets('[{\"name\": \"Tom\"}]')[0].name)\n"
        "print(hooks_api.webhooks.read_anything('[1]'))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(program)], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert done.stdout == "Rex 1 Tom\n[1]\n"
