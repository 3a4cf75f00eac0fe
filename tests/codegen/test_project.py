"""The table of the contracts, and commands for all of them or for one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.problems import CodegenError
from codegen.project import Project, read_projects


def write_table(root: Path, text: str) -> None:
    (root / "codegen").mkdir()
    (root / "codegen" / "contracts.toml").write_text(text, encoding="utf-8")


def test_the_first_contract_is_the_default_project() -> None:
    assert read_projects()[0] == Project()
    assert [each.name for each in read_projects()] == ["openrouter", "mistral"]


def test_every_contract_has_its_own_document_tables_and_package(tmp_path: Path) -> None:
    write_table(tmp_path, '[pets]\ndocument = "contracts/pets.yaml"\npackage = "pets_api"\n')
    (pets,) = read_projects(tmp_path)
    assert pets.contract == tmp_path / "contracts" / "pets.yaml"
    assert pets.package == tmp_path / "generated" / "pets_api"
    assert pets.pin == tmp_path / "codegen" / "contracts" / "pets" / "pin.toml"


@pytest.mark.parametrize("row", ["pets = 1", "[pets]\ndocument = 'a'", "[pets]\ndocument = 'a'\npackage = 1"])
def test_an_incomplete_row_is_rejected(tmp_path: Path, row: str) -> None:
    write_table(tmp_path, row)
    with pytest.raises(CodegenError, match=r"contracts\.toml/pets: a row must be a table with the texts"):
        read_projects(tmp_path)


def test_a_command_for_one_contract_leaves_the_others_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--contract", "mistral"]) == 0
    assert capsys.readouterr().out.startswith("generated/openrouterkit_mistral_api/ is up to date")


def test_drift_compares_the_contract_that_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    mistral = str(read_projects()[1].contract)
    assert main(["drift", mistral, "--contract", "mistral"]) == 0
    assert capsys.readouterr().out == "no drift\n"
    assert main(["drift", mistral]) == 1
    assert "POST /v1/chat/completions" in capsys.readouterr().out


def test_an_unknown_contract_is_rejected_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--contract", "mistrel"]) == 1
    assert capsys.readouterr().err == (
        "codegen: error: the project has no contract 'mistrel'\n  fix: use one of openrouter, mistral\n"
    )


def test_a_contract_is_not_combined_with_another_document(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["generate", "pets.yaml", "pets_api", "--contract", "mistral"])
    assert "leave it out, or leave out SPEC and OUT" in capsys.readouterr().err


def test_a_change_to_the_tables_of_a_contract_is_noticed_for_this_contract_only(tmp_path: Path) -> None:
    ours = read_projects()[1]
    copy = Project(tmp_path, ours.name, ours.document, ours.package_name)
    for folder in ("tables", "package"):
        shutil.copytree(getattr(ours, folder), getattr(copy, folder), ignore=shutil.ignore_patterns("__pycache__"))
    copy.contract.parent.mkdir()
    shutil.copy(ours.contract, copy.contract)
    assert main(["check"], copy) == 0
    with copy.constructors.open("a", encoding="utf-8") as table:
        table.write("# a remark\n")
    assert main(["check"], copy) == 1
    assert main(["check"], ours) == 0
