"""Corrections to a document: each has a reason, and must still change something."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen.corrections import apply, read
from codegen.problems import CodegenError


def apply_correction(**correction: Any) -> dict[str, Any]:
    document = {"info": {"version": "1"}, "tags": ["a", "b"]}
    apply(document, [{"reason": "seen on the wire", **correction}])
    return document


def test_a_value_is_replaced() -> None:
    assert apply_correction(pointer="/info/version", value="2")["info"] == {"version": "2"}


def test_a_value_is_added() -> None:
    assert apply_correction(pointer="/info/title", value="t")["info"] == {"version": "1", "title": "t"}


def test_a_member_and_an_item_are_removed() -> None:
    assert apply_correction(pointer="/info/version", remove=True)["info"] == {}
    assert apply_correction(pointer="/tags/0", remove=True)["tags"] == ["b"]


@pytest.mark.parametrize(
    ("correction", "problem"),
    [
        ({"pointer": "/info/version", "value": "1"}, "the correction no longer changes anything"),
        ({"pointer": "/info/title", "remove": True}, "the document no longer has the place"),
        ({"pointer": "/tags/7", "value": "c"}, "the document no longer has the place"),
        ({"pointer": "/gone/title", "value": "t"}, "'/gone' does not exist"),
        ({"pointer": "/info/version/deep", "value": "t"}, "the document no longer has the place"),
        ({"pointer": "/info/version", "value": "2", "reason": ""}, "the correction has no reason"),
        ({"pointer": "/info/version"}, "neither `value` nor `remove = true`"),
        ({"pointer": "info", "value": "2"}, "must be a JSON Pointer"),
    ],
)
def test_a_stale_or_invalid_correction_is_rejected(correction: dict[str, Any], problem: str) -> None:
    with pytest.raises(CodegenError, match=problem):
        apply_correction(**correction)


def test_corrections_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text('[[correction]]\npointer = "/a"\n[[correction]]\npointer = "/b"\n', encoding="utf-8")
    assert [each["pointer"] for each in read(path)] == ["/a", "/b"]
