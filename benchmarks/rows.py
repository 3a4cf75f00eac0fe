"""The rows of the table: what is done, and how much more than raw httpx it may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .memory import MEGABYTE
from .sides import CALLS, CHUNKS, DECODINGS, ENCODINGS


@dataclass(frozen=True)
class Row:
    """One comparison.

    Attributes:
        name: what is measured, in words.
        task: of the sides, by its name; a program where that is in capitals.
        limit: the ratio to raw httpx that must not be exceeded, or the bytes where nothing is compared; None where
            nothing is promised.
        figure: what counts of what a run takes: "cpu", "peak" or "value", see `worker`.
        units: how many things one run does, for the figure of one.
        fresh: whether each turn has a process of its own, with no turn in it before.
        turns: counted ones, where the usual number would be a waste.

    Rows of one task stand together: their figures are of the same turns.
    """

    name: str
    task: str
    limit: float | None
    figure: str = "cpu"
    units: int = 1
    fresh: bool = False
    turns: int | None = None


ROWS: Final = (
    Row("a stream of 20,000 chunks, 16 kB a network read", "stream", 1.25, units=CHUNKS),
    Row("the same, one chunk a network read", "stream_singly", 1.35, units=CHUNKS),
    Row("a plain chat call, keep-alive connection", "call", 1.25, units=CALLS),
    Row("500 concurrent async streams of 50 chunks", "crowd", 1.3, fresh=True),
    Row("the same, peak memory", "crowd", 1.5, figure="peak", fresh=True),
    Row("import, client, client.chat", "IMPORT", 1.35),
    Row("import, client and a first call", "FIRST_CALL", None),
    Row("decode 1,000 models, look at 3 members of each", "decode", 1.5, units=DECODINGS),
    Row("the same, look at every member", "decode_all", None, units=DECODINGS),
    Row("encode 200 messages and 20 tools, given as dicts", "encode", 1.25, units=ENCODINGS),
    Row("the same, given as models", "encode_models", 1.25, units=ENCODINGS),
    Row("1,000,000 chunks: memory beyond the text", "memory", 4.0 * MEGABYTE, figure="value", fresh=True, turns=1),
)
