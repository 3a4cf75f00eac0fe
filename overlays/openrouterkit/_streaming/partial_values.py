"""Iterators over the JSON of a chat stream as it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class PartialValues:
    """An iterator over the values of `partial_value`, which reads the stream: each that differs from the one before.

    Args:
        stream: The stream.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
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
        value, last = self._stream.partial_value, self._last
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
