"""The exceptions that calls raise. All derive from `OpenRouterError`.

    OpenRouterError
      ConfigurationError                      invalid settings or arguments; nothing was sent
      ConnectionFailedError                   no complete response, or for streams no response headers
        TimedOutError                         a limit of TimeoutOptions passed, also during a stream; see `.phase`
      APIError                                the service responded with an error; other statuses than these:
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
      StreamError                             after the 200: bad framing, an event that is not JSON
        IncompleteStreamError                 cut, reset, or ended before it was complete
      DecodeError                             not JSON, not the kind of thing it must be, wrong content type
      oauth.LoginError                        a login in the browser that gave no key
      webhooks.WebhookSignatureError          a webhook that is not to be taken for the service's

The same `APIError` is raised whether the error came as a status, inside a 200, in a choice or in the middle of a
stream. All of them pickle and copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import openrouterkit_api

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._flow.attempt import Attempt

Phase = Literal["connect", "write", "pool", "read", "first_token", "idle", "total"]


class OpenRouterError(Exception):
    """The root of the tree.

    Attributes:
        attempts: what was tried, in order; () before the first.
        partial: the result accumulated before a stream failed, None elsewhere.
        status_code: of the answer; None where there was none.
        headers: of the answer, by name in any case; {} where there was none.
        generation_id: the service's id of the generation, where it gave one.
        request_id: the id of the request in the service's logs, where it gave one.
    """

    attempts: tuple[Attempt, ...] = ()
    partial: Any = None
    status_code: int | None = None
    headers: Mapping[str, str] = {}
    generation_id: str | None = None
    request_id: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self.args, self.__dict__.copy()


class ConfigurationError(OpenRouterError):
    """The call cannot be made as it was asked for; nothing was sent."""


class ConnectionFailedError(OpenRouterError):
    """The connection failed: no whole answer to a plain call, no head of a stream.

    Attributes:
        answered: whether some of the answer had come, so that the service has done (and billed) the work.
    """

    answered: bool = False


class TimedOutError(ConnectionFailedError):
    """A limit of `TimeoutOptions` passed.

    Attributes:
        phase: which one: connect, write, pool, read, first_token, idle or total.
    """

    def __init__(self, message: str = "", phase: Phase = "total") -> None:
        super().__init__(message, phase)
        self.phase: Phase = phase

    def __str__(self) -> str:
        return str(self.args[0])


class APIError(OpenRouterError):
    """The service answered that the call failed.

    Attributes:
        status_code: the effective one: HTTP's, or the body's code where a 200 carries an error.
        code: the body's own, number or text, None where it has none.
        error_type: the word for the kind of error, such as `context_length_exceeded`.
        message: what happened, with the provider's own reason in it; at most 1,000 characters.
        provider_name: the provider that failed behind the service.
        metadata: the error's own members.
        retry_after: the seconds the service asks to wait, None where it does not.
        retryable: what the service says of trying again, None where it does not.
        body: the decoded JSON; the beginning of the text where it is not JSON or over 64 kB; None where it is empty.
    """

    hint: ClassVar[str] = ""

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
        # An answer always has one.
        self.status_code = status_code  # pyright: ignore[reportIncompatibleVariableOverride]
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
        words = [str(word) for word in (self.status_code, self.code, self.error_type) if word is not None]
        hint = self._hint()
        return f"{provider}{self.message} ({', '.join(dict.fromkeys(words))}){': ' if hint else ''}{hint}"

    def _hint(self) -> str:
        if self.retry_after:
            return f"{self.hint or 'try again'} after {self.retry_after:.3g} s"
        return self.hint


class BadRequestResponseError(APIError):
    """400: the request is wrong as it stands."""

    hint = "mend the request, or choose a model that takes it"


class UnauthorizedResponseError(APIError):
    """401: the key is missing, wrong, expired or disabled."""

    hint = "check the API key (api_key= or OPENROUTER_API_KEY)"


class PaymentRequiredResponseError(APIError):
    """402: the account or the key has too little credit left."""

    hint = "add credits, raise the key's limit, or ask for fewer tokens"


class ForbiddenResponseError(APIError):
    """403: the key may not do this, or moderation refused the input."""

    hint = "check what the key may do and what moderation says in .metadata"


class NotFoundResponseError(APIError):
    """404: no such model, route or object."""

    hint = "check the model's name, the path and the base URL"


class RequestTimeoutResponseError(APIError):
    """408: the service gave the request up."""

    hint = "try again"


class ConflictResponseError(APIError):
    """409: the request meets another that is under way."""

    hint = "try again"


class PayloadTooLargeResponseError(APIError):
    """413: the request is too large."""

    hint = "send less: shorter messages, smaller files"


class UnprocessableEntityResponseError(APIError):
    """422: the request is well formed, and makes no sense to the service."""

    hint = "mend the request"


class TooManyRequestsResponseError(APIError):
    """429: too many requests, here or at the provider."""

    hint = "slow down and try again"


class InternalServerResponseError(APIError):
    """500: the service failed."""

    hint = "try again, or another model"


class BadGatewayResponseError(APIError):
    """502: the provider failed or answered nonsense."""

    hint = "try again, or another provider"


class ServiceUnavailableResponseError(APIError):
    """503: no provider can take the request now."""

    hint = "try again, or loosen the provider routing"


class EdgeNetworkTimeoutResponseError(APIError):
    """524: the provider took longer than the network in between waits."""

    hint = "try again, or stream the answer"


class ProviderOverloadedResponseError(APIError):
    """529: the provider is overloaded."""

    hint = "try again, or another provider"


class StreamError(OpenRouterError):
    """A stream broke its own rules after the 200: bad framing, an event that is not a JSON object.

    Attributes:
        body: the beginning of what could not be read, None where nothing was there.
    """

    body: str | None = None


class IncompleteStreamError(StreamError):
    """A stream was cut, reset, closed, or ended before it was complete; `.partial` holds what had come."""


class DecodeError(OpenRouterError, openrouterkit_api.DecodeError):
    """A success that is not what it must be: not JSON, not an object, empty, or of another content type.

    Attributes:
        body: the beginning of the body, as text; None where it is empty.
    """

    def __init__(self, message: str = "", body: bytes | str | None = None) -> None:
        OpenRouterError.__init__(self, message)
        text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
        self.body = text[:2000] if text else None
