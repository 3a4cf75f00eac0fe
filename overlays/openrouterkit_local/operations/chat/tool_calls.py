"""Which tools a model calls, and with which arguments."""

from __future__ import annotations

import json
import re
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from .knowledge import find_cities
from .schema_values import build_valid_value
from .text_values import TextValues, is_city, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .turn import Turn

_COMMON_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the of in on at to for from and or is are be it its this that what which how my your i you me do does "
        "get set return returns current given please with by as one all",
    )
)
_SHARED_LETTERS = 4
_MORE_LETTERS = 3


def choose_tools(turn: Turn) -> list[Mapping[str, Any]]:
    """Return the functions that the model calls next; [] if it has called all that fit, or must call none.

    It is the one that `tool_choice` names; else all whose name fits the text of the user; else the one whose
    description fits best; else the first. With `parallel_tool_calls: false`, it is one after the other.
    """
    choice = turn.body.get("tool_choice")
    functions: list[Mapping[str, Any]] = [
        each["function"] for each in turn.body.get("tools") or [] if each["type"] == "function"
    ]
    if choice == "none" or (isinstance(choice, dict) and choice["type"] != "function"):
        return []
    if isinstance(choice, dict):
        functions = [each for each in functions if each["name"] == choice["function"]["name"]]
    fitting = _find_fitting(functions, turn.last_text) or functions[:1]
    if not turn.tool_results:
        return fitting[:1] if turn.body.get("parallel_tool_calls") is False else fitting
    if turn.body.get("parallel_tool_calls") is False and not isinstance(choice, dict):
        return [each for each in fitting if each["name"] not in turn.called_tools][:1]
    return []


def build_tool_calls(turn: Turn, function: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the calls of a function: one for each city in the text, if it has one parameter that is a city.

    Raises:
        ServiceError: 400 if the schema of its parameters is invalid, or no valid arguments can be generated.
    """
    schema = function.get("parameters") or {"type": "object"}
    path = f"tools: {function['name']}.parameters"
    cities = find_cities(turn.last_text)
    parameters = [name for name in schema.get("properties") or {} if is_city(name)]
    each_city = len(parameters) == 1 and len(cities) > 1 and turn.body.get("parallel_tool_calls") is not False
    texts = [TextValues(turn.last_text, [city]) for city in cities] if each_city else [TextValues(turn.last_text)]
    return [_build_call(function["name"], build_valid_value(schema, path, text)) for text in texts]


def _build_call(name: str, arguments: Any) -> dict[str, Any]:
    function = {"name": name, "arguments": json.dumps(arguments, ensure_ascii=False)}
    return {"id": f"call_{token_hex(8)}", "type": "function", "function": function}


def _find_fitting(functions: Sequence[Mapping[str, Any]], text: str) -> list[Mapping[str, Any]]:
    asked = _list_words(text)
    named = [each for each in functions if _count_shared(_list_words(each["name"]), asked)]
    if named:
        return named
    counts = [_count_shared(_list_words(each.get("description") or ""), asked) for each in functions]
    best = max(counts, default=0)
    return [functions[counts.index(best)]] if best else []


def _list_words(text: str) -> set[str]:
    return set(split_words(text)) - _COMMON_WORDS


def _count_shared(words: set[str], others: set[str]) -> int:
    return sum(any(_is_same(word, other) for other in others) for word in words)


def _is_same(one: str, two: str) -> bool:
    """Return True for the same word, or forms of it, such as "delete" and "deleting"."""
    shared = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one == two or (shared >= _SHARED_LETTERS and max(len(one), len(two)) - shared <= _MORE_LETTERS)
