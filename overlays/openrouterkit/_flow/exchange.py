"""`Request` and `Response`: the messages of an exchange, with open bodies and event streams."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from attrs import define, evolve, field, frozen

from openrouterkit_runtime.unset import UNSET

from .._options.secret import Secret, is_credential, split_secrets
from ..errors import ConfigurationError, OpenRouterError
from .observation import Observation, Observer, StreamEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import msgspec

    from openrouterkit_runtime.files import File, Form

    from .._options.credential import Credential
    from ..service import Service
    from ..sse import ServerSentEvent
    from ..timeouts import TimeoutOptions
    from .attempt import Attempt
    from .deadlines import Deadlines
    from .event_parser import EventParser

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
        headers: Headers by name, without the credentials.
        content: The body; None for no body. Files are read while they are sent.
        timeouts: Limits of the call.
        credentials: Credentials, which are added to headers, query and cookies when the request is sent.
        stream: True if the response is to be an event stream.
        operation: Operation id of the API contract; None for a request by path.
        service: The service that is called; None if the request was not created by a client.
        context: Values that all middleware of a call share: those of `RequestOptions(context=...)`, and what middleware
            adds. Each call has its own dict.
        attempt: Number of the attempt, starting at 1, in attempt middleware; 0 in middleware around the call.
        awaits_content: True to open a chat stream with its first content, so that an error before the content is raised
            by `call_next`, or is in `response.error`. `RetryOptions(empty=True)` does so for all streams.
    """

    method: str
    url: str = field(repr=lambda url: repr(format_url(url)))
    headers: Mapping[str, str] = field(repr=False)
    content: Payload = field(repr=False)
    timeouts: TimeoutOptions = field(repr=False)
    credentials: tuple[Credential, ...] = field(default=(), repr=False)
    stream: bool = False
    operation: str | None = None
    service: Service | None = field(default=None, repr=False)
    context: dict[str, Any] = field(factory=dict, repr=False)
    attempt: int = 0
    awaits_content: bool = False
    _decode: Callable[[Any], Any] | None = field(default=None, repr=False, eq=False, alias="_decode")

    @property
    def json(self) -> Any:
        """The body as JSON values, decoded on each access; None if there is no body, or it is not JSON."""
        return _decode_json(self.content)

    @property
    def model(self) -> str | None:
        """The member `model` of the JSON body, decoded on each access; None if it has none that is a text."""
        return _read_model(self.content)

    def with_json(self, members: Mapping[str, Any] | None = None, /, **more: Any) -> Self:
        """Return a request with members of its JSON body added or replaced; UNSET removes a member.

            yield from call_next(request.with_json(model="openai/gpt-4o-mini", provider=UNSET))

        Args:
            members: Members by name.
            more: Further members.

        Raises:
            ConfigurationError: The body is not a JSON object.
            InvalidArgumentError: JSON cannot represent a value.
        """
        body = self.json
        if not isinstance(body, dict):
            raise ConfigurationError("the body of the request is not a JSON object: replace it with with_body()")
        merged = {**body, **(members or {}), **more}
        return self.with_body({name: value for name, value in merged.items() if value is not UNSET})

    def with_body(self, body: Any) -> Self:
        """Return a request with another body, sent as JSON.

        Args:
            body: JSON values, or models.

        Raises:
            InvalidArgumentError: JSON cannot represent the body.
        """
        from openrouterkit_runtime.json import encode

        return evolve(self.with_headers({"Content-Type": "application/json"}), content=encode(body))

    def with_headers(self, headers: Mapping[str, str | None]) -> Self:
        """Return a request with headers added or replaced.

        Args:
            headers: Values by name, in any case. None removes a header.
        """
        given = {name.lower() for name in headers}
        kept = {name: value for name, value in self.headers.items() if name.lower() not in given}
        added = {name: value for name, value in headers.items() if value is not None}
        return evolve(self, headers={**kept, **added})

    @property
    def replayable(self) -> bool:
        """True if the request can be sent more than once; False if its body is an open file that cannot be rewound."""
        content = self.content
        return content is None or isinstance(content, bytes) or content.replayable

    @property
    def secret_names(self) -> tuple[str, ...]:
        """The lower-case names of headers and query parameters that the service declares to be secret."""
        return () if self.service is None else self.service.secret_names

    def is_secret(self, name: str) -> bool:
        """Return True if a header, or a query parameter, contains a secret: by its name, or as the service declares."""
        return name.lower() in self.secret_names or is_credential(name)

    def find_secrets(self) -> tuple[Secret, ...]:
        """Return the credentials, and the secrets in the headers and the query. See `is_secret`."""
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
        return (*(secret for each in self.credentials for secret in each.secrets), *found.values())

    def reveal_secrets(self) -> tuple[str, ...]:
        """Return the texts of `find_secrets`."""
        return tuple(secret.reveal() for secret in self.find_secrets())

    def redact_body(self, body: bytes) -> bytes:
        """Return the body of this request, or of its response, without secrets; for middleware that keeps bodies.

        Replaced are the credentials of the request, everything that looks like an API key (`sk-...`), and the texts,
        numbers and lists of JSON members whose names are those of credentials, such as `"token"`, also in JSON inside a
        string. Long base64 data is shortened. JSON remains valid JSON.

        Args:
            body: The body, or a part of it.
        """
        from .._errors.redacted_bodies import redact_body

        return redact_body(body, self.reveal_secrets())


class Body:
    """An open response body, read and closed by the transport that created it."""

    __slots__ = ()

    def interrupt(self) -> None:
        """Wake up the thread or task that is reading the body."""


@define
class OpenStream:
    """An event stream that is being read.

    Attributes:
        parser: Parses the data into items.
        deadlines: Deadlines of the call, which also apply while the stream is read.
        beginning: First bytes of the body, for the error message if it turns out not to be an event stream, and for
            middleware that reads the stream.
        closed: True if no more data is read.
        observation: The observers that middleware added; None if the call has no middleware.
    """

    parser: EventParser = field(repr=False)
    deadlines: Deadlines = field(repr=False)
    beginning: bytearray = field(factory=bytearray, repr=False)
    closed: bool = False
    observation: Observation | None = field(default=None, repr=False)


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
        attempts: All attempts of the call, including this one; () in attempt middleware.
        error: The error that the response reports, in attempt middleware: by its status, in its body, or in the first
            event of its stream. It is raised after the attempt middleware, unless a middleware sets it to None.
            Otherwise None, as errors are raised.
    """

    request: Request
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    body: Body | None = field(default=None, repr=False)
    stream: OpenStream | None = field(default=None, repr=False)
    latency: float = 0.0
    attempts: tuple[Attempt, ...] = ()
    error: OpenRouterError | None = None

    @property
    def json(self) -> Any:
        """The body as JSON values, decoded on each access; None for a stream, or if the body is not JSON."""
        return _decode_json(self.content)

    def result(self) -> Any:
        """Return the result of the call, which the caller receives: a new object each time.

        Raises:
            OpenRouterError: The response is an error, or its body cannot be decoded.
            ConfigurationError: The response is a stream, or its request was not created by a client.
        """
        if self.error is not None:
            raise self.error
        if self.stream is not None or self.request.stream:
            raise ConfigurationError(
                "a stream has no result before its end: check response.stream, and pass a function to "
                "response.observed(on_end=...), which receives it as end.result"
            )
        if self.request._decode is None:  # noqa: SLF001 - of this module
            raise ConfigurationError("the request was not created by a client: read response.json or response.content")
        return self.request._decode(self)  # noqa: SLF001 - of this module

    def observed(
        self,
        *,
        on_event: Callable[[ServerSentEvent], object] | None = None,
        on_item: Callable[[Any], object] | None = None,
        on_end: Callable[[StreamEnd], object] | None = None,
    ) -> Self:
        """Return this response, with its stream observed; for middleware.

            if response.stream is None:
                log(response.result().usage)
                return response
            return response.observed(on_end=lambda end: log((end.result or end.partial).usage))

        The functions run in the thread or task of the caller, which waits for them. If one raises an exception, the
        caller receives it. The functions of inner middleware run first.

        Args:
            on_event: Receives each event when it arrives, and immediately those that have arrived before.
            on_item: Receives each item when the caller takes it.
            on_end: Receives the `StreamEnd`, once. It is a function, or a flow: a generator function that yields
                effects, which the limit total does not end. If the stream was dropped, no effect can be performed; the
                function runs during garbage collection then, maybe in the middle of other code of any thread, and must
                not wait for a lock.

        Raises:
            ConfigurationError: The response is not a stream, or a function is async.
        """
        observer = Observer(on_event, on_item, on_end)
        if self.stream is None:
            reason = "" if self.error is None else f", but an error ({type(self.error).__name__})"
            raise ConfigurationError(
                f"the response is not a stream{reason}: run observed() only if response.stream is not None; others "
                f"are complete, see response.result() and response.error"
            )
        if self.stream.observation is None:
            raise ConfigurationError("the stream was returned to its caller: run observed() in a middleware")
        self.stream.observation.add(observer)
        return self


def _read_model(content: Any) -> str | None:
    """Return the member `model` of a JSON object, without the cost of decoding the other members."""
    if not isinstance(content, bytes) or b'"model"' not in content:
        return None
    import msgspec

    try:
        return str(_make_model_decoder().decode(content).model)
    except (ValueError, RecursionError, msgspec.DecodeError):  # that of msgspec before 0.21 is not a ValueError
        return None


@lru_cache(1)
def _make_model_decoder() -> msgspec.json.Decoder[Any]:
    import msgspec

    return msgspec.json.Decoder(msgspec.defstruct("Body", [("model", str)]))


def _decode_json(content: Any) -> Any:
    """Return the value of a JSON text; None for anything else."""
    if not isinstance(content, bytes) or not content:
        return None
    from openrouterkit_runtime.json import DecodeError, decode

    try:
        return decode(content)
    except DecodeError:
        return None
