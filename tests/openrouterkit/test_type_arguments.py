"""Generic classes in annotations that Python evaluates, such as those of a function that is a tool."""

from __future__ import annotations

from typing import Any

import pytest

from openrouterkit import AsyncChatStream, ChatStream
from openrouterkit.parsing import AsyncParsedStream, Parsed, ParsedStream
from openrouterkit.runs import AsyncRunStream, Run, RunStream

COUNTS: list[tuple[Any, int]] = [
    (Parsed, 2),
    (ChatStream, 3),
    (AsyncChatStream, 3),
    (ParsedStream, 4),
    (AsyncParsedStream, 4),
    (Run, 2),
    (RunStream, 2),
    (AsyncRunStream, 2),
]


@pytest.mark.parametrize(("generic", "count"), COUNTS, ids=[generic.__name__ for generic, _ in COUNTS])
def test_type_arguments_with_defaults_can_be_omitted(generic: Any, count: int) -> None:
    assert generic[int].__args__ == (int, *[Any] * (count - 1))
    assert generic[(*[str] * count,)].__args__ == (str,) * count
    with pytest.raises(TypeError, match="Too many"):
        _ = generic[(*[str] * (count + 1),)]


@pytest.mark.parametrize("generic", [generic for generic, _ in COUNTS])
def test_a_subclass_can_name_one_type_argument(generic: Any) -> None:
    class Own(generic[int]):  # type: ignore[misc]  # a class that is a parameter
        """A subclass."""

    assert issubclass(Own, generic)
