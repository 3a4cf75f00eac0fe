"""Finding the operation for a method and a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchange.errors import ServiceError, build_not_found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Contract, Operation


def route(contract: Contract, method: str, path: str) -> tuple[Operation, dict[str, str]]:
    """Return the operation for a request, and the values of its path parameters.

    Args:
        contract: The contract that defines the operations.
        method: The HTTP method in upper case.
        path: The path of the request, still percent-encoded, without the query.

    Raises:
        ServiceError: 404 if the contract does not define the path, 405 if it does not define the method for the path.
    """
    relative_path = path.removeprefix(contract.base_path)
    if contract.base_path and relative_path == path:
        raise build_not_found(f"unknown path {path}: it does not start with {contract.base_path}; check the base URL")
    matches = _find_matches(contract.operations, relative_path)
    matches = matches or _find_matches(contract.operations_with_openai_paths, _decode_slashes(relative_path))
    for operation, values in matches:
        if operation.method == method:
            return operation, values
    if matches:
        methods = ", ".join(operation.method for operation, _ in matches)
        raise ServiceError(405, f"method {method} is not allowed for {path}; use {methods}", headers={"Allow": methods})
    raise build_not_found(f"unknown path {path}: the contract does not define it")


def _find_matches(operations: Sequence[Operation], path: str) -> list[tuple[Operation, dict[str, str]]]:
    """Return the operations whose path template matches a path, with the values of their path parameters."""
    segments = path.strip("/").split("/")
    matches = ((operation, operation.match_path(segments)) for operation in operations)
    return [(operation, values) for operation, values in matches if values is not None]


def _decode_slashes(path: str) -> str:
    """Return a path with its encoded slashes decoded, because OpenAI clients encode the slash of a model name."""
    return path.replace("%2F", "/").replace("%2f", "/")
