"""The requests that a script or a cassette received: `SentRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from attrs import field, frozen

from .._testing.secrets import Secrets
from .._transport.request import REQUEST_EXTENSION
from ..headers import Headers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..flow import Request

__all__ = ["SentRequest"]


@frozen
class SentRequest:
    """A request as it was sent, without secrets.

    Attributes:
        method: The HTTP method in upper case.
        url: The whole URL. Values of parameters such as `api_key` are "***".
        headers: The headers, case-insensitive. Credentials are "***": `authorization` is "Bearer ***".
        content: The body as bytes; b"" if it is empty.
        attempt: The number of the attempt of its call, 1 for the first; 0 if a client of another package sent it.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False, default=b"")
    attempt: int = 0

    @property
    def path(self) -> str:
        """The path of the URL, still percent-encoded, such as `/api/v1/chat/completions`."""
        return urlsplit(self.url).path

    @property
    def query(self) -> dict[str, str]:
        """The query parameters by name; the last value of a repeated parameter."""
        return dict(parse_qsl(urlsplit(self.url).query, keep_blank_values=True))

    @property
    def json(self) -> Any:
        """The decoded JSON body, a new object at each access; None if the body is empty or not JSON."""
        from .._testing.json_texts import decode_json

        return decode_json(self.content)

    @property
    def model(self) -> str | None:
        """The requested model; None if the body names none."""
        body = self.json
        model = body.get("model") if isinstance(body, dict) else None
        return model if isinstance(model, str) else None

    @property
    def text(self) -> str:
        """The text of the last message of a chat, the parts of its content joined; "" if the request has none."""
        messages = self.messages
        content = messages[-1].get("content") if messages and isinstance(messages[-1], dict) else None
        return join_texts(content)

    @property
    def messages(self) -> list[Any]:
        """The messages of a chat; [] if the request is no chat."""
        body = self.json
        messages = body.get("messages") if isinstance(body, dict) else None
        return messages if isinstance(messages, list) else []

    @property
    def is_chat(self) -> bool:
        """True if the body has a list of messages."""
        body = self.json
        return isinstance(body, dict) and isinstance(body.get("messages"), list)

    @property
    def is_stream(self) -> bool:
        """True if the request asks for a stream: the body has `"stream": true`, or only events are accepted."""
        body = self.json
        wanted = isinstance(body, dict) and body.get("stream") is True
        return wanted or self.headers.get("accept", "") == "text/event-stream"

    def __str__(self) -> str:
        model = "" if self.model is None else f" (model {self.model!r:.100})"
        return f"{self.method} {self.path}{model}"


def join_texts(content: Any) -> str:
    """Return the texts in the content of a message, which is a text or a list of parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = (part.get("text") for part in parts if isinstance(part, dict))
    return "".join(text for text in texts if isinstance(text, str))


def build_sent_request(
    method: str, url: str, headers: Iterable[tuple[str, str]], content: bytes, extensions: Mapping[str, Any]
) -> tuple[SentRequest, Secrets]:
    """Return the request without secrets, and its secrets.

    Args:
        method: The HTTP method.
        url: The whole URL.
        headers: (name, value) pairs.
        content: The body.
        extensions: The extensions of the `httpx.Request`.
    """
    pairs = list(headers)
    request: Request | None = extensions.get(REQUEST_EXTENSION)  # None if another client sends the request
    service = None if request is None else request.service
    known = () if request is None else request.reveal_secrets()
    secrets = Secrets.find(url, pairs, known, () if service is None else service.secret_names)
    attempt = 0 if request is None else request.attempt or 1
    sent = SentRequest(
        method=method.upper(),
        url=secrets.hide_url(url),
        headers=Headers((name, secrets.hide_header(name, value)) for name, value in pairs),
        content=content,
        attempt=attempt,
    )
    return sent, secrets
