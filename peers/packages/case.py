"""A case: a conversation with the server through the client of a package, written once for sync and async clients.

A case is a generator that yields calls and receives their results. An exception of a call is raised at its `yield`:

    @case("getCredits", "the credits")
    def get_credits():
        result = yield Call("credits.get_credits")
        expect(result.data.total_credits, 100.0)
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any, Literal, Self, TypeAlias

Steps: TypeAlias = Generator["Call", Any, None]
Kind: TypeAlias = Literal["result", "chunks", "pages", "final"]


@dataclass
class Call:
    """A call of a method of the client.

    Attributes:
        method: The path of the method, such as "chat.send"; the name of the sync method.
        arguments: The keyword arguments.
        kind: What the case receives: the result, the list of the chunks of a stream, the list of the items of all
            pages, or the final result of a stream that the package accumulates.
        options: The options of the client for this call.
    """

    method: str
    arguments: dict[str, Any] = field(default_factory=dict)
    kind: Kind = "result"
    options: dict[str, Any] = field(default_factory=dict)


@dataclass
class Case:
    """A case of a package.

    Attributes:
        operation: The id of the operation that the case calls.
        name: The name in the table.
        start: Returns the generator.
    """

    operation: str
    name: str
    start: Callable[[], Steps]


class Cases(list[Case]):
    """The cases of a package, in the order of their definition."""

    def case(self, operation: str, name: str) -> Callable[[Callable[[], Steps]], Callable[[], Steps]]:
        """Return a decorator that adds a function as a case."""

        def add(function: Callable[[], Steps]) -> Callable[[], Steps]:
            self.append(Case(operation, name, function))
            return function

        return add


def expect(actual: object, expected: object) -> None:
    """Raise AssertionError if a value is not the expected one."""
    if actual != expected:
        raise AssertionError(f"expected {expected!r}, got {actual!r}")


class Raises:
    """A context manager that requires an exception, and keeps it in `error`.

    Args:
        expected: The class of the exception; subclasses do not match.
        text: A part of its message.
    """

    error: Any

    def __init__(self, expected: type[BaseException], text: str = "") -> None:
        self._expected = expected
        self._text = text

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if error is None:
            raise AssertionError(f"expected {self._expected.__name__}, but the call succeeded")
        if kind is not self._expected:
            return False
        expect(self._text in str(error) or str(error), True)
        self.error = error
        return True
