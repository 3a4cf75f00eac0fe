"""Pages: the first page alone, the response of a page, and what the interpreter shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import pytest

from openrouterkit import AsyncOpenRouter, ConfigurationError, NotFoundResponseError, OpenRouter
from openrouterkit.testing import Script, error, reply
from openrouterkit_api import models


def build_page(*names: str, request_id: str) -> Any:
    page = {"data": [{"id": name} for name in names], "total_count": 3}
    return reply(page, headers={"X-Request-Id": request_id})


STEPS = [build_page("a", "b", request_id="r1"), build_page("c", request_id="r2")]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def use_pages(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Call a method of a listing with two pages, or iterate over it; return the listing and the result."""

    def run(script: Script, use: str) -> tuple[Any, Any]:
        async def call() -> tuple[Any, Any]:
            async with script.async_client() as client:
                pages = client.models.list(limit=2)
                if use == "first":
                    return pages, await pages.first()
                if use == "items":
                    return pages, [(item.id, pages.response.request_id) async for item in pages]
                return pages, [(len(page.data or ()), pages.response.request_id) async for page in pages.pages()]

        if request.param != "sync":
            return anyio.run(call, backend=request.param)
        with script.client() as client:
            pages = client.models.list(limit=2)
            if use == "first":
                return pages, pages.first()
            if use == "items":
                return pages, [(item.id, pages.response.request_id) for item in pages]
            return pages, [(len(page.data or ()), pages.response.request_id) for page in pages.pages()]

    return run


def test_first_returns_the_first_page_alone(use_pages: Any) -> None:
    script = Script(STEPS)
    pages, page = use_pages(script, "first")
    assert len(script.requests) == 1
    assert isinstance(page, models.ModelsListResponse)
    assert ([model.id for model in page.data], page.total_count) == (["a", "b"], 3)
    assert (pages.response.status, pages.response.request_id, len(pages.response.attempts)) == (200, "r1", 1)
    assert pages.response.headers["X-Request-Id"] == "r1"


@pytest.mark.parametrize(
    ("use", "expected"), [("items", [("a", "r1"), ("b", "r1"), ("c", "r2")]), ("pages", [(2, "r1"), (1, "r2")])]
)
def test_the_response_is_that_of_the_page_requested_last(use_pages: Any, use: str, expected: Any) -> None:
    with Script(STEPS) as script:
        pages, found = use_pages(script, use)
    assert found == expected
    assert pages.response.request_id == "r2"


def test_pages_without_a_request_have_no_response() -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client, pytest.raises(ConfigurationError, match=r"first\(\)"):
        _ = client.models.list().response


def test_an_error_of_the_first_page_is_raised(use_pages: Any) -> None:
    with pytest.raises(NotFoundResponseError, match="no such page"):
        use_pages(Script([error(404, "no such page")]), "first")


@pytest.mark.parametrize(("client_class", "name"), [(OpenRouter, "Pages"), (AsyncOpenRouter, "AsyncPages")])
def test_repr_says_what_can_be_done(client_class: Any, name: str) -> None:
    pages = client_class(base_url="http://127.0.0.1:9").models.list(limit=2)
    assert repr(pages) == (
        f"<{name} of models.list: nothing was requested yet; iterate over the items, or call first() or pages()>"
    )


def test_repr_shows_the_status_of_the_last_page() -> None:
    pages = Script(STEPS).client().models.list(limit=2)
    pages.first()
    assert "the last page has status 200" in repr(pages)
