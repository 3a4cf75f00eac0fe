"""Reads names.toml: names that override the generated ones, and reserved names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class AgreedNames:
    """Names that override the generated ones, and reserved names; empty for any document but the contract.

    Attributes:
        schemas: generated name of an inline schema -> name to use.
        groups: tag -> name of its namespace and modules.
        methods: operation id -> name of its method.
        streams: operation id -> name of the method that streams its response.
        reserved: schema -> attributes that the overlays add to its model.
    """

    schemas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    streams: Mapping[str, str] = field(default_factory=dict)
    reserved: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read(path: Path) -> AgreedNames:
    """Return the names of a TOML file with the tables schemas, groups, methods, streams and reserved."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return AgreedNames(**{name: tables.get(name, {}) for name in AgreedNames.__dataclass_fields__})
