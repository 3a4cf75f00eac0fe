"""Types that are passed where a request has a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.invalid_argument import InvalidArgumentError as InvalidValue

from ..errors import InvalidArgumentError
from .remedies import is_type
from .response_formats import json_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__: list[str] = []


def convert_arguments(arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the arguments of a call, with the type in `response_format` as a format.

    Args:
        arguments: The arguments by name.

    Raises:
        InvalidArgumentError: The type has no JSON Schema that strict mode supports.
    """
    kind = arguments.get("response_format")
    if kind is None or not is_type(kind):
        return arguments
    try:
        return {**arguments, "response_format": json_schema(kind)}
    except InvalidArgumentError as error:
        located = InvalidValue(str(error))  # that of the runtime, to which the name of the operation is added
        located.at("response_format")
        raise located from None
