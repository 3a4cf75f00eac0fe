"""The options of chat methods beside the parameters of `send`, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._parsing.steps import Method
    from .._runs.conditions import Condition
    from .._runs.hooks import RunHooks
    from .._runs.settings import ToolErrors

__all__ = ["ParseOptions", "RunOptions"]


class ParseOptions(TypedDict, total=False):
    """The options of `parse` and `parse_stream`; see `ChatMethods.parse`.

    Attributes:
        method: The only method to try: "json_schema", "json_object", "tool" or "prompt".
        strict: Whether the schema is that of strict mode.
        repair: Whether small damage in the answer is repaired.
    """

    method: Method | Literal["auto"]
    strict: bool | None
    repair: bool


class RunOptions(TypedDict, total=False):
    """The options of `run` and `run_stream`; see `ChatMethods.run`.

    Attributes:
        tools: The tools.
        stop_when: The stop conditions.
        hooks: The hooks.
        context: The value for tools, hooks and conditions.
        concurrency: How many tools run at once.
        tool_errors: What happens to exceptions of tools.
        final_turn: Whether a last turn without tools follows a limit.
        repeat_limit: The count at which an equal tool call no longer runs.
    """

    tools: Sequence[Any]
    stop_when: Condition | Sequence[Condition] | None
    hooks: RunHooks | None
    context: Any
    concurrency: int
    tool_errors: ToolErrors
    final_turn: bool
    repeat_limit: int | None
