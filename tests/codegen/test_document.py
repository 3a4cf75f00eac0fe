"""Loading documents, resolving references, and reporting errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codegen.document import build_pointer, build_reference, dump, get_reference_name, load, resolve_pointer, walk
from codegen.problems import CodegenError, Report

REPEATING = "x0: &a0 [1, 2]\n" + "".join(f"x{at}: &a{at} [{f'*a{at - 1}, ' * 10}]\n" for at in range(1, 9))


def load_text(folder: Path, text: str, name: str = "spec.yaml") -> dict[str, object]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_plain_scalars_follow_yaml_1_2(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\nx: [on, off, yes, no, 2024-01-02, 1:30, 010, 1e3, true, ~, 0o17, 0x1f, 1_000]\n"
    expected = ["on", "off", "yes", "no", "2024-01-02", "1:30", 10, 1000.0, True, None, 15, 31, "1_000"]
    assert load_text(tmp_path, text)["x"] == expected


def test_keys_are_read_as_text(tmp_path: Path) -> None:
    assert list(load_text(tmp_path, "openapi: 3.1.0\n200: a\n1.10: b\non: c\nnull: d\ntrue: e\n")) == [
        "openapi",
        "200",
        "1.10",
        "on",
        "null",
        "true",
    ]


def test_copies_of_an_anchor_are_independent(tmp_path: Path) -> None:
    document = load_text(tmp_path, "openapi: 3.1.0\na: &a {x: 1}\nb: *a\nc:\n  <<: *a\n  y: 2\n")
    document["a"]["x"] = 9  # type: ignore[index]  # an object here
    assert (document["b"], document["c"]) == ({"x": 1}, {"x": 1, "y": 2})


def test_json_is_read_as_json(tmp_path: Path) -> None:
    assert load_text(tmp_path, '{"openapi": "3.0.3", "x": "\\ud800"}', "spec.json")["x"] == "\ud800"


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        ("a: [", "spec.yaml", "spec.yaml is not valid YAML or JSON"),
        ("{", "spec.json", "spec.json is not valid YAML or JSON"),
        ("? [a]\n: b", "spec.yaml", "spec.yaml is not valid YAML or JSON"),
        ("a: &a [*a]\nopenapi: 3.1.0", "spec.yaml", "an anchor that contains itself"),
        ("openapi: 3.1.0\nx: {a: 1, b: 2, a: 3}", "spec.yaml", "duplicate key 'a' in the object on line 2"),
        ('{"openapi": "3.1.0", "x": {"a": 1, "a": 1}}', "spec.json", "duplicate key 'a'"),
        (REPEATING, "spec.yaml", "that anchors repeat"),
        ("swagger: '1.2'", "spec.yaml", "the document is not OpenAPI 3.0 or 3.1"),
        ("- openapi", "spec.yaml", "the document is not OpenAPI 3.0 or 3.1"),
    ],
)
def test_a_file_that_is_not_an_openapi_document_is_rejected(tmp_path: Path, text: str, name: str, problem: str) -> None:
    with pytest.raises(CodegenError, match=problem):
        load_text(tmp_path, text, name)


def test_a_pointer_is_escaped_and_resolved() -> None:
    document = {"paths": {"/a~b": [{"x": 1}]}}
    assert build_pointer("paths", "/a~b", "0", "x") == "/paths/~1a~0b/0/x"
    assert resolve_pointer(document, "#/paths/~1a~0b/0/x") == 1


@pytest.mark.parametrize("name", ["Pet", "a/b~c", "100%25", "%7E~1"])
def test_a_reference_to_any_schema_name_is_resolved(name: str) -> None:
    assert get_reference_name(build_reference(name)) == name


def test_a_reference_to_another_document_is_rejected() -> None:
    with pytest.raises(CodegenError, match=r"'other.yaml#/a' points outside the document"):
        resolve_pointer({}, "other.yaml#/a", "/here")


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ({"$ref": "#/components/schemas/Pet"}, "Pet"),
        ({"$ref": "#/components/schemas/A~1B%20C"}, "A/B C"),
        ({"$ref": "#/components/schemas/Pet/properties/home"}, None),
        ({"type": "string"}, None),
        (True, None),
    ],
)
def test_referent_is_the_name_of_a_named_schema(schema: object, name: str | None) -> None:
    assert get_reference_name(schema) == name


def test_walk_yields_inner_schemas_first_and_skips_examples() -> None:
    pet = {"properties": {"a": {"items": {}}}, "example": {"properties": {"no": {}}}, "default": {"items": {}}}
    assert [place for place, _ in walk({"components": {"schemas": {"Pet": pet}}})] == [
        "/components/schemas/Pet/properties/a/items",
        "/components/schemas/Pet/properties/a",
        "/components/schemas/Pet",
    ]


def test_a_lone_surrogate_is_written_as_its_escape() -> None:
    assert json.loads(dump({"a": "\ud800 ü"})) == {"a": "\ud800 ü"}


def test_an_error_reports_the_place_the_problem_and_the_fix() -> None:
    assert (
        str(CodegenError("/paths/~1a", "what is wrong", "what to do")) == "/paths/~1a: what is wrong\n  fix: what to do"
    )


def test_a_report_counts_operations_schemas_and_warnings() -> None:
    report = Report(operations=2, schemas=3)
    report.warn("/a", "wrong-type", "kept less well")
    assert (str(report), report.warnings) == ("2 operations, 3 schemas, 1 warning", ["/a: kept less well"])


def test_a_report_without_warnings_counts_nothing() -> None:
    assert str(Report()) == "0 operations, 0 schemas, 0 warnings"
    assert (Report().plain, Report().left_out) == (0, 0)
