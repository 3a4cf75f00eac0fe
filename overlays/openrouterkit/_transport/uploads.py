"""Bodies that are read from files while they are sent. Loaded at the first of them, as it needs httpx."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
from anyio import to_thread

from ..errors import OpenRouterError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from openrouterkit_runtime.files import File, Form


@contextmanager
def open_upload(payload: File | Form) -> Iterator[dict[str, Any]]:
    """The arguments by which httpx sends files, each read anew from its start; what was opened is closed at the end.

    Raises:
        OSError: a path that cannot be opened, or a file that cannot be read to its end.
    """
    arguments = payload.httpx_arguments()
    parts = [content for _, (_, content, _) in arguments.get("files", ())]
    readers = [each for each in [*parts, arguments.get("content")] if hasattr(each, "close")]
    try:
        for reader in readers:
            reader.open()  # here a file that is gone is told as such; below it would pass for a broken connection
        yield arguments
    except OpenRouterError:
        for reader in readers:
            if reader.failure is not None:  # it came through httpx, and passed for a broken connection there
                raise reader.failure from None
        raise
    finally:
        for reader in readers:
            reader.close()


class Threaded(httpx.AsyncByteStream):
    """A body whose pieces are read in a thread, so that a slow disk does not stop the event loop."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = iter(self._pieces)
        while (piece := await to_thread.run_sync(next, pieces, None)) is not None:
            yield piece
