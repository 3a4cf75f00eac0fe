"""Decoders convert a JSON value to the value that a model's attribute returns.

A decoder never raises: it returns values of an unexpected JSON kind, and values that are already decoded, unchanged.

Decoders refer to models by name instead of importing them, so that a model is imported when its first object is
decoded. `models` is the import path of the package that defines those models. `kinds` lists the JSON kinds that a
member with this decoder accepts (`array`, `object`, `scalar`), as far as the decoder distinguishes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from importlib import import_module
from operator import is_not
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from .members import Decoder
from .model import JsonModel
from .plain import to_plain

if TYPE_CHECKING:
    from decimal import Decimal


@frozen
class UnknownVariant:
    """An object of a union that matches no variant in the contract, for example because its tag is unknown.

    Attributes:
        tag: The value of the tag, None if the object or the union has no tag.
        raw: The JSON object, unchanged.
    """

    tag: Any
    raw: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Return a copy of the JSON object."""
        result = to_plain(self.raw)
        assert isinstance(result, dict)
        return result


_DECODED = (JsonModel, UnknownVariant)


def _load(models: str, name: str) -> Any:
    return getattr(import_module(models), name)


class Nested:
    """Decodes an object as a model.

    Args:
        models: The import path of the package that defines the model.
        name: The name of the model.
    """

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
    """Decodes each item of an array; without a decoder the items are returned unchanged."""

    __slots__ = ("decode",)
    kinds: ClassVar = ("array",)

    def __init__(self, decode: Decoder | None = None) -> None:
        self.decode = decode

    def __call__(self, value: Any) -> Any:
        decode = self.decode
        if not isinstance(value, list | tuple) or decode is None or not value:
            return value
        # Return a list that is already decoded itself, so that each access returns the same list; a dict in it means
        # that the caller added an item that is not decoded yet.
        if isinstance(value[0], _DECODED) and dict not in map(type, value):
            return value
        decoded = [decode(item) for item in value]
        return decoded if any(map(is_not, decoded, value)) else value


class Mapped:
    """Decodes each value of an object with arbitrary keys; without a decoder the values are returned unchanged."""

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
    """Decodes an object as the variant that its tag names, or as an `UnknownVariant` if the tag is unknown.

    Args:
        models: The import path of the package that defines the models.
        tag: The name of the member that contains the tag.
        names: Value of the tag -> name of the model.
        default: The name of the model of objects without the tag: the only one that does not require it. None if there
            is no such model.
    """

    __slots__ = ("default", "loaded", "models", "names", "tag")
    kinds: ClassVar = ("object",)

    def __init__(self, models: str, tag: str, names: Mapping[str, str], default: str | None = None) -> None:
        self.models = models
        self.tag = tag
        self.names = names
        self.default = default
        self.loaded: dict[str, type[JsonModel]] = {}

    def __call__(self, value: Any) -> Any:
        if value.__class__ is not dict:
            return self(dict(value)) if isinstance(value, Mapping) else value
        tag = value.get(self.tag)
        if tag.__class__ is not str:
            if self.default is None or self.tag in value:
                return UnknownVariant(tag, value)
            return _load(self.models, self.default)._adopt(value.copy())
        model = self.loaded.get(tag)
        if model is None:
            name = self.names.get(tag)
            if name is None:
                return UnknownVariant(tag, value)
            model = self.loaded[tag] = _load(self.models, name)
        return model._adopt(value.copy())


class Shaped:
    """Decodes an object without a tag as the variant whose members match best.

    Only candidates whose required members are all present match. The candidate that defines most of the object's
    members is chosen; in a tie, the first one. If no candidate matches, the object becomes an `UnknownVariant`.

    Args:
        models: The import path of the package that defines the models.
        *candidates: (name of the model, names of its required members, names of all its members).
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
        matches = [(len(known & keys), name) for name, required, known in self.candidates if required <= keys]
        if not matches:
            return UnknownVariant(None, value)
        name = max(matches, key=lambda candidate: candidate[0])[1]
        if name not in self.loaded:
            self.loaded[name] = _load(self.models, name)
        return self.loaded[name]._adopt(value.copy())


class Kinds:
    """Decodes arrays with one decoder and objects with another; scalars are returned unchanged."""

    __slots__ = ("array", "kinds", "object")

    def __init__(self, *, array: Decoder | None = None, object: Decoder | None = None) -> None:
        self.array = array
        self.object = object
        self.kinds = ("array", "object", "scalar") if object is not None else ("array", "scalar")

    def __call__(self, value: Any) -> Any:
        decode = self.object if isinstance(value, Mapping) else self.array if isinstance(value, list | tuple) else None
        return value if decode is None else decode(value)


class Union:
    """Decodes a value as a named union.

    Args:
        models: The import path of the package that defines the union.
        name: The name of the union.
    """

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
        except RecursionError:  # a recursive union, nested deeper than Python's limit: leave the inner values plain
            return value


def decode_datetime(value: Any) -> Any:
    """Return an RFC 3339 string as a datetime, aware if it has a time zone.

    Other formats are parsed by dateutil. A value that is not a string, or not a complete date, is returned unchanged.
    """
    if value.__class__ is not str:
        return value
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return _parse_leniently(value)


def _parse_leniently(value: str) -> Any:
    """Parse a date and time with dateutil; return the string itself if it is not a complete date."""
    from warnings import catch_warnings, simplefilter

    from dateutil.parser import parse  # type: ignore[import-untyped,unused-ignore]  # the stubs may not be installed

    # dateutil takes the missing parts of a date from the default. If two defaults give different results, the string
    # does not contain a complete date.
    default, other = datetime(1996, 2, 3), datetime(2004, 8, 9)  # noqa: DTZ001 - the string contains the zone, if any
    try:
        with catch_warnings():
            simplefilter("ignore")
            parsed = parse(value, default=default)
            return parsed if parsed == parse(value, default=other) else value
    except (ValueError, OverflowError, ArithmeticError, TypeError):
        return value


def decode_date(value: Any) -> Any:
    """Return an ISO 8601 date string as a date; other values are returned unchanged."""
    if value.__class__ is not str:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


def decode_decimal(value: Any) -> Decimal | None:
    """Return a number as a Decimal, without the rounding of float; None for a value that is not a finite number.

    Args:
        value: A string such as "0.0000025", or a number. A float is converted by its shortest representation: 0.1
            becomes Decimal("0.1").
    """
    from decimal import Decimal, InvalidOperation

    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
