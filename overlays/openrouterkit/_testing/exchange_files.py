"""The files of a cassette: one exchange with a service as readable JSON.

    {
      "request": {"method": "POST", "url": "https://...", "content-type": "application/json", "json": {...}},
      "response": {
        "status": 200,
        "headers": {"content-type": "text/event-stream"},
        "elapsed": 0.412,
        "events": [
          {"at": 0.001, "comment": "OPENROUTER PROCESSING"},
          {"at": 0.734, "json": {"choices": [...]}},
          {"at": 0.912, "data": "[DONE]"}
        ]
      }
    }

A body is `json`, `text` or `base64`. The body of a stream is `events`, each with its time in seconds after the headers.
An event has `json` or `data`, and `event`, `id` and `retry` if it sets them; `raw` are bytes that are no whole event.
`ended` is absent if the body was received whole; else it names the exception, or is "closed" if the client read no
further.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from ..sse import ServerSentEvent
from ..testing.replies import Failure, Pause, Reply
from .chats import encode_event
from .json_texts import decode_exactly, encode_canonically, encode_json

if TYPE_CHECKING:
    from pathlib import Path

    from ..testing.replies import Piece
    from ..testing.requests import SentRequest
    from .secrets import Secrets

CLOSED: Final = "closed"
"""`ended` of a response that the client did not read to its end."""

# Headers of the connection, and those that change with every response and have no meaning for a client.
_OMITTED: Final = frozenset(
    {
        *("connection", "keep-alive", "transfer-encoding", "content-encoding", "content-length"),
        *("set-cookie", "alt-svc", "nel", "report-to"),
    }
)
_TEXT_TYPES: Final = ("text/", "application/json", "application/x-www-form-urlencoded", "application/xml")


class CassetteError(AssertionError):
    """A request that a cassette has no recording of, or a file of a cassette that cannot be read."""


@frozen
class RecordedExchange:
    """A recorded request and its response.

    Attributes:
        path: The file.
        request: The request, without secrets, as in the file.
        response: The response, without secrets, as in the file.
    """

    path: Path
    request: dict[str, Any]
    response: dict[str, Any] = field(repr=False)

    @classmethod
    def load(cls, path: Path) -> RecordedExchange:
        """Return the exchange in a file.

        Raises:
            CassetteError: The file is invalid.
        """
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
            request, response = value["request"], value["response"]
            _ = request["method"], request["url"], response["status"] + 0
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise CassetteError(f"{path} is no recorded exchange: {error!r}; delete it, and record it again") from None
        return cls(path, request, response)

    @property
    def has_result(self) -> bool:
        """True if the service sent what the client wants: no error, and a body that was not cut off."""
        return self.response["status"] < 400 and not isinstance(self.response.get("ended"), dict)

    def save(self) -> None:
        """Write the file, in one step, so that a test that is interrupted leaves no half of it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        unfinished.write_text(format_exchange(self.request, self.response), encoding="utf-8")
        unfinished.replace(self.path)

    def build_reply(self, *, timing: bool = False) -> Reply:
        """Return the response for a transport.

        Args:
            timing: True to keep the recorded times.

        Raises:
            CassetteError: The body in the file is invalid.
        """
        response = self.response
        pieces: list[Piece] = []
        try:
            if "events" in response:
                pieces += _build_pieces(response["events"], timing=timing)
            else:
                pieces.append(_read_body(response))
        except (ValueError, TypeError, KeyError) as error:
            raise CassetteError(f"the body in {self.path} is invalid: {error!r}") from None
        ended = response.get("ended")
        if ended == CLOSED:
            message = f"the recording in {self.path} ends here, as the client had closed the response: record it again"
            pieces.append(Failure("", error=CassetteError(message)))
        elif ended:
            pieces.append(Failure(str(ended["error"]), str(ended.get("message", ""))))
        delay = float(response.get("elapsed", 0)) if timing else 0
        return Reply(response["status"], response.get("headers", {}), tuple(filter(None, pieces)), delay)


def describe_request(request: SentRequest, secrets: Secrets) -> dict[str, Any]:
    """Return a request as in a file, without secrets."""
    described = {"method": request.method, "url": secrets.hide_text(request.url)}
    kind = request.headers.get("content-type", "")
    content = request.content
    if kind.startswith("multipart/") and "boundary=" in kind:  # the boundary is random
        boundary = kind.partition("boundary=")[2].partition(";")[0].strip('"')
        kind, content = kind.replace(boundary, "boundary"), content.replace(boundary.encode(), b"boundary")
    if kind:
        described["content-type"] = kind
    return {**described, **describe_body(content, kind, secrets)}


def describe_headers(headers: list[tuple[str, str]], secrets: Secrets) -> dict[str, str]:
    """Return the headers of a response as in a file, without secrets and without those of the connection."""
    described: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        if key not in _OMITTED:
            hidden = secrets.hide_header(key, value)
            described[key] = f"{described[key]}, {hidden}" if key in described else hidden
    return described


def describe_body(content: bytes, kind: str, secrets: Secrets) -> dict[str, Any]:
    """Return the member of a file for a body, without secrets; {} if the body is empty.

    Args:
        content: The body.
        kind: Its media type.
        secrets: The secrets of the request.
    """
    if not content.strip():
        return {}
    value = decode_exactly(content)
    if value is not None:
        return {"json": secrets.hide_json(value)}
    if kind.startswith(_TEXT_TYPES) or not kind:
        try:
            text = content.decode()
        except UnicodeDecodeError:
            pass
        else:
            form = kind.startswith("application/x-www-form-urlencoded")
            return {"text": secrets.hide_form(text) if form else secrets.hide_text(text)}
    return {"base64": b64encode(secrets.hide_bytes(content)).decode()}


def build_match_key(request: dict[str, Any]) -> bytes:
    """Return what a request is matched by: method, path, query and body."""
    from urllib.parse import parse_qsl, urlsplit

    parts = urlsplit(request["url"])
    query = sorted(parse_qsl(parts.query, keep_blank_values=True))
    body = [request.get(name) for name in ("json", "text", "base64")]
    return encode_canonically([request["method"], parts.path, query, body])


def format_exchange(request: dict[str, Any], response: dict[str, Any]) -> str:
    """Return the text of a file: indented JSON, with one line for each event of a stream."""
    events = response.get("events")
    if events is None:
        return _indent({"request": request, "response": response}) + "\n"
    placeholder = "the events"
    text = _indent({"request": request, "response": {**response, "events": [placeholder]}})
    before, _, after = text.rpartition(f'\n      "{placeholder}"\n    ')
    lines = ",\n".join("      " + json.dumps(event, ensure_ascii=False) for event in events)
    return f"{before}\n{lines}\n    {after}\n" if events else f"{before}{after}\n"


def _indent(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _read_body(holder: dict[str, Any]) -> bytes:
    if "json" in holder:
        return encode_json(holder["json"])
    if "text" in holder:
        return str(holder["text"]).encode()
    return b64decode(holder.get("base64", ""), validate=True)


def _build_pieces(events: list[dict[str, Any]], *, timing: bool) -> list[Piece]:
    pieces: list[Piece] = []
    now = 0.0
    for event in events:
        at = float(event.get("at", now))
        if timing and at > now:
            pieces.append(Pause(at - now))
        now = max(at, now)
        pieces.append(_encode_recorded(event))
    return pieces


def _encode_recorded(event: dict[str, Any]) -> bytes:
    """Return the bytes of a recorded event, comment or rest."""
    if "comment" in event:
        return f": {event['comment']}\n\n".encode()
    if "raw" in event:
        return str(event["raw"]).encode()
    data = encode_json(event["json"]) if "json" in event else str(event["data"]).encode()
    return encode_event(ServerSentEvent(data, event.get("event", "message"), event.get("id"), event.get("retry")))
