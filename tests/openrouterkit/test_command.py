"""The command `openrouterkit`: its help, its errors, and how it starts the commands of other packages."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points, version

import pytest

from codegen.commands import COMMANDS
from openrouterkit._cli import commands, program


def test_the_help_lists_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for command, purpose in COMMANDS.items():
        assert any(line.split() == [command, *purpose.split()] for line in lines), command
    assert max(map(len, lines)) <= 120


def test_the_version_is_that_of_the_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--version"]) == 0
    assert capsys.readouterr().out == f"openrouterkit {version('openrouterkit')}\n"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["genrate"], "there is no command 'genrate'; did you mean generate?"),
        (["x"], "there is no command 'x'; use one of generate, "),
        ([], "a command is required"),
    ],
)
def test_an_unknown_command_is_rejected_with_a_near_one(
    capsys: pytest.CaptureFixture[str], words: list[str], problem: str
) -> None:
    assert program.main(words) == 2
    captured = capsys.readouterr()
    assert f"openrouterkit: error: {problem}" in captured.err
    assert captured.out == ""


def test_a_command_returns_the_exit_status_of_its_part_and_names_the_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert program.main(["generate", "gone.yaml", "gone_api"]) == 2
    assert capsys.readouterr().err.startswith("openrouterkit: error: gone.yaml: cannot read or write the file")
    with pytest.raises(SystemExit) as ended:
        program.main(["generate", "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: openrouterkit generate ")


def test_without_its_extra_a_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: commands.Part) -> None:
        raise ModuleNotFoundError("No module named 'yaml.nodes'", name="yaml.nodes")

    monkeypatch.setattr(commands.Part, "load", fail)
    assert program.main(["check"]) == 2
    assert capsys.readouterr().err == (
        "openrouterkit check: error: the package yaml is not installed\n  fix: pip install 'openrouterkit[codegen]'\n"
    )


def test_a_missing_module_of_the_package_itself_is_a_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: commands.Part) -> None:
        raise ModuleNotFoundError("No module named 'openrouterkit.x'", name="openrouterkit.x")

    monkeypatch.setattr(commands.Part, "load", fail)
    with pytest.raises(ModuleNotFoundError):
        program.main(["check"])


def test_the_help_imports_no_library_of_an_extra() -> None:
    code = "import sys; from openrouterkit._cli.program import main; main(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert not loaded & {"yaml", "ruamel", "openapi_python_client", "pydantic", "argparse", "httpx", "attr", "msgspec"}


def test_the_command_is_installed() -> None:
    (script,) = entry_points(group="console_scripts", name="openrouterkit")
    assert script.load() is program.main
