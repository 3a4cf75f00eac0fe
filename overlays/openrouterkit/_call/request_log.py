"""What is logged of a call: a line for each request and each wait before a retry, and bodies if that is enabled."""

from __future__ import annotations

import re
from functools import lru_cache
from logging import DEBUG, INFO, WARNING
from typing import TYPE_CHECKING, Any, Final

from .._errors.error_message import truncate
from .._errors.redaction import redact
from .._flow.exchange import format_url
from .._flow.loggers import body_logger, logger
from .._options.secret import is_credential

if TYPE_CHECKING:
    from collections.abc import Collection

    from .._flow.attempt import Attempt
    from .._flow.event_parser import EventParser
    from ..flow import Request, Response

BODY_LIMIT: Final = 4000
"""Maximum length of a logged body, or of a line of a stream, in characters."""

_LONG_BASE64: Final = re.compile(rb"([A-Za-z0-9+/_-]{40})([A-Za-z0-9+/_-]{360,}={0,2})")
# In JSON inside a string, such as the arguments of a tool call, quotes follow 1, 3 or 7 backslashes, by its depth.
_NAME: Final = re.compile(rb'(?<!\\)(\\{0,7})"([\w-]{1,60})\1"\s*:\s*')
_NUMBER: Final = re.compile(rb"-?\d[\d.eE+-]*")
_OTHER_KEY: Final = re.compile(rb"\bsk-[A-Za-z0-9_-]{16,}")


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
    """Return a body as one printable line without secrets; long base64 data is shortened.

    Secrets are those of the request, everything that looks like an API key (`sk-...`), and the texts, numbers and lists
    of JSON members whose names are those of credentials, such as `"token"`, also in JSON inside a string.
    """
    body = _OTHER_KEY.sub(b"sk-***", redact(body, secrets))
    body = _mask_members(body)
    body = _LONG_BASE64.sub(lambda match: b"%s... (%d characters)" % (match[1], len(match[0])), body)
    return truncate(body.decode("utf-8", "replace"), BODY_LIMIT)


def _mask_members(body: bytes) -> bytes:
    """Return a body with the texts, numbers and lists of members that contain credentials replaced."""
    parts: list[bytes] = []
    copied = place = 0
    while match := _NAME.search(body, place):
        place = match.end()
        if is_credential(match[2].decode("utf-8", "replace")):
            end = _find_end(body, place, match[1])
            if end > place:
                parts += [body[copied:place], b'%b"***%b"' % (match[1], match[1])]
                copied = place = end
    return b"".join((*parts, body[copied:]))


def _find_end(body: bytes, start: int, escape: bytes) -> int:
    """Return where the text, number or list ends that begins at `start`; `start` if there is none, or an empty one."""
    string = _compile_string(escape)
    if body[start : start + 1] != b"[":
        match = string.match(body, start) or _NUMBER.match(body, start)
        return start if match is None or match[0] == escape + b'"' + escape + b'"' else match.end()
    depth, place = 0, start
    # Brackets inside strings do not count. A list that is cut off extends to the end of the body.
    tokens = re.compile(string.pattern + rb"|[][]")
    while token := tokens.search(body, place):
        place = token.end()
        depth += {b"[": 1, b"]": -1}.get(token[0], 0)
        if depth == 0:
            return place
    return len(body)


@lru_cache(maxsize=8)
def _compile_string(escape: bytes) -> re.Pattern[bytes]:
    """Return the pattern of a JSON string whose quotes follow these backslashes; its end may be cut off."""
    e = re.escape(escape)
    # An escaped quote or backslash is two characters, each after these backslashes. Possessive, so that no body takes
    # more than linear time.
    inner = rb'(?:[^"\\]|%b\\%b["\\]|\\{1,7}(?!["\\]))*+' % (e, e)
    return re.compile(rb'%b"%b(?:%b")?' % (e, inner, e))
