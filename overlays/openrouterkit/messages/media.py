"""Images, audio, videos and files as the service takes them: an address, or the content itself as a data URL.

What a file is, its content decides; its name only where the content does not tell. So a picture with the wrong
extension is sent as what it is, and a file that is no picture is not sent as one.
"""

from __future__ import annotations

import os
import re
from binascii import b2a_base64
from typing import Literal, NamedTuple, TypeAlias

from ..errors import ConfigurationError

Kind: TypeAlias = Literal["image", "audio", "video", "file"]

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview
"""A text that begins with http://, https:// or data: is an address, every other text a path; so is each `Path`."""

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes of a file that are read."""

_SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n", ("image/png",)),
    (rb"\xff\xd8\xff", ("image/jpeg",)),
    (rb"GIF8[79]a", ("image/gif",)),
    (rb"RIFF....WEBP", ("image/webp",)),
    (rb"II\*\0|MM\0\*", ("image/tiff",)),
    (rb"....ftypavi[fs]", ("image/avif",)),
    (rb"....ftyp(?:hei[cxms]|hev[cxms])", ("image/heic",)),
    (rb"....ftypm[is]f1", ("image/heif",)),
    (rb"(?:\xef\xbb\xbf)?(?:\s*<[?!][^>]*>)*\s*<svg[\s>]", ("image/svg+xml",)),
    (rb"%PDF-", ("application/pdf",)),
    (rb"RIFF....WAVE", ("audio/wav",)),
    (rb"ID3|\xff[\xf2\xf3\xfa\xfb]", ("audio/mpeg",)),
    (rb"\xff[\xf1\xf9]", ("audio/aac",)),
    (rb"fLaC", ("audio/flac",)),
    (rb"FORM....AIF[FC]", ("audio/aiff",)),
    (rb"....ftypM4[AB] ", ("audio/mp4",)),
    (rb"OggS", ("audio/ogg", "video/ogg")),
    (rb"....ftypqt  ", ("video/quicktime",)),
    (rb"....ftyp3g", ("video/3gpp", "audio/3gpp")),
    (rb"....ftyp", ("video/mp4", "audio/mp4")),
    (rb"\x1a\x45\xdf\xa3.{0,60}webm", ("video/webm", "audio/webm")),
    (rb"\x1a\x45\xdf\xa3", ("video/x-matroska", "audio/x-matroska")),
    (rb"\0\0\x01[\xb3\xba]", ("video/mpeg",)),
    (rb"RIFF....AVI ", ("video/x-msvideo",)),
)

_CERTAIN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "application/pdf"})
"""Types whose files always begin alike: one that is named so and does not is damaged, or something else."""

_EXTENSIONS = {
    ".aac": "audio/aac",
    ".aif": "audio/aiff",
    ".aifc": "audio/aiff",
    ".aiff": "audio/aiff",
    ".avif": "image/avif",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".m4a": "audio/mp4",
    ".md": "text/markdown",
    ".mkv": "video/x-matroska",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".wav": "audio/wav",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
"""What the standard library's table lacks in some version, or knows under another name."""


class Media(NamedTuple):
    """Content that was read.

    Attributes:
        data: the bytes, at least one.
        label: what messages call it: its path, or that it came as bytes.
        filename: the last part of the path, None for bytes.
    """

    data: bytes
    label: str
    filename: str | None


def is_address(source: Source) -> bool:
    """Whether the source is an http(s) address or a data URL, and not a path or bytes."""
    return isinstance(source, str) and source[:8].lower().startswith(("http://", "https://", "data:"))


def build_url(source: Source, kind: Kind, media_type: str | None = None) -> str:
    """The address as it is, or what a path or bytes hold as a base64 data URL.

    Args:
        source: an http(s) address, a data URL, a path, or bytes.
        kind: what it must be; "file" takes everything.
        media_type: of the path's or the bytes' content, believed unchecked; found out when None.

    Raises:
        ConfigurationError: there is no such file, it cannot be read or is empty, or its content is not of that kind.
    """
    if not isinstance(source, str) or not is_address(source):
        return build_data_url(read(source, kind), kind, media_type)
    if media_type is not None:
        raise ConfigurationError(f"media_type={media_type!r} is for a path or bytes: an address says it itself")
    if source[:5].lower() == "data:":
        _check(_stated_type(source), kind, f"the data URL {_shown(source[:40])}")
    return source


def build_data_url(media: Media, kind: Kind, media_type: str | None = None) -> str:
    """Content that was read, as a base64 data URL; see `url`."""
    found = find_media_type(media, kind) if media_type is None else media_type
    if not re.fullmatch(r"[\w.+-]+/[\w.+-]+(?:;[\w.+-]+=[\w.+-]+)*", found, re.ASCII):
        raise ConfigurationError(f"{media.label}: {found!r} is not a media type; one looks like image/png")
    _check(found, kind, media.label)
    return f"data:{found};base64,{encode_base64(media)}"


def encode_base64(media: Media) -> str:
    """The content in base64, without line breaks."""
    return b2a_base64(media.data, newline=False).decode("ascii")


def split_data_url(source: str) -> tuple[str, str]:
    """The media type and the base64 text of a data URL.

    Raises:
        ConfigurationError: it is not in base64.
    """
    media_type = _stated_type(source)
    head, _, text = source.partition(",")
    if not head.lower().endswith(";base64"):
        raise ConfigurationError(f"the data URL {_shown(source[:40])} is not in base64: pass the bytes themselves")
    return media_type, text


def read(source: Source, kind: Kind) -> Media:
    """The content of a file, or the bytes that were given.

    Raises:
        ConfigurationError: no such file, an empty path, a directory, something that cannot be read, no content,
            more than `SIZE_LIMIT`.
        TypeError: neither text, a path nor bytes.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        media = Media(bytes(source), f"the {kind} given as bytes", None)
    elif isinstance(source, str | os.PathLike):
        path = os.fsdecode(source)
        media = Media(_file_content(path, kind), _shown(path), os.path.basename(path))  # noqa: PTH119 - a text
    else:
        raise TypeError(
            f"{_article(kind)} is given as an address, a path or bytes, not as {type(source).__name__}; "
            f"of an open file pass what read() returns"
        )
    if not media.data:
        raise ConfigurationError(f"{media.label} is empty: there is no {kind} to send")
    return media


def find_media_type(media: Media, kind: Kind) -> str:
    """What the content is, by its first bytes, else by the file's name.

    Raises:
        ConfigurationError: that is unknown, or not of the kind asked for.
    """
    suffix = os.path.splitext(media.filename or "")[1].lower()  # noqa: PTH122 - a text, not a file
    named = _named_type(suffix)
    seen = _seen_types(media.data)
    if seen:
        return named if named in seen else next((one for one in seen if _fits(one, kind)), seen[0])
    if named is None:
        raise ConfigurationError(
            f"{media.label} is not known to be {_article(kind)}, by content or name: "
            f"choose another, or say what it is with {'format' if kind == 'audio' else 'media_type'}="
        )
    if named in _CERTAIN:
        raise ConfigurationError(
            f"{media.label} does not begin like {named}: it is damaged or not what its name says; "
            f"choose another, or pass media_type= to send it all the same"
        )
    if _fits(named, kind) and kind != "file" and _reads_as_text(media.data):
        raise ConfigurationError(f"{media.label} holds text, not {_article(kind)}: choose another file")
    return named


def _file_content(path: str, kind: Kind) -> bytes:
    from stat import S_ISDIR, S_ISREG

    if not path:
        raise ConfigurationError(f"the path of the {kind} is empty: give a path, an address or bytes")
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the text may be no path at all
        if S_ISREG(mode):
            with open(path, "rb") as file:  # noqa: PTH123 - as above
                # Its size is asked first, as a read makes room for all of it.
                if (
                    os.fstat(file.fileno()).st_size <= SIZE_LIMIT
                    and len(data := file.read(SIZE_LIMIT + 1)) <= SIZE_LIMIT
                ):
                    return data
            raise ConfigurationError(
                f"{_shown(path)} has more than {SIZE_LIMIT} bytes, too many for a request: give its address"
            )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        place = "" if os.path.isabs(path) else f" (looked in {os.getcwd()})"  # noqa: PTH109, PTH117 - as above
        raise ConfigurationError(
            f"cannot read the {kind} {_shown(path)}{place}: {reason}; "
            f"check the path (an address begins with http://, https:// or data:)"
        ) from error
    what = "a directory" if S_ISDIR(mode) else "not a regular file"
    raise ConfigurationError(f"{_shown(path)} is {what}: name the {kind} itself, or pass its bytes")


def _seen_types(data: bytes) -> tuple[str, ...]:
    beginning = data[:4096]
    return next((types for sign, types in _SIGNATURES if re.match(sign, beginning, re.DOTALL)), ())


def _named_type(suffix: str) -> str | None:
    if not suffix or suffix in _EXTENSIONS:
        return _EXTENSIONS.get(suffix)
    from mimetypes import MimeTypes

    # An instance of its own knows only Python's table, whatever the machine's registry or mime.types say.
    media_type, encoding = MimeTypes().guess_type("x" + suffix)
    return media_type if encoding is None else None


def _stated_type(source: str) -> str:
    head, comma, _ = source[5:500].partition(",")
    if not comma:
        raise ConfigurationError(f"the data URL {_shown(source[:40])} has no comma: it is data:<type>;base64,<data>")
    return head.partition(";")[0].lower()


def _check(media_type: str, kind: Kind, label: str) -> None:
    if not _fits(media_type, kind):
        raise ConfigurationError(f"{label} is {media_type or 'of no type'}, not {_article(kind)}: choose another")


def _fits(media_type: str, kind: Kind) -> bool:
    return kind == "file" or media_type.lower().startswith(kind + "/")


def _article(kind: Kind) -> str:
    return {"image": "an image", "audio": "audio", "video": "a video", "file": "a file of a known type"}[kind]


def _reads_as_text(data: bytes) -> bool:
    from codecs import getincrementaldecoder

    try:
        beginning = getincrementaldecoder("utf-8")().decode(data[:4096])  # a character may be cut in two at the end
    except UnicodeDecodeError:
        return False
    return "\0" not in beginning


def _shown(text: str) -> str:
    return repr(text) if len(text) <= 200 else f"{text[:200]!r}..."
