"""What type checkers refuse."""

import subprocess
import sys

import pytest
from places import ROOT

PRELUDE = """
from openrouterkit import OpenRouter, provider, reasoning, user
client = OpenRouter()
"""
REFUSED = {
    "client.chat.send(modle='m', messages=[user('Hello')])": "Unexpected keyword argument",
    "client.chat.stream(model='m', messages=[user('Hello')], temprature=1)": "Unexpected keyword argument",
    "client.models.list(srot='newest')": "Unexpected keyword argument",
    "provider(sorted='price')": "Unexpected keyword argument",
    "reasoning(efort='low')": "Unexpected keyword argument",
    "client.chat.send(model='m', messages=[user('Hello')], temperature='hot')": "No overload variant",
    "client.chat.send(model='m', messages=[user('Hello')]).txt": 'has no attribute "txt"',
    "client.chat.send(model='m', messages=[user('Hello')], options={'retries': 0})": "No overload variant",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    module = tmp_path_factory.mktemp("typing") / "refused.py"
    module.write_text(PRELUDE + "\n".join(REFUSED) + "\n")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(module)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(("number", "call"), list(enumerate(REFUSED)), ids=list(REFUSED))
def test_a_type_checker_refuses(number, call, told):
    line = number + PRELUDE.count("\n") + 1
    errors = [text for text in told.splitlines() if f"refused.py:{line}:" in text and ": error:" in text]
    assert any(REFUSED[call] in text for text in errors), errors
