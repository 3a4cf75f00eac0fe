"""Reads names.toml: names that override the generated ones, and reserved names."""

from __future__ import annotations

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
        reserved: Schema -> attributes that the overlays add to its model.
    """

    schemas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    streams: Mapping[str, str] = field(default_factory=dict)
    reserved: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read(path: Path) -> AgreedNames:
    """Return the names of a TOML file with the tables schemas, groups, methods, streams and reserved.

    Raises:
        CodegenError: The file is not valid TOML, or has an unknown table.
    """
    tables = read_toml(path)
    for name in tables:
        if name not in AgreedNames.__dataclass_fields__:
            known = ", ".join(AgreedNames.__dataclass_fields__)
            raise CodegenError(path.name, f"unknown table {name!r}", f"use one of {known}")
    return AgreedNames(**tables)
