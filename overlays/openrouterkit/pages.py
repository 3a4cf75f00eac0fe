"""The items of listings that come in pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .flow import Flow, adrive, drive

if TYPE_CHECKING:
    from openrouterkit_api import PagedOperation

    from .flow import AsyncTransport, Transport

I_co = TypeVar("I_co", covariant=True)

Fetch = Callable[["PagedOperation[Any, Any]"], Flow[Any]]
"""Sends one page's operation."""


class _Cursor:
    """Where a walk through the pages stands: what is fetched next, and when it is over."""

    def __init__(self, operation: PagedOperation[Any, Any]) -> None:
        self.next: PagedOperation[Any, Any] | None = operation
        self._before: Any = None

    def turn(self, page: Any) -> bool:
        """Go on past a page; False where it says nothing new, and the walk is over without it.

        A page is also the last when it is empty, or the same as the one before: a service that ignores where to begin
        would be asked for ever.
        """
        operation = self.next
        assert operation is not None
        items = operation.items(page)
        if self._before is not None and items[:1] == self._before[:1] and items == self._before:
            self.next = None
            return False
        self._before = items
        self.next = operation.next(page) if items else None
        return True


class _Pages(Generic[I_co]):
    def __init__(self, operation: PagedOperation[Any, I_co], fetch: Fetch) -> None:
        self._operation = operation
        self._fetch = fetch


class Pages(_Pages[I_co]):
    """The items of all pages, fetched as they are needed: `for item in pages`. Each loop begins anew."""

    def __init__(self, operation: PagedOperation[Any, I_co], fetch: Fetch, transport: Transport) -> None:
        super().__init__(operation, fetch)
        self._transport = transport

    def __iter__(self) -> Iterator[I_co]:
        for page in self.pages():
            yield from self._operation.items(page)

    def pages(self) -> Iterator[Any]:
        """The pages as the service gives them, one call each."""
        cursor = _Cursor(self._operation)
        while cursor.next is not None:
            page = drive(self._fetch(cursor.next), self._transport)
            if cursor.turn(page):
                yield page


class AsyncPages(_Pages[I_co]):
    """The items of all pages, fetched as they are needed: `async for item in pages`. Each loop begins anew."""

    def __init__(self, operation: PagedOperation[Any, I_co], fetch: Fetch, transport: AsyncTransport) -> None:
        super().__init__(operation, fetch)
        self._transport = transport

    async def __aiter__(self) -> AsyncIterator[I_co]:
        async for page in self.pages():
            for item in self._operation.items(page):
                yield item

    async def pages(self) -> AsyncIterator[Any]:
        """The pages as the service gives them, one call each."""
        cursor = _Cursor(self._operation)
        while cursor.next is not None:
            page = await adrive(self._fetch(cursor.next), self._transport)
            if cursor.turn(page):
                yield page
