"""Values that are valid for the schemas in a request, with what the text of the user contains."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ...contract.described_constraints import restore_constraints
from ...contract.samples import build_sample
from ...exchange.errors import build_bad_request
from .turn import join_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .text_values import TextValues

_INSTRUCTION = re.compile(r"json schema[^{]*", re.IGNORECASE)


def build_valid_value(schema: Mapping[str, Any], path: str, text: TextValues | None = None) -> Any:
    """Return a value of a schema in the request, after validating the value against the schema.

    Args:
        schema: The schema.
        path: Where it is in the request.
        text: The text whose values are used where they are valid; None for samples only.

    Raises:
        ServiceError: 400 if the schema is invalid, or no valid value can be generated.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError, best_match
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    def choose(member: Mapping[str, Any], name: str) -> Any:
        value = None if text is None else text.find(member, name)
        # Without its references, which are resolved in the whole schema.
        return value if value is not None and Draft202012Validator(member).is_valid(value) else None

    try:
        Draft202012Validator.check_schema(schema)
        value = build_sample(restore_constraints(schema), choose=choose)
        # An empty registry prevents jsonschema from fetching remote references.
        issue = best_match(Draft202012Validator(schema, registry=Registry()).iter_errors(value))
    except SchemaError as error:
        raise build_bad_request(f"{path}: invalid JSON Schema: {error.message}") from None
    except (LookupError, Unresolvable, RecursionError, re.error, TypeError) as error:
        message = f"{path}: cannot evaluate the schema ({error!r}); use local references and valid patterns only"
        raise build_bad_request(message) from None
    if issue is not None:
        member = ".".join(str(step) for step in issue.absolute_path) or "the value"
        raise build_bad_request(
            f"{path}: cannot generate a value for {member} ({issue.message}); add an example or a default to its schema"
        )
    return value


def find_instructed_schema(messages: Iterable[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Return the JSON Schema that the text of a message contains after the words "JSON Schema"; None without one."""
    for message in messages:
        text = join_text(message.get("content"))
        for match in _INSTRUCTION.finditer(text):
            try:
                schema, _ = json.JSONDecoder().raw_decode(text, match.end())
            except ValueError:
                continue
            if isinstance(schema, dict):
                return schema
    return None
