"""What a tool call of the model means: a tool with valid arguments, or a problem that the model reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from ...errors import DecodeError
from ...tools.arguments import decode_arguments

if TYPE_CHECKING:
    from ..._results.finish_reasons import Defect
    from ...tool_calls import ToolCall
    from .toolset import Toolset

QUOTE_LIMIT: Final = 1000
"""How many characters of invalid arguments the model receives back."""

_CAUSES: Final[dict[Defect, str]] = {
    "cut off": "your answer reached its limit of tokens and was cut off. Call it again with shorter arguments, or make "
    "fewer calls at once",
    "filtered": "a content filter ended your answer. Continue without the call, or write it differently",
}


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


def read_call(call: ToolCall, tools: Toolset, *, defect: Defect | None = None, arguments: Any = None) -> Reading:
    """Return what a tool call means, or what the model receives because it is invalid.

    Args:
        call: The tool call.
        tools: The tools of the run.
        defect: Why the answer of the model is not whole. Then no tool runs, as its arguments may lack a part even if
            they are valid: those without a required one may be empty.
        arguments: Arguments that replace those of the model.
    """
    if call.name not in tools:
        known = ", ".join(tools.names) or "none"
        return Reading(problem=f"Error: there is no tool named {call.name!r:.100}. The tools are: {known}.")
    tool = tools.find(call.name)
    if arguments is None and defect is not None:
        return Reading(tool, problem=f"Error: {call.name} did not run, because {_CAUSES[defect]}.")
    try:
        written = decode_arguments(call.name, call.function.arguments) if arguments is None else arguments
    except DecodeError as error:
        return Reading(tool, problem=_describe_invalid(error, str(call.function.arguments)))
    if tool is None:
        return Reading(arguments=written)
    try:
        return Reading(tool, tool.read_arguments(written))
    except DecodeError as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - of a class that checks its members, with what the model wrote
        problem = f"the arguments of {call.name} are invalid: {type(error).__name__}: {error}"
    return Reading(tool, problem=f"Error: {problem}. The tool did not run; call it again with valid arguments.")


def _describe_invalid(error: DecodeError, written: str) -> str:
    quoted = written if len(written) <= QUOTE_LIMIT else f"{written[:QUOTE_LIMIT]}..."
    return (
        f"Error: {error}. You wrote: {quoted}\n"
        f"The tool did not run; call it again with arguments that are one valid JSON object."
    )
