"""JSON Schemas of Python types."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import pickle
import re
import uuid
from collections.abc import Sequence
from copy import deepcopy
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, Optional, TypeVar

import annotated_types
import attrs
import jsonschema
import msgspec
import pydantic
import pytest
from typing_extensions import Doc, TypeAliasType, TypedDict

from openrouterkit import InvalidValueError, JsonSchema, schema_of, schemas
from openrouterkit.errors import ConfigurationError, InvalidArgumentError

T = TypeVar("T")
Name = NewType("Name", str)
Tags = TypeAliasType("Tags", list[str])


class Color(enum.Enum):
    """A color of a light."""

    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Point:
    x: int
    y: Annotated[int, msgspec.Meta(ge=0)] = 5


@attrs.define
class Place:
    """A place on the map.

    It may be anywhere.

    Attributes:
        name: The English name,
            without the country.
        point: Where it is.
    """

    name: Annotated[str, msgspec.Meta(min_length=1)]
    point: Point | None
    color: Color = Color.RED
    seen: Annotated[dt.datetime | None, "When it was seen."] = None


class Tree(msgspec.Struct):
    """A tree."""

    children: list[Tree] = []


class Person(TypedDict):
    name: str
    age: NotRequired[int]


class Pair(NamedTuple):
    left: int
    right: str = "x"


class City(pydantic.BaseModel):
    """A city.

    Attributes:
        population: How many people live there.
    """

    name: str = pydantic.Field(description="The English name.")
    population: int = pydantic.Field(0, ge=0)
    point: Point | None = None


class Cat(msgspec.Struct, tag=True):
    lives: int


class Dog(msgspec.Struct, tag=True, rename="camel"):
    tail_length: Annotated[float, Doc("In centimetres.")]


@dataclasses.dataclass
class Box(Generic[T]):
    content: T


@dataclasses.dataclass
class Circle:
    radius: float


@dataclasses.dataclass
class Square:
    side: float


POINT = {
    "title": "Point",
    "type": "object",
    "properties": {"x": {"type": "integer"}, "y": {"type": "integer", "minimum": 0, "default": 5}},
    "required": ["x"],
}
TYPES = [
    (str, {"type": "string"}),
    (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
    (
        Optional[float],  # noqa: UP045 - the old form is a type, too
        {"anyOf": [{"type": "number"}, {"type": "null"}]},
    ),
    (None, {"type": "null"}),
    (Any, {}),
    (Literal["b", "a", 1], {"enum": ["b", "a", 1], "type": ["string", "integer"]}),
    (Color, {"title": "Color", "description": "A color of a light.", "enum": ["red", "blue"], "type": "string"}),
    (list[int], {"type": "array", "items": {"type": "integer"}}),
    (Sequence[str], {"type": "array", "items": {"type": "string"}}),
    (tuple[int, ...], {"type": "array", "items": {"type": "integer"}}),
    (dict[str, bool], {"type": "object", "additionalProperties": {"type": "boolean"}}),
    (dt.datetime, {"type": "string", "format": "date-time"}),
    (dt.date, {"type": "string", "format": "date"}),
    (uuid.UUID, {"type": "string", "format": "uuid"}),
    (decimal.Decimal, {"type": "string", "format": "decimal"}),
    (Name, {"type": "string"}),
    (Tags, {"type": "array", "items": {"type": "string"}}),
    (
        Annotated[int, msgspec.Meta(gt=1, description="A count.")],
        {"description": "A count.", "type": "integer", "exclusiveMinimum": 1},
    ),
    (
        Annotated[list[Annotated[int, "One."]], annotated_types.Len(1, 3)],
        {"type": "array", "items": {"description": "One.", "type": "integer"}, "minItems": 1, "maxItems": 3},
    ),
    (
        Annotated[float | None, annotated_types.Interval(ge=0, lt=1)],
        {"anyOf": [{"type": "number"}, {"type": "null"}], "minimum": 0, "exclusiveMaximum": 1},
    ),
    (Point, POINT),
    (
        Box[int],
        {
            "title": "Box[int]",
            "type": "object",
            "properties": {"content": {"type": "integer"}},
            "required": ["content"],
        },
    ),
    (
        Person,
        {
            "title": "Person",
            "type": "object",
            "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
            "required": ["name"],
        },
    ),
]


@pytest.mark.parametrize(("kind", "expected"), TYPES, ids=lambda value: f"{value!r:.40}")
def test_a_type_has_this_schema(kind: Any, expected: dict[str, Any]) -> None:
    found = schema_of(kind)
    assert found == expected
    assert isinstance(found, JsonSchema)
    assert found.changes == ()
    jsonschema.Draft202012Validator.check_schema(found)


def test_the_descriptions_of_a_docstring_are_those_of_the_class_and_its_members() -> None:
    assert schema_of(Place) == {
        "title": "Place",
        "description": "A place on the map.\n\nIt may be anywhere.",
        "type": "object",
        "properties": {
            "name": {"description": "The English name, without the country.", "type": "string", "minLength": 1},
            "point": {"description": "Where it is.", "anyOf": [{"$ref": "#/$defs/Point"}, {"type": "null"}]},
            "color": {"$ref": "#/$defs/Color", "default": "red"},
            "seen": {
                "description": "When it was seen.",
                "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}],
                "default": None,
            },
        },
        "required": ["name", "point"],
        "$defs": {"Point": POINT, "Color": dict(schema_of(Color))},
    }


def test_a_class_that_contains_itself_is_inlined_at_the_root_and_defined() -> None:
    tree = {
        "title": "Tree",
        "description": "A tree.",
        "type": "object",
        "properties": {"children": {"type": "array", "items": {"$ref": "#/$defs/Tree"}, "default": []}},
        "required": [],
    }
    assert schema_of(Tree) == {**tree, "$defs": {"Tree": tree}}


def test_a_pydantic_model_is_described_by_pydantic_and_its_docstring() -> None:
    found = schema_of(City)
    assert found["description"] == "A city."
    assert found["properties"]["name"] == {"description": "The English name.", "type": "string"}
    assert found["properties"]["population"] == {
        "description": "How many people live there.",
        "default": 0,
        "minimum": 0,
        "type": "integer",
    }
    assert schema_of(list[City])["items"] == {"$ref": "#/$defs/City"}


def test_a_struct_may_contain_a_pydantic_model() -> None:
    class Tour(msgspec.Struct):
        stops: list[City]

    Tour.__annotations__["stops"] = list[City]
    assert schema_of(Tour)["properties"]["stops"] == {"type": "array", "items": {"$ref": "#/$defs/City"}}
    assert set(schema_of(Tour)["$defs"]) == {"City", "Point"}


def test_tagged_structs_and_renamed_members_have_the_names_of_the_json() -> None:
    found = schema_of(Cat | Dog)
    assert found["anyOf"] == [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}]
    assert found["$defs"]["Dog"]["properties"] == {
        "type": {"enum": ["Dog"]},
        "tailLength": {"description": "In centimetres.", "type": "number"},
    }


def test_a_named_tuple_is_an_array() -> None:
    found = schema_of(Pair)
    assert found["prefixItems"] == [{"type": "integer"}, {"type": "string", "default": "x"}]
    assert (found["minItems"], found["maxItems"]) == (1, 2)


def test_a_union_of_dataclasses_is_described_by_pydantic() -> None:
    assert schema_of(Circle | Square)["anyOf"] == [{"$ref": "#/$defs/Circle"}, {"$ref": "#/$defs/Square"}]


def test_classes_of_the_same_name_have_different_definitions() -> None:
    other = dataclasses.make_dataclass("Point", [("z", int)])
    both = dataclasses.make_dataclass("Both", [("a", Point), ("b", other)])
    found = schema_of(both)
    assert found["properties"] == {"a": {"$ref": "#/$defs/Point"}, "b": {"$ref": "#/$defs/Point_2"}}
    assert list(found["$defs"]["Point_2"]["properties"]) == ["z"]


@pytest.mark.parametrize(
    ("docstring", "expected"),
    [
        ("Text.\n\nParameters\n----------\nx : int\n    Across.\n", "Across."),
        ("Text.\n\n:param x: Across.\n", "Across."),
        ("Text.\n\nAttributes:\n    x (int): Across.\n", "Across."),
        ("Text, and nothing else: really.", None),
    ],
)
def test_the_common_styles_of_docstrings_are_read(docstring: str, expected: str | None) -> None:
    kind = dataclasses.make_dataclass("Kind", [("x", int)], namespace={"__doc__": docstring})
    found = schema_of(kind)
    assert found["description"].startswith("Text")
    assert found["properties"]["x"].get("description") == expected


def test_generated_docstrings_are_no_descriptions() -> None:
    for kind in (Point, Pair, Cat, Person):
        assert "description" not in schema_of(kind)


def test_without_the_extra_a_docstring_with_sections_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docstring_parser", None)
    kind = dataclasses.make_dataclass("Kind", [("x", int)], namespace={"__doc__": "Only here.\n\nArgs:\n  x: Across."})
    with pytest.raises(ConfigurationError, match=re.escape("pip install 'openrouterkit[tools]'")):
        schema_of(kind)
    assert schema_of(dataclasses.make_dataclass("Kind", [("x", int)], namespace={"__doc__": "Text only."}))


class Odd:
    """A class without members."""


@dataclasses.dataclass
class Broken:
    names: dict[str, list[Odd]]


@dataclasses.dataclass
class Dangling:
    there: Missing  # type: ignore[name-defined]  # noqa: F821 - not defined on purpose


@dataclasses.dataclass
class Wave:
    phases: dict[str, complex]


class PydanticWave(pydantic.BaseModel):
    phase: complex


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Odd, "the type Odd has no JSON Schema: "),
        (Broken, "the type Odd of the member names{}[] has no JSON Schema: "),
        (Dangling, "name 'Missing' is not defined"),
        ("City", "schema_of() requires a type, not 'City'; pass a class such as City, or list[int]"),
        (3, "requires a type, not 3"),
        (Annotated[int | None, msgspec.Meta(ge=1)], "Can only set `ge` on a numeric type"),
        (list[complex | None], "the type complex has no JSON Schema: JSON has no complex numbers; use tuple["),
        (Wave, "the type complex of the member phases has no JSON Schema: JSON has no complex numbers"),
        (PydanticWave, "the type complex of the member phase has no JSON Schema: JSON has no complex numbers"),
    ],
)
def test_a_type_that_has_no_schema_is_rejected_with_the_member(kind: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=re.escape(message)):
        schema_of(kind)


def test_the_result_may_be_changed_copied_and_pickled() -> None:
    schema_of(Place)["properties"]["name"]["type"] = "integer"
    assert schema_of(Place)["properties"]["name"]["type"] == "string"
    strict = schema_of(Place, strict=True)
    for copied in (deepcopy(strict), pickle.loads(pickle.dumps(strict))):
        assert copied == strict
        assert copied.changes == strict.changes


def test_the_error_of_values_is_public() -> None:
    assert schemas.InvalidValueError is InvalidValueError
