"""InvalidArgumentError, for a value that a request cannot contain, with the place of the value."""

from __future__ import annotations

from typing import Any


class InvalidArgumentError(TypeError, ValueError):
    """An argument of a call, or a value inside it, cannot be sent.

    The text is `call(): path: reason`, such as `chat.send(): messages[1].content: set is not JSON serializable; ...`.

    Args:
        reason: What is wrong, and what to do about it.
        value: The invalid value.

    Attributes:
        reason: See Args.
        value: See Args.
        path: The place of the value: the name of the argument, then names of members and indexes. () if unknown.
        call: The name of the operation, such as `chat.send`; "" outside a call.
    """

    def __init__(self, reason: str, value: Any = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value
        self.path: tuple[Any, ...] = ()
        self.call = ""

    def at(self, *path: Any) -> None:
        """Add the outer part of the path.

        Args:
            *path: Names of members and indexes, outermost first.
        """
        self.path = (*path, *self.path)

    def __str__(self) -> str:
        call = f"{self.call}(): " if self.call else ""
        path = f"{format_path(self.path)}: " if self.path else ""
        return f"{call}{path}{self.reason}"

    def __reduce__(self) -> tuple[Any, ...]:
        # Without the value, which often cannot be pickled.
        return type(self), (self.reason,), {"path": self.path, "call": self.call}


def format_path(path: tuple[Any, ...]) -> str:
    """Return a path as text, such as `messages[1].content`."""
    text = ""
    for key in path:
        is_name = isinstance(key, str) and key.replace("-", "_").isidentifier()
        text += f".{key}" if is_name else f"[{key!r:.40}]"
    return text.removeprefix(".")
