"""The parameters of the request of a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .hooks import run_hook

if TYPE_CHECKING:
    from ..flow import Flow
    from .settings import RunSettings
    from .transcripts import Transcript


def build_parameters(transcript: Transcript, settings: RunSettings, *, final: bool) -> Flow[dict[str, Any]]:
    """Return the parameters of the next request, with those of the hook `before_turn`.

    Args:
        transcript: The run so far.
        settings: The settings of the run.
        final: True for the last turn, in which the model can call no tools.
    """
    parameters = {**transcript.parameters, **settings.request, "messages": transcript.messages}
    if settings.tools.definitions:
        parameters["tools"] = settings.tools.definitions
    if transcript.turns:
        _relax_tool_choice(parameters)
    if settings.hooks.before_turn is not None:
        changes = yield from run_hook(settings.hooks.before_turn, transcript.build_progress())
        if changes:
            parameters.update(changes)
    if final and settings.tools.definitions:
        parameters["tool_choice"] = "none"  # without `tools`, some providers reject the earlier tool calls
    return parameters


def _relax_tool_choice(parameters: dict[str, Any]) -> None:
    """Let the model decide about tools, after it was forced to call one; it would call it forever."""
    choice = parameters.get("tool_choice")
    if choice in (None, "auto", "none"):
        return
    if (
        isinstance(choice, dict)
        and choice.get("type") == "allowed_tools"
        and isinstance(choice.get("allowed_tools"), dict)
    ):
        parameters["tool_choice"] = {**choice, "allowed_tools": {**choice["allowed_tools"], "mode": "auto"}}
    else:
        del parameters["tool_choice"]
