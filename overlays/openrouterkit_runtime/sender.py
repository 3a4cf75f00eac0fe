"""The protocols that a client implements, so that the generated namespaces can send their operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .unset import UNSET

if TYPE_CHECKING:
    from .operation import Operation, PagedOperation, StreamingOperation

T = TypeVar("T")
C = TypeVar("C")
T_co = TypeVar("T_co", covariant=True)
C_co = TypeVar("C_co", covariant=True)
P = TypeVar("P")
P_co = TypeVar("P_co", covariant=True)


class Limits(Protocol):
    """Timeouts in seconds for the phases of a request, None for no limit; implemented by `httpx.Timeout`."""

    @property
    def connect(self) -> float | None: ...
    @property
    def read(self) -> float | None: ...
    @property
    def write(self) -> float | None: ...
    @property
    def pool(self) -> float | None: ...


Timeout = float | Limits | None
"""Seconds for every phase, limits by phase, or None for no limit; UNSET for the client's default."""


class Options(Protocol):
    """The options of one call, apart from its parameters; implemented by `openrouterkit.RequestOptions`."""

    @property
    def retries(self) -> Any: ...
    @property
    def timeout(self) -> Any: ...
    @property
    def headers(self) -> Mapping[str, str] | None: ...
    @property
    def query(self) -> Mapping[str, Any] | None: ...


class EventStream(Protocol[C_co]):
    """An event stream: a context manager, and an iterator over its items."""

    def __enter__(self) -> EventStream[C_co]: ...
    def __exit__(self, *exc: object) -> None: ...
    def __iter__(self) -> Iterator[C_co]: ...


class AsyncEventStream(Protocol[C_co]):
    """An event stream in async code: an async context manager, and an async iterator over its items."""

    async def __aenter__(self) -> AsyncEventStream[C_co]: ...
    async def __aexit__(self, *exc: object) -> None: ...
    def __aiter__(self) -> AsyncIterator[C_co]: ...


class PageResponse(Protocol):
    """The HTTP side of a page of a listing."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def request_id(self) -> str | None: ...


class Paging(Protocol[C_co, P_co]):
    """An iterable over the items of all pages of a listing; a page is P."""

    @property
    def response(self) -> PageResponse:
        """The HTTP response of the page that was requested last."""
        ...

    def __iter__(self) -> Iterator[C_co]: ...
    def first(self) -> P_co:
        """Return the first page of the listing."""
        ...

    def pages(self) -> Iterator[P_co]:
        """Return an iterator over the pages of the listing."""
        ...


class AsyncPaging(Protocol[C_co, P_co]):
    """An async iterable over the items of all pages of a listing; a page is P."""

    @property
    def response(self) -> PageResponse:
        """The HTTP response of the page that was requested last."""
        ...

    def __aiter__(self) -> AsyncIterator[C_co]: ...
    async def first(self) -> P_co:
        """Return the first page of the listing."""
        ...

    def pages(self) -> AsyncIterator[P_co]:
        """Return an iterator over the pages of the listing."""
        ...


class Sender(Protocol):
    """A client in sync code. Clients may restrict `options` to their own class."""

    def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """Send a call and return its decoded response.

        Args:
            operation: The call to send.
            timeout: Seconds, limits by phase, or None for no limit; UNSET for the client's default.
            options: Further options of this call, None for the client's defaults.
        """
        ...

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> EventStream[C]:
        """Return the event stream of a call.

        Args:
            operation: The call to send.
            timeout: Seconds, limits by phase, or None for no limit; UNSET for the client's default.
            options: Further options of this call, None for the client's defaults.
        """
        ...

    def pages(
        self, operation: PagedOperation[P, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> Paging[C, P]:
        """Return the items of all pages of a listing.

        Args:
            operation: The call to send.
            timeout: Seconds, limits by phase, or None for no limit; UNSET for the client's default.
            options: Further options of this call, None for the client's defaults.
        """
        ...


class AsyncSender(Protocol):
    """A client in async code. Clients may restrict `options` to their own class."""

    async def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """Send a call and return its decoded response. See `Sender.send` for the arguments."""
        ...

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncEventStream[C]:
        """Return the event stream of a call. See `Sender.stream` for the arguments."""
        ...

    def pages(
        self, operation: PagedOperation[P, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncPaging[C, P]:
        """Return the items of all pages of a listing. See `Sender.pages` for the arguments."""
        ...
