"""Observers of event streams: what `Response.observed` adds, and `StreamEnd`, the report of how a stream ended."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from attrs import field, frozen

from ..errors import ConfigurationError, IncompleteStreamError

if TYPE_CHECKING:
    from ..errors import SDKError
    from ..sse import ServerSentEvent
    from .event_parser import EventParser

R = TypeVar("R")

EndKind = Literal["complete", "failed", "closed", "dropped"]
"""How a stream ended."""


@frozen
class StreamEnd:
    """How an observed stream ended.

    Attributes:
        kind: "complete" if it was read to its end; "failed" if it raised an error, ended early, or was discarded by a
            retry or by another middleware; "closed" if the caller closed it before its end; "dropped" if the caller
            never closed it, and it was garbage-collected.
        result: The result of all items, such as the completion of a chat; None unless the stream is complete, and for
            streams whose items have no combined result.
        partial: The result of all items that were received; None if the stream is complete, and for streams whose
            items have no combined result.
        error: The error of a stream that failed; otherwise None.
        discarded: True if a stream failed only because its caller does not receive it: a retry or a middleware
            discarded it, and the service did not fail. `error` contains the reason.
    """

    kind: EndKind
    result: Any = field(default=None, repr=False)
    partial: Any = field(default=None, repr=False)
    error: BaseException | None = None
    discarded: bool = False


@frozen(eq=False)
class Observer:
    """The functions of one `Response.observed`. See there."""

    on_event: Callable[[ServerSentEvent], object] | None = None
    on_item: Callable[[Any], object] | None = None
    on_end: Callable[[StreamEnd], object] | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("on_event", "on_item", "on_end"):
            function = getattr(self, name)
            if function is not None and not callable(function):
                raise ConfigurationError(f"{name} must be a function, not {function!r:.100}")
            if any(map(_is_async, (function, getattr(function, "__call__", None)))):  # noqa: B004 - of an object's class
                raise ConfigurationError(_describe_async(name, function))


def _is_async(function: Any) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)


def _describe_async(name: str, function: Any) -> str:
    label = getattr(function, "__qualname__", None) or type(function).__name__
    flow = " or a flow, which runs async functions with `yield from do(CallFunction(function))`"
    return f"{name}={label} is async: write it as a plain function{flow if name == 'on_end' else ''}"


class Observation:
    """The observers of one stream, and the events that they may have missed.

    The functions of observers often refer to the response, and so to its stream and its parser. The parser refers to
    the observation only while a middleware runs, or while the body is read: without a cycle, a stream that goes out of
    scope is freed, its observers learn about it, and its connection is closed, immediately.

    Args:
        parser: The parser of the stream. It reports its events from now on.
    """

    __slots__ = ("_add_response", "_events", "_is_ended", "_lock", "_observers", "_parser")

    def __init__(self, parser: EventParser) -> None:
        self._parser = parser
        self._observers: tuple[Observer, ...] = ()
        self._events: list[ServerSentEvent] | None = []  # those so far; None once no observer can be added
        self._add_response: Callable[[Any], Any] | None = None
        self._is_ended = False
        self._lock = threading.Lock()
        parser.on_event = self._record

    def __del__(self) -> None:
        if self._observers and not self._is_ended:
            self.drop()

    def __bool__(self) -> bool:
        """Return True if the stream has observers."""
        return bool(self._observers)

    def add(self, observer: Observer) -> None:
        """Add an observer; it receives the events so far immediately."""
        self._observers += (observer,)
        if observer.on_event is not None:
            for event in self._events or ():
                observer.on_event(event)

    def take_over(self, add_response: Callable[[Any], Any]) -> None:
        """Begin to observe the stream for its caller: no observer can be added from now on.

        Args:
            add_response: Adds the HTTP response to the result of the stream.
        """
        self.release()
        self._add_response = add_response

    def release(self) -> None:
        """End the reports of the parser, and forget the events so far."""
        self._parser.on_event = None
        self._events = None

    def watch(self, flow: Generator[Any, Any, R]) -> Generator[Any, Any, R]:
        """Return the result of a flow that reads the stream, and report the events to the observers."""
        self._parser.on_event = self._record
        try:
            return (yield from flow)
        finally:
            self._parser.on_event = None

    def deliver(self, item: Any) -> None:
        """Report an item that the caller takes."""
        if self._parser.deliver is not None:
            self._parser.deliver(item)
        for observer in self._observers:
            if observer.on_item is not None:
                observer.on_item(item)

    def _record(self, event: ServerSentEvent) -> None:
        if self._events is not None:
            self._events.append(event)
        for observer in self._observers:
            if observer.on_event is not None:
                observer.on_event(event)

    def end(
        self, *, closed: bool = False, error: BaseException | None = None, discarded: bool = False
    ) -> Generator[Any, Any, None]:
        """Report the end of the stream, once; a flow.

        Args:
            closed: True if the caller closed the stream before its end.
            error: The error of the stream, if its parser does not have it.
            discarded: True if `error` is the reason why the caller does not receive the stream.

        Raises:
            BaseException: What the first observer raised that failed; the others received the end nevertheless.
        """
        if not self._observers or not self._begin_to_end():
            return
        end = self._build_end(self._find_kind(closed, error), error, discarded=discarded)
        failure: BaseException | None = None
        for observer in self._observers:
            try:
                yield from _report(observer.on_end, end)
            except GeneratorExit:
                raise
            except BaseException as raised:  # noqa: BLE001 - raised below, after the other observers
                failure = failure or raised
        try:
            if failure is not None:
                raise failure
        finally:
            failure = None  # breaks the reference cycle between the error and this frame

    def drop(self) -> None:
        """Report that the stream was dropped, where no effect can be performed, and no caller handles an exception.

        What an observer raises is reported as the exception of a `__del__` method.
        """
        if not self._observers or not self._begin_to_end():
            return
        end = self._build_end("dropped", None)
        for observer in self._observers:
            try:
                _report_dropped(observer.on_end, end)
            except BaseException as error:  # noqa: BLE001 - reported, and must not hide the end from the others
                _Unraisable(error)

    def _begin_to_end(self) -> bool:
        """Return True the first time, in any thread."""
        with self._lock:
            first, self._is_ended = not self._is_ended, True
        return first

    def _find_kind(self, closed: bool, error: BaseException | None) -> EndKind:
        if closed:
            return "closed"
        return "failed" if error is not None or self._parser.failure or self._parser.incomplete else "complete"

    def _build_end(self, kind: EndKind, error: BaseException | None, *, discarded: bool = False) -> StreamEnd:
        result: Any = None
        with suppress(RecursionError):  # deeply nested items must not hide how the stream ended
            result = self._parser.partial()
            if result is not None and self._add_response is not None:
                result = self._add_response(result)
        if kind == "complete":
            return StreamEnd(kind, result)
        if kind == "failed":
            error = error or self._parser.failure or IncompleteStreamError("the stream ended early")
        return StreamEnd(kind, None, result, error, discarded)


def _report(on_end: Callable[[StreamEnd], Any] | None, end: StreamEnd) -> Generator[Any, Any, None]:
    """Run the function or the flow `on_end`."""
    if on_end is None:
        return
    result = on_end(end)
    if isinstance(result, Generator):
        yield from result
    elif inspect.iscoroutine(result):
        result.close()
        raise ConfigurationError(_describe_async("on_end", on_end))


def _report_dropped(on_end: Callable[[StreamEnd], Any] | None, end: StreamEnd) -> None:
    """Run `on_end` without performing effects."""
    flow = _report(on_end, end)
    try:
        effect = next(flow)
    except StopIteration:
        return
    flow.close()
    name = type(effect).__name__
    raise ConfigurationError(
        f"on_end yielded {name} for a stream that was dropped, where no effect can be performed: "
        f'yield effects only if end.kind is not "dropped"'
    )


class _Unraisable:
    """Reports an exception to `sys.unraisablehook`, by raising it while this object is deleted."""

    __slots__ = ("_error",)

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __del__(self) -> None:
        raise self._error


def build_discarded_error(reason: str) -> SDKError:
    """Return the error for a stream that the caller does not receive."""
    return IncompleteStreamError(f"the stream was discarded: {reason}")
