"""The cases of the table: what is measured, and its limit relative to raw httpx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .clients import CALLS, CHUNKS, DECODINGS, ENCODINGS
from .memory import MEGABYTE


@dataclass(frozen=True)
class Case:
    """One line of the table. Cases with the same task must be adjacent: they are measured in the same turns.

    Attributes:
        name: what is measured.
        task: the function of each client that is measured, or the program if the name is in capitals.
        limit: the highest allowed ratio to raw httpx, or number of bytes if raw httpx has no such task; None for no
            limit.
        metric: which measurement of a run counts: "cpu", "peak" or "value", see `worker`.
        units: how many operations one run performs; the table shows the value of one.
        fresh: run each turn in a new process, without a warm-up run.
        turns: number of turns, instead of the value of `--turns`.
    """

    name: str
    task: str
    limit: float | None
    metric: str = "cpu"
    units: int = 1
    fresh: bool = False
    turns: int | None = None


CASES: Final = (
    Case("stream of 20,000 chunks, 16 kB per network read", "stream", 1.25, units=CHUNKS),
    Case("stream of 20,000 chunks, one per network read", "stream_single_chunks", 1.35, units=CHUNKS),
    Case("plain chat call on a keep-alive connection", "call", 1.25, units=CALLS),
    Case("500 concurrent async streams of 50 chunks", "concurrent_streams", 1.3, fresh=True),
    Case("500 concurrent async streams, peak memory", "concurrent_streams", 1.5, metric="peak", fresh=True),
    Case("import, create client, client.chat", "IMPORT", 1.35),
    Case("import, create client, first call", "FIRST_CALL", None),
    Case("decode 1,000 models, read 3 members of each", "decode", 1.5, units=DECODINGS),
    Case("decode 1,000 models, read every member", "decode_all", None, units=DECODINGS),
    Case("encode 200 messages and 20 tools from dicts", "encode", 1.25, units=ENCODINGS),
    Case("encode 200 messages and 20 tools from models", "encode_models", 1.25, units=ENCODINGS),
    Case(
        "stream of 1,000,000 chunks, memory except text", "memory", 4.0 * MEGABYTE, metric="value", fresh=True, turns=1
    ),
)
