"""Reads operations.toml: what customizes single operations, mostly the classes of their responses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from .document import Node, iter_operations
from .problems import CodegenError
from .tables import read_toml

Behaviors = Mapping[str, Mapping[str, str]]
"""Operation id -> attribute of the runtime's `Behavior`, or key of `ARGUMENT_TYPES` -> value."""

FOREIGN_MODELS = "foreign_models"
"""The key of members of the body, separated by blanks, that type checkers also accept as models of other packages."""

PYTHON_TYPES = "python_types"
"""The key of members of the body, separated by blanks, that clients also accept as a Python type."""

ARGUMENT_TYPES = {FOREIGN_MODELS: "JsonModel", PYTHON_TYPES: "type"}
"""Key of a row -> the type that the arguments of its members accept, too."""

_CLASSES = ("result", "chunk", "accumulator", "stream", "async_stream", "protocol")
_KEYS = (*_CLASSES, "required_member", *ARGUMENT_TYPES)
_IMPORT_PATH = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*")


def read(path: Path) -> Behaviors:
    """Return the rows of a TOML file, one table per operation id.

    Raises:
        CodegenError: The file is not TOML, a row is not a table, a key is unknown, or a value is invalid.
    """
    rows = read_toml(path)
    for identity, row in rows.items():
        if not isinstance(row, dict):
            raise CodegenError(
                f"{path.name}/{identity}", "a row must be a table", "write [operationId], and its keys below"
            )
        for key, value in row.items():
            _check_key(f"{path.name}/{identity}/{key}", key, value)
    return rows


def _check_key(place: str, key: str, value: object) -> None:
    if key not in _KEYS:
        raise CodegenError(place, "unknown key", f"use one of {', '.join(_KEYS)}, or remove it")
    if not isinstance(value, str) or not value:
        raise CodegenError(place, f"{key} must be non-empty text, not {value!r}", "write text in quotes")
    if key in _CLASSES and not _IMPORT_PATH.fullmatch(value):
        raise CodegenError(
            place,
            f"{key} must be an import path `package.module:name`, not {value!r}",
            "write the module, a colon and the name",
        )


def check_operation_ids(normal: Node, behaviors: Behaviors) -> None:
    """Check that every row belongs to an operation of the document.

    Raises:
        CodegenError: The document has no operation with the id of a row.
    """
    known = {operation["operationId"] for _, _, _, operation in iter_operations(normal)}
    for identity in behaviors:
        if identity not in known:
            raise CodegenError(
                f"operations/{identity}",
                "the document has no operation with this id",
                "correct the operation id of the row, or remove the row",
            )
