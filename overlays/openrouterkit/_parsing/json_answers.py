"""Reads the JSON in the answer of a model, also if it is inside other text or slightly damaged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from openrouterkit_runtime import json

from ..errors import DecodeError
from .json_places import list_places, skip_reasoning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .json_places import Place

_DEEP: Final = re.compile(r"(?:[{\[]\s*){50}")
_COMPARED: Final = 20  # characters of a text
_PLAIN: Final = re.compile(r'[^"\\\n]*')
_COMMENTS: Final = re.compile(r"(?<=^[{\[])(?:\s*(?://[^\n]*|#[^\n]*|/\*.*?\*/))+", re.DOTALL)
_AROUND: Final = " \t\r\n{}[]()\"'`“”‘’:,=\\"  # noqa: RUF001 - quotes that models write in place of those of JSON


@frozen
class JsonAnswer:
    """JSON that may be the answer.

    Attributes:
        value: The value.
        repairs: What was repaired; () if the whole text is JSON.
    """

    value: Any
    repairs: tuple[str, ...] = ()


def read_json_answer(text: str, *, repair: bool, only_objects: bool = True) -> tuple[Any, tuple[str, ...]]:
    """Return the JSON in an answer, and what was repaired: () if the whole text is JSON.

    Args:
        text: The text of the answer.
        repair: Whether to look for JSON inside other text, and to repair small damage.
        only_objects: Whether only an object is searched in a text.

    Raises:
        DecodeError: There is none, or it is damaged.
    """
    empty = None
    for answer in find_json_answers(text, repair=repair):
        if answer.repairs and only_objects and not isinstance(answer.value, dict):
            continue
        if answer.value or not answer.repairs:
            return answer.value, answer.repairs
        empty = empty or answer
    if empty is not None:
        return empty.value, empty.repairs
    raise DecodeError("the answer contains no JSON object" if only_objects else "the answer contains no JSON", text)


def find_json_answers(text: str, *, repair: bool) -> Iterator[JsonAnswer]:
    """Yield the JSON values in an answer, the most probable first.

    A value is never a part of another value of the answer, also if that is damaged.

    Args:
        text: The text of the answer.
        repair: Whether to look for JSON inside other text, and to repair small damage.

    Raises:
        DecodeError: There is none, or it is damaged.
    """
    try:
        value = json.decode(text)
    except json.DecodeError as error:
        problem = str(error).removeprefix("invalid JSON: ")
    else:
        yield JsonAnswer(value)
        return
    if not text.strip():
        raise DecodeError("the answer is empty", text)
    hint, count = "", 0
    if repair:
        thought = skip_reasoning(text)
        removed = ("removed the reasoning before the JSON",) if thought != text else ()
        for place in list_places(thought):
            try:
                answer = _read_place(place, removed, is_whole=place.text.strip() == thought.strip())
            except ImportError:
                hint = "; pip install 'openrouterkit[tools]' repairs small damage"
            except ValueError:
                pass
            else:
                count += 1
                yield answer
    if not count:
        raise DecodeError(f"the answer is not valid JSON: {problem}{hint}", text)


def _read_place(place: Place, removed: tuple[str, ...], *, is_whole: bool) -> JsonAnswer:
    """Return the JSON at a place of a text.

    Raises:
        ImportError: The JSON is damaged, and the extra `tools` is not installed.
        ValueError: The JSON is damaged.
    """
    repairs = removed
    if place.is_fenced:
        repairs += ("removed the code fence",)
    elif not is_whole:
        repairs += ("removed the text around the JSON",)
    if not place.is_damaged:
        return JsonAnswer(place.value, repairs)
    return JsonAnswer(_repair(place.text), (*repairs, "repaired damaged JSON"))


def _repair(text: str) -> Any:
    """Return the JSON in a damaged text that begins with a bracket.

    Raises:
        ImportError: The extra `tools` is not installed.
        ValueError: The damage is too large.
    """
    from json_repair import loads

    if _DEEP.search(text):  # the time of json-repair would be quadratic
        raise ValueError("the JSON is nested too deeply")
    try:
        value: Any = loads(text, skip_json_loads=True)
    except (RecursionError, IndexError) as error:
        raise ValueError("the JSON is damaged") from error
    if text[0] == "{" and isinstance(value, list) and value:
        value = value[0]  # of several values
    if not value or not isinstance(value, dict if text[0] == "{" else list) or not _is_beginning(value, text):
        raise ValueError("the JSON is damaged")
    return value


def _is_beginning(value: Any, text: str) -> bool:
    """Return True if a repaired value begins as the text does, and is not from the middle of it."""
    rest = _COMMENTS.sub("", text, count=1)
    while value and isinstance(value, dict | list):
        inner = value[0] if isinstance(value, list) else next(iter(value))
        if isinstance(inner, str):
            beginning = _cut(inner)
            rest = rest.lstrip(_AROUND)
            if not rest.startswith(beginning):
                return False
            rest = rest[len(beginning) :]
            if isinstance(value, list) or beginning != inner:  # the rest of the name follows
                return True
        value = inner if isinstance(value, list) else value[inner]
    return not isinstance(value, str) or rest.lstrip(_AROUND).startswith(_cut(value))


def _cut(text: str) -> str:
    """Return the beginning of a text that is written in JSON as it is."""
    return _PLAIN.match(text.lstrip(_AROUND)).group().rstrip(_AROUND)[:_COMPARED]  # type: ignore[union-attr]  # it also matches nothing
