"""Validators of attrs whose failures are a ConfigurationError that names the option and what it takes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from attrs import validators

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

    Validator = Callable[[Any, Attribute[Any], Any], Any]

NOT_BOOL: Final[Any] = validators.not_(validators.instance_of(bool))
NUMBER: Final[Any] = validators.and_(validators.instance_of((int, float)), NOT_BOOL)
INTEGER: Final[Any] = validators.and_(validators.instance_of(int), NOT_BOOL)
FINITE: Final = validators.lt(math.inf)


def make_validator(expected: str, *required: Validator) -> Validator:
    """A validator that runs the given ones.

    Args:
        expected: what the option takes, for the message.
        required: validators of `attrs.validators`, all of which must pass.

    Raises:
        ConfigurationError: by the validator, if one of them raises TypeError or ValueError.
    """
    validate = validators.and_(*required)

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        try:
            validate(instance, attribute, value)
        except (TypeError, ValueError):
            # An attribute that hides its value in the repr may hold a key.
            shown = f"{value!r:.100}" if attribute.repr is True else type(value).__name__
            message = f"{type(instance).__name__}.{attribute.name} must be {expected}, not {shown}"
            raise ConfigurationError(message) from None

    return check
