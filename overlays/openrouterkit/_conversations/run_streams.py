"""Runs whose events are read as they happen, and that add their messages to a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._runs.run_streams import AsyncRunStream, RunSteps, RunStream
from ..errors import SDKError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runs.decisions import Decisions
    from .._runs.loop import Loop
    from ..flow import Flow
    from .exchanges import Exchange

__all__: list[str] = []

R_co = TypeVar("R_co", covariant=True)
T_co = TypeVar("T_co", covariant=True)


def read_settings(arguments: Mapping[str, Any], *, resume: bool = False) -> dict[str, Any]:
    """Return the keyword arguments of `chat.run_stream`, or of `chat.resume_stream`, with their defaults."""
    decisions: dict[str, Any] = {"approve": (), "deny": (), "answers": None}
    return {**(decisions if resume else {}), **arguments}


class _Recorded(RunSteps):
    """Adds the messages of a run to its conversation, sync or async."""

    _exchange: Exchange
    _has_begun = False

    def _advance(self) -> Flow[bool]:
        if not self._has_begun:
            self._exchange.begin()
            self._has_begun = True
        try:
            more = yield from super()._advance()
        except GeneratorExit:
            raise
        except BaseException as error:
            if self._failure is not None:  # otherwise another thread or task reads the run
                self._exchange.fail(error if isinstance(error, SDKError) else self._failure)
            raise
        if self._run is not None:
            self._exchange.complete_run(self._run)
        return more

    def _end_early(self) -> Flow[None]:
        yield from super()._end_early()
        if self._failure is not None:
            self._exchange.fail(self._failure)


class RecordedRunStream(_Recorded, RunStream[R_co, T_co], Generic[R_co, T_co]):
    """A run that adds its messages to a conversation."""

    def __init__(self, client: Any, loop: Loop, decisions: Decisions | None, exchange: Exchange) -> None:
        super().__init__(client, loop, decisions)
        self._exchange = exchange


class AsyncRecordedRunStream(_Recorded, AsyncRunStream[R_co, T_co], Generic[R_co, T_co]):
    """An async run that adds its messages to a conversation."""

    def __init__(self, client: Any, loop: Loop, decisions: Decisions | None, exchange: Exchange) -> None:
        super().__init__(client, loop, decisions)
        self._exchange = exchange
