"""Text of a document inside Python source."""

from __future__ import annotations

import ast

import pytest

from codegen.rendering.prose import format_docstring, format_line, format_prose


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        'a "quoted" word',
        'ends "so"',
        '"',
        '""',
        '"""',
        '\\"',
        '\\\\"',
        "\\",
        "\\\\",
        '"""\\',
        "a\n\nb",
        "x" * 200,
        "\\" * 200,
    ],
)
def test_a_docstring_contains_exactly_the_text(text: str) -> None:
    (expression,) = ast.parse(format_docstring(format_prose(text))).body
    assert isinstance(expression, ast.Expr)
    value = ast.literal_eval(expression.value)
    assert "".join(value.split()) == "".join(text.split())


def test_lines_are_folded_and_paragraphs_remain() -> None:
    assert format_prose("one\ntwo\n\n\n\nthree " + "word " * 30).count("\n\n") == 1
    assert max(map(len, format_prose("word " * 100).splitlines())) <= 100


def test_format_line_removes_line_breaks_and_the_full_stop() -> None:
    assert format_line("Send\n a  chat.") == "Send a chat"


def test_direction_marks_are_removed_and_line_endings_are_normalized() -> None:
    assert format_prose("a \u202e b\u2066\u200f\ufeff\n\nc\r\n\u2028d") == "a  b\n\nc\n\nd"


def test_a_quote_at_the_end_does_not_close_the_docstring() -> None:
    assert format_docstring(format_line('say "so".')) == '"""say "so\\""""'


def test_no_text_is_an_empty_string() -> None:
    assert (format_prose(None), format_line(None)) == ("", "")
