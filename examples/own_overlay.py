"""An overlay of your own: a client with a namespace and a rule that all of its calls follow.

The package in `acme_overlay` is a complete one, with a service of its own.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openrouterkit import OpenRouter, user

if TYPE_CHECKING:
    from openrouterkit.flow import Flow, Request, Response
    from openrouterkit.middleware import Handler

MODEL = "openai/gpt-4o-mini"


def keep_private(request: Request, call_next: Handler) -> Flow[Response]:
    """Send every request only to providers that do not store it."""
    changed = request.with_json(provider={"data_collection": "deny"})
    print("only private providers for", changed.model)
    return (yield from call_next(changed))


class Capitals:
    """What a client knows about capitals."""

    def __init__(self, client: OpenRouter) -> None:
        self._client = client

    def find(self, country: str) -> str:
        """Return the capital of a country."""
        question = user(f"What is the capital of {country}? Only its name.")
        return self._client.chat.send(model=MODEL, messages=[question]).text.rstrip(".")


class Atlas(OpenRouter):
    """A client of OpenRouter that knows capitals."""

    @cached_property
    def capitals(self) -> Capitals:
        """What the client knows about capitals."""
        return Capitals(self)


with Atlas(middleware=[keep_private]) as atlas:
    print(atlas.capitals.find("Norway"))
