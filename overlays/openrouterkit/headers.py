"""The headers of a response: `Headers`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from ._options.secret_names import is_credential

__all__ = ["Headers"]


class Headers(Mapping[str, str]):
    """An immutable mapping of header names to values. Names are case-insensitive.

        headers["Content-Type"]
        headers.get("retry-after")
        Headers({**headers, "x-mine": "1"})  # a copy with one more header

    If a header was received several times, its value is all values joined by ", ". The repr hides the values of
    headers that contain credentials.

    Args:
        pairs: (name, value) pairs in order, or a mapping.

    Raises:
        TypeError: A name or a value is not a str.
    """

    __slots__ = ("_joined", "_pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] | Mapping[str, str] = ()) -> None:
        self._pairs = tuple(cast("Mapping[str, str]", pairs).items() if isinstance(pairs, Mapping) else pairs)
        joined: dict[str, str] = {}
        for name, value in self._pairs:
            if not isinstance(name, str) or not isinstance(value, str):
                raise TypeError(
                    f"names and values of headers must be str, not {type(name).__name__} and {type(value).__name__}"
                )
            key = name.lower()
            joined[key] = f"{joined[key]}, {value}" if key in joined else value
        self._joined = joined

    def get_list(self, name: str) -> list[str]:
        """Return all values of a header, in any case, in the order received; [] if it is absent."""
        key = name.lower()
        return [value for each, value in self._pairs if each.lower() == key]

    def multi_items(self) -> list[tuple[str, str]]:
        """Return all (name, value) pairs in the order received."""
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
        shown = {name: "***" if is_credential(name) else value for name, value in self._joined.items()}
        return f"Headers({shown!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._pairs,)
