"""Pagination: how the next page of a listing is requested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

Pairs = tuple[tuple[str, str], ...]
"""A query as (name, value) pairs, in order; a name may occur several times."""


@frozen
class Pagination:
    """How an operation returns its results in pages: by offset or by cursor.

    Attributes:
        results: Path of member names to the items of a page, such as `("data",)`.
        offset: The query parameter for the number of items to skip; None without paging by offset.
        limit: The query parameter for the maximum number of items in a page; None if there is no such parameter.
        limit_default: The page size if the request does not set `limit`; None if unknown.
        cursor: The query parameter for the cursor; None without paging by cursor.
        next_cursor: Path of member names to the cursor of the next page.
    """

    results: tuple[str, ...]
    offset: str | None = None
    limit: str | None = None
    limit_default: int | None = None
    cursor: str | None = None
    next_cursor: tuple[str, ...] = ()

    def items(self, page: Any) -> list[Any]:
        """Return the items of a page, [] if it has none."""
        items = _follow_path(page, self.results)
        return items if isinstance(items, list) else []

    def next_query(self, query: Pairs, page: Any) -> Pairs | None:
        """Return the query for the page after this one, None if this is the last page.

        With paging by offset, a page is the last if it is empty, if it is shorter than the limit, if it reaches
        `total_count`, or if its `links.next` is null. With paging by cursor, a page is the last if it contains no
        cursor, or the cursor of its own request.

        Args:
            query: The query of the request for this page.
            page: The response.
        """
        if self.cursor is not None:
            token = _follow_path(page, self.next_cursor)
            cursor = None if token is None or token == "" else str(token)
            if cursor is None or cursor == dict(query).get(self.cursor):
                return None
            return _replace_parameter(query, self.cursor, cursor)
        if self.offset is None:
            return None
        start = dict(query).get(self.offset, "0")
        end = (int(start) if start.isdecimal() else 0) + len(self.items(page))
        if self._is_last(dict(query), page, end):
            return None
        return _replace_parameter(query, self.offset, str(end))

    def _is_last(self, query: Mapping[str, str], page: Any, end: int) -> bool:
        count = len(self.items(page))
        if count == 0:
            return True
        links = _follow_path(page, ("links",))
        if links is not None and "next" in links and _follow_path(links, ("next",)) is None:
            return True
        total = _follow_path(page, ("total_count",))
        if isinstance(total, int):
            return end >= total
        limit = query.get(self.limit) if self.limit is not None else None
        size = int(limit) if limit is not None and limit.isdecimal() else self.limit_default
        return size is not None and count < size


def _replace_parameter(query: Pairs, name: str, value: str) -> Pairs:
    return (*(pair for pair in query if pair[0] != name), (name, value))


def _follow_path(value: Any, names: tuple[str, ...]) -> Any:
    """Return the value at a path of member names, None if a member of the path is absent."""
    for name in names:
        if value is None or not hasattr(value, "__contains__") or name not in value:
            return None
        value = value[name]
    return value
