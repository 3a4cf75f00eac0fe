"""`Request`: a complete HTTP request, as the client builds it and middleware receives and changes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from openrouterkit_runtime.unset import UNSET

from .._options.secret import Secret
from .._options.secret_names import is_secret_name, split_secrets
from ..errors import ConfigurationError
from .json_content import decode_json, read_model

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit_runtime.files import File, Form

    from .._options.credential import Credential
    from ..service import Service
    from ..timeouts import TimeoutOptions

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
        """A copy of the body as JSON values, decoded on each access; None if there is no body, or it is not JSON.

        The request is constant, so changing the copy does not change what is sent: pass on `request.with_json(...)`.
        """
        return decode_json(self.content)

    @property
    def model(self) -> str | None:
        """The member `model` of the JSON body, decoded on each access; None if it has none that is a text."""
        return read_model(self.content)

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
        return is_secret_name(name, self.secret_names)

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
