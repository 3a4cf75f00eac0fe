"""The type that an answer shall have: its schema, and how it is read."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from ..errors import InvalidArgumentError
from ..requests.remedies import to_snake_case
from ..schemas import InvalidValueError, JsonSchema, make_strict, read_value, schema_of

_VALUE = "value"


@frozen
class Target:
    """The type of an answer.

    Attributes:
        kind: The type.
        name: Its name for the service.
        description: What it is; "" if its class has no docstring.
        schema: The schema of the answer, an object. Values that are no objects are its member `value`.
        is_strict: Whether the schema is that of strict mode.
        is_wrapped: Whether the value is the member `value` of the answer.
    """

    kind: Any
    name: str
    description: str
    schema: JsonSchema
    is_strict: bool
    is_wrapped: bool

    def read(self, value: Any) -> Any:
        """Return the value that an answer contains.

        Args:
            value: The JSON of the answer.

        Raises:
            InvalidValueError: It does not have the type.
        """
        try:
            return read_value(self.kind, self.unwrap(value))
        except InvalidValueError as error:
            if not self.is_wrapped or not isinstance(value, dict) or _VALUE in value:
                raise
            reason = f'the object has no member "{_VALUE}", and is not the value itself: {error}'
            raise InvalidValueError(reason, [((), reason)]) from None

    def is_likely(self, value: Any) -> bool:
        """Return True if a JSON value inside other text is probably the answer: it has a member of the type.

        Args:
            value: The value.
        """
        if not isinstance(value, dict) or not value:
            return False
        properties = self.schema.get("properties")
        return not properties or any(name in properties for name in value)

    def unwrap(self, value: Any) -> Any:
        """Return the part of the JSON of an answer that is the value; models also write the value alone."""
        if self.is_wrapped and isinstance(value, dict) and value.keys() == {_VALUE}:
            return value[_VALUE]
        return value


def build_target(kind: Any, *, strict: bool | None) -> Target:
    """Return the target of a type.

    Args:
        kind: The type.
        strict: Whether its schema is that of strict mode; None if it is, unless strict mode cannot express the type.

    Raises:
        InvalidArgumentError: The type has no schema, or none that strict mode accepts.
    """
    inner = schema_of(kind)
    is_wrapped = inner.get("type") != "object"
    plain = _wrap(inner) if is_wrapped else inner
    schema, is_strict = plain, False
    if strict or strict is None:
        try:
            schema, is_strict = make_strict(plain), True
        except InvalidArgumentError:
            if strict:
                raise
    description = inner.get("description", "") if not is_wrapped else ""
    return Target(kind, _choose_name(kind), description, schema, is_strict, is_wrapped)


def _wrap(schema: JsonSchema) -> JsonSchema:
    """Return the schema of an object whose only member has a schema."""
    inner = dict(schema)
    definitions = inner.pop("$defs", None)
    wrapped = {"type": "object", "properties": {_VALUE: inner}, "required": [_VALUE], "additionalProperties": False}
    return JsonSchema(wrapped if definitions is None else {**wrapped, "$defs": definitions})


def _choose_name(kind: Any) -> str:
    """Return the name of a class in the style of JSON; "answer" for other types."""
    name = to_snake_case(kind.__name__) if isinstance(kind, type) and not hasattr(kind, "__origin__") else ""
    return re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_")[:64] or "answer"
