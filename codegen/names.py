"""Reads names.toml: names that override the generated ones, and reserved names."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .problems import CodegenError
from .tables import read_toml


@dataclass(frozen=True)
class ServiceNames:
    """Names that override the generated ones of a client.

    Attributes:
        name: The name of the service.
        key_env: The environment variable of the key; for several security schemes, a mapping of their names to
            variables. "" for no variable.
        servers: URL of a server in the document -> name of the server.
    """

    name: str = ""
    key_env: str | dict[str, str] | None = None
    servers: Mapping[str, str] = field(default_factory=dict)


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
        service: The names of the generated client.
    """

    schemas: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    streams: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, str] = field(default_factory=dict)
    reserved: Mapping[str, Sequence[str]] = field(default_factory=dict)
    service: ServiceNames = field(default_factory=ServiceNames)


def read(path: Path) -> AgreedNames:
    """Return the names of a TOML file with the tables that `AgreedNames` has as attributes.

    Raises:
        CodegenError: The file is not valid TOML, has an unknown table, a name that is not valid in Python, or an
            invalid value of `service`.
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
    service = _read_service(path.name, tables.pop("service", {}))
    return AgreedNames(**tables, service=service)


def _read_service(file: str, table: Any) -> ServiceNames:
    valid = {
        "name": lambda value: isinstance(value, str),
        "key_env": lambda value: isinstance(value, str) or _is_text_by_name(value),
        "servers": _is_text_by_name,
    }
    for key, value in table.items() if isinstance(table, dict) else [("", table)]:
        if key not in valid:
            raise CodegenError(f"{file}/service", f"unknown key {key!r}", f"use one of {', '.join(valid)}")
        if not valid[key](value):
            wanted = {"name": "text", "key_env": "text, or a table of texts"}.get(key, "a table of texts")
            raise CodegenError(f"{file}/service", f"{key} must be {wanted}, not {value!r}", f"correct {key}")
    return ServiceNames(**table)


def _is_text_by_name(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
