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
        InvalidValueError                     JSON that does not have the requested Python type; see `.problems`
      ToolError                               a tool that cannot do what the model requested; the model reads the text
      ParseError                              an answer from which `chat.parse` reads no value; see `.text`, `.result`
        RefusalError                          the model refused to answer
        TruncatedError                        the answer was cut off at its limit of tokens
        InvalidOutputError                    an answer that does not have the type, also after the corrections
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

from typing import TYPE_CHECKING

from openrouterkit_runtime.json import DecodeError as InvalidJsonError

from ._errors.parse_errors import InvalidOutputError, ParseError, RefusalError, TruncatedError
from ._errors.sdk_error import (
    ConfigurationError,
    ConnectionFailedError,
    InvalidArgumentError,
    OpenRouterError,
    Phase,
    SDKError,
    TimedOutError,
)
from ._errors.status_errors import (
    APIError,
    BadGatewayResponseError,
    BadRequestResponseError,
    ConflictResponseError,
    EdgeNetworkTimeoutResponseError,
    ForbiddenResponseError,
    InternalServerResponseError,
    NotFoundResponseError,
    PayloadTooLargeResponseError,
    PaymentRequiredResponseError,
    ProviderOverloadedResponseError,
    RequestTimeoutResponseError,
    ServiceUnavailableResponseError,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    UnprocessableEntityResponseError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "APIError",
    "BadGatewayResponseError",
    "BadRequestResponseError",
    "ConfigurationError",
    "ConflictResponseError",
    "ConnectionFailedError",
    "DecodeError",
    "EdgeNetworkTimeoutResponseError",
    "ForbiddenResponseError",
    "IncompleteStreamError",
    "InternalServerResponseError",
    "InvalidArgumentError",
    "InvalidOutputError",
    "InvalidValueError",
    "NotFoundResponseError",
    "OpenRouterError",
    "ParseError",
    "PayloadTooLargeResponseError",
    "PaymentRequiredResponseError",
    "Phase",
    "ProviderOverloadedResponseError",
    "RefusalError",
    "RequestTimeoutResponseError",
    "SDKError",
    "ServiceUnavailableResponseError",
    "StreamError",
    "TimedOutError",
    "TooManyRequestsResponseError",
    "TruncatedError",
    "UnauthorizedResponseError",
    "UnprocessableEntityResponseError",
]


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


class InvalidValueError(DecodeError):
    """A JSON value does not have the requested Python type, such as an answer or the arguments of a tool call.

    Args:
        message: The text of the error.
        problems: What is wrong, as pairs of a path and a reason. The path contains names of members and indexes.
        body: The JSON text; None if it is not known.

    Attributes:
        problems: See Args. Depending on the library that reads the type, it has all problems, or the first one.
        path: The path of the first problem; () for the value itself.
        reason: The reason of the first problem.
    """

    def __init__(
        self,
        message: str = "",
        problems: Sequence[tuple[tuple[str | int, ...], str]] = (),
        body: bytes | str | None = None,
    ) -> None:
        super().__init__(message, body)
        self.problems: tuple[tuple[tuple[str | int, ...], str], ...] = tuple(problems)
        self.path, self.reason = self.problems[0] if self.problems else ((), message)


# Tracebacks, and the pickles of other processes, name the module that is public.
for _name in __all__:
    if isinstance(_kind := globals()[_name], type):
        _kind.__module__ = __name__
