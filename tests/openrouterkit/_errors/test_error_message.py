"""The message of an error, as it is found in a response body."""

from __future__ import annotations

import json

import pytest

from openrouterkit._errors.api_errors import build_api_error
from openrouterkit._errors.error_message import MESSAGE_LIMIT, find_message, truncate


@pytest.mark.parametrize("length", [1, MESSAGE_LIMIT - 1, MESSAGE_LIMIT])
def test_a_text_within_the_limit_is_kept_whole(length: int) -> None:
    assert truncate("x" * length) == "x" * length
    assert find_message("x" * length, {}) == "x" * length


@pytest.mark.parametrize("length", [MESSAGE_LIMIT + 1, 4 * MESSAGE_LIMIT, 4 * MESSAGE_LIMIT + 1, 100_000])
def test_a_longer_text_is_cut_and_ends_in_an_ellipsis(length: int) -> None:
    assert truncate("x" * length) == "x" * (MESSAGE_LIMIT - 1) + "\u2026"


def test_white_space_is_collapsed_before_the_length_is_measured() -> None:
    assert truncate("a \n\n b" + " " * 2000) == "a b"
    assert truncate("x" + " " * 3 * MESSAGE_LIMIT + "y") == "x y"


@pytest.mark.parametrize(("identity", "found"), [("x" * 200, "x" * 200), ("x" * 201, None), ("", None), (5, None)])
def test_an_id_of_plausible_length_is_kept(identity: object, found: str | None) -> None:
    error = build_api_error(502, {}, json.dumps({"id": identity, "error": {"message": "m"}}).encode())
    assert error.generation_id == found
