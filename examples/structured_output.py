"""Get typed objects instead of text, from any model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from openrouterkit import OpenRouter, user

MODEL = "openai/gpt-4o-mini"


@dataclass
class City:
    """A city.

    Attributes:
        name: Its name in English.
        country: The country that it is in.
        population: How many people live there.
    """

    name: str
    country: str
    population: Annotated[int, Meta(ge=0)]
    nickname: str | None = None


with OpenRouter() as client:
    parsed = client.chat.parse(response_type=City, model=MODEL, messages=[user("Describe the city of Rome.")])
    city = parsed.value  # a City, for type checkers, too
    print(f"{city.name} in {city.country}: {city.population:,} inhabitants")
    print(f"method: {parsed.method}, for ${parsed.cost or 0:.7f}")

    messages = [user("Describe the city of Oslo.")]
    with client.chat.parse_stream(response_type=City, model=MODEL, messages=messages) as stream:
        for value in stream.partial_values():
            print("so far:", value)
    print(stream.parsed().value)
