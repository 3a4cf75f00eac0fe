"""Each example runs against local servers, prints what it should, leaves nothing open, and is listed in the README."""

from __future__ import annotations

import ast
import gc
import inspect
import json
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import anyio
import pytest
from garbage import free_garbage
from places import ROOT

from openrouterkit.local import LocalServer

EXAMPLES = ROOT / "examples"
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")

# What each program prints, as regular expressions of its lines. Lines between them may be anything.
PRINTED = {
    "approval": [
        r'list_files: \["a.txt \(1 kB\)","b.txt \(9 kB\)"\]',
        r"measure_disk: OSError: the disk does not respond",
        r"waits for approval: delete_file\(\{'path': 'b.txt'\}\)",
    ],
    "async_progress": [r".*\[#########\] 9 of 9", r"France: Paris\.", r"Japan: Tokyo\."],
    "budget": [
        r"Paris\. Rome\. Oslo\.",
        r"the request was not sent, because of the budget of 100 tokens: 8 tokens are spent, .*",
        r"turns before: 1",
        r"5 calls, 29 tokens, \$0\.0000044 of \$1",
    ],
    "caching_anthropic": [
        r"written 2201 tokens, read 0 tokens, for \$0\.000278",
        r"written 0 tokens, read 2201 tokens, for \$0\.000024",
    ],
    "caching_openai": [r"read 0 tokens .* \$0\.000223", r"read 2201 tokens .* \$0\.000024"],
    "chat": [r"Paris\.", r"Rome\.", r"13 tokens, \$0\.0000016"],
    "conversation": [
        r"Paris\.",
        r"Rome\.",
        r"5 messages in the branch for \$0\.0\d+",
        r"Oslo\.",
        r"\d+ tokens so far",
    ],
    "credits": [r"\$42\.25 of \$100\.00 are used"],
    "deepseek_thinking": [
        r"thought: The user says.* answer that\.",
        r"answer: Tokyo\.",
        r"65 characters of thoughts, 6 of the answer",
    ],
    "extra_body": [r"Paris\.", r"members of the response: id, provider, .*", r"provider: Local"],
    "fastapi_relay": [r"data: Once,", r"data:  a", r"event: done", r"data: stop"],
    "file_attachment": [r"notes\.txt says: The meeting is on Tuesday\. Bring three chairs\."],
    "generation": [r"answered by Local, finish reason: stop", r"6 \+ 1 tokens, \$0\.0000010"],
    "logprobs": [r"'Paris\.' \d\d% \(of 'Paris\.' \d\d%, .*\)"],
    "mcp_tools": [
        r"a tool of the server: weather_forecast\(city\)",
        r"weather_forecast: sunny in Rome, 24 degrees",
        r"The tool weather_forecast says: sunny in Rome, 24 degrees",
    ],
    "mistral": [r"Paris\. \(7 tokens\)", r"Paris\.", r"thought: The user says: .*"],
    "models": [r"local/echo +128,000 tokens, \$0\.10 per million tokens", r".*Gpt 4O Mini"],
    "own_overlay": [r"only private providers for openai/gpt-4o-mini", r"Oslo"],
    "pdf_plugin": [r"invoice\.pdf says: Invoice 42: three chairs, 270 euros", r"annotation: invoice\.pdf", r"Paris\."],
    "reasoning": [
        r"reasoning: The user says: What is the capital of France\? .*",
        r"answer: Paris\.",
        r"reasoning tokens: 13",
        r"reasoning: Before, I thought: The user says: .*",
        r"answer: Rome\.",
    ],
    "stream": [r"Once, .* on the way\.", r"stop, 198 characters"],
    "stream_cancel": [r"Once, on a machine without a network, a client", r"cancelled after \d\d characters"],
    "stream_usage": [r"Once, .* on the way\.", r"5 \+ 41 tokens, \$0\.0000169", r"ended: stop"],
    "structured_output": [
        r"Rome in Italy: 2,800,000 inhabitants",
        r"method: json_schema, for \$0\.0000009",
        r"so far: \{'name': 'Oslo'.*",
        r"City\(name='Oslo', country='Norway', population=710000, nickname=None\)",
    ],
    "tool_loop": [
        r'.*\{"degrees":24\}.*\{"degrees":9\}.*there is no station in Paris',
        r"stopped by: answer, after 2 turns, for \$0\.0\d+",
        r"calls get_weather \{'city': 'Oslo'\}",
        r'gets \{"degrees":9\}',
        r'The tool get_weather says: \{"degrees":9\}',
        r"stopped by: answer",
    ],
    "vision": [r"I see 1 image\. Which colour is the circle\?"],
    "web_search_plugin": [r"Rome is the capital of Italy .*", r"cited: Rome https://example\.com/rome"],
}


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, str]]:
    # The pace lets a stream that is cancelled be cancelled.
    with LocalServer(pace=0.001) as server, LocalServer(service="mistral") as mistral:
        yield {**server.environment, **mistral.environment}


@pytest.fixture
def environment(servers: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    for name, value in servers.items():
        monkeypatch.setenv(name, value)
    return servers


def check_lines(text: str, expected: list[str]) -> None:
    """Check that the expressions match lines of the text, in this order."""
    lines = iter(re.split(r"[\r\n]+", text))
    for expression in expected:
        assert any(re.fullmatch(expression, line) for line in lines), f"no line {expression!r} in {text}"


@pytest.mark.parametrize("name", sorted(PRINTED))
@pytest.mark.usefixtures("environment")
def test_each_example_prints_what_it_should_and_leaves_nothing_open(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    if name == "mcp_tools":
        pytest.importorskip("mcp", reason="needs a newer anyio than the lowest version")
    free_garbage()
    path = EXAMPLES / f"{name}.py"
    monkeypatch.setattr(sys, "argv", [str(path), *([str(tmp_path / "run.json")] if name == "approval" else [])])
    runpy.run_path(str(path), run_name="__main__")
    check_lines(capsys.readouterr().out, PRINTED[name])
    gc.collect()  # what the example leaves open is reported here, and not in another test


def test_another_process_resumes_the_run_that_waits_for_approval(environment: Any, tmp_path: Path) -> None:
    for decisions, ending in (
        ([], r"to resume: python -m openrouterkit\.local -- python .*approval\.py .*run\.json yes"),
        (["not today"], "The tool list_files .* denied this tool call: not today"),
        (["yes"], "The tool list_files .* The tool delete_file says: b.txt is deleted"),
    ):
        command = [sys.executable, str(EXAMPLES / "approval.py"), str(tmp_path / "run.json"), *decisions]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        check_lines(done.stdout, [ending])


@pytest.mark.usefixtures("environment")
def test_the_cells_of_the_notebook_run_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = ModuleType("notebook")  # in which dataclasses look for the types of their members
    monkeypatch.setitem(sys.modules, module.__name__, module)
    notebook = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

    async def run() -> None:
        for number, cell in enumerate(cells):
            code: CodeType = compile(cell, f"cell {number}", "exec", flags=flags, dont_inherit=True)
            value = eval(code, vars(module))
            if inspect.iscoroutine(value):
                await value

    anyio.run(run)
    printed = [r"Paris\. .*", r"Once, .*", r"City\(name='Rome', country='Italy', population=2800000\)"]
    check_lines(capsys.readouterr().out.replace("way.City", "way.\nCity"), printed)
    assert all(cell.get("outputs", []) == [] for cell in notebook["cells"])


def test_every_example_is_tested_and_listed_in_the_readme() -> None:
    tested_elsewhere = {"__init__", "assistant", "demo", "test_assistant"}
    assert {path.stem for path in EXAMPLES.glob("*.py")} == {*PRINTED, *tested_elsewhere}
    linked = re.findall(r"\]\(([^)]+)\)", README)
    assert all((EXAMPLES / path).is_file() for path in linked)
    names = {path.name for path in (*EXAMPLES.glob("*.py"), *EXAMPLES.glob("*.ipynb"))}
    assert names - {"__init__.py"} <= set(linked)
