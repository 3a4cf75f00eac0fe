"""attrs validators that raise ConfigurationError with the name of the option and the values it accepts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from attrs import validators

from ..errors import ConfigurationError
from .secret import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Callable

    from attrs import Attribute

    Validator = Callable[[Any, Attribute[Any], Any], Any]

NOT_BOOL: Final[Any] = validators.not_(validators.instance_of(bool))
NUMBER: Final[Any] = validators.and_(validators.instance_of((int, float)), NOT_BOOL)
INTEGER: Final[Any] = validators.and_(validators.instance_of(int), NOT_BOOL)
FINITE: Final = validators.lt(math.inf)


def make_validator(expected: str, *required: Validator) -> Validator:
    """Return a validator that runs several validators, and raises ConfigurationError if one of them fails.

    Args:
        expected: Description of the values that the option accepts, for the error message.
        required: Validators of `attrs.validators`.
    """
    validate = validators.and_(*required)

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        try:
            validate(instance, attribute, value)
        except (TypeError, ValueError):
            # An attribute that is hidden in the repr may contain an API key.
            kind = value.type_name if isinstance(value, InvalidValue) else type(value).__name__
            shown = f"{value!r:.100}" if attribute.repr is True else kind
            message = f"{type(instance).__name__}.{attribute.name} must be {expected}, not {shown}"
            raise ConfigurationError(message) from None

    return check
