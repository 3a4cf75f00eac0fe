"""Objects converted to plain JSON values: what is accepted, and what is rejected with its type."""

from __future__ import annotations

import enum
from collections import OrderedDict, UserList
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest

from openrouterkit_api.models import ChatUserMessage
from openrouterkit_runtime import UNSET, JsonModel
from openrouterkit_runtime.json import decode, encode
from openrouterkit_runtime.plain import to_plain


class Colour(enum.Enum):
    RED = "red"
    MIXED = ("red", 1)


class Number(enum.IntEnum):
    ONE = 1


class Text(str):
    __slots__ = ()


class Count(int):
    pass


class Ratio(float):
    pass


class Converted:
    def __init__(self, value: Any) -> None:
        self.value = value

    def to_dict(self) -> Any:
        return self.value


VALUES: list[tuple[Any, Any]] = [
    (Colour.RED, "red"),
    (Colour.MIXED, ["red", 1]),
    (Number.ONE, 1),
    (Text("a"), "a"),
    (Count(2), 2),
    (Ratio(0.5), 0.5),
    (True, True),
    (None, None),
    (date(2027, 1, 2), "2027-01-02"),
    (datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC), "2027-01-02T03:04:05+00:00"),
    (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    (OrderedDict(a=1), {"a": 1}),
    (MappingProxyType({"a": (1, 2)}), {"a": [1, 2]}),
    (UserList([1, UserList([2])]), [1, [2]]),
    (range(3), [0, 1, 2]),
    (Converted({"a": Converted([1])}), {"a": [1]}),
    (ChatUserMessage(content="a"), {"role": "user", "content": "a"}),
    ({1: "a", None: "b", 0.5: "d", Text("e"): "e"}, {"1": "a", "null": "b", "0.5": "d", "e": "e"}),
    ({True: "a"}, {"true": "a"}),
    ({"a": UNSET, "b": {"c": UNSET}}, {"b": {}}),
]


@pytest.mark.parametrize(("value", "plain"), VALUES, ids=lambda value: f"{value!r:.40}")
def test_a_value_is_converted_alone_inside_containers_and_at_any_depth(value: Any, plain: Any) -> None:
    assert to_plain(value) == plain
    assert type(to_plain(value)) is type(plain)
    assert to_plain({"a": [value, (value,)]}) == {"a": [plain, [plain]]}
    deep: Any = value
    for _ in range(3000):
        deep = [deep]
    deep = to_plain(deep)
    for _ in range(3000):
        (deep,) = deep
    assert deep == plain


@pytest.mark.parametrize(("value", "plain"), VALUES, ids=lambda value: f"{value!r:.40}")
def test_encode_writes_the_values_that_to_plain_returns(value: Any, plain: Any) -> None:
    assert decode(encode({"a": value})) == {"a": plain}


@pytest.mark.parametrize("convert", [to_plain, encode])
@pytest.mark.parametrize("value", [object(), b"bytes", bytearray(b"x"), memoryview(b"x"), 1j, print, {3}])
def test_a_value_that_json_cannot_represent_is_rejected_with_its_type(
    convert: Callable[[Any], Any], value: Any
) -> None:
    for given in (value, [value], {"a": value}):
        with pytest.raises(TypeError, match=type(value).__name__):
            convert(given)


@pytest.mark.parametrize("convert", [to_plain, encode])
def test_keys_that_are_not_strings_numbers_booleans_or_none_are_rejected(convert: Callable[[Any], Any]) -> None:
    with pytest.raises(TypeError, match="tuple"):
        convert({(1, 2): "a"})


@pytest.mark.parametrize("convert", [to_plain, encode])
def test_a_container_that_contains_itself_is_rejected(convert: Callable[[Any], Any]) -> None:
    endless: list[Any] = []
    endless.append({"a": endless})
    with pytest.raises(ValueError, match=r"itself|circular|nested"):
        convert(endless)


def test_the_result_shares_no_container_with_the_value() -> None:
    inner = [1]
    value = {"a": inner, "b": JsonModel.from_dict({"c": inner})}
    plain = to_plain(value)
    plain["a"].append(2)
    plain["b"]["c"].append(3)
    assert inner == [1]
