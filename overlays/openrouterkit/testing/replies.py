"""What a script or a cassette sends in place of the service: `Reply`, with `Pause` and `Failure` inside its body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Failure", "Pause", "Reply", "ScriptError"]


class ScriptError(AssertionError):
    """A request that a script has no step for, steps that no request used, or a step that does not fit its request."""


@frozen
class Pause:
    """A time in which the service sends nothing. The limits of the client apply to it.

    Attributes:
        seconds: The length.
    """

    seconds: float


@frozen
class Failure:
    """A failure of the connection.

    Attributes:
        kind: The name of the exception of httpx, such as "ConnectError" or "ReadTimeout".
        message: The text of the exception.
        error: The exception to raise, in place of the one that `kind` names; None for that one.
    """

    kind: str
    message: str = ""
    error: BaseException | None = None


Piece: TypeAlias = bytes | Pause | Failure
"""A part of a body: bytes that the client reads at once, a pause, or a failure."""


@frozen
class Reply:
    """A response, or a failure before the response.

    Attributes:
        status: The HTTP status.
        headers: The headers.
        pieces: The body.
        delay: Seconds before the headers.
        failure: The failure in place of the response; None for a response.
    """

    status: int = 200
    headers: Mapping[str, str] = field(factory=dict)
    pieces: tuple[Piece, ...] = ()
    delay: float = 0
    failure: Failure | None = None


def build_reply(body: Any, status: int = 200, headers: Mapping[str, str] | None = None, delay: float = 0) -> Reply:
    """Return a reply with a whole body.

    Args:
        body: Bytes, text, or a JSON value.
        status: The HTTP status.
        headers: The headers; a Content-Type that fits the body is added.
        delay: Seconds before the headers.
    """
    from .._testing.json_texts import encode_json

    kind = "application/json"
    if isinstance(body, bytes):
        content, kind = body, "application/octet-stream"
    elif isinstance(body, str):
        content, kind = body.encode(), "text/plain; charset=utf-8"
    else:
        content = b"" if body is None else encode_json(body)
    return Reply(status, complete_headers(headers, **{"content-type": kind}), (content,) if content else (), delay)


def complete_headers(headers: Mapping[str, str] | None, **defaults: str) -> dict[str, str]:
    """Return headers with defaults for those that are absent. Names are in lower case.

    Args:
        headers: The headers; None for none.
        defaults: The defaults by name; in place of a hyphen, pass them as `**{"content-type": ...}`.
    """
    own = {name.lower(): value for name, value in (headers or {}).items()}
    return {**defaults, **own}
