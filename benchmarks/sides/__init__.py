"""The sides of a comparison: a module each, whose functions are called as the tasks are.

`task(base_url)` makes ready and returns what is timed: a function without arguments. Each side does the same work with
what its package offers and looks at the same members. One that lacks a task takes no part in that row. `IMPORT` and
`FIRST_CALL` are programs for a fresh interpreter; `{url}` stands for the base URL.

What is compared is imported inside the functions: it may be a package that only another environment has.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

Run = Callable[[], Any]

CHUNKS: Final = 20_000
CALLS: Final = 1000
CROWD: Final = 500
CROWD_CHUNKS: Final = 50
FLOW: Final = 1_000_000
DECODINGS: Final = 5
ENCODINGS: Final = 50

MODEL: Final = "openai/gpt-4o-mini"
MESSAGES: Final[list[Any]] = [{"role": "user", "content": "Tell me a story."}]

WRITES: Final = f"stream/{CHUNKS}"
SINGLY: Final = f"paced/{CHUNKS}/0.1"
TOGETHER: Final = f"crowd/{CROWD}/{CROWD_CHUNKS}"
ALONE: Final = f"crowd/1/{CROWD_CHUNKS}"

FLAT: Final = frozenset({str, int, float, bool, type(None)})
"""What has no members to be looked at."""
