"""`estimate_tokens`: about how many tokens a message has, without a tokenizer."""

from __future__ import annotations

from typing import Any, Final

from openrouterkit_runtime.plain import to_plain

__all__ = ["estimate_tokens"]

CHARACTERS_PER_TOKEN: Final = 4
MEDIA_TOKENS: Final = 1000
"""Tokens of an image, a sound, a video or a file: services count them by size and length, not by bytes."""

_MEDIA: Final = ("image_url", "input_audio", "audio_url", "video_url", "input_video", "file", "document_url", "images")
"""Names of members that contain media, or refer to them."""
_UNREAD: Final = ("signature", "id", "index", "format", "cache_control", "annotations", "audio")
"""Names of members that the model does not read as text."""


def estimate_tokens(value: Any) -> int:
    """Return about how many tokens a message has, or several messages, tools, or any other JSON.

    It is an estimate: four characters a token, 1000 tokens for each image, sound, video and file, and four for each
    message. Tokenizers of models differ by a quarter of that and more; for languages with other scripts, by more.

    Args:
        value: A message, a list of messages, or other JSON values or models.

    Raises:
        InvalidArgumentError: JSON cannot represent the value.
    """
    characters, media = _count(to_plain(value))
    return -(-characters // CHARACTERS_PER_TOKEN) + media * MEDIA_TOKENS


def _count(value: Any) -> tuple[int, int]:
    """Return the characters and the media of a JSON value."""
    if isinstance(value, str):
        return len(value), 0
    if isinstance(value, list):
        return _add(_count(item) for item in value)
    if not isinstance(value, dict):
        return 0 if value is None else len(str(value)), 0
    overhead = 4 * CHARACTERS_PER_TOKEN if "role" in value else 0
    return _add([(overhead, 0), *(_count_member(name, item, value) for name, item in value.items())])


def _count_member(name: str, value: Any, owner: dict[str, Any]) -> tuple[int, int]:
    if name in _MEDIA and not isinstance(value, str | bool | int | float | None):
        return 0, len(value) if isinstance(value, list) else 1
    if name in _MEDIA and name == owner.get("type"):  # {"type": "image_url", "image_url": "https://..."}
        return 0, 1
    if name in _UNREAD or (name in ("type", "role") and isinstance(value, str)):
        return 0, 0
    if name == "reasoning" and owner.get("reasoning_details"):  # the same text twice
        return 0, 0
    return _count(value)


def _add(counts: Any) -> tuple[int, int]:
    characters = media = 0
    for more_characters, more_media in counts:
        characters += more_characters
        media += more_media
    return characters, media
