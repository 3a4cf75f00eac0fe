"""Corrections to a document: data with reasons, never stale."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.corrections import apply, read
from codegen.problems import CodegenError


def corrected(**correction: Any) -> dict[str, Any]:
    document = {"info": {"version": "1"}, "tags": ["a", "b"]}
    apply(document, [{"reason": "seen on the wire", **correction}])
    return document


def test_a_value_is_replaced() -> None:
    assert corrected(pointer="/info/version", value="2")["info"] == {"version": "2"}


def test_a_value_is_added() -> None:
    assert corrected(pointer="/info/title", value="t")["info"] == {"version": "1", "title": "t"}


def test_a_member_and_an_item_are_removed() -> None:
    assert corrected(pointer="/info/version", remove=True)["info"] == {}
    assert corrected(pointer="/tags/0", remove=True)["tags"] == ["b"]


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        ({"pointer": "/info/version", "value": "1"}, "changes something, this one no longer does"),
        ({"pointer": "/info/title", "remove": True}, "this one is stale"),
        ({"pointer": "/tags/7", "value": "c"}, "this one is stale"),
        ({"pointer": "/gone/title", "value": "t"}, "'/gone' has none"),
        ({"pointer": "/info/version/deep", "value": "t"}, "this one is stale"),
        ({"pointer": "/info/version", "value": "2", "reason": ""}, "a correction has a reason"),
        ({"pointer": "/info/version"}, "a `value`, or `remove = true`"),
        ({"pointer": "info", "value": "2"}, "a JSON Pointer"),
    ],
)
def test_a_correction_that_cannot_be_meant_stops_the_generation(correction: dict[str, Any], told: str) -> None:
    with pytest.raises(CodegenError, match=told):
        corrected(**correction)


def test_corrections_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text('[[correction]]\npointer = "/a"\n[[correction]]\npointer = "/b"\n', encoding="utf-8")
    assert [each["pointer"] for each in read(path)] == ["/a", "/b"]
