"""JSON Schemas of Python types, and JSON values as these types.

from openrouterkit.schemas import read_value, schema_of

schema_of(City)["properties"]
schema_of(City, strict=True).changes
read_value(City, {"name": "Paris"})
"""

from __future__ import annotations

from ..errors import InvalidValueError
from .document import JsonSchema, SchemaChange
from .strict_mode import make_strict
from .strict_rules import STRICT_RULES, StrictRule
from .type_schemas import schema_of
from .values import read_value

__all__ = [
    "STRICT_RULES",
    "InvalidValueError",
    "JsonSchema",
    "SchemaChange",
    "StrictRule",
    "make_strict",
    "read_value",
    "schema_of",
]
