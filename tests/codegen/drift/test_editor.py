"""The editor of the contract keeps the layout of the YAML text."""

from __future__ import annotations

from codegen.drift.applying.editor import Editor

TEXT = """\
a: 'single'   # a comment
b: "double"
c:
  - plain
  - 'yes'
long: {text}
""".format(text="word " * 60 + "end")


def test_quotes_comments_and_long_lines_are_unchanged() -> None:
    editor = Editor(TEXT)
    editor.at("/c").append("new")
    assert editor.text() == TEXT.replace("  - 'yes'\n", "  - 'yes'\n  - new\n")
