"""The normal form of the contract, its examples, and the models of its schemas."""

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
    """An example of a body in the contract."""

    operation: dict[str, Any]
    place: str
    media_type: str
    schema: dict[str, Any]
    value: Any

    def __str__(self) -> str:
        return f"{self.operation['operationId']} {self.place}"


def iterate_operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every operation with its method and path."""
    for path, item in NORMAL["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict) and "operationId" in operation:
                yield method, path, operation


OPERATIONS = list(iterate_operations())


def find_function(operation: dict[str, Any]) -> Any:
    """Return the generated function of an operation."""
    call = operation["x-call"]
    return getattr(getattr(operations, call["group"]), call["method"])


def parameter_values(operation: dict[str, Any], place: str) -> dict[str, Any]:
    """Return the examples of an operation's parameters by name; `place` is path, query or header."""
    return {
        each["name"]: each["example"] for each in operation["parameters"] if each["in"] == place and "example" in each
    }


def find_examples(part: str) -> list[Example]:
    """Return the examples of all request or response bodies; `part` is "request" or "response".

    The place of a response example begins with its status.
    """
    found = []
    for _, _, operation in OPERATIONS:
        bodies = {"request": operation.get("requestBody") or {}} if part == "request" else operation["responses"]
        for status, body in bodies.items():
            for media_type, media in (body.get("content") or {}).items():
                named = dict(media.get("examples") or {})
                if "example" in media:
                    named["example"] = {"value": media["example"]}
                schema = media.get("schema") or media["itemSchema"]
                found += [
                    Example(operation, f"{status} {name}", media_type, schema, each["value"])
                    for name, each in named.items()
                ]
    return found


def find_model(schema: dict[str, Any]) -> type[JsonModel]:
    """Return the model of a schema that refers to a named object."""
    found = getattr(models, schema["$ref"].rpartition("/")[2])
    assert issubclass(found, JsonModel)
    return found
