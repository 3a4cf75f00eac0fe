"""Read access to the contract: operations with their parameters, request bodies and responses."""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from attrs import frozen

from openrouterkit_runtime.json import decode as decode_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

RETRIEVE_MODEL = "retrieveModel"
"""The operation id of a request for a model by a client of the OpenAI API, which the contract does not define."""
_SPLIT_ID = {"parameters": [{"name": name, "in": "path", "required": True} for name in ("author", "slug")]}
_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@frozen
class Operation:
    """One operation of the contract.

    Attributes:
        method: The HTTP method in upper case.
        path: The path template, such as `/model/{author}/{slug}`.
        definition: The operation object of the OpenAPI document.
    """

    method: str
    path: str
    definition: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The operation id."""
        return str(self.definition["operationId"])

    @property
    def parameters(self) -> Sequence[Mapping[str, Any]]:
        """The path, query and header parameters."""
        parameters: Sequence[Mapping[str, Any]] = self.definition.get("parameters", [])
        return parameters

    @property
    def body(self) -> Mapping[str, Any] | None:
        """The request body object, None if the operation has none."""
        return self.definition.get("requestBody")

    @property
    def body_schema(self) -> Mapping[str, Any] | None:
        """The schema of the JSON request body, None if the operation has none."""
        content = (self.body or {}).get("content", {})
        return next((each.get("schema") for media_type, each in content.items() if is_json(media_type)), None)

    @property
    def paging(self) -> Mapping[str, Any] | None:
        """The `paging` object of `x-call`, None if the operation does not return a paginated list."""
        paging: Mapping[str, Any] | None = self.definition["x-call"]["paging"]
        return paging

    @property
    def success(self) -> tuple[int, Mapping[str, Any]]:
        """The lowest success status and its response object."""
        status = min(each for each in self.definition["responses"] if each.startswith("2"))
        return int(status), self.definition["responses"][status]

    def find_response(self, status: int) -> Mapping[str, Any] | None:
        """Return the response object for a status, None if the operation does not declare the status."""
        response: Mapping[str, Any] | None = self.definition["responses"].get(str(status))
        return response

    def match_path(self, segments: Sequence[str]) -> dict[str, str] | None:
        """Return the decoded path parameters if a path matches the path template, else None.

        Args:
            segments: The path split at its slashes, still percent-encoded.
        """
        template = self.path.strip("/").split("/")
        if len(template) != len(segments):
            return None
        values = {}
        for pattern, segment in zip(template, segments, strict=True):
            if pattern.startswith("{") and segment:
                values[pattern[1:-1]] = unquote(segment)
            elif pattern != segment:
                return None
        return values


class Contract:
    """A normalized contract.

    Args:
        document: The OpenAPI document, with parameters and responses inlined and an `x-call` object in each operation.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document

    @cached_property
    def base_path(self) -> str:
        """The prefix of every path, such as `/api/v1`."""
        servers = self.document.get("servers") or [{"url": ""}]
        return urlsplit(str(servers[0]["url"])).path.rstrip("/")

    @cached_property
    def operations(self) -> Sequence[Operation]:
        """All operations, sorted by their number of path parameters, so that the first match is the most specific."""
        operations = [
            Operation(method.upper(), path, definition)
            for path, item in self.document["paths"].items()
            for method, definition in item.items()
            if method in _METHODS
        ]
        return sorted(operations, key=lambda operation: operation.path.count("{"))

    @cached_property
    def operations_with_openai_paths(self) -> Sequence[Operation]:
        """All operations, followed by those that only clients of the OpenAI API request.

        An OpenAI client gets a model from the path of the model list, not from `/model/{author}/{slug}`.
        """
        models = [
            Operation(each.method, "/models/{author}/{slug}", {**each.definition, "operationId": RETRIEVE_MODEL})
            for each in self.operations
            if each.path == "/model/{author}/{slug}"
        ]
        return [*self.operations, *models, *self._operations_with_slashes]

    @cached_property
    def _operations_with_slashes(self) -> Sequence[Operation]:
        """The operations that end in the id of a model, for clients that do not encode the slash in it."""
        ids = [each for each in self.operations if each.path.endswith("/models/{model_id}")]
        return [
            Operation(each.method, each.path.replace("{model_id}", "{author}/{slug}"), {**each.definition, **_SPLIT_ID})
            for each in ids
        ]

    def find_operation(self, operation_id: str) -> Operation:
        """Return the operation with an id.

        Raises:
            KeyError: No operation has this id.
        """
        for operation in self.operations:
            if operation.id == operation_id:
                return operation
        raise KeyError(operation_id)

    def resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the schema that a `$ref` points to, or the schema itself if it has no `$ref`."""
        while "$ref" in schema:
            schema = self.document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema

    def iter_types(self, schema: Mapping[str, Any]) -> Iterator[str]:
        """Yield the JSON types that a schema declares, those in `anyOf` included."""
        schema = self.resolve(schema)
        declared = schema.get("type", [])
        yield from [declared] if isinstance(declared, str) else declared
        for branch in schema.get("anyOf", []):
            yield from self.iter_types(branch)


def is_json(media_type: str) -> bool:
    """Return True if a media type is JSON, such as `application/json` or `application/problem+json`."""
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))


@cache
def load_shipped_contract(package: str = "openrouterkit_api") -> Contract:
    """Return the contract shipped with a generated package."""
    return Contract(decode_json((files(package) / "contract.json").read_bytes()))
