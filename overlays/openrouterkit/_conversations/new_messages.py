"""What the caller passes to a conversation, as messages."""

from __future__ import annotations

from typing import Any

from openrouterkit_runtime.plain import to_plain

from ..errors import InvalidArgumentError
from ..messages import system, user

__all__ = ["read_message_dict", "read_new_messages", "read_system"]


def read_new_messages(value: Any) -> list[dict[str, Any]]:
    """Return what the caller passes as messages, as plain JSON.

    Args:
        value: A str or content parts, which become a message of the user; a message, or a list of messages; None for
            no message.

    Raises:
        InvalidArgumentError: The value is none of these.
    """
    if value is None:
        return []
    if isinstance(value, str):
        return [{"role": "user", "content": value}]
    plain = to_plain(value)
    items = plain if isinstance(plain, list) else [plain]
    if all(map(_is_message, items)):
        return items
    if all(isinstance(item, str) or (isinstance(item, dict) and "type" in item) for item in items):
        return [user(items).to_dict()]
    raise InvalidArgumentError(
        f"a conversation expects a text, content parts, a message or a list of messages, not {value!r:.100}"
    )


def read_system(value: Any) -> list[dict[str, Any]]:
    """Return the system message of a conversation, if any.

    Args:
        value: A str or content parts, a message, or None.

    Raises:
        InvalidArgumentError: The value is none of these.
    """
    if value is None:
        return []
    plain = to_plain(value)
    return [plain] if _is_message(plain) else [system(plain).to_dict()]


def read_message_dict(message: Any) -> dict[str, Any]:
    """Return a message as plain JSON.

    Args:
        message: A message.

    Raises:
        InvalidArgumentError: It is not a message.
    """
    plain: dict[str, Any] = to_plain(message)
    if not _is_message(plain):
        raise InvalidArgumentError(f"a message is an object with a role, such as user('Hello'), not {message!r:.100}")
    return plain


def _is_message(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("role"), str)
