"""Recorded requests, on which tests can make assertions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "x-api-key", "api-key"})


@define
class RecordedRequest:
    """A request that the server received.

    Attributes:
        method: The HTTP method in upper case.
        path: The path below the base URL, still percent-encoded, such as `/chat/completions`.
        query: The query parameters by name; the last value of a repeated parameter.
        headers: The headers by lower-case name. Secrets are redacted: `authorization` is "Bearer ***".
        body: The decoded JSON; bytes if it is not JSON or the path or method is unknown; None if it is empty.
        operation: The operation id, None if the contract does not define the path or the method.
        status_code: The HTTP status of the response; 0 until the response is built.
        model: The requested model, None if the body names none.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str] = field(repr=False)
    body: Any = field(repr=False)
    operation: str | None = None
    status_code: int = 0

    @property
    def status(self) -> int:
        """The same as `status_code`."""
        return self.status_code

    @property
    def model(self) -> str | None:
        """The requested model, None if the body names none."""
        model = self.body.get("model") if isinstance(self.body, dict) else None
        return model if isinstance(model, str) else None


def redact_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the headers by lower-case name, with secret values replaced by ***."""
    return {name.lower(): _redact(value) if name.lower() in _SECRET_HEADERS else value for name, value in headers}


def _redact(value: str) -> str:
    """Return a header value with everything but the authentication scheme replaced by ***."""
    scheme, blank, _ = value.partition(" ")
    return f"{scheme} ***" if blank else "***"
