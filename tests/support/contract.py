"""The contracts of the project: their normal forms, their examples, and the models of their schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from projects import PROJECTS

from codegen.project import Project
from openrouterkit_runtime.model import JsonModel


@dataclass(frozen=True)
class Example:
    """An example of a body in a contract."""

    contract: Contract
    operation: dict[str, Any]
    place: str
    media_type: str
    schema: dict[str, Any]
    value: Any

    def __str__(self) -> str:
        return f"{self.operation['operationId']} {self.place}"

    @property
    def function(self) -> Any:
        """The generated function of the operation."""
        return self.contract.find_function(self.operation)

    @property
    def model(self) -> type[JsonModel]:
        """The model of the schema, which refers to a named object."""
        found = getattr(self.contract.models, self.schema["$ref"].rpartition("/")[2])
        assert issubclass(found, JsonModel)
        return found


@dataclass(frozen=True)
class Contract:
    """A contract and its generated package."""

    project: Project

    def __str__(self) -> str:
        return self.project.name

    @cached_property
    def package(self) -> ModuleType:
        """The generated package."""
        return import_module(self.project.package.name)

    @cached_property
    def models(self) -> ModuleType:
        """The package of the models."""
        return import_module(f"{self.project.package.name}.models")

    @cached_property
    def normal(self) -> dict[str, Any]:
        """The contract in normal form, as it is shipped."""
        normal: dict[str, Any] = json.loads((Path(str(self.package.__file__)).parent / "contract.json").read_bytes())
        return normal

    @cached_property
    def model_classes(self) -> list[type[JsonModel]]:
        """All models."""
        found = [getattr(self.models, name) for name in self.models.__all__]
        return [each for each in found if isinstance(each, type) and issubclass(each, JsonModel)]

    @cached_property
    def operations(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Every operation with its method and path."""
        return [
            (method, path, operation)
            for path, item in self.normal["paths"].items()
            for method, operation in item.items()
            if isinstance(operation, dict) and "operationId" in operation
        ]

    def find_function(self, operation: dict[str, Any]) -> Any:
        """Return the generated function of an operation."""
        call = operation["x-call"]
        group = import_module(f"{self.project.package.name}.operations.{call['group']}")
        return getattr(group, call["method"])

    def find_examples(self, part: str) -> Iterator[Example]:
        """Yield the examples of all request or response bodies; `part` is "request" or "response".

        The place of a response example begins with its status.
        """
        for _, _, operation in self.operations:
            bodies = {"request": operation.get("requestBody") or {}} if part == "request" else operation["responses"]
            for status, body in bodies.items():
                for media_type, media in (body.get("content") or {}).items():
                    named = dict(media.get("examples") or {})
                    if "example" in media:
                        named["example"] = {"value": media["example"]}
                    schema = media.get("schema") or media["itemSchema"]
                    for name, each in named.items():
                        yield Example(self, operation, f"{status} {name}", media_type, schema, each["value"])


CONTRACTS = [Contract(each) for each in PROJECTS]
OPENROUTER = CONTRACTS[0]


def parameter_values(operation: dict[str, Any], place: str) -> dict[str, Any]:
    """Return the examples of an operation's parameters by name; `place` is path, query or header."""
    return {
        each["name"]: each["example"] for each in operation["parameters"] if each["in"] == place and "example" in each
    }


def find_examples(part: str) -> list[Example]:
    """Return the examples of all contracts; `part` is "request" or "response"."""
    return [each for contract in CONTRACTS for each in contract.find_examples(part)]
