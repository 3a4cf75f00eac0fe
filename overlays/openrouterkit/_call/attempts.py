"""Calls as flows: sends attempts, detects failures and retries them."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from .._errors.factory import ErrorFactory
from .._errors.tracebacks import hide_internal_frames
from .._flow.attempt import Attempt
from .._flow.deadlines import Deadlines
from .._flow.exchange import OpenStream
from .._flow.limits import ERROR_BODY_LIMIT, RESPONSE_LIMIT
from .._streaming.reading import read_events, read_whole
from ..errors import ConnectionFailedError, DecodeError, OpenRouterError
from ..flow import CallFunction, Close, Exchange, Flow, Request, Response, Sleep, do
from ..headers import Headers
from ..retries import Decision, RetryOptions
from .middleware_chain import close_on_error, run_middleware
from .redirects import REDIRECT_LIMIT, build_redirect
from .request_log import log_attempt, log_redirect, log_request_body, log_response_body, log_stream_lines
from .total_limit import limit_flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._flow.exchange import EventParser
    from ..middleware import Middleware

R = TypeVar("R")


@frozen
class CallPolicy:
    """The settings by which one call is sent and its response is checked.

    Attributes:
        retries: When the call is retried.
        middleware: Middleware to run around the call.
        detect_errors: True to search the body of a successful plain response for an error.
        required_member: JSON member that every result has; see `ErrorFactory`.
        is_empty: Returns True if a response is an empty result; None if a result is never empty.
        read_partial: Returns the result in a body that also contains an error, None if there is none; None if the
            results of the operation have no such part.
        create_parser: Returns the parser of a stream for (response, sent_at, started_at); None for a plain call.
    """

    retries: RetryOptions
    middleware: tuple[Middleware, ...] = ()
    detect_errors: bool = True
    required_member: str | None = None
    is_empty: Callable[[Response], bool] | None = None
    read_partial: Callable[[bytes], Any] | None = None
    create_parser: Callable[[Response, float, float], EventParser] | None = None


def send_with_retries(request: Request, policy: CallPolicy) -> Flow[Response]:
    """Return the response to a request: complete, or open at its first event if the policy has a parser.

    Raises:
        OpenRouterError: The error of the last attempt, with all attempts of the call in `attempts`.
    """
    started_at = time.monotonic()
    if not policy.middleware:
        response = yield from _retry(request, policy, started_at)
        _forget_beginning(response)
        return response
    timeouts = request.timeouts
    flow = run_middleware(
        policy.middleware,
        lambda inner: _retry(inner, policy, started_at),
        lambda response: _check_middleware_response(response, policy, started_at),
        request,
    )
    response = yield from limit_flow(flow, timeouts, started_at)
    _forget_beginning(response)
    return response


def _forget_beginning(response: Response) -> None:
    """Release the first bytes of a stream, which may be many, and which only middleware reads again."""
    if response.stream is not None:
        response.stream.beginning.clear()
        response.stream.parser.repeated = None


def _check_middleware_response(response: Response, policy: CallPolicy, started_at: float) -> Flow[Response]:
    """Read and check a response that a middleware returned, and may have created, like one from the network."""
    if not isinstance(response.headers, Headers):
        response.headers = Headers(response.headers)
    if response.content is None and response.body is None:
        response.content = b""
    stream = response.stream
    deadlines = Deadlines(response.request.timeouts, started_at) if stream is None else stream.deadlines
    yield from _read_response(response, policy, deadlines, time.monotonic())
    return response


def _retry(request: Request, policy: CallPolicy, started_at: float) -> Flow[Response]:
    """Return the response of the first attempt that succeeds, or raise the error of the last one.

    Args:
        request: The request to send.
        policy: The settings of the call.
        started_at: Monotonic time in seconds at which the call started; a middleware may have run since then.
    """
    deadlines = Deadlines(request.timeouts, started_at)
    first_sent_at = time.monotonic()
    attempts: tuple[Attempt, ...] = ()
    while True:
        sent_at = time.monotonic()
        response: Response | None = None
        failure: OpenRouterError | None = None
        try:
            response = yield from _send_attempt(request, policy, deadlines, sent_at)
        except OpenRouterError as error:
            hide_internal_frames(error)  # before callbacks and middleware receive it
            failure = error
        try:
            now = time.monotonic()
            number, since_first = len(attempts) + 1, now - first_sent_at
            attempt = _decide_retry(
                request, policy, response, failure, number, now - sent_at, since_first, deadlines.total_at - now
            )
            attempts = (*attempts, attempt)
            log_attempt(request, attempt)
            if policy.retries.on_attempt is not None:
                yield from close_on_error(
                    [response] if response else [], do(CallFunction(policy.retries.on_attempt, (attempt,)))
                )
            if attempt.wait is None:
                if failure is not None:
                    failure.attempts = attempts
                    raise failure
                assert response is not None
                response.attempts = attempts
                return response
        finally:
            failure = None  # breaks the reference cycle between the error and this frame
        if response is not None:
            yield from do(Close(response))
        yield from do(Sleep(attempt.wait))


def _decide_retry(
    request: Request,
    policy: CallPolicy,
    response: Response | None,
    failure: OpenRouterError | None,
    number: int,
    elapsed: float,
    since_first: float,
    left: float,
) -> Attempt:
    """Return the record of an attempt; its `wait` is None if the call is not retried.

    Args:
        request: The request that was sent.
        policy: The settings of the call.
        response: The response; None if the attempt failed.
        failure: The error of the attempt; None if it succeeded.
        number: Number of the attempt, starting at 1.
        elapsed: Duration of the attempt, in seconds.
        since_first: Seconds since the first attempt was sent.
        left: Seconds left of the limit total.
    """
    if failure is None:
        assert response is not None
        empty = policy.retries.empty and policy.is_empty is not None and policy.is_empty(response)
        if not empty:
            return Attempt(number, response.status, None, elapsed)
    decision = policy.retries.decide(failure, number, since_first, left=left)
    if decision.wait is not None and not request.replayable:
        decision = Decision(None, "the body is an open file that cannot be read again")
    status = failure.status_code if failure is not None else response.status if response is not None else None
    error = None if failure is None else f"{type(failure).__name__}: {failure}"
    return Attempt(number, status, error, elapsed, decision.wait, decision.reason)


def _send_attempt(request: Request, policy: CallPolicy, deadlines: Deadlines, sent_at: float) -> Flow[Response]:
    """Send the request once, and return its response if it is not an error."""
    deadlines.check(sent_at)
    deadlines.start_attempt(sent_at)
    log_request_body(request)
    response = yield from _follow_redirects(request, deadlines)
    yield from _read_response(response, policy, deadlines, sent_at)
    response.latency = time.monotonic() - sent_at
    return response


def _follow_redirects(request: Request, deadlines: Deadlines) -> Flow[Response]:
    """Send a request and the requests it is redirected to; return the last response."""
    followed = 0
    while True:
        response = yield from do(Exchange(request, deadlines))
        redirected = build_redirect(request, response)
        if redirected is None:
            return response
        yield from _read_error_body(response, deadlines)
        yield from do(Close(response))
        if followed == REDIRECT_LIMIT:
            failure = ErrorFactory.from_response(response).build_api_error(response.content or b"")
            target = failure.headers["location"]
            failure.message = f"too many redirects, the last to {target:.200}; set base_url to the URL of the service"
            failure.args = (failure.message,)
            raise failure
        followed += 1
        log_redirect(request, response.status, redirected.url)
        request = redirected


def _read_error_body(response: Response, deadlines: Deadlines) -> Flow[None]:
    with suppress(ConnectionFailedError, DecodeError):  # the status is reported even without a body
        response.content = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)
        log_response_body(response)


def _read_response(response: Response, policy: CallPolicy, deadlines: Deadlines, sent_at: float) -> Flow[None]:
    """Read a plain response to its end, or a stream up to its first item, and raise the error it reports.

    Raises:
        OpenRouterError: The response is an error, contains one, or cannot be read; it is closed.
    """
    errors = ErrorFactory.from_response(response, policy.required_member)
    try:
        if not 200 <= response.status < 300:
            yield from _read_error_body(response, deadlines)
            raise errors.build_api_error(response.content or b"")  # noqa: TRY301 - the handler below completes every error
        if policy.create_parser is None:
            response.content = yield from read_whole(response, deadlines, RESPONSE_LIMIT)
            log_response_body(response)
            if policy.detect_errors:
                _raise_nested_error(response.content, errors, policy)
        elif response.stream is None:
            parser = policy.create_parser(response, sent_at, deadlines.started_at)
            log_stream_lines(response.request, parser)
            yield from _open_stream(response, OpenStream(parser, deadlines), errors)
    except GeneratorExit:
        raise
    except BaseException as error:
        if isinstance(error, OpenRouterError):
            errors.complete(error, response.attempts)
        yield from do(Close(response))
        raise


def _raise_nested_error(content: bytes, errors: ErrorFactory, policy: CallPolicy) -> None:
    """Raise the error that the body of a successful response contains, if any."""
    error = errors.find_in_success(content)
    try:
        if error is not None:
            if policy.read_partial is not None:
                error.partial = policy.read_partial(errors.redact(content))
            raise error
    finally:
        del error  # breaks the reference cycle between the error and this frame


def _open_stream(response: Response, stream: OpenStream, errors: ErrorFactory) -> Flow[None]:
    """Read a stream up to its first item, and raise an error if the response is not an event stream."""
    yield from _check_content_type(response, stream.deadlines, errors)
    response.stream = stream
    if response.content is not None:
        stream.beginning += response.content
        stream.parser.feed(response.content, now := time.monotonic())
        stream.parser.end(now)
    try:
        yield from read_events(response, stream, opening=True)
    except ConnectionFailedError as error:
        error.answered = False  # no event was received yet
        raise
    parser = stream.parser
    if parser.done and parser.is_empty:
        _check_beginning(bytes(stream.beginning), errors)
        if parser.failure is not None:
            raise parser.failure


def _check_content_type(response: Response, deadlines: Deadlines, errors: ErrorFactory) -> Flow[None]:
    """Raise an error if the response declares a content type other than an event stream's."""
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type in ("", "text/event-stream"):
        return
    response.content = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)
    raise errors.find_in_success(response.content) or errors.build_decode_error(
        f"unexpected content type {content_type[:100]} instead of an event stream; check base_url", response.content
    )


def _check_beginning(beginning: bytes, errors: ErrorFactory) -> None:
    """Raise an error if a body without events looks like JSON or HTML, whatever its content type."""
    if beginning.lstrip()[:1] in (b"{", b"[", b"<"):
        raise errors.find_in_success(beginning) or errors.build_decode_error(
            "unexpected JSON or HTML instead of an event stream; check base_url", beginning
        )
