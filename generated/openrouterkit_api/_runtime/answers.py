# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Reading answers: by status, then by media type."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any

from attrs import Factory, field, frozen

from .model import Reader
from .text import DecodeError, decode_json

# Python's own notations, and those of host names: no service's texts, and slow or loud on what is not theirs.
_NO_CHARSETS = frozenset({"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined"})


@frozen
class Events:
    """How an event stream is read.

    Attributes:
        item: reader of one event's JSON data.
        sentinel: the data that ends the stream, None where its end is the connection's.
        switch: the request member that asks for the stream, None where every answer is one.
    """

    item: Reader
    sentinel: str | None = None
    switch: str | None = None

    def read(self, value: Any) -> Any:
        """An event's JSON data as the contract's model."""
        return self.item(value)


@frozen
class Answers:
    """Readers by status (`200`, `4XX`, `default`) and media type; None stands for a value that is left as it comes."""

    by_status: Mapping[str, Mapping[str, Reader | None]] = field(factory=dict)
    accept: str = field(init=False, default=Factory(lambda answers: answers._stated(), takes_self=True))
    """The media types of a plain success, for the Accept header."""

    def _stated(self) -> str:
        stated = [readers for status, readers in self.by_status.items() if status[:1] == "2"]
        found = {
            media_type: None
            for readers in stated or [self.by_status.get("default", {})]
            for media_type in readers
            if media_type != "text/event-stream"
        }
        return ", ".join(sorted(found, key=lambda media_type: not is_json(media_type))[:1]) or "application/json"

    def read(self, status: int, headers: Mapping[str, str], body: bytes) -> Any:
        """See `Operation.read`."""
        if not body:
            return None
        media_type = content_type(headers)
        readers = self._for_status(status)
        read = _matching(readers, media_type)
        if is_json(media_type) or (media_type == "" and (not readers or any(map(is_json, readers)))):
            return _read_json(body, read, promised=media_type != "" or 200 <= status < 300)
        if media_type.startswith("text/") or media_type.endswith("xml"):
            return body_text(body, headers)
        return body

    def _for_status(self, status: int) -> Mapping[str, Reader | None]:
        by_status = self.by_status
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in by_status:
                return by_status[key]
        return {}


def content_type(headers: Mapping[str, str]) -> str:
    """The media type the headers state, in lower case and without parameters; "" where they state none."""
    return _header(headers, "content-type").partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON: `application/json`, or with the suffix `+json`."""
    return media_type == "application/json" or media_type.endswith("+json")


def _read_json(body: bytes, read: Reader | None, *, promised: bool) -> Any:
    if not body.strip():
        return None
    try:
        value = decode_json(body)
    except DecodeError:
        if promised:
            raise
        return body
    return value if read is None else read(value)


def body_text(body: bytes, headers: Mapping[str, str]) -> str:
    """A body as text, in the charset its headers state if there is one of that name; odd bytes become U+FFFD."""
    _, _, rest = _header(headers, "content-type").lower().partition("charset=")
    charset = rest.partition(";")[0].strip(" \"'") or "utf-8"
    try:
        if codecs.lookup(charset).name not in _NO_CHARSETS:
            return body.decode(charset, "replace")
    except (LookupError, ValueError):  # no such charset, or one that is not of text
        pass
    return body.decode("utf-8", "replace")


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if value is None:
        value = next((headers[key] for key in headers if key.lower() == name), "")
    return value


def _matching(readers: Mapping[str, Reader | None], media_type: str) -> Reader | None:
    if media_type in readers:
        return readers[media_type]
    family = media_type.partition("/")[0] + "/*"
    for candidate in (family, "*/*"):
        if candidate in readers:
            return readers[candidate]
    if is_json(media_type) or media_type == "":
        return next((read for stated, read in readers.items() if is_json(stated)), None)
    return None
