"""What a caller may say of one call beside its parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen
from attrs.validators import in_, instance_of, is_callable, optional

from ._options.secret import Secret
from ._options.validation import make_validator
from .errors import ConfigurationError
from .retries import RetryOptions
from .timeouts import TimeoutOptions

if TYPE_CHECKING:
    from attrs import Attribute

    from openrouterkit_runtime.sender import Timeout

Key = str | Secret | Callable[[], Any]
"""An API key, or a function that gives one at every call (in an async client it may be an async function)."""


def wrap_key(key: Key | None) -> Secret | Callable[[], Any] | None:
    """The key, held as a `Secret` where it is text; "" is no key.

    Raises:
        ConfigurationError: it is neither text nor a function.
    """
    if isinstance(key, str):
        return Secret(key) if key.strip() else None
    if key is None or isinstance(key, Secret) or callable(key):
        return key
    raise ConfigurationError(f"api_key is text, or a function that gives it: not {type(key).__name__}")


def _names(given: Mapping[str, Any] | None) -> str:
    return repr(given and list(given))


def _check_retries(_: Any, __: Any, value: Any) -> None:
    if value is not None:
        RetryOptions.of(value)


def _check_timeout(_: Any, __: Any, value: Any) -> None:
    if value is not None:
        TimeoutOptions.of(value)


_MAPPING: Final = make_validator("a mapping of names to values, or None", optional(instance_of(Mapping)))


def _check_callback(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    make_validator("a function, or None", optional(is_callable()))(instance, attribute, value)
    if iscoroutinefunction(value):
        raise ConfigurationError(f"{attribute.name} is called, not awaited: give a plain function, in async code too")


@frozen
class RequestOptions:
    """Settings of one call; what is not given is the client's.

    Attributes:
        retries: `RetryOptions`, or how many more attempts; replaces the client's whole.
        timeout: `TimeoutOptions`, `httpx.Timeout`, or seconds for connect, read, write and pool each; replaces the
            client's whole. For no limit give `TimeoutOptions(connect=None, read=None, write=None, pool=None)`.
        base_url: where the service is. Another origin than the client's gets the client's key no more.
        api_key: in place of the client's, whatever the origin.
        headers: text by name, merged over the client's; None leaves a header out.
        query: merged over the operation's own.
        on_keepalive: called with the text of every comment a stream's service sends to keep the connection alive.
        on_incomplete: "raise" has a stream that ends too early raise `IncompleteStreamError`; "return" has it end, and
            `result()` give what came.
    """

    retries: RetryOptions | int | None = field(default=None, validator=_check_retries)
    timeout: Timeout = field(default=None, validator=_check_timeout)
    base_url: str | None = None
    api_key: Secret | Callable[[], Any] | None = field(default=None, converter=wrap_key)
    headers: Mapping[str, Any] | None = field(default=None, validator=_MAPPING, repr=_names)
    query: Mapping[str, Any] | None = field(default=None, validator=_MAPPING, repr=_names)
    on_keepalive: Callable[[str], Any] | None = field(default=None, validator=_check_callback)
    on_incomplete: Literal["raise", "return"] = field(
        default="raise", validator=make_validator('"raise" or "return"', in_(("raise", "return")))
    )
