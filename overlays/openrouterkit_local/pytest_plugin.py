"""The pytest fixtures of openrouterkit, which pytest loads automatically when openrouterkit is installed.

def test_my_bot_answers(openrouterkit_script):
    openrouterkit_script.add("Paris")
    assert my_bot("Capital of France?") == "Paris"

`openrouterkit_script` and `openrouterkit_cassette` reply to the requests of all clients of httpx, and
`openrouterkit_server` is a server. What they need is imported when a test uses them.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouterkit.testing import Cassette, Script

    from . import LocalServer

_KEY = ("OPENROUTER_API_KEY", "a-key-of-a-test")


@pytest.fixture(scope="session")
def _openrouterkit_local_server() -> Iterator[LocalServer]:
    from . import LocalServer

    with LocalServer() as server:
        yield server


@pytest.fixture
def openrouterkit_server(_openrouterkit_local_server: LocalServer) -> Iterator[LocalServer]:
    """A running `LocalServer`, shared by the test session and reset before and after each test."""
    _openrouterkit_local_server.reset()
    yield _openrouterkit_local_server
    _openrouterkit_local_server.reset()


@pytest.fixture
def openrouterkit_script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Script]:
    """A `Script` without steps that replies to the requests of all clients of httpx during the test.

    Add steps with `openrouterkit_script.add(...)`. At the end of the test, all must have been used. The variable
    OPENROUTER_API_KEY is set to a key of no value.
    """
    from openrouterkit.testing import Script

    monkeypatch.setenv(*_KEY)
    with Script() as script, script.intercept():
        yield script


@pytest.fixture
def openrouterkit_cassette(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cassette]:
    """A `Cassette` that replies to the requests of all clients of httpx during the test.

    Its folder is `cassettes/<module>/<test>`, beside the module of the test. When it only replays, and
    OPENROUTER_API_KEY is not set, it is set to a key of no value.
    """
    from openrouterkit.testing import Cassette

    names = [re.sub(r"[^\w.-]+", "-", name).strip("-") for name in request.node.nodeid.split("::")[1:]]
    cassette = Cassette(request.path.parent.joinpath("cassettes", request.path.stem, *names))
    if cassette.mode == "replay" and not os.environ.get(_KEY[0]):
        monkeypatch.setenv(*_KEY)
    with cassette.intercept():
        yield cassette
