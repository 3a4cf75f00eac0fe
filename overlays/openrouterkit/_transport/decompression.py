"""Compressed bodies, undone in pieces of bounded size.

A few kilobytes can stand for gigabytes, and httpx hands over at once whatever a read stands for.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from ..errors import DecodeError

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCEPTED: Final = "gzip, deflate"
"""What is asked for: the encodings that can be read in pieces."""

PIECE: Final = 256 * 1024
"""Bytes of the longest piece."""

_HEADER: Final = 2  # bytes of zlib's
_WINDOWS: Final = {"gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


class Inflater:
    """Undoes one body.

    Args:
        encoding: "gzip" or "deflate", the latter with or without its zlib header.
    """

    __slots__ = ("_head", "_inflate")

    def __init__(self, encoding: str) -> None:
        self._inflate = zlib.decompressobj(_WINDOWS[encoding])
        self._head: bytes | None = b"" if encoding == "deflate" else None  # until it tells which of the two it is

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What these bytes stand for, in pieces; none is empty.

        Raises:
            httpx.DecodingError: they are not compressed so.
        """
        if self._head is not None:
            data = self._head = self._head + data
            if len(data) < _HEADER:
                return
            if data[0] & 15 != zlib.DEFLATED or int.from_bytes(data[:_HEADER], "big") % 31:
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
            self._head = None
        try:
            while piece := self._inflate.decompress(data, PIECE):
                yield piece
                data = self._inflate.unconsumed_tail
        except zlib.error as error:
            import httpx

            raise httpx.DecodingError(str(error)) from None


def check_encoding(stated: str) -> str | None:
    """The encoding that a Content-Encoding header states, None where the body is as it is.

    Raises:
        DecodeError: it cannot be undone in pieces, or there are several.
    """
    names = [name.strip().lower().removeprefix("x-") for name in stated.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if not names:
        return None
    if len(names) > 1 or names[0] not in _WINDOWS:
        raise DecodeError(f"the body is encoded as {stated[:40]!r}, which was not asked for and cannot be read")
    return names[0]
