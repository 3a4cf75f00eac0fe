"""The table of operations: what clients add to responses, written into the generated endpoints."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from projects import OPENROUTER

from codegen import behaviors
from codegen.__main__ import main
from openrouterkit_api.operations import chat, models
from openrouterkit_runtime.endpoint import Behavior
from openrouterkit_runtime.lookup import load

PET = {"type": "object", "properties": {"name": {"type": "string"}}}


def json_content(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def document(responses: dict[str, Any], **members: Any) -> dict[str, Any]:
    get = {"operationId": "getPet", "tags": ["Pets"], "responses": responses, **members}
    schemas = {"Pet": PET, "Dog": PET, "Pets": {"type": "array", "items": PET}}
    schemas["Either"] = {"oneOf": [{"$ref": "#/components/schemas/Pet"}, {"$ref": "#/components/schemas/Dog"}]}
    return {"openapi": "3.1.0", "info": {}, "paths": {"/pets": {"get": get}}, "components": {"schemas": schemas}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.fixture
def generated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Any:
    """A function that generates a package with a table of operations and returns the module of its only group."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def generate(contract: dict[str, Any], table: str = "") -> ModuleType:
        name = f"made_{abs(hash(request.node.name))}"
        (tmp_path / "pets.json").write_text(json.dumps(contract), encoding="utf-8")
        (tmp_path / "rows.toml").write_text(table, encoding="utf-8")
        flags = ["--operations", str(tmp_path / "rows.toml")]
        assert main(["generate", str(tmp_path / "pets.json"), str(tmp_path / name), *flags]) == 0
        return importlib.import_module(f"{name}.operations.pets")

    return generate


def test_classes_in_the_row_of_chat_exist() -> None:
    behavior = chat.send(model="a/b", messages=[]).endpoint.behavior
    named = (behavior.result, behavior.chunk, behavior.accumulator, behavior.stream, behavior.async_stream)
    assert all(isinstance(load(path), type) for path in named if path is not None)
    assert behavior.required_member in load(str(behavior.result))._members


def test_an_operation_without_a_row_has_no_behavior() -> None:
    assert models.list().endpoint.behavior == Behavior()
    assert set(behaviors.read(OPENROUTER.operations)) == {"sendChatCompletionRequest"}


def test_another_document_can_have_its_own_table(generated: Any) -> None:
    table = '[getPet]\nresult = "pets.results:Pet"\nrequired_member = "name"\n'
    behavior = generated(document({"200": json_content(ref("Pet"))}), table).get_pet().endpoint.behavior
    assert (behavior.result, behavior.required_member, behavior.stream) == ("pets.results:Pet", "name", None)


@pytest.mark.parametrize(
    ("table", "place", "problem"),
    [
        ("[gone]\n", "operations/gone", "the document has no operation with this id"),
        ('[getPet]\nresults = "a:b"\n', "rows.toml/getPet/results", "unknown key\n  fix: use one of result, "),
        ('[getPet]\nresult = "a.b.c"\n', "rows.toml/getPet/result", "result must be an import path"),
        (
            "[getPet]\nrequired_member = 1\n",
            "rows.toml/getPet/required_member",
            "required_member must be non-empty text, not 1",
        ),
        ("getPet = 1\n", "rows.toml/getPet", "a row must be a table"),
        ("[getPet\n", "rows.toml", "the file is not valid TOML"),
    ],
    ids=["unknown operation", "unknown key", "invalid import path", "not text", "not a table", "not TOML"],
)
def test_an_invalid_row_is_rejected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, place: str, problem: str
) -> None:
    (tmp_path / "pets.json").write_text(json.dumps(document({"200": json_content(PET)})), encoding="utf-8")
    (tmp_path / "rows.toml").write_text(table, encoding="utf-8")
    flags = ["--operations", str(tmp_path / "rows.toml")]
    assert main(["generate", str(tmp_path / "pets.json"), str(tmp_path / "pets_api"), *flags]) == 2
    assert capsys.readouterr().err.startswith(f"codegen: error: {place}: {problem}")
    assert not (tmp_path / "pets_api").exists()


@pytest.mark.parametrize(
    ("responses", "kind"),
    [
        ({"200": json_content(ref("Pet"))}, "object"),
        ({"200": json_content(ref("Either"))}, "object"),
        ({"200": json_content({"type": "object", "additionalProperties": {"type": "string"}})}, "object"),
        (
            {"200": json_content({"anyOf": [ref("Pet"), {"type": "object"}]}), "404": json_content(ref("Pets"))},
            "object",
        ),
        ({"default": json_content(ref("Pet"))}, "object"),
        ({"200": json_content(ref("Pets")), "204": {}}, "array"),
        ({"200": json_content(ref("Pet")), "201": json_content(ref("Pets"))}, None),
        ({"200": json_content({"anyOf": [ref("Pet"), {"type": "null"}]})}, None),
        ({"200": json_content({"anyOf": [ref("Pet"), {"type": "string"}]})}, None),
        ({"200": json_content({})}, None),
        ({"200": {"content": {"text/plain": {"schema": {"type": "string"}}}}}, None),
        ({"204": {}}, None),
    ],
    ids=[
        "a model",
        "a union of models",
        "a map",
        "a model or a map, and an array as error",
        "the default response",
        "an array or no content",
        "an object or an array by status",
        "an object or null",
        "an object or text",
        "any JSON",
        "not JSON",
        "no content",
    ],
)
def test_response_kind_is_set_if_all_successes_have_the_same_kind(
    generated: Any, responses: dict[str, Any], kind: str | None
) -> None:
    assert generated(document(responses)).get_pet().endpoint.response_kind == kind


@pytest.mark.parametrize(
    ("sentinel", "table", "complete_when"),
    [
        ("[DONE]", '[getPet]\naccumulator = "a:B"\n', "accumulated"),
        ("[DONE]", "", "sentinel"),
        (None, '[getPet]\nchunk = "a:B"\n', "closed"),
    ],
)
def test_complete_when_depends_on_accumulator_and_sentinel(
    generated: Any, sentinel: str | None, table: str, complete_when: str
) -> None:
    media: dict[str, Any] = {"schema": ref("Pet"), **({"x-speakeasy-sse-sentinel": sentinel} if sentinel else {})}
    pets = generated(document({"200": {"content": {"text/event-stream": media}}}), table)
    assert pets.get_pet().events.complete_when == complete_when


def test_the_stream_method_has_its_own_function_and_endpoint_name() -> None:
    plain, stream = chat.send(model="a/b", messages=[]), chat.stream(model="a/b", messages=[])
    assert (plain.endpoint.name, stream.endpoint.name) == ("chat.send", "chat.stream")
    assert plain.endpoint == stream.endpoint.with_name("chat.send")
    assert stream == plain.__class__(stream.endpoint, plain.path, content=plain.content).with_stream()
    assert stream.with_stream() is stream
    with pytest.raises(TypeError, match=r"chat\.stream\(\) missing required argument: 'messages'"):
        chat.stream(model="a/b")


@pytest.mark.parametrize("key", ["foreign_models", "python_types"])
def test_a_row_with_an_argument_type_of_an_unknown_member_is_rejected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    (tmp_path / "pets.json").write_text(json.dumps(document({"200": {"description": "It."}})), encoding="utf-8")
    (tmp_path / "rows.toml").write_text(f'[getPet]\n{key} = "nme"', encoding="utf-8")
    arguments = ["generate", str(tmp_path / "pets.json"), str(tmp_path / "made")]
    assert main([*arguments, "--operations", str(tmp_path / "rows.toml")]) == 2
    assert f"operations/getPet/{key}: the body has no member 'nme'" in capsys.readouterr().err
