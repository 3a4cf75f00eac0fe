"""The contract's normal form, its examples, and the classes that stand for its schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openrouterkit_api
from openrouterkit_api import models, operations
from openrouterkit_runtime.model import JsonModel

NORMAL: dict[str, Any] = json.loads((Path(openrouterkit_api.__file__).parent / "contract.json").read_bytes())
MODELS: list[type[JsonModel]] = [
    each for name in models.__all__ if isinstance(each := getattr(models, name), type) and issubclass(each, JsonModel)
]


@dataclass(frozen=True)
class Example:
    """An example the contract gives of a body."""

    operation: dict[str, Any]
    place: str
    media_type: str
    schema: dict[str, Any]
    value: Any

    def __str__(self) -> str:
        return f"{self.operation['operationId']} {self.place}"


def calls() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation with its method and path."""
    for path, item in NORMAL["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict) and "operationId" in operation:
                yield method, path, operation


CALLS = list(calls())


def function(operation: dict[str, Any]) -> Any:
    """The generated function of an operation."""
    called = operation["x-call"]
    return getattr(getattr(operations, called["group"]), called["method"])


def parameter_values(operation: dict[str, Any], place: str) -> dict[str, Any]:
    """The examples of an operation's parameters in the path, the query or the headers, by name."""
    return {
        each["name"]: each["example"] for each in operation["parameters"] if each["in"] == place and "example" in each
    }


def examples(part: str) -> list[Example]:
    """Every example of a `request` or an `answer`; an answer's place begins with its status."""
    found = []
    for _, _, operation in CALLS:
        bodies = {"request": operation.get("requestBody") or {}} if part == "request" else operation["responses"]
        for status, body in bodies.items():
            for media_type, media in (body.get("content") or {}).items():
                given = dict(media.get("examples") or {})
                if "example" in media:
                    given["example"] = {"value": media["example"]}
                schema = media.get("schema") or media["itemSchema"]
                found += [
                    Example(operation, f"{status} {name}", media_type, schema, each["value"])
                    for name, each in given.items()
                ]
    return found


def class_of(schema: dict[str, Any]) -> type[JsonModel]:
    """The class of a schema that refers to a named object."""
    found = getattr(models, schema["$ref"].rpartition("/")[2])
    assert issubclass(found, JsonModel)
    return found
