"""A run so far: its messages, its turns, and the calls that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from .._results.usages import read_usage
from ..middleware.outcomes import Usage
from .assistant_messages import write_message
from .calls.repetition import Repetition, Repetitions
from .calls.sendable import UniqueIds
from .records import PendingCall, RunProgress, ToolResult, Turn
from .results import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .settings import RunSettings


class Transcript:
    """A run so far.

    Args:
        state: The run as it begins: new, paused, or stopped by an error.
        settings: The settings of the run.

    Attributes:
        id: The id of the run.
        parameters: The parameters of its requests.
        messages: The conversation, as plain JSON.
        turns: The turns.
        pending: The calls that wait for decisions.
        repetitions: How often each call of the last turn was made, by its id.
    """

    def __init__(self, state: Run[Any], settings: RunSettings) -> None:
        self.id = state.id
        self.parameters = state.parameters
        self._unsaved = state._unsaved  # noqa: SLF001 - of this package
        self.messages: list[dict[str, Any]] = list(state.messages)
        self.turns: list[Turn[Any]] = list(state.turns)
        self.pending: tuple[PendingCall, ...] = state.pending
        self.repetitions: dict[str, Repetition] = {}
        self._settings = settings
        self._ids = UniqueIds(self.messages)
        self._interrupted: list[Usage] = list(state.interrupted_usages)
        self._usage = sum(self._interrupted, Usage())
        tools, limit = settings.tools, settings.repeat_limit
        self._calls = Repetitions(lambda name: tools.find_repeat_limit(name, limit))
        for turn in self.turns:
            self._count(turn)

    @property
    def last(self) -> Turn[Any]:
        """The last turn."""
        return self.turns[-1]

    @property
    def is_open(self) -> bool:
        """True if calls of the last turn have no outputs: the run has paused, or stopped while tools were running."""
        return bool(self.turns) and len(self.last.outputs) < len(self.last.tool_calls)

    def add_answer(self, result: Any) -> Turn[Any]:
        """Begin a turn with an answer of the model, and return it.

        Args:
            result: The completion.
        """
        message, calls = write_message(result, self._ids)
        self.messages.append(message)
        turn: Turn[Any] = Turn(len(self.turns) + 1, result, calls)
        self.turns.append(turn)
        self._count(turn)
        return turn

    def _count(self, turn: Turn[Any]) -> None:
        for call in turn.tool_calls:
            self._settings.tools.bind(call)
        self.repetitions = self._calls.add_turn(turn.tool_calls)
        self._usage += turn.usage

    def add_interrupted(self, partial: Any) -> None:
        """Count what an answer has used that ended early, as far as the service had reported it.

        Args:
            partial: The completion so far; None if there is none.
        """
        usage = read_usage(partial)
        if usage != Usage():
            self._interrupted.append(usage)
            self._usage += usage

    def add_outputs(self, added: Sequence[ToolResult]) -> None:
        """Add outputs to the last turn and to the messages, in the order of the calls."""
        outputs = {output.tool_call_id: output for output in (*self.last.outputs, *added)}
        ordered = tuple(outputs[str(call.id)] for call in self.last.tool_calls if call.id in outputs)
        self.turns[-1] = evolve(self.last, outputs=ordered)
        # Those of a paused run are there already, and what was missing may come between them.
        while self.messages[-1].get("role") == "tool":
            self.messages.pop()
        self.messages += [output.to_message() for output in ordered]
        self.pending = tuple(call for call in self.pending if call.id not in outputs)

    def end_turn(self, seconds: float) -> Turn[Any]:
        """Return the last turn, now that all its calls have outputs.

        Args:
            seconds: How long it took since it began, or was resumed.
        """
        self.pending = ()
        self.turns[-1] = evolve(self.last, seconds=self.last.seconds + seconds)
        return self.last

    @property
    def is_corrected(self) -> bool:
        """True if the next turn corrects an answer that does not have the type."""
        return bool(self.turns) and self.messages[-1].get("role") == "user"

    def read_value(self) -> bool:
        """Read the value of the last answer, if the run has a type; return False if the model is to correct it.

        Raises:
            ParseError: It has no value, and is not corrected.
        """
        if self._settings.answer is not None:
            value, correction = self._settings.answer.read([turn.result for turn in self.turns])
            if correction:
                if correction[0].get("role") != "assistant":  # an empty answer, which services reject
                    self.messages.pop()
                self.messages.append(correction[-1])
                return False
            self._unsaved.values[:] = [value]
        return True

    def build_progress(self) -> RunProgress[Any]:
        """Return the run so far, for conditions and hooks."""
        return RunProgress(self.id, tuple(self.turns), list(self.messages), self._settings.context, self._usage)

    def build_run(self, stopped_by: str) -> Run[Any]:
        """Return the run so far."""
        return Run(
            id=self.id,
            messages=list(self.messages),
            turns=tuple(self.turns),
            stopped_by=stopped_by,
            pending=self.pending,
            repeated=self._calls.reported,
            parameters=self.parameters,
            tool_names=tuple(self._settings.tools.names),
            interrupted_usages=tuple(self._interrupted),
            unsaved=self._unsaved,
        )
