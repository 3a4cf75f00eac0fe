"""Finding the operation for a method and a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchange.errors import ServiceError, build_not_found

if TYPE_CHECKING:
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
    segments = relative_path.strip("/").split("/")
    allowed = []
    for operation in contract.operations:
        values = operation.match_path(segments)
        if values is None:
            continue
        if operation.method == method:
            return operation, values
        allowed.append(operation.method)
    if allowed:
        methods = ", ".join(allowed)
        raise ServiceError(405, f"method {method} is not allowed for {path}; use {methods}", headers={"Allow": methods})
    raise build_not_found(f"unknown path {path}: the contract does not define it")
