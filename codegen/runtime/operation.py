"""One call, described: what is sent, how the answer is read. No I/O happens here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Self, TypeVar

from attrs import evolve, field, frozen

from .answers import Answers, Events
from .endpoint import Endpoint
from .pagination import Pagination
from .uploads import File, Form
from .values import encoded, filled_path, header_values, merged_body, merged_headers, query_pairs
from .written import WrittenObject

T = TypeVar("T")
C = TypeVar("C")
I = TypeVar("I")  # noqa: E741 - an item of a page


@frozen
class Operation(Generic[T]):
    """A call ready to be sent, and the readers of its answer.

    Attributes:
        endpoint: what is the same for every call of this operation.
        path: below the service's base URL, parameters filled in and percent-encoded.
        query: (name, value) pairs in order.
        headers: beside those every call has; None leaves one of those out.
        content: a `WrittenObject`, another plain JSON value, bytes, a `File` or a `Form` of files, or None where
            nothing is sent.
    """

    endpoint: Endpoint = field(repr=lambda endpoint: endpoint.id)
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str | None] = field(factory=dict)
    content: Any = field(default=None, repr=False)

    @classmethod
    def of(cls, endpoint: Endpoint, body: Any, params: Mapping[str, Any]) -> Self:
        """The call of an endpoint with these parameters; `body` as a whole, or its members among the parameters.

        Raises:
            TypeError: a parameter that the operation does not take, or one missing that it needs.
            ValueError: a path parameter that is empty, or would climb out of its path.
        """
        endpoint.check(body, params)
        return cls(
            endpoint=endpoint,
            path=filled_path(endpoint.path, endpoint.path_params, params),
            query=query_pairs(endpoint.query_params, params, endpoint.query_styles),
            headers=header_values(endpoint.header_params, params),
            content=merged_body(endpoint.body, body, params),
        )

    @property
    def body(self) -> Any:
        """What is sent, as plain JSON, new each time; bytes, a `File` or a `Form` as they are."""
        return self.content.value if isinstance(self.content, WrittenObject) else self.content

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
        """Whether the service wants a key for this call."""
        return self.endpoint.needs_key

    @property
    def answers(self) -> Answers:
        """The readers by status and media type."""
        return self.endpoint.answers

    @property
    def events(self) -> Events | None:
        """How the event stream is read, None where the operation has none."""
        return self.endpoint.events

    @property
    def paging(self) -> Pagination | None:
        """How the next page is found, None where the answer has no pages."""
        return self.endpoint.paging

    @property
    def media_type(self) -> str | None:
        """The body's Content-Type, None where nothing is sent, or where httpx states it with its boundary."""
        if self.content is None or isinstance(self.content, Form):
            return None
        if isinstance(self.content, File) and self.content.content_type is not None:
            return self.content.content_type
        return "application/json" if self.endpoint.body is None else self.endpoint.body.media_type

    @property
    def accept(self) -> str:
        """The Accept header of a plain call."""
        return self.endpoint.answers.accept

    def encode(self) -> bytes | None:
        """The body as it is sent, None where nothing is.

        Raises:
            TypeError: a body that is neither bytes nor JSON, a form or text, as its media type wants it; one with
                files, which is read while it is sent: see `payload`.
            ValueError: NaN or an infinity, which JSON cannot say.
        """
        if isinstance(self.content, WrittenObject):
            return self.content.text
        if self.content is None or isinstance(self.content, bytes):
            return self.content
        if isinstance(self.content, File | Form):
            raise TypeError("a body with files is read while it is sent: use payload() in place of encode()")
        return encoded(self.content, self.media_type or "")

    def payload(self) -> bytes | File | Form | None:
        """What is sent: bytes as `encode` gives them, or the files to be read meanwhile."""
        return self.content if isinstance(self.content, File | Form) else self.encode()

    def httpx_arguments(self, base_url: str, api_key: str | None = None) -> dict[str, Any]:
        """Keyword arguments for `httpx.request`, `httpx.Client.request` and `httpx.Client.stream`.

        An `httpx.AsyncClient` takes them as well, but for a body that is one file from a path or an open file.
        """
        headers = {"Accept": self.accept}
        payload = self.payload()
        sent = payload.httpx_arguments() if isinstance(payload, File | Form) else {"content": payload}
        if self.media_type is not None:
            headers["Content-Type"] = self.media_type
        if api_key is not None and self.needs_key:
            headers["Authorization"] = f"Bearer {api_key}"
        headers = merged_headers(headers, self.headers)
        return {
            "method": self.method,
            "url": base_url.rstrip("/") + self.path,
            "params": list(self.query) or None,
            "headers": {name: value for name, value in headers.items() if value is not None},
            **sent,
        }

    def read(self, status: int, headers: Mapping[str, str], body: bytes) -> T | Any:
        """The answer, as the contract states it for this status and the Content-Type of the headers.

        A success gives T. Any other status gives the model stated for it, or for its class (`4XX`), or by default;
        where nothing is stated, plain JSON, text or bytes, as the Content-Type says. An empty body gives None.

        Raises:
            DecodeError: the body is not the JSON its Content-Type promises.
        """
        return self.endpoint.answers.read(status, headers, body)


@frozen
class StreamingOperation(Operation[T], Generic[T, C]):
    """A call that is answered by T, or by an event stream of C when asked to."""

    def streamed(self) -> Self:
        """The same call, asking for the event stream."""
        events = self.endpoint.events
        if events is None or events.switch is None:
            return self
        content = self.content or WrittenObject({})
        return evolve(self, content=content.having(events.switch, True))


@frozen
class PagedOperation(Operation[T], Generic[T, I]):
    """A call whose answer T is one page of items I."""

    def items(self, page: T) -> list[I]:
        """The items of a page, in order."""
        return [] if self.endpoint.paging is None else self.endpoint.paging.items(page)

    def next(self, page: T) -> Self | None:
        """The call for the page after this one, None when this is the last."""
        paging = self.endpoint.paging
        query = None if paging is None else paging.next_query(self.query, page)
        return None if query is None else evolve(self, query=query)
