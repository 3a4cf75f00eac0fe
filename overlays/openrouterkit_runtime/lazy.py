"""What is imported, created or computed at its first use: models, their typed dicts, and attributes."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, Required, TypedDict

from .unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from functools import cached_property as cached_property  # noqa: PLC0414 - re-exported

    from .model import JsonModel
else:

    class cached_property:  # noqa: N801 - the name in functools
        """The `functools.cached_property` of Python 3.12, which has no lock.

        That of Python 3.11 has one. A process that is forked while another thread holds it could not use the attribute.
        """

        def __init__(self, function: Any) -> None:
            self._function = function
            self._name = function.__name__
            self.__doc__ = function.__doc__
            self.__module__ = function.__module__

        def __set_name__(self, owner: Any, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            # In one step: of the values that several threads compute at the same time, all of them get the first.
            return instance.__dict__.setdefault(self._name, self._function(instance))


class LazyModels:
    """The names of a models package, for its `__getattr__` and `__dir__`.

    Args:
        package: The import path of the package.
        names: Module -> the names that it defines, separated by blanks. The typed dict of a model, such as `PetDict`,
            is listed with the module of the model. The module defines it for type checkers only; at run time it is
            created at its first use.
    """

    def __init__(self, package: str, names: Mapping[str, str]) -> None:
        self._package = package
        self._names = names

    @cached_property
    def _modules(self) -> dict[str, str]:
        return {name: module for module, names in self._names.items() for name in names.split()}

    def names(self) -> tuple[str, ...]:
        """Return every name of the package."""
        return tuple(self._modules)

    def load(self, name: str) -> Any:
        """Return the object of a name, and set it as an attribute of the package.

        Raises:
            AttributeError: The package does not define the name.
        """
        if name == "__all__":
            return self.names()
        stem = self._modules.get(name)
        if stem is None:
            raise AttributeError(f"the contract has no model {name!r}")
        module = import_module(f"{self._package}.{stem}")
        value = getattr(module, name, None)
        if value is None:
            value = _make_typed_dict(getattr(module, name.removesuffix("Dict")), name)
        setattr(sys.modules[self._package], name, value)
        return value


def _make_typed_dict(model: type[JsonModel], name: str) -> Any:
    """Return a `TypedDict` with the arguments of a model's constructor as keys, by their names on the wire.

    Args:
        model: The model.
        name: The name of the typed dict.
    """
    import inspect

    keys: dict[str, Any] = {}
    for argument, parameter in inspect.signature(model).parameters.items():
        required = parameter.default is not UNSET
        kind = parameter.annotation
        keys[model._members[argument]] = Required[kind] if required else kind
    return TypedDict(name, keys, total=False)  # type: ignore[operator]  # mypy accepts literal names only
