"""Files in request bodies. A file is opened and read in chunks while the request is sent."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from attrs import field, frozen

from .json import encode
from .plain import to_plain
from .unset import UNSET

if TYPE_CHECKING:
    from .endpoint import Body

Content = os.PathLike[str] | bytes | BinaryIO
FileInput = Content | tuple[str | None, Content] | tuple[str | None, Content, str | None]
"""A file to send: a path, bytes, or an open binary file; or a tuple of filename, file and optionally content type.

Pass a path as an `os.PathLike`, such as `pathlib.Path`; a string is rejected, because it could also be the content. An
open file is sent from its current position and is not closed.
"""

_CHUNK_SIZE = 64 * 1024


@frozen
class File:
    """A file to send.

    Attributes:
        content: A path, bytes, or an open binary file.
        filename: The filename that is sent, None to send no filename.
        content_type: The Content-Type. None for the media type of the endpoint's body, or, in a multipart body, to let
            httpx guess it from the filename.
        start: The initial position of an open file, from which it is sent; None if the file is not seekable.
    """

    content: Content = field(repr=False)
    filename: str | None = None
    content_type: str | None = None
    start: int | None = 0

    @classmethod
    def of(cls, given: Any) -> File:
        """Return the `File` of a `FileInput`.

        Raises:
            TypeError: The argument is not a `FileInput`, or it is a file opened in text mode.
        """
        if isinstance(given, File):
            return given
        named = isinstance(given, tuple | list) and len(given) in (2, 3)
        filename, content, content_type = (*given, None)[:3] if named else (UNSET, given, None)
        if isinstance(content, bytearray | memoryview):
            content = bytes(content)
        readable = hasattr(content, "read") and not isinstance(content, io.TextIOBase)
        if not (readable or isinstance(content, bytes | os.PathLike)):
            kind = "a file opened in text mode" if hasattr(content, "read") else type(content).__name__
            raise TypeError(f"invalid file: expected a pathlib.Path, bytes or an open binary file, got {kind}")
        if filename is UNSET:
            filename = _find_filename(content)
        return cls(cast("Content", content), filename, content_type, _find_position(content) if readable else 0)

    @property
    def replayable(self) -> bool:
        """True if the body can be sent again, for example by a retry."""
        return self.start is not None

    def httpx_arguments(self) -> dict[str, Any]:
        """Return the keyword arguments for httpx, which reads the file from its start."""
        return {"content": FileReader(self)}


@frozen
class Form:
    """A multipart body.

    Attributes:
        parts: (name, text or file) pairs, in order.
    """

    parts: tuple[tuple[str, str | File], ...]

    @property
    def replayable(self) -> bool:
        """True if the body can be sent again, for example by a retry."""
        return all(part.replayable for _, part in self.parts if isinstance(part, File))

    def httpx_arguments(self) -> dict[str, Any]:
        """Return the keyword arguments for httpx, which reads the files from their start and chooses the boundary."""
        return {"files": [(name, _build_httpx_part(part)) for name, part in self.parts]}


def _build_httpx_part(part: str | File) -> tuple[str | None, bytes | FileReader, str | None]:
    """Return the filename, content and content type of a part, as httpx expects them."""
    if isinstance(part, str):
        return None, part.encode(), None
    return part.filename, part.content if isinstance(part.content, bytes) else FileReader(part), part.content_type


class FileReader:
    """Reads a file from its start; a path is opened by the first read and closed at the end of the file.

    Attributes:
        failure: The exception raised by reading the file, or None.
    """

    def __init__(self, file: File) -> None:
        self.failure: Exception | None = None
        self._file = file
        self._open: Any = None
        self._start = file.start or 0

    def open(self) -> Any:
        """Return the open file; open it first if necessary.

        Raises:
            OSError: The path cannot be opened.
        """
        if self._open is None:
            content = self._file.content
            if isinstance(content, bytes):
                self._open = io.BytesIO(content)
            elif isinstance(content, os.PathLike):
                self._open = io.open(content, "rb")  # noqa: SIM115, UP020 - close() closes it; `open` is this method
            else:
                self._open = content
                if self._file.start is not None:
                    content.seek(self._start)
        return self._open

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self.read(_CHUNK_SIZE):
            yield chunk

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size` if it is not negative; b"" at the end of the file."""
        try:
            data: bytes = self.open().read(size)
        except Exception as error:
            self.failure = error
            raise
        if not data:
            self.close()
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Change the position and return it, in bytes from the start of the content.

        Args:
            offset: The new position in bytes, relative to `whence`.
            whence: `os.SEEK_SET` for the start of the content, `os.SEEK_CUR` for the current position, `os.SEEK_END`
                for the end.

        Raises:
            io.UnsupportedOperation: The file is not seekable.
        """
        if not self._file.replayable:
            raise io.UnsupportedOperation("the file is not seekable: it can be read only once")
        position: int = self.open().seek(offset + (self._start if whence == os.SEEK_SET else 0), whence)
        return position - self._start

    def tell(self) -> int:
        """Return the position, in bytes from the start of the content.

        Raises:
            io.UnsupportedOperation: The file is not seekable.
        """
        if not self._file.replayable:
            raise io.UnsupportedOperation("the file is not seekable: it can be read only once")
        position: int = self.open().tell()
        return position - self._start

    def close(self) -> None:
        """Close the file if it was opened from a path; a file that the caller opened stays open."""
        if isinstance(self._file.content, os.PathLike) and self._open is not None:
            self._open.close()
            self._open = None


def build_form(shape: Body, whole: Any, params: Mapping[str, Any]) -> Form:
    """Build a multipart body from the whole body, the members passed as keywords, and `extra_body`; later ones win.

    Files are passed as `FileInput`. Text, numbers and booleans become one part each, arrays one part per item, objects
    JSON. Parts that are None or UNSET are omitted.

    Args:
        shape: The body of the endpoint.
        whole: The whole body, or None.
        params: The arguments by keyword.

    Raises:
        TypeError: The whole body is not a mapping, or a file is invalid.
    """
    data = whole._data if hasattr(type(whole), "_adopt") else whole
    if data is not None and not isinstance(data, Mapping):
        raise TypeError(f"a multipart body must be a mapping of part names to values, got {type(whole).__name__}")
    parts = dict(data or {})
    parts.update({shape.members[name]: value for name, value in params.items() if name in shape.members})
    parts.update(params.get("extra_body") or {})
    return Form(
        tuple((name, part) for name, value in parts.items() for part in _build_parts(value, name in shape.files))
    )


def _build_parts(value: Any, is_file: bool) -> list[str | File]:
    """Return the parts that a value becomes: several for a list, none for None and UNSET."""
    if value is None or value is UNSET:
        return []
    if is_file or _is_file(value):
        is_list = isinstance(value, list) and not (len(value) in (2, 3) and isinstance(value[0], str | None))
        return [File.of(item) for item in (value if is_list else [value])]
    if isinstance(value, list | tuple | set | frozenset):
        return [part for item in value for part in _build_parts(item, is_file)]
    plain = to_plain(value)
    return [plain if isinstance(plain, str) else encode(plain).decode()]


def _is_file(value: Any) -> bool:
    """Return True for a `FileInput`; the parts of a body may be files that the contract does not declare."""
    if isinstance(value, tuple) and len(value) in (2, 3) and isinstance(value[0], str | None):
        return _is_file(value[1])
    return isinstance(value, bytes | bytearray | memoryview | os.PathLike | File) or hasattr(value, "read")


def _find_filename(content: Any) -> str:
    """Return the filename of a path or an open file, `upload` if it has no name."""
    name = content if isinstance(content, os.PathLike) else getattr(content, "name", None)
    return Path(name).name if isinstance(name, str | os.PathLike) else "upload"


def _find_position(content: Any) -> int | None:
    """Return the current position of an open file, None if it is not seekable."""
    try:
        if not content.seekable():
            return None
        position: int = content.tell()
    except (AttributeError, OSError):
        return None
    return position
