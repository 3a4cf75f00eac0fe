"""Pages of a list, as `offset` and `limit` ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from ..contract.description import Contract
    from .call import Call


def page(contract: Contract, call: Call, body: dict[str, Any]) -> dict[str, Any]:
    """The page of a whole list that a call asks for.

    Args:
        contract: for the path of the link to the next page.
        call: of a paged operation.
        body: the answer with all items, which is changed: items are taken out; `total_count`, the link to the next
            page and the cursor, where it has them, are set.
    """
    paging = call.operation.paging
    assert paging is not None
    *path, last = paging["results"]
    holder = body
    for step in path:
        holder = holder[step]
    items = holder[last]
    offset = int(call.query.get(paging["offset"] or "") or 0)
    limit = int(call.query.get(paging["limit"] or "") or paging["limit_default"] or len(items) or 1)
    # A page after the first, by cursor, is past the end: the examples are one page.
    holder[last] = [] if paging["cursor"] and call.query.get(paging["cursor"]) else items[offset : offset + limit]
    if "total_count" in body:
        body["total_count"] = len(items)
    if isinstance(body.get("links"), dict) and "next" in body["links"]:
        more = offset + limit < len(items)
        query = {**call.query, paging["offset"]: offset + limit, paging["limit"]: limit} if more else {}
        body["links"]["next"] = f"{contract.base_path}{call.operation.path}?{urlencode(query)}" if more else None
    _end(body, paging["next_cursor"])
    return body


def _end(body: Any, path: list[str]) -> None:
    for step in path[:-1]:
        body = body.get(step) if isinstance(body, dict) else None
    if path and isinstance(body, dict) and path[-1] in body:
        body[path[-1]] = None
