"""What came: the requests as a test may ask about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SECRET = frozenset({"authorization", "proxy-authorization", "cookie", "x-api-key", "api-key"})


@define
class RecordedRequest:
    """A request that came to the server.

    Attributes:
        method: in capitals.
        path: below the base URL, as it came: `/chat/completions`.
        query: by name; the last value, where a name came several times.
        headers: by name in lower case. Keys are kept out: `authorization` reads "Bearer ***".
        body: JSON, decoded; bytes where it is something else; None without a body.
        operation: the operation id, None where the contract states no such path or method.
        status: HTTP's, of the answer; 0 until there is one.
        model: the model that was asked for, None where the body names none.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str] = field(repr=False)
    body: Any = field(repr=False)
    operation: str | None = None
    status: int = 0

    @property
    def model(self) -> str | None:
        """The model that was asked for, None where the body names none."""
        model = self.body.get("model") if isinstance(self.body, dict) else None
        return model if isinstance(model, str) else None


def safe_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by name in lower case, with *** for whatever is a secret."""
    return {name.lower(): _hidden(value) if name.lower() in _SECRET else value for name, value in headers}


def _hidden(value: str) -> str:
    scheme, blank, _ = value.partition(" ")
    return f"{scheme} ***" if blank else "***"
