"""Tests of the subclass of OpenRouter."""

from __future__ import annotations

import asyncio

from acmekit import AsyncDesk, Desk
from openrouterkit.testing import Script

TEXT = "The Tagus flows through Spain and Portugal."


def test_a_summary_has_at_most_as_many_words_as_the_desk_wants() -> None:
    script = Script(["A river."])
    with script.client(Desk, max_words=9) as desk:
        assert desk.summaries.create(TEXT) == "A river."
    assert script.requests[0].messages[0]["content"].endswith("at most 9 words.")


def test_a_derived_client_keeps_the_setting_and_sends_through_itself() -> None:
    script = Script(["A river."])
    with script.client(Desk, max_words=9) as desk:
        desk.summaries.create  # noqa: B018 - computes the namespace of the first client
        derived = desk.with_options(headers={"X-Trace": "1"})
        derived.summaries.create(TEXT)
    assert derived.max_words == 9
    assert script.requests[0].headers["x-trace"] == "1"


def test_the_async_desk_sends_the_same_messages() -> None:
    sync, asynchronous = Script(["A river."]), Script(["A river."])

    async def summarize() -> str:
        async with asynchronous.async_client(AsyncDesk) as desk:
            return await desk.summaries.create(TEXT)

    with sync.client(Desk) as desk:
        assert desk.summaries.create(TEXT) == asyncio.run(summarize())
    assert sync.requests[0].json == asynchronous.requests[0].json
