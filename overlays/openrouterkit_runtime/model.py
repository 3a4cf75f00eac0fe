"""JsonModel, the base class of every model: a JSON object whose members are decoded when they are first accessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .json import DecodeError, decode, encode
from .plain import ATOMS, plain_data, rebuilt
from .unset import UNSET

if TYPE_CHECKING:
    from typing import Self

Decoder = Callable[[Any], Any]
"""Converts a JSON value to what an attribute returns; returns a value of another kind as it is, and never raises."""

Names = Mapping[str, str]
"""Attribute name -> name on the wire."""


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
        owner.__attrs_attrs__ = fields = shadow.__attrs_attrs__  # type: ignore[attr-defined]  # attrs adds it
        return fields


class _Description:
    """The docstring of a member, read from the source of its model when it is asked for."""

    def __get__(self, member: Member | None, owner: type[Member]) -> str | None:
        if member is None:
            return "A member of a model."
        from .descriptions import member_descriptions

        return member_descriptions(member.model).get(member.name)

    def __set__(self, member: Member, text: object) -> None:
        """Ignore the docstring that `property` takes from its getter."""


class Member(property):
    """The attribute of a model that reads one member of the JSON object."""

    __slots__ = ("model", "name")
    __doc__ = _Description()  # type: ignore[assignment, unused-ignore]  # it returns text

    model: type
    name: str


class ModelType(type):
    """The metaclass of models: makes an attribute of each member that a class states as an annotation.

    It gives every model empty slots, too, and not in the source: type checkers would refuse to set its attributes.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **keywords: Any) -> ModelType:
        namespace.setdefault("__slots__", ())
        wire_names, decoders = namespace.get("_wire_names", {}), namespace.get("_decoders", {})
        stated = [word for word in namespace.get("__annotations__", ()) if word[0] != "_"]
        own = {word: wire_names.get(word, word) for word in stated}
        members = [Member(_getter(key, decoders.get(word))) for word, key in own.items()]
        namespace.update(zip(own, members, strict=True))
        if own:
            namespace["_members"] = {**getattr(bases[0], "_members", {}), **own}
        model = super().__new__(cls, name, bases, namespace, **keywords)
        for word, member in zip(own, members, strict=True):
            member.model, member.name = model, word
        return model


def _getter(key: str, decode: Decoder | None) -> Callable[[JsonModel], Any]:
    if decode is None:
        return _plain_getter(key)
    decodes_containers = getattr(decode, "decodes_containers", False)
    return _container_getter(key, decode) if decodes_containers else _text_getter(key, decode)


def _plain_getter(key: str) -> Callable[[JsonModel], Any]:
    def get(model: JsonModel) -> Any:
        return model._data.get(key)

    return get


def _container_getter(key: str, decode: Decoder) -> Callable[[JsonModel], Any]:
    def get(model: JsonModel) -> Any:
        data = model._data
        value = data.get(key)
        kind = value.__class__
        # Looked at before the decoder is called, as most members are read more than once.
        if kind is not dict and kind is not list and (kind in ATOMS or isinstance(value, JsonModel)):
            return value
        decoded = decode(value)
        if decoded is not value:
            data[key] = decoded
        return decoded

    return get


def _text_getter(key: str, decode: Decoder) -> Callable[[JsonModel], Any]:
    def get(model: JsonModel) -> Any:
        return decode(model._data.get(key))  # a date stays in the JSON as it was written

    return get


class JsonModel(metaclass=ModelType):
    """A JSON object with typed attributes.

    An attribute that is absent returns None. `to_dict()` returns exactly the members the object was decoded or built
    from, in their order, then those set since. Members that are not in the contract are kept, and accessed by key:
    `model["name"]`. An explicit None is sent as null. Iterating gives the names on the wire, so that `dict(model)` and
    `**model` work. To attrs, every model is one of its slotted classes.

    A subclass states its members as annotations. Its `_decoders` have a decoder for each member whose attribute is not
    the JSON value, its `_wire_names` the name on the wire where that is not the attribute's.
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
        members = self._members
        _set_data(self, {members[name]: owned(value) for name, value in given.items() if value is not UNSET})

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
        """A member by its name on the wire, known to the contract or not."""
        value = self._data[key]
        name = self._name(key)
        return value if name is None else getattr(self, name)

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
        return type(self)._adopt, (self.to_dict(),)

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
