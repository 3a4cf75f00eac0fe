"""Prose of a document inside Python source."""

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
def test_a_docstring_holds_the_text_and_nothing_else(text: str) -> None:
    (expression,) = ast.parse(format_docstring(format_prose(text))).body
    assert isinstance(expression, ast.Expr)
    told = ast.literal_eval(expression.value)
    assert "".join(told.split()) == "".join(text.split())


def test_lines_are_folded_and_paragraphs_kept() -> None:
    assert format_prose("one\ntwo\n\n\n\nthree " + "word " * 30).count("\n\n") == 1
    assert max(map(len, format_prose("word " * 100).splitlines())) <= 100


def test_a_title_is_one_line_without_a_full_stop() -> None:
    assert format_line("Send\n a  chat.") == "Send a chat"


def test_marks_that_would_turn_an_editor_s_lines_around_are_left_out_and_odd_ends_of_lines_are_plain_ones() -> None:
    assert format_prose("a \u202e b\u2066\u200f\ufeff\n\nc\r\n\u2028d") == "a  b\n\nc\n\nd"


def test_a_quote_before_a_full_stop_ends_no_docstring() -> None:
    assert format_docstring(format_line('say "so".')) == '"""say "so\\""""'


def test_nothing_gives_nothing() -> None:
    assert (format_prose(None), format_line(None)) == ("", "")
