"""The base class of all exceptions, and those of calls without a response. `openrouterkit.errors` exports them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._flow.attempt import Attempt

Phase = Literal["connect", "write", "pool", "read", "first_token", "idle", "total"]
"""The limit of `TimeoutOptions` that was exceeded."""


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
        run: The `Run` so far, if a run of tools failed, which `chat.resume` continues; None for other calls.
    """

    attempts: tuple[Attempt, ...] = ()
    partial: Any = None
    status_code: int | None = None
    headers: Mapping[str, str] = {}
    generation_id: str | None = None
    request_id: str | None = None
    run: Any = None

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
