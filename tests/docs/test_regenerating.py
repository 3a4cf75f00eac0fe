"""docs/regenerating.md says what is true: its commands, run in order on a copy of the project, print what it shows."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from codegen.__main__ import main
from codegen.drift.editor import Editor
from codegen.drift.missing_docs import find_missing_docs
from codegen.project import Project

PAGE = (Project().root / "docs" / "regenerating.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """A copy of what codegen reads, in a repository of its own; the working directory is there."""
    ours, copy = Project(), Project(tmp_path)
    copy.package.mkdir(parents=True)
    copy.pin.parent.mkdir()
    for name in ("contract", "pin", "names", "corrections", "operations", "constructors"):
        shutil.copy(getattr(ours, name), getattr(copy, name))
    for name in ("SURFACE", "MANIFEST"):
        shutil.copy(ours.package / name, copy.package)
    git = ["git", "-c", "user.name=N", "-c", "user.email=n@example.com"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Before"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return copy


def test_the_page_shows_what_its_commands_print(project, capsys) -> None:
    for language, block in BLOCKS:
        if language == "python":
            exec(compile(block, "docs/regenerating.md", "exec"), {})
        elif language == "yaml":
            describe(project, yaml.safe_load(block))
        else:
            commands = re.findall(r"^\$ python -m codegen (.*)$", block, re.MULTILINE)
            for command in commands:
                main(shlex.split(command), project)
            shown = "".join(line for line in block.splitlines(keepends=True) if not line.startswith("$ "))
            printed = capsys.readouterr()
            assert comparable(shown) == comparable(printed.out)
            assert printed.err == ""


def describe(project: Project, words: dict) -> None:
    """Write the words where their pointers say, and delete what is gone, as the page tells a person to."""
    editor = Editor(project.contract.read_text(encoding="utf-8"))
    assert sorted(words) == sorted(find_missing_docs(editor.to_plain()))
    for place, said in words.items():
        owner, _, word = place.rpartition("/")
        editor.at(owner)[word] = said
    del editor.at("/components/schemas/Model/properties")["hugging_face_id"]
    Path(project.contract).write_text(editor.text(), encoding="utf-8")


def comparable(output: str) -> str:
    """What is printed, without what every change of the contract changes: how many schemas there are, and hashes."""
    return re.sub(r"\b\d+ (?=operations|schemas)|\b[0-9a-f]{16}\b|interface of \S+", "", output).strip()
