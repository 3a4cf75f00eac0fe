"""Finds the places of JSON in the answer of a model: in code blocks, and inside other text.

A place is never inside another one, so that a part of a damaged answer is not taken for the answer. Where a damaged
value ends is not certain; therefore what follows it is not searched, except for code blocks.
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE: Final = "```"
_BEGINNING: Final = re.compile(r"```|[{\[]")
_LANGUAGE: Final = re.compile(r"([\w.+-]{0,30})\s*")
_CLOSING: Final = re.compile(r"\s*```")
_JSON_LANGUAGES: Final = ("", "json", "json5", "jsonc", "jsonl", "javascript", "js")
_TEXT: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"?'
_MARKS: Final = r"[{}\[\]]|(?<=\n)[ \t]*```"  # a bracket, or a fence at the beginning of a line
_TOKEN: Final = re.compile(f"{_TEXT}|{_MARKS}", re.DOTALL)
# The same where texts have single quotes, also without a quote at the end; one inside a word is an apostrophe.
_TOKEN_OF_SINGLE: Final = re.compile(rf"{_TEXT}|(?<=[{{\[,:\s])'[^'\\]*(?:\\.[^'\\]*)*'?|{_MARKS}", re.DOTALL)
_SINGLE_QUOTES: Final = re.compile(r"[{\[]\s*'")
# After a value, what shows that it goes on: a bracket that closes more, or a further member or item.
_REST: Final = re.compile(r"\s*(?:[}\]\"]|,\s*[\"'{\[}\]])")
# Before a value, what shows that it is a member of an object whose bracket is missing.
_MEMBER: Final = re.compile(r"[\"']\s*:")
_BARE_MEMBER: Final = re.compile(r",\s*\w+\s*:\s*$")
_MOST: Final = 20  # places that are probably prose


@frozen
class Place:
    """A part of a text that is JSON, or damaged JSON.

    Attributes:
        text: The part, which begins with a bracket; it may go on after the value if it is damaged.
        value: Its value; None if it is damaged.
        is_damaged: Whether it is no JSON.
        is_fenced: Whether it is in a code block.
        is_first: Whether nothing is before it.
        is_prose: Whether it is probably no JSON, but words in brackets.
    """

    text: str
    value: Any
    is_damaged: bool
    is_fenced: bool
    is_first: bool
    is_prose: bool = False


def list_places(text: str) -> list[Place]:
    """Return the places of JSON in a text, the most probable first.

    That is a value with which the text begins, then the last code block, because a draft comes before the answer, and
    then the first of the other places.

    Args:
        text: The text, without the reasoning of the model.
    """
    found = list(_find_places(text))
    fenced = [place for place in found if place.is_fenced]
    plain = [place for place in found if not place.is_fenced]
    return [
        *(place for place in found if place.is_first and not place.is_prose),
        *reversed(fenced),
        *(place for place in plain if not place.is_prose),
        *[place for place in found if place.is_prose][:_MOST],
    ]


def skip_reasoning(text: str) -> str:
    """Return a text without the reasoning before the answer, whose opening tag some services remove.

    Args:
        text: The text of an answer.
    """
    rest, end = text, "</think>"
    if not rest.lstrip().startswith(("{", "[", _FENCE)):
        rest = rest.partition(end)[2] if end in rest else rest
    while "<think>" in rest and end in rest:
        beginning = _BEGINNING.search(rest)
        if beginning is not None and beginning.start() < rest.index("<think>"):
            break
        rest = rest.partition(end)[2]
    return rest


def _find_places(text: str) -> Iterator[Place]:
    """Yield the places of JSON in a text, in order."""
    place, only_fences = 0, False
    while (found := _BEGINNING.search(text, place)) is not None:
        is_fenced = found.group() == _FENCE
        gap, start = text[place : found.start()], found.start()
        if is_fenced:
            value_start, place = _enter_block(text, found.end())
            if value_start is None:
                continue
            start = value_start
        elif only_fences or _is_inner(text, gap, start):
            only_fences = True
            place = _find_end(text, start)[0]
            continue
        found_place, end = _read_place(text, gap, start, is_fenced=is_fenced)
        yield found_place
        if found_place.is_damaged and not found_place.is_prose:
            if found_place.is_first:
                return
            only_fences = only_fences or not is_fenced
        closing = _CLOSING.match(text, end) if is_fenced else None
        place = closing.end() if closing else end


def _read_place(text: str, gap: str, start: int, *, is_fenced: bool) -> tuple[Place, int]:
    """Return the place at the beginning of a value, and where the search goes on.

    Args:
        text: The text.
        gap: What is before it, after the place before.
        start: Where the value begins.
        is_fenced: Whether it is in a code block.
    """
    is_first = not is_fenced and not text[:start].strip()
    value, end = _decode(text, start)
    if end is not None and not _goes_on(text, gap, start, end):
        return Place(text[start:end], value, False, is_fenced, is_first), end
    end, is_closed = _find_end(text, start)
    is_prose = is_closed and not is_fenced and _is_prose(text[start:end])
    if is_closed and not is_prose and _REST.match(text, end):  # so the bracket closes an inner value
        end = len(text)
    return Place(text[start:end], None, True, is_fenced, is_first, is_prose), end


def _enter_block(text: str, place: int) -> tuple[int | None, int]:
    """Return where the value of a code block begins, None if none does, and where the search then goes on.

    Args:
        text: The text.
        place: The end of the opening fence.
    """
    language = _LANGUAGE.match(text, place)
    assert language is not None  # as it also matches nothing
    start = language.end()
    if text[start : start + 1] in ("{", "["):
        return start, start
    _, end = _decode(text, start)
    if end is not None and text[end:].lstrip().startswith(_FENCE):  # a text or a number
        return start, start
    closing = text.find(_FENCE, start)
    if language.group(1).lower() in _JSON_LANGUAGES or closing < 0:
        return None, start
    return None, closing + len(_FENCE)


def _decode(text: str, start: int) -> tuple[Any, int | None]:
    """Return the JSON value that begins at a place, and its end; None if none does."""
    try:
        return JSONDecoder().raw_decode(text, start)
    except (JSONDecodeError, RecursionError):
        return None, None


def _is_inner(text: str, gap: str, start: int) -> bool:
    """Return True if a value is a member of an object whose opening bracket is missing.

    Args:
        text: The text.
        gap: What is before it, after the place before.
        start: Where the value begins.
    """
    if _MEMBER.search(gap):
        return True
    return _BARE_MEMBER.search(gap) is not None and _REST.match(text, _find_end(text, start)[0]) is not None


def _goes_on(text: str, gap: str, start: int, end: int) -> bool:
    """Return True if a value is JSON only because it is damaged, as its first closing bracket is one too many."""
    quote = text[end : end + 1]
    if quote in ('"', "'", "`") and gap.endswith(quote):
        return False
    return text[start] in "{[" and _REST.match(text, end) is not None


def _find_end(text: str, start: int) -> tuple[int, bool]:
    """Return the end of a damaged value, and whether it is the bracket that closes the value.

    Otherwise it is the fence that closes its code block, or the end of the text.

    Args:
        text: The text.
        start: Where the value begins.
    """
    depth = 0
    token = _TOKEN_OF_SINGLE if _SINGLE_QUOTES.match(text, start) else _TOKEN
    for found in token.finditer(text, start):
        word = found.group()
        if word.endswith(_FENCE) and word[0] not in "\"'":
            return found.start(), False
        if word in "{[":
            depth += 1
        elif word in "}]":
            depth -= 1
            if depth == 0:
                return found.end(), True
    closing = text.rfind("\n" + _FENCE)
    return (closing if closing > start else len(text)), False


def _is_prose(part: str) -> bool:
    """Return True for words in brackets, such as {all} or [Note: this]."""
    return '"' not in part and (":" not in part if part[0] == "{" else "{" not in part)
