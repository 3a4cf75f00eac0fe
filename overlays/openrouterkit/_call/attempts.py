"""Calls as flows: sends attempts, detects failures and retries them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from attrs import evolve

from .._errors.factory import ErrorFactory
from .._errors.tracebacks import hide_internal_frames
from .._flow.attempt import Attempt
from .._flow.deadlines import Deadlines
from .._flow.observation import build_discarded_error
from ..errors import SDKError
from ..flow import CallFunction, Close, Exchange, Flow, Request, Response, Sleep, do
from ..retries import Decision
from .middleware_chain import close_on_error, close_responses, run_middleware
from .redirects import REDIRECT_LIMIT, build_redirect
from .request_log import log_attempt, log_redirect, log_request_body
from .response_checks import check_stream, read_error_body, read_response
from .tokens import send_authorized
from .total_limit import limit_flow

if TYPE_CHECKING:
    from .policy import CallPolicy


def send_with_retries(request: Request, policy: CallPolicy) -> Flow[Response]:
    """Return the response to a request: complete, or open at its first event if the policy has a parser.

    Raises:
        SDKError: The error of the last attempt, with all attempts of the call in `attempts`.
    """
    started_at = time.monotonic()
    if policy.has_layers:
        request = evolve(request, context=dict(policy.context), _decode=policy.decode)
        flow = _run_layers(request, policy, started_at) if policy.layers else _retry(request, policy, started_at)
        response = yield from limit_flow(flow, request.timeouts, started_at)
    else:
        response = yield from _retry(request, policy, started_at)
    if response.stream is not None:  # release its first bytes, which may be many, and which only middleware reads again
        response.stream.beginning.clear()
        response.stream.parser.repeated = None
    return response


def _run_layers(request: Request, policy: CallPolicy, started_at: float) -> Flow[Response]:
    """Return the response of the middleware around the call; it has the attempts of all requests of the middleware."""
    story: list[Attempt] = []
    unchanged: list[tuple[Attempt, ...]] = [()]

    def retry(inner: Request) -> Flow[Response]:
        try:
            response = yield from _retry(inner, policy, started_at)
        except SDKError as error:
            record(error)
            raise
        record(response)
        return response

    def record(outcome: Response | SDKError) -> None:
        story.extend(outcome.attempts)
        set_story(outcome)

    def set_story(outcome: Response | SDKError) -> None:
        outcome.attempts = tuple(evolve(attempt, number=number) for number, attempt in enumerate(story, 1))
        unchanged.append(outcome.attempts)

    def complete(outcome: Response | SDKError) -> None:
        if any(outcome.attempts is each for each in unchanged):  # the middleware has not set attempts of its own
            set_story(outcome)

    def check(response: Response) -> Flow[None]:
        stream = response.stream
        deadlines = Deadlines(response.request.timeouts, started_at) if stream is None else stream.deadlines
        return read_response(response, policy, deadlines, time.monotonic())

    try:
        response = yield from run_middleware(policy.layers, retry, check, request, raise_errors=True)
    except SDKError as error:
        complete(error)
        raise
    complete(response)
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
        failure: SDKError | None = None
        number = len(attempts) + 1
        try:
            response = yield from _send_attempt(request, policy, deadlines, sent_at, number)
            if response.error is not None:
                failure, response = response.error, None
        except SDKError as error:
            hide_internal_frames(error)  # before callbacks and middleware receive it
            failure = error
        try:
            now = time.monotonic()
            times = now - sent_at, now - first_sent_at, deadlines.total_at - now
            judging = _judge_attempt(request, policy, response, failure, number, *times)
            attempt = yield from judging if response is None else close_on_error([response], judging)
            attempts = (*attempts, attempt)
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
            yield from close_responses([response], build_discarded_error(f"the call is retried ({attempt.reason})"))
        yield from do(Sleep(attempt.wait))


def _judge_attempt(
    request: Request,
    policy: CallPolicy,
    response: Response | None,
    failure: SDKError | None,
    number: int,
    elapsed: float,
    since_first: float,
    left: float,
) -> Flow[Attempt]:
    """Return the record of an attempt, and report it; its `wait` is None if the call is not retried.

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
    attempt = _decide_retry(request, policy, response, failure, number, elapsed, since_first, left)
    if policy.has_layers:
        attempt = evolve(attempt, model=request.model)
    log_attempt(request, attempt)
    if policy.retries.on_attempt is not None:
        yield from do(CallFunction(policy.retries.on_attempt, (attempt,)))
    return attempt


def _decide_retry(
    request: Request,
    policy: CallPolicy,
    response: Response | None,
    failure: SDKError | None,
    number: int,
    elapsed: float,
    since_first: float,
    left: float,
) -> Attempt:
    """Return the record of an attempt; for the arguments see `_judge_attempt`."""
    retries = policy.retries
    verdict: bool | float | None = None
    if failure is None:
        assert response is not None
        if retries.should_retry_result is not None:
            verdict = _judge_result(response, policy)
        empty = retries.empty and policy.is_empty is not None and policy.is_empty(response)
        if verdict is False or (verdict is None and not empty):
            return Attempt(number, response.status, None, elapsed)
    decision = retries.decide(failure, number, since_first, left=left, verdict=verdict)
    if decision.wait is not None and not request.replayable:
        decision = Decision(None, "the body is an open file that cannot be read again")
    status = failure.status_code if failure is not None else response.status if response is not None else None
    error = None if failure is None else f"{type(failure).__name__}: {failure}"
    return Attempt(number, status, error, elapsed, decision.wait, decision.reason)


def _judge_result(response: Response, policy: CallPolicy) -> bool | float | None:
    """Return what `should_retry_result` returns for the result of a response; None if it has no result."""
    assert policy.retries.should_retry_result is not None
    if response.stream is not None:
        result = response.stream.parser.partial()
    elif policy.decode is not None:
        try:
            result = policy.decode(response)
        except SDKError:  # raised later, when the caller receives the result
            return None
    else:
        return None
    return None if result is None else policy.retries.should_retry_result(result)


def _send_attempt(
    request: Request, policy: CallPolicy, deadlines: Deadlines, sent_at: float, number: int
) -> Flow[Response]:
    """Return the response to one attempt; its `error` is the error that it reports.

    Raises:
        SDKError: There is no complete response.
    """
    deadlines.check(sent_at)
    if not policy.attempt_layers:
        if number > 1:  # for the transport, such as that of a test
            request = evolve(request, attempt=number)
        response = yield from _send(request, policy, deadlines)
        return response

    def send(inner: Request) -> Flow[Response]:  # its own deadlines, as several may run at the same time
        return _send(inner, policy, Deadlines(inner.timeouts, deadlines.started_at))

    def check(response: Response) -> Flow[None]:
        limits = deadlines if response.stream is None else response.stream.deadlines
        return read_response(response, policy, limits, time.monotonic())

    response = yield from run_middleware(policy.attempt_layers, send, check, evolve(request, attempt=number))
    check_stream(response, policy)
    return response


def _send(request: Request, policy: CallPolicy, deadlines: Deadlines) -> Flow[Response]:
    """Send a request once, follow redirects, and return the response; its `error` is the error that it reports."""
    sent_at = time.monotonic()
    deadlines.start_attempt(sent_at)
    log_request_body(request)
    response = yield from send_authorized(request, deadlines, _follow_redirects)
    yield from read_response(response, policy, deadlines, sent_at)
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
        yield from read_error_body(response, deadlines)
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
