"""Pages of a list, selected by `offset` and `limit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from ..contract.document import Contract
    from .requests import ValidRequest


def select_page(contract: Contract, request: ValidRequest, body: dict[str, Any]) -> dict[str, Any]:
    """Return a response body reduced to the requested page; the body is modified in place.

    Sets `total_count`, the link to the next page and the cursor if the body has these members.

    Args:
        contract: The contract that defines the base path of the link.
        request: The request for a paginated operation.
        body: The response body with all items.
    """
    paging = request.operation.paging
    assert paging is not None
    *path, last = paging["results"]
    parent = body
    for step in path:
        parent = parent[step]
    items = parent[last]
    offset = int(request.query.get(paging["offset"] or "") or 0)
    limit = int(request.query.get(paging["limit"] or "") or paging["limit_default"] or len(items) or 1)
    # The examples fit on one page, so any cursor is past the last page.
    parent[last] = [] if paging["cursor"] and request.query.get(paging["cursor"]) else items[offset : offset + limit]
    if "total_count" in body:
        body["total_count"] = len(items)
    if isinstance(body.get("links"), dict) and "next" in body["links"]:
        has_more = offset + limit < len(items)
        query = {**request.query, paging["offset"]: offset + limit, paging["limit"]: limit} if has_more else {}
        next_url = f"{contract.base_path}{request.operation.path}?{urlencode(query)}"
        body["links"]["next"] = next_url if has_more else None
    _clear_cursor(body, paging["next_cursor"])
    return body


def _clear_cursor(body: Any, path: list[str]) -> None:
    """Set the member at a path to None, if the path is not empty and the member exists."""
    for step in path[:-1]:
        body = body.get(step) if isinstance(body, dict) else None
    if path and isinstance(body, dict) and path[-1] in body:
        body[path[-1]] = None
