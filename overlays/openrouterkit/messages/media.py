"""Media for the parts of a message: detects their types, and builds data URLs.

The type of a file is detected from its content, and from its name only if the content is not conclusive. An image with
a wrong extension is sent with its real type, and a file that is not an image is never sent as one.
"""

from __future__ import annotations

import os
import re
from binascii import b2a_base64

from ..errors import ConfigurationError, InvalidArgumentError
from .sources import Kind, Media, Source, read, read_url, shorten

__all__: list[str] = []

# The first bytes of a file: its possible types.
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
"""Types whose files always begin with a signature: a file with the extension but without the signature is rejected."""

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
"""Types that the table of the standard library lacks in some versions, or has under another name."""


def build_url(source: Source, kind: Kind, media_type: str | None = None) -> str:
    """Return a URL, or content as a base64 data URL.

    Args:
        source: An http(s) URL, a data URL, a path, bytes, an open file, or an image of Pillow.
        kind: The kind of content that is required; "file" accepts every known type.
        media_type: The media type of a source that is not a URL, not checked against the content. Detected if None.

    Raises:
        ConfigurationError: The source is a str but not a URL, cannot be read, is empty, or is not of the required kind.
    """
    url = read_url(source, kind)
    return build_data_url(read(source, kind), kind, media_type) if url is None else check_url(url, kind, media_type)


def check_url(url: str, kind: Kind, media_type: str | None = None) -> str:
    """Return a URL unchanged.

    Args:
        url: An http(s) URL or a data URL.
        kind: The kind of content that is required; "file" accepts every known type.
        media_type: Must be None: the type is in a data URL, and the service detects that of another URL.

    Raises:
        ConfigurationError: A media type is passed, or a data URL is not of the required kind.
    """
    if media_type is not None:
        raise ConfigurationError(f"unexpected media_type={media_type!r} with a URL; pass it only with a path or bytes")
    if url[:5].lower() == "data:":
        _check_kind(_parse_media_type(url), kind, f"the data URL {shorten(url[:40])}")
    return url


def build_data_url(media: Media, kind: Kind, media_type: str | None = None) -> str:
    """Return content as a base64 data URL.

    Args:
        media: The content.
        kind: The kind of content that is required; "file" accepts every known type.
        media_type: The media type, not checked against the content. Detected if None.

    Raises:
        ConfigurationError: The media type is invalid, unknown, or not of the required kind.
        InvalidArgumentError: The media type is not a str.
    """
    if media_type is None:
        media_type = find_media_type(media, kind)
    if not isinstance(media_type, str):
        raise InvalidArgumentError(f"media_type must be a str such as image/png, not {type(media_type).__name__}")
    if not re.fullmatch(r"[\w.+-]+/[\w.+-]+(?:;[\w.+-]+=[\w.+-]+)*", media_type, re.ASCII):
        raise ConfigurationError(f"{media.label}: {media_type!r} is not a media type such as image/png")
    _check_kind(media_type, kind, media.label)
    return f"data:{media_type};base64,{encode_base64(media)}"


def encode_base64(media: Media) -> str:
    """Return the content in base64, without line breaks."""
    return b2a_base64(media.data, newline=False).decode("ascii")


def split_data_url(source: str) -> tuple[str, str]:
    """Return the media type and the base64 text of a data URL.

    Raises:
        ConfigurationError: The URL is not in base64.
    """
    media_type = _parse_media_type(source)
    head, _, text = source.partition(",")
    if not head.lower().endswith(";base64"):
        raise ConfigurationError(f"the data URL {shorten(source[:40])} is not in base64; pass the bytes instead")
    return media_type, text


def find_media_type(media: Media, kind: Kind) -> str:
    """Return the media type of content, detected from its first bytes, then from the extension of the file.

    Args:
        media: The content.
        kind: The kind that is preferred where the first bytes match several types.

    Raises:
        ConfigurationError: The type is unknown, the content does not match the extension, or it is text.
    """
    suffix = os.path.splitext(media.filename or "")[1].lower()  # noqa: PTH122 - it is a str
    type_by_name = _find_type_by_suffix(suffix)
    types_by_content = _find_types_by_content(media.data)
    if types_by_content:
        if type_by_name in types_by_content:
            return type_by_name
        return next((each for each in types_by_content if _is_kind(each, kind)), types_by_content[0])
    if type_by_name is None:
        raise ConfigurationError(
            f"{media.label} is not recognized as {_describe(kind)} by its content or name; "
            f"choose another file, or pass its type as {'format' if kind == 'audio' else 'media_type'}="
        )
    if type_by_name in _CERTAIN:
        raise ConfigurationError(
            f"{media.label} does not begin with the signature of {type_by_name}, so it is damaged or of another type; "
            f"choose another file, or pass media_type= to send it anyway"
        )
    if _is_kind(type_by_name, kind) and kind != "file" and _is_text(media.data):
        raise ConfigurationError(f"{media.label} contains text, not {_describe(kind)}; choose another file")
    return type_by_name


def _find_types_by_content(data: bytes) -> tuple[str, ...]:
    beginning = data[:4096]
    return next((types for signature, types in _SIGNATURES if re.match(signature, beginning, re.DOTALL)), ())


def _find_type_by_suffix(suffix: str) -> str | None:
    if not suffix or suffix in _EXTENSIONS:
        return _EXTENSIONS.get(suffix)
    from mimetypes import MimeTypes

    # A new instance has only Python's own table, not the registry or the mime.types files of the machine.
    media_type, encoding = MimeTypes().guess_type("x" + suffix)
    return media_type if encoding is None else None


def _parse_media_type(source: str) -> str:
    """Return the media type of a data URL; "" if it has none."""
    head, comma, _ = source[5:500].partition(",")
    if not comma:
        raise ConfigurationError(f"the data URL {shorten(source[:40])} has no comma; use data:<type>;base64,<data>")
    return head.partition(";")[0].lower()


def _check_kind(media_type: str, kind: Kind, label: str) -> None:
    if not _is_kind(media_type, kind):
        raise ConfigurationError(f"{label} is {media_type or 'of no type'}, not {_describe(kind)}; choose another file")


def _is_kind(media_type: str, kind: Kind) -> bool:
    return kind == "file" or media_type.lower().startswith(kind + "/")


def _describe(kind: Kind) -> str:
    """Return the kind with its article, for error messages."""
    return {"image": "an image", "audio": "audio", "video": "a video", "file": "a file of a known type"}[kind]


def _is_text(data: bytes) -> bool:
    from codecs import getincrementaldecoder

    try:
        beginning = getincrementaldecoder("utf-8")().decode(data[:4096])  # the last character may be cut
    except UnicodeDecodeError:
        return False
    return "\0" not in beginning
