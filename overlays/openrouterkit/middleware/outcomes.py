"""How calls ended, in one form for results, streams and errors: `Outcome` and `Usage`.

A middleware that reports calls, such as a log, needs one function:

    def log(request: Request, call_next: Handler) -> Flow[Response]:
        return report_outcome(request, call_next, lambda outcome: print(outcome.model, outcome.usage.cost))
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

import msgspec
from attrs import field, frozen

if TYPE_CHECKING:
    from ..flow import Flow, Request, Response
    from ..sse import ServerSentEvent
    from .signatures import Handler, StreamEnd

__all__ = ["Outcome", "OutcomeKind", "Usage", "report_outcome"]

N = TypeVar("N", int, float)

OutcomeKind = Literal["complete", "failed", "closed", "dropped"]
"""How a call ended. A call that is no stream is complete or failed. See `StreamEnd`."""


@frozen
class Usage:
    """The tokens and the cost of a call. What the service does not report is None.

    Attributes:
        input_tokens: Tokens of the request.
        output_tokens: Tokens of the model's answer, with its reasoning.
        cached_tokens: Tokens of the request that the service read from its cache.
        cache_write_tokens: Tokens of the request that the service wrote to its cache.
        reasoning_tokens: Tokens of the reasoning.
        cost: Cost in US dollars.
    """

    input_tokens: int | None = None
    output_tokens: int | None = None
    cached_tokens: int | None = None
    cache_write_tokens: int | None = None
    reasoning_tokens: int | None = None
    cost: float | None = None

    @property
    def total_tokens(self) -> int | None:
        """The tokens of request and answer; None if neither is reported."""
        known = [count for count in (self.input_tokens, self.output_tokens) if count is not None]
        return sum(known) if known else None

    def __add__(self, other: Usage) -> Usage:
        """Return the sum of two usages; a number that neither reports is None."""
        return Usage(
            _add(self.input_tokens, other.input_tokens),
            _add(self.output_tokens, other.output_tokens),
            _add(self.cached_tokens, other.cached_tokens),
            _add(self.cache_write_tokens, other.cache_write_tokens),
            _add(self.reasoning_tokens, other.reasoning_tokens),
            _add(self.cost, other.cost),
        )

    @classmethod
    def of(cls, data: Any) -> Self:
        """Read the usage object of a response: those of chats, embeddings, and of OpenAI's and Anthropic's own APIs.

        Args:
            data: The JSON of the member `usage`; anything else has no usage.
        """
        usage = data if isinstance(data, Mapping) else {}
        inputs = _find_object(usage, "prompt_tokens_details", "input_tokens_details")
        outputs = _find_object(usage, "completion_tokens_details", "output_tokens_details")
        cost = usage.get("cost")
        return cls(
            _find_count(usage, "prompt_tokens", "input_tokens"),
            _find_count(usage, "completion_tokens", "output_tokens"),
            _find_count({**usage, **inputs}, "cached_tokens", "cache_read_input_tokens"),
            _find_count({**usage, **inputs}, "cache_write_tokens", "cache_creation_input_tokens"),
            _find_count(outputs, "reasoning_tokens"),
            float(cost) if isinstance(cost, int | float) and not isinstance(cost, bool) else None,
        )


@frozen(eq=False)
class Outcome:
    """How a call, or an attempt, ended.

    Attributes:
        request: The request that the middleware received.
        kind: "complete", or "failed"; for a stream also "closed" or "dropped", by its caller.
        began_at: Time at which the middleware received the request, in seconds since the epoch.
        elapsed: Seconds from then to the end.
        first_event: Seconds from then until the first event of a stream; None for others.
        response: The response; None if the call raised an error.
        error: The error; None if there is none.
        body: The JSON of the result, or what is known of the result of a stream; {} if it is not a JSON object. For a
            result without stream, only `model`, `id` and `usage`, unless the outcome is created with the whole.
    """

    request: Request
    kind: OutcomeKind
    began_at: float
    elapsed: float
    first_event: float | None = None
    response: Response | None = None
    error: BaseException | None = None
    body: Mapping[str, Any] = field(factory=dict, repr=False)

    @property
    def usage(self) -> Usage:
        """The tokens and the cost; of a response that a `Cache` has stored, those of the stored call."""
        return Usage.of(self.body.get("usage"))

    @property
    def model(self) -> str | None:
        """The model that has answered; the requested one if the response names none."""
        model = self.body.get("model")
        return model if isinstance(model, str) else self.request.model

    @property
    def id(self) -> str | None:
        """The id of the result; None if it has none."""
        value = self.body.get("id")
        return value if isinstance(value, str) else None

    @property
    def status(self) -> int | None:
        """The same as `status_code`."""
        return self.status_code

    @property
    def status_code(self) -> int | None:
        """The HTTP status, or that of the error in a stream or body; None if there is no response."""
        status = getattr(self.error, "status_code", None)
        return status if status is not None or self.response is None else self.response.status

    @property
    def http_status(self) -> int | None:
        """The status of the HTTP response: 200 for an error in its stream or body, whose own is `status_code`."""
        response = self.response if self.response is not None else getattr(self.error, "response", None)
        status = getattr(response, "status", None) or getattr(response, "status_code", None)
        return status if isinstance(status, int) else self.status_code

    @property
    def is_cached(self) -> bool:
        """True if the response is one that a `Cache` has stored, so that the call has cost nothing."""
        return self.response is not None and self.response.headers.get("x-openrouterkit-cache") == "hit"

    @property
    def attempts(self) -> tuple[Any, ...]:
        """The attempts so far, each an `Attempt`; () in attempt middleware."""
        source = self.error if self.response is None else self.response
        attempts: tuple[Any, ...] = getattr(source, "attempts", ())
        return attempts


class _Head(msgspec.Struct):
    """The members of a result that every outcome has; decoding skips the others, such as large embeddings."""

    usage: Any = None
    model: Any = None
    id: Any = None


class _UsageEvents:
    """The usage in the events of a stream whose items have no combined result.

    Services report it in the last event; Anthropic's API reports a part of it in the first one.
    """

    def __init__(self) -> None:
        self._first = self._last = ""

    def add(self, event: ServerSentEvent) -> None:
        if '"usage"' in event.data:
            self._first = self._first or event.data
            self._last = event.data

    def read(self) -> dict[str, Any]:
        body: dict[str, Any] = {}
        for text in dict.fromkeys((self._first, self._last)):
            event = _decode(text)
            data = next((event[name] for name in ("response", "message") if isinstance(event.get(name), dict)), event)
            usage = {**(body.get("usage") or {}), **(data["usage"] if isinstance(data.get("usage"), dict) else {})}
            body = {**body, **data, "usage": usage}
        return body


def report_outcome(
    request: Request, call_next: Handler, report: Callable[[Outcome], object], *, whole: bool = False
) -> Flow[Response]:
    """Run `call_next` and report how it ended, once; return its response.

    It works in both places of middleware. The function runs when the call has raised an error or returned a result, or
    when its stream has ended. If a stream was dropped, it runs during garbage collection: in any thread, and in the
    middle of other code of that thread, so it must not wait for a lock.

    Args:
        request: The request that the middleware received.
        call_next: The handler that the middleware received.
        report: Receives the `Outcome`.
        whole: True to decode the whole body of a result without stream.
    """
    began_at, started = time.time(), time.monotonic()

    def build(kind: OutcomeKind, **more: Any) -> Outcome:
        return Outcome(request, kind, began_at, time.monotonic() - started, **more)

    try:
        response = yield from call_next(request)
    except BaseException as error:
        report(build("failed", error=error, body=_read_body(getattr(error, "partial", None))))
        raise
    if response.stream is None:
        kind: OutcomeKind = "complete" if response.error is None else "failed"
        body = _decode(response.content or b"") if whole else _decode_head(response.content or b"")
        report(build(kind, response=response, error=response.error, body=body))
        return response
    first_event = time.monotonic() - started
    events = _UsageEvents()

    def end(end: StreamEnd) -> None:
        body = _read_body(end.result if end.kind == "complete" else end.partial) or events.read()
        report(build(end.kind, response=response, error=end.error, body=body, first_event=first_event))

    return response.observed(on_event=events.add, on_end=end)


def _read_body(result: Any) -> Mapping[str, Any]:
    """Return the JSON of a result; {} for anything that is not an object."""
    data = result.to_dict() if hasattr(result, "to_dict") else result
    return data if isinstance(data, Mapping) else {}


def _decode(text: str | bytes) -> dict[str, Any]:
    """Return a JSON object; {} for any other text."""
    try:
        data = msgspec.json.decode(text)
    except (ValueError, RecursionError, msgspec.DecodeError):  # that of msgspec before 0.21 is not a ValueError
        return {}
    return data if isinstance(data, dict) else {}


def _decode_head(text: bytes) -> dict[str, Any]:
    try:
        head = msgspec.json.decode(text, type=_Head)
    except (ValueError, RecursionError, msgspec.DecodeError):  # see _decode
        return {}
    return {"usage": head.usage, "model": head.model, "id": head.id}


def _add(first: N | None, second: N | None) -> N | None:
    return second if first is None else first if second is None else first + second


def _find_object(usage: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next((usage[name] for name in names if isinstance(usage.get(name), Mapping)), {})
    return found


def _find_count(usage: Mapping[str, Any], *names: str) -> int | None:
    counts = (usage.get(name) for name in names)
    return next((count for count in counts if isinstance(count, int) and not isinstance(count, bool)), None)
