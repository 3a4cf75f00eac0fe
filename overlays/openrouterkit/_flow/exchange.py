"""`Request` and `Response`: the messages of an exchange, with open bodies and event streams."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from attrs import define, field, frozen

from .._options.secret import Secret, is_credential, split_secrets

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable, Mapping

    from openrouterkit_runtime.files import File, Form

    from ..errors import OpenRouterError
    from ..service import Service
    from ..timeouts import TimeoutOptions
    from .attempt import Attempt
    from .deadlines import Deadlines

    Payload = bytes | File | Form | None


def format_url(url: str) -> str:
    """Return a URL without user name, password, query and fragment, which may contain credentials."""
    return re.sub("//[^/]*@", "//", re.split("[?#]", url, maxsplit=1)[0])


@frozen
class Request:
    """A complete HTTP request, ready to be sent.

    Attributes:
        method: HTTP method, in capitals.
        url: Absolute URL, including the query.
        headers: Headers by name, without the API key.
        content: The body; None for no body. Files are read while they are sent.
        timeouts: Limits of the call.
        key: API key, sent as `Authorization: Bearer`; None to send no key.
        stream: True if the response is to be an event stream.
        operation: Operation id of the API contract; None for a request by path.
        service: The service that is called; None if the request was not created by a client.
    """

    method: str
    url: str = field(repr=lambda url: repr(format_url(url)))
    headers: Mapping[str, str] = field(repr=False)
    content: Payload = field(repr=False)
    timeouts: TimeoutOptions = field(repr=False)
    key: Secret | None = field(default=None, repr=False)
    stream: bool = False
    operation: str | None = None
    service: Service | None = field(default=None, repr=False)

    @property
    def replayable(self) -> bool:
        """True if the request can be sent more than once; False if its body is an open file that cannot be rewound."""
        content = self.content
        return content is None or isinstance(content, bytes) or content.replayable

    @property
    def secret_names(self) -> tuple[str, ...]:
        """The lower-case names of headers and query parameters that the service declares to be secret."""
        return () if self.service is None else self.service.secret_headers

    def is_secret(self, name: str) -> bool:
        """Return True if a header, or a query parameter, contains a secret: by its name, or as the service declares."""
        return name.lower() in self.secret_names or is_credential(name)

    def find_secrets(self) -> tuple[Secret, ...]:
        """Return the API key, and the secrets in the credential headers and the query. See `is_secret`."""
        declared = self.secret_names
        found = {
            text: Secret(text)
            for name, value in self.headers.items()
            if self.is_secret(name)
            for text in split_secrets(name, value, declared=name.lower() in declared)
        }
        query = self.url.partition("?")[2]
        if query:
            from urllib.parse import parse_qsl

            found.update({value: Secret(value) for name, value in parse_qsl(query) if self.is_secret(name)})
        return tuple(found.values()) if self.key is None else (self.key, *found.values())

    def reveal_secrets(self) -> tuple[str, ...]:
        """Return the texts of `find_secrets`."""
        return tuple(secret.reveal() for secret in self.find_secrets())


class Body:
    """An open response body, read and closed by the transport that created it."""

    __slots__ = ()

    def interrupt(self) -> None:
        """Wake up the thread or task that is reading the body."""


class EventParser(Protocol):
    """Parses the bytes of an event stream into items. Invalid data from the service never raises; it sets `failure`.

    Attributes:
        ready: Parsed items that were not yet consumed.
        deliver: Function to call with each item that is taken from `ready` for the caller; None if there is none.
        done: True if no more data is to be read.
        failure: The error that ended the stream; raised after the items in `ready` were consumed.
        incomplete: True if the stream ended before it was complete.
        keeps_incomplete: True if a stream that ends early is not an error.
        parsed: Number of bytes that were passed to `feed`.
        repeated: Bytes that `feed` ignores, because it has parsed them; recognized by identity, not by value.
    """

    ready: deque[Any]
    deliver: Callable[[Any], object] | None
    done: bool
    failure: OpenRouterError | None
    incomplete: bool
    keeps_incomplete: bool
    parsed: int
    repeated: bytes | None

    @property
    def is_open(self) -> bool:
        """True if the first item was parsed, or the stream ended without one."""
        ...

    @property
    def is_empty(self) -> bool:
        """True if the stream contained nothing of use to the caller."""
        ...

    def feed(self, data: bytes, now: float) -> bool:
        """Parse data that was received at the given time; return True if it completed an event with content."""
        ...

    def end(self, now: float) -> None:
        """Handle the end of the connection."""
        ...

    def abort(self, error: OpenRouterError, now: float) -> None:
        """Handle a failed read."""
        ...

    def discard(self) -> None:
        """Drop the items in `ready`, because the stream is closed."""
        ...

    def add_partial(self, error: OpenRouterError) -> None:
        """Add the result of the items so far to an error, if they have one."""
        ...


@define
class OpenStream:
    """An event stream that is being read.

    Attributes:
        parser: Parses the data into items.
        deadlines: Deadlines of the call, which also apply while the stream is read.
        beginning: First bytes of the body, for the error message if it turns out not to be an event stream, and for
            middleware that reads the stream.
        closed: True if no more data is read.
    """

    parser: EventParser = field(repr=False)
    deadlines: Deadlines = field(repr=False)
    beginning: bytearray = field(factory=bytearray, repr=False)
    closed: bool = False


@define
class Response:
    """An HTTP response, either complete or with an open body.

    Attributes:
        request: The request that was sent.
        status: HTTP status.
        headers: Headers by case-insensitive name.
        content: The complete body; None while the body is open.
        body: The open body; None if the transport has none.
        stream: The event stream, once its first event was read; None for a plain response.
        latency: Seconds from sending the request to the complete response, or to the first event of a stream.
        attempts: All attempts of the call, including this one.
    """

    request: Request
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    body: Body | None = field(default=None, repr=False)
    stream: OpenStream | None = field(default=None, repr=False)
    latency: float = 0.0
    attempts: tuple[Attempt, ...] = ()
