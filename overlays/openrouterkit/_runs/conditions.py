"""Conditions that stop a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from attrs import frozen

from openrouterkit_runtime.unset import UNSET

from ..errors import InvalidArgumentError
from .records import RunProgress

DEFAULT_STEPS: Final = 10
"""How many turns a run has at most, unless its caller sets a number."""

_STEPS: Final = "max_steps"


@frozen
class StopCondition:
    """A condition that stops a run, with a name and a rule about the last turn.

        def is_expensive(progress: RunProgress) -> bool:
            return (progress.cost or 0) > 0.1 * progress.steps

        client.chat.run(..., stop_when=StopCondition("expensive", is_expensive, is_limit=True))

    A plain function is a condition, too: its name is that of the function, or the text that it returns.

    Attributes:
        name: What `run.stopped_by` is.
        check: Receives the `RunProgress` after each turn with tool calls; that of a limit, also before the model
            corrects an answer that does not have the `response_type`. If it returns True or a text, the run stops; a
            text replaces the name.
        is_limit: True if the model may answer once more, without tools, when the condition stops the run.
    """

    name: str
    check: Callable[[RunProgress[Any]], bool | str]
    is_limit: bool = False


Condition: TypeAlias = StopCondition | Callable[[RunProgress[Any]], bool | str]
"""What `stop_when` accepts: a condition, or a function of the progress."""


def max_steps(count: int) -> StopCondition:
    """Return a condition that stops a run after a number of turns, a limit; in place of the argument `max_steps`.

    Args:
        count: The number of turns. The last turn without tools does not count.

    Raises:
        InvalidArgumentError: The number is not positive.
    """
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise InvalidArgumentError(f"max_steps must be a positive number of turns, not {count!r:.100}")
    return StopCondition(_STEPS, lambda progress: progress.steps >= count, is_limit=True)


def max_tokens(count: int) -> StopCondition:
    """Return a condition that stops a run once its turns have used a number of tokens, a limit.

    Args:
        count: The number of tokens of requests and answers together.
    """
    return StopCondition("max_tokens", lambda progress: (progress.usage.total_tokens or 0) >= count, is_limit=True)


def max_cost(dollars: float) -> StopCondition:
    """Return a condition that stops a run once its turns have cost an amount, a limit.

    It looks at costs that the service has reported, so a run can exceed it by its last turns; a `Budget` prevents that.

    Args:
        dollars: The amount in US dollars.
    """
    return StopCondition("max_cost", lambda progress: (progress.cost or 0) >= dollars, is_limit=True)


def tool_called(name: str) -> StopCondition:
    """Return a condition that stops a run after a turn in which the model has called a tool; the tool has run.

    Args:
        name: The name of the tool.
    """

    def check(progress: RunProgress[Any]) -> bool:
        return progress.last is not None and any(call.name == name for call in progress.last.tool_calls)

    return StopCondition("tool_called", check)


def finish_reason_is(*reasons: str) -> StopCondition:
    """Return a condition that stops a run after a turn that ended for one of these reasons.

    Args:
        reasons: Finish reasons, such as "length".
    """
    return StopCondition(
        "finish_reason", lambda progress: progress.last is not None and progress.last.finish_reason in reasons
    )


def read_conditions(
    stop_when: Condition | Sequence[Condition] | None, steps: int | None = UNSET
) -> tuple[StopCondition, ...]:
    """Return the conditions of a run.

    Args:
        stop_when: The argument `stop_when`.
        steps: The argument `max_steps`: None for no limit. Defaults to 10, or to the `max_steps` in `stop_when`.

    Raises:
        InvalidArgumentError: They are neither conditions nor functions, or the number of turns is not positive.
    """
    listed = list(stop_when) if isinstance(stop_when, Sequence) else [] if stop_when is None else [stop_when]
    conditions = []
    for item in listed:
        if isinstance(item, StopCondition):
            conditions.append(item)
        elif callable(item):
            conditions.append(StopCondition(getattr(item, "__name__", type(item).__name__), item))
        else:
            raise InvalidArgumentError(
                f"stop_when is a function of the progress or a list of such functions, not {item!r:.100}; "
                f"pass conditions such as openrouterkit.runs.max_cost(0.5)"
            )
    if steps is UNSET:
        steps = None if any(condition.name == _STEPS for condition in conditions) else DEFAULT_STEPS
    return tuple(conditions) if steps is None else (*conditions, max_steps(steps))


def find_stop(conditions: Sequence[StopCondition], progress: RunProgress[Any]) -> tuple[str, bool] | None:
    """Return the name of the first condition that stops the run, and whether it is a limit; None to go on."""
    for condition in conditions:
        stops = condition.check(progress)
        if stops:
            return (stops if isinstance(stops, str) else condition.name), condition.is_limit
    return None
