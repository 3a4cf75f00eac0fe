"""The pytest fixture `openrouterkit_server`, which pytest loads automatically when openrouterkit is installed.

def test_my_bot_answers(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url) as client:
        assert my_bot(client) == "..."
    assert openrouterkit_server.requests[0].model == "openai/gpt-4o-mini"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import LocalServer


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
