"""The options of chat methods beside the parameters of `send`, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .._parsing.steps import Method
    from .._runs.conditions import Condition
    from .._runs.hooks import RunHooks
    from .._runs.records import PendingCall
    from .._runs.settings import ToolErrors

    Calls: TypeAlias = bool | str | PendingCall | Iterable[str | PendingCall]
    Approvals: TypeAlias = Calls | Mapping[str, Mapping[str, Any] | Literal[True] | None]
    Denials: TypeAlias = Calls | Mapping[str, str | Literal[True] | None]

__all__ = [
    "ConversationOptions",
    "CorrectionOptions",
    "DecisionOptions",
    "ParseOptions",
    "RunOptions",
]


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
        max_steps: How many turns there are at most.
        max_seconds: How many seconds the run may take.
        hooks: The hooks.
        context: The value for tools, hooks and conditions.
        concurrency: How many tools run at once.
        tool_errors: What happens to exceptions of tools.
        final_turn: Whether a last turn without tools follows a limit.
        repeat_limit: The count at which an equal tool call no longer runs.
    """

    tools: Sequence[Any]
    stop_when: Condition | Sequence[Condition] | None
    max_steps: int | None
    max_seconds: float | None
    hooks: RunHooks | None
    context: Any
    concurrency: int
    tool_errors: ToolErrors
    final_turn: bool
    repeat_limit: int | None


class CorrectionOptions(TypedDict, total=False):
    """The option of `parse` that streams do not have.

    Attributes:
        max_corrections: How often the model may correct an answer that does not fit.
    """

    max_corrections: int


class DecisionOptions(TypedDict, total=False):
    """The decisions about the pending calls of a run; see `ChatMethods.resume`.

    Attributes:
        approve: The calls to run.
        deny: The calls not to run.
        answers: The outputs of tools without a function.
    """

    approve: Approvals
    deny: Denials
    answers: Mapping[str, Any] | None


class ConversationOptions(TypedDict, total=False):
    """The settings of a conversation, beside the parameters of its requests; see `Conversation`.

    Attributes:
        system: The instructions of the first message.
        messages: Messages to begin with.
        tools: Tools of every request.
        trim: The rule that chooses the messages to send.
        cleaning: The rules that change messages before they are sent.
        keep_partial: Whether the text of a stream that is closed early is kept.
    """

    system: Any
    messages: Iterable[Any]
    tools: Sequence[Any]
    trim: Callable[[list[dict[str, Any]]], list[dict[str, Any]]] | None
    cleaning: Sequence[Any] | None
    keep_partial: bool
