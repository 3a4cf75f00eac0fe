"""update: the steps from a newer description to the entry of the changelog, and where they stop."""

from __future__ import annotations

import importlib
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from pets import CONTRACT

from codegen.__main__ import main
from codegen.drift import changelog
from codegen.drift.comparing.difference import RESPONSE, Difference, find_rules
from codegen.drift.comparison import Applied, Comparison

ROWS = '[tool.openrouterkit.contracts.pets]\ndocument = "pets.yaml"\npackage = "update_pets_api"\n'
RESPONSES = {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project in a git repository, with a pinned contract and its package; it is the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(ROWS, encoding="utf-8")
    (tmp_path / "pets.yaml").write_text(CONTRACT, encoding="utf-8")
    assert [main(["pin"]), main(["generate"])] == [0, 0]
    git = ["git", "-c", "user.name=N", "-c", "user.email=n@example.com"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Before"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    capsys.readouterr()
    return tmp_path


def write_newer(folder: Path) -> str:
    """Write a newer description, with another operation, a field and a value more, and a field less."""
    newer = yaml.safe_load(CONTRACT)
    pet = newer["components"]["schemas"]["Pet"]["properties"]
    del pet["owner"]
    pet["age"] = {"type": "integer"}
    newer["components"]["schemas"]["PetKind"]["enum"].append("hamster")
    newer["paths"]["/vets"] = {"get": {"operationId": "listVets", "tags": ["Vets"], "responses": RESPONSES}}
    (folder / "newer.yaml").write_text(yaml.safe_dump(newer), encoding="utf-8")
    return "newer.yaml"


def list_steps(output: str) -> list[str]:
    lines = output.splitlines()
    return [lines[at - 1] for at, line in enumerate(lines) if line and set(line) == {"-"}]


def test_one_command_leads_from_a_newer_description_to_the_changelog(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = write_newer(folder)
    assert main(["update", newer, "--changelog", "CHANGELOG.md"]) == 0
    output = capsys.readouterr().out
    assert list_steps(output) == ["drift", "apply", "pin", "generate", "check", "surface", "changelog"]
    assert "  added    operations.vets.list_vets\n" in output
    assert output.endswith(
        "updated; left to you: 1 removed from the description, but not from the contract, "
        "6 without a description or an example\n"
    )
    assert (folder / "CHANGELOG.md").read_text(encoding="utf-8") == (
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n"
        "- `GET /vets`.\n- Field `age` of `Pet`.\n- Value `hamster` of `PetKind`.\n"
    )
    monkeypatch.syspath_prepend(str(folder))
    package = importlib.import_module("update_pets_api")
    assert package.operations.vets.list_vets().path == "/vets"
    assert main(["check"]) == 0


def test_the_command_can_be_run_again_and_then_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["update", write_newer(folder), "--changelog", "CHANGELOG.md"]
    assert main(command) == 0
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(command) == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert "- Field `age` of `Pet`.\n" in capsys.readouterr().out  # the draft is since the commit, not since the run


def test_only_the_selected_operations_are_updated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update", write_newer(folder), "--only", "Vets"]) == 0
    contract = yaml.safe_load((folder / "pets.yaml").read_text(encoding="utf-8"))
    assert "/vets" in contract["paths"]
    assert "age" not in contract["components"]["schemas"]["Pet"]["properties"]
    assert "not selected by --only and --ignore: 3 differences" in capsys.readouterr().out


def test_undescribed_parts_are_counted_by_operation_and_stop_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["update", write_newer(folder)]) == 0
    capsys.readouterr()
    assert main(["check"]) == 0
    counted = "without a description or an example: 6 parts"
    assert f"{counted}; --undescribed lists them by operation\n" in capsys.readouterr().out
    assert main(["check", "--undescribed"]) == 0
    output = capsys.readouterr().out
    assert f"{counted}\n     4  GET /vets\n        /paths/~1vets/get/summary\n" in output
    assert "     1  GET /pets\n        /components/schemas/Pet/properties/age/description\n" in output


def test_check_generate_and_surface_print_json_by_contract(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> dict[str, Any]:
        assert main([*words, "--json"]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)["pets"]
        return found

    assert main(["update", write_newer(folder)]) == 0
    capsys.readouterr()
    checked = run("check")
    assert (checked["up_to_date"], checked["differing"], checked["places"]) == (True, [], None)
    assert checked["undescribed"]["GET /pets"] == ["/components/schemas/Pet/properties/age/description"]
    assert run("generate").items() >= {"operations": 2, "schemas": 2, "plain": 0, "problems": []}.items()
    assert run("surface", "--against", "HEAD")["removed"] == []


def test_a_table_that_no_longer_fits_stops_before_the_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "contracts" / "pets" / "operations.toml").write_text("[gone]\n", encoding="utf-8")
    assert main(["update", write_newer(folder)]) == 2
    captured = capsys.readouterr()
    assert list_steps(captured.out)[-1] == "generate"
    assert "codegen: error: operations/gone: " in captured.err
    assert captured.err.endswith(
        "stopped at generate: correct pets.yaml or its tables in contracts/pets/; then run the same command again\n"
    )


def test_a_difference_that_cannot_be_applied_stops_before_anything_is_pinned(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left = Difference("changed", "type", "Pet.name", "/x", RESPONSE, find_rules([]), "string", "integer")
    text = (folder / "pets.yaml").read_text(encoding="utf-8")
    monkeypatch.setattr(Comparison, "apply", lambda *_, **__: Applied(text, [], [left], [], [], {}))
    assert main(["update", write_newer(folder)]) == 1
    captured = capsys.readouterr()
    assert list_steps(captured.out) == ["drift", "apply"]
    assert "not applied; edit by hand:" in captured.out
    assert captured.err.startswith("\nstopped at apply: edit pets.yaml, or leave the differences out with --ignore; ")


def test_an_unreadable_description_fails_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "newer.yaml").write_text("openapi: [", encoding="utf-8")
    assert main(["update", "newer.yaml"]) == 2
    assert "newer.yaml is not valid YAML or JSON" in capsys.readouterr().err
    assert (folder / "pets.yaml").read_text(encoding="utf-8") == CONTRACT


def test_without_git_the_changes_are_those_since_the_last_generation(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["update", write_newer(folder), "--against", "v1"]) == 0
    output = capsys.readouterr().out
    assert "against the last generation: " in output
    assert "- Field `age` of `Pet`." in output


ENTRY = {"Added": ["- `GET /a`."], "Removed": ["- `GET /b`."]}
ADDED, REMOVED = "### Added\n\n- `GET /a`.\n", "### Removed\n\n- `GET /b`.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"\n## [Unreleased]\n\n{ADDED}\n{REMOVED}"),
        ("# Log\n\n## 1.0\n\n- One.\n", f"# Log\n\n## [Unreleased]\n\n{ADDED}\n{REMOVED}\n## 1.0\n\n- One.\n"),
        (
            "## Unreleased\n\n### Added\n\n- More.\n\n### Fixed\n\n- It.\n\n## 1.0\n",
            f"## Unreleased\n\n### Added\n\n- More.\n- `GET /a`.\n\n### Fixed\n\n- It.\n\n{REMOVED}\n## 1.0\n",
        ),
        (f"## [Unreleased]\n\n{REMOVED}", f"## [Unreleased]\n\n{REMOVED}\n{ADDED}"),
    ],
    ids=["empty", "no heading", "some sections", "one item is listed"],
)
def test_an_entry_is_inserted_below_unreleased_in_the_sections_that_exist(before: str, after: str) -> None:
    assert changelog.insert_entry(before, ENTRY) == after
    assert changelog.insert_entry(after, ENTRY) == after


def test_breaking_changes_and_removed_names_are_marked() -> None:
    rules = find_rules(["response-property-became-nullable"])
    differences = [
        Difference("changed", "type", "Pet.name", "", RESPONSE, rules, "string", "string or null"),
        Difference("removed", "field", "Pet.age", "", RESPONSE, find_rules([])),
    ]
    mark = "**Breaking:** " if differences[0].breaking else ""
    assert changelog.format_entry(changelog.draft_entry(differences, ["models.Pet.age"])) == (
        f"### Changed\n\n- {mark}Type `Pet.name`: string → string or null.\n\n"
        "### Removed\n\n- Field `age` of `Pet`.\n- **Breaking:** names of the package: `models.Pet.age`."
    )


def test_a_correction_is_applied_to_the_newer_description_too_as_long_as_it_is_needed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correction = 'pointer = "/components/schemas/Pet/properties/name/type"\nvalue = "integer"\nreason = "It is."\n'
    (folder / "contracts" / "pets" / "corrections.toml").write_text(f"[[correction]]\n{correction}", encoding="utf-8")
    (folder / "newer.yaml").write_text(CONTRACT, encoding="utf-8")
    assert main(["drift", "newer.yaml"]) == 0
    assert capsys.readouterr().out == "no drift\n"
    newer = yaml.safe_load(CONTRACT)
    newer["components"]["schemas"]["Pet"]["properties"]["name"]["type"] = "integer"
    (folder / "newer.yaml").write_text(yaml.safe_dump(newer), encoding="utf-8")
    assert main(["drift", "newer.yaml"]) == 0
    newer["components"]["schemas"]["Pet"]["properties"]["name"]["type"] = "boolean"
    (folder / "newer.yaml").write_text(yaml.safe_dump(newer), encoding="utf-8")
    assert main(["drift", "newer.yaml"]) == 0  # corrected: any type of the description is wrong
