"""The pytest fixtures openrouterkit_script and openrouterkit_cassette, in tests of a project of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from loopback import Loopback, completion, http_response

from openrouterkit import OpenRouter, user

CODE = """
import openrouterkit

def capital(country):
    with openrouterkit.OpenRouter() as client:
        return client.chat.send(model="a/b", messages=[openrouterkit.user(country)]).text
"""


@pytest.fixture
def run_tests(tmp_path):
    """A function that runs tests in a folder, and returns the output of pytest."""

    def run(tests, **environment):
        (tmp_path / "app.py").write_text(CODE)
        (tmp_path / "test_app.py").write_text(tests)
        names = (
            "OPENROUTER_API_KEY",
            "OPENROUTER_BASE_URL",
            "OPENROUTERKIT_CASSETTE",
            "PYTEST_ADDOPTS",
            "PYTEST_XDIST_WORKER",
        )
        inherited = {name: value for name, value in os.environ.items() if name not in names}
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(tmp_path),
            "-W",
            "error",
        ]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**inherited, **environment},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        return done.stdout + done.stderr

    return run


def test_the_script_replies_to_clients_that_the_code_creates(openrouterkit_script):
    openrouterkit_script.add(429, "Paris")
    with OpenRouter(retries=1) as client:
        assert client.chat.send(model="a/b", messages=[user("x")]).text == "Paris"
    assert len(openrouterkit_script.requests) == 2


def test_unused_steps_fail_the_test_and_no_key_is_needed(run_tests):
    output = run_tests(
        "from app import capital\n"
        "def test_a(openrouterkit_script):\n"
        "    openrouterkit_script.add('Paris', 'Rome')\n"
        "    assert capital('France') == 'Paris'\n"
    )
    assert "1 passed, 1 error" in output
    assert "1 of 2 steps were not used" in output


def test_the_cassette_of_a_test_is_beside_it_and_named_after_it(run_tests, tmp_path):
    tests = (
        "import pytest\n"
        "from app import capital\n"
        "class TestIt:\n"
        "    @pytest.mark.parametrize('name', ['France', 'a/b'])\n"
        "    def test_a(self, openrouterkit_cassette, name):\n"
        "        assert capital(name) == 'Paris'\n"
    )
    with Loopback([http_response(completion("Paris"))]) as server:
        recording = {"OPENROUTER_API_KEY": "sk-or-v1-0123456789", "OPENROUTER_BASE_URL": server.url}
        output = run_tests(tests, OPENROUTERKIT_CASSETTE="record", **recording)
        assert "2 passed" in output, output
    output = run_tests(tests)
    assert "2 passed" in output, output
    folders = [path.relative_to(tmp_path).parent.as_posix() for path in tmp_path.rglob("*.json")]
    assert sorted(folders) == ["cassettes/test_app/TestIt/test_a-France", "cassettes/test_app/TestIt/test_a-a-b"]


def test_a_test_without_a_recording_says_how_to_record_it(run_tests):
    output = run_tests("from app import capital\ndef test_a(openrouterkit_cassette):\n    capital('France')\n")
    assert "run the test with OPENROUTERKIT_CASSETTE=missing to record it" in output
