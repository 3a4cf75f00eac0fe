"""The table of the benchmarks: its columns stay apart however large the values are."""

from __future__ import annotations

import re

import pytest

from benchmarks.cases import Case
from benchmarks.report import format_heading, format_line
from benchmarks.turns import OURS, RAW, Client, Result

CASE = Case("500 concurrent async streams of 50 chunks", "concurrent_streams", 1.3)
CLIENTS = [Client(RAW), Client(OURS), Client("openai")]


def build_line(seconds: float) -> str:
    return format_line(Result(CASE, {client.name: [seconds] for client in CLIENTS}), CLIENTS)


@pytest.mark.parametrize("seconds", [0.000001, 0.5, 1.5, 123.5, 12345.5])
def test_columns_are_apart_however_large_the_values_are(seconds: float) -> None:
    amount = r"[\d.]+ (?:µs|ms)"
    columns = [re.escape(CASE.name), *[amount] * 4, r"1\.00", r"1\.00", r"1\.30", "yes", r"1\.00"]
    line = build_line(seconds)
    assert re.fullmatch(r"\s{2,}".join(columns), line), line


def test_the_columns_end_below_their_headings() -> None:
    heading = format_heading(CLIENTS)
    for line in (build_line(0.5), build_line(9.9995)):
        assert len(line) == len(heading)
        for title in (RAW, OURS, "ratio", "of min", "limit"):
            assert line[heading.index(title) + len(title) :].startswith("  "), line
