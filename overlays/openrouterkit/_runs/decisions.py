"""What is decided about tool calls: by the loop, before they run, and by people, about those that wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ..errors import DecodeError, InvalidArgumentError

if TYPE_CHECKING:
    from ..tool_calls import ToolCall
    from .records import PendingCall
    from .toolset import Toolset

QUOTE_LIMIT = 1000
"""How many characters of invalid arguments the model receives back."""


@frozen
class Decisions:
    """The decisions about pending tool calls; see `ChatMethods.resume`.

    Attributes:
        approved: The ids of approved calls -> arguments that replace those of the model, or None.
        denied: The ids of denied calls -> why, "" for no reason.
        answers: The ids of calls of tools without a function -> their outputs.
    """

    approved: dict[str, dict[str, Any] | None] = field(factory=dict)
    denied: dict[str, str] = field(factory=dict)
    answers: dict[str, Any] = field(factory=dict)


def read_decisions(pending: Iterable[PendingCall], approve: Any, deny: Any, answers: Any) -> Decisions:
    """Return the decisions about the pending calls of a run.

    Args:
        pending: The pending calls.
        approve: True for all calls that wait for approval, ids, or ids -> arguments.
        deny: True for all calls that wait for approval, ids, or ids -> why.
        answers: Ids -> outputs.

    Raises:
        InvalidArgumentError: An id is not pending, or not for this reason; two decisions contradict each other; no
            decision is made.
    """
    waiting = {call.id: call.reason for call in pending}
    to_approve = [identity for identity, reason in waiting.items() if reason == "approval"]
    denied = {identity: str(why or "") for identity, why in _read_mapping(deny, to_approve).items()}
    open_calls = [identity for identity in to_approve if approve is not True or identity not in denied]
    decisions = Decisions(_read_mapping(approve, open_calls), denied, dict(answers or {}))
    for name, decided, reason in (
        ("approve", decisions.approved, "approval"),
        ("deny", decisions.denied, "approval"),
        ("answers", decisions.answers, "answer"),
    ):
        for identity in decided:
            # A call that needs an answer can be denied, too.
            if identity not in waiting or (waiting[identity] != reason and name != "deny"):
                listed = ", ".join(f"{each!r} ({why})" for each, why in waiting.items()) or "none"
                raise InvalidArgumentError(
                    f"{name}: the tool call {identity!r:.100} does not wait for this; the pending calls are {listed}"
                )
    both = decisions.denied.keys() & (decisions.approved.keys() | decisions.answers.keys())
    if both:
        raise InvalidArgumentError(f"the tool call {min(both)!r} is approved or answered, and denied; decide on one")
    if waiting and not (decisions.approved or decisions.denied or decisions.answers):
        raise InvalidArgumentError(
            f"the run waits for decisions about {', '.join(map(repr, waiting))}; pass approve=, deny= or answers="
        )
    return decisions


def _read_mapping(value: Any, everything: list[str]) -> dict[str, Any]:
    if value is True:
        return dict.fromkeys(everything)
    if not value:
        return {}
    if isinstance(value, str):
        return {value: None}
    return dict(value) if isinstance(value, Mapping) else dict.fromkeys(value)


@frozen
class Reading:
    """What a tool call of the model means.

    Attributes:
        tool: The tool; None if it has no function.
        arguments: The arguments, as the tool has checked and converted them.
        problem: What the model receives in place of an output; "" if the call is valid.
    """

    tool: Any = None
    arguments: Any = None
    problem: str = ""


def read_call(call: ToolCall, tools: Toolset, *, cut_off: bool = False, arguments: Any = None) -> Reading:
    """Return what a tool call means, or what the model receives because it is invalid.

    Args:
        call: The tool call.
        tools: The tools of the run.
        cut_off: True if the answer was cut off at its limit of tokens.
        arguments: Arguments that replace those of the model.
    """
    if call.name not in tools:
        known = ", ".join(tools.names) or "none"
        return Reading(problem=f"Error: there is no tool named {call.name!r:.100}. The tools are: {known}.")
    tool = tools.find(call.name)
    try:
        written = call.arguments if arguments is None else arguments
    except DecodeError as error:
        return Reading(tool, problem=_describe_invalid(call, error, cut_off=cut_off))
    if tool is None:
        return Reading(arguments=written)
    try:
        return Reading(tool, tool.read_arguments(written))
    except DecodeError as error:
        return Reading(
            tool, problem=f"Error: invalid arguments of {call.name}: {error}. Call it again with valid ones."
        )


def _describe_invalid(call: ToolCall, error: DecodeError, *, cut_off: bool) -> str:
    if cut_off:
        return (
            f"Error: the arguments of {call.name} were cut off, because the answer reached its limit of tokens, so it "
            f"did not run. Call it again with shorter arguments, or in several calls."
        )
    written = str(call.function.arguments)
    quoted = written if len(written) <= QUOTE_LIMIT else f"{written[:QUOTE_LIMIT]}..."
    cause = str(error).partition(";")[0]
    return (
        f"Error: {call.name} did not run, because {cause}. You wrote: {quoted}\n"
        f"Call it again with arguments that are one valid JSON object."
    )
