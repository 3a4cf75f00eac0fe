"""The values that a text contains, with which models fill the arguments of tools and the members of answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .knowledge import City, find_cities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CITY_WORDS = ("city", "location", "place", "capital", "town", "origin", "destination")
_FILE_WORDS = ("file", "filename", "path")
_NAME_WORDS = ("name", "item", "value")
_TEXT_WORDS = ("query", "question", "message", "text", "prompt", "topic", "summary", "description")
_QUOTED = re.compile(r"[\"“«]([^\"”»]+)[\"”»]|'([^']+)'(?!\w)")
_FILE = re.compile(r"(?<![\w@])[\w./-]*\w\.[a-z]\w{1,4}\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"https?://[^\s\"'<>]*[^\s\"'<>.,;:!?)]")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-]*\w)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


class TextValues:
    """The values that a text contains, found by the name and the schema of a member.

    Several members of the same kind, such as `origin` and `destination`, get the values in the order of the text.

    Args:
        text: The text.
        cities: The cities to use; defaults to those that the text names.
    """

    def __init__(self, text: str, cities: Sequence[City] | None = None) -> None:
        self._text = text
        self._cities = find_cities(text) if cities is None else cities
        self._used: dict[str, int] = {}

    def find(self, schema: Mapping[str, Any], name: str) -> Any:
        """Return the value of a member, or None if the text contains none.

        Args:
            schema: The schema of the member, without references and unions.
            name: The name of the member.
        """
        kind, values = self._list_values(schema, name)
        if not values:
            return None
        position = self._used.get(kind, 0)
        self._used[kind] = position + 1
        return values[min(position, len(values) - 1)]

    def _list_values(self, schema: Mapping[str, Any], name: str) -> tuple[str, list[Any]]:
        """Return the kind of a member, and the values of this kind in the text."""
        words = [_make_singular(word) for word in split_words(name)]
        types = schema.get("type", "string")
        types = [types] if isinstance(types, str) else types
        if "enum" in schema:
            return name, [value for value in schema["enum"] if isinstance(value, str) and self._mentions(value)]
        if "integer" in types or "number" in types:
            return self._list_numbers(words, "number" in types)
        return self._list_texts(schema, words) if "string" in types else (name, [])

    def _list_numbers(self, words: Sequence[str], is_number: bool) -> tuple[str, list[Any]]:
        if "population" in words or "inhabitant" in words:
            return "population", [city.population for city in self._cities]
        texts = _NUMBER.findall(_DATE.sub("", self._text))
        return "number", [float(text) if "." in text else int(text) for text in texts if is_number or "." not in text]

    def _list_texts(self, schema: Mapping[str, Any], words: Sequence[str]) -> tuple[str, list[Any]]:
        form = schema.get("format")
        for kind, pattern in (("email", _EMAIL), ("url", _URL), ("uri", _URL), ("date", _DATE)):
            if form == kind or (form is None and kind in words):
                return kind, pattern.findall(self._text)
        if form == "date-time":
            return form, [f"{date}T00:00:00Z" for date in _DATE.findall(self._text)]
        if form is not None or "pattern" in schema or "contentEncoding" in schema:
            return str(form), []
        quoted = [first or second for first, second in _QUOTED.findall(self._text)]
        if any(word in words for word in _CITY_WORDS):
            return "city", [city.name for city in self._cities]
        if "country" in words:
            return "country", [city.country for city in self._cities]
        if any(word in words for word in _FILE_WORDS):
            return "file", _FILE.findall(self._text)
        if any(word in words for word in _NAME_WORDS):
            return "name", quoted or [city.name for city in self._cities] or _NAME.findall(self._text)
        if any(word in words for word in _TEXT_WORDS):
            return "text", quoted or [self._text]
        return "quoted", quoted

    def _mentions(self, value: str) -> bool:
        return re.search(rf"\b{re.escape(value)}\b", self._text, re.IGNORECASE) is not None


def _make_singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s") if not word.endswith(("ss", "us")) else word


def is_city(name: str) -> bool:
    """Return True if a member of this name is a city."""
    return any(word in split_words(name) for word in _CITY_WORDS)


def split_words(text: str) -> list[str]:
    """Return the words of a text or of a name such as `get_weather` or `getWeather`, in lower case."""
    return [word.lower() for word in _WORDS.findall(text)]
