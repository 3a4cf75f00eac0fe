"""Sample values for JSON Schemas."""

import jsonschema
import pytest

from openrouterkit_local.contract.samples import build_sample

TREE = {
    "$ref": "#/$defs/Node",
    "$defs": {
        "Node": {
            "type": "object",
            "properties": {
                "value": {"type": "integer"},
                "next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]},
            },
            "required": ["value", "next"],
        }
    },
}


@pytest.mark.parametrize(
    "schema",
    [
        {},
        True,
        {"type": "string"},
        {"type": ["null", "integer"]},
        {"type": "integer", "minimum": 5, "multipleOf": 4},
        {"type": "integer", "exclusiveMinimum": 5, "exclusiveMaximum": 7},
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.25},
        {"type": "number", "maximum": -3},
        {"type": "string", "minLength": 12},
        {"type": "string", "maxLength": 1},
        {"type": "string", "pattern": "^[a-z]+$", "minLength": 4},
        {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{3}$"},
        {"enum": [3, "three"]},
        {"const": {"a": 1}},
        {"type": "string", "examples": ["x-1"], "pattern": "^x"},
        {"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": True},
        {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": False},
        {"type": "array", "maxItems": 0},
        {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2},
        {"allOf": [{"type": "object", "required": ["a"]}, {"properties": {"a": {"type": "null"}}}]},
        {"oneOf": [{"type": "object", "properties": {"a": {"const": 1}}, "required": ["a"]}, {"type": "string"}]},
        TREE,
    ],
    ids=str,
)
def test_a_sample_is_valid_for_its_schema(schema):
    jsonschema.validate(build_sample(schema), schema)


def test_equal_schemas_have_equal_and_readable_samples():
    schema = {"type": "object", "properties": {"city": {"type": "string"}, "on": {"type": "string", "format": "date"}}}
    assert build_sample(schema) == build_sample(schema) == {"city": "Paris", "on": "2026-08-20"}
