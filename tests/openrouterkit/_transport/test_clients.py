"""The httpx clients that the transports create, and how they treat redirects."""

from __future__ import annotations

import httpx
import pytest

from openrouterkit._transport.clients import hide_location, restore_location


@pytest.mark.parametrize(("status", "hidden"), [(299, False), (300, True), (307, True), (399, True), (400, False)])
def test_the_location_of_a_redirect_is_hidden_from_httpx_and_restored(status: int, *, hidden: bool) -> None:
    response = httpx.Response(status, headers={"Location": "https://[invalid"})
    hide_location(response)
    assert ("location" in response.headers) is not hidden
    restore_location(response)
    assert response.headers["location"] == "https://[invalid"
