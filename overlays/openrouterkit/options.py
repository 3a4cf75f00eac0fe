"""What a caller may say of one call beside its parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from .errors import ConfigurationError
from .secret import Secret

if TYPE_CHECKING:
    from .retries import RetryOptions
    from .timeouts import TimeoutOptions

Key = str | Secret | Callable[[], Any]
"""An API key, or a function that gives one at every call (in an async client it may be an async function)."""


def held_key(key: Key | None) -> Secret | Callable[[], Any] | None:
    """The key, held as a `Secret` where it is text; "" is no key."""
    if not isinstance(key, str):
        return key
    return Secret(key) if key.strip() else None


def _checked_word(_: Any, __: Any, value: str) -> None:
    if value not in ("raise", "return"):
        raise ConfigurationError(f'on_incomplete is "raise" or "return", not {value!r}')


@frozen
class RequestOptions:
    """Settings of one call; what is not given is the client's.

    Attributes:
        retries: `RetryOptions`, or how many more attempts; replaces the client's whole.
        timeout: `TimeoutOptions`, or seconds for connect, read, write and pool each; replaces the client's whole. Where
            none is to be set, give `TimeoutOptions(connect=None, read=None, write=None, pool=None)`.
        base_url: where the service is. Another origin than the client's gets the client's key no more.
        api_key: in place of the client's, whatever the origin.
        headers: text by name, merged over the client's; None leaves a header out.
        query: merged over the operation's own.
        on_keepalive: called with the text of every comment a stream's service sends to keep the connection alive.
        on_incomplete: "raise" has a stream that ends too early raise `IncompleteStreamError`; "return" has it end, and
            `result()` give what came.
    """

    retries: RetryOptions | int | None = None
    timeout: TimeoutOptions | float | None = None
    base_url: str | None = None
    api_key: Secret | Callable[[], Any] | None = field(default=None, converter=held_key)
    headers: Mapping[str, Any] | None = field(default=None, repr=lambda headers: repr(headers and list(headers)))
    query: Mapping[str, Any] | None = field(default=None, repr=lambda query: repr(query and list(query)))
    on_keepalive: Callable[[str], Any] | None = None
    on_incomplete: Literal["raise", "return"] = field(default="raise", validator=_checked_word)
