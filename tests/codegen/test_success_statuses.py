"""Operations whose successful responses differ by status: their types, the Accept header, and what a client returns."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
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
from openrouterkit.errors import DecodeError

MESSAGE = {"type": "object", "properties": {"message": {"type": "string"}}, "required": ["message"]}
IMAGE = {"description": "", "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}}}
LATER = {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Message"}}}}
Build = Callable[[dict[str, Any]], tuple[ModuleType, Report]]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """A function that returns the package of an operation with these responses, and the report."""
    sys.path.insert(0, str(tmp_path))

    def build(responses: dict[str, Any], method: str = "get") -> tuple[ModuleType, Report]:
        document = {
            "openapi": "3.1.0",
            "info": {"title": "Pictures", "version": "1"},
            "paths": {"/picture": {method: {"operationId": "picture", "tags": ["Pets"], "responses": responses}}},
            "components": {"schemas": {"Message": MESSAGE}},
        }
        normal = build_normal_form(document, report := Report(), AgreedNames(), [])
        render(normal, tmp_path / "pictures_api", "pictures.json", "the test")
        importlib.invalidate_caches()
        return importlib.import_module("pictures_api"), report

    yield build
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "pictures_api"]:
        del sys.modules[name]


def send(package: ModuleType, reply: bytes) -> tuple[Any, str]:
    """Return the result of the operation for a response, and the Accept header that was sent."""
    with Loopback([reply]) as server:
        with Client(Service("Pictures", package="pictures_api"), api_key="k", base_url=server.url) as client:
            result = client.send(package.operations.pets.picture())
        (sent,) = server.requests
    return result, sent.headers["accept"]


def test_the_media_types_of_all_successful_statuses_are_requested_and_read(build: Build) -> None:
    package, report = build({"200": IMAGE, "202": LATER})
    assert not report.problems
    picture, accept = send(package, http_response(b"\x89PNG", content_type="image/png"))
    assert (picture, accept) == (b"\x89PNG", "application/json, image/*")
    later, _ = send(package, http_response(b'{"message": "later"}', 202))
    assert later.message == "later"


def test_json_is_preferred_to_other_media_types_of_the_same_status(build: Build) -> None:
    package, _ = build({"200": {"description": "", "content": {**IMAGE["content"], **LATER["content"]}}})
    assert package.operations.pets.picture().accept == "application/json"


@pytest.mark.parametrize("status", ["204", "205"])
def test_a_status_without_a_body_returns_none_even_if_the_description_declares_content(
    build: Build, status: str
) -> None:
    package, report = build({status: LATER})
    assert [(each.rule, each.pointer) for each in report.problems] == [
        ("no-body", f"/paths/~1picture/get/responses/{status}/content")
    ]
    assert send(package, http_response(b"", int(status)))[0] is None


def test_the_response_to_head_is_none_even_if_the_description_declares_content(build: Build) -> None:
    package, report = build({"200": LATER}, "head")
    assert [each.rule for each in report.problems] == ["no-body"]
    assert send(package, http_response(b"", content_type="application/json"))[0] is None


@pytest.mark.parametrize("status", ["200", "2XX", "default"])
def test_a_response_that_is_declared_without_content_may_be_empty(build: Build, status: str) -> None:
    package, _ = build({status: {"description": "Done."}})
    assert send(package, http_response(b""))[0] is None


def test_the_response_to_errors_does_not_allow_an_empty_result(build: Build) -> None:
    package, _ = build({"200": LATER, "default": {"description": "Failed."}})
    with pytest.raises(DecodeError, match="is empty"):
        send(package, http_response(b""))
