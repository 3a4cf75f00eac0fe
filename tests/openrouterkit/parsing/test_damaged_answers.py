"""Damaged answers: they are read as what the model meant, or not at all, and never as a part of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouterkit import InvalidOutputError
from openrouterkit.parsing import read_answer, read_json_answer

pytest.importorskip("json_repair")


@dataclass
class Node:
    name: str
    child: Node | None = None


@dataclass
class Filter:
    """Every member has a default, so that every object could be one."""

    limit: int = 10
    where: dict[str, Any] = field(default_factory=dict)


@dataclass
class Folder:
    name: str
    files: list[str] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)


# Type, the JSON that the model means, and the value.
MEANT = {
    "recursive": (Node, {"name": "root", "child": {"name": "leaf", "child": None}}, Node("root", Node("leaf"))),
    "defaults": (Filter, {"limit": 3, "where": {"limit": 5}}, Filter(3, {"limit": 5})),
    "list of lists": (list[list[int]], {"value": [[1, 2], [3, 4]]}, [[1, 2], [3, 4]]),
    "list": (list[int], {"value": [1, 2, 3]}, [1, 2, 3]),
    "bare list of lists": (list[list[int]], [[1, 2], [3, 4]], [[1, 2], [3, 4]]),
    "list of objects": (
        list[Node],
        {"value": [{"name": "a", "child": {"name": "b"}}, {"name": "c"}]},
        [Node("a", Node("b")), Node("c")],
    ),
    "tree": (
        Folder,
        {"name": "a", "files": ["x", "y"], "folders": [{"name": "b", "files": ["z"], "folders": [{"name": "c"}]}]},
        Folder("a", ["x", "y"], [Folder("b", ["z"], [Folder("c")])]),
    ),
    "dict": (dict[str, dict[str, int]], {"a": {"x": 1}, "b": {"y": 2}}, {"a": {"x": 1}, "b": {"y": 2}}),
}

# How an answer is damaged, so little that it shall be repaired.
SMALL = {
    "comma at the end": lambda text: f"{text[:-1]},{text[-1]}",
    "a bracket too much": lambda text: text + text[-1],
    "comment": lambda text: f"{text[0]} // the answer\n{text[1:]}",
    "comment at the end": lambda text: f"{text[:-1]} // that is all\n{text[-1]}",
    "lines": lambda text: json.dumps(json.loads(text), indent=2)[:-1] + ",\n" + text[-1],
}
# The same where no other text follows, which could be a part of the value.
UNCLOSED = {
    "without the last bracket": lambda text: text[:-1],
    "without the last brackets": lambda text: text.rstrip("}]") + text[len(text.rstrip("}]")) :][:1],
}
# Larger damage: it is repaired, or the answer is rejected.
LARGE = {
    **UNCLOSED,
    "single quotes": lambda text: text.replace('"', "'"),
    "typographic quotes": lambda text: text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}"),
    "names without quotes": lambda text: text.replace('"name"', "name").replace('"limit"', "limit"),
    "without the first bracket": lambda text: text[1:],
    "without the first colon": lambda text: text.replace(":", "", 1),
    "without the first comma": lambda text: text.replace(",", "", 1),
    "without the first quote": lambda text: text.replace('"', "", 1),
    "without the third quote": lambda text: text[::-1].replace('"', "", 1)[::-1],
    "without all commas": lambda text: text.replace(",", ""),
    "two commas": lambda text: text.replace(",", ",,", 1),
    "two colons": lambda text: text.replace(":", "::", 1),
    "two brackets": lambda text: f"{{{text}}}",
    "other bracket at the end": lambda text: text[:-1] + ("]" if text[-1] == "}" else "}"),
    "closed too early": lambda text: text.replace(",", "},", 1),
    "closed twice": lambda text: text.replace("]", "]]", 1),
    "cut in the middle": lambda text: text[: len(text) // 2],
    "a quote in a text": lambda text: text.replace('": "', '": "5" ', 1),
    "a bracket after a text": lambda text: text.replace('",', '"}",', 1),
    "a code block in a text": lambda text: text.replace('": "', '": "\n```json\n{"name": "in"}\n```\n', 1),
    "escaped": lambda text: text.replace('"', '\\"'),
    "Python": lambda text: text.replace("null", "None")[:-1] + "," + text[-1],
}
AROUND = {
    "alone": "{}",
    "text before": "Sure, here it is:\n\n{}",
    "text after": "{}\n\nI hope that this helps {{you}}.",
    "text with brackets": "As [1] and {{all}} of [Note: them] say: {}",
    "code block": "```json\n{}\n```",
    "code block in text": "Here you are:\n```\n{}\n```\nAnything else?",
    "code block without an end": "```json\n{}",
    "reasoning": '<think>Maybe {{"name": "thought"}}?</think>\n{}',
    "reasoning without its beginning": 'Maybe {{"name": "thought"}}?</think>{}',
}
KINDS = pytest.mark.parametrize("kind", MEANT)


@KINDS
@pytest.mark.parametrize("damage", {**SMALL, **UNCLOSED})
def test_small_damage_is_repaired_at_every_depth(kind: str, damage: str) -> None:
    expected, plain, value = MEANT[kind]
    for name, around in AROUND.items():
        if damage in SMALL or name != "text after":
            text = around.format((SMALL | UNCLOSED)[damage](json.dumps(plain)))
            assert read_answer(expected, text) == value, text


@KINDS
@pytest.mark.parametrize("damage", LARGE)
def test_larger_damage_is_repaired_or_rejected_and_no_part_is_the_answer(kind: str, damage: str) -> None:
    expected, plain, value = MEANT[kind]
    for around in AROUND.values():
        text = around.format(LARGE[damage](json.dumps(plain)))
        try:
            found = read_answer(expected, text)
        except InvalidOutputError:
            continue
        assert found not in list_parts(value), text
        assert not isinstance(found, Node | Folder) or found.name not in ("thought", "in"), text


@KINDS
@pytest.mark.parametrize("around", AROUND)
def test_an_answer_without_damage_is_found_in_text(kind: str, around: str) -> None:
    expected, plain, value = MEANT[kind]
    assert read_answer(expected, AROUND[around].format(json.dumps(plain))) == value


def list_parts(value: Any) -> list[Any]:
    """Return the values inside a value, at every depth."""
    if isinstance(value, list | dict):
        inner = [*(value.values() if isinstance(value, dict) else value)]
    else:
        inner = [*vars(value).values()] if hasattr(value, "__dataclass_fields__") else []
    return [part for each in inner for part in (each, *list_parts(each)) if isinstance(part, list | dict | Node)]


def make_node(depth: int) -> dict[str, Any]:
    return {"name": f"n{depth}", "child": make_node(depth + 1) if depth < 3 else None}


@settings(deadline=None, max_examples=300)
@given(st.data(), st.sampled_from(sorted(AROUND)), st.sampled_from([None, 1]))
def test_no_wrong_character_makes_a_part_the_answer(data: Any, around: str, indent: int | None) -> None:
    text = json.dumps(make_node(0), indent=indent)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        rest = text[start + data.draw(st.integers(0, 1)) :]
        text = text[:start] + data.draw(st.sampled_from(["", *'{}[]",:\\ \n'])) + rest
    try:
        found = read_answer(Node, AROUND[around].format(text))
    except InvalidOutputError:
        return
    assert found.name not in ("n1", "n2", "n3", "thought"), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param('First {"name": "a"}. Then {"name": "b"}.', "a", id="the first of several"),
        pytest.param('```json\n{"name": "a"}\n```\nBetter:\n```json\n{"name": "b"}\n```', "b", id="last code block"),
        pytest.param('{"name": "a"}\nAs an example:\n```json\n{"name": "b"}\n```', "a", id="begins with the answer"),
        pytest.param('```python\nprint({"name": "code"})\n```\n{"name": "b"}', "b", id="code"),
        pytest.param('Use {"limit": 1}, that is, {"name": "b"}', "b", id="a value of another type first"),
        pytest.param("{all} of {this}: {'name': 'b'}", "b", id="words in brackets"),
        pytest.param('The answer is "{"name": "b"}".', "b", id="quoted"),
        pytest.param('```json\n{"name": "b"\n```\nThat is {"name": "c"}.', "b", id="code block without a bracket"),
        pytest.param('{"name": "a </think> b"', "a </think> b", id="the tag in a text"),
    ],
)
def test_the_answer_is_chosen_among_several_values(text: str, value: str) -> None:
    assert read_answer(Node, text).name == value


def test_what_is_found_without_a_type_is_the_most_probable_value() -> None:
    assert read_json_answer('{} or {"a": [1]}', repair=True)[0] == {"a": [1]}
    assert read_json_answer("[1] or [2]", repair=True, only_objects=False)[0] == [1]
    assert read_json_answer("Nothing: {}", repair=True) == ({}, ("removed the text around the JSON",))
    with pytest.raises(Exception, match="no JSON object"):
        read_json_answer("a [1] b", repair=True)


PARTS = [
    *("```", "```json", "```" + "a" * 50, "`", "{", "[", "{a}", '{"a": ', '{"a": "', "[[1,2],", "<think>", "</think>"),
    *("'{", '\\"', "\n```\n{", "{x: 1,", "'a': ", "// ", "/*"),
]


@pytest.mark.parametrize("part", PARTS)
def test_the_time_grows_linearly_with_the_length_of_the_text(part: str) -> None:
    from time import process_time

    def measure(size: int) -> float:
        text = "Answer: " + part * (size // len(part)) + "a" * size
        start = process_time()
        with pytest.raises(InvalidOutputError):
            read_answer(Node, text)
        return process_time() - start

    measure(1000)
    assert measure(40_000) < 20 * measure(10_000) + 1
