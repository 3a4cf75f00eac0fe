"""Starts and continues runs from the keyword arguments of the methods of a chat namespace."""

from __future__ import annotations

import uuid
from typing import Any

from attrs import evolve

from ..errors import InvalidArgumentError
from .assistant_messages import read_messages
from .calls.open_calls import answer_skipped_calls, list_open_calls
from .decisions import Decisions, read_decisions
from .loop import Loop
from .results import Run
from .settings import build_settings, split_arguments


def start_run(chat: Any, arguments: dict[str, Any], *, is_async: bool, is_stream: bool) -> Loop:
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
    messages = answer_skipped_calls(read_messages(arguments.pop("messages")))
    settings, parameters, request = split_arguments(arguments)
    state: Run[Any] = Run(f"run_{uuid.uuid4().hex}", messages, (), "new", parameters=parameters)
    return Loop(chat, build_settings(settings, request, is_async=is_async, is_stream=is_stream), state)


def continue_run(
    chat: Any, run: Run[Any], arguments: dict[str, Any], *, is_async: bool, is_stream: bool
) -> tuple[Loop, Decisions | None]:
    """Return a run that is resumed, and the decisions about its pending calls; see `start_run`."""
    decided = {name: arguments.pop(name) for name in ("approve", "deny", "answers")}
    decisions = read_decisions(run.pending, **decided) if run.pending or any(decided.values()) else None
    last = len(run.messages) - 1
    if decisions is None and (
        last < 0 or (run.messages[last].get("role") == "assistant" and not list_open_calls(run.messages, last))
    ):
        raise InvalidArgumentError(
            "the run has ended with an answer, so there is nothing to resume; continue the conversation with "
            "run(messages=[*run.messages, user(...)])"
        )
    settings, parameters, request = split_arguments(arguments)
    loop_settings = build_settings(settings, request, is_async=is_async, is_stream=is_stream)
    missing = sorted({call.name for call in run.pending} - set(loop_settings.tools.names))
    if missing:
        raise InvalidArgumentError(f"tools= lacks {', '.join(missing)}, which the pending calls of the run need")
    return Loop(chat, loop_settings, evolve(run, parameters={**run.parameters, **parameters})), decisions
