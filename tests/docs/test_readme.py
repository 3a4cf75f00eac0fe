"""The README and pages of docs/ are correct: examples run and pass the type checkers, commands and links exist."""

import gc
import logging
import os
import re
import sys
from pathlib import Path

import pytest
from attrs import asdict
from checkers import run_mypy, run_pyright
from garbage import free_garbage
from places import ROOT

from openrouterkit import ConnectionLimits, TimeoutOptions
from openrouterkit.local import LocalServer

README = (ROOT / "README.md").read_text(encoding="utf-8")
# The other pages have tests of their own, or examples that need a browser.
PAGES = {"README.md": README} | {
    f"docs/{name}": (ROOT / "docs" / name).read_text(encoding="utf-8")
    for name in (
        "connections.md",
        "conversations.md",
        "cost.md",
        "logging.md",
        "migrating.md",
        "mistral.md",
        "structured-output.md",
        "timeouts.md",
        "tools.md",
    )
}
WEATHER_SERVER = """
from mcp.server import MCPServer

server = MCPServer("weather")


@server.tool()
def forecast(city: str) -> str:
    return f"sunny in {city}"


server.run()
"""
PATTERN = re.compile(r"^```python\n(.*?)^```$(?:\n\n^```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(block, output, id=f"{page}:{text[: text.index(block)].count(chr(10)) + 1}")
    for page, text in PAGES.items()
    for block, output in PATTERN.findall(text)
]


@pytest.fixture(scope="module")
def server():
    with LocalServer() as running, LocalServer(service="mistral") as mistral:
        yield {**running.environment, **mistral.environment}


@pytest.fixture
def unchanged_logging():
    logger, root = logging.getLogger("openrouterkit"), logging.getLogger()
    level, handlers = logger.level, root.handlers[:]
    yield
    logger.setLevel(level)
    root.handlers[:] = handlers


@pytest.fixture
def _weather_server(monkeypatch, tmp_path):
    """A folder with the MCP server of docs/tools.md, and the command `python`."""
    (tmp_path / "weather_server.py").write_text(WEATHER_SERVER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)


@pytest.mark.parametrize(("block", "output"), BLOCKS)
@pytest.mark.usefixtures("unchanged_logging", "_weather_server")
def test_every_python_block_runs_prints_something_and_leaves_nothing_open(block, output, server, monkeypatch, capfd):
    if "tools.mcp" in block:
        pytest.importorskip("mcp", reason="needs a newer anyio than the lowest version")
    free_garbage()
    for name, value in server.items():
        monkeypatch.setenv(name, value)
    exec(compile(block, "README.md", "exec"), {"__name__": "readme"})
    printed = capfd.readouterr().out
    assert printed.strip()
    assert printed == (output or printed)  # a block of text after a program is its output
    gc.collect()  # what the block leaves open is reported here, and not in another test


@pytest.fixture(scope="module")
def blocks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    for number, block in enumerate(BLOCKS):
        (folder / f"block{number}.py").write_text(str(block.values[0]), encoding="utf-8")
    return folder


def test_every_python_block_passes_mypy_strict(blocks):
    output = run_mypy(blocks)
    assert f"no issues found in {len(BLOCKS)} source files" in output, output


def test_every_python_block_passes_pyright(blocks):
    report = run_pyright(blocks)
    assert report["summary"]["filesAnalyzed"] == len(BLOCKS)
    assert [each["message"] for each in report["generalDiagnostics"]] == []


def test_every_make_target_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = re.findall(r"^make ([a-z]+)|`make ([a-z]+)", README, re.MULTILINE)
    assert {first or second for first, second in commands} <= targets


def test_every_page_is_linked():
    for path in (ROOT / "docs").glob("*.md"):
        assert f"](docs/{path.name})" in README


@pytest.mark.parametrize("path", [ROOT / "README.md", *(ROOT / "docs").glob("*.md")], ids=lambda path: path.name)
def test_every_linked_file_and_section_exists(path):
    text = path.read_text(encoding="utf-8")
    for file, section in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", text):
        linked = path.parent / file if file else path
        assert linked.is_file(), file
        if section:
            headings = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            assert section in [re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings]


def test_the_limits_of_the_pages_are_the_defaults():
    limits = TimeoutOptions()
    rows = dict(re.findall(r"^\| `(\w+)` \| (\d+|no limit)", PAGES["docs/timeouts.md"], re.MULTILINE))
    assert rows.pop("total") == "no limit"
    assert limits.total is None
    # With read=1, first_token and idle are not derived from it.
    assert {name: float(value) for name, value in rows.items()} == {
        **{name: getattr(limits, name) for name in ("connect", "pool", "write", "read")},
        **{name: getattr(TimeoutOptions(read=1), name) for name in ("first_token", "idle")},
    }
    for name, value in rows.items():
        assert re.search(rf"`{name}`.* \| .*\b{value}\b", README), name
    limits = ConnectionLimits()
    rows = dict(re.findall(r"^\| `(max_\w+|keepalive_expiry)` \| (\d+)", PAGES["docs/connections.md"], re.MULTILINE))
    assert {name: float(value) for name, value in rows.items()} == asdict(limits)
