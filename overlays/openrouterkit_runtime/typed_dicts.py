"""Creates the typed dicts of models at run time; for type checkers, the module of each model defines its typed dict."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Required, TypedDict

from .unset import UNSET

if TYPE_CHECKING:
    from .model import JsonModel


def make_typed_dict(model: type[JsonModel], name: str) -> Any:
    """Return a `TypedDict` with the arguments of a model's constructor as keys, by their names on the wire.

    Args:
        model: The model.
        name: The name of the typed dict.
    """
    keys: dict[str, Any] = {}
    for argument, parameter in inspect.signature(model).parameters.items():
        required = parameter.default is not UNSET
        kind = parameter.annotation
        keys[model._members[argument]] = Required[kind] if required else kind
    return TypedDict(name, keys, total=False)  # type: ignore[operator]  # mypy accepts literal names only
