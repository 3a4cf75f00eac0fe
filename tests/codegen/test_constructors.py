"""Constructors: rows of a table, generated as functions with explicit keyword arguments."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from workshop import Workshop, open_workshop, ref

from codegen.__main__ import main

LONG = "Long enough, with the words of its description, to need more than one of the lines of a docstring. " * 2
SCHEMAS: dict[str, Any] = {
    "Pet": {
        "required": ["kind", "name"],
        "properties": {
            "kind": {"const": "pet"},
            "name": {"type": "string", "description": "Called by it.\n\nAlways."},
            "born": {"type": "string", "format": "date", "description": LONG},
            "class": {"type": ["integer", "null"]},
            "friends": {"type": "array", "items": ref("Pet")},
        },
    },
    "Bare": {"required": ["kind"], "properties": {"kind": {"const": "bare"}}},
    "Box": {"required": ["kind"], "properties": {"kind": {"const": "box"}, "content": ref("Lid"), "mark": {}}},
    "Lid": {"properties": {"color": {"type": "string"}, "kind": {"const": "lid"}}},
    "Parcel": {"required": ["content"], "properties": {"content": ref("Pet"), "words": ref("Words")}},
    "Words": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
    "Picky": {"required": ["mark"], "properties": {"content": ref("Lid"), "mark": {"type": "string"}}},
    "日本": {"properties": {"日本": {"type": "string"}, "when": {"type": "string", "format": "date-time"}}},
}
ROWS = """
[pets.pet]
model = "Pet"
docstring = '''
A pet "as you like it".

More about it.
'''

[pets.bare]
model = "Bare"
docstring = "Nothing else."

[boxes.box]
model = "Box"
settings = "content"
docstring = "A box."

[boxes.parcel]
model = "Parcel"
settings = "content"
docstring = "A parcel."

[lids.date]
model = "Lid"
docstring = "A function named like a type that its module does not use."
"""


def make_document() -> dict[str, Any]:
    content = {"application/json": {"schema": {"anyOf": [ref(name) for name in SCHEMAS if name != "Words"]}}}
    post = {"operationId": "add", "requestBody": {"content": content}, "responses": {"204": {}}}
    return {
        "openapi": "3.1.0",
        "info": {},
        "paths": {"/pets": {"post": post}},
        "components": {"schemas": SCHEMAS},
    }


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with open_workshop(tmp_path_factory.mktemp("package")) as found:
        yield found


@pytest.fixture(scope="module", params=[(), ("--standalone",)], ids=["linked", "standalone"])
def package(workshop: Workshop, request: pytest.FixtureRequest) -> Any:
    rows = workshop.folder / "rows.toml"
    rows.write_text(ROWS, encoding="utf-8")
    return workshop.load_package(make_document(), "--constructors", str(rows), *request.param)


def test_a_signature_has_the_members_of_the_model_except_constants(package: Any) -> None:
    assert str(inspect.signature(package.constructors.pets.pet)) == (
        "(*, name: 'str', born: 'date | str' = UNSET, class_: 'int | None' = UNSET, "
        "friends: 'Sequence[Pet | PetDict | JsonObject]' = UNSET) -> 'Pet'"
    )
    assert str(inspect.signature(package.constructors.pets.bare)) == "() -> 'Bare'"
    assert list(inspect.signature(package.constructors.boxes.box).parameters) == ["color", "kind"]
    assert inspect.signature(package.constructors.boxes.parcel).return_annotation == "Parcel"


def test_a_docstring_has_the_text_of_the_row_and_the_descriptions_of_the_document(package: Any) -> None:
    pets = package.constructors.pets
    first, blank, more, _, args, name, born, *rest = inspect.getdoc(pets.pet).splitlines()
    assert (first, blank, more, args) == ('A pet "as you like it".', "", "More about it.", "Args:")
    assert name == "    name: Called by it. Always."
    assert born.startswith("    born: Long enough, ")
    assert all(line.startswith("        ") for line in rest)  # members without a description are not listed
    assert " ".join([born.removeprefix("    born: "), *(line.strip() for line in rest)]) == LONG.strip()
    assert pets.bare.__doc__ == "Nothing else."
    lines = inspect.getsource(pets).splitlines()[1:]
    assert max(map(len, lines)) <= 120


def test_a_constructor_returns_a_model_with_its_arguments_and_constants(package: Any) -> None:
    pets, boxes = package.constructors.pets, package.constructors.boxes
    assert pets.pet(name="Rex", class_=None).to_dict() == {"kind": "pet", "name": "Rex", "class": None}
    assert pets.bare().to_dict() == {"kind": "bare"}
    assert boxes.box().to_dict() == {"kind": "box"}
    assert boxes.box(color="red").to_dict() == {"kind": "box", "content": {"color": "red"}}
    assert boxes.parcel(name="Rex").to_dict() == {"content": {"kind": "pet", "name": "Rex"}}
    assert package.constructors.lids.date(color="red").to_dict() == {"color": "red"}
    with pytest.raises(TypeError, match="required keyword-only argument: 'name'"):
        pets.pet()


def test_surface_lists_the_constructors_and_their_keywords(package: Any) -> None:
    lines = (Path(package.__file__).parent / "SURFACE").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("constructors.pets.")] == [
        "constructors.pets.bare",
        "constructors.pets.pet",
        "constructors.pets.pet(born)",
        "constructors.pets.pet(class_)",
        "constructors.pets.pet(friends)",
        "constructors.pets.pet(name)",
    ]


def test_a_package_without_a_table_has_no_constructors(workshop: Workshop) -> None:
    package = workshop.load_package(make_document())
    assert "constructors" not in dir(package)
    assert not (Path(str(package.__file__)).parent / "constructors").exists()
    with pytest.raises(AttributeError, match="constructors"):
        _ = package.constructors


def format_row(**values: str) -> str:
    return "[a.b]\n" + "".join(
        f"{key} = {json.dumps(value)}\n" for key, value in ({"model": "Pet", "docstring": "A pet."} | values).items()
    )


@pytest.mark.parametrize(
    ("table", "place", "problem"),
    [
        ("[a.b\n", "rows.toml", "the file is not valid TOML"),
        ("a = 1\n", "rows.toml/a", "a row must be a table"),
        ("[a]\nb = 1\n", "rows.toml/a/b", "a row must be a table"),
        (format_row(colour="red"), "rows.toml/a/b/colour", "unknown key\n  fix: use one of model, docstring, settings"),
        (format_row(docstring=" "), "rows.toml/a/b/docstring", "docstring must be non-empty text"),
        ("[a.b]\nmodel = 1\n", "rows.toml/a/b/model", "model must be non-empty text"),
        ('[a.b]\nmodel = "Pet"\n', "rows.toml/a/b", "the row has no docstring"),
        (format_row(model="Gone"), "constructors/a/b", "the model 'Gone' is not an object schema"),
        (format_row(model="Words"), "constructors/a/b", "the model 'Words' is not an object schema"),
        (format_row(settings="gone"), "constructors/a/b/settings", "'gone' is not a member of Pet that is an object"),
        (format_row(settings="name"), "constructors/a/b/settings", "'name' is not a member of Pet that is an object"),
        (
            format_row(model="Parcel", settings="words"),
            "constructors/a/b/settings",
            "'words' is not a member of Parcel that is an object",
        ),
        (
            format_row(model="Picky", settings="content"),
            "constructors/a/b/settings",
            "Picky has required members besides",
        ),
        (format_row().replace("a.b", "a.str"), "constructors/a/str", "the types of the module already use this"),
        (format_row().replace("a.b", "a.date"), "constructors/a/date", "the types of the module already use this"),
        (
            format_row().replace("a.b", "a.Pet"),
            "constructors/a/Pet",
            "the name of a constructor must be a Python name in",
        ),
        (
            format_row().replace("a.b", "a.class"),
            "constructors/a/class",
            "the name of a constructor must be a Python name in",
        ),
        (
            format_row().replace("a.b", "a.annotations"),
            "constructors/a/annotations",
            "the types of the module already use",
        ),
        (format_row().replace("a.b", '"../a".b'), "constructors/../a", "the name of the module is not valid in Python"),
        (format_row().replace("a.b", "con.b"), "constructors/con", "the name of the module is not valid in Python"),
        (
            format_row(model="日本"),
            "constructors/a/b",
            "the keyword 日本 has the name of a class that the function uses",
        ),
    ],
)
def test_an_invalid_row_is_rejected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, place: str, problem: str
) -> None:
    (tmp_path / "pets.json").write_text(json.dumps(make_document()), encoding="utf-8")
    (tmp_path / "rows.toml").write_text(table, encoding="utf-8")
    flags = ["--constructors", str(tmp_path / "rows.toml")]
    assert main(["generate", str(tmp_path / "pets.json"), str(tmp_path / "pets_api"), *flags]) == 2
    assert capsys.readouterr().err.startswith(f"codegen: error: {place}: {problem}")
    assert not (tmp_path / "pets_api").exists()
