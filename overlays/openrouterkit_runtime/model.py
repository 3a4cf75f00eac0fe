"""JsonModel, the base class of every model: a JSON object whose members are decoded when they are first accessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from .json import DecodeError, decode, encode
from .plain import ATOMS, plain_data, rebuilt
from .unset import UNSET

if TYPE_CHECKING:
    from typing import Self

Decoder = Callable[[Any], Any]
"""Converts a JSON value to what an attribute returns; returns a value of another kind as it is, and never raises."""

Members = Mapping[str, tuple[str, Decoder | None]]
"""Attribute name -> (name on the wire, decoder, or None where the attribute returns the JSON value)."""


class _Fields:
    """What `attrs.fields` returns for a model, made at the first access: at import it would take half of the time."""

    def __get__(self, model: object, owner: type[JsonModel]) -> Any:
        if not owner._members:
            raise AttributeError("__attrs_attrs__")
        from attrs import define

        stated = {
            name: text
            for kind in reversed(owner.__mro__)
            for name, text in vars(kind).get("__annotations__", {}).items()
        }
        annotations = {name: stated.get(name, "Any") for name in owner._members}
        shadow = define(init=False)(type(owner.__name__, (), {"__annotations__": annotations}))
        owner.__attrs_attrs__ = fields = shadow.__attrs_attrs__  # type: ignore[attr-defined]
        return fields


class JsonModel:
    """A JSON object with typed attributes.

    An attribute that is absent returns None. `to_dict()` returns exactly the members the object was decoded or built
    from, in their order, then those set since. Members that are not in the contract are kept, and accessed by key:
    `model["name"]`. An explicit None is sent as null. To attrs, every model is one of its slotted classes.
    """

    __slots__ = ("__weakref__", "_data")

    _data: dict[str, Any]
    _members: ClassVar[Members] = {}
    __hash__: ClassVar[None]  # type: ignore[assignment]
    __attrs_attrs__: ClassVar[Any] = _Fields()

    def _assign(self, given: dict[str, Any]) -> None:
        members = self._members
        _set_data(self, {members[name][0]: owned(value) for name, value in given.items() if value is not UNSET})

    @classmethod
    def _adopt(cls, data: dict[str, Any]) -> Self:
        # For a dict that nothing else refers to: it becomes the model's own, without a copy.
        model = _new(cls)
        _set_data(model, data)
        return model

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The model of a JSON object; `from_dict(d).to_dict() == d` for every one.

        Raises:
            DecodeError: the data is not an object.
        """
        if not isinstance(data, Mapping):
            raise DecodeError(f"{cls.__name__} is decoded from a JSON object, not from {type(data).__name__}")
        return cls._adopt({key: owned(value) for key, value in data.items()})

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """The model of a JSON text.

        Raises:
            DecodeError: the text is not JSON, or not an object.
        """
        data = decode(text)
        if data.__class__ is not dict:
            raise DecodeError(f"{cls.__name__} is decoded from a JSON object, not from {type(data).__name__}", text)
        return cls._adopt(data)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object as plain values, in new containers: changing them does not change the model."""
        return plain_data(self)

    def to_json(self) -> bytes:
        """The JSON object as compact UTF-8 text."""
        return encode(self)

    def is_set(self, name: str) -> bool:
        """Whether a member is present, null included.

        Args:
            name: that of the attribute, or the one on the wire.

        Raises:
            AttributeError: neither the contract nor this object has such a member.
        """
        return self._key(name) in self._data

    def unset(self, name: str) -> None:
        """Remove a member, so that it is not sent; no error if it is absent.

        Args:
            name: that of the attribute, or the one on the wire.

        Raises:
            AttributeError: neither the contract nor this object has such a member.
        """
        key = self._key(name)
        self._data.pop(key, None)
        self._forget(key)

    def __getitem__(self, key: str) -> Any:
        """A member by its name on the wire, whether it is in the contract or not."""
        value = self._data[key]
        name = self._name(key)
        return value if name is None else getattr(self, name)

    def __setitem__(self, key: str, value: Any) -> None:
        self._forget(key)
        if value is UNSET:
            self._data.pop(key, None)
        else:
            self._data[key] = owned(value)

    def __delitem__(self, key: str) -> None:
        del self._data[key]
        self._forget(key)

    def __contains__(self, key: object) -> bool:
        return key in self._data

    if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt attribute would pass them

        def __getattr__(self, name: str) -> Any:
            # Called only while the slot is empty: the member is decoded once, then found in its slot.
            member = self._members.get(name)
            if member is None:
                if hasattr(type(self), name):  # a property raised: called again, it raises its own error
                    return object.__getattribute__(self, name)
                raise AttributeError(_unknown(self, name))
            key, decoder = member
            value = self._data.get(key)
            if value is None:
                return None
            if decoder is not None:
                value = decoder(value)
                if not isinstance(value, date):  # a date stays as it was written
                    self._data[key] = value
            _store(self, name, value)
            return value

        def __setattr__(self, name: str, value: Any) -> None:
            if name[0] == "_":
                _store(self, name, value)
            elif (member := self._members.get(name)) is not None:
                self[member[0]] = value
            elif hasattr(type(self), name):
                _store(self, name, value)
            else:
                raise AttributeError(_unknown(self, name))

        def __delattr__(self, name: str) -> None:
            self.unset(name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, JsonModel) or not (isinstance(other, type(self)) or isinstance(self, type(other))):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    def __repr__(self) -> str:
        names = {key: name for name, (key, _) in self._members.items()}
        shown = [f"{names[key]}={getattr(self, names[key])!r}" for key in self._data if key in names]
        more = {key: value for key, value in self._data.items() if key not in names}
        return f"{type(self).__name__}({', '.join(shown + ([f'**{more!r}'] if more else []))})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._adopt, (self.to_dict(),)

    def _key(self, name: str) -> str:
        member = self._members.get(name)
        if member is not None:
            return member[0]
        if name in self._data or self._name(name) is not None:
            return name
        raise AttributeError(_unknown(self, name))

    def _name(self, key: str) -> str | None:
        member = self._members.get(key)
        if member is not None and member[0] == key:
            return key
        return next((name for name, (wire, _) in self._members.items() if wire == key), None)

    def _forget(self, key: str) -> None:
        name = self._name(key)
        if name is not None:
            with suppress(AttributeError):
                object.__delattr__(self, name)


_new = object.__new__
_store = object.__setattr__
_set_data: Callable[[Any, dict[str, Any]], None] = JsonModel.__dict__["_data"].__set__


def owned(value: Any) -> Any:
    """The value in new lists and dicts, so that a change to either does not change the other.

    Models are not copied. The value may be nested as deeply as memory allows.

    Raises:
        ValueError: a dict or list that contains itself.
    """
    return value if value.__class__ in ATOMS else rebuilt(value, _container)


def _container(value: Any) -> Any:
    kind = value.__class__
    if kind is dict:
        return value.copy()
    if kind is list or kind is tuple:
        return list(value)
    # An open file is an iterator, too, of lines: it is not read.
    return list(value) if isinstance(value, Iterator) and not hasattr(value, "read") else value


# Names of other libraries, and the one of each here.
_PYDANTIC = {"model_dump": "to_dict", "dict": "to_dict", "model_dump_json": "to_json", "json": "to_json"}


def _unknown(model: JsonModel, name: str) -> str:
    from difflib import get_close_matches

    known = [*model._members, *(each for each in dir(type(model)) if not each.startswith("_"))]
    near = [_PYDANTIC[name]] if name in _PYDANTIC else get_close_matches(name, known, 1)
    meant = (
        f"; did you mean {near[0]!r}?" if near else f"; members unknown to the contract are accessed as model[{name!r}]"
    )
    return f"{type(model).__name__} has no attribute {name!r}{meant}"
