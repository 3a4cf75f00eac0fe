"""Minimal documents, documents with one odd value, and methods named like builtins."""

from __future__ import annotations

import ast
import copy
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen import unexpected
from codegen.__main__ import main
from codegen.names import AgreedNames
from codegen.normal_form import build_normal_form
from codegen.passes import structure, tags
from codegen.problems import CodegenError, Report
from codegen.rendering import expressions
from codegen.rendering.package import build_package, list_public_names

THING = {"$ref": "#/components/schemas/Thing"}
BASE = {"$ref": "#/components/schemas/Base"}
SMALL: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Odd", "version": "1"},
    "servers": [{"url": "https://odd.example"}],
    "tags": [{"name": "Things", "description": "All of them."}],
    "paths": {
        "/things/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {
                "tags": ["Things"],
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "default": 9}}],
                "responses": {"200": {"$ref": "#/components/responses/Found"}},
            },
            "post": {
                "operationId": "make",
                "requestBody": {"content": {"application/json": {"schema": THING}}},
                "responses": {"200": {"content": {"text/event-stream": {"schema": {"properties": {"data": BASE}}}}}},
            },
        }
    },
    "components": {
        "responses": {"Found": {"description": "d", "content": {"application/json": {"schema": THING}}}},
        "schemas": {
            "Base": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["base"]}}},
            "Thing": {"allOf": [BASE, {"properties": {"word": {"type": ["string", "null"], "enum": ["a", None]}}}]},
            "Either": {
                "oneOf": [BASE, {"type": "object", "properties": {"kind": {"const": "other"}, "x": BASE}}],
                "discriminator": {"propertyName": "kind", "mapping": {"base": BASE["$ref"]}},
            },
        },
    },
}
ODD: list[Any] = [
    *(None, 5, "x", True, [], {}, [None], [5], ["x"], [{}], {"x": 5}, {"x": {}}, THING, {"$ref": 5}),
    *({"$ref": "#/paths"}, {"type": ["string", "null"]}, {"type": "array"}, {"enum": [[], {}]}, {"allOf": [THING]}),
]


def places(node: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to every value inside a document."""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, inner in inside:
        yield (*steps, step)
        yield from places(inner, (*steps, step))


def replace_one_value(number: int) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """Return the small document with one value replaced by an odd one, and the path to it."""
    chance = random.Random(number)
    document = copy.deepcopy(SMALL)
    *path, last = steps = chance.choice(list(places(document)))
    owner: Any = document
    for step in path:
        owner = owner[step]
    owner[last] = copy.deepcopy(chance.choice(ODD))
    return document, tuple(steps)


def test_an_odd_value_anywhere_is_generated_or_raises_a_codegen_error() -> None:
    assert build_package(build_normal_form(copy.deepcopy(SMALL), Report(), AgreedNames(), []), {})
    for number in range(500):
        document, steps = replace_one_value(number)
        try:
            list_public_names(build_package(build_normal_form(document, Report(), AgreedNames(), []), {}))
        except CodegenError as error:
            if not re.fullmatch(r"/.*: .+\n  fix: .+", str(error), re.DOTALL):
                pytest.fail(f"{steps}: {error}")
        except Exception as error:  # a bare one is what must not be
            pytest.fail(f"{steps}: {error!r}")


def generate(folder: Path, document: dict[str, Any]) -> Path:
    spec = folder / "spec.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    assert main(["generate", str(spec), str(folder / "odd_api")]) == 0
    return folder / "odd_api"


def make_document(paths: Any, **members: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "info": {"title": "Odd", "version": "1"}, "paths": paths, **members}


TEXT_ONLY = {"get": {"operationId": "health", "responses": {"200": {"content": {"text/plain": {"schema": {}}}}}}}


@pytest.mark.parametrize(
    ("document", "counts"),
    [
        (make_document({}), "0 operations, 0 schemas"),
        ({"openapi": "3.1"}, "0 operations, 0 schemas"),
        (make_document({"/health": TEXT_ONLY}), "1 operation, 0 schemas"),
        (make_document({"/health": TEXT_ONLY}, components={"schemas": None}), "1 operation, 0 schemas"),
        (
            make_document({"/a": {"get": {"responses": {"200": {"content": {"application/json": None}}}}}}),
            "1 operation, 0 schemas",
        ),
    ],
    ids=["no paths", "only a version", "no schemas", "null as schemas", "null as media type"],
)
def test_a_minimal_document_is_generated_and_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], document: dict[str, Any], counts: str
) -> None:
    generate(tmp_path, document)
    assert capsys.readouterr().out.splitlines()[-1] == f"{counts}, 0 warnings"
    code = "from odd_api import models, namespaces, operations; print(dir(models), dir(operations), dir(namespaces))"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True)


class TestUnexpectedErrors:
    def test_an_unexpected_error_reports_the_pass_and_the_place(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tags, "flatten_variants", lambda *_: {}["gone"])
        place = "/components/schemas/Base/properties/kind"
        spec = tmp_path / "spec.json"
        spec.write_text(json.dumps(SMALL), encoding="utf-8")
        assert main(["generate", str(spec), str(tmp_path / "api")]) == 2
        assert capsys.readouterr().err.splitlines() == [
            f"codegen: error: {place}: unexpected error in codegen/passes/tags: KeyError: 'gone'",
            "  fix: change this part of the document, and report the error with the document",
        ]
        assert [path.name for path in tmp_path.iterdir()] == ["spec.json"]

    def test_nesting_that_is_too_deep_is_reported_at_the_outermost_schema(self) -> None:
        schema: dict[str, Any] = {"type": "string"}
        for _ in range(1000):
            schema = {"items": schema}
        with pytest.raises(RecursionError) as caught:
            structure.conform(schema, "schema", "/components/schemas/Deep", Report())
        assert str(unexpected.describe(caught.value)).splitlines() == [
            "/components/schemas/Deep: the document is nested too deeply (Python's recursion limit)",
            "  fix: move the inner schemas to components/schemas, and use $ref",
        ]

    def test_a_file_that_cannot_be_read_is_reported_with_a_fix(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        gone = tmp_path / "gone.yaml"
        assert main(["generate", str(gone), str(tmp_path / "api")]) == 2
        assert capsys.readouterr().err.splitlines() == [
            f"codegen: error: {gone}: cannot read or write the file: No such file or directory",
            "  fix: check the path and its permissions",
        ]


def make_list_operation(operation_id: str, schema: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": "d", "content": {"application/json": {"schema": schema}}}
    return {"get": {"operationId": operation_id, "tags": ["Pets"], "responses": {"200": answer}}}


class TestMethodsNamedLikeBuiltins:
    PETS = make_document(
        {
            "/pets": make_list_operation("list", {"type": "array", "items": THING}),
            "/mine": make_list_operation("mine", {"type": "array", "items": THING}),
            "/names": make_list_operation("dict", {"type": "object", "additionalProperties": {"type": "string"}}),
            "/name": make_list_operation("str", {"type": "string"}),
        },
        components={"schemas": {"Thing": {"properties": {"a": {"type": "string"}}}}},
    )

    def test_shadowed_builtins_are_qualified(self, tmp_path: Path) -> None:
        package = generate(tmp_path, self.PETS)
        for module in ("operations/pets.py", "namespaces/pets.py"):
            found = {
                node.name: ast.unparse(node.returns)
                for node in ast.walk(ast.parse((package / module).read_text(encoding="utf-8")))
                if isinstance(node, ast.FunctionDef) and node.returns is not None
            }
            assert "builtins.list[Thing]" in found["mine"]
            assert "builtins.dict[builtins.str, builtins.str]" in found["dict"]

    def test_type_checkers_accept_the_qualified_types(self, tmp_path: Path) -> None:
        generate(tmp_path, self.PETS)
        (tmp_path / "snippet.py").write_text(
            "from typing import assert_type\n"
            "from odd_api import Operation, models, operations\n"
            "from odd_api.namespaces.pets import Pets\n\n"
            "def check(pets: Pets) -> None:\n"
            "    assert_type(pets.mine(), list[models.Thing])\n"
            "    assert_type(pets.dict(), dict[str, str])\n"
            "    assert_type(operations.pets.mine(), Operation[list[models.Thing]])\n",
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", ".cache", "snippet.py", "odd_api"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.stdout.startswith("Success"), done.stdout

    def test_literals_inside_a_type_are_not_qualified(self) -> None:
        text = "list[Literal['list', \"a | str\"]] | other.list"
        assert expressions.qualify_builtins(text, frozenset({"list", "str"})) == f"builtins.{text}"


def test_an_operation_without_an_id_and_its_types_have_the_same_name() -> None:
    schema = {"properties": {"a": {"type": "string"}}}
    answer = {"description": "d", "content": {"application/json": {"schema": schema}}}
    parameter = {"name": "thing-id", "in": "path", "required": True, "schema": {"enum": ["a", "b"]}}
    get = {"tags": ["Things"], "parameters": [parameter], "responses": {"200": answer}}
    normal = build_normal_form(make_document({"/things/{thing-id}": {"get": get}}), Report(), AgreedNames(), [])
    assert normal["paths"]["/things/{thing-id}"]["get"]["operationId"] == "get_things_thing_id"
    assert list(normal["components"]["schemas"]) == ["GetThingsThingIdThingId", "GetThingsThingIdResponse"]


def test_a_default_page_size_that_is_not_a_number_is_ignored() -> None:
    inputs = [{"in": "parameters", "name": word, "type": word} for word in ("offset", "limit")]
    parameters = [{"name": word, "in": "query", "schema": {"default": "many"}} for word in ("offset", "limit")]
    get = {"parameters": parameters, "responses": {"200": {}}, "x-speakeasy-pagination": {"inputs": inputs}}
    normal = build_normal_form(make_document({"/a": {"get": get}}), Report(), AgreedNames(), [])
    assert normal["paths"]["/a"]["get"]["x-call"]["paging"]["limit_default"] is None


def test_a_recursive_allof_becomes_a_named_schema() -> None:
    tree = {
        "type": "object",
        "properties": {"leaf": {"allOf": [{"$ref": "#/components/schemas/Tree"}, {"properties": {"x": {}}}]}},
    }
    report = Report()
    normal = build_normal_form(
        {**make_document({}), "components": {"schemas": {"Tree": tree}}}, report, AgreedNames(), []
    )
    leaf = {"$ref": "#/components/schemas/TreeLeaf"}
    assert normal["components"]["schemas"]["TreeLeaf"]["properties"]["leaf"] == leaf
    assert (report.plain, report.warnings) == (0, [])
