"""The protocols of a client: what the generated namespaces need to send their operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypedDict, TypeVar

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
    """The time a call may take, in seconds, by phase; `httpx.Timeout` is one."""

    @property
    def connect(self) -> float | None: ...
    @property
    def read(self) -> float | None: ...
    @property
    def write(self) -> float | None: ...
    @property
    def pool(self) -> float | None: ...


Timeout = float | Limits | None
"""Seconds for each phase, limits by phase, or None for no limit; UNSET for the client's default."""


class Options(Protocol):
    """What a caller may set for one call beside its parameters; `openrouterkit.RequestOptions` is one."""

    @property
    def retries(self) -> Any: ...
    @property
    def timeout(self) -> Any: ...
    @property
    def headers(self) -> Mapping[str, str] | None: ...
    @property
    def query(self) -> Mapping[str, Any] | None: ...


class ExtraParams(TypedDict, total=False):
    """What every operation takes beside its own parameters; each is merged last."""

    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None


class EventStream(Protocol[C_co]):
    """An event stream being read: a context manager over its items."""

    def __enter__(self) -> EventStream[C_co]: ...
    def __exit__(self, *exc: object) -> None: ...
    def __iter__(self) -> Iterator[C_co]: ...


class AsyncEventStream(Protocol[C_co]):
    """An event stream being read, in async code."""

    async def __aenter__(self) -> AsyncEventStream[C_co]: ...
    async def __aexit__(self, *exc: object) -> None: ...
    def __aiter__(self) -> AsyncIterator[C_co]: ...


class Paging(Protocol[C_co, P_co]):
    """The items of all pages of a listing; its pages are P."""

    def __iter__(self) -> Iterator[C_co]: ...
    def pages(self) -> Iterator[P_co]:
        """The pages as the service returns them."""
        ...


class AsyncPaging(Protocol[C_co, P_co]):
    """The items of all pages of a listing, in async code; its pages are P."""

    def __aiter__(self) -> AsyncIterator[C_co]: ...
    def pages(self) -> AsyncIterator[P_co]:
        """The pages as the service returns them."""
        ...


class Sender(Protocol):
    """Sends operations and waits for their responses; the type of `options` is the client's own."""

    def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """The response of a call, decoded."""
        ...

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> EventStream[C]:
        """The event stream of a call."""
        ...

    def pages(
        self, operation: PagedOperation[P, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> Paging[C, P]:
        """The items of a listing, over all its pages."""
        ...


class AsyncSender(Protocol):
    """Sends operations in async code; the type of `options` is the client's own."""

    async def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """The response of a call, decoded."""
        ...

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncEventStream[C]:
        """The event stream of a call."""
        ...

    def pages(
        self, operation: PagedOperation[P, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncPaging[C, P]:
        """The items of a listing, over all its pages."""
        ...
