"""Reads JSON that is not complete yet, such as the beginning of an answer."""

from __future__ import annotations

import re
from typing import Any, Final

from openrouterkit_runtime.json import DecodeError, decode

# After spaces: a bracket; a colon or comma; a quote; or a number, true, false or null, which may lack its end.
_TOKEN: Final = re.compile(r'[ \t\r\n]*(?:([{\[])|([}\]])|([:,])|(")|([^\s"{}\[\]:,\\]+))')
_STRING: Final = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL)
# An escape at the end of a string that lacks a part, also the first half of a character that needs two.
_CUT_ESCAPE: Final = re.compile(r"\\(?:u[0-9a-fA-F]{0,3}|u[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u[0-9a-fA-F]{0,3})?)?)?$")
_DEEPEST: Final = 200  # a value that is nested more deeply is compared and shown recursively

# What may follow in an object or a list.
_KEY, _COLON, _VALUE, _COMMA = "key", "colon", "value", "comma"


def read_partial_json(text: str, opening: str = "{[") -> Any:
    """Return the object or list that a text begins; see `PartialJson.read`."""
    return PartialJson().read(text, opening)


class PartialJson:
    """The object or list in a text that grows. Each part of the text is scanned once."""

    def __init__(self) -> None:
        self._text = ""
        self._scanner = _Scanner()

    def read(self, text: str, opening: str = "{[") -> Any:
        """Return the object or list that a text begins, as far as it is known; None if there is none yet.

        Text before it, such as the fence of a code block, is skipped. What may still change is left out: a number or a
        name without an end, and a member without a value. A text without an end is included.

        Args:
            text: The text so far. Only what follows the text of the last call is scanned. Values that were returned
                share the objects and lists that are complete.
            opening: The brackets with which the value may begin.
        """
        if not text.startswith(self._text):
            self._text, self._scanner = "", _Scanner()
        added, self._text = text[len(self._text) :], text
        self._scanner.add(added, opening)
        return self._scanner.build()


class _Scanner:
    """Scans JSON piece by piece."""

    def __init__(self) -> None:
        self._rest = ""  # what was not scanned yet
        self._open: list[_Container] = []  # from the outermost to the innermost
        self._string: str | None = None  # the beginning of a string that has no end yet
        self._value: Any = None  # once it is complete
        self._is_ended = False  # also of a value that is no JSON

    def add(self, text: str, opening: str) -> None:
        """Scan the next piece; see `PartialJson.read`."""
        if text and not self._is_ended:
            try:
                self._scan(self._rest + text, opening)
            except (DecodeError, _BrokenError):
                self._is_ended, self._open, self._value = True, [], None

    def build(self) -> Any:
        """Return the value so far, with copies of what is still open."""
        if not self._open:
            return self._value
        inner, has_inner = self._string, self._string is not None
        for container in reversed(self._open):
            inner, has_inner = container.copy_with(inner) if has_inner else container.value.copy(), True
        return inner

    def _scan(self, text: str, opening: str) -> None:
        place = 0
        if not self._open:
            place = min((found for found in map(text.find, opening) if found >= 0), default=len(text))
        self._rest = ""
        while place < len(text) and not self._is_ended:
            if self._string is not None:
                place = self._scan_string(text, place)
                continue
            found = _TOKEN.match(text, place)
            if found is None:
                if text[place:].strip(" \t\r\n"):
                    raise _BrokenError
                return
            place = found.end()
            opened, closed, mark, quote, word = found.groups()
            if opened:
                self._open_container({} if opened == "{" else [])
            elif closed:
                self._close_container(dict if closed == "}" else list)
            elif mark:
                self._open[-1].go_on(mark)
            elif quote:
                self._open[-1].begin_string()
                self._string = ""
            elif place == len(text):  # the rest of a number or a name may follow
                self._rest = word
            else:
                self._open[-1].add(decode(word))

    def _scan_string(self, text: str, place: int) -> int:
        """Add to the open string what is certain; return where the scan goes on."""
        found = _STRING.match(text, place)
        assert found is not None  # as it also matches nothing
        assert self._string is not None
        end = found.end()
        if text[end : end + 1] == '"':
            string, self._string = self._string + decode(f'"{text[place:end]}"'), None
            self._open[-1].add_string(string)
            return end + 1
        part = text[place:]
        cut = _CUT_ESCAPE.search(part)
        if cut is not None and not _ends_with_escape(part[: cut.start()]):
            self._rest = part[cut.start() :]
            part = part[: cut.start()]
        self._string += decode(f'"{part}"')
        return len(text)

    def _open_container(self, container: Any) -> None:
        if self._open:
            self._open[-1].check_value()
        if len(self._open) == _DEEPEST:
            raise _BrokenError
        self._open.append(_Container(container))

    def _close_container(self, kind: type[Any]) -> None:
        closed = self._open.pop()
        if type(closed.value) is not kind or not closed.may_end:
            raise _BrokenError
        if self._open:
            self._open[-1].add(closed.value)
        else:
            self._value, self._is_ended = closed.value, True


class _Container:
    """An object or a list that has no end yet."""

    __slots__ = ("_expected", "_is_empty", "_key", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self._key = ""
        self._is_empty = True
        self._expected = _KEY if isinstance(value, dict) else _VALUE

    @property
    def may_end(self) -> bool:
        """True if a bracket may close it."""
        return self._is_empty or self._expected is _COMMA

    def check_value(self) -> None:
        """Raise _BrokenError if no value may follow."""
        if self._expected is not _VALUE:
            raise _BrokenError
        self._is_empty = False

    def add(self, item: Any) -> None:
        """Add a value that is complete."""
        self.check_value()
        if isinstance(self.value, dict):
            self.value[self._key] = item
        else:
            self.value.append(item)
        self._expected = _COMMA

    def begin_string(self) -> None:
        """Raise _BrokenError if neither a value nor the name of a member may follow."""
        if self._expected is not _KEY:
            self.check_value()

    def add_string(self, string: str) -> None:
        """Add a text, which may be the name of a member."""
        if self._expected is _KEY:
            self._key, self._expected, self._is_empty = string, _COLON, False
        else:
            self.add(string)

    def go_on(self, mark: str) -> None:
        """Add a colon or a comma."""
        if self._expected is not (_COLON if mark == ":" else _COMMA):
            raise _BrokenError
        self._expected = _KEY if mark == "," and isinstance(self.value, dict) else _VALUE

    def copy_with(self, inner: Any) -> Any:
        """Return a copy with a value that is not complete; without it, if it is the name of a member."""
        if isinstance(self.value, list):
            return [*self.value, inner]
        return {**self.value, self._key: inner} if self._expected is _VALUE else self.value.copy()


class _BrokenError(Exception):
    """The text is no JSON."""


def _ends_with_escape(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1
