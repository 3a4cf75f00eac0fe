"""The models of a package, each loaded at its first use."""

from __future__ import annotations

import sys
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class LazyModels:
    """What a models package offers, for its `__getattr__` and `__dir__`.

    Args:
        package: its import path.
        names: module -> the names that it defines, separated by blanks. A typed dict, `PetDict`, is named with the
            module of its model; only type checkers find it there, and here it is made when it is first asked for.
    """

    def __init__(self, package: str, names: Mapping[str, str]) -> None:
        self._package = package
        self._names = names

    @cached_property
    def _modules(self) -> dict[str, str]:
        return {name: module for module, names in self._names.items() for name in names.split()}

    def names(self) -> tuple[str, ...]:
        """Every name of the package."""
        return tuple(self._modules)

    def load(self, name: str) -> Any:
        """The object of a name, which stays an attribute of the package.

        Raises:
            AttributeError: the package has no such name.
        """
        if name == "__all__":
            return self.names()
        stem = self._modules.get(name)
        if stem is None:
            raise AttributeError(f"the contract has no model {name!r}")
        module = import_module(f"{self._package}.{stem}")
        value = getattr(module, name, None)
        if value is None:
            from .typed_dicts import make_typed_dict

            value = make_typed_dict(getattr(module, name.removesuffix("Dict")), name)
        setattr(sys.modules[self._package], name, value)
        return value
