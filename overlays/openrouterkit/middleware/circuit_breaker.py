"""`CircuitBreaker`: rejects requests to a service that keeps failing, until it may have recovered."""

from __future__ import annotations

import time
from collections import deque
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from attrs import frozen

from ..errors import APIError, ConfigurationError, ConnectionFailedError, IncompleteStreamError, SDKError, TimedOutError
from ..flow import CallFunction, Sleep

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ..flow import Flow, Request, Response
    from .signatures import Handler, StreamEnd

__all__ = ["CircuitBreaker", "CircuitOpenError"]

_MAX_CIRCUITS: Final = 1000
"""Number of keys after which those that have not failed for a while are forgotten."""


class CircuitOpenError(SDKError):
    """A `CircuitBreaker` rejected the request, because earlier ones have failed. Nothing was sent.

    Attributes:
        key: What has failed: the origin of the URL, or what the `key` of the breaker returned.
        until: When the next request is sent.
    """

    key: Any = None
    until: datetime


class _Circuit:
    """The state of one key."""

    def __init__(self) -> None:
        self.failed_at: deque[float] = deque()
        self.last_error = ""
        self.open_until: float | None = None  # None while it is closed
        self.is_probed = False  # True while a request finds out whether the service has recovered

    def is_over(self, now: float, window: float) -> bool:
        """Return True if the failures were so long ago that they count no more."""
        ended_at = max(self.open_until or 0.0, self.failed_at[-1])
        return not self.is_probed and ended_at + window < now


@frozen
class _Event:
    """How a request ended.

    Attributes:
        key: What the `key` of the breaker returned.
        probing: True if it found out whether the service has recovered.
        at: Monotonic time in seconds.
        failure: The text of the error, if it is a failure; otherwise None.
        shows_service: True if the service has responded, as it should.
    """

    key: Hashable
    probing: bool
    at: float
    failure: str | None
    shows_service: bool


class _Watch:
    """Runs the rest of a call, and knows in which effect it has failed."""

    def __init__(self) -> None:
        self.is_waiting = False  # True if the last error was raised by a pause or a function, not by a request

    def run(self, flow: Flow[Response]) -> Flow[Response]:
        """Return the result of a flow."""
        value: Any = None
        step: Any = flow.send
        try:
            while True:
                try:
                    effect = step(value)
                except StopIteration as stop:
                    response: Response = stop.value
                    return response
                try:
                    value, step = (yield effect), flow.send
                except GeneratorExit:
                    flow.close()
                    raise
                except BaseException as error:  # noqa: BLE001 - the flow handles or re-raises it
                    self.is_waiting = isinstance(effect, Sleep | CallFunction)
                    value, step = error, flow.throw
        finally:
            value = None  # an exception would form a reference cycle with this frame


class CircuitBreaker:
    """Middleware that rejects requests at once after several failures, until the service may have recovered.

        breaker = CircuitBreaker(failures=5, window=60, cooldown=30)
        client = OpenRouter(attempt_middleware=[breaker])

    After `failures` failures within `window` seconds, the circuit is open: for `cooldown` seconds, all requests raise
    `CircuitOpenError`, without being sent and without retries. Then one request is sent, while others are still
    rejected. If it succeeds, the circuit is closed; if it fails, the circuit is open for another `cooldown`.

    Failures are the statuses 408 and 5xx, failed connections and exceeded limits, also during a stream. Other errors,
    such as 400 or 429, show that the service works. Limits that the caller may have exceeded do not count: `pool`, the
    `total` of a stream that has begun, and a `total` that passed without a request, as in the pause of a `RateLimiter`.

    As `attempt_middleware` it counts attempts, and ends retries when the circuit opens; as `middleware` it counts
    calls. Clients, threads and tasks may share a breaker.

    Args:
        failures: The number of failures that opens the circuit. Defaults to 5.
        window: Seconds in which they happen. Defaults to 60.
        cooldown: Seconds until a request is sent again. Defaults to 30.
        key: A function that receives the request and returns what fails together, such as
            `lambda request: request.model`. Defaults to the origin of the URL.
        is_failure: A function that receives every error and returns whether it is a failure, or None to apply the rule
            above.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    def __init__(
        self,
        failures: int = 5,
        window: float = 60,
        cooldown: float = 30,
        *,
        key: Callable[[Request], Hashable] | None = None,
        is_failure: Callable[[SDKError], bool | None] | None = None,
    ) -> None:
        for name, value in (("failures", failures), ("window", window), ("cooldown", cooldown)):
            if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
                raise ConfigurationError(f"{name} must be a number above 0, not {value!r:.100}")
        for name, function in (("key", key), ("is_failure", is_failure)):
            if function is not None and not callable(function):
                raise ConfigurationError(f"{name} must be a function, not {function!r:.100}")
        self._failures, self._window, self._cooldown = failures, window, cooldown
        self._key, self._is_failure = key or _find_origin, is_failure
        self._circuits: dict[Hashable, _Circuit] = {}  # of keys with failures
        # Flows may end during garbage collection, in the middle of code that has the lock, so they only add to a queue.
        self._ended: deque[_Event] = deque()
        self._lock = Lock()

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Return the response, or reject the request. See `openrouterkit.middleware.Middleware`."""
        key = self._key(request)
        probing = self._enter(key)
        failure: SDKError | None = None
        succeeded = False
        watch = _Watch()
        try:
            response = yield from watch.run(call_next(request))
            succeeded, failure = True, response.error
        except SDKError as error:
            failure = error
            raise
        finally:
            # Without a response and an error, the call was cancelled, which shows nothing about the service.
            was_sent = not watch.is_waiting
            self._leave(key, probing, failure, succeeded=succeeded, counts_total=was_sent)
            failure = None  # breaks the reference cycle between the error and this frame
        if response.stream is None:
            return response

        def on_end(end: StreamEnd) -> None:
            if end.kind == "failed" and isinstance(end.error, SDKError):
                self._leave(key, False, end.error, counts_total=False)

        return response.observed(on_end=on_end)

    def is_open(self, key: Hashable) -> bool:
        """Return True if requests with this key are rejected.

        Args:
            key: What the `key` of the breaker returns, by default an origin, such as "https://openrouter.ai".
        """
        with self._lock:
            self._update()
            circuit = self._circuits.get(key)
            return circuit is not None and self._is_rejecting(circuit, time.monotonic())

    def reset(self) -> None:
        """Close all circuits."""
        with self._lock:
            self._update()
            self._circuits.clear()

    @staticmethod
    def _is_rejecting(circuit: _Circuit, now: float) -> bool:
        return circuit.open_until is not None and (circuit.is_probed or now < circuit.open_until)

    def _enter(self, key: Hashable) -> bool:
        """Return True if the request finds out whether the service has recovered.

        Raises:
            CircuitOpenError: The circuit is open.
        """
        now = time.monotonic()
        with self._lock:
            self._update()
            circuit = self._circuits.get(key)
            if circuit is None or circuit.open_until is None:
                return False
            if not self._is_rejecting(circuit, now):
                circuit.is_probed = True
                return True
            left, last = max(circuit.open_until - now, 0.0), circuit.last_error
        until = datetime.now(UTC) + timedelta(seconds=left)
        soon = "a request finds out whether it has recovered" if not left else f"try again after {left:.3g} s"
        error = CircuitOpenError(
            f"the request was not sent, because the circuit of {key} is open until {until:%H:%M:%S} UTC after repeated "
            f"failures, the last of them {last}; {soon}"
        )
        error.key, error.until = key, until
        raise error

    def _leave(
        self,
        key: Hashable,
        probing: bool,
        failure: SDKError | None,
        *,
        succeeded: bool = False,
        counts_total: bool,
    ) -> None:
        """Record the outcome of a request."""
        failed = failure is not None and self._judge(failure, counts_total=counts_total)
        text = f"{type(failure).__name__}: {failure}"[:200] if failed else None
        if failed or probing:
            shows_service = not failed and (succeeded or isinstance(failure, APIError))
            self._ended.append(_Event(key, probing, time.monotonic(), text, shows_service))

    def _update(self) -> None:
        """Process the requests that have ended; the caller has the lock."""
        while self._ended:
            event = self._ended.popleft()
            circuit = self._circuits.get(event.key)
            if event.probing and circuit is not None:
                circuit.is_probed = False
                if event.shows_service:
                    del self._circuits[event.key]
            if event.failure is not None:
                self._add_failure(event, event.failure)

    def _add_failure(self, event: _Event, failure: str) -> None:
        circuit = self._circuits.get(event.key)
        if circuit is None:
            if len(self._circuits) >= _MAX_CIRCUITS:
                self._circuits = {
                    key: each for key, each in self._circuits.items() if not each.is_over(event.at, self._window)
                }
            circuit = self._circuits[event.key] = _Circuit()
        circuit.failed_at.append(event.at)
        circuit.last_error = failure
        while circuit.failed_at[0] < event.at - self._window:
            circuit.failed_at.popleft()
        if event.probing or (circuit.open_until is None and len(circuit.failed_at) >= self._failures):
            circuit.open_until = event.at + self._cooldown

    def _judge(self, error: SDKError, *, counts_total: bool) -> bool:
        """Return True if an error is a failure of the service."""
        verdict = None if self._is_failure is None else self._is_failure(error)
        if verdict is not None:
            return bool(verdict)
        if isinstance(error, APIError):
            return error.status_code == 408 or error.status_code // 100 == 5
        if isinstance(error, IncompleteStreamError):  # the connection failed, unless the stream was discarded
            return isinstance(error.__cause__, ConnectionFailedError)
        if isinstance(error, TimedOutError):
            return error.phase != "pool" and (error.phase != "total" or counts_total)
        return isinstance(error, ConnectionFailedError) and not error.client_closed


def _find_origin(request: Request) -> str:
    parts = urlsplit(request.url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
