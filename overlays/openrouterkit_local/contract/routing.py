"""From a method and a path to the operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exchange.problems import ProblemError, not_found

if TYPE_CHECKING:
    from .description import Contract, Operation


def route(contract: Contract, method: str, path: str) -> tuple[Operation, dict[str, str]]:
    """The operation that a request is for, and the values in its path.

    Args:
        contract: where to look.
        method: in capitals.
        path: as it stands in the request line, still percent-encoded, without the query.

    Raises:
        ProblemError: 404 for a path, 405 for a method that the contract does not state.
    """
    below = path.removeprefix(contract.base_path)
    if contract.base_path and below == path:
        raise not_found(f"There is nothing at {path}: every path begins with {contract.base_path}")
    segments = below.strip("/").split("/")
    allowed = []
    for operation in contract.operations:
        values = operation.fits(segments)
        if values is None:
            continue
        if operation.method == method:
            return operation, values
        allowed.append(operation.method)
    if allowed:
        methods = ", ".join(allowed)
        raise ProblemError(405, f"{path} takes {methods}, not {method}", headers={"Allow": methods})
    raise not_found(f"There is nothing at {path}: the contract states no such path")
