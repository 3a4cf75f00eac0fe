"""Flows that call an operation: for a plain result, for a stream, and for the pages of a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from openrouterkit_runtime.lookup import load

from .._request.build import build_operation_request
from .._results.building import build_result
from ..errors import ConfigurationError
from .attempts import send_with_retries
from .behavior import choose_stream_class, create_parser, find_behavior, find_required_member, has_accumulator
from .decode import decode_response
from .policy import build_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_api import Operation, PagedOperation, StreamingOperation

    from .._request.settings import Settings
    from ..flow import Flow, Response

T = TypeVar("T")


def send(settings: Settings, operation: Operation[T], timeout: Any, options: Any) -> Flow[T]:
    """Return the decoded result of a plain call."""
    result, _ = yield from _send(settings, operation, timeout, options)
    return result


def _send(settings: Settings, operation: Operation[T], timeout: Any, options: Any) -> Flow[tuple[T, Response]]:
    settings = settings.for_call(timeout, options)
    request = yield from build_operation_request(settings, operation.without_stream(), stream=False)
    behavior = find_behavior(settings, operation)
    required = find_required_member(operation, behavior, stream=False)
    result = load(behavior.result)
    decode = partial(decode_response, operation, result_class=result)
    policy = build_policy(
        settings,
        required_member=required,
        is_empty=None if result is None else partial(_is_empty, result),
        read_partial=None if result is None else partial(_read_partial, result, required),
        decode=decode,
    )
    response = yield from send_with_retries(request, policy)
    return decode(response), response


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
    request = yield from build_operation_request(settings, operation.with_stream(), stream=True)
    behavior = find_behavior(settings, operation)
    policy = build_policy(
        settings,
        required_member=find_required_member(operation, behavior, stream=True),
        is_empty=is_empty_stream if has_accumulator(behavior) else None,
        create_parser=partial(create_parser, settings, operation, behavior),
    )
    response = yield from send_with_retries(request, policy)
    return response


def find_stream_class(settings: Settings, operation: Operation[Any], *, asynchronous: bool) -> Any:
    """Return the class of the stream of an operation."""
    return choose_stream_class(find_behavior(settings, operation), asynchronous=asynchronous)


def make_page_fetcher(
    settings: Settings, timeout: Any, options: Any
) -> Callable[[PagedOperation[Any, Any]], Flow[tuple[Any, Response]]]:
    """Return a function that fetches one page of a list, and its response. It expects the operation of the page."""

    def fetch(operation: PagedOperation[Any, Any]) -> Flow[tuple[Any, Response]]:
        return _send(settings, operation, timeout, options)

    return fetch


def _is_empty(result: Any, response: Response) -> bool:
    """Return `is_empty` of the result; `result` is its class. A result of a class without it is never empty."""
    if not hasattr(result, "is_empty"):
        return False
    try:
        return bool(result.from_json(response.content or b"").is_empty)
    except (ValueError, RecursionError):  # decoding reports the invalid JSON
        return False


def _read_partial(result: Any, required_member: str | None, body: bytes) -> Any:
    """Return the result in a body that contains an error; None if the required member of a result is missing."""
    from openrouterkit_runtime.json import decode

    try:
        value = decode(body)
    except (ValueError, RecursionError):
        return None
    has_result = isinstance(value, dict) and (required_member is None or value.get(required_member))
    return build_result(result, value) if has_result else None


def is_empty_stream(response: Response) -> bool:
    """Return True if a stream ended without anything of use to the caller."""
    return response.stream is not None and response.stream.parser.is_empty
