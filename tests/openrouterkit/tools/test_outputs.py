"""What a tool returned, as the content of a message."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pydantic
import pytest

from openrouterkit import content, tool
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.tools import build_output

PIXEL = "data:image/png;base64,iVBORw0KGgo="


class City(pydantic.BaseModel):
    name: str


@dataclasses.dataclass
class Place:
    city: City
    seen: dt.date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "text"),
        ("", ""),
        (None, "null"),
        (3, "3"),
        ([1, "a"], '[1,"a"]'),
        (["a", "b"], '["a","b"]'),
        ({"type": "text", "text": "data"}, '{"type":"text","text":"data"}'),
        (Place(City(name="Zürich"), dt.date(2026, 1, 2)), '{"city":{"name":"Zürich"},"seen":"2026-01-02"}'),
        (content.text("a"), [{"type": "text", "text": "a"}]),
        (["see:", content.image(PIXEL)],
         [{"type": "text", "text": "see:"}, {"type": "image_url", "image_url": {"url": PIXEL}}]),
        ([content.text("a"), {"x": 1}], '[{"type":"text","text":"a"},{"x":1}]'),
    ],
)  # fmt: skip
def test_a_value_becomes_text_parts_or_json(value: Any, expected: Any) -> None:
    assert build_output(value) == expected
    assert tool(build_output(value), tool_call_id="1").to_dict()["content"] == expected


def test_a_value_without_json_is_rejected() -> None:
    with pytest.raises(
        InvalidArgumentError, match="the result of a tool cannot be sent: a: set is not JSON serializable"
    ):
        build_output({"a": {1}})
