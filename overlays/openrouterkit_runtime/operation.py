"""One call as data: what is sent, and how the response is decoded. No I/O happens here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Self, TypeVar

from attrs import evolve, field, frozen

from .encoded import EncodedObject
from .endpoint import Endpoint
from .files import File, Form
from .pagination import Pagination
from .parameters import build_body, build_headers, build_query, encode_body, fill_path, merge_headers
from .responses import Events, Responses

T = TypeVar("T")
C = TypeVar("C")
I = TypeVar("I")  # noqa: E741 - an item of a page


@frozen
class Operation(Generic[T]):
    """A call ready to be sent; T is the type of its successful response.

    Attributes:
        endpoint: what is the same for every call of this operation.
        path: the path below the service's base URL, with its parameters, percent-encoded.
        query: (name, value) pairs in order.
        headers: in addition to those of every call; None removes one of those.
        content: the body: an `EncodedObject`, another plain JSON value, bytes, a `File`, a `Form`, or None for no
            body.
    """

    endpoint: Endpoint[Any] = field(repr=lambda endpoint: endpoint.id)
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str | None] = field(factory=dict)
    content: Any = field(default=None, repr=False)

    @classmethod
    def of(cls, endpoint: Endpoint[Any], body: Any, params: Mapping[str, Any]) -> Self:
        """The call of an endpoint.

        Args:
            endpoint: the operation.
            body: the whole body, None where its members are among the parameters.
            params: keyword -> value.

        Raises:
            TypeError: an unknown parameter, or a required one that is missing.
            ValueError: a path parameter that is empty, or that would lead to another path.
        """
        params = endpoint.check_arguments(body, params)
        return cls(
            endpoint=endpoint,
            path=fill_path(endpoint.path, endpoint.path_params, params),
            query=build_query(endpoint.query_params, params, endpoint.query_styles),
            headers=build_headers(endpoint.header_params, params),
            content=build_body(endpoint.body, body, params),
        )

    @property
    def body(self) -> Any:
        """The body as plain JSON values, decoded anew each time; bytes, a `File` or a `Form` as they are."""
        return self.content.value if isinstance(self.content, EncodedObject) else self.content

    @property
    def id(self) -> str:
        """The contract's operation id."""
        return self.endpoint.id

    @property
    def method(self) -> str:
        """The HTTP method, in capitals."""
        return self.endpoint.method

    @property
    def needs_key(self) -> bool:
        """Whether the service requires an API key for this call."""
        return self.endpoint.needs_key

    @property
    def responses(self) -> Responses:
        """The decoders by status and media type."""
        return self.endpoint.responses

    @property
    def events(self) -> Events | None:
        """How the event stream is decoded, None where the operation has none."""
        return self.endpoint.events

    @property
    def paging(self) -> Pagination | None:
        """How the next page is requested, None where the response has no pages."""
        return self.endpoint.paging

    @property
    def media_type(self) -> str | None:
        """The body's Content-Type, None where there is no body, or where httpx sets it with its boundary."""
        if self.content is None or isinstance(self.content, Form):
            return None
        if isinstance(self.content, File) and self.content.content_type is not None:
            return self.content.content_type
        return "application/json" if self.endpoint.body is None else self.endpoint.body.media_type

    @property
    def accept(self) -> str:
        """The Accept header of a plain call."""
        return self.endpoint.responses.accept

    def encode(self) -> bytes | None:
        """The body as it is sent, None where there is none.

        Raises:
            TypeError: a body that does not fit its media type; one with files, which are read while they are sent: see
                `payload`.
            ValueError: NaN or an infinity, which JSON cannot represent.
        """
        if isinstance(self.content, EncodedObject):
            return self.content.text
        if self.content is None or isinstance(self.content, bytes):
            return self.content
        if isinstance(self.content, File | Form):
            raise TypeError("files are read while they are sent: use payload() instead of encode()")
        return encode_body(self.content, self.media_type or "")

    def payload(self) -> bytes | File | Form | None:
        """The body: bytes as `encode` returns them, or files that are read while they are sent."""
        return self.content if isinstance(self.content, File | Form) else self.encode()

    def httpx_arguments(self, base_url: str, api_key: str | None = None) -> dict[str, Any]:
        """Keyword arguments for `httpx.request`, `httpx.Client.request` and `httpx.Client.stream`.

        An `httpx.AsyncClient` takes them as well, except for a body that is one file given as a path or an open file.
        """
        headers = {"Accept": self.accept}
        payload = self.payload()
        sent = payload.httpx_arguments() if isinstance(payload, File | Form) else {"content": payload}
        if self.media_type is not None:
            headers["Content-Type"] = self.media_type
        if api_key is not None and self.needs_key:
            headers["Authorization"] = f"Bearer {api_key}"
        headers = merge_headers(headers, self.headers)
        return {
            "method": self.method,
            "url": base_url.rstrip("/") + self.path,
            "params": list(self.query) or None,
            "headers": {name: value for name, value in headers.items() if value is not None},
            **sent,
        }

    def read(self, status: int, headers: Mapping[str, str], body: bytes) -> T | Any:
        """The response, decoded as the contract states for this status and the Content-Type of the headers.

        A success gives T. Any other status gives the model stated for it, for its class (`4XX`) or by default; where
        nothing is stated, plain JSON, text or bytes, as the Content-Type says. An empty body gives None.

        Raises:
            DecodeError: the Content-Type says JSON, and the body is not.
        """
        return self.endpoint.responses.read(status, headers, body)

    def without_stream(self) -> Self:
        """The same call, asking for no event stream."""
        return self


@frozen
class StreamingOperation(Operation[T], Generic[T, C]):
    """A call whose response is T, or an event stream of C where the request asks for it."""

    def with_stream(self) -> Self:
        """The same call, asking for the event stream."""
        events = self.endpoint.events
        if events is None or events.switch is None:
            return self
        content = self.content or EncodedObject({})
        if content.members.get(events.switch) == b"true":
            return self
        return evolve(self, content=content.with_member(events.switch, True))

    def without_stream(self) -> Self:
        """The same call, asking for no event stream, whatever its body says."""
        events = self.endpoint.events
        content = self.content
        if events is None or events.switch is None or not isinstance(content, EncodedObject):
            return self
        if content.members.get(events.switch, b"false") == b"false":
            return self
        return evolve(self, content=content.with_member(events.switch, value=False))


@frozen
class PagedOperation(Operation[T], Generic[T, I]):
    """A call whose response T is one page of items I."""

    def items(self, page: T) -> list[I]:
        """The items of a page, in order."""
        return [] if self.endpoint.paging is None else self.endpoint.paging.items(page)

    def next(self, page: T) -> Self | None:
        """The call for the page after this one, None when this is the last."""
        paging = self.endpoint.paging
        query = None if paging is None else paging.next_query(self.query, page)
        return None if query is None else evolve(self, query=query)
