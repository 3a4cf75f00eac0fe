"""Reads JSON that is not complete yet, such as the beginning of an answer."""

from __future__ import annotations

import re
from typing import Any, Final

# A string, which may lack its end; a bracket, colon or comma; or a number, true, false or null.
_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\]:,]|[^\s"{}\[\]:,\\]+', re.DOTALL)
# An escape at the end of a string that lacks a part, also the first half of a character that needs two.
_CUT_ESCAPE: Final = re.compile(r"\\(?:u[0-9a-fA-F]{0,3}|u[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u[0-9a-fA-F]{0,3})?)?)?$")
_CLOSING: Final = {"{": "}", "[": "]"}


def read_partial_json(text: str, opening: str = "{[") -> Any:
    """Return the object or list that a text begins, as far as it is known; None if there is none yet.

    Text before it, such as the fence of a code block, is skipped. What may still change is left out: a number or a
    name without an end, and a member without a value. A text without an end is included.

    Args:
        text: The text so far.
        opening: The brackets with which the value may begin.
    """
    from openrouterkit_runtime.json import DecodeError, decode

    places = [place for place in map(text.find, opening) if place >= 0]
    if not places:
        return None
    try:
        return decode(complete_json(text[min(places) :]))
    except DecodeError:
        return None


def complete_json(text: str) -> str:
    """Return JSON with an end: everything after the last value that is certain is replaced by the missing brackets.

    Args:
        text: A text that begins with `{` or `[`. What follows its last bracket is left out.
    """
    open_brackets: list[str] = []  # those that close what is open at `end`
    end = 0
    expects_key = False
    for token in _TOKENS.finditer(text):
        word, place = token.group(), token.end()
        if word in _CLOSING:
            open_brackets.append(_CLOSING[word])
            expects_key = word == "{"
        elif word in ("}", "]"):
            open_brackets.pop()
            expects_key = False
            if not open_brackets:
                return text[:place]
        elif word == ",":
            expects_key = open_brackets[-1] == "}"
            continue
        elif word == ":":
            expects_key = False
            continue
        elif expects_key:
            continue
        elif word[0] == '"':
            if not _is_closed(word):
                kept = _CUT_ESCAPE.sub("", word) if _is_cut(word) else word
                return text[: token.start()] + kept + '"' + "".join(reversed(open_brackets))
        elif place == len(text):  # the rest of a number or a name may follow
            break
        end = place
    return text[:end] + "".join(reversed(open_brackets))


def _is_closed(word: str) -> bool:
    return len(word) > 1 and word.endswith('"') and not _ends_with_escape(word[:-1])


def _ends_with_escape(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _is_cut(word: str) -> bool:
    """Return True if the escape at the end is one, and not a backslash that is escaped before a letter."""
    found = _CUT_ESCAPE.search(word)
    return found is not None and not _ends_with_escape(word[: found.start()])
