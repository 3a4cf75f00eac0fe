"""The settings of one call: `RequestOptions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen
from attrs.validators import in_, is_callable, optional

from openrouterkit_runtime.foreign_values import is_object

from ._options.secret import Secret
from ._options.validation import make_validator
from .errors import ConfigurationError
from .retries import RetryOptions
from .timeouts import TimeoutOptions

if TYPE_CHECKING:
    from attrs import Attribute

    from openrouterkit_runtime.sender import Timeout

Key = str | Secret | Callable[[], Any]
"""An API key, or a function that returns one and runs at every call (for an async client it may be async)."""


def wrap_key(key: Key | None) -> Secret | Callable[[], Any] | None:
    """Return a str as a `Secret`, a blank str as None, and a function unchanged.

    Raises:
        ConfigurationError: The key is neither a str, a `Secret`, None nor a function.
    """
    if isinstance(key, str):
        return Secret(key) if key.strip() else None
    if key is None or isinstance(key, Secret) or callable(key):
        return key
    raise ConfigurationError(f"api_key must be a str or a function that returns one, not {type(key).__name__}")


def _format_names(given: Any) -> str:
    """Return the names as text for the repr, without the values, which may be secret."""
    from openrouterkit_runtime.parameters import read_object

    return repr(given and list(read_object(given)))


def _check_object(_: Any, __: Any, value: Any) -> None:
    if not is_object(value):
        raise TypeError


def _check_retries(_: Any, __: Any, value: Any) -> None:
    if value is not None:
        RetryOptions.of(value)


def _check_timeout(_: Any, __: Any, value: Any) -> None:
    if value is not None:
        TimeoutOptions.of(value)


_OBJECT: Final = make_validator("a mapping of names to values, or None", optional(_check_object))


def _check_callback(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    make_validator("a function, or None", optional(is_callable()))(instance, attribute, value)
    if iscoroutinefunction(value):
        raise ConfigurationError(f"{attribute.name} must not be async, as it is not awaited; pass a plain function")


@frozen
class RequestOptions:
    """Settings of one call. For settings that are None or not passed, those of the client apply.

        options = RequestOptions(retries=0, timeout=10, headers={"X-Trace": "1"})
        client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")], options=options)

    Args:
        retries: A `RetryOptions`, or the maximum number of retries as an int. Replaces all retry settings of the
            client.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, or an
            `httpx.Timeout`. Replaces all limits of the client. For no limit pass
            `TimeoutOptions(connect=None, read=None, write=None, pool=None)`.
        base_url: The URL of the service. The client's key is not sent to another origin than the client's.
        api_key: The API key, or a function that returns it. It is sent to the origin of `base_url`, whichever that is.
        headers: Headers to merge over the client's. A value of None removes a header.
        query: Query parameters to merge over those of the operation.
        on_keepalive: A function that receives the text of every comment by which the service keeps a stream alive.
            It must not be async.
        on_incomplete: What happens when a stream ends, or is closed, before it is complete. "raise", the default,
            raises `IncompleteStreamError`; "return" ends the iteration, and `result()` returns the result so far.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    retries: RetryOptions | int | None = field(default=None, validator=_check_retries)
    timeout: Timeout = field(default=None, validator=_check_timeout)
    base_url: str | None = None
    api_key: Secret | Callable[[], Any] | None = field(default=None, converter=wrap_key)
    headers: Mapping[str, Any] | None = field(default=None, validator=_OBJECT, repr=_format_names)
    query: Mapping[str, Any] | None = field(default=None, validator=_OBJECT, repr=_format_names)
    on_keepalive: Callable[[str], Any] | None = field(default=None, validator=_check_callback)
    on_incomplete: Literal["raise", "return"] = field(
        default="raise", validator=make_validator('"raise" or "return"', in_(("raise", "return")))
    )
