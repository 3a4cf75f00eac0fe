"""The items of a list in an answer, as soon as each is complete."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from .._streaming.partial_json import PartialJson
from ..errors import DecodeError, InvalidArgumentError
from ..schemas import read_value
from ..schemas.type_forms import name_type, unwrap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


_BEGINNING: Final = re.compile(r"\s*[{\[]")


class ItemQueue:
    """The items of a stream that were read and not taken yet.

    Args:
        kind: The type of the answer.

    Raises:
        InvalidArgumentError: It is not a list.
    """

    def __init__(self, kind: Any) -> None:
        plain = unwrap(kind)[0]
        if get_origin(plain) is not list:
            raise InvalidArgumentError(
                f"items() requires a response_type such as list[City], not {name_type(kind)}; use partial_values()"
            )
        (self._kind,) = get_args(plain)
        self._json = PartialJson()
        self._ready: deque[Any] = deque()
        self._count = 0
        self._is_certain = True
        self.ended = False

    def add(self, stream: Any) -> None:
        """Add the items of a stream that are complete, which the last one is not yet.

        Args:
            stream: The stream.
        """
        # A value after other text, or in a code block, may be followed by a better one.
        if not self._is_certain or _BEGINNING.match(stream._find_text()) is None:  # noqa: SLF001 - of this package
            return
        value = stream._read_partial(self._json)  # noqa: SLF001 - of this package
        complete = value[self._count : -1] if isinstance(value, list) else []
        try:
            for each in complete:
                self._put([read_value(self._kind, each)])
        except DecodeError:  # the end of the stream shows whether the answer can be repaired, or raises the error
            self._is_certain = False

    def end(self, stream: Any) -> None:
        """Add the other items of a stream that was read to its end.

        Args:
            stream: The stream.

        Raises:
            ParseError: No value can be read from the answer.
        """
        self.ended = True
        self._put(stream.parsed().value[self._count :])

    def take(self) -> Any:
        """Return the next item, and remove it.

        Raises:
            IndexError: There is none.
        """
        return self._ready.popleft()

    def __bool__(self) -> bool:
        return bool(self._ready)

    def _put(self, items: list[Any]) -> None:
        self._ready.extend(items)
        self._count += len(items)


class _ItemReader:
    """What iterators over the items of a list have in common.

    Args:
        stream: The stream.
        queue: The items that were read and not taken yet.
    """

    def __init__(self, stream: Any, queue: ItemQueue) -> None:
        self._stream = stream
        self._queue = queue


class Items(_ItemReader):
    """An iterator over the items of a list, which reads the stream."""

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        queue = self._queue
        while not queue:
            try:
                next(self._stream)
            except StopIteration:
                if queue.ended:
                    raise
                queue.end(self._stream)
            else:
                queue.add(self._stream)
        return queue.take()


class AsyncItems(_ItemReader):
    """An async iterator over the items of a list, which reads the stream."""

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        queue = self._queue
        while not queue:
            try:
                await anext(self._stream)
            except StopAsyncIteration:
                if queue.ended:
                    raise
                queue.end(self._stream)
            else:
                queue.add(self._stream)
        return queue.take()
