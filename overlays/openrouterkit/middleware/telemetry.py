"""`Telemetry`: spans and metrics of OpenTelemetry for calls."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ..errors import APIError
from .background import Background
from .outcomes import Outcome, report_outcome
from .telemetry_attributes import describe_input, describe_output, find_operation, read_request, read_result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from opentelemetry.context import Context
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, TracerProvider

    from ..flow import Flow, Request, Response
    from .signatures import Handler

__all__ = ["Telemetry"]

_SCOPE: Final = "openrouterkit"

# The boundaries that the conventions recommend.
_TOKENS: Final = [4.0**power for power in range(14)]
_SECONDS: Final = [0.01 * 2**power for power in range(14)]
_FIRST_CHUNK: Final = [
    *(0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1),
    *(0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0),
]


_METRIC_ATTRIBUTES: Final = (
    *("gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model"),
    *("server.address", "server.port"),
)


class Telemetry:
    """A middleware that records a span and metrics of OpenTelemetry for each call, as the conventions for GenAI define.

        client = OpenRouter(middleware=[Telemetry()])

    It needs `pip install "openrouterkit[otel]"`, and an SDK of OpenTelemetry that exports what it records.

    The span is named by operation and model, such as "chat openai/gpt-4o-mini". It is a child of the caller's span, and
    current while the call runs, so that spans of httpx are its children. It ends with the call; for a stream, when the
    stream has ended, failed, or was closed or dropped. It has the settings of the request, the model that has answered,
    finish reasons, tokens, cost (`gen_ai.usage.cost`), the time to the first chunk, and an event for each retry. Calls
    that run no model, such as `models.list`, have a span that is named by their operation.

    The metrics are `gen_ai.client.token.usage`, `gen_ai.client.operation.duration` and, for streams,
    `gen_ai.client.operation.time_to_first_chunk`. A dropped stream is recorded soon, in a thread.

    Args:
        tracer_provider: Creates the spans. Defaults to the global provider.
        meter_provider: Creates the metrics. Defaults to the global provider.
        content: True to add the messages of requests and results to the spans. They may be personal data.
        provider: The name of the service, `gen_ai.provider.name`. Defaults to the name of the `Service`, in the form of
            the conventions, or to its host if the name contains other characters than letters, digits and ` _-.`.

    Raises:
        ImportError: OpenTelemetry is not installed.
    """

    def __init__(
        self,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
        *,
        content: bool = False,
        provider: str | None = None,
    ) -> None:
        try:
            from opentelemetry import metrics, trace
        except ImportError as error:
            raise ImportError('Telemetry needs OpenTelemetry: pip install "openrouterkit[otel]"') from error
        self._content = content
        self._provider = provider
        self._tracer = trace.get_tracer(_SCOPE, tracer_provider=tracer_provider)
        meter = metrics.get_meter(_SCOPE, meter_provider=meter_provider)
        self._tokens = meter.create_histogram(
            "gen_ai.client.token.usage",
            "{token}",
            "Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=_TOKENS,
        )
        self._duration = meter.create_histogram(
            "gen_ai.client.operation.duration",
            "s",
            "GenAI operation duration.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self._first_chunk = meter.create_histogram(
            "gen_ai.client.operation.time_to_first_chunk",
            "s",
            "Time to receive the first chunk.",
            explicit_bucket_boundaries_advisory=_FIRST_CHUNK,
        )
        self._background = Background()

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Run the call inside a span."""
        from opentelemetry import trace

        self._background.run_added()
        operation = find_operation(request)
        attributes = read_request(request, operation, self._provider)
        model = request.model
        name = f"{operation} {model}" if operation and model else operation or request.operation or request.method
        span = self._tracer.start_span(name, kind=trace.SpanKind.CLIENT, attributes=attributes)
        if self._content and span.is_recording():
            span.set_attributes(describe_input(request.json))
        report = partial(self._end, span, attributes)
        is_whole = self._content or operation == "chat"
        with trace.use_span(span, record_exception=False, set_status_on_exception=False):
            response = yield from report_outcome(request, call_next, report, whole=is_whole)
        if response.stream is not None:
            self._background.start()
        return response

    def _end(self, span: Span, attributes: dict[str, Any], outcome: Outcome) -> None:
        if outcome.kind == "dropped" or isinstance(outcome.error, GeneratorExit):
            # During garbage collection, maybe in a thread that has the lock of a metric or of a span processor.
            self._background.add(partial(self._finish, span, attributes, outcome, time.time_ns()))
        else:
            self._finish(span, attributes, outcome)

    def _finish(self, span: Span, attributes: dict[str, Any], outcome: Outcome, ended_at: int | None = None) -> None:
        """End the span, and record the metrics."""
        from opentelemetry.trace import Status, StatusCode, set_span_in_context

        error = outcome.error
        failure = {} if error is None else {"error.type": _name_error(error)}
        if span.is_recording():
            span.set_attributes({**read_result(outcome), **failure})
            if self._content:
                span.set_attributes(describe_output(outcome.body))
            for timestamp, event in _list_retries(outcome):
                span.add_event("retry", event, timestamp)
            if error is not None:
                span.set_status(Status(StatusCode.ERROR, str(error)))
        span.end(ended_at)
        if "gen_ai.operation.name" in attributes:
            self._record(attributes, failure, outcome, set_span_in_context(span))

    def _record(self, attributes: dict[str, Any], failure: dict[str, Any], outcome: Outcome, context: Context) -> None:
        names = (
            "gen_ai.operation.name",
            "gen_ai.provider.name",
            "gen_ai.request.model",
            "server.address",
            "server.port",
        )
        common: dict[str, Any] = {name: attributes[name] for name in names if name in attributes}
        if isinstance(model := outcome.body.get("model"), str):
            common["gen_ai.response.model"] = model
        self._duration.record(outcome.elapsed, {**common, **failure}, context)
        if outcome.first_event is not None:
            self._first_chunk.record(outcome.first_event, {**common, **failure}, context)
        if outcome.is_cached:
            return
        usage = outcome.usage
        for kind, count in (("input", usage.input_tokens), ("output", usage.output_tokens)):
            if count is not None:
                self._tokens.record(count, {**common, "gen_ai.token.type": kind}, context)


def _name_error(error: BaseException) -> str:
    return str(error.status_code) if isinstance(error, APIError) else type(error).__name__


def _list_retries(outcome: Outcome) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return the time, in nanoseconds since the epoch, and the attributes of each failed attempt that was retried."""
    seconds = outcome.began_at
    for attempt in outcome.attempts[:-1]:
        seconds += attempt.elapsed
        values = {
            "openrouterkit.attempt": attempt.number,
            "openrouterkit.retry.wait": attempt.wait,
            "openrouterkit.retry.reason": attempt.reason,
            "http.response.status_code": attempt.status,
            "gen_ai.request.model": attempt.model,
        }
        yield int(seconds * 1e9), {name: value for name, value in values.items() if value is not None}
        seconds += attempt.wait or 0
