"""Tests of code that calls language models, without network: scripted responses, and recorded ones.

    from openrouterkit import user
    from openrouterkit.testing import Script

    def test_the_capital_is_looked_up():
        script = Script(["Paris"])
        assert find_capital(script.client(), "France") == "Paris"
        assert script.requests[0].text == "What is the capital of France?"

A `Script` replies with texts, errors, streams and whatever else you write down; a `Cassette` with what the service sent
when the test was recorded. Both are below everything that a client does, including retries, and work with every client
that uses httpx. docs/testing.md describes them and the pytest fixtures `openrouterkit_script` and
`openrouterkit_cassette`.
"""

from __future__ import annotations

from .._testing.exchange_files import CassetteError
from .cassette import Cassette, Mode
from .replies import Failure, Pause, Reply, ScriptError
from .requests import SentRequest
from .script import Script
from .step_types import Item, Step
from .steps import (
    completion,
    connection_error,
    error,
    events,
    pause,
    reply,
    stream,
    timeout,
    tool_call,
    when,
)

__all__ = [
    "Cassette",
    "CassetteError",
    "Failure",
    "Item",
    "Mode",
    "Pause",
    "Reply",
    "Script",
    "ScriptError",
    "SentRequest",
    "Step",
    "completion",
    "connection_error",
    "error",
    "events",
    "pause",
    "reply",
    "stream",
    "timeout",
    "tool_call",
    "when",
]
