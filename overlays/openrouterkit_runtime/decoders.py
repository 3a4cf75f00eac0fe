"""Decoders convert a JSON value to what the attribute of a model returns.

A value of another JSON kind than the contract states is returned as it is, and so is one that is already decoded; no
decoder raises an error. Decoders name models instead of importing them, so that a model is loaded when its first object
is decoded. `models` is the import path of the package that has those models. `kinds` are the JSON kinds that a member
with the decoder may be, as far as the decoder tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from importlib import import_module
from operator import is_not
from typing import Any, ClassVar

from .members import Decoder
from .model import JsonModel
from .variants import UnknownVariant

_DECODED = (JsonModel, UnknownVariant)


def _load(models: str, name: str) -> Any:
    return getattr(import_module(models), name)


class Nested:
    """Decodes an object as the model of that name."""

    __slots__ = ("model", "models", "name")
    kinds: ClassVar = ("object",)

    def __init__(self, models: str, name: str) -> None:
        self.models = models
        self.name = name
        self.model: type[JsonModel] | None = None

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        model = self.model
        if model is None:
            model = self.model = _load(self.models, self.name)
        return model._adopt(value.copy())


class Each:
    """Decodes an array item by item; without a decoder the items stay as they are."""

    __slots__ = ("decode",)
    kinds: ClassVar = ("array",)

    def __init__(self, decode: Decoder | None = None) -> None:
        self.decode = decode

    def __call__(self, value: Any) -> Any:
        decode = self.decode
        if not isinstance(value, list | tuple) or decode is None or not value:
            return value
        # A list that was decoded before is the same one at each access, unless a dict was put into it.
        if isinstance(value[0], _DECODED) and dict not in map(type, value):
            return value
        decoded = [decode(item) for item in value]
        return decoded if any(map(is_not, decoded, value)) else value


class Mapped:
    """Decodes an object with arbitrary keys value by value; without a decoder the values stay as they are."""

    __slots__ = ("decode",)
    kinds: ClassVar = ("object",)

    def __init__(self, decode: Decoder | None = None) -> None:
        self.decode = decode

    def __call__(self, value: Any) -> Any:
        decode = self.decode
        if not isinstance(value, Mapping) or decode is None:
            return value
        decoded = {key: decode(item) for key, item in value.items()}
        return decoded if any(decoded[key] is not item for key, item in value.items()) else value


class Tagged:
    """Decodes an object as the variant that its tag names; an unknown tag gives an `UnknownVariant`.

    Args:
        models: the package of the models.
        tag: the member that holds the tag.
        names: the tag's value -> the name of the model.
    """

    __slots__ = ("loaded", "models", "names", "tag")
    kinds: ClassVar = ("object",)

    def __init__(self, models: str, tag: str, names: Mapping[str, str]) -> None:
        self.models = models
        self.tag = tag
        self.names = names
        self.loaded: dict[str, type[JsonModel]] = {}

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        tag = value.get(self.tag)
        if tag.__class__ is not str:
            return UnknownVariant(tag, value)
        model = self.loaded.get(tag)
        if model is None:
            name = self.names.get(tag)
            if name is None:
                return UnknownVariant(tag, value)
            model = self.loaded[tag] = _load(self.models, name)
        return model._adopt(value.copy())


class Shaped:
    """Decodes an object without a tag as the variant whose members it has.

    Of the candidates whose required members are all present, the one that knows most of the object's members is
    chosen, the earlier one in a tie; if there is none, the object becomes an `UnknownVariant`.

    Args:
        models: the package of the models.
        *candidates: (name of the model, members it requires, members it knows).
    """

    __slots__ = ("candidates", "loaded", "models")
    kinds: ClassVar = ("object",)

    def __init__(self, models: str, *candidates: tuple[str, frozenset[str], frozenset[str]]) -> None:
        self.models = models
        self.candidates = candidates
        self.loaded: dict[str, type[JsonModel]] = {}

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        keys = value.keys()
        fitting = [(len(known & keys), name) for name, required, known in self.candidates if required <= keys]
        if not fitting:
            return UnknownVariant(None, value)
        name = max(fitting, key=lambda candidate: candidate[0])[1]
        if name not in self.loaded:
            self.loaded[name] = _load(self.models, name)
        return self.loaded[name]._adopt(value.copy())


class Kinds:
    """Decodes arrays with one decoder and objects with another; text, numbers and booleans stay as they are."""

    __slots__ = ("array", "kinds", "object")

    def __init__(self, *, array: Decoder | None = None, object: Decoder | None = None) -> None:
        self.array = array
        self.object = object
        self.kinds = ("array", "object", "scalar") if object is not None else ("array", "scalar")

    def __call__(self, value: Any) -> Any:
        decode = self.object if isinstance(value, Mapping) else self.array if isinstance(value, list | tuple) else None
        return value if decode is None else decode(value)


class Union:
    """Decodes a value as the named union of that name."""

    __slots__ = ("decode", "models", "name")
    kinds: ClassVar = ("array", "object", "scalar")

    def __init__(self, models: str, name: str) -> None:
        self.models = models
        self.name = name
        self.decode: Decoder | None = None

    def __call__(self, value: Any) -> Any:
        if self.decode is None:
            self.decode = import_module(f"{self.models}._unions").DECODERS[self.name]
        assert self.decode is not None
        try:
            return self.decode(value)
        except RecursionError:  # a union that contains itself, nested deeper than Python calls: the rest stays plain
            return value


def decode_datetime(value: Any) -> Any:
    """The instant that an RFC 3339 text states, aware where the text has a time zone; dateutil parses other texts."""
    if value.__class__ is not str:
        return value
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return _parse_loosely(value)


def _parse_loosely(value: str) -> Any:
    from warnings import catch_warnings, simplefilter

    from dateutil.parser import parse  # type: ignore[import-untyped,unused-ignore]  # its stubs are not always there

    # A part that the text lacks would be taken from the default: a text without the whole day is no instant.
    some, other = datetime(1996, 2, 3), datetime(2004, 8, 9)  # noqa: DTZ001 - the text states the zone, or nothing does
    try:
        with catch_warnings():
            simplefilter("ignore")
            found = parse(value, default=some)
            return found if found == parse(value, default=other) else value
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        return value


def decode_date(value: Any) -> Any:
    """The day that an ISO 8601 text states."""
    if value.__class__ is not str:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value
