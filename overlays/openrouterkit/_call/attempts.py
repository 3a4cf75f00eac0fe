"""One call as a flow: the attempts, what counts as a failure, what is tried again, and the story of it."""

from __future__ import annotations

import logging
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import frozen

from .._errors.factory import Failures
from ..errors import ConnectionFailedError, DecodeError, OpenRouterError
from ..flow import Call, Close, Exchange, Flow, Read, Request, Response, Sleep, do
from ..retries import Attempt, Decision, RetryOptions
from ..timeouts import Deadlines
from .middleware_chain import wrapped
from .redirects import MOST, redirected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..middleware import Middleware

R = TypeVar("R")

logger = logging.getLogger("openrouterkit")

ANSWER_LIMIT: Final = 128 * 1024 * 1024
"""Bytes of an answer, decompressed, beyond which it is not read on."""

FAILURE_LIMIT: Final = 1024 * 1024
"""Bytes of a failing answer that are read for what it says."""


@frozen
class Rules:
    """How one call is judged.

    Attributes:
        retries: when it is tried again.
        middleware: around it.
        checks_body: whether an error inside a 200 is a failure.
        errors_without_choices: whether a success without choices may be an error without a member `error`.
        is_empty: whether an answer is an empty completion; None where that does not arise.
        new_state: makes a stream's state of the answer, and of when it was sent and the call began; else None.
    """

    retries: RetryOptions
    middleware: tuple[Middleware, ...] = ()
    checks_body: bool = True
    errors_without_choices: bool = False
    is_empty: Callable[[Response], bool] | None = None
    new_state: Callable[[Response, float, float], Any] | None = None


def answered(request: Request, rules: Rules) -> Flow[Response]:
    """The answer to a request: read whole, or open at its first event where the rules have a stream's state.

    Raises:
        OpenRouterError: whatever the last attempt ended with, with all `.attempts`.
    """
    if not rules.middleware:
        response = yield from _attempts(request, rules)
        return response
    opened: list[Response] = []

    def handler(inner: Request) -> Flow[Response]:
        response = yield from _attempts(inner, rules)
        opened.append(response)
        return response

    flow = wrapped(rules.middleware, handler, lambda given: _accepted(given, rules))(request)
    response = yield from _closing(opened, flow)
    return response


def _closing(opened: Sequence[Response], flow: Flow[R]) -> Flow[R]:
    """The flow, whose failure closes the answers that are open by then."""
    try:
        result = yield from flow
    except GeneratorExit:
        raise
    except BaseException:
        for response in opened:
            yield from do(Close(response))
        raise
    return result


def _accepted(response: Response, rules: Rules) -> Flow[Response]:
    """What a middleware gave, judged like what the network gives: it may have answered by itself."""
    import httpx

    if not isinstance(response.headers, httpx.Headers):
        response.headers = httpx.Headers(dict(response.headers))
    if response.content is None and response.body is None:
        response.content = b""
    now = time.monotonic()
    try:
        yield from _taken_in(response, rules, response.deadlines or Deadlines(response.request.timeouts, now), now)
    except OpenRouterError as error:
        error.attempts = error.attempts or response.attempts
        raise
    return response


def _attempts(request: Request, rules: Rules) -> Flow[Response]:
    began = time.monotonic()
    deadlines = Deadlines(request.timeouts, began)
    made: tuple[Attempt, ...] = ()
    while True:
        sent = time.monotonic()
        response: Response | None = None
        failure: OpenRouterError | None = None
        try:
            response = yield from _attempt(request, rules, deadlines, sent)
        except OpenRouterError as error:
            failure = error
        try:
            now = time.monotonic()
            elapsed, left = now - began, deadlines.total_at - now
            wait, attempt = _judged(request, rules, response, failure, len(made) + 1, now - sent, elapsed, left)
            made = (*made, attempt)
            _log(request, attempt)
            if rules.retries.on_attempt is not None:
                yield from _closing([response] if response else [], do(Call(rules.retries.on_attempt, (attempt,))))
            if wait is None:
                if failure is not None:
                    failure.attempts = made
                    raise failure
                assert response is not None
                response.attempts = made
                return response
        finally:
            failure = None  # or the error would hold the frame that holds the error
        if response is not None:
            yield from do(Close(response))
        yield from do(Sleep(wait))


def _judged(
    request: Request,
    rules: Rules,
    response: Response | None,
    failure: OpenRouterError | None,
    number: int,
    took: float,
    elapsed: float,
    left: float,
) -> tuple[float | None, Attempt]:
    if failure is None:
        assert response is not None
        empty = rules.retries.empty and rules.is_empty is not None and rules.is_empty(response)
        if not empty:
            return None, Attempt(number, response.status, None, took)
    decision = rules.retries.decide(failure, number, elapsed, left=left)
    if decision.wait is not None and not request.replayable:
        decision = Decision(None, "the body is an open file that cannot be read again")
    status = failure.status_code if failure is not None else response.status if response is not None else None
    return decision.wait, Attempt(
        number,
        status,
        None if failure is None else f"{type(failure).__name__}: {failure}",
        took,
        decision.wait,
        decision.reason,
    )


def _log(request: Request, attempt: Attempt) -> None:
    if not logger.isEnabledFor(logging.DEBUG):
        return
    url = re.sub("//[^/]*@", "//", request.url.partition("?")[0])  # without a password
    after = "" if attempt.wait is None else f"; again in {attempt.wait:.3g} s ({attempt.reason})"
    outcome = attempt.status if attempt.status is not None else (attempt.error or "").partition(":")[0]
    line = "%s %s: %s in %.3f s, attempt %d%s"
    logger.debug(line, request.method, url, outcome, attempt.elapsed, attempt.number, after)


def _attempt(request: Request, rules: Rules, deadlines: Deadlines, sent: float) -> Flow[Response]:
    deadlines.check(sent)
    deadlines.sent(sent)
    response = yield from _exchanged(request, deadlines)
    yield from _taken_in(response, rules, deadlines, sent)
    response.latency = time.monotonic() - sent
    return response


def _taken_in(response: Response, rules: Rules, deadlines: Deadlines, sent: float) -> Flow[None]:
    """Read an answer as far as the call waits for it, and raise the failure it may be."""
    response.deadlines = deadlines
    try:
        if not 200 <= response.status < 300:
            yield from _fail(response, deadlines)
        if rules.new_state is not None:
            if response.state is None:
                yield from _first_event(response, rules.new_state(response, sent, deadlines.began), deadlines)
        else:
            response.content = yield from read_whole(response, deadlines, ANSWER_LIMIT)
            if rules.checks_body:
                failure = Failures.of(response).inside(response.content, without_choices=rules.errors_without_choices)
                if failure is not None:
                    raise failure  # noqa: TRY301 - marked and closed below, like every other
    except GeneratorExit:
        raise
    except BaseException as error:
        if isinstance(error, OpenRouterError):
            Failures.of(response).marked(error)
        yield from do(Close(response))
        raise


def _exchanged(request: Request, deadlines: Deadlines) -> Flow[Response]:
    followed = 0
    while True:
        response = yield from do(Exchange(request, deadlines))
        further = redirected(request, response)
        if further is None:
            return response
        with suppress(ConnectionFailedError, DecodeError):
            response.content = yield from read_whole(response, deadlines, FAILURE_LIMIT, cut=True)
        yield from do(Close(response))
        if followed == MOST:
            failure = Failures.of(response).stated(response.content or b"")
            failure.message = f"redirected without end, the last time to {failure.headers['location']:.200}"
            failure.args = (failure.message,)
            raise failure
        followed += 1
        request = further


def read_whole(response: Response, deadlines: Deadlines, limit: int, *, cut: bool = False) -> Flow[bytes]:
    """The whole body; one over the limit is cut there, or refused by a DecodeError."""
    if response.content is not None:
        return response.content
    pieces: list[bytes] = []
    size = 0
    while data := (yield from do(Read(response, deadlines))):
        pieces.append(data)
        size += len(data)
        now = time.monotonic()
        if data.isspace():
            deadlines.check(now)
        else:
            deadlines.waiting(now)
        if size > limit:
            yield from do(Close(response))
            if not cut:
                how = f"the answer is longer than {limit} bytes, decompressed"
                raise Failures.of(response).undecodable(how, pieces[0])
    return b"".join(pieces)


def _fail(response: Response, deadlines: Deadlines) -> Flow[None]:
    with suppress(ConnectionFailedError, DecodeError):  # the status says enough
        response.content = yield from read_whole(response, deadlines, FAILURE_LIMIT, cut=True)
    raise Failures.of(response).stated(response.content or b"")


def _first_event(response: Response, state: Any, deadlines: Deadlines) -> Flow[None]:
    response.state = state
    yield from _check_is_stream(response, deadlines)
    beginning = bytearray()
    try:
        while not state.opened:
            data = response.content or b""
            if response.content is None:
                data = yield from do(Read(response, deadlines))
            now = time.monotonic()
            if len(beginning) < FAILURE_LIMIT:
                beginning += data
            state.feed(data, now)
            if response.content is not None or not data:
                state.end(now)
            elif not state.opened:
                deadlines.check(now)
    except ConnectionFailedError as error:
        error.answered = False  # what came, if anything, was no event yet
        raise
    if state.done and state.empty:
        _check_may_be_stream(response, bytes(beginning))
        if state.failure is not None:
            raise state.failure


def _check_may_be_stream(response: Response, beginning: bytes) -> None:
    """Raise where what has no event begins like another kind of answer, whatever its content type."""
    if beginning.lstrip()[:1] in (b"{", b"[", b"<"):
        failures = Failures.of(response)
        raise failures.inside(beginning) or failures.undecodable(
            "an event stream was asked for, and something else came", beginning
        )


def _check_is_stream(response: Response, deadlines: Deadlines) -> Flow[None]:
    """Raise where a success is no event stream: the error it carries, or a DecodeError with its beginning."""
    stated = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if stated in ("", "text/event-stream"):
        return
    response.content = yield from read_whole(response, deadlines, FAILURE_LIMIT, cut=True)
    failures = Failures.of(response)
    raise failures.inside(response.content) or failures.undecodable(
        f"an event stream was asked for, and {stated[:100]} came", response.content
    )
