"""The exceptions that calls raise. All derive from `SDKError`; `OpenRouterError` is the same class.

    SDKError
      ConfigurationError                      invalid settings or arguments; nothing was sent
        InvalidArgumentError                  an invalid argument of a call; also a TypeError and a ValueError
      ConnectionFailedError                   no complete response, or for streams no response headers
        TimedOutError                         a limit of TimeoutOptions was exceeded, also during a stream; see `.phase`
      APIError                                an error response; these statuses have a class each:
        BadRequestResponseError               400
        UnauthorizedResponseError             401
        PaymentRequiredResponseError          402
        ForbiddenResponseError                403
        NotFoundResponseError                 404
        RequestTimeoutResponseError           408
        ConflictResponseError                 409
        PayloadTooLargeResponseError          413
        UnprocessableEntityResponseError      422
        TooManyRequestsResponseError          429
        InternalServerResponseError           500
        BadGatewayResponseError               502
        ServiceUnavailableResponseError       503
        EdgeNetworkTimeoutResponseError       524
        ProviderOverloadedResponseError       529
      StreamError                             a stream that cannot be parsed: bad framing, an event that is not JSON
        IncompleteStreamError                 a stream that was cut, reset, closed or ended early; see `.partial`
      DecodeError                             a successful response that cannot be parsed, or of another content type
      middleware.CircuitOpenError             a request that a `CircuitBreaker` rejected
      middleware.RateLimitedError             a request that would wait too long for a `RateLimiter`
      oauth.LoginError                        a login in the browser that failed
      webhooks.WebhookSignatureError          a webhook without a valid signature

    try:
        result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])
    except TooManyRequestsResponseError as error:
        print(error.retry_after, error.request_id)
    except SDKError as error:
        print(error, error.attempts)

An error of the service raises the same `APIError` whether it arrives as an HTTP status, inside a 200 response, in a
choice, or as an event of a stream. All exceptions can be pickled and copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from openrouterkit_runtime.json import DecodeError as InvalidJsonError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._flow.attempt import Attempt

Phase = Literal["connect", "write", "pool", "read", "first_token", "idle", "total"]


class SDKError(Exception):
    """The base class of all exceptions of this package.

    Attributes:
        attempts: The attempts of the call in order, the failed one last; () if no request was sent.
        partial: The result accumulated before a stream failed, or the result beside the error in the response of
            another call; None if there is none.
        status_code: The status of the response; None without a response.
        headers: The headers of the response, case-insensitive; {} without a response.
        generation_id: The service's id of the generation; None if the response has none.
        request_id: The id of the request in the service's logs; None if the response has none.
    """

    attempts: tuple[Attempt, ...] = ()
    partial: Any = None
    status_code: int | None = None
    headers: Mapping[str, str] = {}
    generation_id: str | None = None
    request_id: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.args, self.__dict__.copy()


OpenRouterError = SDKError
"""Another name of `SDKError`."""


class ConfigurationError(SDKError):
    """A setting or an argument is invalid. Nothing was sent."""


class InvalidArgumentError(ConfigurationError, TypeError, ValueError):
    """An argument of a call has the wrong type or an invalid value. Nothing was sent."""


class ConnectionFailedError(SDKError):
    """The connection failed before the response was complete, or before the first event of a stream.

    Attributes:
        answered: True if a part of the response had arrived, so that the service did the work and may bill it.
        client_closed: True if the call ended because its client was closed. Such a call is not retried.
    """

    answered: bool = False
    client_closed: bool = False


class TimedOutError(ConnectionFailedError):
    """A limit of `TimeoutOptions` was exceeded.

    Args:
        message: The text of the error.
        phase: The name of the limit.

    Attributes:
        phase: The name of the limit: connect, write, pool, read, first_token, idle or total.
    """

    def __init__(self, message: str = "", phase: Phase = "total") -> None:
        super().__init__(message, phase)
        self.phase: Phase = phase

    def __str__(self) -> str:
        return str(self.args[0])


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


class StreamError(SDKError):
    """A stream cannot be parsed: bad framing, or an event that is not a JSON object.

    Attributes:
        body: The beginning of the text that cannot be parsed; None if there is none.
    """

    body: str | None = None


class IncompleteStreamError(StreamError):
    """A stream was cut, reset, closed, or ended early. `partial` has the result accumulated until then.

    A stream that is cut after its finish reason and before `[DONE]` is incomplete, too: its usage and cost may be
    missing.
    """


class DecodeError(SDKError, InvalidJsonError):
    """A successful response has an invalid body: not JSON, not an object, empty, or of another content type.

    Also raised for the arguments of a tool call that are not a JSON object.

    Args:
        message: The text of the error.
        body: The body; text or bytes.

    Attributes:
        body: The first 2,000 characters of the body, as text; None if it is empty.
    """

    def __init__(self, message: str = "", body: bytes | str | None = None) -> None:
        SDKError.__init__(self, message)
        text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
        self.body = text[:2000] if text else None
