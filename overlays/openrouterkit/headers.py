"""The headers of a response."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from ._options.secret import CREDENTIALS

_HIDDEN: Final = frozenset({*CREDENTIALS, "set-cookie"})


class Headers(Mapping[str, str]):
    """Headers by name, in any case; the values of a header that came several times are joined by ", ".

    They do not change: a middleware that sets one makes new ones, `Headers({**response.headers, "x-mine": "1"})`.

    Args:
        pairs: (name, value) pairs in order, or a mapping.

    Raises:
        TypeError: a name or a value is not text.
    """

    __slots__ = ("_joined", "_pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] | Mapping[str, str] = ()) -> None:
        self._pairs = tuple(cast("Mapping[str, str]", pairs).items() if isinstance(pairs, Mapping) else pairs)
        joined: dict[str, str] = {}
        for name, value in self._pairs:
            if not isinstance(name, str) or not isinstance(value, str):
                raise TypeError(f"headers are text by name, not {type(value).__name__} by {type(name).__name__}")
            key = name.lower()
            joined[key] = f"{joined[key]}, {value}" if key in joined else value
        self._joined = joined

    def get_list(self, name: str) -> list[str]:
        """Every value of a header, in order; [] where it is absent."""
        wanted = name.lower()
        return [value for each, value in self._pairs if each.lower() == wanted]

    def multi_items(self) -> list[tuple[str, str]]:
        """The (name, value) pairs as they were received."""
        return list(self._pairs)

    def __getitem__(self, name: str) -> str:
        return self._joined[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._joined

    def __iter__(self) -> Iterator[str]:
        return iter(self._joined)

    def __len__(self) -> int:
        return len(self._joined)

    def __eq__(self, other: object) -> bool:
        return self._joined == Headers(other)._joined if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._joined.items()))

    def __repr__(self) -> str:
        shown = {name: "***" if name in _HIDDEN else value for name, value in self._joined.items()}
        return f"Headers({shown!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._pairs,)
