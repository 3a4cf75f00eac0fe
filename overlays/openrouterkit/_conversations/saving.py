"""Conversations as JSON text."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict, field, frozen

from openrouterkit_runtime.json import DecodeError, decode, encode

from .._runs.results import Run
from ..errors import InvalidArgumentError
from ..middleware.outcomes import Usage

if TYPE_CHECKING:
    from collections.abc import Callable

__all__: list[str] = []

FORMAT: Final = "openrouterkit.conversation"
VERSION: Final = 1


@frozen
class HistoryState:
    """What is saved of a conversation.

    Attributes:
        model: The model of the next request.
        parameters: Its other parameters.
        messages: The messages.
        authors: The model of each message; None where it is not known.
        usage: The tokens and the cost so far.
        open_run: The run that waits for decisions; None if there is none.
        unanswered: The messages that the run adds, and the number of its messages that are in the conversation.
    """

    model: str | None
    parameters: dict[str, Any]
    messages: list[dict[str, Any]]
    authors: list[str | None]
    usage: Usage = field(factory=Usage)
    open_run: Run[Any] | None = None
    unanswered: list[Any] = field(factory=lambda: [[], 0])


def encode_state(state: HistoryState) -> str:
    """Return a conversation as JSON text."""
    run = None if state.open_run is None else decode(state.open_run.to_json())
    return encode(
        {
            "format": FORMAT,
            "version": VERSION,
            "model": state.model,
            "parameters": state.parameters,
            "messages": state.messages,
            "authors": state.authors,
            "usage": asdict(state.usage),
            "open_run": run,
            "unanswered": state.unanswered,
        }
    ).decode()


def decode_state(text: str | bytes, find_class: Callable[[], type[Any] | None]) -> HistoryState:
    """Return a conversation from its JSON text.

    Args:
        text: The JSON text.
        find_class: Returns the class of the completions.

    Raises:
        InvalidArgumentError: The text is not that of a conversation, or of an unknown version.
    """
    try:
        state = decode(text)
        if state.get("format") != FORMAT:
            raise ValueError(f"it has no format {FORMAT!r}")  # noqa: TRY301 - one message for all
        if state["version"] != VERSION:
            raise ValueError(f"its version is {state['version']!r}, not {VERSION}")  # noqa: TRY301 - see above
        run = state["open_run"]
        run = None if run is None else Run.from_json(encode(run), result=find_class())
        added, count = state["unanswered"]
        return HistoryState(
            model=state["model"],
            parameters=dict(state["parameters"]),
            messages=[dict(message) for message in state["messages"]],
            authors=list(state["authors"]),
            usage=Usage(**state["usage"]),
            open_run=run,
            unanswered=[list(added), int(count)],
        )
    except (DecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"the member {error} is missing" if isinstance(error, KeyError) else str(error)[:200]
        raise InvalidArgumentError(
            f"this text is not a conversation ({problem}); pass the text of conversation.to_json()"
        ) from error


def write_state(path: str | os.PathLike[str], text: str) -> None:
    """Write a file in one step, so that a failure leaves the earlier one."""
    target = Path(path)
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def read_state(path: str | os.PathLike[str]) -> str:
    """Return the text of a file."""
    return Path(path).read_text(encoding="utf-8")
