"""Starts and continues runs from the keyword arguments of the methods of a chat namespace."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from openrouterkit_runtime.foreign_values import is_object
from openrouterkit_runtime.plain import to_plain
from openrouterkit_runtime.unset import UNSET

from ..errors import InvalidArgumentError
from .calls.open_calls import answer_skipped_calls, ends_with_answer
from .decisions import Decisions, check_arguments, read_decisions
from .loop import Loop
from .results import Run, Unsaved
from .settings import SETTINGS, RunSettings, build_settings, split_arguments

if TYPE_CHECKING:
    from .calls.toolset import Toolset

_CONDITIONS: Final = ("stop_when", "max_steps")
"""Settings that stop a run, and that stop it again when it is resumed."""


def start_run(chat: Any, arguments: Mapping[str, Any], *, is_async: bool, is_stream: bool) -> Loop:
    """Return a new run.

    Args:
        chat: The chat namespace.
        arguments: The keyword arguments of `run`.
        is_async: True in an async client.
        is_stream: True if events are emitted.

    Raises:
        InvalidArgumentError: An argument is invalid.
        ConfigurationError: A tool or a hook is async in a sync client.
    """
    given = {**arguments, "messages": _list_items(arguments.get("messages"))}
    method = "run_stream" if is_stream else "run"
    settings, parameters, request = _read_arguments(chat, given, method, is_async=is_async, is_stream=is_stream)
    messages = answer_skipped_calls(parameters.pop("messages"))
    unsaved = _build_unsaved(settings, given, request)
    state: Run[Any] = Run(f"run_{uuid.uuid4().hex}", messages, (), "new", parameters=parameters, unsaved=unsaved)
    return Loop(chat, settings, state)


def continue_run(
    chat: Any, run: Run[Any], arguments: Mapping[str, Any], *, is_async: bool, is_stream: bool
) -> tuple[Loop, Decisions | None]:
    """Return a run that is resumed, and the decisions about its pending calls; see `start_run`."""
    given = dict(arguments)
    method = "resume_stream" if is_stream else "resume"
    if not isinstance(run, Run):
        raise InvalidArgumentError(f"chat.{method}() expects a Run, not {type(run).__name__}; see Run.from_json")
    decided = {name: given.pop(name, None) for name in ("approve", "deny", "answers")}
    given = _add_earlier(run, given)
    settings, parameters, request = _read_arguments(chat, given, method, is_async=is_async, is_stream=is_stream)
    decisions = read_decisions(run.pending, **decided) if run.pending or any(decided.values()) else None
    if decisions is None and (not run.messages or ends_with_answer(run.messages)):
        raise InvalidArgumentError(
            "the run has ended with an answer, so there is nothing to resume; continue the conversation with "
            "run(messages=[*run.messages, user(...)])"
        )
    _check_tools(run, settings.tools)
    if decisions is not None:
        check_arguments(decisions, run.pending, settings.tools)
    del parameters["messages"]
    unsaved = _build_unsaved(settings, given, request)
    return Loop(chat, settings, evolve(run, parameters=parameters, unsaved=unsaved)), decisions


def _add_earlier(run: Run[Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of `resume` with those of the run that they do not replace."""
    before = run._unsaved  # noqa: SLF001 - of this package
    given = {name: value for name, value in arguments.items() if value is not UNSET}
    settings = dict(before.settings)
    # The conditions that have stopped a run would stop it again at once; those of `resume` replace them as a whole.
    has_stopped = run.has_reached_limit and run.stopped_by != "max_seconds"  # which begins anew
    if has_stopped or not given.keys().isdisjoint(_CONDITIONS):
        settings = {name: value for name, value in settings.items() if name not in _CONDITIONS}
    earlier = {**settings, **run.parameters, **before.request}
    if given.get("response_type") is None and given.get("response_format") is None:
        given["response_type"] = before.response_type
    if given.get("response_type") is not None:
        earlier.pop("response_format", None)  # that of the type
    return {**earlier, **given, "messages": run.messages}


def _build_unsaved(settings: RunSettings, arguments: Mapping[str, Any], request: dict[str, Any]) -> Unsaved:
    """Return what a run keeps for `resume` in this process."""
    kept = {name: arguments[name] for name in SETTINGS if name != "response_type" and name in arguments}
    # As a list, for an iterator can be read only once.
    kept["tools"] = list(settings.tools.items)
    kind = None if settings.answer is None else settings.answer.kind
    return Unsaved(request, kind, settings={name: value for name, value in kept.items() if value is not UNSET})


def _check_tools(run: Run[Any], tools: Toolset) -> None:
    """Raise InvalidArgumentError if tools are missing that the run needs to go on."""
    known = set(run.tool_names)
    needed = {call.name for call in run.pending}
    for turn in run.turns[-1:]:
        done = {output.tool_call_id for output in turn.outputs}
        needed |= {call.name for call in turn.tool_calls if call.id not in done} & known  # the model may invent others
    if not tools.definitions:
        needed |= known  # providers reject earlier tool calls, and `tool_choice`, in a request without tools
    missing = sorted(needed - set(tools.names))
    if missing:
        raise InvalidArgumentError(
            f"tools= lacks {', '.join(missing)}, which the run needs to go on; pass the tools of the run"
        )


def _read_arguments(
    chat: Any, arguments: Mapping[str, Any], method: str, *, is_async: bool, is_stream: bool
) -> tuple[RunSettings, dict[str, Any], dict[str, Any]]:
    """Return the settings of a run, its parameters as plain JSON, and those that are not saved.

    All are checked as `send` checks them, before anything is sent and any tool runs.
    """
    settings, parameters, request = split_arguments(arguments)
    checked = {**parameters, **request}
    built = build_settings(settings, request, is_async=is_async, is_stream=is_stream)
    if built.answer is not None:
        parameters["response_format"] = built.answer.response_format
    if built.tools.definitions:
        checked["tools"] = built.tools.definitions
    if built.hooks.before_turn is not None:
        checked.setdefault("model", "")  # which the hook may add
    chat._build_operation(checked, method)  # noqa: SLF001 - of this package
    client = chat._get_client()  # noqa: SLF001 - of this package
    try:
        return built, to_plain(dict(client._convert_arguments(parameters))), request  # noqa: SLF001 - see above
    except (TypeError, ValueError) as error:
        raise client._convert_argument_error(error) from error  # noqa: SLF001 - see above


def _list_items(value: Any) -> Any:
    """Return an iterable as a list; unchanged what is no list, for the error of `send`."""
    is_list = isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping) and not is_object(value)
    return list(value) if is_list else value
