"""Files in request bodies: described when a call is made, opened and read piece by piece while it is sent."""

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
"""A file to send: a path, bytes, or an open binary file; with a filename, and a content type, where that matters.

A path is an `os.PathLike`, such as `pathlib.Path`, because text could also be the content. An open file is sent from
its current position, and never closed.
"""

_PIECE = 64 * 1024


@frozen
class File:
    """A file to be sent.

    Attributes:
        content: a path, bytes, or an open file.
        filename: the one that is sent; None for none.
        content_type: None to have it guessed from the filename.
        start: the position of an open file when it was given; None where it cannot seek.
    """

    content: Content = field(repr=False)
    filename: str | None = None
    content_type: str | None = None
    start: int | None = 0

    @classmethod
    def of(cls, given: Any) -> File:
        """The file of a `FileInput`.

        Raises:
            TypeError: it is none of these, or a file that was opened as text.
        """
        if isinstance(given, File):
            return given
        named = isinstance(given, tuple | list) and len(given) in (2, 3)
        filename, content, content_type = (*given, None)[:3] if named else (UNSET, given, None)
        if isinstance(content, bytearray | memoryview):
            content = bytes(content)
        readable = hasattr(content, "read") and not isinstance(content, io.TextIOBase)
        if not (readable or isinstance(content, bytes | os.PathLike)):
            what = "a file opened as text" if hasattr(content, "read") else type(content).__name__
            raise TypeError(f"a file is a pathlib.Path, bytes, or an open binary file, not {what}")
        if filename is UNSET:
            filename = _filename(content)
        return cls(cast("Content", content), filename, content_type, _position(content) if readable else 0)

    @property
    def replayable(self) -> bool:
        """Whether it can be sent more than once."""
        return self.start is not None

    def httpx_arguments(self) -> dict[str, Any]:
        """Keyword arguments for httpx, which reads the file from its start."""
        return {"content": FileReader(self)}


@frozen
class Form:
    """The parts of a multipart body, in order: text, or files."""

    parts: tuple[tuple[str, str | File], ...]

    @property
    def replayable(self) -> bool:
        """Whether it can be sent more than once."""
        return all(part.replayable for _, part in self.parts if isinstance(part, File))

    def httpx_arguments(self) -> dict[str, Any]:
        """Keyword arguments for httpx, which reads the files from their start and chooses the boundary."""
        return {"files": [(name, _part(part)) for name, part in self.parts]}


def _part(part: str | File) -> tuple[str | None, bytes | FileReader, str | None]:
    if isinstance(part, str):
        return None, part.encode(), None
    return part.filename, part.content if isinstance(part.content, bytes) else FileReader(part), part.content_type


class FileReader:
    """Reads a file from its start; a path is opened by the first read, and closed at the end.

    Attributes:
        failure: the exception that reading the file raised, None if there was none.
    """

    def __init__(self, file: File) -> None:
        self.failure: Exception | None = None
        self._file = file
        self._open: Any = None
        self._start = file.start or 0

    def open(self) -> Any:
        """The file, opened if it is not yet.

        Raises:
            OSError: a path that cannot be opened.
        """
        if self._open is None:
            content = self._file.content
            if isinstance(content, bytes):
                self._open = io.BytesIO(content)
            elif isinstance(content, os.PathLike):
                self._open = io.open(content, "rb")  # noqa: SIM115, UP020 - closed at its end, or by close()
            else:
                self._open = content
                if self._file.start is not None:
                    content.seek(self._start)
        return self._open

    def __iter__(self) -> Iterator[bytes]:
        while piece := self.read(_PIECE):
            yield piece

    def read(self, size: int = -1) -> bytes:
        """The next bytes; b"" at the end."""
        try:
            data: bytes = self.open().read(size)
        except Exception as error:
            self.failure = error
            raise
        if not data:
            self.close()
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to an offset, counted from where the file started.

        Raises:
            io.UnsupportedOperation: an open file that cannot be read again.
        """
        if not self._file.replayable:
            raise io.UnsupportedOperation("this file cannot seek: it can be read only once")
        found: int = self.open().seek(offset + (self._start if whence == os.SEEK_SET else 0), whence)
        return found - self._start

    def tell(self) -> int:
        """The offset, counted from where the file started."""
        if not self._file.replayable:
            raise io.UnsupportedOperation("this file cannot seek: it can be read only once")
        found: int = self.open().tell()
        return found - self._start

    def close(self) -> None:
        """Close a file that was opened here; one that was given open stays open."""
        if isinstance(self._file.content, os.PathLike) and self._open is not None:
            self._open.close()
            self._open = None


def build_form(shape: Body, whole: Any, params: Mapping[str, Any]) -> Form:
    """The multipart body of a request: the whole, with the members given as keywords and `extra_body` merged over it.

    Files are given as `FileInput`. Text, numbers and booleans become one part each, arrays one part per item, objects
    JSON. None and UNSET leave a part out.

    Raises:
        TypeError: a whole that is not a mapping, or an invalid file.
    """
    data = getattr(whole, "_data", whole)
    if data is not None and not isinstance(data, Mapping):
        raise TypeError(f"a multipart body is a mapping of its parts, not {type(whole).__name__}")
    parts = dict(data or {})
    parts.update({shape.members[name]: value for name, value in params.items() if name in shape.members})
    parts.update(params.get("extra_body") or {})
    return Form(tuple((name, part) for name, given in parts.items() for part in _parts(given, name in shape.files)))


def _parts(given: Any, is_file: bool) -> list[str | File]:
    if given is None or given is UNSET:
        return []
    if is_file or _looks_like_file(given):
        several = isinstance(given, list) and not (len(given) in (2, 3) and isinstance(given[0], str | None))
        return [File.of(item) for item in (given if several else [given])]
    if isinstance(given, list | tuple | set | frozenset):
        return [part for item in given for part in _parts(item, is_file)]
    shown = to_plain(given)
    return [shown if isinstance(shown, str) else encode(shown).decode()]


def _looks_like_file(given: Any) -> bool:
    if isinstance(given, tuple) and len(given) in (2, 3) and isinstance(given[0], str | None):
        return _looks_like_file(given[1])
    return isinstance(given, bytes | bytearray | memoryview | os.PathLike | File) or hasattr(given, "read")


def _filename(content: Any) -> str:
    name = content if isinstance(content, os.PathLike) else getattr(content, "name", None)
    return Path(name).name if isinstance(name, str | os.PathLike) else "upload"


def _position(content: Any) -> int | None:
    try:
        if not content.seekable():
            return None
        found: int = content.tell()
    except (AttributeError, OSError):
        return None
    return found
