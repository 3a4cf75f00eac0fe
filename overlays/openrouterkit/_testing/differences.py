"""What differs between two JSON values, in words, for the errors of tests."""

from __future__ import annotations

from typing import Any, Final

_ABSENT: Final = object()
_WIDTH: Final = 120
"""Characters of a value that are shown."""


def find_differences(recorded: Any, came: Any, place: str = "") -> list[str]:
    """Return a line for each place where two JSON values differ.

    Args:
        recorded: The recorded value.
        came: The value that came.
        place: The place of the values, such as "json.messages[0]".
    """
    if isinstance(recorded, dict) and isinstance(came, dict):
        names = [*recorded, *(name for name in came if name not in recorded)]
        parts = [
            find_differences(recorded.get(name, _ABSENT), came.get(name, _ABSENT), f"{place}.{name}".lstrip("."))
            for name in names
        ]
        return [line for part in parts for line in part]
    if isinstance(recorded, list) and isinstance(came, list):
        length = max(len(recorded), len(came))
        pairs = [(_get(recorded, number), _get(came, number), f"{place}[{number}]") for number in range(length)]
        return [line for pair in pairs for line in find_differences(*pair)]
    if recorded == came and type(recorded) is type(came):
        return []
    if isinstance(recorded, int | float) and isinstance(came, int | float) and recorded == came:
        both_numbers = not isinstance(recorded, bool) and not isinstance(came, bool)
        if both_numbers:
            return []
    return [f"{place}: recorded {_show(recorded, came)}, came {_show(came, recorded)}"]


def _get(items: list[Any], number: int) -> Any:
    return items[number] if number < len(items) else _ABSENT


def _show(value: Any, other: Any) -> str:
    """Return a value in few characters; of a long text, the part where it differs from the other."""
    if value is _ABSENT:
        return "nothing"
    text = repr(value)
    if len(text) <= _WIDTH:
        return text
    if isinstance(value, str) and isinstance(other, str):
        same = next(
            (n for n, (a, b) in enumerate(zip(value, other, strict=False)) if a != b), min(len(value), len(other))
        )
        start = max(same - 20, 0)
        return f"{'…' * (start > 0)}{value[start : start + _WIDTH]!r}…"
    return f"{text[:_WIDTH]}…"
