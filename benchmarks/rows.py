"""The rows of the table: what is done with openrouterkit, and the same with raw httpx and `json.loads`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNKS = 20_000
MESSAGES = [{"role": "user", "content": "Tell me a story."}]


@dataclass
class Row:
    """One comparison.

    Attributes:
        name: what is measured.
        ours, raw: run it once and give the CPU seconds it took.
        limit: the ratio that must not be exceeded.
        units: how many things one run does, for the figure of one.
    """

    name: str
    ours: Callable[[], float]
    raw: Callable[[], float]
    limit: float
    units: int = 1


@dataclass
class Figures:
    """What the turns of a row gave, in CPU seconds."""

    row: Row
    ours: list[float]
    raw: list[float]

    @property
    def ratio(self) -> float:
        """Ours to raw: the median of the ratios turn by turn, which a drifting machine moves least."""
        return median(ours / raw for ours, raw in zip(self.ours, self.raw, strict=True))


def measure(row: Row, turns: int) -> Figures:
    """Run both sides in alternating turns, after one that is not counted."""
    row.ours(), row.raw()
    pairs = [(row.ours(), row.raw()) for _ in range(turns)]
    return Figures(row, [ours for ours, _ in pairs], [raw for _, raw in pairs])


def stream_row(base_url: str) -> Row:
    """A stream of 20,000 chunks, read to its end: every chunk typed, accumulated, its text looked at."""
    import httpx

    from openrouterkit import OpenRouter

    url = f"{base_url}/stream/{CHUNKS}"
    client = OpenRouter(api_key="benchmark", base_url=url)
    http = httpx.Client()

    def ours() -> float:
        started = time.process_time()
        length = 0
        with client.chat.stream(model="openai/gpt-4o-mini", messages=MESSAGES) as stream:
            for chunk in stream:
                length += len(chunk.text)
        assert stream.result().usage is not None
        assert length == len(stream.result().text)
        return time.process_time() - started

    def raw() -> float:
        started = time.process_time()
        texts = []
        body = {"model": "openai/gpt-4o-mini", "messages": MESSAGES, "stream": True}
        with http.stream("POST", f"{url}/chat/completions", json=body) as response:
            for line in response.iter_lines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    choices = json.loads(line[6:])["choices"]
                    if choices:
                        texts.append(choices[0]["delta"]["content"])
        assert texts
        return time.process_time() - started

    return Row("a stream of 20,000 chunks", ours, raw, 1.5, CHUNKS)


def import_row() -> Row:
    """A fresh interpreter that imports the package and makes a client, against one that imports httpx."""

    def run(code: str) -> float:
        timed = f"import time; started = time.process_time(); {code}; print(time.process_time() - started)"
        done = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
        return float(done.stdout)

    ours = "import openrouterkit; openrouterkit.OpenRouter(api_key='benchmark').chat"
    return Row("import and first client", lambda: run(ours), lambda: run("import httpx"), 1.35)
