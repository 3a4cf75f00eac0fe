"""Values of many types: what is written as JSON fits the schema, and is read as an equal value."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from typing import Any, Literal

import attrs
import jsonschema
import msgspec
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouterkit import read_value, schema_of
from openrouterkit_runtime import json
from openrouterkit_runtime.plain import to_plain


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"


@dataclasses.dataclass
class Leaf:
    name: str
    level: Level = Level.LOW
    size: Literal["s", "l"] | None = None


@attrs.define
class Branch:
    leaves: list[Leaf]
    by_name: dict[str, Leaf | None] = attrs.field(factory=dict)
    pair: tuple[int, str] = (0, "")


class Tree(msgspec.Struct):
    id: uuid.UUID
    planted: dt.date
    branches: list[Branch] = []
    inner: Tree | None = None


class Forest(pydantic.BaseModel):
    leaf: Leaf
    numbers: list[int | float | str | None] = []
    sub: list[Forest] = []


LEAVES = st.builds(Leaf, st.text(), st.sampled_from(Level), st.sampled_from(["s", "l", None]))
BRANCHES = st.builds(
    Branch,
    st.lists(LEAVES, max_size=2),
    st.dictionaries(st.text(), st.none() | LEAVES, max_size=2),
    st.tuples(st.integers(-5, 5), st.text(max_size=3)),
)
TREES = st.recursive(
    st.builds(Tree, st.uuids(), st.dates(), st.lists(BRANCHES, max_size=2)),
    lambda inner: st.builds(Tree, st.uuids(), st.dates(), st.lists(BRANCHES, max_size=1), inner),
    max_leaves=3,
)
NUMBERS = st.lists(st.none() | st.integers(-9, 9) | st.floats(0.5, 2) | st.text(max_size=3), max_size=3)
FORESTS = st.recursive(
    st.builds(Forest, leaf=LEAVES, numbers=NUMBERS),
    lambda inner: st.builds(Forest, leaf=LEAVES, sub=st.lists(inner, max_size=2)),
    max_leaves=4,
)
CASES: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Leaf, LEAVES),
    (Branch, BRANCHES),
    (Tree, TREES),
    (Forest, FORESTS),
    (list[Branch | None], st.lists(st.none() | BRANCHES, max_size=2)),
    (dict[str, list[Leaf]], st.dictionaries(st.text(), st.lists(LEAVES, max_size=2), max_size=2)),
]


@pytest.mark.parametrize(("kind", "values"), CASES, ids=lambda value: getattr(value, "__name__", ""))
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_a_value_fits_its_schema_and_is_read_as_an_equal_value(
    kind: Any, values: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    value = data.draw(values)
    written = json.decode(json.encode(value))
    jsonschema.validate(written, schema_of(kind))
    assert read_value(kind, written) == value


def add_nulls(kind: Any, written: dict[str, Any]) -> dict[str, Any]:
    """Return an object as a model writes it in strict mode: all members, null where it leaves one out."""
    return {name: written.get(name) for name in schema_of(kind)["properties"]}


@settings(deadline=None, max_examples=50)
@given(st.builds(Leaf, st.text()))
def test_a_value_with_nulls_for_what_is_left_out_fits_the_strict_schema_and_is_equal(leaf: Leaf) -> None:
    written = add_nulls(Leaf, {"name": leaf.name})
    jsonschema.validate(written, schema_of(Leaf, strict=True))
    assert read_value(Leaf, written) == leaf
    assert to_plain(read_value(Leaf, written)) == to_plain(leaf)
