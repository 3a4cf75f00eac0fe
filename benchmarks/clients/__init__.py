"""The compared clients: one module each, with one function per task.

`task(base_url)` prepares a task and returns the function to measure, which accepts no arguments. Each client does the
same work with the interface of its package and reads the same members. A client without the function of a task does
not take part in it. `IMPORT` and `FIRST_CALL` are programs for a new interpreter; `{url}` is replaced by the base URL.

The functions import their package themselves, because it may be installed only in another environment.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

Run = Callable[[], Any]

CHUNKS: Final = 20_000
CALLS: Final = 1000
STREAMS: Final = 500
CHUNKS_OF_STREAMS: Final = 50
CHUNKS_FOR_MEMORY: Final = 1_000_000
DECODINGS: Final = 5
ENCODINGS: Final = 50

MODEL: Final = "openai/gpt-4o-mini"
MESSAGES: Final[list[Any]] = [{"role": "user", "content": "Tell me a story."}]

STREAM_PATH: Final = f"stream/{CHUNKS}"
SINGLE_CHUNKS_PATH: Final = f"paced/{CHUNKS}/0.1"
STREAMS_PATH: Final = f"group/{STREAMS}/{CHUNKS_OF_STREAMS}"
WARM_UP_PATH: Final = f"group/1/{CHUNKS_OF_STREAMS}"

SCALAR_TYPES: Final = frozenset({str, int, float, bool, type(None)})
"""The types of JSON values without members."""
