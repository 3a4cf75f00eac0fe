"""Pages of the local server's examples."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from openrouterkit_local.exchange.paging import select_page

OFFSET = {
    "results": ["data"],
    "offset": "offset",
    "limit": "limit",
    "limit_default": 2,
    "cursor": None,
    "next_cursor": [],
}
CURSOR = {"results": ["data"], "offset": None, "limit": "limit", "limit_default": None, "cursor": "after"}
CURSOR["next_cursor"] = ["page", "next"]


def select(paging: dict[str, Any], **query: Any) -> Any:
    request: Any = SimpleNamespace(operation=SimpleNamespace(paging=paging, path="/things"), query=query)
    body = {"data": [1, 2, 3], "total_count": 0, "links": {"next": "x"}, "page": {"next": "y"}}
    return select_page(cast("Any", SimpleNamespace(base_path="/api/v1")), request, body)


@pytest.mark.parametrize(
    ("query", "items", "next_page"),
    [
        ({}, [1, 2], "/api/v1/things?offset=2&limit=2"),
        ({"offset": 2}, [3], None),
        ({"offset": 1, "limit": 1}, [2], "/api/v1/things?offset=2&limit=1"),
        ({"offset": 9}, [], None),
    ],
)
def test_an_offset_selects_items_and_links_to_the_next_page(
    query: Any, items: list[int], next_page: str | None
) -> None:
    body = select(OFFSET, **query)
    assert (body["data"], body["links"]["next"], body["total_count"]) == (items, next_page, 3)
    assert body["page"] == {"next": "y"}


def test_a_cursor_is_past_the_only_page() -> None:
    assert (select(CURSOR)["data"], select(CURSOR)["page"]) == ([1, 2, 3], {"next": None})
    assert select(CURSOR, after="y")["data"] == []
