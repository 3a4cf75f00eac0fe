"""The settings of a run that are code, not data: tools, stop conditions, hooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen

from openrouterkit_runtime.unset import UNSET

from ..errors import InvalidArgumentError
from .calls.toolset import Toolset
from .conditions import StopCondition, read_conditions
from .hooks import RunHooks
from .time_limits import check_seconds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._parsing.final_answers import FinalAnswer

ToolErrors = Literal["report", "raise"]
"""What happens to an exception of a tool."""

UNSAVED: Final = ("timeout", "options", "extra_headers", "extra_query")
"""Parameters of a call that are not saved: code, and headers and query parameters, which may contain secrets."""


@frozen
class RunSettings:
    """The settings of a run; see `ChatMethods.run`.

    Attributes:
        tools: The tools.
        stop_when: The stop conditions, with that of `max_steps`.
        hooks: The hooks.
        context: The value that tools and hooks receive.
        concurrency: How many tools run at once.
        tool_errors: "report" to report exceptions to the model, "raise" to raise them.
        final_turn: True for a last turn without tools after a limit.
        repeat_limit: The count at which an equal tool call no longer runs; None for no limit.
        max_seconds: The limit of time; None for no limit.
        is_async: True in an async client.
        is_stream: True if the answers are streams, and events are emitted.
        request: Parameters of each request that are not saved with the run.
        answer: The type of the answer; None for none.
    """

    tools: Toolset
    stop_when: tuple[StopCondition, ...]
    hooks: RunHooks
    context: Any = None
    concurrency: int = 8
    tool_errors: ToolErrors = "report"
    final_turn: bool = True
    repeat_limit: int | None = 5
    max_seconds: float | None = None
    is_async: bool = False
    is_stream: bool = False
    request: dict[str, Any] = field(factory=dict)
    answer: FinalAnswer | None = None


SETTINGS: Final = (
    *("tools", "stop_when", "max_steps", "max_seconds", "hooks", "context", "concurrency", "tool_errors"),
    *("final_turn", "repeat_limit", "response_type"),
)
"""The keyword arguments that are settings of the run; all others are parameters of its requests."""


def split_arguments(arguments: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return the settings of a run, the parameters of its requests, and those that are not saved.

    Args:
        arguments: The keyword arguments of `chat.run`.

    Raises:
        InvalidArgumentError: They request a stream, or an answer of a type and of another format.
    """
    given: dict[str, Any] = {name: value for name, value in arguments.items() if value is not UNSET}
    if given.pop("stream", None):
        raise InvalidArgumentError("stream=True is no parameter of a run; use run_stream(...)")
    if given.get("response_type") is not None and given.get("response_format") is not None:
        raise InvalidArgumentError("response_type and response_format exclude each other; pass one of them")
    settings: dict[str, Any] = {name: given.pop(name) for name in SETTINGS if name in given}
    request: dict[str, Any] = {name: given.pop(name) for name in UNSAVED if name in given}
    return settings, given, request


def build_settings(
    settings: Mapping[str, Any], request: Mapping[str, Any], *, is_async: bool, is_stream: bool
) -> RunSettings:
    """Return the settings of a run, checked.

    Args:
        settings: The settings by name.
        request: The parameters of requests that are not saved.
        is_async: True in an async client.
        is_stream: True if the answers are streams.

    Raises:
        InvalidArgumentError: A setting is invalid.
        ConfigurationError: A tool or a hook is async in a sync client.
    """
    values = dict(settings)
    hooks = values.pop("hooks", None) or RunHooks()
    given = values.pop("tools", None)
    tools = Toolset(() if given is None else given)
    stop_when = read_conditions(values.pop("stop_when", None), values.pop("max_steps", UNSET))
    kind = values.pop("response_type", None)
    values.update(is_async=is_async, is_stream=is_stream, request=dict(request), answer=_read_type(kind))
    built = RunSettings(tools, stop_when, hooks, **values)
    if not isinstance(hooks, RunHooks):
        raise InvalidArgumentError(f"hooks must be a RunHooks, not {hooks!r:.100}")
    if built.tool_errors not in ("report", "raise"):
        raise InvalidArgumentError(f'tool_errors must be "report" or "raise", not {built.tool_errors!r:.100}')
    if not is_count(built.concurrency, 1):
        raise InvalidArgumentError(f"concurrency must be a positive int, not {built.concurrency!r:.100}")
    if built.repeat_limit is not None and not is_count(built.repeat_limit, 2):
        raise InvalidArgumentError(
            f"repeat_limit must be an int of 2 or more, or None, not {built.repeat_limit!r:.100}"
        )
    check_seconds(built.max_seconds)
    if not is_async:
        tools.check_sync()
        hooks.check_sync()
    return built


def is_count(value: Any, least: int) -> bool:
    """Return True for an int that is not smaller than another one."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _read_type(kind: Any) -> FinalAnswer | None:
    if kind is None:
        return None
    from .._parsing.final_answers import FinalAnswer

    return FinalAnswer(kind)
