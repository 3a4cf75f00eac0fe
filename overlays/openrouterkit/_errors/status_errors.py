"""`APIError`, and its subclasses for statuses. `openrouterkit.errors` exports them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .sdk_error import SDKError

if TYPE_CHECKING:
    from collections.abc import Mapping


class APIError(SDKError):
    """The service responded with an error. The arguments of its constructor are most of the attributes.

    Attributes:
        answered: True if the body, or the event of a stream, also has content of the model, such as text or a tool
            call, so that the service may bill it. Such an error is not retried.
        status_code: The HTTP status, or the code in the body if a 200 response contains an error.
        code: The code in the body, an int or a str; None if the body has none.
        error_type: The kind of error, such as `context_length_exceeded`; None if the body has none.
        message: What happened, including the reason that the provider reported; at most 1,000 characters.
        provider_name: The provider whose response failed; None if the body does not name one.
        metadata: The `metadata` object of the error; {} if it has none.
        retry_after: Seconds that the service requests to wait before the next attempt; None if it does not.
        retryable: Whether the service reports that a retry can help; None if it does not report it.
        body: The decoded JSON body; the beginning of the text if it is not JSON or is larger than 64 KiB; None if it
            is empty.
        hint: What the caller can do about it, as the end of the error's text; "" if that is not known. A subclass
            may define it.
    """

    hint: str = ""

    answered: bool = False
    status_code: int

    def __init__(
        self,
        message: str = "",
        *,
        status_code: int = 0,
        code: int | str | None = None,
        error_type: str | None = None,
        provider_name: str | None = None,
        metadata: dict[str, Any] | None = None,
        retry_after: float | None = None,
        retryable: bool | None = None,
        headers: Mapping[str, str] | None = None,
        generation_id: str | None = None,
        request_id: str | None = None,
        body: Any = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status_code = status_code  # pyright: ignore[reportIncompatibleVariableOverride] - never None here
        self.code = code
        self.error_type = error_type
        self.provider_name = provider_name
        self.metadata = {} if metadata is None else metadata
        self.retry_after = retry_after
        self.retryable = retryable
        self.headers = {} if headers is None else headers
        self.generation_id = generation_id
        self.request_id = request_id
        self.body = body

    def __str__(self) -> str:
        provider = f"[{self.provider_name}] " if self.provider_name else ""
        details = [str(detail) for detail in (self.status_code, self.code, self.error_type) if detail is not None]
        hint = self._build_hint()
        return f"{provider}{self.message} ({', '.join(dict.fromkeys(details))}){': ' if hint else ''}{hint}"

    def _build_hint(self) -> str:
        if self.retry_after:
            return f"{self.hint or 'try again'} after {self.retry_after:.3g} s"
        return self.hint


class BadRequestResponseError(APIError):
    """400: the request is invalid."""

    hint = "fix the request"


class UnauthorizedResponseError(APIError):
    """401: the API key is missing, wrong, expired or disabled."""

    hint = "check the API key (api_key=)"


class PaymentRequiredResponseError(APIError):
    """402: the account or the API key has too little credit left."""

    hint = "check the credit and the limits of the account"


class ForbiddenResponseError(APIError):
    """403: the API key has no permission, or moderation rejected the input."""

    hint = "check the permissions of the API key"


class NotFoundResponseError(APIError):
    """404: the model, the path or the object does not exist."""

    hint = "check the names in the request, the path and the base URL"


class RequestTimeoutResponseError(APIError):
    """408: the service took too long and ended the request."""

    hint = "try again"


class ConflictResponseError(APIError):
    """409: the request conflicts with another one."""

    hint = "try again"


class PayloadTooLargeResponseError(APIError):
    """413: the request is too large."""

    hint = "send a smaller request"


class UnprocessableEntityResponseError(APIError):
    """422: the request is well-formed but has values that the service rejects."""

    hint = "fix the request"


class TooManyRequestsResponseError(APIError):
    """429: too many requests, to the service or to the provider. See `retry_after`."""

    hint = "slow down and try again"


class InternalServerResponseError(APIError):
    """500: the service failed."""

    hint = "try again"


class BadGatewayResponseError(APIError):
    """502: the provider failed, or its response was invalid."""

    hint = "try again"


class ServiceUnavailableResponseError(APIError):
    """503: no provider is available for the request."""

    hint = "try again"


class EdgeNetworkTimeoutResponseError(APIError):
    """524: the provider did not respond within the time limit of the network."""

    hint = "try again"


class ProviderOverloadedResponseError(APIError):
    """529: the provider is overloaded."""

    hint = "try again"
