"""JsonModel, the base class of all models: a JSON object whose members are decoded when they are first accessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .foreign_values import is_iterator
from .json import DecodeError, decode, encode
from .members import Decoder, ModelType, Names, is_never_object
from .plain import ATOMS, model_to_plain, rebuild
from .unset import UNSET

if TYPE_CHECKING:
    from typing import Self


class _AttrsFields:
    """A descriptor for `__attrs_attrs__`, which attrs uses for `attrs.fields`.

    The fields are created at the first access, because they would double the import time of a model.
    """

    def __get__(self, model: object, owner: type[JsonModel]) -> Any:
        if not owner._members:
            raise AttributeError("__attrs_attrs__")
        fields = vars(owner).get("_attrs_fields")
        if fields is None:
            fields = _make_attrs_fields(owner)
            setattr(owner, "_attrs_fields", fields)  # noqa: B010 - the attribute is not declared for type checkers
        return fields


def _make_attrs_fields(owner: type[JsonModel]) -> Any:
    from inspect import signature

    from attrs import define, field

    declared: dict[str, Any] = {}
    for kind in reversed(owner.__mro__):
        declared.update(vars(kind).get("__annotations__", {}))
    arguments = signature(owner).parameters
    members = {name: field(init=name in arguments) for name in owner._members}
    annotations = {name: declared.get(name, "Any") for name in members}
    shadow: Any = define(init=False)(type(owner.__name__, (), {"__annotations__": annotations, **members}))
    return shadow.__attrs_attrs__


class JsonModel(metaclass=ModelType):
    """A JSON object with typed attributes.

    The attribute of an absent member is None. `to_dict()` returns exactly the members that the object was decoded or
    built from, in their order, followed by those set later. Members that are not in the contract are kept, and accessed
    by key: `model["name"]`. An explicit None is sent as null. Iteration yields the names on the wire, so that
    `dict(model)` and `**model` work. `attrs.fields`, `attrs.asdict` and `attrs.evolve` work as for a slotted attrs
    class.

    A subclass declares its members as annotations. `_decoders` maps attribute names to decoders, for members whose
    attribute is not the plain JSON value; `_wire_names` maps attribute names to names on the wire, where they differ.
    Both are inherited. A class derived from JsonModel alone has empty `__slots__`. A class derived from a model is an
    ordinary class: its instances can have attributes that are not members, if the name begins with an underscore or is
    defined by the class.

    Example:
        class Point(JsonModel):
            x: float
            y: float | None

        Point.from_dict({"x": 1.5}).to_json()  # '{"x":1.5}'
    """

    __slots__ = ("__weakref__", "_data")

    _data: dict[str, Any]
    _decoders: ClassVar[Mapping[str, Decoder]] = {}
    _wire_names: ClassVar[Names] = {}
    _members: ClassVar[Names] = {}
    __hash__: ClassVar[None]  # type: ignore[assignment]  # models are mutable, so they are not hashable
    __attrs_attrs__: ClassVar[Any] = _AttrsFields()

    def _build(self, arguments: dict[str, Any]) -> None:
        """Initialize the model from the `locals()` of a constructor."""
        del arguments["self"]
        members, decoders = self._members, self._decoders
        data: dict[str, Any] = {}
        for name, value in arguments.items():
            if value is UNSET:
                continue
            kind = value.__class__
            if kind in ATOMS:
                if kind is str and name in decoders:
                    _check_kind(self, name, value, decoders[name])
                data[members[name]] = value
            else:
                _check_kind(self, name, value, decoders.get(name))
                data[members[name]] = owned(value)
        _set_data(self, data)

    @classmethod
    def _adopt(cls, data: dict[str, Any]) -> Self:
        """Return the model of a JSON object without copying it; the caller must not use the dict afterwards."""
        model = _new(cls)
        _set_data(model, data)
        return model

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the model of a JSON object; `from_dict(data).to_dict() == data` holds for all data.

        Raises:
            DecodeError: The data is not a mapping.
            ValueError: The data contains itself.
        """
        if not isinstance(data, Mapping):
            raise DecodeError(f"cannot decode {cls.__name__}: expected a JSON object, got {type(data).__name__}")
        return cls._adopt({key: owned(value) for key, value in data.items()})

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """Return the model of a JSON text.

        Raises:
            DecodeError: The text is not valid JSON, or not a JSON object.
        """
        data = decode(text)
        if data.__class__ is not dict:
            raise DecodeError(f"cannot decode {cls.__name__}: expected a JSON object, got {type(data).__name__}", text)
        return cls._adopt(data)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object as plain values in new containers; changing them does not change the model."""
        return model_to_plain(self)

    def keys(self) -> KeysView[str]:
        """Return the names on the wire of the members that are present."""
        return self._data.keys()

    def to_json(self) -> str:
        """Return the JSON object as compact JSON text.

        Raises:
            TypeError: JSON cannot represent a value.
            ValueError: A value is NaN or infinite, contains itself, or is nested too deeply.
        """
        return encode(self).decode()

    def to_json_bytes(self) -> bytes:
        """Return the JSON object as compact JSON text in UTF-8; raises like `to_json`."""
        return encode(self)

    def is_set(self, name: str) -> bool:
        """Return True if a member is present, even if it is null.

        Args:
            name: The attribute name, or the name on the wire.

        Raises:
            AttributeError: Neither the contract nor this object has a member of this name.
        """
        return self._find_key(name) in self._data

    def unset(self, name: str) -> None:
        """Remove a member, so that it is not sent; does nothing if the member is absent.

        Args:
            name: The attribute name, or the name on the wire.

        Raises:
            AttributeError: Neither the contract nor this object has a member of this name.
        """
        key = self._find_key(name)
        self._data.pop(key, None)

    def __getitem__(self, key: str) -> Any:
        """Return a member by its name on the wire, whether the contract defines it or not.

        Objects and lists are decoded, as by the attribute; a date is returned as the string in the JSON.

        Raises:
            KeyError: The member is absent.
        """
        value = self._data[key]
        if value.__class__ in ATOMS or (name := self._find_name(key)) is None:
            return value
        return getattr(self, name)

    def __setitem__(self, key: str, value: Any) -> None:
        if value is UNSET:
            self._data.pop(key, None)
        else:
            self._data[key] = owned(value)

    def __delitem__(self, key: str) -> None:
        del self._data[key]

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept every misspelt attribute

        def __getattr__(self, name: str) -> Any:
            if hasattr(type(self), name):  # an empty slot or a failing property: raise its own error
                return object.__getattribute__(self, name)
            raise AttributeError(_describe_unknown(self, name))

        def __setattr__(self, name: str, value: Any) -> None:
            if name[0] == "_":
                _set_attribute(self, name, value)
            elif (key := self._members.get(name)) is not None:
                self[key] = value
            elif hasattr(type(self), name):
                _set_attribute(self, name, value)
            else:
                raise AttributeError(_describe_unknown(self, name))

        def __delattr__(self, name: str) -> None:
            self.unset(name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, JsonModel) or not (isinstance(other, type(self)) or isinstance(self, type(other))):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    def __repr__(self) -> str:
        names = {key: name for name, key in self._members.items()}
        known = [f"{names[key]}={getattr(self, names[key])!r}" for key in self._data if key in names]
        unknown = {key: value for key, value in self._data.items() if key not in names}
        return f"{type(self).__name__}({', '.join(known + ([f'**{unknown!r}'] if unknown else []))})"

    def __reduce__(self) -> tuple[Any, ...]:
        attributes: Any
        slots: Any
        attributes, slots = object.__getstate__(self)  # type: ignore[misc]  # returns a tuple for classes with slots
        del slots["_data"]
        state = (attributes, slots) if attributes or slots else None
        return type(self)._adopt, (self.to_dict(),), state

    def __replace__(self, **changes: Any) -> Self:
        """Return a copy with some attributes changed; used by `copy.replace` in Python 3.13 and later."""
        from copy import copy

        model = copy(self)
        for name, value in changes.items():
            setattr(model, name, value)
        return model

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return the schema with which pydantic and FastAPI validate and serialize models.

        Valid input is a JSON object or an instance of the model.
        """
        from pydantic_core import core_schema

        serialized = core_schema.plain_serializer_function_ser_schema(lambda model: model.to_dict())
        return core_schema.no_info_plain_validator_function(cls._validate, serialization=serialized)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema of the model for pydantic: an object without further constraints."""
        return {"type": "object", "title": cls.__name__}

    @classmethod
    def _validate(cls, value: Any) -> Self:
        return value if isinstance(value, cls) else cls.from_dict(value)

    def _find_key(self, name: str) -> str:
        """Return the name on the wire of a member, from its attribute name or its name on the wire."""
        key = self._members.get(name)
        if key is not None:
            return key
        if name in self._data or self._find_name(name) is not None:
            return name
        raise AttributeError(_describe_unknown(self, name))

    def _find_name(self, key: str) -> str | None:
        """Return the attribute name for a name on the wire, None if the contract does not define it."""
        if self._members.get(key) == key:
            return key
        return next((name for name, wire in self._members.items() if wire == key), None)


_new = object.__new__
_set_attribute = object.__setattr__
_set_data: Callable[[Any, dict[str, Any]], None] = JsonModel.__dict__["_data"].__set__


def _check_kind(model: JsonModel, name: str, value: Any, decode: Decoder | None) -> None:
    """Raise TypeError for a model or string passed where a list is required, or a model where a scalar is required."""
    if value.__class__ is not str and not isinstance(value, JsonModel):
        return
    kinds = getattr(decode, "kinds", ("scalar",))
    if kinds == ("array",):
        got = type(value).__name__
        raise TypeError(f"{type(model).__name__}() expects a list for {name}, got {got}; pass {name}=[...]")
    if isinstance(value, JsonModel) and "object" not in kinds and is_never_object(type(model), name):
        raise TypeError(f"{type(model).__name__}() does not accept an object for {name}, got {type(value).__name__}")


def owned(value: Any) -> Any:
    """Return a deep copy of the lists and dicts in a value, so that changes to the original do not affect the copy.

    Models are not copied; tuples and iterators become lists. The depth is not limited by Python's recursion limit.

    Raises:
        ValueError: A dict or list contains itself.
    """
    return value if value.__class__ in ATOMS else rebuild(value, _copy_container)


def _copy_container(value: Any) -> Any:
    kind = value.__class__
    if kind is dict:
        return value.copy()
    if kind is list or kind is tuple:
        return list(value)
    return list(value) if is_iterator(value) else value


# Method of a pydantic model -> equivalent method of a model.
_PYDANTIC_METHODS = {"model_dump": "to_dict", "dict": "to_dict", "model_dump_json": "to_json", "json": "to_json"}


def _describe_unknown(model: JsonModel, name: str) -> str:
    """Return the error message for an unknown attribute."""
    from difflib import get_close_matches

    holders = [key for key in model._members if name in getattr(getattr(model, key, None), "_members", ())]
    if holders:
        return f"{type(model).__name__} has no attribute {name!r}; write .{holders[0]}.{name}"
    known = [*model._members, *(each for each in dir(type(model)) if not each.startswith("_"))]
    near = [_PYDANTIC_METHODS[name]] if name in _PYDANTIC_METHODS else get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"access members unknown to the contract as model[{name!r}]"
    return f"{type(model).__name__} has no attribute {name!r}; {hint}"
