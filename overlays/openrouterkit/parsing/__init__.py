"""Answers of models as values of Python types, from `chat.parse` and `chat.parse_stream`.

    parsed = client.chat.parse(response_type=City, model="openai/gpt-4o-mini", messages=[user("Capital of France?")])
    print(parsed.value.name, parsed.method, parsed.usage.cost)

`read_answer(City, result)` reads the value in a completion, or in a text, that another method returned. The errors are
`RefusalError`, `TruncatedError` and `InvalidOutputError`, subclasses of `ParseError`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._parsing.answers import read_answer as read_answer
    from .._parsing.json_answers import read_json_answer as read_json_answer
    from .._parsing.results import Parsed as Parsed
    from .._parsing.steps import Method as Method
    from .._parsing.streams import AsyncParsedStream as AsyncParsedStream
    from .._parsing.streams import ParsedStream as ParsedStream
    from ..errors import InvalidOutputError as InvalidOutputError
    from ..errors import ParseError as ParseError
    from ..errors import RefusalError as RefusalError
    from ..errors import TruncatedError as TruncatedError

# The modules of the names that are imported on first use.
_HOMES = {
    "AsyncParsedStream": "_parsing.streams",
    "InvalidOutputError": "errors",
    "Method": "_parsing.steps",
    "ParseError": "errors",
    "Parsed": "_parsing.results",
    "ParsedStream": "_parsing.streams",
    "RefusalError": "errors",
    "TruncatedError": "errors",
    "read_answer": "_parsing.answers",
    "read_json_answer": "_parsing.json_answers",
}

__all__ = [
    "AsyncParsedStream",
    "InvalidOutputError",
    "Method",
    "ParseError",
    "Parsed",
    "ParsedStream",
    "RefusalError",
    "TruncatedError",
    "read_answer",
    "read_json_answer",
]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Import a public name from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"..{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, whether or not they are imported yet."""
    return __all__
