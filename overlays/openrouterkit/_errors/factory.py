"""Creation of the errors of a response, without the secrets of its request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from attrs import field, frozen

from ..errors import APIError, DecodeError, SDKError, StreamError
from ..headers import Headers
from .error_message import decode_body
from .redaction import redact, redact_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._flow.attempt import Attempt
    from .._flow.request import Request
    from .._flow.response import Response
    from .._options.secret import Secret
    from ..service import Service

E = TypeVar("E", bound=SDKError)

_EXCERPT_LIMIT: Final = 4000
"""Bytes or characters of a body that go into a DecodeError or StreamError."""


@frozen
class ErrorFactory:
    """Creates the errors of one response, and adds the data of the response to other errors.

    A service or a proxy may echo the request in its response, so all data is redacted: no error contains the API key.

    Attributes:
        status: HTTP status of the response.
        headers: Headers of the response.
        secrets: Secrets to redact.
        required_member: JSON member that every result has; an object without it may be an error of any shape.
        service: The service that responded; None if it is unknown.
        request: The request, whose secrets are redacted too; None if it is unknown. They are collected when an error is
            created, as most responses cause none.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    secrets: tuple[Secret, ...] = field(default=(), repr=False)
    required_member: str | None = None
    service: Service | None = field(default=None, repr=False)
    request: Request | None = field(default=None, repr=False)

    @classmethod
    def from_response(cls, response: Response, required_member: str | None = None) -> Self:
        """Return the factory for the errors of a response."""
        request = response.request
        return cls(
            response.status,
            response.headers,
            required_member=required_member,
            service=request.service,
            request=request,
        )

    def build_api_error(self, body: bytes) -> APIError:
        """Return the error that the body of an error response, or the data of an error event, reports."""
        from .api_errors import build_api_error

        return build_api_error(self.status, self._redact_headers(), self.redact(body), service=self.service)

    def redact(self, body: bytes) -> bytes:
        """Return the data with every secret replaced by asterisks."""
        return redact(body, self._reveal_secrets())

    def find_in_success(self, body: bytes) -> APIError | None:
        """Return the error that the body of a successful response contains; None if it contains none."""
        if self.reads_own_errors and self.is_own_error(decode_body(body)):
            return self.build_api_error(body)
        # Fast check: an error body contains the word "error" or "detail", or lacks the required member.
        bare = self.required_member is not None and f'"{self.required_member}"'.encode() not in body
        if not bare and b"error" not in body and b'"detail"' not in body:
            return None
        from .error_body import find_nested_error

        return self.build_api_error(body) if find_nested_error(body, bare=bare) else None

    @property
    def reads_own_errors(self) -> bool:
        """True if the service has errors of a shape of its own, which `is_own_error` recognizes."""
        return self.service is not None and self.service.read_error is not None

    def is_own_error(self, value: Any) -> bool:
        """Return True if decoded JSON is an error by the rules of the service."""
        from .own_errors import read_own_error

        return self.service is not None and read_own_error(value, self.service) is not None

    def build_decode_error(self, reason: str, body: bytes | None) -> DecodeError:
        """Return the error for a successful response that cannot be decoded, with the beginning of its body."""
        from openrouterkit_runtime.responses import decode_text

        excerpt = self.redact((body or b"")[:_EXCERPT_LIMIT])
        return self.complete(DecodeError(reason, decode_text(excerpt, self.headers)))

    def build_stream_error(self, reason: str, event: str) -> StreamError:
        """Return the error for an event that cannot be decoded, with the beginning of its data."""
        error = StreamError(reason)
        error.body = self._redact_text(event[:_EXCERPT_LIMIT])[: _EXCERPT_LIMIT // 2]
        return self.complete(error)

    def complete(self, error: E, attempts: tuple[Attempt, ...] = ()) -> E:
        """Add status, headers, ids and attempts to an error, redact its message, and return it."""
        error.attempts = attempts or error.attempts
        if isinstance(error, APIError):  # already created from the response
            return error
        from .api_errors import find_request_id

        headers = self._redact_headers()
        error.args = tuple(self._redact_text(part) if isinstance(part, str) else part for part in error.args)
        error.status_code = self.status
        error.headers = headers
        error.generation_id = error.generation_id or headers.get("x-generation-id")
        error.request_id = error.request_id or find_request_id(headers)
        return error

    def _reveal_secrets(self) -> tuple[str, ...]:
        own = () if self.request is None else self.request.reveal_secrets()
        return (*(secret.reveal() for secret in self.secrets), *own)

    def _redact_text(self, text: str) -> str:
        return redact_text(text, self._reveal_secrets())

    def _redact_headers(self) -> Mapping[str, str]:
        redacted = [(name, self._redact_text(value)) for name, value in self.headers.items()]
        unchanged = all(value == self.headers[name] for name, value in redacted)
        return self.headers if unchanged else Headers(redacted)
