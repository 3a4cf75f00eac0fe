"""Dates in models: attributes return them decoded, and the original text is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from workshop import Workshop, make_document_of_thing, open_workshop

DATE_TIME = {"type": "string", "format": "date-time"}
DATE = {"type": "string", "format": "date"}
NULLABLE = {"anyOf": [DATE_TIME, {"type": "null"}]}
TEXTS = ["2024-01-02 03:04", "2024-01-02T03:04:05.100Z", "yesterday", ""]


@pytest.fixture
def workshop(tmp_path: Any) -> Iterator[Workshop]:
    with open_workshop(tmp_path) as found:
        yield found


@pytest.mark.parametrize("item", [DATE_TIME, DATE, NULLABLE])
def test_dates_in_lists_and_maps_remain_the_text_that_was_received(workshop: Workshop, item: Any) -> None:
    properties = {
        "listed": {"type": "array", "items": item},
        "nested": {"type": "array", "items": {"type": "array", "items": item}},
        "mapped": {"type": "object", "additionalProperties": item},
        "either": {"anyOf": [{"type": "array", "items": item}, {"type": "integer"}]},
        "alone": item,
    }
    package = workshop.load_package(make_document_of_thing(properties))
    data = {"listed": TEXTS, "nested": [TEXTS], "mapped": {"a": TEXTS[0]}, "either": TEXTS, "alone": TEXTS[1]}
    thing = package.models.Thing.from_dict(data)
    assert thing.listed == TEXTS
    assert (thing.nested, thing.mapped, thing.either) == ([TEXTS], {"a": TEXTS[0]}, TEXTS)
    assert isinstance(thing.alone, date if item is not DATE else str)  # a text with a time is no date
    assert thing.to_dict() == data
    thing.listed.append("2025-01-01")
    assert thing.to_dict()["listed"][-1] == "2025-01-01"


def test_a_date_passed_in_a_list_is_sent_as_text(workshop: Workshop) -> None:
    properties = {"listed": {"type": "array", "items": DATE_TIME}}
    package = workshop.load_package(make_document_of_thing(properties))
    moment = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert package.models.Thing(listed=[moment]).to_dict() == {"listed": ["2024-01-02T03:04:05+00:00"]}
