"""What openapi-python-client reads from a normal form is compared with the generated package, place by place."""

from __future__ import annotations

import importlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from projects import MISTRAL, OPENROUTER, move_project

from codegen.__main__ import main
from codegen.document import Node
from codegen.second_reading.comparison import Comparison, compare, find_unexplained, read_reasons

PET = {
    "type": "object",
    "required": ["id", "kind"],
    "properties": {
        "id": {"type": "integer"},
        "kind": {"$ref": "#/components/schemas/Kind"},
        "born-on": {"type": "string", "format": "date", "nullable": True},
        "class": {"const": "pet"},
        "names": {"type": "array", "items": {"type": "string"}},
        "visits": {"type": "array", "items": {"type": "string", "format": "date-time"}},
        "home": {"anyOf": [{"$ref": "#/components/schemas/Home"}, {"$ref": "#/components/schemas/Farm"}]},
        "prices": {"type": "object", "additionalProperties": {"type": "number"}},
    },
}
SCHEMAS: Node = {
    "Kind": {"type": "string", "enum": ["cat", "dog"]},
    "Home": {"type": "object", "required": ["street"], "properties": {"street": {"type": "string"}}},
    "Farm": {"type": "object", "required": ["acres"], "properties": {"acres": {"type": "number"}}},
    "Pet": PET,
}
PETS = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}


def build_parameter(where: str, name: str, schema: Node) -> Node:
    return {"in": where, "name": name, "required": where == "path", "schema": schema}


def build_operation(identity: str, schema: Node, *parameters: Node, body: Node | None = None) -> Node:
    """Return an operation of the group Pets."""
    content = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "", "content": content}, "404": {"description": ""}}
    operation = {"operationId": identity, "tags": ["Pets"], "parameters": [*parameters], "responses": responses}
    sent = {"requestBody": {"required": True, "content": {"application/json": {"schema": body}}}} if body else {}
    return {**operation, **sent}


PATHS: Node = {
    "/pets/{id}": {
        "get": build_operation(
            "getPet", {"$ref": "#/components/schemas/Pet"}, build_parameter("path", "id", {"type": "integer"})
        )
    },
    "/pets": {
        "get": build_operation(
            "listPets",
            PETS,
            build_parameter("query", "kind", {"$ref": "#/components/schemas/Kind"}),
            build_parameter("header", "X-Limit", {"type": "integer"}),
        ),
        "post": build_operation(
            "createPet", {"$ref": "#/components/schemas/Pet"}, body={"$ref": "#/components/schemas/Pet"}
        ),
    },
}


def generate(folder: Path, paths: Node, schemas: Node) -> Path:
    """Generate a package from a document with these paths and schemas, and return its folder."""
    info = {"title": "Pets", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}
    spec = folder / "pets.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    assert main(["generate", str(spec), str(folder / "pets_api")]) == 0
    return folder / "pets_api"


def compare_package(package: Path) -> Comparison:
    return compare(json.loads((package / "contract.json").read_text(encoding="utf-8")), package)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("pets"), PATHS, SCHEMAS)


@pytest.fixture
def package(generated: Path, tmp_path: Path) -> Path:
    """A copy of the generated package."""
    return Path(shutil.copytree(generated, tmp_path / "pets_api"))


def edit(package: Path, module: str, old: str, new: str) -> None:
    path = package / module
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_generated_package_has_no_differences(generated: Path) -> None:
    comparison = compare_package(generated)
    assert (comparison.differences, comparison.errors) == ([], [])
    assert comparison.count > 50


PET_PLACE = "/components/schemas/Pet/properties/"


@pytest.mark.parametrize(
    ("module", "old", "new", "place", "read", "written"),
    [
        ("models/pet.py", "    id: int\n", "    id: str\n", f"{PET_PLACE}id: attribute", "int", "str"),
        ("models/pet.py", "   id: int,", "   id: int = UNSET,", f"{PET_PLACE}id", "required int", "optional int"),
        ("models/pet.py", '"Required[Kind]"', '"Required[str]"', f"{PET_PLACE}kind", "required Kind", "required str"),
        (
            "models/pet.py",
            "names: Sequence[str]",
            "names: str",
            f"{PET_PLACE}names",
            "optional list[str]",
            "optional str",
        ),
        ("models/pet.py", '"born_on": decode_date,', "", f"{PET_PLACE}born-on: decoder", "date", "nothing"),
        ("models/pet_home.py", "Home | Farm |", "Home |", f"{PET_PLACE}home: attribute", "Farm | Home", "Home"),
        ("models/_unions.py", '("Farm", ', '("Home", ', f"{PET_PLACE}home: decoder", "Farm | Home", "Home"),
        (
            "models/_enumerations.py",
            '"cat", ',
            "",
            "/components/schemas/Kind",
            "values 'cat' | 'dog'",
            "values 'dog'",
        ),
        (
            "operations/pets.py",
            '    header_params={"x_limit": "X-Limit"},\n',
            "",
            "/paths/~1pets/get/parameters/header/X-Limit",
            "optional int",
            "",
        ),
        (
            "namespaces/pets.py",
            "x_limit: int = UNSET",
            "x_limit: str = UNSET",
            "/paths/~1pets/get/parameters/header/X-Limit",
            "optional int",
            "optional str",
        ),
        (
            "operations/pets.py",
            '"application/json": Each(Nested("Pet"))',
            '"application/json": Nested("Pet")',
            "/paths/~1pets/get/responses/200/content/application~1json",
            "decodes list[Pet]",
            "decodes Pet",
        ),
        (
            "operations/pets.py",
            "-> Operation[list[Pet]]:",
            "-> Operation[list[Home]]:",
            "/paths/~1pets/get: result",
            "list[Pet]",
            "list[Home]",
        ),
        (
            "operations/pets.py",
            'required=("id", "kind"),',
            'required=("id",),',
            "/paths/~1pets/post/requestBody/content/application~1json/properties/kind",
            "required Kind",
            "optional Kind",
        ),
        ("operations/pets.py", 'method="POST"', 'method="PUT"', "/paths/~1pets/post", "operation", ""),
        ("operations/pets.py", 'method="POST"', 'method="PUT"', "/paths/~1pets/put", "", "operation"),
    ],
)
def test_a_wrong_part_of_a_package_is_found(
    package: Path, module: str, old: str, new: str, place: str, read: str, written: str
) -> None:
    edit(package, module, old, new)
    found = compare_package(package).differences
    assert (place, read, written) in [(each.place, each.read, each.generated) for each in found]


def test_a_lost_model_is_one_difference(package: Path) -> None:
    (package / "models" / "farm.py").unlink()
    found = [str(each) for each in compare_package(package).differences]
    place = "/components/schemas/Farm"
    assert [each for each in found if each.startswith(place)] == [
        f"{place}: openapi-python-client reads `object`, but it is missing"
    ]


@pytest.mark.parametrize(
    ("module", "old", "new", "place"),
    [
        (
            "models/chat_usage.py",
            "cost: float | None",
            "cost: str | None",
            "/components/schemas/ChatUsage/properties/cost",
        ),
        (
            "operations/models.py",
            '        "category": "category",\n',
            "",
            "/paths/~1models/get/parameters/query/category",
        ),
        (
            "operations/generations.py",
            'path="/generation/content"',
            'path="/generation"',
            "/paths/~1generation~1content/get",
        ),
    ],
    ids=["wrong-type", "lost-parameter", "lost-operation"],
)
def test_a_wrong_type_a_lost_parameter_and_a_lost_operation_of_openrouter_are_unexplained(
    tmp_path: Path, module: str, old: str, new: str, place: str
) -> None:
    project = OPENROUTER
    package = Path(shutil.copytree(project.package, tmp_path / "api", ignore=shutil.ignore_patterns("__pycache__")))
    rows = read_reasons(project.second_reading)
    assert find_unexplained(compare_package(package), rows) == []
    edit(package, module, old, new)
    assert any(each.startswith(f"{place}: ") for each in find_unexplained(compare_package(package), rows))


def name_schema(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


ODD_SCHEMAS: Node = {
    **{
        name: {"type": "object", "properties": {"a": {"type": "string"}}}
        for name in ("HTTPError", "HttpErrors", "Error")
    },
    "TitledOne": {"title": "Same", "type": "object", "properties": {"a": {"type": "string", "default": 3}}},
    "TitledTwo": {"title": "Same", "type": "object", "properties": {"a": {"type": "integer"}, "A": {"type": "string"}}},
    "Level": {"enum": [1, "high", 2.5, True]},
    "Flag": {"type": "object", "required": ["on"], "properties": {"on": {"const": True}, "off": {"const": False}}},
    "Value": {"anyOf": [{"type": "string"}, {"type": "array", "items": name_schema("Value")}, name_schema("Error")]},
    "Maps": {
        "type": "object",
        "properties": {name: {"type": "object", "additionalProperties": {"type": "object"}} for name in ("a", "a_")},
    },
    "Anything": {"type": "object", "properties": {"list": {"type": "array"}, "value": name_schema("Value")}},
}


@pytest.mark.parametrize(
    "operation",
    [
        build_operation("readMaps", name_schema("Maps"), build_parameter("header", "level", name_schema("Level"))),
        build_operation("readValue", name_schema("Value"), build_parameter("header", "Day<", {"type": "string"})),
        build_operation(
            "compareDays",
            name_schema("Flag"),
            build_parameter("query", "day<", {"type": "string", "format": "date"}),
            build_parameter("query", "day>", {"type": "string", "format": "date"}),
            build_parameter("query", "names", {"type": "array", "items": {"type": "string"}}),
        ),
        {
            **build_operation("readText", {}),
            "requestBody": {"content": {"text/plain": {"schema": {"type": "string"}}}},
            "responses": {
                "200": {
                    "description": "",
                    "content": {
                        "text/plain": {"schema": {"type": "string"}},
                        "application/json": {"schema": name_schema("TitledTwo")},
                        "text/event-stream": {"schema": name_schema("TitledOne")},
                    },
                },
                "5XX": {"description": "", "content": {"application/problem+json": {"schema": name_schema("Error")}}},
                "default": {"description": ""},
            },
        },
        {**build_operation("upload", {}), "requestBody": {"content": {"image/png": {}}}},
    ],
    ids=lambda operation: str(operation["operationId"]),
)
def test_what_the_parser_alone_would_drop_is_compared_too(tmp_path: Path, operation: Node) -> None:
    comparison = compare_package(generate(tmp_path, {"/odd": {"post": operation}}, ODD_SCHEMAS))
    assert [str(each) for each in comparison.differences] == []
    assert comparison.errors == []


def test_the_values_of_a_union_of_maps_are_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maps = [{"type": "object", "additionalProperties": each} for each in ({"type": "string"}, name_schema("Error"))]
    schemas = {**ODD_SCHEMAS, "Filters": {"type": "object", "properties": {"all": {"anyOf": maps}}}}
    (tmp_path / "maps").mkdir()
    package = generate(tmp_path / "maps", {"/odd": {"get": build_operation("read", name_schema("Filters"))}}, schemas)
    assert compare_package(package).differences == []
    monkeypatch.syspath_prepend(tmp_path)
    models = importlib.import_module("maps.pets_api.models")
    filters = models.Filters.from_dict({"all": {"first": {"a": "text"}, "second": "text"}})
    assert filters.all == {"first": models.Error(a="text"), "second": "text"}


class TestReasons:
    @pytest.fixture
    def comparison(self, package: Path) -> Comparison:
        edit(package, "models/pet.py", "    id: int\n", "    id: str\n")
        return compare_package(package)

    @pytest.fixture
    def read(self, tmp_path: Path) -> Callable[[str], list[Node]]:
        def write_and_read(text: str) -> list[Node]:
            (tmp_path / "second_reading.toml").write_text(text, encoding="utf-8")
            return read_reasons(tmp_path / "second_reading.toml")

        return write_and_read

    ROW = """
        [[difference]]
        place = "/components/schemas/Pet/properties/id: attribute"
        read = "int"
        generated = "str"
        reason = "A test."
    """

    def test_a_difference_with_a_reason_is_not_reported(self, comparison: Comparison, read: Any) -> None:
        assert len(find_unexplained(comparison, [])) == 1
        assert find_unexplained(comparison, read(self.ROW)) == []

    def test_a_reason_for_another_difference_at_the_place_does_not_count(
        self, comparison: Comparison, read: Any
    ) -> None:
        messages = find_unexplained(comparison, read(self.ROW.replace('"str"', '"float"')))
        assert [each.partition(": attribute: ")[2].partition(" ")[0] for each in messages] == [
            "openapi-python-client",
            "the",
        ]

    @pytest.mark.parametrize("wrong", ['reason = ""', "reason = 3", 'why = "A test."', ""])
    def test_a_row_without_a_reason_is_an_error(self, read: Any, wrong: str, capsys: Any) -> None:
        with pytest.raises(Exception, match="a row consists of the texts `place`, `reason`, `read` and `generated`"):
            read(self.ROW.replace('reason = "A test."', wrong))

    def test_check_fails_for_an_unexplained_difference_and_for_a_reason_without_one(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        copy, mistral = move_project(MISTRAL, tmp_path), MISTRAL
        shutil.copytree(mistral.package, copy.package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(mistral.tables, copy.tables)
        copy.contract.parent.mkdir()
        shutil.copy(mistral.contract, copy.contract)
        assert main(["check"], copy) == 0
        rows = copy.second_reading.read_text(encoding="utf-8")
        copy.second_reading.write_text(rows.replace('"optional ResponseFormat"', '"optional str"'), encoding="utf-8")
        capsys.readouterr()
        assert main(["check"], copy) == 1
        place = "/paths/~1v1~1chat~1completions/post/requestBody/content/application~1json/properties/response_format"
        package, table = "generated/openrouterkit_mistral_api/", "codegen/contracts/mistral/second_reading.toml"
        types = "reads `optional ResponseFormat`, but `optional ResponseFormat | type` is generated"
        assert capsys.readouterr().err.splitlines() == [
            f"{package} and openapi-python-client differ, without a reason in {table}:",
            f"  {place}: openapi-python-client {types} in operations/chat.py, namespaces/chat.py",
            f"  {place}: the difference no longer exists as it is listed",
            f"correct the generator, or list the difference with its reason in {table}",
        ]
