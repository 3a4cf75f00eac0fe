"""docs/regenerating.md is correct: its commands, run in order on a copy of the project, print the outputs it shows."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess

import pytest
import yaml
from projects import OPENROUTER, move_project

from codegen.__main__ import main
from codegen.document import parse_yaml, split_pointer
from codegen.drift.applying.missing_docs import find_missing_docs
from codegen.project import Project

PAGE = (OPENROUTER.root / "docs" / "regenerating.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """Return a copy of the files that codegen reads, in its own git repository, which is the working directory."""
    ours, copy = OPENROUTER, move_project(OPENROUTER, tmp_path)
    copy.package.mkdir(parents=True)
    copy.tables.mkdir(parents=True)
    for name in ("contract", "pin", "names", "corrections", "operations", "constructors"):
        shutil.copy(getattr(ours, name), getattr(copy, name))
    for name in ("SURFACE", "MANIFEST"):
        shutil.copy(ours.package / name, copy.package)
    git = ["git", "-c", "user.name=N", "-c", "user.email=n@example.com"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Before"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    return copy


def test_the_commands_of_the_page_print_the_outputs_it_shows(project, capsys) -> None:
    for language, block in BLOCKS:
        if language == "python":
            exec(compile(block, "docs/regenerating.md", "exec"), {})
        elif language == "yaml":
            edit_contract(project, yaml.safe_load(block))
        else:
            commands = re.findall(r"^\$ python -m codegen (.*)$", block, re.MULTILINE)
            for command in commands:
                main(shlex.split(command), project)
            expected = "".join(line for line in block.splitlines(keepends=True) if not line.startswith("$ "))
            output = capsys.readouterr()
            assert remove_volatile_parts(output.out) == remove_volatile_parts(expected)
            assert output.err == ""


def edit_contract(project: Project, texts: dict) -> None:
    """Insert the descriptions at their JSON Pointers, and delete `hugging_face_id`, as the page says."""
    text = project.contract.read_text(encoding="utf-8")
    assert sorted(texts) == sorted(find_missing_docs(parse_yaml(text)))
    lines = text.splitlines(keepends=True)
    document = yaml.compose(text, yaml.CSafeLoader)
    edits: dict[int, tuple[int, list[str]]] = {}  # first line: number of deleted lines, inserted lines
    for pointer, description in texts.items():
        parent, _, member = pointer.rpartition("/")
        place = find_member(document, parent)[1].start_mark
        line = " " * place.column + f"{member}: {json.dumps(description)}\n"
        edits[place.line] = (0, [*edits.get(place.line, (0, []))[1], line])
    deleted, value = find_member(document, "/components/schemas/Model/properties/hugging_face_id")
    edits[deleted.start_mark.line] = (value.end_mark.line - deleted.start_mark.line, [])
    for line, (count, inserted) in sorted(edits.items(), reverse=True):
        lines[line : line + count] = inserted
    project.contract.write_text("".join(lines), encoding="utf-8")


def find_member(document: yaml.Node, pointer: str) -> tuple[yaml.Node, yaml.Node]:
    """Return the key and the value at a JSON Pointer."""
    key = value = document
    for step in split_pointer(pointer):
        key, value = next(pair for pair in value.value if pair[0].value == step)
    return key, value


def remove_volatile_parts(output: str) -> str:
    """Return the output without the parts that every change of the contract changes: counts and hashes."""
    return re.sub(r"\b\d+ (?=operations|schemas)|\b[0-9a-f]{16}\b|interface version \S+", "", output).strip()
