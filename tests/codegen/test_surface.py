"""surface: the public names of the generated package, now and in another commit."""

from __future__ import annotations

import subprocess

import pytest
from projects import OPENROUTER, move_project

from codegen import surface
from codegen.__main__ import main
from codegen.project import Project

NAMES = ["models.Pet", "models.Pet.name", "operations.pets.list_pets"]


@pytest.fixture
def project(tmp_path):
    """A repository with one commit, in which the package had NAMES."""
    project = move_project(OPENROUTER, tmp_path)
    project.package.mkdir(parents=True)
    write(project, NAMES)
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "First"]):
        subprocess.run(
            ["git", "-c", "user.name=N", "-c", "user.email=n@example.com", *arguments], cwd=tmp_path, check=True
        )
    return project


def write(project: Project, names: list[str]) -> None:
    (project.package / "SURFACE").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


@pytest.mark.parametrize(
    ("names", "status", "lines"),
    [
        (NAMES, 0, ["no public names added or removed since HEAD"]),
        (
            [*NAMES, "models.Vet", "models.Vet.name"],
            0,
            ["  added    models.Vet", "against HEAD: 1 added, 0 removed"],
        ),
        (NAMES[:1] + NAMES[2:], 1, ["! removed  models.Pet.name", "against HEAD: 0 added, 1 removed (breaking)"]),
        (NAMES[2:], 1, ["! removed  models.Pet", "against HEAD: 0 added, 1 removed (breaking)"]),
    ],
)
def test_only_a_removed_name_is_a_breaking_change(
    project, capsys, names: list[str], status: int, lines: list[str]
) -> None:
    write(project, names)
    assert main(["surface", "--against", "HEAD"], project) == status
    assert capsys.readouterr().out.splitlines() == lines


@pytest.mark.parametrize("reference", ["nowhere", "--all", "HEAD:generated"])
def test_an_unknown_commit_is_rejected(project, capsys, reference: str) -> None:
    assert main(["surface", f"--against={reference}"], project) == 2
    assert f"error: {reference!r} is not a commit that git knows" in capsys.readouterr().err


def test_a_commit_without_a_surface_file_is_rejected(project, capsys) -> None:
    commands = (["rm", "-q", "--cached", "-r", "generated"], ["commit", "-q", "--allow-empty", "-m", "Second"])
    for arguments in commands:
        subprocess.run(
            ["git", "-c", "user.name=N", "-c", "user.email=n@example.com", *arguments], cwd=project.root, check=True
        )
    assert main(["surface", "--against", "HEAD"], project) == 2
    assert "error: HEAD does not contain generated/openrouterkit_api/SURFACE" in capsys.readouterr().err


def test_a_folder_without_a_repository_is_rejected(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["surface", "--against", "HEAD"], move_project(OPENROUTER, tmp_path)) == 2
    assert "not a git repository" in capsys.readouterr().err


def test_members_of_a_new_class_are_not_listed() -> None:
    assert surface.compare_names(["models.A"], ["models.A", "models.B", "models.B.x", "models.A.y"]) == (
        ["models.A.y", "models.B"],
        [],
    )
