"""Answers of models as values of Python types, from `chat.parse` and `chat.parse_stream`.

    parsed = client.chat.parse(response_type=City, model="openai/gpt-4o-mini", messages=[user("Capital of France?")])
    print(parsed.value.name, parsed.method, parsed.usage.cost)

The errors are `RefusalError`, `TruncatedError` and `InvalidOutputError`, subclasses of `ParseError`.
"""

from __future__ import annotations

from .._parsing.json_answers import read_json_answer
from .._parsing.results import Parsed
from .._parsing.steps import Method
from .._parsing.streams import AsyncParsedStream, ParsedStream
from ..errors import InvalidOutputError, ParseError, RefusalError, TruncatedError

__all__ = [
    "AsyncParsedStream",
    "InvalidOutputError",
    "Method",
    "ParseError",
    "Parsed",
    "ParsedStream",
    "RefusalError",
    "TruncatedError",
    "read_json_answer",
]
