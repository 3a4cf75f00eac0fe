"""The files in a conversation, and what they contain."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PDF = "application/pdf"
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PDF_TEXT = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s*Tj")


@frozen
class AttachedFile:
    """A file of a user message.

    Attributes:
        name: Its name.
        media_type: Its media type, such as application/pdf.
        content: Its bytes.
    """

    name: str
    media_type: str
    content: bytes

    @property
    def text(self) -> str | None:
        """The text of a plain text or of a simple PDF; None for other files."""
        if self.media_type == _PDF:
            return _read_pdf(self.content)
        return self.content.decode("utf-8", "replace") if self.media_type.startswith("text/") else None

    def build_annotation(self) -> dict[str, Any]:
        """Return the annotation that contains the file as the plugin `file-parser` reads it."""
        content = [{"type": "text", "text": self.text or ""}]
        return {"type": "file", "file": {"hash": self.digest, "name": self.name, "content": content}}

    @property
    def digest(self) -> str:
        """The hash of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()


def find_files(content: Any) -> list[AttachedFile]:
    """Return the files that are sent in the content of a message, without those behind URLs."""
    parts: Iterable[Mapping[str, Any]] = content if isinstance(content, list) else []
    found = (_read_file(part.get("file") or {}) for part in parts if part["type"] == "file")
    return [file for file in found if file is not None]


def _read_file(file: Mapping[str, Any]) -> AttachedFile | None:
    head, comma, data = str(file.get("file_data") or "").partition(";base64,")
    if not comma or not head.startswith("data:"):
        return None
    try:
        return AttachedFile(file.get("filename") or "the file", head.removeprefix("data:"), b64decode(data))
    except Base64Error:
        return None


def _read_pdf(content: bytes) -> str:
    """Return the text that a PDF shows with plain strings."""
    texts = [text for stream in _PDF_STREAM.findall(content) for text in _PDF_TEXT.findall(_decompress(stream))]
    return " ".join(re.sub(rb"\\(.)", rb"\1", text).decode("latin-1") for text in texts)


def _decompress(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream
