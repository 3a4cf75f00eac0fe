"""The namespace `client.generations`."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from openrouterkit_api import UNSET
from openrouterkit_api.namespaces import generations as generated

from .._call.calls import send
from ..errors import ConfigurationError, NotFoundResponseError, TimedOutError
from ..flow import Flow, Sleep, do

if TYPE_CHECKING:
    from typing import TypeAlias

    from openrouterkit_api import JsonModel
    from openrouterkit_api.models import GenerationResponse

    from .._call.clients import AsyncClient, SyncClient
    from .._flow.attempt import Attempt
    from .._request.settings import Settings
    from .._streaming.event_stream import AsyncEventStream, EventStream
    from ..errors import APIError
    from ..options import RequestOptions
    from ..responses import CallResponse

    GenerationSource: TypeAlias = str | JsonModel | CallResponse | EventStream[Any] | AsyncEventStream[Any] | APIError

__all__ = ["AsyncGenerations", "Generations"]

# The factor by which the wait grows with each attempt, and the longest wait in seconds.
_GROWTH: Final = 1.5
_MAX_INTERVAL: Final = 5.0


class Generations(generated.Generations):
    """Look up the record of a generation: tokens, cost, routing, times and content."""

    def __init__(self, client: SyncClient) -> None:
        super().__init__(client)
        self._client = client

    def wait(
        self,
        id: GenerationSource,  # noqa: A002 - as in `get`
        *,
        timeout: float = 30.0,
        interval: float = 0.5,
        options: RequestOptions | None = None,
    ) -> GenerationResponse:
        """Wait until the record of a generation exists, and return it.

        The service creates the record shortly after the response has ended, so that `get` may fail at first.

            result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])
            record = client.generations.wait(result).data
            print(record.total_cost)

        Args:
            id: The id of the generation, or an object that has it: a result, its `response`, a stream, or an
                `APIError`.
            timeout: The maximum number of seconds to wait in total.
            interval: Seconds to wait before the second request. Each further wait is 1.5 times as long, up to 5 s.
            options: The `RequestOptions` of each request.

        Raises:
            TimedOutError: The record does not exist after `timeout` seconds. `attempts` has all attempts.
            ConfigurationError: `id` has no generation id, or `timeout` or `interval` is not above 0.
            OpenRouterError: A request failed in another way; raised at once. See `openrouterkit.errors`.
        """
        settings = self._client._settings  # noqa: SLF001 - its own client
        return self._client.run(poll(settings, id, timeout, interval, options))


class AsyncGenerations(generated.AsyncGenerations):
    """Look up the record of a generation: tokens, cost, routing, times and content."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(client)
        self._client = client

    async def wait(
        self,
        id: GenerationSource,  # noqa: A002 - as in `get`
        *,
        timeout: float = 30.0,
        interval: float = 0.5,
        options: RequestOptions | None = None,
    ) -> GenerationResponse:
        """Wait until the record of a generation exists, and return it. See `Generations.wait`."""
        settings = self._client._settings  # noqa: SLF001 - its own client
        return await self._client.run(poll(settings, id, timeout, interval, options))


def poll(
    settings: Settings, generation: GenerationSource, timeout: float, interval: float, options: RequestOptions | None
) -> Flow[GenerationResponse]:
    """Build the flow of requests for a record and the waits between them. See `Generations.wait`."""
    from openrouterkit_api.operations import generations

    for name, seconds in (("timeout", timeout), ("interval", interval)):
        if not 0 < seconds < math.inf:
            raise ConfigurationError(f"{name} must be a number of seconds above 0, not {seconds!r}")
    operation = generations.get(id=find_generation_id(generation))
    limits = settings.for_call(UNSET, options).timeouts
    began = time.monotonic()
    end = began + timeout
    attempts: tuple[Attempt, ...] = ()
    not_found: NotFoundResponseError | None = None
    requests = 0
    while True:
        requests += 1
        left = max(end - time.monotonic(), 0.001)
        total = left if limits.total is None else min(left, limits.total)
        try:
            record = yield from send(settings, operation, evolve(limits, total=total), options)
        except (NotFoundResponseError, TimedOutError) as error:
            now = time.monotonic()
            if isinstance(error, NotFoundResponseError):
                not_found = error
            elif now < end:
                raise
            new = tuple(evolve(attempt, number=len(attempts) + attempt.number) for attempt in error.attempts)
            # As for retries, no wait begins that would end after the timeout.
            if now + interval >= end:
                generation_id = operation.query[0][1]
                timed_out = _build_timeout_error(generation_id, now - began, requests, (*attempts, *new))
                raise timed_out from not_found or error
        else:
            return record
        last = (evolve(attempt, wait=interval, reason="the record does not exist yet") for attempt in new[-1:])
        attempts = (*attempts, *new[:-1], *last)
        yield from do(Sleep(interval))
        interval = min(interval * _GROWTH, max(interval, _MAX_INTERVAL))


def _build_timeout_error(
    generation_id: str, seconds: float, requests: int, attempts: tuple[Attempt, ...]
) -> TimedOutError:
    error = TimedOutError(
        f"the generation {generation_id!r:.100} has no record after {requests} requests in {seconds:.3g} s; "
        f"check its id, or pass a longer timeout="
    )
    error.attempts = attempts
    error.generation_id = generation_id
    return error


def find_generation_id(source: Any) -> str:
    """Return the generation id of a result, a response, a stream or an error; an id is returned without white space.

    Raises:
        ConfigurationError: The source has no generation id.
    """
    if isinstance(source, str):
        generation_id: Any = source
    else:
        candidates = (getattr(each, "generation_id", None) for each in (source, getattr(source, "response", None)))
        generation_id = next((each for each in candidates if each), None) or getattr(source, "id", None)
    if not isinstance(generation_id, str) or not generation_id.strip():
        if isinstance(source, str):
            raise ConfigurationError("the generation id is empty; pass the id of a result")
        kind = type(source).__name__
        raise ConfigurationError(f"{kind} has neither X-Generation-Id nor id; pass a result or a generation id")
    return generation_id.strip()
