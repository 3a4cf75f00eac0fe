"""The editor changes only the text of what differs, in YAML and JSON of any layout."""

from __future__ import annotations

import difflib
import json
import random
from typing import Any

import pytest
import yaml
from pets import TEXT
from projects import OPENROUTER

from codegen.drift.applying.editor import Editor
from codegen.drift.comparison import Comparison
from codegen.drift.selection import Selection
from codegen.problems import CodegenError

LAYOUTS = """\
# head
openapi: 3.1.0   # version
info: {title: Pets é, version: '1'}

tags:
- name: Pets   # c1
  description: All about pets.
# between
- name: More
  list: [a, "b", 'c']   # flow
paths:
    /pets:
        get:
            description: >-
                Gives every pet, the
                oldest first.

            empty:
            literal: |
              keep

            quoted: "x"   # q
            nested:
              - - 1
                - 2
              -
                k: v
            # trailing
            flow: {a: 1,
               b: 2}
last: 1
"""
VALUES = [
    *("plain", "yes", "1", "a: b", "two\nlines", "é 'q' \"d\"", 5, 1.5, None, True, {}, []),
    *({"a": {"b": [1, {"c": 2}]}, "type": ["string", "null"]}, ["x", {"y": 1}]),
]


def list_paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the steps to all values inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([path] if path else []), *(found for key, each in inner for found in list_paths(each, (*path, key)))]


def change_randomly(data: Any, chance: random.Random) -> None:
    """Replace, delete or insert a few values."""
    for _ in range(chance.randint(1, 4)):
        *steps, last = chance.choice(list_paths(data))
        owner = data
        for step in steps:
            owner = owner[step]
        value = json.loads(json.dumps(chance.choice(VALUES)))
        match chance.choice(("replace", "delete", "insert")):
            case "replace":
                owner[last] = value
            case "delete":
                del owner[last]
            case _ if isinstance(owner, dict):
                members = [*owner.items()]
                members.insert(chance.randint(0, len(members)), (f"new{chance.randint(0, 99)}", value))
                owner.clear()
                owner.update(members)
            case _:
                owner.insert(chance.randint(0, len(owner)), value)


@pytest.mark.parametrize("layout", ["yaml", "indented", "spaced", "compact"])
def test_any_change_is_written_in_any_layout(layout: str) -> None:
    data = yaml.safe_load(LAYOUTS)
    texts = {"indented": {"indent": 2}, "spaced": {}, "compact": {"separators": (",", ":")}}
    text = LAYOUTS if layout == "yaml" else json.dumps(data, **texts[layout])
    for seed in range(150):
        editor = Editor(text)
        change_randomly(editor.data, random.Random(seed))
        edited = editor.text()  # which parses the text and compares it with the data
        assert layout == "yaml" or json.loads(edited) == editor.data
        assert layout != "compact" or "\n" not in edited


def test_a_change_in_a_document_of_thousands_of_lines_changes_only_its_lines(tmp_path) -> None:
    before = OPENROUTER.contract.read_text(encoding="utf-8")
    theirs = yaml.safe_load(before)
    schemas = theirs["components"]["schemas"]
    schemas["Model"]["properties"]["retires_at"] = {"type": ["string", "null"], "format": "date-time"}
    schemas["ProviderSort"]["enum"].append("uptime")
    for name in ("old", "new"):
        (tmp_path / f"{name}.yaml").write_text(before if name == "old" else yaml.safe_dump(theirs), encoding="utf-8")
    result = Comparison(tmp_path / "old.yaml", tmp_path / "new.yaml").apply()
    lines = difflib.unified_diff(before.splitlines(), result.text.splitlines(), lineterm="", n=0)
    assert len(before.splitlines()) > 5_000
    assert [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "+        retires_at:",
        "+          type: [string, 'null']",
        "+          format: date-time",
        "+        - uptime",
    ]


def test_a_json_document_is_edited_in_its_own_layout(tmp_path) -> None:
    named = {"Pet": {"type": "object", "properties": {"name": TEXT}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    paths = {"/pets": {"get": {"operationId": "p", "responses": {"200": {"content": content}}}}}
    old = {"openapi": "3.1.0", "info": {}, "paths": paths, "components": {"schemas": named}}
    new = json.loads(json.dumps(old))
    new["components"]["schemas"]["Pet"]["properties"]["age"] = {"type": "integer"}
    (tmp_path / "old.json").write_text(json.dumps(old, indent=4), encoding="utf-8")
    (tmp_path / "new.json").write_text(json.dumps(new), encoding="utf-8")
    result = Comparison(tmp_path / "old.json", tmp_path / "new.json", selection=Selection(("p",))).apply()
    members = list(new["components"]["schemas"]["Pet"]["properties"].items())
    new["components"]["schemas"]["Pet"]["properties"] = dict(sorted(members))
    assert result.text == json.dumps(new, indent=4)


def test_line_ends_of_windows_are_kept() -> None:
    editor = Editor("a: 1\r\nb:\r\n  c: 1\r\n")
    editor.data["b"]["d"] = {"e": 2}
    assert editor.text() == "a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n    e: 2\r\n"


def test_a_renamed_member_keeps_its_place_and_its_comments() -> None:
    text = "a:\n  # old\n  'x': {b: 1}   # kept\n  y: 2\n"
    editor = Editor(text)
    editor.rename("/a/x", "z")
    editor.data["a"]["z"]["b"] = 3
    assert editor.text() == text.replace("'x': {b: 1}", "'z': {b: 3}")


def test_a_merged_object_is_not_edited() -> None:
    editor = Editor("a: &shared {b: 1}\nc:\n  <<: *shared\n  d: 1\n")
    editor.data["c"]["e"] = 2
    with pytest.raises(CodegenError, match="merges another object here"):
        editor.text()


def test_a_removed_anchor_that_is_used_elsewhere_is_an_error() -> None:
    editor = Editor("a: {b: &shared {c: 1}}\nd: *shared\n")
    del editor.data["a"]["b"]
    with pytest.raises(CodegenError, match="without changing other lines"):
        editor.text()


def test_a_swagger_document_is_not_changed(tmp_path) -> None:
    (tmp_path / "new.yaml").write_text("{openapi: 3.1.0, info: {}, paths: {}}", encoding="utf-8")
    (tmp_path / "old.yaml").write_text("{swagger: '2.0', info: {}, paths: {}}", encoding="utf-8")
    with pytest.raises(CodegenError, match="Swagger 2"):
        Comparison(tmp_path / "old.yaml", tmp_path / "new.yaml").apply()
