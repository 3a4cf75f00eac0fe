"""The behavior of an operation: the classes of its results and streams, and the parser of its stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.lookup import load
from openrouterkit_runtime.responses import is_json

from .._errors.factory import ErrorFactory
from .._results.building import build_result, make_timing_setter
from .._results.completions import Chunk
from .._streaming.accumulating_parser import AccumulatingParser
from .._streaming.event_stream import AsyncEventStream, EventStream
from .._streaming.protocol_parser import (
    AccumulatingProtocolParser,
    ProtocolParser,
    is_overridden,
    make_protocol,
)
from .._streaming.result_stream import AsyncResultStream, ResultStream
from ..errors import ConfigurationError
from ..event_protocols import ChatProtocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_api import Operation
    from openrouterkit_runtime.endpoint import Behavior
    from openrouterkit_runtime.responses import Events

    from .._request.settings import Settings
    from .._streaming.parser import StreamParser
    from ..event_protocols import EventProtocol
    from ..flow import Response


def find_behavior(settings: Settings, operation: Operation[Any]) -> Behavior:
    """Return the behavior that the service declares for an operation, or else its endpoint."""
    return settings.service.behaviors.get(operation.endpoint.id) or operation.endpoint.behavior


def find_required_member(operation: Operation[Any], behavior: Behavior, *, stream: bool) -> str | None:
    """Return the member that every result or item of an operation has; None if there is no such member."""
    declared = operation.endpoint.events if stream else operation.endpoint.responses
    return behavior.required_member or (None if declared is None else declared.required_member)


def choose_stream_class(behavior: Behavior, *, asynchronous: bool) -> Any:
    """Return the class of the stream: that of the behavior, or one with a result if the stream has an accumulator."""
    kind = behavior.async_stream if asynchronous else behavior.stream
    if kind is not None:
        return load(kind)
    if behavior.accumulator is None and _make_accumulator(behavior, make_protocol(load(behavior.protocol))) is None:
        return AsyncEventStream if asynchronous else EventStream
    return AsyncResultStream if asynchronous else ResultStream


def _make_accumulator(behavior: Behavior, protocol: EventProtocol[Any]) -> Any:
    """Return a new accumulator, of the behavior or of the protocol; None if the items of the stream have no result.

    Raises:
        ConfigurationError: It is something else.
    """
    if behavior.accumulator is None:
        made: Any = protocol.make_accumulator()
        if made is None:
            return None
        label = f"{type(protocol).__qualname__}.make_accumulator() must return"
    else:
        made = load(behavior.accumulator)()
        label = "the accumulator of a Behavior must be a class or function that returns"
    methods = ("add", "result_dict", "copy")
    if isinstance(made, type) or not all(callable(getattr(made, name, None)) for name in methods):
        raise ConfigurationError(
            f"{label} a StreamAccumulator, or None, not {made!r:.100}: see openrouterkit.accumulate"
        )
    return made


def has_accumulator(behavior: Behavior) -> bool:
    """Return True if the items of a stream add up to a result."""
    return issubclass(choose_stream_class(behavior, asynchronous=False), ResultStream)


def make_result_builder(operation: Operation[Any] | None, behavior: Behavior) -> Callable[[Any], Any]:
    """Return the function that builds the result of a stream from its plain JSON."""
    kind = load(behavior.result)
    if kind is None and operation is not None:
        kind = _find_decoder(operation)
    return lambda data: build_result(kind, data)


def _find_decoder(operation: Operation[Any]) -> Any:
    """Return the decoder of a successful JSON response; None if the operation has none."""
    by_status = operation.endpoint.responses.by_status
    decoders = (decoders for status, decoders in by_status.items() if status[:1] == "2")
    return next((each for found in decoders for kind, each in found.items() if is_json(kind)), None)


def create_parser(
    settings: Settings,
    operation: Operation[Any] | None,
    behavior: Behavior,
    response: Response,
    sent_at: float,
    started_at: float,
) -> StreamParser[Any]:
    """Return the parser of a stream.

    Args:
        settings: The settings of the call.
        operation: The operation; None for a request by path.
        behavior: Its behavior.
        response: The response, whose events are parsed.
        sent_at: Monotonic time in seconds at which the attempt was sent.
        started_at: Monotonic time in seconds at which the call started.
    """
    events = None if operation is None else operation.endpoint.events
    required = None if operation is None else find_required_member(operation, behavior, stream=True)
    protocol = make_protocol(load(behavior.protocol))
    accumulator = _make_accumulator(behavior, protocol)
    chunk = load(behavior.chunk)
    decode = _make_decoder(events, chunk)
    # Must not reference the response, which references the parser: without a cycle, a stream that goes out of scope is
    # freed, and its connection closed, immediately.
    errors = ErrorFactory.from_response(response, required)
    options: dict[str, Any] = {
        **_choose_ending(events, protocol),
        "on_keepalive": settings.on_keepalive,
        "keeps_incomplete": settings.on_incomplete == "return",
        "sent_at": sent_at,
        "started_at": started_at,
    }
    details: dict[str, Any] = {
        "protocol": protocol,
        "data": "any" if events is None else events.data,
        "objects_only": chunk is not None or isinstance(protocol, ChatProtocol),
    }
    if accumulator is None:
        return ProtocolParser(decode, errors, **details, **options)
    timed: type[Any] | tuple[()] = chunk if isinstance(chunk, type) and issubclass(chunk, Chunk) else ()
    options |= {
        "accumulator": accumulator,
        "set_timing": make_timing_setter(timed) if timed else _ignore_timing,
        "build_result": make_result_builder(operation, behavior),
        "awaits_content": _awaits_content(settings, response) and hasattr(load(behavior.result), "is_empty"),
    }
    if timed and not is_overridden(protocol, "read", "find_error", "is_last"):
        return AccumulatingParser(decode, errors, **options)  # the fastest: it parses JSON objects, and nothing else
    return AccumulatingProtocolParser(decode, errors, timed=timed, **details, **options)


def _awaits_content(settings: Settings, response: Response) -> bool:
    return response.request.awaits_content or settings.retries.empty or settings.retries.should_retry_result is not None


def _ignore_timing(chunk: Any, timing: tuple[float, float, bool]) -> None:
    """Set nothing: the items of the stream have no times."""


def _choose_ending(events: Events | None, protocol: EventProtocol[Any]) -> dict[str, Any]:
    """Return how a stream ends: as its protocol defines, or else as the description declares it."""
    from openrouterkit_runtime.unset import is_unset

    sentinel, ends_when_closed = protocol.sentinel, protocol.ends_when_closed
    if is_unset(sentinel):
        sentinel = None if events is None else events.sentinel
    if is_unset(ends_when_closed):
        ends_when_closed = events is None or events.complete_when == "closed"
    return {"sentinel": sentinel, "ends_when_closed": ends_when_closed}


def _make_decoder(events: Events | None, chunk: Any) -> Callable[[Any], Any]:
    """Return the function that converts a JSON value to an item."""
    if chunk is not None:
        return chunk._adopt if hasattr(chunk, "_adopt") else chunk  # type: ignore[no-any-return]  # noqa: SLF001 - from_dict() would copy
    return _return_unchanged if events is None else events.read


def _return_unchanged(value: Any) -> Any:
    return value
