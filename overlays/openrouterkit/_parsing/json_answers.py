"""Reads the JSON in the answer of a model, also if it is inside other text or slightly damaged."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any, Final

from openrouterkit_runtime import json

from ..errors import DecodeError

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE: Final = re.compile(r"```[\w-]*[ \t]*\r?\n?(.*?)```", re.DOTALL)
_WIDE_FENCE: Final = re.compile(r"```[\w-]*[ \t]*\r?\n?(.*)```", re.DOTALL)  # for JSON whose texts contain fences
_OPEN_FENCE: Final = re.compile(r"```[\w-]*[ \t]*\r?\n?(.*)", re.DOTALL)
_STARTS: Final = 20  # how many brackets in a text may begin the JSON


def read_json_answer(text: str, *, repair: bool, only_objects: bool = True) -> tuple[Any, tuple[str, ...]]:
    """Return the JSON in an answer, and what was repaired: () if the whole text is JSON.

    Args:
        text: The text of the answer.
        repair: Whether to look for JSON inside other text, and to repair small damage.
        only_objects: Whether only an object is searched in a text.

    Raises:
        DecodeError: There is none, or it is damaged.
    """
    try:
        return json.decode(text), ()
    except json.DecodeError as error:
        problem = str(error)
    if not text.strip():
        raise DecodeError("the answer is empty", text)
    hint = ""
    if repair:
        for candidate, repairs in _find_candidates(text):
            try:
                return json.decode(candidate), repairs
            except json.DecodeError:
                pass
        inner = _find_inside(text, "{" if only_objects else "{[")
        if inner is not None:
            return inner, ("removed the text around the JSON",)
        try:
            return _repair(text, only_objects=only_objects), ("repaired damaged JSON",)
        except ImportError:
            hint = "; pip install 'openrouterkit[tools]' repairs small damage"
        except ValueError:
            pass
    raise DecodeError(f"the answer is no JSON: {problem}{hint}", text)


def _find_candidates(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of a text that may be the JSON."""
    thought = text.rpartition("</think>")[2]
    if thought != text:
        yield thought, ("removed the reasoning before the JSON",)
    for fence in (_FENCE, _WIDE_FENCE):
        for block in fence.findall(thought):
            yield block, ("removed the code fence",)


def _find_inside(text: str, opening: str) -> Any:
    """Return the first object in a text, or list if `opening` has its bracket; None if there is none."""
    thought = text.rpartition("</think>")[2]
    read = JSONDecoder().raw_decode
    for found in [each for each in re.finditer(r"[{\[]", thought) if each.group() in opening][:_STARTS]:
        try:
            value, _ = read(thought, found.start())
        except (JSONDecodeError, RecursionError):
            continue
        if value:
            return value
    return None


def _repair(text: str, *, only_objects: bool) -> Any:
    """Return the JSON in a damaged text.

    Raises:
        ImportError: The extra `tools` is not installed.
        ValueError: The text has no JSON.
    """
    from json_repair import loads

    thought = text.rpartition("</think>")[2]
    fenced = _OPEN_FENCE.search(thought)
    part = fenced.group(1) if fenced else thought
    places = [place for place in map(part.find, "{" if only_objects else "{[") if place >= 0]
    if not places:
        raise ValueError("no JSON begins in the text")
    try:
        value: Any = loads(part[min(places) :], skip_json_loads=True)
    except (RecursionError, IndexError) as error:
        raise ValueError("the JSON is damaged") from error
    if not value or not isinstance(value, dict if only_objects else dict | list):
        raise ValueError("the JSON is damaged")
    return value
