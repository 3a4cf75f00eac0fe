"""Operation: one call as data, with the request to send and the decoders of its response. This module does no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Self, TypeVar

from attrs import evolve, field, frozen

from .endpoint import Endpoint
from .files import File, Form
from .invalid_argument import InvalidArgumentError
from .pagination import Pagination
from .parameters import EncodedObject, build_body, build_headers, build_query, encode_body, fill_path, merge_headers
from .responses import Events, Responses
from .security import build_credentials

T = TypeVar("T")
C = TypeVar("C")
I = TypeVar("I")  # noqa: E741 - I for the item of a page


@frozen
class Operation(Generic[T]):
    """One call, ready to be sent; T is the type of its successful response.

    Attributes:
        endpoint: The operation that is called.
        path: The path relative to the base URL, with the path parameters filled in and percent-encoded.
        query: (name, value) pairs, in order.
        headers: The headers of this call, merged over the client's headers; None removes a header of the client.
        content: The body: an `EncodedObject`, another plain JSON value, bytes, a `File`, a `Form`, or None for no
            body.

    Example:
        operation = operations.models.get(author="openai", slug="gpt-5")
        response = httpx.request(**operation.httpx_arguments(BASE_URL, api_key))
        model = operation.read(response.status_code, response.headers, response.content)
    """

    endpoint: Endpoint[Any] = field(repr=lambda endpoint: endpoint.id)
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str | None] = field(factory=dict, repr=lambda headers: repr(list(headers)))
    content: Any = field(default=None, repr=False)

    @classmethod
    def of(cls, endpoint: Endpoint[Any], body: Any, params: Mapping[str, Any]) -> Self:
        """Return a call of an endpoint.

        Args:
            endpoint: The operation to call.
            body: The whole body, None to build it from `params`.
            params: The arguments by keyword.

        Raises:
            TypeError: An argument is unknown, a required one is missing, or one has an invalid type.
            InvalidArgumentError: A path parameter is None, empty, `.` or `..`, or JSON cannot represent a value.
        """
        params = endpoint.check_arguments(body, params)
        try:
            return cls(
                endpoint=endpoint,
                path=fill_path(endpoint.path, endpoint.path_params, params),
                query=build_query(endpoint.query_params, params, endpoint.query_styles),
                headers=build_headers(endpoint.header_params, params),
                content=build_body(endpoint.body, body, params),
            )
        except InvalidArgumentError as error:
            error.call = endpoint.name
            raise

    @property
    def body(self) -> Any:
        """The body as plain JSON values in new containers; bytes, a `File` or a `Form` unchanged."""
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
        """True if the service requires credentials for this call."""
        return self.endpoint.needs_key

    @property
    def responses(self) -> Responses:
        """The decoders of the responses, by status and media type."""
        return self.endpoint.responses

    @property
    def events(self) -> Events | None:
        """How the event stream is decoded, None if the operation has no stream."""
        return self.endpoint.events

    @property
    def paging(self) -> Pagination | None:
        """How the next page is requested, None if the response has no pages."""
        return self.endpoint.paging

    @property
    def media_type(self) -> str | None:
        """The Content-Type of the body; None without a body, and for a multipart body, for which httpx sets it."""
        if self.content is None or isinstance(self.content, Form):
            return None
        if isinstance(self.content, File) and self.content.content_type is not None:
            return self.content.content_type
        return "application/json" if self.endpoint.body is None else self.endpoint.body.media_type

    @property
    def accept(self) -> str:
        """The Accept header of a call that does not stream."""
        return self.endpoint.responses.accept

    def encode(self) -> bytes | None:
        """Return the body as bytes, None if the call has no body.

        Raises:
            TypeError: The body does not match its media type, or it contains files: use `payload` for those.
            InvalidArgumentError: JSON cannot represent the body.
        """
        if isinstance(self.content, EncodedObject):
            return self.content.text
        if self.content is None or isinstance(self.content, bytes):
            return self.content
        if isinstance(self.content, File | Form):
            raise TypeError("cannot encode a body with files; use payload() instead of encode()")
        return encode_body(self.content, self.media_type or "")

    def payload(self) -> bytes | File | Form | None:
        """Return the body as bytes, like `encode`, or as files, which are read while the request is sent."""
        return self.content if isinstance(self.content, File | Form) else self.encode()

    def httpx_arguments(
        self, base_url: str, api_key: str | None = None, *, auth: Mapping[str, str | tuple[str, str]] | None = None
    ) -> dict[str, Any]:
        """Return the keyword arguments for `httpx.request`, `httpx.Client.request` and `httpx.Client.stream`.

        An `httpx.AsyncClient` accepts them too, unless the whole body is one file passed as a path or an open file.

        Args:
            base_url: The URL that the path is appended to.
            api_key: The credential, for a service with one security scheme. It is sent as the scheme declares: as a
                bearer token, or in a header, the query or a cookie.
            auth: The credentials by name of the security scheme, in place of `api_key`: a text, or a tuple of user name
                and password. Those that the operation requires are sent.

        Raises:
            ValueError: A credential is missing or has the wrong form, or the name of a scheme is unknown.
        """
        headers = {"Accept": self.accept}
        query = list(self.query)
        payload = self.payload()
        content = payload.httpx_arguments() if isinstance(payload, File | Form) else {"content": payload}
        if self.media_type is not None:
            headers["Content-Type"] = self.media_type
        for place, name, text in build_credentials(self.endpoint.schemes, self.endpoint.security, api_key, auth):
            if place == "query":
                query.append((name, text))
            elif place == "cookie":
                headers["Cookie"] = "; ".join(filter(None, (headers.get("Cookie"), f"{name}={text}")))
            else:
                headers[name] = text
        headers = merge_headers(headers, self.headers)
        return {
            "method": self.method,
            "url": base_url.rstrip("/") + self.path,
            "params": query or None,
            "headers": {name: value for name, value in headers.items() if value is not None},
            **content,
        }

    def read(self, status: int, headers: Mapping[str, str], body: bytes) -> T | Any:
        """Return the response, decoded as the contract defines for this status and Content-Type.

        A success returns T. Any other status returns the model that the contract defines for it, for its class (`4XX`)
        or as the default. Without such a model, the result is plain JSON, text or bytes, depending on the Content-Type.
        An empty body returns None.

        Args:
            status: The status code of the response.
            headers: The headers of the response; the case of their names does not matter.
            body: The bytes of the body, decompressed.

        Raises:
            DecodeError: The Content-Type is JSON, or missing from a success that must be JSON, and the body is not
                valid JSON.
        """
        return self.endpoint.responses.read(status, headers, body)

    def without_stream(self) -> Self:
        """Return the call as one that does not request the event stream; here, the call itself."""
        return self


@frozen
class StreamingOperation(Operation[T], Generic[T, C]):
    """A call whose response is T or, if the request enables streaming, an event stream of items C."""

    def with_stream(self) -> Self:
        """Return the call as one that requests the event stream."""
        events = self.endpoint.events
        if events is None or events.switch is None:
            return self
        content = self.content or EncodedObject({})
        if content.members.get(events.switch) == b"true":
            return self
        return evolve(self, content=content.with_member(events.switch, True))

    def without_stream(self) -> Self:
        """Return the call as one that does not request the event stream, even if its body does now."""
        events = self.endpoint.events
        content = self.content
        if events is None or events.switch is None or not isinstance(content, EncodedObject):
            return self
        if content.members.get(events.switch, b"false") == b"false":
            return self
        return evolve(self, content=content.with_member(events.switch, value=False))


@frozen
class PagedOperation(Operation[T], Generic[T, I]):
    """A call whose response T is one page of a listing, with items I."""

    def items(self, page: T) -> list[I]:
        """Return the items of a page, in order."""
        return [] if self.endpoint.paging is None else self.endpoint.paging.items(page)

    def next(self, page: T) -> Self | None:
        """Return the call for the page after this one, None if this is the last page."""
        paging = self.endpoint.paging
        query = None if paging is None else paging.next_query(self.query, page)
        return None if query is None else evolve(self, query=query)
