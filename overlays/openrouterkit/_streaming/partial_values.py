"""Iterators over the JSON of a chat stream as it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .partial_json import PartialJson

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class PartialValues:
    """An iterator over the values of `partial_value`, which reads the stream: each that differs from the one before.

    Args:
        stream: The stream.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._json = PartialJson()
        self._last: Any = None

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        for _ in self._stream:
            if self._has_changed():
                return self._last
        if self._has_changed():
            return self._last
        raise StopIteration

    def _has_changed(self) -> bool:
        value, last = self._stream._read_partial(self._json), self._last  # noqa: SLF001 - of this package
        self._last = last if value is None else value
        return bool(self._last != last)


class AsyncPartialValues(PartialValues):
    """An async iterator over the values of `partial_value`. See `PartialValues`."""

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        async for _ in self._stream:
            if self._has_changed():
                return self._last
        if self._has_changed():
            return self._last
        raise StopAsyncIteration
