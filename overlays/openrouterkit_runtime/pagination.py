"""Requesting the next page of a listing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

Pairs = tuple[tuple[str, str], ...]
"""A query as (name, value) pairs, in order; a name may occur several times."""


@frozen
class Pagination:
    """How an operation pages.

    Attributes:
        results: members that lead to a page's items, `("data",)`.
        offset: the query parameter that skips items, where paging is by offset.
        limit: the query parameter that limits the size of a page.
        limit_default: the page size where the request states none, None where it is not known.
        cursor: the query parameter that takes the cursor, where paging is by cursor.
        next_cursor: members that lead to the cursor of the next page.
    """

    results: tuple[str, ...]
    offset: str | None = None
    limit: str | None = None
    limit_default: int | None = None
    cursor: str | None = None
    next_cursor: tuple[str, ...] = ()

    def items(self, page: Any) -> list[Any]:
        """The items of a page, [] where it has none."""
        found = _follow(page, self.results)
        return found if isinstance(found, list) else []

    def next_query(self, query: Pairs, page: Any) -> Pairs | None:
        """The query of the page after this one, None when this is the last.

        By offset, a page is the last when it is empty, shorter than the limit, reaches `total_count`, or states
        `links.next` as null; by cursor, when it states none, or the one of its own request.
        """
        if self.cursor is not None:
            token = _follow(page, self.next_cursor)
            given = None if token is None or token == "" else str(token)
            return None if given is None or given == dict(query).get(self.cursor) else _with(query, self.cursor, given)
        if self.offset is None:
            return None
        begun = dict(query).get(self.offset, "0")
        reached = (int(begun) if begun.isdecimal() else 0) + len(self.items(page))
        if self._is_last(dict(query), page, reached):
            return None
        return _with(query, self.offset, str(reached))

    def _is_last(self, query: Mapping[str, str], page: Any, reached: int) -> bool:
        count = len(self.items(page))
        if count == 0:
            return True
        links = _follow(page, ("links",))
        if links is not None and "next" in links and _follow(links, ("next",)) is None:
            return True
        total = _follow(page, ("total_count",))
        if isinstance(total, int):
            return reached >= total
        asked = query.get(self.limit) if self.limit is not None else None
        size = int(asked) if asked is not None and asked.isdecimal() else self.limit_default
        return size is not None and count < size


def _with(query: Pairs, name: str, value: str) -> Pairs:
    return (*(pair for pair in query if pair[0] != name), (name, value))


def _follow(value: Any, names: tuple[str, ...]) -> Any:
    for name in names:
        if value is None or not hasattr(value, "__contains__") or name not in value:
            return None
        value = value[name]
    return value
