"""Media types that are JSON besides application/json: their models, requests and responses."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from loopback import Loopback, http_response

from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.problems import Report
from codegen.rendering.render import render
from openrouterkit import Client, Service

TYPES = ["text/json", "application/vnd.pets.v2+json", "application/json"]
PET = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}


def make_document(media_type: str) -> dict[str, Any]:
    body = {"content": {media_type: {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    others = {"content": {"text/plain": {"schema": {"type": "string"}}, **body["content"]}}
    add = {"operationId": "addPet", "tags": ["Pets"], "requestBody": body, "responses": {"200": others}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {"/pets": {"post": add}},
        "components": {"schemas": {"Pet": PET}},
    }


@pytest.fixture(params=TYPES)
def pets(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, ModuleType]]:
    report = Report()
    normal = build_normal_form(make_document(request.param), report, AgreedNames(), [])
    assert report.problems == []
    render(normal, tmp_path / "json_pets_api", "pets.json", "the test")
    sys.path.insert(0, str(tmp_path))
    importlib.invalidate_caches()
    yield request.param, importlib.import_module("json_pets_api")
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "json_pets_api"]:
        del sys.modules[name]


def test_a_body_and_a_response_of_any_json_type_are_models(pets: tuple[str, ModuleType]) -> None:
    media_type, package = pets
    operation = package.operations.pets.add_pet(name="Rex")
    assert (operation.accept, operation.media_type, operation.encode()) == (media_type, media_type, b'{"name":"Rex"}')
    found = operation.read(200, {"content-type": f"{media_type}; charset=utf-8"}, b'{"name": "Rex"}')
    assert type(found) is package.models.Pet


def test_a_client_decodes_any_json_type(pets: tuple[str, ModuleType]) -> None:
    media_type, package = pets
    reply = http_response(b'{"name": "Rex"}', content_type=media_type)
    with Loopback([reply]) as server:
        service = Service("Pets", package="json_pets_api")
        with Client(service, api_key="k", base_url=server.url) as client:
            assert client.send(package.operations.pets.add_pet(name="Rex")).name == "Rex"
        (sent,) = server.requests
        assert sent.headers["content-type"] == sent.headers["accept"] == media_type
