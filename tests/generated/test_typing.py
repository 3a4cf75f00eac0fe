"""What a type checker refuses: each line of a snippet with the words of its complaint, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from places import ROOT


SNIPPET = """\
from openrouterkit_api import models, operations
from openrouterkit_api.namespaces.chat import Chat

send = operations.chat.send
send(model="m", messages=[], temprature=1)  # refused: Unexpected keyword argument "temprature"
send(model="m", messages=[], temperature="hot")  # refused: Argument "temperature" has incompatible type
send(model="m", messages=["hi"])  # refused: List item 0 has incompatible type "str"
operations.models.get(author="a", slugg="b")  # refused: Unexpected keyword argument "slugg"
operations.models.get(author="a")  # refused: Missing named argument "slug"
models.ChatUserMessage(contents="hi")  # refused: Unexpected keyword argument "contents"
models.ChatUserMessage()  # refused: Missing named argument "content"
models.ChatUserMessage(content="hi", role="tool")  # refused: incompatible type "Literal['tool']"
models.ChatUserMessage(content="hi").contents  # refused: has no attribute "contents"
models.NoSuchModel  # refused: has no attribute "NoSuchModel"


def late(chat: Chat, result: models.ChatResult) -> None:
    chat.send(model="m", messages=[], temprature=1)  # refused: Unexpected keyword argument "temprature"
    chat.send(model="m")  # refused: Missing named argument "messages"
    chat.send(model="m", messages=[], temperature="hot")  # refused: Argument "temperature" to "send" of "Chat"
    chat.send(model="m", messages=[{"role": "usr", "content": "hi"}])  # refused: Dict entry 0 has incompatible type
    chat.send(model="m", messages=[], provider={"sorts": "price"})  # refused: Dict entry 0 has incompatible type
    chat.send(model="m", messages=[], stream=True)  # refused: expected "Literal[False]"
    result.usage.cots  # refused: has no attribute "cots"
    send(model="m", messages=[], unheard_of="x", extra_body={})  # refused: Unexpected keyword argument "unheard_of"
    send(model="m", messages=[{"role": "user", "content": "hi"}], extra_body={"unheard_of": "x"})
"""


def test_mypy_refuses_what_is_misspelt_missing_or_of_another_type(tmp_path: Path) -> None:
    snippet = tmp_path / "snippet.py"
    snippet.write_text(SNIPPET, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--no-pretty", str(snippet)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found: dict[int, str] = {}
    for line, text in re.findall(r"snippet\.py:(\d+): error: (.*)", done.stdout):
        found[int(line)] = found.get(int(line), "") + text
    expected = {
        number: line.partition("# refused: ")[2]
        for number, line in enumerate(SNIPPET.splitlines(), 1)
        if "# refused: " in line
    }
    assert done.stderr == ""
    assert [number for number, words in expected.items() if words not in found.get(number, "")] == []
    assert found.keys() == expected.keys()
