"""Validation of values against the contract's JSON Schemas, with messages that name the invalid member.

As elsewhere in the SDK, string enumerations accept unknown values, objects accept unknown members, and tagged unions
accept unknown tags, such as a new type of tool. Only unknown roles of messages are rejected. Errors are reported for a
single branch of a union: the branch that the tag selects in a tagged union, else the one that is closest to the value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .messages import describe_error, format_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CONTRACT = "urn:contract"
# The service adds types of content parts and tools, but no roles. An unknown role is a mistake of the caller.
_CLOSED_TAGS = frozenset({"role"})


class Checker:
    """Validates values against schemas of one contract; each schema is compiled at its first use.

    Args:
        document: The contract document, in which references are resolved.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        resource = DRAFT202012.create_resource(dict(document))
        self._registry: Registry[Any] = Registry().with_resource(_CONTRACT, resource)
        self._compiled: dict[int, tuple[Any, Any]] = {}

    def find_issues(self, schema: Mapping[str, Any], value: Any) -> list[tuple[str, str]]:
        """Return the issues of a value as pairs of path and message, sorted by path; an empty list if it is valid.

        An issue looks like `("messages.0.role", "is required")`.
        """
        # Storing the schema beside its validator keeps it alive, so that no other schema can get the same id().
        _, validator = self._compiled.get(id(schema)) or self._compile(schema)
        errors = validator.iter_errors(value)
        return sorted((".".join(str(step) for step in error.absolute_path), describe_error(error)) for error in errors)

    def _compile(self, schema: Mapping[str, Any]) -> tuple[Any, Any]:
        # The schema is validated outside of the contract document, so its references must be absolute.
        absolute = _anchor_references(dict(schema))
        self._compiled[id(schema)] = compiled = (schema, _Validator(absolute, registry=self._registry))
        return compiled


def _anchor_references(schema: Any) -> Any:
    """Return a copy of a schema in which references to components are absolute."""
    if isinstance(schema, dict):
        return {name: _anchor_references(value) for name, value in schema.items()}
    if isinstance(schema, list):
        return [_anchor_references(each) for each in schema]
    return f"{_CONTRACT}{schema}" if isinstance(schema, str) and schema.startswith("#/components/") else schema


def _check_required(_validator: Any, names: Sequence[str], value: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(value, dict):
        yield from (ValidationError("is required", path=(name,)) for name in names if name not in value)


def _check_enum(_validator: Any, values: Sequence[Any], value: Any, _schema: Any) -> Iterator[ValidationError]:
    if value not in values and not (isinstance(value, str) and any(isinstance(each, str) for each in values)):
        yield ValidationError(f"must be one of {', '.join(map(format_value, values))}, not {format_value(value)}")


def _check_any_of(validator: Any, branches: Sequence[Any], value: Any, schema: Any) -> Iterator[ValidationError]:
    tags = schema.get("discriminator")
    if tags is not None and isinstance(value, dict):
        yield from _check_tagged_union(validator, tags, value)
        return
    failures = []
    for branch in branches:
        errors = list(validator.descend(value, branch))
        if not errors:
            return
        failures.append(errors)
    candidates = [errors for errors in failures if not any(_has_wrong_type(error) for error in errors)]
    if candidates:
        yield from min(candidates, key=_measure_distance)
    else:
        types = [error.validator_value for errors in failures for error in errors if _has_wrong_type(error)]
        names = [name for each in types for name in ([each] if isinstance(each, str) else each)]
        yield ValidationError("", validator="type", validator_value=list(dict.fromkeys(names)), instance=value)


def _check_tagged_union(validator: Any, tags: Mapping[str, Any], value: Mapping[str, Any]) -> Iterator[ValidationError]:
    name, mapping = tags["propertyName"], tags["mapping"]
    if name not in value:
        yield from _check_without_tag(validator, name, mapping, value)
    elif isinstance(value[name], str) and value[name] in mapping:
        yield from validator.descend(value, {"$ref": mapping[value[name]]})
    elif not isinstance(value[name], str) or name in _CLOSED_TAGS:
        known = ", ".join(map(format_value, mapping))
        yield ValidationError(f"must be one of {known}, not {format_value(value[name])}", path=(name,))


def _check_without_tag(
    validator: Any, name: str, mapping: Mapping[str, str], value: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """Yield the errors of the only variant that does not require its tag; without one, that the tag is missing."""
    by_variant = [list(validator.descend(value, {"$ref": target})) for target in dict.fromkeys(mapping.values())]
    defaults = [errors for errors in by_variant if not any(list(error.path) == [name] for error in errors)]
    if len(defaults) == 1:
        yield from defaults[0]
    else:
        known = ", ".join(map(format_value, mapping))
        yield ValidationError(f"is required; use one of {known}", path=(name,))


def _has_wrong_type(error: ValidationError) -> bool:
    """Return True if the value itself, not one of its members, has another JSON type than the branch requires."""
    return error.validator == "type" and not error.relative_path


def _measure_distance(errors: Sequence[ValidationError]) -> tuple[int, int]:
    """Return a sort key for the errors of a branch: errors of constants count first, then the number of errors."""
    return sum(error.validator in {"const", "not"} for error in errors), len(errors)


_Validator: Any = extend(  # type: ignore[no-untyped-call]  # jsonschema does not annotate extend
    Draft202012Validator,
    {"required": _check_required, "enum": _check_enum, "anyOf": _check_any_of, "oneOf": _check_any_of},
)
