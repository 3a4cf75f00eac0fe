"""Tests of code that creates its own clients: pytest fixtures of openrouterkit intercept them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acmekit import Acme
from acmekit.testing import answer

if TYPE_CHECKING:
    from openrouterkit.testing import Cassette, Script

AUTH = {"key": "k-0123456789"}


def measure_river(name: str) -> str:
    """Return the length of a river, as a program does that knows nothing of tests."""
    with Acme(auth=AUTH) as client:
        return client.answers.stream_ask(question=f"How long is the {name}?").read_all().text


def test_the_program_asks_for_the_river(openrouterkit_script: Script) -> None:
    openrouterkit_script.add(answer())
    with Acme(auth=AUTH) as client:
        client.answers.ask(question="How long is the Tagus?")
    assert openrouterkit_script.requests[0].json == {"question": "How long is the Tagus?"}


def test_a_recorded_answer_is_replayed(openrouterkit_cassette: Cassette) -> None:
    # Recorded with OPENROUTERKIT_CASSETTE=record; the file beside this module has no key.
    assert measure_river("Tagus") == "1,007 km"
    assert openrouterkit_cassette.unused == []
