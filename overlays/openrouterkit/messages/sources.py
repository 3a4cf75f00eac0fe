"""The sources of media for the parts of a message: URLs, bytes, paths, open files and images of Pillow.

Only a `Path` names a file. A str is always a URL, because it may be the input of a user, who must not choose which
files of this machine are sent.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol, TypeAlias

from ..errors import ConfigurationError, InvalidArgumentError
from .pillow import PillowImage, encode_image, is_pillow_image

if TYPE_CHECKING:
    from collections.abc import Callable

__all__: list[str] = []

Kind: TypeAlias = Literal["image", "audio", "video", "file"]


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


Source: TypeAlias = str | bytes | bytearray | memoryview | os.PathLike[str] | _Readable | PillowImage
"""An http(s) URL or a data URL as str, bytes, a `pathlib.Path`, an open binary file, or an image of Pillow."""

SIZE_LIMIT = 256 * 1024 * 1024
"""The size in bytes of the largest file that is read."""

_URL: Final = re.compile(r"https?://[^\s/?#]|data:", re.IGNORECASE)
_BASE64: Final = re.compile(
    # The beginning of PNG, JPEG, GIF, RIFF or PDF, or a long text that is not an absolute path.
    r"(?:iVBORw0KGgo|/9j/|_9j_|R0lGOD|UklGR|JVBERi0|[A-Za-z0-9+_-][A-Za-z0-9+/_-]{63})[A-Za-z0-9+/_\s-]*=*\s*"
)


class Media(NamedTuple):
    """The content of a file, or bytes passed by the caller.

    Attributes:
        data: The bytes; never empty.
        label: How error messages refer to it, such as its path.
        filename: The last part of the path; None for bytes.
    """

    data: bytes
    label: str
    filename: str | None


def read_url(source: Any, kind: Kind) -> str | None:
    """Return a str as an http(s) URL or data URL without surrounding white space, None for any other source.

    Args:
        source: The source.
        kind: The kind of content, for error messages.

    Raises:
        ConfigurationError: The source is a str, but not such a URL. The file system is not accessed.
    """
    if not isinstance(source, str):
        return None
    url = source.strip()
    if _URL.match(url):
        return url
    call = f"content.{kind}"
    if not url:
        raise ConfigurationError(f"{call}() got an empty str; pass a URL, bytes, or a pathlib.Path")
    if _BASE64.fullmatch(url):
        decode = "urlsafe_b64decode" if "-" in url or "_" in url else "b64decode"
        raise ConfigurationError(
            f"{call}() got base64 text; pass base64.{decode}(text), or a data URL such as "
            f'f"data:image/png;base64,{{text}}"'
        )
    example = "Path(...)" if url[:5].lower() == "file:" else f"Path({shorten(source)})"
    raise ConfigurationError(
        f"{call}() accepts a str only if it begins with http://, https:// or data:, not {shorten(source)}; "
        f"pass a file as pathlib.Path: {call}({example})"
    )


def read(source: Any, kind: Kind) -> Media:
    """Return the content of a source that is not a URL.

    Args:
        source: Bytes, a path, an open file, or an image of Pillow.
        kind: The kind of content, for error messages.

    Raises:
        ConfigurationError: The source cannot be read, or its content is empty or larger than `SIZE_LIMIT`.
        InvalidArgumentError: The source is of another type.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        media = Media(bytes(source), f"the {kind} passed as bytes", None)
    elif isinstance(source, os.PathLike):
        path = os.fsdecode(source)
        media = Media(_read_path(path, kind), shorten(path), os.path.basename(path))  # noqa: PTH119 - it is a str
    elif is_pillow_image(source):
        media = Media(encode_image(source), "the image of Pillow", None)
    elif hasattr(source, "read"):
        media = _read_open_file(source, kind)
    else:
        raise InvalidArgumentError(
            f"content.{kind}() accepts a URL as str, bytes, a pathlib.Path, an open file or an image of Pillow, "
            f"not {type(source).__name__}"
        )
    if not media.data:
        raise ConfigurationError(f"{media.label} is empty; choose another file or pass its bytes")
    return media


def _read_path(path: str, kind: Kind) -> bytes:
    from stat import S_ISDIR, S_ISREG

    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the str may not be a valid path
        if S_ISREG(mode):
            with open(path, "rb") as file:  # noqa: PTH123 - the str may not be a valid path
                # Check the size before the read, because a read allocates memory for the whole file.
                if os.fstat(file.fileno()).st_size <= SIZE_LIMIT:
                    return _read_all(file.read, shorten(path))
            raise _build_size_error(shorten(path))
    except (OSError, ValueError) as error:
        folder = "" if os.path.isabs(path) else f" (relative to {os.getcwd()})"  # noqa: PTH109, PTH117 - path is a str
        raise ConfigurationError(
            f"cannot read the {kind} {shorten(path)}{folder}: {_explain(error)}; check the path"
        ) from error
    description = "a directory" if S_ISDIR(mode) else "not a regular file"
    raise ConfigurationError(f"{shorten(path)} is {description}; pass the path of the {kind}, or its bytes")


def _read_open_file(file: Any, kind: Kind) -> Media:
    """Return the rest of an open file, which stays open."""
    name = getattr(file, "name", None)
    # Not the number of a file descriptor, nor a name such as <stdin>.
    filename = os.path.basename(name) if isinstance(name, str) and not name.startswith("<") else None  # noqa: PTH119 - it is a str
    label = f"the {kind} passed as an open file" if not filename else f"the open file {shorten(filename)}"
    try:
        data = _read_all(file.read, label)
    except (OSError, ValueError, EOFError) as error:
        raise ConfigurationError(f"cannot read {label}: {_explain(error)}") from error
    if not data and _has_position(file):
        raise ConfigurationError(f"nothing follows the position of {label}; call seek(0) on it to send all of it")
    return Media(data, label, filename or None)


def _has_position(file: Any) -> bool:
    """Return True if an open file, of which nothing is left, is not at its beginning and can be rewound."""
    try:
        return bool(file.seekable() and file.tell() > 0)
    except (AttributeError, TypeError, OSError, ValueError):  # the methods are optional
        return False


def _read_all(read_next: Callable[[int], Any], label: str) -> bytes:
    """Return what a file contains from its position on; raise ConfigurationError if it is too large, or not bytes."""
    parts: list[bytes] = []
    left = SIZE_LIMIT
    # One read may return less than the rest of the file, as for pipes and unbuffered files.
    while data := read_next(left + 1):
        if isinstance(data, str):
            raise ConfigurationError(f'{label} is open in text mode; open it in binary mode, as by path.open("rb")')
        if not isinstance(data, bytes | bytearray | memoryview):
            close = getattr(data, "close", None)
            if close is not None:
                close()  # a coroutine that is not awaited would emit a warning
            raise ConfigurationError(
                f"{label}: read() returned {type(data).__name__}, not bytes; pass the bytes, such as await file.read()"
            )
        left -= len(data)
        if left < 0:
            raise _build_size_error(label)
        parts.append(bytes(data))
    if isinstance(data, str):
        raise ConfigurationError(f'{label} is open in text mode; open it in binary mode, as by path.open("rb")')
    return b"".join(parts)


def _build_size_error(label: str) -> ConfigurationError:
    return ConfigurationError(f"{label} has more than {SIZE_LIMIT} bytes, too many for a request; pass a URL of it")


def _explain(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def shorten(text: str) -> str:
    """Return the repr of the first 200 characters, for error messages."""
    return repr(text) if len(text) <= 200 else f"{text[:200]!r}..."
