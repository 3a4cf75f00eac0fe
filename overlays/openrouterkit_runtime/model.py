"""JsonModel, the base class of every model: a JSON object whose members are decoded when they are first accessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .json import DecodeError, decode, encode
from .members import Decoder, ModelType, Names, is_never_object
from .plain import ATOMS, model_to_plain, rebuild
from .unset import UNSET

if TYPE_CHECKING:
    from typing import Self


class _Fields:
    """What `attrs.fields` returns for a model, made at the first access: at import it would take half of the time."""

    def __get__(self, model: object, owner: type[JsonModel]) -> Any:
        if not owner._members:
            raise AttributeError("__attrs_attrs__")
        made = vars(owner).get("_attrs_fields")
        if made is None:
            made = _attrs_fields(owner)
            setattr(owner, "_attrs_fields", made)  # noqa: B010 - type checkers know no such attribute
        return made


def _attrs_fields(owner: type[JsonModel]) -> Any:
    from inspect import signature

    from attrs import define, field

    stated: dict[str, Any] = {}
    for kind in reversed(owner.__mro__):
        stated.update(vars(kind).get("__annotations__", {}))
    arguments = signature(owner).parameters
    members = {name: field(init=name in arguments) for name in owner._members}
    annotations = {name: stated.get(name, "Any") for name in members}
    shadow: Any = define(init=False)(type(owner.__name__, (), {"__annotations__": annotations, **members}))
    return shadow.__attrs_attrs__


class JsonModel(metaclass=ModelType):
    """A JSON object with typed attributes.

    An attribute that is absent returns None. `to_dict()` returns exactly the members the object was decoded or built
    from, in their order, then those set since. Members that are not in the contract are kept, and accessed by key:
    `model["name"]`. An explicit None is sent as null. Iterating gives the names on the wire, so that `dict(model)` and
    `**model` work. To attrs, every model is one of its slotted classes.

    A subclass states its members as annotations. Its `_decoders` have a decoder for each member whose attribute is not
    the JSON value, its `_wire_names` the name on the wire where that is not the attribute's; both are inherited. A
    class derived from JsonModel alone has empty slots. One derived from a model is an ordinary class: its objects have
    attributes of their own, under names that begin with an underscore or that the class has.
    """

    __slots__ = ("__weakref__", "_data")

    _data: dict[str, Any]
    _decoders: ClassVar[Mapping[str, Decoder]] = {}
    _wire_names: ClassVar[Names] = {}
    _members: ClassVar[Names] = {}
    __hash__: ClassVar[None]  # type: ignore[assignment]  # models are mutable
    __attrs_attrs__: ClassVar[Any] = _Fields()

    def _build(self, given: dict[str, Any]) -> None:
        # The arguments of a constructor, as `locals()` has them.
        del given["self"]
        members, decoders = self._members, self._decoders
        data: dict[str, Any] = {}
        for name, value in given.items():
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
        return model_to_plain(self)

    def keys(self) -> KeysView[str]:
        """The names of the members that are there, as they are on the wire."""
        return self._data.keys()

    def to_json(self) -> str:
        """The JSON object as compact text."""
        return encode(self).decode()

    def to_json_bytes(self) -> bytes:
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

    def __getitem__(self, key: str) -> Any:
        """A member by its name on the wire, known to the contract or not.

        Objects and lists are what the attribute returns; a date is its text in the JSON.
        """
        value = self._data[key]
        if value.__class__ in ATOMS or (name := self._name(key)) is None:
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

    if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt attribute would pass them

        def __getattr__(self, name: str) -> Any:
            if hasattr(type(self), name):  # a slot without a value, or a property that raised: the error is its own
                return object.__getattribute__(self, name)
            raise AttributeError(_unknown(self, name))

        def __setattr__(self, name: str, value: Any) -> None:
            if name[0] == "_":
                _store(self, name, value)
            elif (key := self._members.get(name)) is not None:
                self[key] = value
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
        names = {key: name for name, key in self._members.items()}
        shown = [f"{names[key]}={getattr(self, names[key])!r}" for key in self._data if key in names]
        more = {key: value for key, value in self._data.items() if key not in names}
        return f"{type(self).__name__}({', '.join(shown + ([f'**{more!r}'] if more else []))})"

    def __reduce__(self) -> tuple[Any, ...]:
        attributes: Any
        slots: Any
        attributes, slots = object.__getstate__(self)  # type: ignore[misc]  # a tuple, as there are slots
        del slots["_data"]
        state = (attributes, slots) if attributes or slots else None
        return type(self)._adopt, (self.to_dict(),), state

    def __replace__(self, **changes: Any) -> Self:
        """A copy with other values for some attributes, for `copy.replace` of Python 3.13."""
        from copy import copy

        model = copy(self)
        for name, value in changes.items():
            setattr(model, name, value)
        return model

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic and FastAPI validate and serialise models: a JSON object, or the model itself."""
        from pydantic_core import core_schema

        serialized = core_schema.plain_serializer_function_ser_schema(lambda model: model.to_dict())
        return core_schema.no_info_plain_validator_function(cls._validate, serialization=serialized)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """The JSON Schema that pydantic shows: an object, which the contract describes."""
        return {"type": "object", "title": cls.__name__}

    @classmethod
    def _validate(cls, value: Any) -> Self:
        return value if isinstance(value, cls) else cls.from_dict(value)

    def _key(self, name: str) -> str:
        key = self._members.get(name)
        if key is not None:
            return key
        if name in self._data or self._name(name) is not None:
            return name
        raise AttributeError(_unknown(self, name))

    def _name(self, key: str) -> str | None:
        if self._members.get(key) == key:
            return key
        return next((name for name, wire in self._members.items() if wire == key), None)


_new = object.__new__
_store = object.__setattr__
_set_data: Callable[[Any, dict[str, Any]], None] = JsonModel.__dict__["_data"].__set__


def _check_kind(model: JsonModel, name: str, value: Any, decode: Decoder | None) -> None:
    """Raise TypeError for a model or a text where a list belongs, and for a model where a scalar does."""
    if value.__class__ is not str and not isinstance(value, JsonModel):
        return
    kinds = getattr(decode, "kinds", ("scalar",))
    if kinds == ("array",):
        raise TypeError(f"{type(model).__name__}() takes {name} as a list, {name}=[...], not {type(value).__name__}")
    if isinstance(value, JsonModel) and "object" not in kinds and is_never_object(type(model), name):
        raise TypeError(f"{type(model).__name__}() takes no object for {name}, but got {type(value).__name__}")


def owned(value: Any) -> Any:
    """The value in new lists and dicts, so that a change to either does not change the other.

    Models are not copied. The value may be nested as deeply as memory allows.

    Raises:
        ValueError: a dict or list that contains itself.
    """
    return value if value.__class__ in ATOMS else rebuild(value, _container)


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
