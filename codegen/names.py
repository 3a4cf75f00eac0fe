"""The agreed names of names.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class AgreedNames:
    """Names that replace those the rules give, and names that are taken; empty for other people's documents."""

    schemas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    streams: Mapping[str, str] = field(default_factory=dict)
    reserved: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read(path: Path) -> AgreedNames:
    """The names of a TOML file with the tables schemas, groups, methods, streams and reserved."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return AgreedNames(**{name: tables.get(name, {}) for name in AgreedNames.__dataclass_fields__})
