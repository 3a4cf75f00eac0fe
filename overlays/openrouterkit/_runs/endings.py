"""What an answer without tool calls is: why a run ends with it."""

from __future__ import annotations

from typing import Any

from .._results.completions import read_text
from .._results.finish_reasons import find_defect

_WITHOUT_MEDIA = ("text", "thinking", None)


def name_ending(result: Any, message: dict[str, Any]) -> str:
    """Return "answer" for a whole answer, else what it is: see `Run.stopped_by`.

    Args:
        result: The completion.
        message: The message of its first choice, as plain JSON.
    """
    defect = find_defect(result)
    if defect is not None:
        return defect
    if message.get("refusal"):
        return "refused"
    content = message.get("content")
    parts = content if isinstance(content, list) else []
    has_media = any(isinstance(part, dict) and part.get("type") not in _WITHOUT_MEDIA for part in parts)
    is_empty = not (read_text(content).strip() or has_media or message.get("images") or message.get("audio"))
    return "empty" if is_empty else "answer"
