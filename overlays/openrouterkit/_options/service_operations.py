"""The operations of a generated package."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from openrouterkit_runtime.endpoint import Endpoint


@cache
def list_operation_ids(package: str) -> frozenset[str]:
    """Return the ids of all operations of a generated package; empty if it has no operations.

    Args:
        package: The import path of the package.
    """
    try:
        operations = import_module(f"{package}.operations")
    except ModuleNotFoundError:
        return frozenset()
    modules = [import_module(f"{operations.__name__}.{each.name}") for each in iter_modules(operations.__path__)]
    values = [value for module in modules for value in vars(module).values()]
    return frozenset(value.id for value in values if isinstance(value, Endpoint))
