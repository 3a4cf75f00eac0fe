"""The constructors of a package: the rows of constructors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from .problems import CodegenError

Constructors = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Module -> function -> its row: `model`, `docstring`, and `settings` where the keywords are members of a member."""

_REQUIRED = ("model", "docstring")
_KEYS = (*_REQUIRED, "settings")


def read(path: Path) -> Constructors:
    """The rows of a TOML file, a table `[module.function]` for each constructor.

    Raises:
        CodegenError: the file is not TOML, a row is not a table, a key is unknown or missing, or a value is not text.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodegenError(path.name, f"the table of constructors is TOML: {error}", "fix the file") from None
    for module, rows in table.items():
        if not isinstance(rows, dict):
            raise CodegenError(f"{path.name}/{module}", "a row is a table: [module.function]", "write a table")
        for function, row in rows.items():
            _check(f"{path.name}/{module}/{function}", row)
    return table


def _check(place: str, row: object) -> None:
    if not isinstance(row, dict):
        raise CodegenError(place, "a row is a table: [module.function]", "write a table")
    for key, value in row.items():
        if key not in _KEYS:
            raise CodegenError(
                f"{place}/{key}", f"the keys of a row are {', '.join(_KEYS)}", "fix the key, or remove it"
            )
        if not isinstance(value, str) or not value.strip():
            raise CodegenError(f"{place}/{key}", f"the value of {key} is text", "write text in quotes")
    for key in _REQUIRED:
        if key not in row:
            raise CodegenError(place, f"every row has a {key}", f"add the {key}")
