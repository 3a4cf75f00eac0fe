"""`RequestLog`: a line of JSON for each call."""

from __future__ import annotations

import inspect
import logging
import os
import threading
from collections import deque
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import msgspec

from ..errors import APIError, ConfigurationError
from ..responses import CallResponse
from .outcomes import Outcome, report_outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..flow import Flow, Request, Response
    from .signatures import Handler

__all__ = ["RequestLog", "TextFile"]

_logger = logging.getLogger("openrouterkit")


class TextFile(Protocol):
    """An open text file, or an object like it."""

    def write(self, text: str, /) -> object:
        """Write a text."""
        ...

    def flush(self) -> object:
        """Write what is buffered."""
        ...


class RequestLog:
    """A middleware that writes a line of JSON for each call, when it has ended; for a stream, at its end.

        client = OpenRouter(middleware=[RequestLog("calls.jsonl")])

    A line has these members; those without a value are left out:

        time               when the call began, in UTC
        service, operation, method, path
        model, requested_model
        stream             true for a stream
        kind               complete or failed; for streams also closed or dropped
        status             HTTP status, or that of the error in a stream or body
        http_status        HTTP status, if it differs: 200 for an error in the middle of a stream
        cached             true for a response that a Cache has stored
        id                 id of the result
        request_id         id of the request in the service's logs
        seconds            duration of the call
        first_event        seconds until the first event of a stream
        tokens             {input, output, cached, cache_write, reasoning}
        cost               US dollars
        error              {type, message, code}
        attempts           [{status, error, seconds, wait}], if there was more than one
        context            what `context=` selects of the context of the call
        request, response  the bodies, if bodies=True

    Calls do not fail because a line cannot be written: the first of consecutive failures is reported to the logger
    `openrouterkit`, and the line is lost. In `attempt_middleware`, there is a line for each attempt, with its number.

    Args:
        target: The path of a file, to which lines are appended, also by several processes, and which only its user can
            read if it does not exist yet; an open text file; or a function that receives each record as a dict. Files
            and functions are used by one thread at a time. They run in the thread of the call, so a function must not
            block for long; for slow targets pass `queue.SimpleQueue().put`.
        bodies: True to add request and response bodies. Credentials are replaced as in logs, and long base64 data is
            shortened; texts of users and models are not changed.
        context: Names of values in `RequestOptions(context=...)` to add.
    """

    def __init__(
        self,
        target: str | os.PathLike[str] | TextFile | Callable[[dict[str, Any]], object],
        *,
        bodies: bool = False,
        context: tuple[str, ...] | list[str] = (),
    ) -> None:
        self._write = _build_writer(target)
        self._bodies = bodies
        if isinstance(context, str):
            raise ConfigurationError(f"context must be a list of names: write context=[{context!r}]")
        self._context = tuple(context)
        self._waiting: deque[dict[str, Any]] = deque()
        self._lock = threading.Lock()
        self._has_failed = False

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Run the call, and log it when it has ended."""
        return report_outcome(request, call_next, self._log, whole=self._bodies)

    def _log(self, outcome: Outcome) -> None:
        try:
            self._waiting.append(self._build_record(outcome))
        except Exception as error:  # noqa: BLE001 - a log must not make calls fail
            self._report(error)
        # A stream that is dropped is logged during garbage collection, maybe in a thread that has the lock. The thread
        # that has it writes this line, too; after it was released, this thread writes what was added meanwhile.
        while self._waiting and self._lock.acquire(blocking=False):
            try:
                while self._waiting:
                    self._write_one(self._waiting.popleft())
            finally:
                self._lock.release()

    def _write_one(self, record: dict[str, Any]) -> None:
        try:
            self._write(record)
        except Exception as error:  # noqa: BLE001 - a log must not make calls fail
            self._report(error)
        else:
            self._has_failed = False

    def _report(self, error: Exception) -> None:
        if not self._has_failed:
            self._has_failed = True
            text = "the request log cannot be written: %s: %s; this is reported once until a line is written"
            _logger.error(text, type(error).__name__, error)

    def _build_record(self, outcome: Outcome) -> dict[str, Any]:
        request, usage, error = outcome.request, outcome.usage, outcome.error
        response = error if outcome.response is None else CallResponse.of(outcome.response)
        tokens = {
            "input": usage.input_tokens,
            "output": usage.output_tokens,
            "cached": usage.cached_tokens,
            "cache_write": usage.cache_write_tokens,
            "reasoning": usage.reasoning_tokens,
        }
        record = {
            "time": datetime.fromtimestamp(outcome.began_at, UTC).isoformat(timespec="milliseconds"),
            "service": None if request.service is None else request.service.name,
            "operation": request.operation,
            "method": request.method,
            "path": urlsplit(request.url).path,
            "attempt": request.attempt or None,
            "model": outcome.model,
            "requested_model": request.model if request.model != outcome.model else None,
            "stream": request.stream or None,
            "kind": outcome.kind,
            "status": outcome.status,
            "http_status": outcome.http_status if outcome.http_status != outcome.status else None,
            "cached": outcome.is_cached or None,
            "id": outcome.id,
            "request_id": getattr(response, "request_id", None),
            "seconds": round(outcome.elapsed, 6),
            "first_event": None if outcome.first_event is None else round(outcome.first_event, 6),
            "tokens": _remove_empty(tokens) or None,
            "cost": usage.cost,
            "error": None if error is None else _describe_error(error),
            "attempts": _describe_attempts(outcome.attempts),
            "context": {name: request.context[name] for name in self._context if name in request.context} or None,
        }
        if self._bodies:
            body = dict(outcome.body)
            if not body and isinstance(error, APIError):
                body = error.body
            record["request"] = _redact(request.json, request)
            record["response"] = _redact(body or None, request)
        return _remove_empty(record)


def _build_writer(target: Any) -> Callable[[dict[str, Any]], object]:
    """Return the function that writes a record."""
    if isinstance(target, str | os.PathLike):
        path = Path(target)

        def append(record: dict[str, Any]) -> None:
            # Opened for each line, so that files can be moved away, and one write, so that processes can share a file.
            with open(path, "ab", buffering=0, opener=_open_private) as file:
                line = _encode(record)
                if file.write(line) < len(line):
                    raise OSError(f"only a part of a line was written to {path}")

        return append
    if hasattr(target, "write"):

        def write(record: dict[str, Any]) -> None:
            target.write(_encode(record).decode())
            target.flush()

        return write
    if not callable(target):
        raise ConfigurationError(f"a RequestLog needs a path, an open text file or a function, not {target!r:.100}")
    if inspect.iscoroutinefunction(target) or inspect.iscoroutinefunction(type(target).__call__):
        name = getattr(target, "__qualname__", type(target).__name__)
        raise ConfigurationError(f"{name} is async: pass a plain function, such as the put_nowait of an asyncio.Queue")
    function: Callable[[dict[str, Any]], object] = target
    return function


def _open_private(path: str, flags: int) -> int:
    """Open a file; only its user can read it if it did not exist, because its lines may be personal data."""
    return os.open(path, flags, 0o600)


def _encode(record: dict[str, Any]) -> bytes:
    return msgspec.json.encode(record, enc_hook=str) + b"\n"


def _describe_error(error: BaseException) -> dict[str, Any]:
    return _remove_empty(
        {"type": type(error).__name__, "message": str(error) or None, "code": getattr(error, "code", None)}
    )


def _describe_attempts(attempts: tuple[Any, ...]) -> list[dict[str, Any]] | None:
    if len(attempts) < 2:
        return None
    return [
        _remove_empty(
            {
                "model": each.model,
                "status": each.status,
                "error": each.error,
                "seconds": round(each.elapsed, 6),
                "wait": each.wait,
            }
        )
        for each in attempts
    ]


def _redact(body: Any, request: Request) -> Any:
    """Return JSON without secrets; a text if it is no longer JSON."""
    if body is None:
        return None
    redacted = request.redact_body(msgspec.json.encode(body, enc_hook=str))
    try:
        return msgspec.json.decode(redacted)
    except msgspec.DecodeError:
        return redacted.decode("utf-8", "replace")


def _remove_empty(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}
