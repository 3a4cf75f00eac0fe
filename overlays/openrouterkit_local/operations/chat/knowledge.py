"""What the models know: a few cities, their countries and their inhabitants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence


@frozen
class City:
    """A capital.

    Attributes:
        name: Its name.
        country: Its country.
        population: The number of its inhabitants, rounded.
    """

    name: str
    country: str
    population: int


CITIES = (
    City("Paris", "France", 2_100_000),
    City("Rome", "Italy", 2_800_000),
    City("Oslo", "Norway", 710_000),
    City("Lisbon", "Portugal", 550_000),
    City("Madrid", "Spain", 3_300_000),
    City("Berlin", "Germany", 3_700_000),
    City("Vienna", "Austria", 2_000_000),
    City("London", "England", 8_900_000),
    City("Tokyo", "Japan", 14_000_000),
)
_PLACE = re.compile(rf"\b({'|'.join(name for city in CITIES for name in (city.name, city.country))})\b", re.IGNORECASE)


def find_cities(text: str) -> list[City]:
    """Return the cities that a text names, itself or by their country, in the order of the text."""
    found = [match.lower() for match in _PLACE.findall(text)]
    named = {name: city for city in CITIES for name in (city.name.lower(), city.country.lower())}
    return list({city.name: city for city in (named[name] for name in found)}.values())


def answer_question(texts: Sequence[str]) -> str | None:
    """Return the answer to a question about capitals, such as "Paris."; None for any other text.

    Args:
        texts: The texts of the user in order; after a question about a capital, "And of Italy?" is another one.
    """
    cities = find_cities(texts[-1]) if texts else []
    if not cities or not any("capital of" in text.lower() for text in texts):
        return None
    return f"{' and '.join(city.name for city in cities)}."
