"""Decompresses bodies in pieces of bounded size.

A few compressed kilobytes can decompress to gigabytes. httpx decompresses everything it has read in one go, so the
transport decompresses the body itself.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from ..errors import DecodeError

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCEPT_ENCODING: Final = "gzip, deflate"
"""Value of the Accept-Encoding header: the encodings that can be decompressed in pieces."""

MAX_PIECE_SIZE: Final = 256 * 1024
"""Maximum size in bytes of a decompressed piece."""

_ZLIB_HEADER_SIZE: Final = 2
_WBITS: Final = {"gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


class DecompressionError(Exception):
    """The data is not compressed with the declared encoding."""


class Decompressor:
    """Decompresses one body.

    Args:
        encoding: "gzip" or "deflate". For "deflate", the body may lack the zlib header.
    """

    __slots__ = ("_decompress", "_header")

    def __init__(self, encoding: str) -> None:
        self._decompress = zlib.decompressobj(_WBITS[encoding])
        # The first bytes of a deflate body show whether it has a zlib header. None once that is known.
        self._header: bytes | None = b"" if encoding == "deflate" else None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the decompressed data in pieces; no piece is empty.

        Raises:
            DecompressionError: The data is not compressed with the encoding.
        """
        if self._header is not None:
            data = self._header = self._header + data
            if len(data) < _ZLIB_HEADER_SIZE:
                return
            if data[0] & 15 != zlib.DEFLATED or int.from_bytes(data[:_ZLIB_HEADER_SIZE], "big") % 31:
                self._decompress = zlib.decompressobj(-zlib.MAX_WBITS)
            self._header = None
        try:
            while piece := self._decompress.decompress(data, MAX_PIECE_SIZE):
                yield piece
                data = self._decompress.unconsumed_tail
        except zlib.error as error:
            raise DecompressionError(str(error)) from None


def parse_content_encoding(header: str) -> str | None:
    """Return the encoding of a Content-Encoding header; None if the body is not compressed.

    Raises:
        DecodeError: The encoding is not supported, or the header has several encodings.
    """
    names = [name.strip().lower().removeprefix("x-") for name in header.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if not names:
        return None
    if len(names) > 1 or names[0] not in _WBITS:
        # A shorter limit could cut a secret that the peer sent back, so that it is not found and redacted later.
        raise DecodeError(
            f"unsupported Content-Encoding {header[:500]!r} of the response; only {ACCEPT_ENCODING} can be decompressed"
        )
    return names[0]
