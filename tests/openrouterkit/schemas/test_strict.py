"""Strict mode: what is changed in a schema, and what is reported about it."""

from __future__ import annotations

import dataclasses
import re
from typing import Annotated, Any, Literal

import jsonschema
import msgspec
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouterkit import schema_of
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.schemas import STRICT_RULES, make_strict

ANY_OBJECT = "strict mode does not support objects with any members"


@dataclasses.dataclass
class Order:
    """An order.

    Attributes:
        count: How many.
    """

    count: Annotated[int, msgspec.Meta(ge=1, le=9)]
    note: Annotated[str, msgspec.Meta(max_length=80)] = "none"
    size: Literal["s", "m"] | None = None
    parts: list[Order] = dataclasses.field(default_factory=list)


def test_optional_members_become_required_and_nullable() -> None:
    found = schema_of(Order, strict=True)
    assert found["required"] == ["count", "note", "size", "parts"]
    assert found["additionalProperties"] is False
    assert found["properties"] == {
        "count": {"description": "How many. (at least 1; at most 9)", "type": "integer"},
        "note": {
            "description": 'At most 80 characters; null means the default: "none"',
            "anyOf": [{"type": "string"}, {"type": "null"}],
        },
        "size": {"anyOf": [{"enum": ["s", "m"], "type": "string"}, {"type": "null"}]},
        "parts": {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Order"}}, {"type": "null"}]},
    }
    assert found["$defs"]["Order"]["required"] == found["required"]


def test_each_change_is_a_sentence_with_its_place_and_reason() -> None:
    told = [str(change) for change in schema_of(Order, strict=True).changes if not change.pointer.startswith("/$defs")]
    assert told[0] == (
        '/properties/count: {"minimum":1,"maximum":9} became {"description":"at least 1; at most 9"} '
        "(rule constraint: not every provider of strict mode supports them)."
    )
    assert told[-1] == (
        '/: {"required":["count"]} became {"required":["count","note","size","parts"]} '
        "(rule required: strict mode requires every member)."
    )
    assert {change.rule for change in schema_of(Order, strict=True).changes} <= {rule.name for rule in STRICT_RULES}


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ({"oneOf": [{"type": "string"}, {"type": "integer"}], "discriminator": {"propertyName": "a"}},
         {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ({"allOf": [{"type": "string"}], "description": "A."}, {"description": "A.", "type": "string"}),
        ({"allOf": [{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
                    {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"]}]},
         {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
          "required": ["a", "b"], "additionalProperties": False}),
        ({"$ref": "#/$defs/A", "description": "Here."}, {"description": "Here.", "type": "string"}),
        ({"$ref": "#/$defs/A"}, {"$ref": "#/$defs/A"}),
        ({"const": 3}, {"const": 3, "type": "integer"}),
        ({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "maxItems": 2,
          "items": False},
         {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
          "description": "Exactly 2 items: string, integer"}),
        ({"type": "array", "items": {"type": "string"}, "uniqueItems": True},
         {"type": "array", "items": {"type": "string"}, "description": "Without duplicates"}),
        ({"type": "string", "format": "date", "pattern": "^2", "examples": ["2026-01-01"]},
         {"type": "string",
          "description": 'Format: date; matches the regular expression ^2; examples: ["2026-01-01"]'}),
        ({"type": "string", "not": {"enum": ["x"]}}, {"type": "string", "description": 'Not {"enum": ["x"]}'}),
        ({"type": "string", "deprecated": True}, {"type": "string"}),
        ({"type": "object", "properties": {}}, {"type": "object", "properties": {}, "required": [],
                                                "additionalProperties": False}),
    ],
)  # fmt: skip
def test_a_construct_becomes_one_that_strict_mode_supports(member: dict[str, Any], expected: dict[str, Any]) -> None:
    schema = {"type": "object", "properties": {"m": member}, "required": ["m"], "$defs": {"A": {"type": "string"}}}
    found = make_strict(schema)
    assert found["properties"]["m"] == expected
    assert (found.changes != ()) is (member != expected or "additionalProperties" not in schema)
    assert schema["properties"]["m"] is member  # type: ignore[index]  # the schema passed is not changed


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (dict[str, int], f"/: {ANY_OBJECT}"),
        (dataclasses.make_dataclass("A", [("b", list[dict[str, int]])]), f"/properties/b/items: {ANY_OBJECT}"),
        (dataclasses.make_dataclass("A", [("b", Any)]), "/properties/b: strict mode does not support values of any"),
        (list[int], "/: strict mode requires an object at the root; put the value into a class"),
        (int | None, "/: strict mode requires an object at the root"),
    ],
)
def test_what_cannot_be_strict_is_rejected_with_its_place_and_a_remedy(kind: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^{re.escape(message)}.*strict=False$"):
        schema_of(kind, strict=True)


def test_parts_of_all_of_that_contradict_each_other_are_rejected() -> None:
    member = {"allOf": [{"type": "string"}, {"type": "integer"}]}
    with pytest.raises(InvalidArgumentError, match="allOf whose parts differ in 'type'"):
        make_strict({"type": "object", "properties": {"m": member}})


def test_the_optional_members_of_a_pydantic_model_become_nullable() -> None:
    class Model(pydantic.BaseModel):
        name: str
        parent: Annotated[str | None, pydantic.Field(max_length=3)] = None

    found = schema_of(Model, strict=True)
    assert found["required"] == ["name", "parent"]
    assert found["properties"]["parent"] == {
        "anyOf": [{"type": "string", "description": "At most 3 characters"}, {"type": "null"}]
    }


MEMBERS = st.recursive(
    st.sampled_from([{"type": "string", "minLength": 1}, {"type": "integer", "default": 3}, {"enum": ["a", 1, None]}]),
    lambda inner: st.one_of(
        st.builds(lambda each: {"type": "array", "items": each, "maxItems": 2}, inner),
        st.builds(lambda one, two: {"oneOf": [one, two]}, inner, inner),
        st.builds(
            lambda members, required: {
                "type": "object",
                "properties": members,
                "required": sorted(required & set(members)),
            },
            st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            st.sets(st.sampled_from("abc")),
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("xyz"), MEMBERS, max_size=3))
def test_every_strict_schema_is_valid_and_strict_already(members: dict[str, Any]) -> None:
    found = make_strict({"type": "object", "properties": members})
    jsonschema.Draft202012Validator.check_schema(found)
    again = make_strict(found)
    assert again == found
    assert again.changes == ()
