"""docs/other-documents.md is correct: its programs run and have correct types, and its table and its names apply."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkers import run_mypy, run_pyright
from file_store import file, open_package
from loopback import Loopback, http_response
from places import ROOT

from codegen import names

PAGE = (ROOT / "docs" / "other-documents.md").read_text(encoding="utf-8")
PROGRAM = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with open_package(tmp_path_factory.mktemp("page")) as folder:
        yield folder


@pytest.mark.usefixtures("package")
def test_the_programs_of_the_page_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = 'server="production", region="us"'
    assert arguments in PROGRAM
    monkeypatch.setenv("FILE_STORE_KEY", "k")
    with Loopback([http_response({"files": [file()]})], [http_response(file("report"))]) as server:
        program = PROGRAM.replace(arguments, f"base_url={server.url!r}")
        namespace: dict[str, object] = {"__name__": "page"}
        exec(compile(program, "docs/other-documents.md", "exec"), namespace)
    assert capsys.readouterr().out == "a.pdf 7\n"
    assert [request.path.rpartition("/")[2] for request in server.requests] == ["files", "report"]


def test_the_programs_of_the_page_pass_the_type_checkers(package: Path, tmp_path: Path) -> None:
    shutil.copytree(package, tmp_path / "files_api")
    (tmp_path / "page.py").write_text(PROGRAM, encoding="utf-8")
    output = run_mypy(tmp_path)
    assert "no issues found in" in output, output
    assert [each["message"] for each in run_pyright(tmp_path)["generalDiagnostics"]] == []


def test_the_table_of_the_page_is_valid(tmp_path: Path) -> None:
    (table,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (tmp_path / "names.toml").write_text(table, encoding="utf-8")
    assert names.read(tmp_path / "names.toml").service.servers == {"https://files-2.example": "secondary"}


@pytest.mark.usefixtures("package")
def test_the_page_names_the_variables_and_the_header_of_the_client() -> None:
    service = __import__("files_api").SERVICE
    for text in ("FILE_STORE_ADMIN", f"{service.log_env}_LOG", service.base_url_env, service.headers["User-Agent"]):
        assert f"`{text}" in PAGE or f" {text}`" in PAGE, text
