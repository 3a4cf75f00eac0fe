"""What people decide about the tool calls that wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from openrouterkit_runtime.json import encode

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from .calls.toolset import Toolset
    from .records import PendingCall

_REMEDIES: Final = {"approval": "approve= or deny=", "answer": "answers= or deny="}
"""What a call waits for -> the arguments that decide about it."""


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
        approve: True for all calls that wait for approval; ids or pending calls; or ids -> True, None or arguments.
        deny: True for all calls that wait for approval; ids or pending calls; or ids -> why, True or None.
        answers: Ids -> outputs.

    Raises:
        InvalidArgumentError: An id is not pending, or not for this reason; two decisions contradict each other; no
            decision is made.
    """
    waiting: dict[str, str] = {call.id: call.reason for call in pending}
    to_approve = [identity for identity, reason in waiting.items() if reason == "approval"]
    denied = {
        identity: "" if why is True else str(why or "")
        for identity, why in _read_mapping("deny", deny, to_approve, "approve=").items()
    }
    open_calls = [identity for identity in to_approve if approve is not True or identity not in denied]
    approved = {
        identity: _read_arguments(identity, arguments)
        for identity, arguments in _read_mapping("approve", approve, open_calls, "deny=").items()
    }
    decisions = Decisions(approved, denied, _read_mapping("answers", answers, [], "deny="))
    for name, decided, reason in (("approve", approved, "approval"), ("answers", decisions.answers, "answer")):
        _check_waiting(name, decided, waiting, reason)
    _check_waiting("deny", denied, waiting, None)  # a call that needs an answer can be denied, too
    both = denied.keys() & (approved.keys() | decisions.answers.keys())
    if both:
        raise InvalidArgumentError(f"the tool call {min(both)!r} is approved or answered, and denied; decide on one")
    if waiting and not (approved or denied or decisions.answers):
        raise InvalidArgumentError(f"the run waits for decisions about {_list_waiting(waiting)}")
    return decisions


def check_arguments(decisions: Decisions, pending: Iterable[PendingCall], tools: Toolset) -> None:
    """Check the arguments with which people have replaced those of the model.

    Args:
        decisions: The decisions.
        pending: The pending calls.
        tools: The tools of the run.

    Raises:
        InvalidArgumentError: A tool does not accept them.
    """
    for call in pending:
        arguments, tool = decisions.approved.get(call.id), tools.find(call.name)
        if arguments is None or tool is None:
            continue
        try:
            encode(arguments)
            tool.read_arguments(arguments)
        except Exception as error:
            raise InvalidArgumentError(f"approve: the tool call {call.id!r} cannot run: {error}") from error


def _read_arguments(identity: str, arguments: Any) -> dict[str, Any] | None:
    """Return the arguments that replace those of the model; None if none do."""
    if arguments is None or arguments is True:
        return None
    if not isinstance(arguments, Mapping):
        raise InvalidArgumentError(
            f"approve={{{identity!r}: ...}} expects True, or a dict of arguments that replace those of the model, not "
            f"{arguments!r:.100}"
        )
    return dict(arguments)


def _check_waiting(name: str, decided: Mapping[str, Any], waiting: Mapping[str, str], reason: str | None) -> None:
    for identity in decided:
        if identity not in waiting:
            raise InvalidArgumentError(
                f"{name}: no tool call {identity!r:.100} is pending; the pending calls are {_list_waiting(waiting)}"
            )
        if reason is not None and waiting[identity] != reason:
            actual = waiting[identity]
            raise InvalidArgumentError(
                f"{name}: the tool call {identity!r:.100} waits for {_name(actual)}, not for {_name(reason)}; "
                f"pass {_REMEDIES[actual]}"
            )


def _name(reason: str) -> str:
    return "an answer" if reason == "answer" else reason


def _list_waiting(waiting: Mapping[str, str]) -> str:
    listed = [f"{identity!r} ({reason}: pass {_REMEDIES[reason]})" for identity, reason in waiting.items()]
    return ", ".join(listed) or "none"


def _read_mapping(name: str, value: Any, everything: list[str], opposite: str) -> dict[str, Any]:
    """Return a decision as ids -> its details."""
    if value is True and name != "answers":
        return dict.fromkeys(everything)
    if value is None or value is False or (isinstance(value, Iterable) and not value):
        return {}
    if isinstance(value, Mapping):
        decided = {_read_id(name, each): details for each, details in value.items()}
        wrong = next((identity for identity, details in decided.items() if details is False), None)
        if wrong is not None and name != "answers":
            raise InvalidArgumentError(
                f"{name}={{{wrong!r}: False}} decides nothing; leave the id out, or pass {opposite}[{wrong!r}]"
            )
        return decided
    if name == "answers":
        raise InvalidArgumentError(f"answers must be a dict of ids and outputs, not {value!r:.100}")
    listed = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return {_read_id(name, each): None for each in listed}


def _read_id(name: str, value: Any) -> str:
    """Return the id of a pending call, or a text unchanged."""
    identity = value if isinstance(value, str) else getattr(value, "id", None)
    if not isinstance(identity, str):
        raise InvalidArgumentError(f"{name} expects ids of pending calls, or the calls themselves, not {value!r:.100}")
    return identity
