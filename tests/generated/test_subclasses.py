"""Subclasses of models: additional members, attributes that are not sent, mixins, copies."""

from __future__ import annotations

import copy
import pickle
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

import attrs
import pytest

from openrouterkit_api import JsonModel
from openrouterkit_api.models import ChatResult, ChatUsage, ChatUserMessage, CreateKeysRequest

T = TypeVar("T")


class Mixin:
    """A class that is not a model."""

    def shout(self) -> str:
        return str(self["content"]).upper()  # type: ignore[index]  # a model is the other base


class Dated(ChatUserMessage):
    """A message with an additional member and with attributes that are not sent."""

    sent_at: str | None
    """When it was sent."""

    version: ClassVar[int] = 3
    _seen = False

    @cached_property
    def words(self) -> list[str]:
        return str(self.content).split()


class Slotted(ChatUsage):
    __slots__ = ("_seconds", "rate")

    rate: float


def test_a_subclass_inherits_the_members_of_all_its_bases() -> None:
    class Loud(Mixin, Dated):
        volume: int | None

    class Both(Loud, CreateKeysRequest):
        pass

    message = Loud.from_dict({"role": "user", "content": "a", "sent_at": "now", "volume": 2})
    assert (message.content, message.sent_at, message.volume, message.shout()) == ("a", "now", 2, "A")
    message.content = "b"
    assert message.to_dict()["content"] == "b"
    assert repr(message) == "Loud(role='user', content='b', sent_at='now', volume=2)"
    assert {"content", "sent_at", "volume", "expires_at"} <= set(Both._members)


def test_a_class_variable_is_not_a_member() -> None:
    assert (Dated.version, Dated(content="a").version) == (3, 3)
    assert "version" not in Dated._members

    class Generically(ChatUserMessage, Generic[T]):
        extra: T

    assert Generically[int].from_dict({"extra": 1}).extra == 1


def test_a_member_with_a_value_raises_type_error() -> None:
    with pytest.raises(TypeError, match=r"unexpected value for the member Own\.limit: .* write `limit: ClassVar\["):

        class Own(ChatUserMessage):
            limit: int = 5


def test_instances_of_a_subclass_may_have_attributes_that_are_not_sent() -> None:
    message = Dated(content="a b")
    message._seen = True
    assert message.words is message.words == ["a", "b"]
    assert (message._seen, message.to_dict()) == (True, {"role": "user", "content": "a b"})
    usage = Slotted.from_dict({"total_tokens": 1})
    usage.rate = 0.5
    assert (usage.rate, usage.to_dict()) == (0.5, {"total_tokens": 1})
    assert not hasattr(ChatUserMessage(content="a"), "__dict__")


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_copies_include_attributes_that_are_not_sent(duplicate: Any) -> None:
    message = Dated(content="a")
    message._seen = True
    usage = Slotted.from_dict({"total_tokens": 1})
    usage.rate, usage._seconds = 0.5, 2  # type: ignore[attr-defined]  # a slot without an annotation
    copied, other = duplicate(message), duplicate(usage)
    assert (copied, copied._seen, other, other.rate, other._seconds) == (message, True, usage, 0.5, 2)


def test_copy_replace_changes_members_of_the_copy_only() -> None:
    message = ChatUserMessage(content="a", name="x")
    changed = message.__replace__(content="b")
    assert (changed.to_dict(), message.content) == ({"role": "user", "content": "b", "name": "x"}, "a")
    with pytest.raises(AttributeError, match="did you mean 'content'"):
        message.__replace__(contents="b")


def test_a_redeclared_member_inherits_its_decoder_and_name_on_the_wire() -> None:
    class Priced(ChatUsage):
        pass

    class Result(ChatResult):
        usage: Priced | None

    class Renamed(CreateKeysRequest):
        expires_at: Any
        label: str
        _wire_names: ClassVar = {"label": "name"}

    class Again(Renamed):
        label: str

    assert isinstance(Result.from_dict({"usage": {"total_tokens": 1}}).usage, ChatUsage)
    renamed = Again.from_dict({"name": "x", "expires_at": "2027-01-01T00:00:00Z"})
    assert (renamed.label, renamed.expires_at.year) == ("x", 2027)


def test_attrs_fields_of_a_subclass_include_its_own_members() -> None:
    class Billed(ChatUsage):
        invoice: str | None

    assert "invoice" not in attrs.fields_dict(ChatUsage)
    assert attrs.fields_dict(Billed)["invoice"].init is False
    assert attrs.asdict(Billed.from_dict({"invoice": "7"}))["invoice"] == "7"
    assert isinstance(attrs.evolve(Billed.from_dict({"total_tokens": 1}), cost=2), Billed)


def test_a_program_may_define_its_own_models() -> None:
    class Point(JsonModel):
        x: float
        y: float | None

    point = Point.from_dict({"x": 1.5})
    point.y = 2
    assert point.to_json() == '{"x":1.5,"y":2}'
    assert not hasattr(point, "__dict__")
