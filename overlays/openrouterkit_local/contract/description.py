"""The contract as the server reads it: operations, their parameters, bodies and answers."""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from attrs import frozen

from openrouterkit_runtime.json import decode as decode_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@frozen
class Operation:
    """One operation of the contract.

    Attributes:
        method: in capitals.
        path: the template, as `/model/{author}/{slug}`.
        stated: the operation as the contract states it.
    """

    method: str
    path: str
    stated: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The operation id."""
        return str(self.stated["operationId"])

    @property
    def parameters(self) -> Sequence[Mapping[str, Any]]:
        """What it takes in the path, the query and the headers."""
        parameters: Sequence[Mapping[str, Any]] = self.stated.get("parameters", [])
        return parameters

    @property
    def body(self) -> Mapping[str, Any] | None:
        """The request body as stated, None where it takes none."""
        return self.stated.get("requestBody")

    @property
    def body_schema(self) -> Mapping[str, Any] | None:
        """The schema of a JSON body, None where it takes none."""
        content = (self.body or {}).get("content", {})
        return next((each.get("schema") for kind, each in content.items() if is_json(kind)), None)

    @property
    def paging(self) -> Mapping[str, Any] | None:
        """How its list is paged, None where it is not a list."""
        paging: Mapping[str, Any] | None = self.stated["x-call"]["paging"]
        return paging

    @property
    def success(self) -> tuple[int, Mapping[str, Any]]:
        """The status of its success, and that answer as stated."""
        status = min(each for each in self.stated["responses"] if each.startswith("2"))
        return int(status), self.stated["responses"][status]

    def failure(self, status: int) -> Mapping[str, Any] | None:
        """The answer it states for a failing status, None where it states none."""
        answer: Mapping[str, Any] | None = self.stated["responses"].get(str(status))
        return answer

    def fits(self, segments: Sequence[str]) -> dict[str, str] | None:
        """The path's parameters, decoded, if the path (cut at the slashes, still encoded) is one of this operation."""
        own = self.path.strip("/").split("/")
        if len(own) != len(segments):
            return None
        values = {}
        for pattern, segment in zip(own, segments, strict=True):
            if pattern.startswith("{") and segment:
                values[pattern[1:-1]] = unquote(segment)
            elif pattern != segment:
                return None
        return values


class Contract:
    """A contract in its normal form.

    Args:
        document: the OpenAPI document, its parameters and answers in place, its calls described by `x-call`.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document

    @cached_property
    def base_path(self) -> str:
        """What every path begins with, as `/api/v1`."""
        servers = self.document.get("servers") or [{"url": ""}]
        return urlsplit(str(servers[0]["url"])).path.rstrip("/")

    @cached_property
    def operations(self) -> Sequence[Operation]:
        """All operations, those with fewer path parameters first, so that the first that fits is the right one."""
        found = [
            Operation(method.upper(), path, stated)
            for path, item in self.document["paths"].items()
            for method, stated in item.items()
            if method in _METHODS
        ]
        return sorted(found, key=lambda operation: operation.path.count("{"))

    def operation(self, operation_id: str) -> Operation:
        """The operation of an id.

        Raises:
            KeyError: there is none.
        """
        for operation in self.operations:
            if operation.id == operation_id:
                return operation
        raise KeyError(operation_id)

    def resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """The schema that a reference leads to, or the schema itself."""
        while "$ref" in schema:
            schema = self.document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema

    def types(self, schema: Mapping[str, Any]) -> Iterator[str]:
        """The JSON types that a schema allows, as far as it names them."""
        schema = self.resolved(schema)
        stated = schema.get("type", [])
        yield from [stated] if isinstance(stated, str) else stated
        for branch in schema.get("anyOf", []):
            yield from self.types(branch)


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))


@cache
def shipped() -> Contract:
    """The contract that the generated package comes with."""
    return Contract(decode_json((files("openrouterkit_api") / "contract.json").read_bytes()))
