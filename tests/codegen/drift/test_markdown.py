"""drift --markdown, --json and --fail-on: what programs and pull requests read."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from pets import TEXT, document, pet, sent

from codegen.__main__ import main

Node = dict[str, Any]


@pytest.fixture
def compare(tmp_path, capsys):
    """Return a function that compares two documents, and returns the exit status and the output."""

    def run(old: Node, new: Node, *options: str) -> tuple[int, str]:
        for name, built in (("old.json", old), ("new.json", new)):
            (tmp_path / name).write_text(json.dumps(built), encoding="utf-8")
        status = main(["drift", str(tmp_path / "old.json"), str(tmp_path / "new.json"), *options])
        return status, capsys.readouterr().out

    return run


OLD = sent(pet(("a",), a=TEXT, b=TEXT))
NEW = sent(pet(("a",), a={**TEXT, "maxLength": 9}, c=TEXT))
MARKDOWN = """\
### old.json → new.json

| | breaking | warnings | not breaking |
|---|--:|--:|--:|
| added | 0 | 0 | 1 |
| changed | 1 | 0 | 0 |
| removed | 0 | 1 | 0 |

#### Breaking (1)

| | what | where | | rule |
|---|---|---|---|---|
| changed | limit (request) | `PostPetsRequest.a` | maxLength not set → 9 | request-property-max-length-set |

#### Warnings (1)

| | what | where | | rule |
|---|---|---|---|---|
| removed | field (request) | `PostPetsRequest.b` | string | request-property-removed |

#### Not breaking (1)

| | what | where | | rule |
|---|---|---|---|---|
| added | field (request) | `PostPetsRequest.c` | string | new-optional-request-property |
"""


def test_markdown_has_a_summary_and_a_table_for_each_level(compare) -> None:
    assert compare(OLD, NEW, "--markdown") == (1, MARKDOWN)


def test_a_long_table_is_folded(compare) -> None:
    many = {f"m{number}": TEXT for number in range(21)}
    output = compare(OLD, sent(pet(("a",), a=TEXT, b=TEXT, **many)), "--markdown")[1]
    assert "<details><summary><b>Not breaking (21)</b></summary>\n\n| | what" in output
    assert output.endswith("\n\n</details>\n")
    required = sent(pet(("a", *many), a=TEXT, b=TEXT, **many))
    assert "<details open><summary><b>Breaking (21)</b></summary>" in compare(OLD, required, "--markdown")[1]


def test_text_of_a_document_cannot_end_a_cell_or_start_markup(compare) -> None:
    hostile = "a|b`c\n<img src=x> *d* [e](f) @g"
    new = sent(pet(("a",), a={**TEXT, "default": hostile}, b=TEXT, **{hostile: TEXT}))
    rows = [
        line for line in compare(OLD, new, "--markdown")[1].splitlines() if line.startswith(("| added", "| changed"))
    ]
    assert [row.replace("\\|", "").count("|") for row in rows[2:]] == [6, 6]
    assert "<img" not in rows[2].replace("\\<img", "")


def test_without_differences_markdown_says_so(compare) -> None:
    assert compare(OLD, OLD, "--markdown") == (0, "### old.json → new.json\n\nNo differences.\n")


def test_applying_is_reported_in_markdown(compare) -> None:
    output = compare(OLD, {**NEW, "webhooks": {"sold": {}}}, "--markdown", "--apply")[1]
    assert "Applied 2 differences.\n\nNot applied, to be edited by hand:\n\n- `added webhook sold`\n" in output
    assert output.endswith("Without a description or an example: 1 part.\n\n- POST /pets: 1\n")


@pytest.mark.parametrize(
    ("new", "level", "status"),
    [
        (NEW, "breaking", 1),
        (sent(pet(("a",), a=TEXT)), "breaking", 0),
        (sent(pet(("a",), a=TEXT)), "warning", 1),
        (sent(pet(("a",), a=TEXT, b=TEXT, c=TEXT)), "warning", 0),
        (sent(pet(("a",), a=TEXT, b=TEXT, c=TEXT)), "info", 1),
        (OLD, "info", 0),
    ],
)
def test_only_differences_of_the_chosen_level_fail(compare, new: Node, level: str, status: int) -> None:
    assert compare(OLD, new, "--fail-on", level)[0] == status


def test_json_names_documents_rules_and_operations(compare) -> None:
    status, output = compare(OLD, NEW, "--json")
    found = json.loads(output)
    assert (status, found["old"], found["new"], found["unselected"]) == (1, "old.json", "new.json", 0)
    assert found["counts"] == {"added": 1, "changed": 1, "removed": 1, "breaking": 1, "warning": 1, "info": 1}
    first = found["differences"][0]
    assert (first["rules"], first["operations"]) == (["request-property-max-length-set"], ["POST /pets"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["a", "b", "c"], "pass one document, or two"),
        (["a", "b", "--rename"], "--rename is for --apply"),
        (["a", "b", "--contract", "openrouter"], "--contract is for a single document"),
        (["a", "b", "--json", "--markdown"], "not allowed with argument --json"),
    ],
)
def test_options_that_do_not_fit_together_are_rejected(options: list[str], message: str, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["drift", *options])
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_documents_of_the_same_name_are_told_apart_by_their_folders(tmp_path, capsys) -> None:
    for version, built in (("1", OLD), ("2", document({}))):
        (tmp_path / version / "api").mkdir(parents=True)
        (tmp_path / version / "api" / "openapi.yaml").write_text(yaml.safe_dump(built), encoding="utf-8")
    main(["drift", *(str(tmp_path / version / "api" / "openapi.yaml") for version in "12")])
    assert capsys.readouterr().out.startswith("removed: only in 1/api/openapi.yaml\n")
