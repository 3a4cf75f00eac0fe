"""Decoding responses, by status and media type."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any, Literal

from attrs import Factory, field, frozen

from .json import DecodeError, decode
from .members import Decoder

# Python's own notations, and those of host names: no service's texts, and slow or loud on what is not theirs.
_NO_CHARSETS = frozenset({"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined"})


@frozen
class Events:
    """How an event stream is decoded.

    Attributes:
        item: decoder of one event's JSON data.
        sentinel: the data that ends the stream, None where the connection's end does.
        switch: the request member that asks for the stream, None where every response is one.
        complete_when: what a stream needs to be complete: `sentinel`, the sentinel; `accumulated`, the sentinel, or an
            accumulator (see `Behavior`) that has every part of the result; `closed`, the end of the response's body.
    """

    item: Decoder
    sentinel: str | None = None
    switch: str | None = None
    complete_when: Literal["sentinel", "accumulated", "closed"] = "closed"

    def read(self, value: Any) -> Any:
        """An event's JSON data as the contract's model."""
        return self.item(value)


@frozen
class Responses:
    """Decoders of responses.

    Attributes:
        by_status: status (`200`, `4XX`, `default`) -> media type -> decoder, None for a value that is not converted.
        accept: the Accept header of a plain call: the media type of its success.
    """

    by_status: Mapping[str, Mapping[str, Decoder | None]] = field(factory=dict)
    accept: str = field(init=False, default=Factory(lambda responses: responses._accepted(), takes_self=True))

    def _accepted(self) -> str:
        stated = [decoders for status, decoders in self.by_status.items() if status[:1] == "2"]
        found = {
            media_type: None
            for decoders in stated or [self.by_status.get("default", {})]
            for media_type in decoders
            if media_type != "text/event-stream"
        }
        return ", ".join(sorted(found, key=lambda media_type: not is_json(media_type))[:1]) or "application/json"

    def read(self, status: int, headers: Mapping[str, str], body: bytes) -> Any:
        """See `Operation.read`."""
        if not body:
            return None
        media_type = find_content_type(headers)
        decoders = self._for_status(status)
        decoder = _matching(decoders, media_type)
        if is_json(media_type) or (media_type == "" and (not decoders or any(map(is_json, decoders)))):
            return _read_json(body, decoder, must_be_json=media_type != "" or 200 <= status < 300)
        if media_type.startswith("text/") or media_type.endswith("xml"):
            return decode_text(body, headers)
        return body

    def _for_status(self, status: int) -> Mapping[str, Decoder | None]:
        by_status = self.by_status
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in by_status:
                return by_status[key]
        return {}


def find_content_type(headers: Mapping[str, str]) -> str:
    """The media type the headers state, in lower case and without parameters; "" where they state none."""
    return _header(headers, "content-type").partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON: `application/json`, or with the suffix `+json`."""
    return media_type == "application/json" or media_type.endswith("+json")


def _read_json(body: bytes, decoder: Decoder | None, *, must_be_json: bool) -> Any:
    if not body.strip():
        return None
    try:
        value = decode(body)
    except DecodeError:
        if must_be_json:
            raise
        return body
    return value if decoder is None else decoder(value)


def decode_text(body: bytes, headers: Mapping[str, str]) -> str:
    """A body as text, in the charset that its headers state if Python knows it; invalid bytes become U+FFFD."""
    _, _, rest = _header(headers, "content-type").lower().partition("charset=")
    charset = rest.partition(";")[0].strip(" \"'") or "utf-8"
    try:
        if codecs.lookup(charset).name not in _NO_CHARSETS:
            return body.decode(charset, "replace")
    except (LookupError, ValueError):  # an unknown charset, or one that does not encode text
        pass
    return body.decode("utf-8", "replace")


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if value is None:
        value = next((headers[key] for key in headers if key.lower() == name), "")
    return value


def _matching(decoders: Mapping[str, Decoder | None], media_type: str) -> Decoder | None:
    if media_type in decoders:
        return decoders[media_type]
    family = media_type.partition("/")[0] + "/*"
    for candidate in (family, "*/*"):
        if candidate in decoders:
            return decoders[candidate]
    if is_json(media_type) or media_type == "":
        return next((decoder for stated, decoder in decoders.items() if is_json(stated)), None)
    return None
