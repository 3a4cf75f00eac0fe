"""docs/generate-your-own.md is correct: its files and commands build an SDK beside the wheel of this project."""

from __future__ import annotations

import json
import re
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from environments import Environment, build_wheel, make_environment
from places import ROOT

PAGE = (ROOT / "docs" / "generate-your-own.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
REX = {"name": "Rex", "kind": "dog", "price": 12.5}


class Shop(BaseHTTPRequestHandler):
    """The service of the page."""

    def do_GET(self) -> None:
        self.reply(200, [REX])

    def do_POST(self) -> None:
        assert json.loads(self.rfile.read(int(self.headers["Content-Length"]))) == REX
        self.reply(201, REX)

    def reply(self, status: int, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(status if self.headers["X-Shop-Key"] == "secret" else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def shop() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Shop)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.timeout(300)
def test_the_files_and_commands_of_the_page_build_a_package(tmp_path: Path, shop: str) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    environment = make_environment(folder, "openrouterkit[codegen]", "build", "hatchling", "pytest")
    environment.install(f"{build_wheel(ROOT, tmp_path)}[codegen]")
    variables = {"PET_SHOP_API_KEY": "secret", "PET_SHOP_BASE_URL": shop, "PYTHONPATH": "src"}
    for language, block in BLOCKS:
        if language == "console":
            for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
                if "newer.yaml" in command:
                    write_newer(folder)
                output = run(environment, command, variables)
                assert simplify(expected) in simplify(output), f"{command}: {output}"
        else:
            first, _, text = block.partition("\n")
            path = folder / first.removeprefix("# ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    assert "- Field `born` of `Pet`.\n" in (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "    born: " in (folder / "src" / "pets_api" / "models" / "pet.py").read_text(encoding="utf-8")


def write_newer(folder: Path) -> None:
    text = (folder / "pets.yaml").read_text(encoding="utf-8")
    born = "        born: {type: string, format: date, description: The date of birth.}\n"
    (folder / "newer.yaml").write_text(text + born, encoding="utf-8")


def run(environment: Environment, command: str, variables: dict[str, str]) -> str:
    """Run a command of the page, and return its output; what needs a network is replaced."""
    if "echo" in command:
        text, _, path = command.removeprefix("echo ").partition(" >> ")
        with (environment.folder / path).open("a", encoding="utf-8") as file:
            file.write(shlex.split(text)[0] + "\n")
        return ""
    words = shlex.split(command)
    if words[:2] == ["pip", "install"]:
        if "openrouterkit[codegen]" not in words:
            environment.install(*words[2:])
        return ""
    if words[1:3] == ["-m", "build"]:
        words.append("--no-isolation")
    elif "pytest" in words:
        words += ["-p", "no:cacheprovider"]
    if words[:2] == ["python", "-c"]:  # the installed package, not that of the folder
        variables = {}
    done = environment.run(*words, **variables)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def simplify(output: str) -> str:
    """Return the output without what changes: counts of files, hashes and times."""
    return re.sub(r"\d+ files|\b[0-9a-f]{16}\b|\x1b\[\d*m", "", output).strip()
