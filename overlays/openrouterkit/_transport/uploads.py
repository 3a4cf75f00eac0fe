"""Sends files as request bodies. Imported on the first upload."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from anyio import to_thread

from ..errors import SDKError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator

    from openrouterkit_runtime.files import File, Form

    from .libraries import Library


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
    except SDKError:
        for reader in readers:
            if reader.failure is not None:  # a read failed inside httpx, and looks like a failed connection
                raise reader.failure from None
        raise
    finally:
        for reader in readers:
            reader.close()


@cache
def make_threaded_stream_class(library: Library) -> Callable[[Iterable[bytes]], Any]:
    """Return a class of request bodies that are read in a worker thread, so that a slow disk does not block the loop.

    Args:
        library: The library that defines the base class.
    """
    base: Any = library.http.AsyncByteStream

    class ThreadedStream(base):  # type: ignore[misc]  # the base class depends on the library
        def __init__(self, pieces: Iterable[bytes]) -> None:
            self._pieces = pieces

        async def __aiter__(self) -> AsyncIterator[bytes]:
            pieces = iter(self._pieces)
            while (piece := await to_thread.run_sync(next, pieces, None)) is not None:
                yield piece

    return ThreadedStream
