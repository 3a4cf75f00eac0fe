"""The arguments that a model wrote for a tool, as a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__: list[str] = []


def decode_arguments(name: str, arguments: Any) -> dict[str, Any]:
    """Return the arguments of a call as a dict; {} for an empty text, which models write for tools without parameters.

    Args:
        name: The name of the tool, for the message.
        arguments: JSON text, or the decoded object.

    Raises:
        InvalidValueError: They are not a JSON object, for example because the answer was cut off.
    """
    from openrouterkit_runtime import json
    from openrouterkit_runtime.plain import to_plain

    if arguments is None or (isinstance(arguments, str) and not arguments.strip()):
        return {}
    text = arguments if isinstance(arguments, str) else None
    try:
        value = json.decode(arguments) if text is not None else to_plain(arguments)
    except json.DecodeError as error:
        raise InvalidValueError(f"the arguments of {name} cannot be read: {error}", [((), str(error))], text) from None
    if not isinstance(value, dict):
        reason = f"expected an object, got {type(value).__name__}"
        raise InvalidValueError(f"the arguments of {name} are no JSON object: {reason}", [((), reason)], text)
    return value


def check_required(name: str, schema: Mapping[str, Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments, if the required ones are present.

    Args:
        name: The name of the tool, for the message.
        schema: The JSON Schema of the arguments.
        arguments: The arguments.

    Raises:
        InvalidValueError: A required argument is missing.
    """
    missing = [each for each in schema.get("required") or () if each not in arguments]
    if missing:
        problems: list[tuple[tuple[str | int, ...], str]] = [((each,), "missing") for each in missing]
        raise InvalidValueError(f"the arguments of {name} do not fit: missing {', '.join(missing)}", problems)
    return arguments
