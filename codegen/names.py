"""Reads names.toml: names that override the generated ones, and reserved names."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .problems import CodegenError
from .tables import read_toml


@dataclass(frozen=True)
class AgreedNames:
    """Names that override the generated ones, and reserved names; empty for another document without a table.

    Attributes:
        schemas: Generated name of an inline schema -> name to use.
        groups: Tag -> name of its namespace and modules.
        methods: Operation id -> name of its method.
        streams: Operation id -> name of the method that streams its response; "" for no such method.
        members: `Schema.member` -> name of its attribute.
        arguments: `operationId.parameter`, or member of the body -> name of its argument.
        reserved: Schema -> attributes that the overlays add to its model.
    """

    schemas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    streams: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, str] = field(default_factory=dict)
    reserved: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read(path: Path) -> AgreedNames:
    """Return the names of a TOML file with the tables that `AgreedNames` has as attributes.

    Raises:
        CodegenError: The file is not valid TOML, has an unknown table, or a name that is not valid in Python.
    """
    tables = read_toml(path)
    for name in tables:
        if name not in AgreedNames.__dataclass_fields__:
            known = ", ".join(AgreedNames.__dataclass_fields__)
            raise CodegenError(path.name, f"unknown table {name!r}", f"use one of {known}")
    for table in ("members", "arguments"):
        for key, name in tables.get(table, {}).items():
            if not isinstance(name, str) or not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
                fix = "use letters, digits and underscores, but no keyword"
                raise CodegenError(f"{path.name}/{table}/{key}", f"{name!r} is not a valid name in Python", fix)
    return AgreedNames(**tables)
