"""Steps that are exceptions: what the service sends, or how the connection fails, so that the client raises them."""

from __future__ import annotations

from typing import Any

from ..errors import APIError, ConnectionFailedError, OpenRouterError, TimedOutError
from ..testing.replies import Failure, ScriptError
from ..testing.step_types import ErrorReply
from ..testing.steps import connection_error, error, timeout


def convert_exception(exception: BaseException | type[BaseException]) -> Failure | ErrorReply:
    """Return the step for an exception, or for a class of exceptions.

    An `APIError` becomes a response with its status and body, a `ConnectionFailedError` a failed connection, and a
    `TimedOutError` a limit that is exceeded. Any other exception, such as one of httpx, is raised unchanged.

    Raises:
        ScriptError: The exception is raised by the client itself, and for another reason.
    """
    instance = _instantiate(exception) if isinstance(exception, type) else exception
    if isinstance(instance, APIError):
        return _convert_api_error(instance)
    if isinstance(instance, TimedOutError):
        if instance.phase in ("connect", "pool", "write", "read"):
            return timeout(instance.phase)
        raise ScriptError(
            f"the limit {instance.phase} needs time: write stream(..., pause(seconds)), or completion(..., delay=1)"
        )
    if isinstance(instance, ConnectionFailedError):
        return connection_error(str(instance))
    if isinstance(instance, OpenRouterError):
        name = type(instance).__name__
        raise ScriptError(f"{name} is raised by the client: script what causes it, such as stream(..., complete=False)")
    return Failure(type(instance).__name__, str(instance), instance)


def _instantiate(kind: type[BaseException]) -> BaseException:
    from .._errors.api_errors import CLASS_BY_STATUS

    if issubclass(kind, APIError):
        statuses = [status for status, each in CLASS_BY_STATUS.items() if issubclass(kind, each)]
        if not statuses:
            raise ScriptError(
                f"{kind.__name__} has no status of its own: write an int, or {kind.__name__}(status_code=...)"
            )
        return kind(status_code=statuses[0])
    return TimedOutError(phase="read") if issubclass(kind, TimedOutError) else kind()


def _convert_api_error(exception: APIError) -> ErrorReply:
    if isinstance(exception.body, dict):
        converted = error(exception.status_code, retry_after=exception.retry_after, headers=dict(exception.headers))
        return ErrorReply(converted.status, exception.body, converted.headers)
    from .._errors.api_errors import CLASS_BY_STATUS

    status = exception.status_code
    if not status:
        kinds: list[Any] = [code for code, kind in CLASS_BY_STATUS.items() if isinstance(exception, kind)]
        status = kinds[0] if kinds else 500
    converted = error(
        status,
        exception.message or None,
        error_type=exception.error_type,
        provider=exception.provider_name,
        retry_after=exception.retry_after,
        metadata=exception.metadata,
        headers=dict(exception.headers),
    )
    if exception.code is not None:
        converted.body["error"]["code"] = exception.code
    return converted
