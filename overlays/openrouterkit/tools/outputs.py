"""What a tool returned, as the content of the message that the model reads."""

from __future__ import annotations

from typing import Any

from openrouterkit_runtime.json import encode
from openrouterkit_runtime.model import JsonModel

from ..errors import InvalidArgumentError

__all__ = ["ToolOutput", "build_output"]

ToolOutput = str | list[dict[str, Any]]
"""The content of a tool message: text, or a list of parts."""

_PARTS = frozenset({"text", "image_url", "input_audio", "video_url", "input_video", "file"})


def build_output(value: Any) -> ToolOutput:
    """Return a value as the content of a tool message.

    A str is sent unchanged. A part of `openrouterkit.content`, or a list of parts and texts, is sent as multimodal
    content. Anything else is sent as JSON: models of any library, dates, numbers; None as null.

    Args:
        value: What the tool returned.

    Raises:
        InvalidArgumentError: JSON cannot represent the value.
    """
    if isinstance(value, str):
        return str(value)
    parts = value if isinstance(value, list | tuple) else [value]
    if any(map(_is_part, parts)) and all(isinstance(each, str) or _is_part(each) for each in parts):
        return [{"type": "text", "text": each} if isinstance(each, str) else each.to_dict() for each in parts]
    try:
        return encode(value).decode()
    except ValueError as error:
        raise InvalidArgumentError(f"the result of a tool cannot be sent: {error}") from None


def _is_part(value: Any) -> bool:
    """Return True for a content part. A dict is data, even if it has the members of a part."""
    return isinstance(value, JsonModel) and "type" in value and value["type"] in _PARTS
