"""Checking values against the contract's JSON Schemas, with messages that name the member at fault.

As everywhere in this SDK, enumerations of strings are open and unknown members are kept. A tagged union is checked by
its tag, and any other by the kind of value that came, so that a message is about the one form that was meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .wording import complaint, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CONTRACT = "urn:contract"


class Checker:
    """Checks values against schemas of one contract, compiling each schema at its first use.

    Args:
        document: the contract, in which references are looked up.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        resource = DRAFT202012.create_resource(dict(document))
        self._registry: Registry[Any] = Registry().with_resource(_CONTRACT, resource)
        self._compiled: dict[int, tuple[Any, Any]] = {}

    def problems(self, schema: Mapping[str, Any], value: Any) -> list[tuple[str, str]]:
        """What is wrong with a value: (where, what), such as ("messages.0.role", "is required"); [] if it fits."""
        # The schema is kept beside its validator, so that its id() stays its own.
        _, validator = self._compiled.get(id(schema)) or self._compile(schema)
        errors = validator.iter_errors(value)
        return sorted((".".join(str(step) for step in error.absolute_path), complaint(error)) for error in errors)

    def _compile(self, schema: Mapping[str, Any]) -> tuple[Any, Any]:
        # A reference below has the contract as its base only inside the contract's own resource.
        anchored = _anchored(dict(schema))
        self._compiled[id(schema)] = compiled = (schema, _Validator(anchored, registry=self._registry))
        return compiled


def _anchored(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {name: _anchored(value) for name, value in schema.items()}
    if isinstance(schema, list):
        return [_anchored(each) for each in schema]
    return f"{_CONTRACT}{schema}" if isinstance(schema, str) and schema.startswith("#/components/") else schema


def _required(_validator: Any, names: Sequence[str], value: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(value, dict):
        yield from (ValidationError("is required", path=(name,)) for name in names if name not in value)


def _enum(_validator: Any, values: Sequence[Any], value: Any, _schema: Any) -> Iterator[ValidationError]:
    if value not in values and not (isinstance(value, str) and any(isinstance(each, str) for each in values)):
        yield ValidationError(f"must be one of {', '.join(map(shown, values))}, not {shown(value)}")


def _any_of(validator: Any, branches: Sequence[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    tags = schema.get("discriminator")
    if tags is not None and isinstance(value, dict):
        yield from _tagged(validator, tags, value)
        return
    failures = []
    for branch in branches:
        errors = list(validator.descend(value, branch))
        if not errors:
            return
        failures.append(errors)
    meant = [errors for errors in failures if not any(_of_another_kind(error) for error in errors)]
    if meant:
        yield from min(meant, key=_distance)
    else:
        kinds = [error.validator_value for errors in failures for error in errors if _of_another_kind(error)]
        names = [name for kind in kinds for name in ([kind] if isinstance(kind, str) else kind)]
        yield ValidationError("", validator="type", validator_value=list(dict.fromkeys(names)), instance=value)


def _tagged(validator: Any, tags: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[ValidationError]:
    name, mapping = tags["propertyName"], tags["mapping"]
    if name not in value:
        yield ValidationError(f"is required: one of {', '.join(map(shown, mapping))}", path=(name,))
    elif not isinstance(value[name], str) or value[name] not in mapping:
        known = ", ".join(map(shown, mapping))
        yield ValidationError(f"must be one of {known}, not {shown(value[name])}", path=(name,))
    else:
        yield from validator.descend(value, {"$ref": mapping[value[name]]})


def _of_another_kind(error: ValidationError) -> bool:
    """Whether a branch was not meant at all: the value itself is of another JSON type than the branch's."""
    return error.validator == "type" and not error.relative_path


def _distance(errors: Sequence[ValidationError]) -> tuple[int, int]:
    """How far a value is from a branch: a constant that differs says that another branch was meant."""
    return sum(error.validator in {"const", "not"} for error in errors), len(errors)


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"required": _required, "enum": _enum, "anyOf": _any_of, "oneOf": _any_of}
)
