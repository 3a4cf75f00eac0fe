"""The table of the contracts, and commands for all of them or for one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import MISTRAL, OPENROUTER, PROJECTS, move_project

from codegen.__main__ import main
from codegen.problems import CodegenError
from codegen.project import find_root, read_projects

PETS = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200':
          description: The pets.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, secret: {type: string}}}
"""
PASS = """\
def hide_secrets(document, report):
    del document["components"]["schemas"]["Pet"]["properties"]["secret"]
"""


def write_table(root: Path, text: str) -> None:
    (root / "pyproject.toml").write_text(text, encoding="utf-8")


def write_pets(root: Path, *lines: str) -> None:
    """Write a project with one contract, and no tables."""
    rows = ["[tool.openrouterkit.contracts.pets]", 'document = "pets.yaml"', 'package = "src/pets_api"', *lines]
    write_table(root, "\n".join(rows) + "\n")
    (root / "pets.yaml").write_text(PETS, encoding="utf-8")


def test_the_project_has_its_two_contracts() -> None:
    assert [each.name for each in PROJECTS] == ["openrouter", "mistral"]
    assert all(each.pin.is_file() and each.strict and not each.client for each in PROJECTS)


def test_the_paths_of_a_contract_are_relative_to_pyproject_toml(tmp_path: Path) -> None:
    write_pets(tmp_path)
    (pets,) = read_projects(tmp_path)
    assert pets.contract == tmp_path / "pets.yaml"
    assert pets.package == tmp_path / "src" / "pets_api"
    assert pets.pin == tmp_path / "contracts" / "pets" / "pin.toml"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("[tool.openrouterkit.contracts]\npets = 1", "a row must be a table"),
        ("[tool.openrouterkit.contracts.pets]\ndocument = 'a'", "the row has no package"),
        ("[tool.openrouterkit.contracts.pets]\ndocument = 'a'\npackage = 1", "package must be text, not 1"),
        ("[tool.openrouterkit.contracts.pets]\ndocumnt = 'a'", "unknown key 'documnt'\n  fix: use document"),
        ("[tool.openrouterkit.contracts.pets]\npasses = ['a.b']", "passes must be a list of texts"),
    ],
)
def test_an_invalid_row_is_rejected(tmp_path: Path, row: str, problem: str) -> None:
    write_table(tmp_path, row)
    with pytest.raises(CodegenError) as caught:
        read_projects(tmp_path)
    assert problem in str(caught.value)


def test_commands_find_the_project_from_a_folder_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pets(tmp_path)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "pyproject.toml").write_text("[project]\nname = 'inner'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "src")
    assert find_root(Path.cwd()) == tmp_path
    assert main(["generate"]) == 0
    assert capsys.readouterr().out == "1 operation, 1 schema, 0 warnings\n"
    assert main(["check"]) == 0


def test_without_contracts_a_command_says_how_to_add_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    error = capsys.readouterr().err
    assert "no pyproject.toml here or above lists contracts" in error
    assert "add [tool.openrouterkit.contracts.NAME]" in error


def test_a_contract_is_compared_with_its_pin_from_the_first_pin_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pets(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["pin"]) == 0
    with (tmp_path / "pets.yaml").open("a", encoding="utf-8") as contract:
        contract.write("# a remark\n")
    assert main(["generate"]) == 2
    assert "then run `openrouterkit pin`" in capsys.readouterr().err


def test_a_pass_of_a_project_changes_its_document_before_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pets(tmp_path, 'passes = ["pets_passes:hide_secrets"]')
    (tmp_path / "pets_passes.py").write_text(PASS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 0
    assert "secret" not in (tmp_path / "src" / "pets_api" / "models" / "pet.py").read_text(encoding="utf-8")
    assert (tmp_path / "pets.yaml").read_text(encoding="utf-8") == PETS


@pytest.mark.parametrize("path", ["absent_passes:run", "json:absent", "json:__name__"])
def test_a_pass_that_cannot_be_imported_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    write_pets(tmp_path, f'passes = ["{path}"]')
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 2
    assert f"passes/{path}: " in capsys.readouterr().err


def test_a_command_for_one_contract_leaves_the_others_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--contract", "mistral"]) == 0
    assert capsys.readouterr().out.startswith("generated/openrouterkit_mistral_api/ is up to date")


def test_drift_compares_the_contract_that_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    mistral = str(MISTRAL.contract)
    assert main(["drift", mistral, "--contract", "mistral"]) == 0
    assert capsys.readouterr().out == "no drift\n"
    assert main(["drift", mistral]) == 1
    assert "POST /v1/chat/completions" in capsys.readouterr().out


def test_an_unknown_contract_is_rejected_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--contract", "mistrel"]) == 2
    assert capsys.readouterr().err == (
        "codegen: error: the project has no contract 'mistrel'\n  fix: use one of openrouter, mistral\n"
    )


def test_a_contract_is_not_combined_with_another_document(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["generate", "pets.yaml", "pets_api", "--contract", "mistral"])
    assert "leave it out, or leave out SPEC and OUT" in capsys.readouterr().err


def test_a_change_to_the_tables_of_a_contract_is_noticed_for_this_contract_only(tmp_path: Path) -> None:
    copy = move_project(MISTRAL, tmp_path)
    for folder in ("tables", "package"):
        shutil.copytree(getattr(MISTRAL, folder), getattr(copy, folder), ignore=shutil.ignore_patterns("__pycache__"))
    copy.contract.parent.mkdir()
    shutil.copy(MISTRAL.contract, copy.contract)
    assert main(["check"], copy) == 0
    with copy.constructors.open("a", encoding="utf-8") as table:
        table.write("# a remark\n")
    assert main(["check"], copy) == 1
    assert main(["check"], MISTRAL) == 0


def test_every_command_explains_its_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    for words, expected in ([["--help"], "surface"], [["generate", "--help"], "--standalone"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 0
        assert expected in capsys.readouterr().out
    assert OPENROUTER.command == "make generate"
