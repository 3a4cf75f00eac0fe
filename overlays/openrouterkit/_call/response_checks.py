"""Reading and checking of responses: a plain one to its end, a stream up to its first item."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from .._errors.error_message import decode_body
from .._errors.factory import ErrorFactory
from .._flow.limits import ERROR_BODY_LIMIT, RESPONSE_LIMIT
from .._flow.observation import Observation
from .._flow.response import OpenStream
from .._streaming.reading import read_events, read_whole
from ..errors import ConnectionFailedError, DecodeError, SDKError
from ..flow import Close, Flow, Response, do
from .request_log import log_response_body, log_stream_lines

if TYPE_CHECKING:
    from .._flow.deadlines import Deadlines
    from .policy import CallPolicy


def read_error_body(response: Response, deadlines: Deadlines) -> Flow[None]:
    """Read the body of a response that is an error or a redirect, as far as possible."""
    with suppress(ConnectionFailedError, DecodeError):  # the status is reported even without a body
        response.content = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)
        log_response_body(response)


def read_response(response: Response, policy: CallPolicy, deadlines: Deadlines, sent_at: float) -> Flow[None]:
    """Read a plain response to its end, or a stream up to its first item, and set `error` to the error it reports.

    A response with an error has no stream, and is closed.

    Raises:
        SDKError: The connection failed, or a limit was exceeded. The response is closed.
    """
    errors = ErrorFactory.from_response(response, policy.required_member)
    error: SDKError | None
    try:
        error = yield from _read(response, policy, deadlines, sent_at, errors)
    except GeneratorExit:
        raise
    except BaseException as raised:
        if isinstance(raised, SDKError):
            errors.complete(raised, response.attempts)
        yield from do(Close(response))
        raise
    if error is not None:
        response.error = errors.complete(error, response.attempts)
        if response.stream is not None:
            response.content = bytes(response.stream.beginning)
        yield from do(Close(response))
        response.stream = None


def check_stream(response: Response, policy: CallPolicy) -> None:
    """Raise an error if the response to a call for a stream has neither a stream nor an error.

    Raises:
        DecodeError: An attempt middleware has set the error to None, and left the response unchanged.
    """
    if policy.create_parser is None or response.stream is not None or response.error is not None:
        return
    raise ErrorFactory.from_response(response).build_decode_error(
        f"the response with status {response.status} is not an event stream, although a middleware has set its error "
        f"to None; in the middleware, return Response(request, 200, headers, content=...) with the text of the events",
        response.content,
    )


def _read(
    response: Response, policy: CallPolicy, deadlines: Deadlines, sent_at: float, errors: ErrorFactory
) -> Flow[SDKError | None]:
    """Read a response, and return the error that it reports, if any."""
    if not 200 <= response.status < 300:
        yield from read_error_body(response, deadlines)
        return errors.build_api_error(response.content or b"")
    if policy.create_parser is None:
        try:
            response.content = yield from read_whole(response, deadlines, RESPONSE_LIMIT)
        except DecodeError as too_long:
            return too_long
        log_response_body(response)
        if policy.detect_errors:
            return _find_nested_error(response.content, errors, policy)
        return _find_own_error(response.content, errors)
    if response.stream is not None:
        return None
    parser = policy.create_parser(response, sent_at, deadlines.started_at)
    log_stream_lines(response.request, parser)
    stream = OpenStream(parser, deadlines, observation=Observation(parser) if policy.has_layers else None)
    error = yield from _open_stream(response, stream, errors)
    return error


def _find_nested_error(content: bytes, errors: ErrorFactory, policy: CallPolicy) -> SDKError | None:
    """Return the error that the body of a successful response contains, if any."""
    error = errors.find_in_success(content)
    if error is not None and policy.read_partial is not None:
        error.partial = policy.read_partial(errors.redact(content))
    return error


def _find_own_error(content: bytes, errors: ErrorFactory) -> SDKError | None:
    """Return the error that the body of a successful response contains by the rules of the service, if any."""
    if errors.reads_own_errors and errors.is_own_error(decode_body(content)):
        return errors.build_api_error(content)
    return None


def _open_stream(response: Response, stream: OpenStream, errors: ErrorFactory) -> Flow[SDKError | None]:
    """Read a stream up to its first item; return the error if the response is one, or is not an event stream."""
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type not in ("", "text/event-stream"):
        return (yield from _read_other_content(response, content_type, stream.deadlines, errors))
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
    if not (parser.done and parser.is_empty):
        return None
    return _find_error_in_beginning(bytes(stream.beginning), errors) or parser.failure


def _read_other_content(
    response: Response, content_type: str, deadlines: Deadlines, errors: ErrorFactory
) -> Flow[SDKError]:
    """Return the error for a response with a content type other than an event stream's."""
    response.content = yield from read_whole(response, deadlines, ERROR_BODY_LIMIT, truncate=True)
    return errors.find_in_success(response.content) or errors.build_decode_error(
        f"unexpected content type {content_type[:100]} instead of an event stream; check base_url", response.content
    )


def _find_error_in_beginning(beginning: bytes, errors: ErrorFactory) -> SDKError | None:
    """Return an error if a body without events looks like JSON or HTML, whatever its content type."""
    if beginning.lstrip()[:1] not in (b"{", b"[", b"<"):
        return None
    return errors.find_in_success(beginning) or errors.build_decode_error(
        "unexpected JSON or HTML instead of an event stream; check base_url", beginning
    )
