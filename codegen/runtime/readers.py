"""Readers turn a JSON value into what a model's attribute gives.

Each leaves a value of another kind than the contract states as it is, and one that is read already likewise; none
raises. Models are named, not imported, so that one is loaded when the first of its objects is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from importlib import import_module
from typing import Any

from .model import JsonModel, Reader
from .variants import UnknownVariant


def _load(name: str) -> Any:
    return getattr(import_module("..models", __package__), name)


class Nested:
    """Reads an object as the model of that name."""

    __slots__ = ("model", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.model: type[JsonModel] | None = None

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        model = self.model
        if model is None:
            model = self.model = _load(self.name)
        return model._adopt(value.copy())


class Each:
    """Reads an array, item by item; without a reader the items are as they came."""

    __slots__ = ("read",)

    def __init__(self, read: Reader | None = None) -> None:
        self.read = read

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, list | tuple):
            return value
        read = self.read
        return list(value) if read is None else [read(item) for item in value]


class Mapped:
    """Reads an object with keys of its own, value by value; without a reader the values are as they came."""

    __slots__ = ("read",)

    def __init__(self, read: Reader | None = None) -> None:
        self.read = read

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        read = self.read
        return dict(value) if read is None else {key: read(item) for key, item in value.items()}


class Tagged:
    """Reads an object as the variant its tag names; an unknown tag gives an `UnknownVariant`."""

    __slots__ = ("models", "names", "tag")

    def __init__(self, tag: str, names: Mapping[str, str]) -> None:
        self.tag = tag
        self.names = names
        self.models: dict[str, type[JsonModel]] = {}

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        tag = value.get(self.tag)
        if tag.__class__ is not str:
            return UnknownVariant(tag, value)
        model = self.models.get(tag)
        if model is None:
            name = self.names.get(tag)
            if name is None:
                return UnknownVariant(tag, value)
            model = self.models[tag] = _load(name)
        return model._adopt(value.copy())


class Shaped:
    """Reads an object without a tag as the variant whose members it has.

    Candidates are (model name, members it requires, members it knows). Of those whose required members are all there,
    the one that knows most of the object's members wins, the earlier in a tie; if there is none, `UnknownVariant`.
    """

    __slots__ = ("candidates", "models")

    def __init__(self, *candidates: tuple[str, frozenset[str], frozenset[str]]) -> None:
        self.candidates = candidates
        self.models: dict[str, type[JsonModel]] = {}

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        keys = value.keys()
        fitting = [(len(known & keys), name) for name, required, known in self.candidates if required <= keys]
        if not fitting:
            return UnknownVariant(None, value)
        name = max(fitting, key=lambda candidate: candidate[0])[1]
        if name not in self.models:
            self.models[name] = _load(name)
        return self.models[name]._adopt(value.copy())


class Kinds:
    """Reads arrays and objects each in their own way; text, numbers and booleans are as they came."""

    __slots__ = ("array", "object")

    def __init__(self, *, array: Reader | None = None, object: Reader | None = None) -> None:
        self.array = array
        self.object = object

    def __call__(self, value: Any) -> Any:
        read = self.object if isinstance(value, Mapping) else self.array if isinstance(value, list | tuple) else None
        return value if read is None else read(value)


class Union:
    """Reads a value as the named union of that name."""

    __slots__ = ("name", "read")

    def __init__(self, name: str) -> None:
        self.name = name
        self.read: Reader | None = None

    def __call__(self, value: Any) -> Any:
        if self.read is None:
            self.read = import_module("..models._unions", __package__).READERS[self.name]
        assert self.read is not None
        try:
            return self.read(value)
        except RecursionError:  # a union that contains itself, nested deeper than Python calls: the rest stays plain
            return value


def read_datetime(value: Any) -> Any:
    """The instant an RFC 3339 text names (looser texts by way of dateutil), aware where the text says the zone."""
    if value.__class__ is not str:
        return value
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return _read_loosely(value)


def _read_loosely(value: str) -> Any:
    from warnings import catch_warnings, simplefilter

    from dateutil.parser import parse  # type: ignore[import-untyped,unused-ignore]  # its stubs are not always there

    # A part that the text lacks would be taken from the default: a text that does not name the whole day is no instant.
    some, other = datetime(1996, 2, 3), datetime(2004, 8, 9)  # noqa: DTZ001 - the text says the zone, or nothing does
    try:
        with catch_warnings():
            simplefilter("ignore")
            found = parse(value, default=some)
            return found if found == parse(value, default=other) else value
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        return value


def read_date(value: Any) -> Any:
    """The day an ISO 8601 text names."""
    if value.__class__ is not str:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value
