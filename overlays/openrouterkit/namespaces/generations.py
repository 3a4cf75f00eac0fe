"""Generations: what is recorded about a call, once it is recorded."""

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

_GROWTH: Final = 1.5
_LONGEST: Final = 5.0


class Generations(generated.Generations):
    """Look up what is recorded about a call: tokens, cost, times and content."""

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
        """The record of a generation, which is asked for until it exists: it does a moment after the answer has ended.

            record = client.generations.wait(result).data

        Args:
            id: the generation's id, or what has one: a result, its `response`, a stream, an `APIError`.
            timeout: seconds in all, of which none is exceeded.
            interval: seconds before the second try; each further wait is half as long again, up to 5 s.
            options: `RequestOptions` of each try.

        Raises:
            TimedOutError: there is no record in that time; `.attempts` has all tries.
            ConfigurationError: what was given has no generation id.
            OpenRouterError: any other failure, at once; see `errors`.
        """
        return self._client.run(poll(self._client._settings, id, timeout, interval, options))  # noqa: SLF001


class AsyncGenerations(generated.AsyncGenerations):
    """Look up what is recorded about a call: tokens, cost, times and content."""

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
        """The record of a generation, which is asked for until it exists. See `Generations.wait`."""
        return await self._client.run(poll(self._client._settings, id, timeout, interval, options))  # noqa: SLF001


def poll(
    settings: Settings, generation: GenerationSource, timeout: float, interval: float, options: RequestOptions | None
) -> Flow[GenerationResponse]:
    """The tries and the waits between them. See `Generations.wait`."""
    from openrouterkit_api.operations import generations

    for name, seconds in (("timeout", timeout), ("interval", interval)):
        if not 0 < seconds < math.inf:
            raise ConfigurationError(f"the {name} of wait is seconds, more than 0: not {seconds!r}")
    operation = generations.get(id=find_generation_id(generation))
    limits = settings.for_call(UNSET, options).timeouts
    began = time.monotonic()
    end = began + timeout
    made: tuple[Attempt, ...] = ()
    absent: NotFoundResponseError | None = None
    tries = 0
    while True:
        tries += 1
        left = max(end - time.monotonic(), 0.001)
        total = left if limits.total is None else min(left, limits.total)
        try:
            record = yield from send(settings, operation, evolve(limits, total=total), options)
        except (NotFoundResponseError, TimedOutError) as error:
            now = time.monotonic()
            if isinstance(error, NotFoundResponseError):
                absent = error
            elif now < end:
                raise
            more = tuple(evolve(attempt, number=len(made) + attempt.number) for attempt in error.attempts)
            # Like a retry, a wait that does not fit into the time is not begun.
            if now + interval >= end:
                raise _given_up(operation.query[0][1], now - began, tries, (*made, *more)) from absent or error
        else:
            return record
        last = (evolve(attempt, wait=interval, reason="there is no record yet") for attempt in more[-1:])
        made = (*made, *more[:-1], *last)
        yield from do(Sleep(interval))
        interval = min(interval * _GROWTH, max(interval, _LONGEST))


def _given_up(generation: str, seconds: float, tries: int, made: tuple[Attempt, ...]) -> TimedOutError:
    error = TimedOutError(
        f"the generation {generation!r:.100} has no record, asked {tries} times in {seconds:.3g} s: "
        f"check its id, or wait with a longer timeout="
    )
    error.attempts = made
    error.generation_id = generation
    return error


def find_generation_id(source: Any) -> str:
    """The id of the generation that something is or leads to.

    Raises:
        ConfigurationError: there is none.
    """
    if isinstance(source, str):
        found: Any = source
    else:
        stated = (getattr(each, "generation_id", None) for each in (source, getattr(source, "response", None)))
        found = next((each for each in stated if each), None) or getattr(source, "id", None)
    if not isinstance(found, str) or not found.strip():
        what = (
            "it is empty" if isinstance(source, str) else f"{type(source).__name__} has neither X-Generation-Id nor id"
        )
        raise ConfigurationError(f"there is no generation id to wait for: {what}; give the id of a chat's answer")
    return found.strip()
