"""The HTTP side of responses: `CallResponse`, `RawResponse`, and the rate limits in their headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from attrs import field, frozen

from ._results.rate_limits import RateLimits, ReportedLimit, find_rate_limits, read_rate_limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._flow.attempt import Attempt
    from ._options.secret import Secret
    from .flow import Response

__all__ = ["CallResponse", "RateLimits", "RawResponse", "ReportedLimit", "read_rate_limits"]

_EXCERPT_LIMIT: Final = 8000
"""Bytes of a body that go into a DecodeError."""


@frozen
class CallResponse:
    """The status, headers and attempts of a call, as in `result.response`.

    Attributes:
        status_code: The HTTP status.
        headers: The headers, case-insensitive.
        attempts: All attempts of the call in order, the successful one last.
        latency: Seconds from the start of the last attempt to the complete response, or to the first event of a
            stream.
        is_complete: False for a stream that has ended, or was closed, before it was complete; see
            `RequestOptions.on_incomplete`.
    """

    status_code: int
    headers: Mapping[str, str] = field(repr=False)
    attempts: tuple[Attempt, ...]
    latency: float
    is_complete: bool = field(default=True, repr=False, kw_only=True)

    @classmethod
    def of(cls, response: Response) -> Self:
        """Build it from the response of a flow."""
        return cls(response.status, response.headers, response.attempts, response.latency)

    @property
    def status(self) -> int:
        """The same as `status_code`."""
        return self.status_code

    @property
    def generation_id(self) -> str | None:
        """The service's id of the generation; None if the headers have none."""
        return self.headers.get("x-generation-id")

    @property
    def request_id(self) -> str | None:
        """The id of the request in the service's logs; None if the headers have none."""
        from ._errors.api_errors import find_request_id

        return find_request_id(self.headers)

    @property
    def rate_limits(self) -> RateLimits:
        """The limit of requests and what is left of it, as headers such as `X-RateLimit-Remaining` report it."""
        return find_rate_limits(self.headers)


@frozen
class RawResponse(CallResponse):
    """The response to `client.request(...)`: status, headers, attempts and the body.

    Attributes:
        content: The body as bytes, decompressed.
    """

    content: bytes = field(default=b"", repr=False)
    # Secrets of the request, which the service may have sent back; an error of `json` does not contain them.
    _secrets: tuple[Secret, ...] = field(default=(), repr=False, eq=False)

    @classmethod
    def of(cls, response: Response) -> Self:
        """Build it, with the body, from the response of a flow."""
        content, secrets = response.content or b"", response.request.find_secrets()
        return cls(response.status, response.headers, response.attempts, response.latency, content, secrets)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.status_code, self.headers, self.attempts, self.latency, self.content)

    @property
    def text(self) -> str:
        """The body as text, decoded by its charset. Invalid bytes become U+FFFD."""
        from openrouterkit_runtime.responses import decode_text

        return decode_text(self.content, self.headers)

    def json(self) -> Any:
        """Return the body parsed as JSON.

        Raises:
            DecodeError: The body is not JSON.
        """
        import openrouterkit_api
        from openrouterkit_runtime.json import decode as decode_json

        from ._errors.redaction import redact
        from .errors import DecodeError

        try:
            return decode_json(self.content)
        except openrouterkit_api.DecodeError as error:
            problem = str(error)
        # Raised outside the except block: a traceback of the context would contain the body.
        raise DecodeError(problem, redact(self.content[:_EXCERPT_LIMIT], [each.reveal() for each in self._secrets]))
