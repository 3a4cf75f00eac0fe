"""mypy reports exactly the marked lines of a snippet, with the expected messages."""

from __future__ import annotations

import re
from pathlib import Path

from checkers import run_mypy

SNIPPET = """\
from openrouterkit_api import models, operations
from openrouterkit_api.namespaces.chat import Chat

send = operations.chat.send
send(model="m", messages=[], temprature=1)  # error: Unexpected keyword argument "temprature"
send(model="m", messages=[], temperature="hot")  # error: Argument "temperature" has incompatible type
send(model="m", messages=["hi"])  # error: List item 0 has incompatible type "str"
operations.models.get(author="a", slugg="b")  # error: Unexpected keyword argument "slugg"
operations.models.get(author="a")  # error: Missing named argument "slug"
models.ChatUserMessage(contents="hi")  # error: Unexpected keyword argument "contents"
models.ChatUserMessage()  # error: Missing named argument "content"
models.ChatUserMessage(content="hi", role="tool")  # error: incompatible type "Literal['tool']"
models.ChatUserMessage(content="hi").contents  # error: has no attribute "contents"
models.NoSuchModel  # error: has no attribute "NoSuchModel"


def use_namespace(chat: Chat, result: models.ChatResult) -> None:
    chat.send(model="m", messages=[], temprature=1)  # error: Unexpected keyword argument "temprature"
    chat.send(model="m")  # error: Missing named argument "messages"
    chat.send(model="m", messages=[], temperature="hot")  # error: Argument "temperature" to "send" of "Chat"
    chat.send(model="m", messages=[{"role": "usr", "content": "hi"}])  # error: Dict entry 0 has incompatible type
    chat.send(model="m", messages=[], provider={"sorts": "price"})  # error: Dict entry 0 has incompatible type
    chat.send(model="m", messages=[], stream=True)  # error: expected "Literal[False]"
    result.usage.cots  # error: has no attribute "cots"
    send(model="m", messages=[], unknown="x", extra_body={})  # error: Unexpected keyword argument "unknown"
    send(model="m", messages=[{"role": "user", "content": "hi"}], extra_body={"unknown": "x"})
"""


def test_mypy_reports_misspelt_missing_and_mistyped_arguments(tmp_path: Path) -> None:
    snippet = tmp_path / "snippet.py"
    snippet.write_text(SNIPPET, encoding="utf-8")
    output = run_mypy(snippet)
    found: dict[int, str] = {}
    for line, text in re.findall(r"snippet\.py:(\d+): error: (.*)", output):
        found[int(line)] = found.get(int(line), "") + text
    expected = {
        number: line.partition("# error: ")[2]
        for number, line in enumerate(SNIPPET.splitlines(), 1)
        if "# error: " in line
    }
    assert [number for number, message in expected.items() if message not in found.get(number, "")] == []
    assert found.keys() == expected.keys()
