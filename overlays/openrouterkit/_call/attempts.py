"""One call as a flow: its attempts, which of their outcomes are failures, and which failures are retried."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from logging import DEBUG
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from .._errors.factory import ErrorFactory
from .._flow.attempt import Attempt
from .._flow.deadlines import Deadlines
from .._flow.exchange import OpenStream
from .._flow.limits import ERROR_BODY_LIMIT, RESPONSE_LIMIT
from .._log import logger
from .._streaming.reading import read_events, read_whole
from ..errors import ConnectionFailedError, DecodeError, OpenRouterError
from ..flow import CallFunction, Close, Exchange, Flow, Request, Response, Sleep, do
from ..headers import Headers
from ..retries import Decision, RetryOptions
from .middleware_chain import apply_middleware
from .redirects import REDIRECT_LIMIT, build_redirect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .._flow.exchange import EventParser
    from ..middleware import Middleware

R = TypeVar("R")


@frozen
class CallPolicy:
    """How one call is made.

    Attributes:
        retries: when it is retried.
        middleware: around the call.
        detect_errors: whether the body of a success is searched for an error.
        required_member: a member every result has, see `ErrorFactory`.
        is_empty: whether a plain response is an empty result; None where there is no such thing.
        new_parser: creates the parser of a stream from (response, sent_at, started_at); None for a plain call.
    """

    retries: RetryOptions
    middleware: tuple[Middleware, ...] = ()
    detect_errors: bool = True
    required_member: str | None = None
    is_empty: Callable[[Response], bool] | None = None
    new_parser: Callable[[Response, float, float], EventParser] | None = None


def send_with_retries(request: Request, policy: CallPolicy) -> Flow[Response]:
    """The response to a request: read whole, or open at its first event where the policy has a parser.

    Raises:
        OpenRouterError: the error of the last attempt, with all `.attempts`.
    """
    if not policy.middleware:
        response = yield from _attempts(request, policy)
        return response
    opened: list[Response] = []

    def handler(inner: Request) -> Flow[Response]:
        response = yield from _attempts(inner, policy)
        opened.append(response)
        return response

    flow = apply_middleware(policy.middleware, handler, lambda given: _judge_middleware_response(given, policy))
    response = yield from _close_on_error(opened, flow(request))
    return response


def _close_on_error(opened: Sequence[Response], flow: Flow[R]) -> Flow[R]:
    """The result of the flow; its failure closes the responses that are open by then."""
    try:
        result = yield from flow
    except GeneratorExit:
        raise
    except BaseException:
        for response in opened:
            yield from do(Close(response))
        raise
    return result


def _judge_middleware_response(response: Response, policy: CallPolicy) -> Flow[Response]:
    """A response returned by a middleware, which may have made it, judged like one of the network."""
    if not isinstance(response.headers, Headers):
        response.headers = Headers(response.headers)
    if response.content is None and response.body is None:
        response.content = b""
    now = time.monotonic()
    stream = response.stream
    deadlines = Deadlines(response.request.timeouts, now) if stream is None else stream.deadlines
    yield from _read_response(response, policy, deadlines, now)
    return response


def _attempts(request: Request, policy: CallPolicy) -> Flow[Response]:
    began = time.monotonic()
    deadlines = Deadlines(request.timeouts, began)
    made: tuple[Attempt, ...] = ()
    while True:
        sent = time.monotonic()
        response: Response | None = None
        failure: OpenRouterError | None = None
        try:
            response = yield from _attempt(request, policy, deadlines, sent)
        except OpenRouterError as error:
            failure = error
        try:
            now = time.monotonic()
            attempt = _decide_retry(request, policy, response, failure, len(made) + 1, sent, now, deadlines)
            made = (*made, attempt)
            _log(request, attempt)
            if policy.retries.on_attempt is not None:
                yield from _close_on_error(
                    [response] if response else [], do(CallFunction(policy.retries.on_attempt, (attempt,)))
                )
            if attempt.wait is None:
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
        yield from do(Sleep(attempt.wait))


def _decide_retry(
    request: Request,
    policy: CallPolicy,
    response: Response | None,
    failure: OpenRouterError | None,
    number: int,
    sent: float,
    now: float,
    deadlines: Deadlines,
) -> Attempt:
    """The record of an attempt; its `wait` is None where no other follows."""
    if failure is None:
        assert response is not None
        empty = policy.retries.empty and policy.is_empty is not None and policy.is_empty(response)
        if not empty:
            return Attempt(number, response.status, None, now - sent)
    decision = policy.retries.decide(failure, number, now - deadlines.started_at, left=deadlines.total_at - now)
    if decision.wait is not None and not request.replayable:
        decision = Decision(None, "the body is an open file that cannot be read again")
    status = failure.status_code if failure is not None else response.status if response is not None else None
    error = None if failure is None else f"{type(failure).__name__}: {failure}"
    return Attempt(number, status, error, now - sent, decision.wait, decision.reason)


def _log(request: Request, attempt: Attempt) -> None:
    if not logger.isEnabledFor(DEBUG):
        return
    url = re.sub("//[^/]*@", "//", request.url.partition("?")[0])  # without a password
    after = "" if attempt.wait is None else f"; again in {attempt.wait:.3g} s ({attempt.reason})"
    outcome = attempt.status if attempt.status is not None else (attempt.error or "").partition(":")[0]
    line = "%s %s: %s in %.3f s, attempt %d%s"
    logger.debug(line, request.method, url, outcome, attempt.elapsed, attempt.number, after)


def _attempt(request: Request, policy: CallPolicy, deadlines: Deadlines, sent: float) -> Flow[Response]:
    deadlines.check(sent)
    deadlines.start_attempt(sent)
    response = yield from _follow_redirects(request, deadlines)
    yield from _read_response(response, policy, deadlines, sent)
    response.latency = time.monotonic() - sent
    return response


def _follow_redirects(request: Request, deadlines: Deadlines) -> Flow[Response]:
    followed = 0
    while True:
        response = yield from do(Exchange(request, deadlines))
        further = build_redirect(request, response)
        if further is None:
            return response
        yield from _read_error_body(response, deadlines)
        yield from do(Close(response))
        if followed == REDIRECT_LIMIT:
            failure = ErrorFactory.from_response(response).build_api_error(response.content or b"")
            failure.message = f"redirected without end, the last time to {failure.headers['location']:.200}"
            failure.args = (failure.message,)
            raise failure
        followed += 1
        request = further


def _read_error_body(response: Response, deadlines: Deadlines) -> Flow[None]:
    with suppress(ConnectionFailedError, DecodeError):  # the status says enough
        response.content = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)


def _read_response(response: Response, policy: CallPolicy, deadlines: Deadlines, sent: float) -> Flow[None]:
    """Read a response as far as the call waits for it.

    Raises:
        OpenRouterError: the error it stands for; the response is closed then.
    """
    errors = ErrorFactory.from_response(response, policy.required_member)
    try:
        if not 200 <= response.status < 300:
            yield from _read_error_body(response, deadlines)
            raise errors.build_api_error(response.content or b"")  # noqa: TRY301 - completed below, like every other error
        if policy.new_parser is None:
            response.content = yield from read_whole(response, deadlines, RESPONSE_LIMIT)
            if policy.detect_errors:
                _raise_error_inside(response.content, errors)
        elif response.stream is None:
            parser = policy.new_parser(response, sent, deadlines.started_at)
            yield from _open_stream(response, OpenStream(parser, deadlines), errors)
    except GeneratorExit:
        raise
    except BaseException as error:
        if isinstance(error, OpenRouterError):
            errors.complete(error, response.attempts)
        yield from do(Close(response))
        raise


def _raise_error_inside(content: bytes, errors: ErrorFactory) -> None:
    error = errors.find_in_success(content)
    try:
        if error is not None:
            raise error
    finally:
        del error  # or its traceback would hold the frame that holds it


def _open_stream(response: Response, stream: OpenStream, errors: ErrorFactory) -> Flow[None]:
    """Read a stream up to its first item."""
    yield from _check_content_type(response, stream.deadlines, errors)
    response.stream = stream
    if response.content is not None:
        stream.beginning += response.content
        stream.parser.feed(response.content, now := time.monotonic())
        stream.parser.end(now)
    try:
        yield from read_events(response, stream, opening=True)
    except ConnectionFailedError as error:
        error.answered = False  # there was no event yet
        raise
    parser = stream.parser
    if parser.done and parser.is_empty:
        _check_beginning(bytes(stream.beginning), errors)
        if parser.failure is not None:
            raise parser.failure
    stream.beginning.clear()  # it is of no use any more, and may be large


def _check_content_type(response: Response, deadlines: Deadlines, errors: ErrorFactory) -> Flow[None]:
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type in ("", "text/event-stream"):
        return
    response.content = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)
    raise errors.find_in_success(response.content) or errors.build_decode_error(
        f"the response is not the event stream that was asked for, but {content_type[:100]}", response.content
    )


def _check_beginning(beginning: bytes, errors: ErrorFactory) -> None:
    """Raise if a body without events begins like JSON or HTML, whatever its content type."""
    if beginning.lstrip()[:1] in (b"{", b"[", b"<"):
        raise errors.find_in_success(beginning) or errors.build_decode_error(
            "the response is not the event stream that was asked for", beginning
        )
