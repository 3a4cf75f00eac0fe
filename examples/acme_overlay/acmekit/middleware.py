"""Middleware, an observer of streams, and a retry on results. Each works in sync and async clients."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from .answers import SourcedAnswer

if TYPE_CHECKING:
    from acme_api.models import AnswerPiece
    from openrouterkit.flow import Flow, Request, Response
    from openrouterkit.middleware import Handler, Middleware, StreamEnd
    from openrouterkit.sse import ServerSentEvent


def answer_in(language: str) -> Middleware:
    """Return middleware around calls that requests all answers in a language, unless a call names another one.

    A call names it as an argument, or for all middleware as `RequestOptions(context={"language": "pt"})`.
    """

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        if request.operation == "ask" and "language" not in request.json:
            request = request.with_json(language=request.context.get("language", language))
        return (yield from call_next(request))

    return middleware


def sign(secret: str) -> Middleware:
    """Return middleware around attempts that signs each of them with its own time, so that a retry is not rejected."""

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        moment = f"{time.time():.6f}"
        body = request.content if isinstance(request.content, bytes) else b""
        signature = hmac.new(secret.encode(), moment.encode() + body, hashlib.sha256).hexdigest()
        return (yield from call_next(request.with_headers({"X-Acme-Time": moment, "X-Acme-Signature": signature})))

    return middleware


class WordLedger:
    """Middleware around calls that counts the words of answers, also of streams that ended early."""

    def __init__(self) -> None:
        # Without a lock: the end of a dropped stream is reported during garbage collection, which may run in a thread
        # that holds the lock.
        self.entries: list[tuple[str, int]] = []

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Pass the request on, and note the words of its result."""
        response = yield from call_next(request)
        if request.operation == "ask":
            if response.stream is not None:
                return response.observed(on_end=self._add_stream)
            self._add("plain", response.result())
        return response

    @property
    def words(self) -> int:
        """Number of words so far."""
        return sum(words for _, words in self.entries)

    def _add_stream(self, end: StreamEnd) -> None:
        self._add(end.kind, end.result or end.partial)

    def _add(self, kind: str, answer: Any) -> None:
        self.entries.append((kind, answer.usage.words if answer is not None and answer.usage else 0))


class StreamMeter:
    """Middleware around attempts that counts the events of streams, and the pieces of answers among them."""

    def __init__(self) -> None:
        self.events: Counter[str] = Counter()
        self.pieces = 0

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Pass the request on, and count what its stream delivers."""
        response = yield from call_next(request)
        if response.stream is None:
            return response
        return response.observed(on_event=self._count_event, on_item=self._count_piece)

    def _count_event(self, event: ServerSentEvent) -> None:
        self.events[event.event] += 1

    def _count_piece(self, _: AnswerPiece) -> None:
        self.pieces += 1


def is_blank(result: Any) -> bool | None:
    """Return True for an answer without text, to retry it; for `RetryOptions(should_retry_result=is_blank)`."""
    return True if isinstance(result, SourcedAnswer) and not result.text else None
