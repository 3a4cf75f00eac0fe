"""Reads constructors.toml: the functions that build models from keyword arguments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .problems import CodegenError
from .tables import read_toml

Constructors = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Module -> function -> row with `model`, `docstring` and optionally `settings`; see constructors.toml."""

_REQUIRED = ("model", "docstring")
_KEYS = (*_REQUIRED, "settings")


def read(path: Path) -> Constructors:
    """Return the rows of a TOML file, one table `[module.function]` per constructor.

    Raises:
        CodegenError: The file is not TOML, a row is not a table, a key is unknown or missing, or a value is not text.
    """
    table = read_toml(path)
    for module, rows in table.items():
        if not isinstance(rows, dict):
            raise CodegenError(
                f"{path.name}/{module}", "a row must be a table", "write [module.function], and its keys below"
            )
        for function, row in rows.items():
            _check_row(f"{path.name}/{module}/{function}", row)
    return table


def _check_row(place: str, row: object) -> None:
    if not isinstance(row, dict):
        raise CodegenError(place, "a row must be a table", "write [module.function], and its keys below")
    for key, value in row.items():
        if key not in _KEYS:
            raise CodegenError(f"{place}/{key}", "unknown key", f"use one of {', '.join(_KEYS)}, or remove it")
        if not isinstance(value, str) or not value.strip():
            raise CodegenError(f"{place}/{key}", f"{key} must be non-empty text, not {value!r}", "write text in quotes")
    for key in _REQUIRED:
        if key not in row:
            raise CodegenError(place, f"the row has no {key}", f"add the key {key}")
