"""The httpx clients that the transports create, and how they treat redirects."""

from __future__ import annotations

import httpx
import pytest

from openrouterkit import TimedOutError, TimeoutOptions
from openrouterkit._flow.deadlines import Deadlines
from openrouterkit._transport.clients import hide_location, restore_location
from openrouterkit._transport.exceptions import translate_error
from openrouterkit._transport.exchanges import OpenExchange
from openrouterkit._transport.libraries import load_library
from openrouterkit.flow import Request


@pytest.mark.parametrize(("status", "hidden"), [(299, False), (300, True), (307, True), (399, True), (400, False)])
def test_the_location_of_a_redirect_is_hidden_from_httpx_and_restored(status: int, *, hidden: bool) -> None:
    response = httpx.Response(status, headers={"Location": "https://[invalid"})
    hide_location(response)
    assert ("location" in response.headers) is not hidden
    restore_location(response)
    assert response.headers["location"] == "https://[invalid"


@pytest.mark.parametrize(("total", "phase"), [(1.0, "total"), (None, "read"), (9.0, "read")])
def test_a_timeout_of_httpx_is_reported_as_the_limit_that_is_nearest(total: float | None, phase: str) -> None:
    options = TimeoutOptions(read=5, total=total)
    deadlines = Deadlines(options, started_at=100.0)
    deadlines.start_idle(100.0)
    request = Request("POST", "https://api.example.com/v1", {}, None, timeouts=options)
    error = translate_error(
        httpx.ReadTimeout("a read timed out"),
        load_library("httpx"),
        OpenExchange(),
        deadlines,
        100.0,
        request,
        response_started=True,
    )
    assert isinstance(error, TimedOutError)
    assert (error.phase, error.answered) == (phase, True)
