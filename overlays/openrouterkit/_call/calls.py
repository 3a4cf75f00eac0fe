"""Flows that call an operation: for a plain result, for a stream, and for the pages of a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from openrouterkit_runtime.lookup import load

from .._errors.factory import ErrorFactory
from .._request.build import build_operation_request
from ..errors import ConfigurationError
from .attempts import send_with_retries
from .decode import decode_response
from .policy import build_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_api import Operation, PagedOperation, StreamingOperation
    from openrouterkit_runtime.endpoint import Behavior

    from .._request.settings import Settings
    from .._streaming.parser import StreamParser
    from ..flow import Flow, Response

T = TypeVar("T")


def send(settings: Settings, operation: Operation[T], timeout: Any, options: Any) -> Flow[T]:
    """Return the decoded result of a plain call."""
    result, _ = yield from _send(settings, operation, timeout, options)
    return result


def _send(settings: Settings, operation: Operation[T], timeout: Any, options: Any) -> Flow[tuple[T, Response]]:
    settings = settings.for_call(timeout, options)
    operation = settings.service.apply(operation)
    request = yield from build_operation_request(settings, operation.without_stream(), stream=False)
    behavior = operation.endpoint.behavior
    policy = build_policy(
        settings,
        required_member=behavior.required_member,
        is_empty=None if behavior.result is None else partial(_is_empty, behavior.result),
        read_partial=None if behavior.result is None else partial(_read_partial, behavior),
        decode=partial(decode_response, operation),
    )
    response = yield from send_with_retries(request, policy)
    return decode_response(operation, response), response


def open_stream(
    settings: Settings, operation: StreamingOperation[Any, Any], timeout: Any, options: Any
) -> Flow[Response]:
    """Return a flow that opens an event stream and returns its response, with the first event read.

    Raises:
        ConfigurationError: The operation has no event stream. Raised immediately, not when the flow runs.
    """
    if operation.events is None:
        raise ConfigurationError(f"{operation.endpoint.name} has no event stream: use send() instead of stream()")
    return _open_stream(settings, operation, timeout, options)


def _open_stream(
    settings: Settings, operation: StreamingOperation[Any, Any], timeout: Any, options: Any
) -> Flow[Response]:
    settings = settings.for_call(timeout, options)
    operation = settings.service.apply(operation)
    request = yield from build_operation_request(settings, operation.with_stream(), stream=True)
    behavior = operation.endpoint.behavior
    policy = build_policy(
        settings,
        required_member=behavior.required_member,
        is_empty=None if behavior.accumulator is None else _is_empty_stream,
        create_parser=partial(_create_parser, settings, operation),
    )
    response = yield from send_with_retries(request, policy)
    return response


def make_page_fetcher(
    settings: Settings, timeout: Any, options: Any
) -> Callable[[PagedOperation[Any, Any]], Flow[tuple[Any, Response]]]:
    """Return a function that fetches one page of a list, and its response. It expects the operation of the page."""

    def fetch(operation: PagedOperation[Any, Any]) -> Flow[tuple[Any, Response]]:
        return _send(settings, operation, timeout, options)

    return fetch


def _is_empty(result: str, response: Response) -> bool:
    """Return `is_empty` of the result; `result` is the import path of its class."""
    try:
        return bool(load(result).from_json(response.content or b"").is_empty)
    except (ValueError, RecursionError):  # decoding reports the invalid JSON
        return False


def _read_partial(behavior: Behavior, body: bytes) -> Any:
    """Return the result in a body that contains an error; None if the required member of a result is missing."""
    from openrouterkit_runtime.json import decode

    try:
        value = decode(body)
    except (ValueError, RecursionError):
        return None
    has_result = isinstance(value, dict) and (behavior.required_member is None or value.get(behavior.required_member))
    return load(behavior.result).from_dict(value) if has_result and behavior.result is not None else None


def _is_empty_stream(response: Response) -> bool:
    return response.stream is not None and response.stream.parser.is_empty


def _create_parser(
    settings: Settings, operation: StreamingOperation[Any, Any], response: Response, sent_at: float, started_at: float
) -> StreamParser[Any]:
    from .._streaming.accumulating_parser import AccumulatingParser
    from .._streaming.parser import StreamParser

    events, behavior = operation.events, operation.endpoint.behavior
    assert events is not None
    # Must not reference the response, which references the parser: without a cycle, a stream that goes out of scope is
    # freed, and its connection closed, immediately.
    errors = ErrorFactory.from_response(response, behavior.required_member)
    options: dict[str, Any] = {
        "sentinel": events.sentinel,
        "ends_when_closed": events.complete_when == "closed",
        "on_keepalive": settings.on_keepalive,
        "keeps_incomplete": settings.on_incomplete == "return",
        "sent_at": sent_at,
        "started_at": started_at,
    }
    if behavior.accumulator is None:
        return StreamParser(events.read, errors, **options)
    return AccumulatingParser(
        errors,
        accumulator=load(behavior.accumulator)(),
        chunk=load(behavior.chunk),
        result=load(behavior.result),
        awaits_content=settings.retries.empty or settings.retries.should_retry_result is not None,
        **options,
    )
