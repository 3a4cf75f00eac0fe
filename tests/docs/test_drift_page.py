"""docs/drift.md is correct: its commands, run in order, print the outputs it shows."""

from __future__ import annotations

import re
import shlex

from projects import OPENROUTER

from codegen.__main__ import main

PAGE = (OPENROUTER.root / "docs" / "drift.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_commands_of_the_page_print_the_outputs_it_shows(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    for language, block in BLOCKS:
        if language == "yaml":
            (tmp_path / "old.yaml").write_text(block, encoding="utf-8")
        elif language == "python":
            exec(compile(block, "docs/drift.md", "exec"), {})
        else:
            command, _, expected = block.partition("\n")
            main(shlex.split(command.removeprefix("$ python -m codegen ")))
            output = capsys.readouterr()
            assert output.out == expected
            assert output.err == ""


def test_the_page_applies_differences_without_other_changes_of_the_text(tmp_path, monkeypatch, capsys) -> None:
    test_the_commands_of_the_page_print_the_outputs_it_shows(tmp_path, monkeypatch, capsys)
    before = next(block for language, block in BLOCKS if language == "yaml")
    expected = before.replace("schema: {type: array, items: {type: string}}", "EDITED", 1)
    expected = expected.replace(
        "in: query, EDITED", "in: query, style: form, explode: false, schema: {type: array, items: {type: string}}"
    )
    expected = expected.replace("format: date-time}", "format: date}\n        weight:\n          type: number")
    assert (tmp_path / "old.yaml").read_text(encoding="utf-8") == expected
