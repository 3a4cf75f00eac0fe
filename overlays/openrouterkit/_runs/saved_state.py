"""Runs as JSON text."""

from __future__ import annotations

from typing import Any, Final

from attrs import Attribute, asdict

from openrouterkit_runtime.json import DecodeError, decode, encode
from openrouterkit_runtime.lookup import load

from ..errors import InvalidArgumentError
from ..middleware.outcomes import Usage
from ..tool_calls import ToolCall
from .records import PendingCall, RepeatedCall, ToolResult, Turn

VERSION: Final = 1
"""The version of the format."""


def encode_run(run: Any) -> str:
    """Return a `Run` as JSON text."""
    state = {
        "format": "openrouterkit.run",
        "version": VERSION,
        "id": run.id,
        "stopped_by": run.stopped_by,
        "parameters": run.parameters,
        "messages": run.messages,
        "turns": [_encode_turn(turn) for turn in run.turns],
        "pending": [_encode_pending(call) for call in run.pending],
        "repeated": [asdict(call) for call in run.repeated],
        "tool_names": run.tool_names,
        "interrupted_usages": [asdict(usage) for usage in run.interrupted_usages],
    }
    return encode(state).decode()


def _encode_turn(turn: Turn[Any]) -> dict[str, Any]:
    return {
        "number": turn.number,
        "seconds": turn.seconds,
        "result": turn.result.to_dict(),
        "tool_calls": [call.to_dict() for call in turn.tool_calls],
        "outputs": [asdict(output, filter=_is_saved) for output in turn.outputs],
    }


def _is_saved(attribute: Attribute[Any], _: Any) -> bool:
    return attribute.name != "exception"


def _encode_pending(call: PendingCall) -> dict[str, Any]:
    problem = {"problem": call.problem} if call.problem else {}
    return {"tool_call": call.tool_call.to_dict(), "reason": call.reason, **problem}


def decode_run(run: type[Any], text: str | bytes, result: type[Any] | None) -> Any:
    """Return a run from its JSON text.

    Args:
        run: The class of the run.
        text: The JSON text.
        result: The class of the completions; None for `ChatCompletion`.

    Raises:
        InvalidArgumentError: The text is not that of a run, or of an unknown version.
    """
    kind = load("openrouterkit.results:ChatCompletion") if result is None else result
    try:
        state = decode(text)
        if state.get("format") != "openrouterkit.run":
            raise ValueError("it has no format 'openrouterkit.run'")  # noqa: TRY301 - one message for all
        if state["version"] != VERSION:
            raise ValueError(f"its version is {state['version']!r}, not {VERSION}")  # noqa: TRY301 - see above
        return run(
            id=state["id"],
            messages=state["messages"],
            turns=tuple(_decode_turn(turn, kind) for turn in state["turns"]),
            stopped_by=state["stopped_by"],
            pending=tuple(
                PendingCall(ToolCall.from_dict(call["tool_call"]), call["reason"], call.get("problem", ""))
                for call in state["pending"]
            ),
            repeated=tuple(RepeatedCall(**call) for call in state["repeated"]),
            parameters=state["parameters"],
            tool_names=tuple(state["tool_names"]),
            interrupted_usages=tuple(Usage(**usage) for usage in state["interrupted_usages"]),
        )
    except (DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidArgumentError(
            f"this text is not a run ({_describe(error)}); pass the text of run.to_json()"
        ) from error


def _describe(error: Exception) -> str:
    text = str(error)[:200]
    return f"the member {text} is missing" if isinstance(error, KeyError) else text


def _decode_turn(turn: dict[str, Any], kind: Any) -> Turn[Any]:
    return Turn(
        number=turn["number"],
        result=kind.from_dict(turn["result"]),
        tool_calls=tuple(ToolCall.from_dict(call) for call in turn["tool_calls"]),
        outputs=tuple(ToolResult(**output) for output in turn["outputs"]),
        seconds=turn["seconds"],
    )
