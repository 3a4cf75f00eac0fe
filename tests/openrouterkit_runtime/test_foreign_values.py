"""Objects of other libraries in requests: they are sent as their JSON, or rejected with their place and a remedy."""

from __future__ import annotations

import dataclasses
import io
import pickle
import typing
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID

import attrs
import msgspec
import numpy as np
import pydantic
import pytest

from openrouterkit_api import operations
from openrouterkit_api.models import ChatUserMessage
from openrouterkit_runtime import InvalidArgumentError, JsonModel
from openrouterkit_runtime.foreign_values import is_object
from openrouterkit_runtime.json import decode, encode
from openrouterkit_runtime.plain import to_plain


class Size(StrEnum):
    LARGE = "large"


class Meta(pydantic.BaseModel):
    """A model of a user: defaults are sent, and aliases are the names on the wire."""

    team: str = "a"
    note: str | None = None
    cost_centre: int = pydantic.Field(7, serialization_alias="costCentre")
    seen: datetime | None = None


class Names(pydantic.RootModel[list[str]]):
    """A pydantic model that is a list."""


class LibraryMessage(pydantic.BaseModel):
    """A message like those of the package `openai`, whose `to_dict` leaves out what is not set."""

    model_config = pydantic.ConfigDict(extra="allow")

    role: str
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        return self.model_dump(by_alias=True, exclude_unset=True)


class GeneratedMessage(pydantic.BaseModel):
    """A message like those of the package `openrouter`, whose serializer leaves out what is not set."""

    role: typing.Literal["user"]
    content: list[dict[str, Any]]
    name: str | None = None

    @pydantic.model_serializer(mode="wrap")
    def leave_out(self, handler: Any) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value is not None}


@dataclasses.dataclass
class Point:
    x: Any
    y: Any = None
    _hidden: int = dataclasses.field(default=0, init=False, repr=False)


@dataclasses.dataclass(slots=True, frozen=True)
class Slotted:
    x: int


@attrs.define
class Place:
    name: str
    where: Any = None


class Event(msgspec.Struct, rename="camel", omit_defaults=True, tag="event"):
    started_at: datetime
    payload: Any = None


VALUES: list[tuple[Any, Any]] = [
    (Meta(), {"team": "a", "note": None, "costCentre": 7, "seen": None}),
    (Meta(seen=datetime(2027, 1, 2, tzinfo=UTC)), {**to_plain(Meta()), "seen": "2027-01-02T00:00:00Z"}),
    (Names(["a", "b"]), ["a", "b"]),
    (LibraryMessage(role="assistant", content=None), {"role": "assistant", "content": None}),
    (GeneratedMessage(role="user", content=[]), {"role": "user", "content": []}),
    (Point(1, Point(Meta())), {"x": 1, "y": {"x": to_plain(Meta()), "y": None, "_hidden": 0}, "_hidden": 0}),
    (Slotted(1), {"x": 1}),
    (Place("a", where={"b": Slotted(2)}), {"name": "a", "where": {"b": {"x": 2}}}),
    (Event(datetime(2027, 1, 2, tzinfo=UTC)), {"type": "event", "startedAt": "2027-01-02T00:00:00Z"}),
    (
        Event(datetime(2027, 1, 2, tzinfo=UTC), payload=ChatUserMessage(content="a")),
        {"type": "event", "startedAt": "2027-01-02T00:00:00Z", "payload": {"role": "user", "content": "a"}},
    ),
    (np.int64(3), 3),
    (np.float32(0.5), 0.5),
    (np.float64(0.1), 0.1),
    (np.bool_(True), True),
    (np.str_("a"), "a"),
    (np.array(2.5), 2.5),
    (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
    (np.array([Slotted(1)], dtype=object), [{"x": 1}]),
    (Decimal("0.1"), 0.1),
    (Decimal("2.50"), 2.5),
    (Decimal("3E+2"), 300),
    (Decimal(12345678901234567890), 12345678901234567890),
    (Size.LARGE, "large"),
    (time(1, 2, 3), "01:02:03"),
    (deque([1, 2]), [1, 2]),
    ({"a": 1}.keys(), ["a"]),
    ({"a": 1}.values(), [1]),
    (ChatUserMessage(content="a").keys(), ["role", "content"]),
]


@pytest.mark.parametrize(("value", "plain"), VALUES, ids=lambda value: f"{value!r:.50}")
def test_an_object_of_another_library_is_sent_as_its_json(value: Any, plain: Any) -> None:
    assert to_plain(value) == plain
    assert type(to_plain(value)) is type(plain)
    assert decode(encode([value])) == [plain]
    body = operations.chat.send(messages=[], metadata={"a": value}, extra_body={"b": [value]}).body
    assert body == {"messages": [], "metadata": {"a": plain}, "b": [plain]}
    assert JsonModel.from_dict({"a": value}).to_dict() == {"a": plain}


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({1}, "set is not JSON serializable; pass a list"),
        (frozenset(), "frozenset is not JSON serializable; pass a list"),
        (b"a", "bytes is not JSON serializable; pass text, such as base64.b64encode(value).decode()"),
        (Path("a"), "PosixPath is not JSON serializable; pass str(path), or the content of the file"),
        (timedelta(1), "timedelta is not JSON serializable; pass a number, such as value.total_seconds()"),
        pytest.param(io.BytesIO(), "BytesIO is not JSON serializable; pass its content", id="BytesIO"),
        (len, "builtin_function_or_method is not JSON serializable; pass its result"),
        (
            Fraction(1, 3),
            "Fraction is not JSON serializable; pass float(value)",
        ),
        (
            Meta,
            "Meta is not JSON serializable; pass an instance, or Meta.model_json_schema() for its JSON Schema",
        ),
        (Point, "the class Point is not JSON serializable; pass an instance, or pydantic.TypeAdapter(Point)."),
        (Event, "the class Event is not JSON serializable; pass an instance, or msgspec.json.schema_components("),
        (UUID, "the class UUID is not JSON serializable; pass an instance"),
        (Decimal("0.12345678901234567890123"), "has no equal JSON number; pass float(value), or str(value)"),
        (Decimal("1E+999999"), "has no equal JSON number"),
        (Decimal("NaN"), "has no equal JSON number"),
        (np.datetime64("2027-01-02"), "datetime64[D] is not JSON serializable; pass text, such as str(value)"),
        (np.array([np.timedelta64(1, "s")]), "timedelta64[s] is not JSON serializable; pass text"),
        (np.longdouble(1), "longdouble is not JSON serializable; pass float(value)"),
        (float("nan"), "NaN and infinity are not valid JSON numbers; use finite numbers, or None for null"),
    ],
    ids=lambda value: f"{value!r:.40}",
)
def test_a_value_without_json_is_rejected_with_its_place_and_a_remedy(value: Any, reason: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        operations.chat.send(messages=[{"role": "user", "content": "a"}, {"content": [{"image_url": value}]}])
    assert str(caught.value).startswith("chat.send(): messages[1].content[0].image_url: ")
    assert reason in str(caught.value)
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    for wrapped, path in (
        (Point(value), "x"),
        (Place("a", {"b": (value,)}), "where.b[0]"),
        (ChatUserMessage(content=[{"type": "new", "a b": value}]), "content[0]['a b']"),
        ({"a": {3: value}}, "a['3']"),
    ):
        with pytest.raises(InvalidArgumentError) as caught:
            encode(wrapped)
        assert str(caught.value).startswith(f"{path}: "), caught.value


def test_a_model_with_an_invalid_value_reports_its_place() -> None:
    with pytest.raises(InvalidArgumentError, match=r"^content\[0\]\.new: set is not"):
        ChatUserMessage(content=[{"type": "text", "new": {1}}]).to_dict()


def test_a_pydantic_model_that_cannot_be_dumped_is_rejected_with_its_place() -> None:
    class Holder(pydantic.BaseModel):
        value: Any

    with pytest.raises(InvalidArgumentError, match=r"^chat\.send\(\): metadata\.a: Holder cannot be dumped as JSON: "):
        operations.chat.send(messages=[], metadata={"a": Holder(value=object())})


def test_a_key_that_is_not_text_is_rejected_with_its_place() -> None:
    with pytest.raises(InvalidArgumentError, match=r"^chat\.send\(\): metadata: keys of a JSON object must be strings"):
        operations.chat.send(messages=[], metadata={(1, 2): "a"})


@pytest.mark.parametrize(
    ("key", "remedy"), [(Enum("Kind", "A").A, "key.value"), (b"a", r"key\.decode\(\)"), ((1, 2), r"str\(key\)")]
)
def test_a_key_that_is_not_text_is_rejected_with_the_text_to_pass(key: Any, remedy: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"; pass {remedy}$"):
        operations.chat.send(messages=[], metadata={key: "a"})


def test_messages_of_other_packages_are_messages() -> None:
    theirs = [
        LibraryMessage.model_validate({"role": "assistant", "content": None, "reasoning": "because"}),
        GeneratedMessage(role="user", content=[{"type": "text", "text": "a"}]),
        Point(1),
    ]
    body = operations.chat.send(messages=theirs).body  # type: ignore[arg-type]  # only known to have a JSON form at run time
    assert body["messages"] == [
        {"role": "assistant", "content": None, "reasoning": "because"},
        {"role": "user", "content": [{"type": "text", "text": "a"}]},
        {"x": 1, "y": None, "_hidden": 0},
    ]
    assert operations.chat.send(messages=[], extra_body=Place("a")).body == {"messages": [], "name": "a", "where": None}  # type: ignore[arg-type]  # see above


@pytest.mark.parametrize("message", [LibraryMessage(role="user"), Point(1), Place("a")])
def test_one_message_in_place_of_a_list_is_rejected(message: Any) -> None:
    with pytest.raises(
        TypeError, match=r"chat\.send\(\) expects a list for messages, got \w+; pass messages=\[\.\.\.\]"
    ):
        operations.chat.send(messages=message)


@pytest.mark.parametrize(
    "value", [{}, Meta(), Point(1), Place("a"), Event(datetime.now(UTC)), ChatUserMessage(content="")]
)
def test_instances_with_named_members_are_objects(value: Any) -> None:
    assert is_object(value)


@pytest.mark.parametrize("value", [None, [], "a", 1, Meta, Point, {1}, Size.LARGE, np.eye(2), iter({})])
def test_classes_and_values_without_members_are_no_objects(value: Any) -> None:
    assert not is_object(value)


def test_an_object_is_converted_when_the_call_is_built() -> None:
    point = Point([1])
    operation = operations.chat.send(messages=[], metadata={"a": point})  # type: ignore[dict-item]  # see above
    point.x.append(2)
    assert operation.body["metadata"]["a"]["x"] == [1]


def test_an_attribute_named_like_a_private_one_of_models_is_not_mistaken() -> None:
    class Loaded:
        def __init__(self) -> None:
            self._data = [1]

        def to_dict(self) -> dict[str, Any]:
            return {"a": 1}

    assert operations.chat.send(messages=[], extra_body=Loaded()).body == {"messages": [], "a": 1}  # type: ignore[arg-type]  # see above


def test_an_invalid_value_in_an_iterator_is_rejected() -> None:
    def generate() -> Iterator[Any]:
        yield {1}

    with pytest.raises(InvalidArgumentError, match="set is not JSON serializable"):
        operations.chat.send(messages=[], metadata={"a": generate()})  # type: ignore[dict-item]  # see above


def test_a_value_in_deeply_nested_data_is_rejected() -> None:
    deep: Any = {1}
    for _ in range(3000):
        deep = [deep]
    with pytest.raises(InvalidArgumentError, match="set is not JSON serializable"):
        encode(deep)


class Endless:
    """An object that converts itself to itself."""

    def to_dict(self) -> Any:
        return self


class Node(msgspec.Struct):
    """A struct that can contain itself."""

    child: Any = None


def test_an_object_that_contains_itself_is_rejected() -> None:
    point = Point(None)
    point.x = [point]
    node = Node()
    node.child = node
    for value in (point, node, Endless()):
        with pytest.raises(InvalidArgumentError, match=r"contains itself|nested too deeply"):
            to_plain({"a": value})


class Column:
    """A column of a table, like those of pandas."""

    dtype = np.dtype("int64")

    def tolist(self) -> list[int]:
        return [1, 2]

    def to_dict(self) -> dict[int, int]:
        return {0: 1, 1: 2}


def test_a_column_of_a_table_is_sent_as_a_list() -> None:
    assert operations.embeddings.generate(model="a", input=Column()).body["input"] == [1, 2]  # type: ignore[arg-type]  # see above
    assert not is_object(Column())


class Mixed(Enum):
    """An enumeration whose value is an object of another library."""

    POINT = Slotted(1)


def test_an_enumeration_member_is_sent_as_its_value() -> None:
    assert to_plain(Mixed.POINT) == {"x": 1}
