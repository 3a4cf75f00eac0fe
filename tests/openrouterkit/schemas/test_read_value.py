"""JSON values as Python types."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import pickle
import uuid
from typing import Annotated, Any, Literal, NamedTuple

import annotated_types
import attrs
import msgspec
import pydantic
import pytest
from typing_extensions import TypedDict

from openrouterkit import DecodeError, InvalidValueError, read_value
from openrouterkit.errors import InvalidArgumentError


@dataclasses.dataclass
class Point:
    x: int
    y: Annotated[int, annotated_types.Gt(0)] = 5


@attrs.frozen
class Place:
    name: str
    points: list[Point] = attrs.field(factory=list)
    seen: dt.datetime | None = None


class City(pydantic.BaseModel):
    name: str
    point: Point | None = None
    level: int = pydantic.Field(1, ge=1)


class Tour(msgspec.Struct):
    stops: list[City]
    days: int = 1


class Person(TypedDict, total=False):
    name: str
    age: int


class Pair(NamedTuple):
    left: int
    right: str = "x"


class Cat(msgspec.Struct, tag=True):
    lives: int = 9


class Dog(msgspec.Struct, tag=True):
    name: str = "Rex"


@dataclasses.dataclass
class Circle:
    radius: float
    kind: Literal["circle"] = "circle"


@dataclasses.dataclass
class Square:
    side: float
    kind: Literal["square"] = "square"


VALUES = [
    (int, 3, 3),
    (int, "3", 3),
    (int | str, "3", "3"),
    (bool, "true", True),
    (dt.date, "2026-02-03", dt.date(2026, 2, 3)),
    (list[float], [1, 2.5], [1.0, 2.5]),
    (dict[int, str], {"1": "a"}, {1: "a"}),
    (tuple[int, str], [1, "a"], (1, "a")),
    (Place, {"name": "a", "points": [{"x": 1}], "seen": "2026-01-01T00:00:00"},
     Place("a", [Point(1)], dt.datetime(2026, 1, 1))),  # noqa: DTZ001 - without a time zone on purpose
    (City, {"name": "a", "point": {"x": 1, "y": 2}}, City(name="a", point=Point(1, 2))),
    (list[City | None], [None, {"name": "a"}], [None, City(name="a")]),
    (Tour, {"stops": [{"name": "a"}]}, Tour([City(name="a")])),
    (Person, {"name": "a"}, {"name": "a"}),
    (Pair, [1], Pair(1)),
    (Cat | Dog, {"type": "Dog", "name": "Fido"}, Dog("Fido")),
    (Circle | Square, {"side": 2}, Square(2.0)),
    (Any, {"a": [None]}, {"a": [None]}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "expected"), VALUES, ids=lambda value: f"{value!r:.40}")
def test_a_value_is_read_as_its_type(kind: Any, value: Any, expected: Any) -> None:
    found = read_value(kind, value)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Point, {"x": 1, "y": None}, Point(1)),
        (Place, {"name": "a", "points": None, "seen": None}, Place("a")),
        (Place, {"name": "a", "points": [{"x": 1, "y": None}]}, Place("a", [Point(1)])),
        (City, {"name": "a", "level": None, "point": {"x": 1, "y": None}}, City(name="a", point=Point(1))),
        (Tour, {"stops": [{"name": "a", "level": None}], "days": None}, Tour([City(name="a")])),
        (Person, {"name": "a", "age": None}, {"name": "a"}),
        (list[Cat | Dog], [{"type": "Cat", "lives": None}, {"type": "Dog", "name": None}], [Cat(), Dog()]),
    ],
)
def test_a_null_for_an_optional_member_that_is_not_nullable_counts_as_absent(
    kind: Any, value: Any, expected: Any
) -> None:
    assert read_value(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (int, "three", 'expected `int`, got `str` "three"'),
        (Place, {"points": []}, "object missing required field `name`"),
        (Place, {"name": "a", "points": [{"x": 1}, {"x": "b"}]}, 'points[1].x: expected `int`, got `str` "b"'),
        (Place, {"name": None}, "name: expected `str`, got `null`"),
        (Point, {"x": 1, "y": 0}, "y: expected greater than 0, got 0"),
        (list[Point | None], [None, {"x": 1, "y": -1}], "[1].y: expected greater than 0, got -1"),
        (Annotated[str, annotated_types.Len(2, 3)], "abcd", "expected at most 3 characters, got 'abcd'"),
        (Annotated[list[int], annotated_types.MinLen(1)], [], "expected at least 1 items, got []"),
        (
            Tour,
            {"stops": [{"name": "a", "level": 0}]},
            "stops[0].level: input should be greater than or equal to 1, got 0",
        ),
        (dict[int, str], {"a": "b"}, "expected `int`, got `str`"),
    ],
)
def test_a_value_that_does_not_fit_is_rejected_with_its_place(kind: Any, value: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_value(kind, value)
    assert str(caught.value) == message
    assert isinstance(caught.value, DecodeError)


class Mood(enum.Enum):
    GOOD = "good"
    BAD = "bad"


@dataclasses.dataclass
class Diary:
    mood: Mood | None = None
    day: dt.date | None = None
    words: dict[str, Literal[1, 2]] = dataclasses.field(default_factory=dict)
    pet: Cat | Dog | None = None


class Letter(pydantic.BaseModel):
    tone: Literal["warm", "cold"]
    day: dt.date


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (Diary, {"mood": "fine"}, 'mood: expected one of "good", "bad", null, got "fine"'),
        (Diary, {"mood": 5}, 'mood: expected one of "good", "bad", null, got 5'),
        (Diary, {"day": "yesterday"}, 'day: expected a date such as "2026-01-31", got "yesterday"'),
        (Diary, {"pet": {"type": "Cow"}}, 'pet.type: expected one of "Cat", "Dog", got "Cow"'),
        (list[Literal["a"]], ["a", "b" * 100], f'[1]: expected "a", got "{"b" * 56}...'),
        (uuid.UUID, 5, "expected `uuid`, got `int` 5"),
        (Literal["a"], ["a"], "expected `str`, got `array`"),
        (Letter, {"tone": "hot", "day": "2026-01-01"}, """tone: Input should be 'warm' or 'cold', got "hot\""""),
    ],
)
def test_the_error_names_what_is_allowed_and_what_was_sent(kind: Any, value: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_value(kind, value)
    assert str(caught.value) == message


def test_the_error_has_the_path_and_the_reason_and_all_problems_of_a_model() -> None:
    with pytest.raises(InvalidValueError) as caught:
        read_value(City, {"level": 0, "point": {"x": "b"}})
    assert caught.value.problems == (
        (("name",), "Field required"),
        (("point", "x"), 'Input should be a valid integer, unable to parse string as an integer, got "b"'),
        (("level",), "Input should be greater than or equal to 1, got 0"),
    )
    assert (caught.value.path, caught.value.reason) == (("name",), "Field required")
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.problems, str(copied)) == (caught.value.problems, str(caught.value))


def test_the_value_passed_is_not_changed() -> None:
    value = {"x": 1, "y": None}
    read_value(Point, value)
    assert value == {"x": 1, "y": None}


def test_a_type_without_a_schema_is_an_invalid_argument() -> None:
    with pytest.raises(InvalidArgumentError, match="has no JSON Schema"):
        read_value(type("Odd", (), {}), {})


class Chain(msgspec.Struct):
    next: Chain | None = None


class Link(pydantic.BaseModel):
    next: Link | None = None


def test_a_value_that_is_nested_too_deeply_is_rejected() -> None:
    value: Any = None
    for _ in range(5000):
        value = {"next": value}
    for kind in (Chain, Link):
        with pytest.raises(InvalidValueError, match=r"nested too deeply|recursion"):
            read_value(kind, value)
