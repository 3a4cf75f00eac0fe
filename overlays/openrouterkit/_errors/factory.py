"""The errors that one response can mean, without the secrets of its request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self, TypeVar

from attrs import field, frozen

from .._options.secret import CREDENTIALS, Secret
from ..errors import APIError, DecodeError, OpenRouterError, StreamError
from ..headers import Headers
from .redaction import redact, redact_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._flow.attempt import Attempt
    from .._flow.exchange import Request, Response

E = TypeVar("E", bound=OpenRouterError)

_BEGINNING: Final = 4000
"""Bytes or characters of a body that an error is made from."""


@frozen
class ErrorFactory:
    """Makes and completes the errors of one response.

    A service, or a proxy before it, may echo what was sent: nothing an error keeps contains the key.

    Attributes:
        status: the HTTP status.
        headers: of the response.
        secrets: of the request: its key, and the values of its credential headers.
        required_member: a member every result has; a JSON object without it may be an error of any shape.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    secrets: tuple[Secret, ...] = field(default=(), repr=False)
    required_member: str | None = None

    @classmethod
    def from_response(cls, response: Response, required_member: str | None = None) -> Self:
        """The factory for the errors of a response."""
        return cls(response.status, response.headers, _secrets_of(response.request), required_member)

    def build_api_error(self, body: bytes) -> APIError:
        """The error of a failing response, or of an event that carries one."""
        from .error_body import build_api_error

        return build_api_error(self.status, self._redacted_headers(), self.redact(body))

    def redact(self, body: bytes) -> bytes:
        """The bytes with every secret replaced by asterisks."""
        return redact(body, self._revealed())

    def find_in_success(self, body: bytes) -> APIError | None:
        """The error that the body of a success carries, None where it carries none."""
        # Every such body contains this word, and most bodies do not contain it at all.
        bare = self.required_member is not None and f'"{self.required_member}"'.encode() not in body
        if b"error" not in body and not bare:
            return None
        from .error_body import find_nested_error

        return self.build_api_error(body) if find_nested_error(body, bare=bare) else None

    def build_decode_error(self, reason: str, body: bytes | None) -> DecodeError:
        """The error of a success that is not what it must be, with the beginning of its body."""
        from openrouterkit_runtime.responses import decode_text

        beginning = self.redact((body or b"")[:_BEGINNING])
        return self.complete(DecodeError(reason, decode_text(beginning, self.headers)))

    def build_stream_error(self, reason: str, event: str) -> StreamError:
        """The error of an event that cannot be read, with the beginning of its data."""
        error = StreamError(reason)
        error.body = self._redacted(event[:_BEGINNING])[: _BEGINNING // 2]
        return self.complete(error)

    def complete(self, error: E, attempts: tuple[Attempt, ...] = ()) -> E:
        """The error with what is known of its response: status, headers, ids and attempts, without secrets."""
        error.attempts = attempts or error.attempts
        if isinstance(error, APIError):  # made from the response
            return error
        from .error_body import find_request_id

        headers = self._redacted_headers()
        error.args = tuple(self._redacted(part) if isinstance(part, str) else part for part in error.args)
        error.status_code = self.status
        error.headers = headers
        error.generation_id = error.generation_id or headers.get("x-generation-id")
        error.request_id = error.request_id or find_request_id(headers)
        return error

    def _revealed(self) -> tuple[str, ...]:
        return tuple(secret.reveal() for secret in self.secrets)

    def _redacted(self, text: str) -> str:
        return redact_text(text, self._revealed())

    def _redacted_headers(self) -> Mapping[str, str]:
        redacted = [(name, self._redacted(value)) for name, value in self.headers.items()]
        unchanged = all(value == self.headers[name] for name, value in redacted)
        return self.headers if unchanged else Headers(redacted)


def _secrets_of(request: Request) -> tuple[Secret, ...]:
    values = (value for name, value in request.headers.items() if name.lower() in CREDENTIALS)
    secrets = tuple(Secret(word) for value in values for word in value.split())
    return secrets if request.key is None else (request.key, *secrets)
