"""What is logged of a call: a line for each request and each wait before a retry, and bodies if that is enabled."""

from __future__ import annotations

from logging import DEBUG, INFO, WARNING
from typing import TYPE_CHECKING, Any, Final

from .._errors.error_message import truncate
from .._errors.redacted_bodies import redact_body
from .._flow.loggers import body_logger, logger
from .._flow.request import format_url

if TYPE_CHECKING:
    from collections.abc import Collection

    from .._flow.attempt import Attempt
    from .._flow.event_parser import EventParser
    from ..flow import Request, Response

BODY_LIMIT: Final = 4000
"""Maximum length of a logged body, or of a line of a stream, in characters."""


def log_attempt(request: Request, attempt: Attempt) -> None:
    """Log the outcome of an attempt, and the wait before the next one.

    A plain response is logged when it is complete, and a stream when its first event was received.
    """
    if not logger.isEnabledFor(WARNING):
        return
    url = format_url(request.url)
    if logger.isEnabledFor(INFO):
        outcome = attempt.status if attempt.status is not None else (attempt.error or "").partition(":")[0]
        event = ", first event" if request.stream and attempt.error is None else ""
        line = "%s %s: %s%s in %.3f s, attempt %d"
        logger.info(line, request.method, url, outcome, event, attempt.elapsed, attempt.number)
    if attempt.wait is not None:
        line = "%s %s: retrying in %.3g s after attempt %d (%s)"
        logger.warning(line, request.method, url, attempt.wait, attempt.number, attempt.reason)


def log_redirect(request: Request, status: int, target: str) -> None:
    """Log a redirect that is followed."""
    if logger.isEnabledFor(INFO):
        line = "%s %s: %d, redirected to %s"
        logger.info(line, request.method, format_url(request.url), status, format_url(target))


def log_request_body(request: Request) -> None:
    """Log the body of a request that is about to be sent, if bodies are logged."""
    if body_logger.isEnabledFor(DEBUG) and request.content is not None:
        content = request.content
        body = content if isinstance(content, bytes) else f"<{type(content).__name__}>".encode()
        _log_body(request, "request body", body, request.reveal_secrets())


def log_response_body(response: Response) -> None:
    """Log the body of a plain response, if bodies are logged."""
    if body_logger.isEnabledFor(DEBUG) and response.content is not None:
        request = response.request
        _log_body(request, f"response body, status {response.status}", response.content, request.reveal_secrets())


def log_stream_lines(request: Request, parser: EventParser) -> None:
    """Make a parser log the lines that it receives, if bodies are logged."""
    if not body_logger.isEnabledFor(DEBUG):
        return
    secrets = request.reveal_secrets()
    parse, end = parser.feed, parser.end
    rest = bytearray()

    def log_and_parse(data: bytes, now: float) -> bool:
        # Lines rather than reads, because a secret may be in two reads.
        *lines, incomplete = data.split(b"\n")
        for line in lines:
            rest.extend(line)
            if rest.strip():
                _log_body(request, "stream line", bytes(rest), secrets)
            rest.clear()
        rest.extend(incomplete)
        return parse(data, now)

    def log_and_end(now: float) -> None:
        if rest.strip():
            _log_body(request, "end of the stream", bytes(rest), secrets)
        end(now)

    wrapped: Any = parser  # methods of instances cannot be replaced as far as type checkers know
    wrapped.feed, wrapped.end = log_and_parse, log_and_end


def _log_body(request: Request, kind: str, body: bytes, secrets: Collection[str]) -> None:
    line = "%s %s: %s, %d bytes: %s"
    body_logger.debug(line, request.method, format_url(request.url), kind, len(body), format_body(body, secrets))


def format_body(body: bytes, secrets: Collection[str]) -> str:
    """Return a body as one printable line without secrets; long base64 data is shortened. See `redact_body`."""
    return truncate(redact_body(body, secrets).decode("utf-8", "replace"), BODY_LIMIT)
