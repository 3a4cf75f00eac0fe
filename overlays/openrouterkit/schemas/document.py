"""`JsonSchema`, a JSON Schema as a dict, and `SchemaChange`, what strict mode changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["JsonSchema", "SchemaChange"]


@frozen
class SchemaChange:
    """A change that a rule of strict mode made to a schema. `str()` returns it as a sentence.

    Attributes:
        pointer: The JSON Pointer of the changed schema; "" for the root.
        rule: The name of the rule, as in `openrouterkit.schemas.STRICT_RULES`.
        before: What the rule removed or replaced; None if it only added something.
        after: What replaced it; None if it was only removed.
        reason: Why strict mode requires the change.
    """

    pointer: str
    rule: str
    before: Any
    after: Any
    reason: str

    def __str__(self) -> str:
        from openrouterkit_runtime.json import encode

        old, new = (None if value is None else encode(value).decode() for value in (self.before, self.after))
        done = f"{old} became {new}" if old and new else f"{old} was removed" if old else f"{new} was added"
        return f"{self.pointer or '/'}: {done} (rule {self.rule}: {self.reason})."


class JsonSchema(dict[str, Any]):
    """A JSON Schema, which is a dict and is sent as one.

    Args:
        schema: The members of the schema.
        changes: What strict mode changed.

    Attributes:
        changes: What strict mode changed, in order; () if it changed nothing or was not requested.
    """

    changes: tuple[SchemaChange, ...]

    def __init__(
        self, schema: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), *, changes: Iterable[SchemaChange] = ()
    ) -> None:
        super().__init__(schema)
        self.changes = tuple(changes)
