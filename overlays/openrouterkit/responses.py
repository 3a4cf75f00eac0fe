"""The HTTP side of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._flow.attempt import Attempt
    from .flow import Response


@frozen
class RateLimits:
    """What the `X-RateLimit-*` headers say, as they say it; None where one is missing or no number.

    Attributes:
        limit: requests allowed in the window.
        remaining: of them, left.
        reset: when the window ends, in the unit the service chose (an instant in seconds or milliseconds, or seconds).
    """

    limit: float | None
    remaining: float | None
    reset: float | None


@frozen
class CallResponse:
    """The HTTP side of an answer.

    Attributes:
        status: HTTP's.
        headers: by name, in any case.
        attempts: what was tried, the one that answered last.
        latency: seconds the last attempt took, to the whole answer or to a stream's first event.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    attempts: tuple[Attempt, ...]
    latency: float

    @classmethod
    def of(cls, response: Response) -> Self:
        """The HTTP side of a flow's response."""
        return cls(response.status, response.headers, response.attempts, response.latency)

    @property
    def generation_id(self) -> str | None:
        """The service's id of the generation, None where the headers have none."""
        return self.headers.get("x-generation-id")

    @property
    def request_id(self) -> str | None:
        """The id of the request in the service's logs, None where the headers have none."""
        from ._errors.error_body import find_request_id

        return find_request_id(self.headers)

    @property
    def rate_limits(self) -> RateLimits:
        """What is left of the rate limit."""
        stated = (self.headers.get(f"x-ratelimit-{name}") for name in ("limit", "remaining", "reset"))
        return RateLimits(*(_number(value) for value in stated))


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if abs(number) < 1e300 else None  # neither nan nor an infinity


@frozen
class RawResponse(CallResponse):
    """An answer as it came, from `client.request(...)`.

    Attributes:
        content: the body, decompressed.
    """

    content: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, response: Response) -> Self:
        """The whole of a flow's response."""
        return cls(response.status, response.headers, response.attempts, response.latency, response.content or b"")

    @property
    def text(self) -> str:
        """The body as text; bytes that are not of its charset become U+FFFD."""
        from openrouterkit_runtime.responses import decode_text

        return decode_text(self.content, self.headers)

    def json(self) -> Any:
        """The body's JSON value.

        Raises:
            DecodeError: the body is not JSON.
        """
        import openrouterkit_api
        from openrouterkit_runtime.json import decode as decode_json

        from .errors import DecodeError

        try:
            return decode_json(self.content)
        except openrouterkit_api.DecodeError as error:
            raise DecodeError(str(error), self.content) from None
