"""Iteration over the items of paged listings: `Pages` and `AsyncPages`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import ConfigurationError
from .flow import Flow, adrive, drive

if TYPE_CHECKING:
    from openrouterkit_api import PagedOperation

    from .flow import AsyncTransport, Response, Transport
    from .responses import CallResponse

__all__ = ["AsyncPages", "Pages"]

I_co = TypeVar("I_co", covariant=True)

Fetch = Callable[["PagedOperation[Any, Any]"], Flow[tuple[Any, "Response"]]]
"""A function that builds the flow of the call for one page, which returns the page and its response."""


class _Cursor:
    """The position in a listing: `next` is the operation of the next page, None after the last."""

    def __init__(self, operation: PagedOperation[Any, Any]) -> None:
        self.next: PagedOperation[Any, Any] | None = operation
        self._before: Any = None

    def advance(self, page: Any) -> bool:
        """Move on to the next page. Return False if this page repeats the previous one, and must be ignored.

        An empty or repeated page is the last: a service that ignores the offset would return the same page forever.
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
    """The operation of a listing and the function that requests a page, shared by both classes."""

    def __init__(self, operation: PagedOperation[Any, I_co], fetch: Fetch) -> None:
        self._operation = operation
        self._fetch = fetch
        self._response: CallResponse | None = None  # of the page that was requested last

    @property
    def response(self) -> CallResponse:
        """The status, headers and attempts of the page that was requested last, in a loop or by `first`.

        Raises:
            ConfigurationError: No page was requested yet.
        """
        if self._response is None:
            raise ConfigurationError("no page was requested yet; call first(), or iterate over the items")
        return self._response

    def _fetch_page(self, operation: PagedOperation[Any, Any]) -> Flow[Any]:
        from .responses import CallResponse

        page, response = yield from self._fetch(operation)
        self._response = CallResponse.of(response)
        return page

    def __repr__(self) -> str:
        last = self._response
        state = "nothing was requested yet" if last is None else f"the last page has status {last.status_code}"
        name = self._operation.endpoint.name
        return f"<{type(self).__name__} of {name}: {state}; iterate over the items, or call first() or pages()>"


class Pages(_Pages[I_co]):
    """An iterable over the items of all pages of a listing. Each loop starts at the first page.

        for key in client.api_keys.list():
            print(key.name)

    Pages are requested during the iteration, one call each, and each call may raise an `SDKError`. `first`
    returns the first page alone, and `response` has the headers of the page that was requested last.
    """

    def __init__(self, operation: PagedOperation[Any, I_co], fetch: Fetch, transport: Transport) -> None:
        super().__init__(operation, fetch)
        self._transport = transport

    def __iter__(self) -> Iterator[I_co]:
        for page in self.pages():
            yield from self._operation.items(page)

    def first(self) -> Any:
        """Return the first page as the service returned it. Each use is a call."""
        return drive(self._fetch_page(self._operation), self._transport)

    def pages(self) -> Iterator[Any]:
        """Return an iterator over the pages as the service returned them, one call each."""
        cursor = _Cursor(self._operation)
        while cursor.next is not None:
            page = drive(self._fetch_page(cursor.next), self._transport)
            if cursor.advance(page):
                yield page


class AsyncPages(_Pages[I_co]):
    """An async iterable over the items of all pages of a listing. Each loop starts at the first page.

        async for key in client.api_keys.list():
            print(key.name)

    Pages are requested during the iteration, one call each, and each call may raise an `SDKError`. `first`
    returns the first page alone, and `response` has the headers of the page that was requested last.
    """

    def __init__(self, operation: PagedOperation[Any, I_co], fetch: Fetch, transport: AsyncTransport) -> None:
        super().__init__(operation, fetch)
        self._transport = transport

    async def __aiter__(self) -> AsyncIterator[I_co]:
        async for page in self.pages():
            for item in self._operation.items(page):
                yield item

    async def first(self) -> Any:
        """Return the first page as the service returned it. Each use is a call."""
        return await adrive(self._fetch_page(self._operation), self._transport)

    async def pages(self) -> AsyncIterator[Any]:
        """Return an iterator over the pages as the service returned them, one call each."""
        cursor = _Cursor(self._operation)
        while cursor.next is not None:
            page = await adrive(self._fetch_page(cursor.next), self._transport)
            if cursor.advance(page):
                yield page
