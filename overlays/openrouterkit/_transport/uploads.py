"""Sends files as request bodies. Imported on the first upload, because it needs httpx."""

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
    """Yield the keyword arguments with which httpx sends the files; close the files on exit.

    Each file is read from its start position.

    Raises:
        OSError: A file cannot be opened, or a read fails.
    """
    arguments = payload.httpx_arguments()
    parts = [content for _, (_, content, _) in arguments.get("files", ())]
    readers = [reader for reader in [*parts, arguments.get("content")] if hasattr(reader, "close")]
    try:
        for reader in readers:
            reader.open()  # raises for a missing file here; inside httpx it would look like a failed connection
        yield arguments
    except OpenRouterError:
        for reader in readers:
            if reader.failure is not None:  # a read failed inside httpx, and looks like a failed connection
                raise reader.failure from None
        raise
    finally:
        for reader in readers:
            reader.close()


class ThreadedStream(httpx.AsyncByteStream):
    """A request body that is read in a worker thread, so that a slow disk does not block the event loop."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = iter(self._pieces)
        while (piece := await to_thread.run_sync(next, pieces, None)) is not None:
            yield piece
