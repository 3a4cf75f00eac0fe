"""Responses and Events: how responses and event streams are decoded."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any, Literal

from attrs import Factory, field, frozen

from .json import DecodeError, decode
from .members import Decoder

# Codecs for Python source and host names, which no service uses for text. On other input they are slow, emit warnings,
# or raise even with errors="replace".
_IGNORED_CODECS = frozenset({"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined"})


@frozen
class Events:
    """How an event stream is decoded.

    Attributes:
        item: The decoder for the JSON data of one event.
        data: What the data of an event is: `object`, a JSON object; `text`, text that is not decoded, whatever it looks
            like; `any`, a JSON value of any kind, or else text.
        required_member: The name of a member that every item has; None if the contract requires none.
        sentinel: The data of the event that ends the stream, None if the stream ends with the body.
        switch: The boolean member of the request that requests the stream, None if every response is a stream.
        complete_when: When a stream is complete: `sentinel`, after the sentinel; `accumulated`, after the sentinel or
            when every choice in its chunks has a finish reason; `closed`, at the regular end of the body. A body that
            is cut off is never complete.
    """

    item: Decoder
    sentinel: str | None = None
    switch: str | None = None
    complete_when: Literal["sentinel", "accumulated", "closed"] = "closed"
    data: Literal["object", "text", "any"] = "object"
    required_member: str | None = None

    def read(self, value: Any) -> Any:
        """Return the JSON data of an event, decoded as the contract's model."""
        return self.item(value)


@frozen
class Responses:
    """The decoders of an operation's responses.

    Attributes:
        by_status: Status (`200`, `4XX` or `default`) -> media type -> decoder, None to return the JSON value unchanged.
        required_member: The name of a member that every successful JSON object has; None if the contract requires none.
        accept: The Accept header of a call that does not stream: a media type for each successful status, preferably
            JSON.
    """

    by_status: Mapping[str, Mapping[str, Decoder | None]] = field(factory=dict)
    required_member: str | None = None
    accept: str = field(init=False, default=Factory(lambda responses: responses._choose_accept(), takes_self=True))

    def _choose_accept(self) -> str:
        successes = [decoders for status, decoders in self.by_status.items() if status[:1] == "2"]
        chosen = {}
        for decoders in successes or [self.by_status.get("default", {})]:
            media_types = [media_type for media_type in decoders if media_type != "text/event-stream"]
            chosen.update(dict.fromkeys(sorted(media_types, key=_is_not_json)[:1]))
        return ", ".join(sorted(chosen, key=_is_not_json)) or "application/json"

    @property
    def only_json(self) -> bool:
        """True if every success is JSON."""
        return all(map(is_json, self.accept.split(", ")))

    def read(self, status: int, headers: Mapping[str, str], body: bytes) -> Any:
        """Return the decoded response. See `Operation.read` for the arguments and errors."""
        if not body:
            return None
        media_type = find_content_type(headers)
        decoders = self._find_decoders(status)
        decoder = _find_decoder(decoders, media_type)
        if is_json(media_type) or (media_type == "" and (not decoders or any(map(is_json, decoders)))):
            return _read_json(body, decoder, must_be_json=media_type != "" or 200 <= status < 300)
        if media_type.startswith("text/") or media_type.endswith("xml"):
            return decode_text(body, headers)
        return body

    def may_be_empty(self, status: int) -> bool:
        """Return True if a successful status is declared without content: itself, as 2XX, or by the default alone."""
        declared = self.by_status
        keys = [str(status), "2XX"] if any(key[:1] == "2" for key in declared) else ["default"]
        return next((not declared[key] for key in keys if key in declared), False)

    def _find_decoders(self, status: int) -> Mapping[str, Decoder | None]:
        """Return media type -> decoder for a status, its class, or the default."""
        by_status = self.by_status
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in by_status:
                return by_status[key]
        return {}


def find_content_type(headers: Mapping[str, str]) -> str:
    """Return the media type of the Content-Type header, in lower case, without parameters; "" if it is missing."""
    return _find_header(headers, "content-type").partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return True if a media type is JSON: `application/json`, `text/json`, or any with the suffix `+json`."""
    return media_type.endswith(("/json", "+json"))


def _is_not_json(media_type: str) -> bool:
    return not is_json(media_type)


def _read_json(body: bytes, decoder: Decoder | None, *, must_be_json: bool) -> Any:
    """Return the decoded JSON, None for white space; a body that need not be JSON and is not is returned unchanged."""
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
    """Return a body as text, in the charset of its Content-Type, or else UTF-8; invalid bytes become U+FFFD.

    Args:
        body: The bytes of the body.
        headers: The headers of the response; the case of their names does not matter.
    """
    _, _, rest = _find_header(headers, "content-type").lower().partition("charset=")
    charset = rest.partition(";")[0].strip(" \"'") or "utf-8"
    try:
        if codecs.lookup(charset).name not in _IGNORED_CODECS:
            return body.decode(charset, "replace")
    except (LookupError, ValueError):  # an unknown charset, or a codec that is not for text
        pass
    return body.decode("utf-8", "replace")


def _find_header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(name)
    if value is None:
        value = next((headers[key] for key in headers if key.lower() == name), "")
    return value


def _find_decoder(decoders: Mapping[str, Decoder | None], media_type: str) -> Decoder | None:
    """Return the decoder for a media type or a matching range; one JSON type matches any other."""
    if media_type in decoders:
        return decoders[media_type]
    family = media_type.partition("/")[0] + "/*"
    for candidate in (family, "*/*"):
        if candidate in decoders:
            return decoders[candidate]
    if is_json(media_type) or media_type == "":
        return next((decoder for declared, decoder in decoders.items() if is_json(declared)), None)
    return None
