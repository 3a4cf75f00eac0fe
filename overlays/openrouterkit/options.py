"""The settings of one call: `RequestOptions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import field, frozen
from attrs.validators import in_, instance_of, is_callable, optional

from openrouterkit_runtime.foreign_values import is_object

from ._options.secret import InvalidValue, Secret
from ._options.suggestions import suggest_names
from ._options.validation import make_validator
from ._request.headers import hide_credentials
from .errors import ConfigurationError
from .retries import RetryOptions
from .timeouts import TimeoutOptions

if TYPE_CHECKING:
    from attrs import Attribute

    from openrouterkit_runtime.sender import Timeout

    from .authentication import Auth
    from .middleware.signatures import Middleware

__all__ = ["Key", "RequestOptions"]

Key = str | Secret | Callable[[], Any]
"""An API key, or a function that returns one and runs at every call (for an async client it may be async)."""


def wrap_key(key: Any) -> Any:
    """Return a str as a `Secret`, a blank str as None, a function unchanged, and anything else as an `InvalidValue`.

    It never raises, so that it can replace an argument before a traceback shows it; `check_key` raises.
    """
    if isinstance(key, str):
        return Secret(key) if key.strip() else None
    if key is None or isinstance(key, Secret | InvalidValue) or callable(key):
        return key
    return InvalidValue(key)


def hide_auth(auth: Any) -> Any:
    """Return the argument `auth` with its secrets hidden; see `authentication.wrap_auth`."""
    if auth is None:
        return None
    from .authentication import wrap_auth

    return wrap_auth(auth)


def check_key(key: Any) -> Secret | Callable[[], Any] | None:
    """Return a key from `wrap_key` if it is valid.

    Raises:
        ConfigurationError: The key is neither a str, a `Secret`, None nor a function.
    """
    if isinstance(key, InvalidValue):
        raise ConfigurationError(f"api_key must be a str or a function that returns one, not {key.type_name}")
    return key  # type: ignore[no-any-return]  # wrap_key returns nothing else


def check_middleware(middleware: Any, setting: str) -> tuple[Middleware, ...]:
    """Return middleware as a tuple.

    Args:
        middleware: A list or tuple of functions, or None for no middleware.
        setting: The name of the setting.

    Raises:
        ConfigurationError: It is not a list or tuple of functions.
    """
    if middleware is None:
        return ()
    if not isinstance(middleware, list | tuple) or not all(map(callable, middleware)):
        raise ConfigurationError(
            f"{setting} must be a list of functions, not {middleware!r:.100}: see openrouterkit.middleware"
        )
    return tuple(middleware)


def _convert_middleware(middleware: Any) -> tuple[Middleware, ...]:
    return check_middleware(middleware, "RequestOptions.middleware")


def _convert_attempt_middleware(middleware: Any) -> tuple[Middleware, ...]:
    return check_middleware(middleware, "RequestOptions.attempt_middleware")


def _format_names(given: Any) -> str:
    """Return the names as text for the repr, without the values, which may be secret."""
    return repr(list(given) if isinstance(given, Mapping) else given)


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


def _check_wrapped_key(_: Any, __: Any, value: Any) -> None:
    check_key(value)


@suggest_names(max_retries="retries", key="api_key", server_url="base_url", params="query")
@frozen(init=False)
class RequestOptions:
    """Settings of one call. For settings that are None or not passed, those of the client apply.

        options = RequestOptions(retries=0, timeout=10, headers={"X-Trace": "1"})
        client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")], options=options)

    Args:
        retries: A `RetryOptions`, or the maximum number of retries as an int. Replaces all retry settings of the
            client.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, or an
            `httpx.Timeout`. Replaces all limits of the client. With None those of the client apply; for no limit pass
            `timeout=None` to the method, or here `TimeoutOptions(connect=None, read=None, write=None, pool=None)`.
        base_url: The URL of the service. The client's key is not sent to another origin than the client's.
        api_key: The API key, or a function that returns it. It is sent to the origin of `base_url`, whichever that is.
        auth: Values of security schemes; a mapping is merged over the client's. See `openrouterkit.authentication`.
        headers: Headers to merge over the client's. A value of None removes a header.
        query: Query parameters to merge over those of the operation.
        on_keepalive: A function that receives the text of every comment by which the service keeps a stream alive.
            It must not be async.
        on_incomplete: What happens when a stream ends, or is closed, before it is complete. "raise", the default,
            raises `IncompleteStreamError`; "return" ends the iteration, and `result()` returns the result so far.
        middleware: Middleware to run around this call, inside that of the client; the first is the outermost. See
            `openrouterkit.middleware`.
        attempt_middleware: Middleware to run around every attempt of this call, inside that of the client.
        context: Values for middleware, which receives them as `request.context`, such as the name of a user.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    retries: RetryOptions | int | None = field(default=None, validator=_check_retries)
    timeout: Timeout = field(default=None, validator=_check_timeout)
    base_url: str | None = None
    api_key: Secret | Callable[[], Any] | None = field(default=None, validator=_check_wrapped_key)
    auth: Auth | None = field(default=None, repr=_format_names)
    headers: Mapping[str, Any] | None = field(default=None, validator=_OBJECT, repr=_format_names)
    query: Mapping[str, Any] | None = field(default=None, validator=_OBJECT, repr=_format_names)
    on_keepalive: Callable[[str], Any] | None = field(default=None, validator=_check_callback)
    on_incomplete: Literal["raise", "return"] = field(
        default="raise", validator=make_validator('"raise" or "return"', in_(("raise", "return")))
    )
    middleware: Sequence[Middleware] = field(default=(), converter=_convert_middleware)
    attempt_middleware: Sequence[Middleware] = field(default=(), converter=_convert_attempt_middleware)
    context: Mapping[str, Any] | None = field(
        default=None,
        validator=make_validator("a mapping of names to values, or None", optional(instance_of(Mapping))),
        repr=_format_names,
    )

    def __init__(
        self,
        retries: RetryOptions | int | None = None,
        timeout: Timeout = None,
        base_url: str | None = None,
        api_key: Key | None = None,
        auth: Auth | None = None,
        headers: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        on_keepalive: Callable[[str], Any] | None = None,
        on_incomplete: Literal["raise", "return"] = "raise",
        middleware: Sequence[Middleware] = (),
        attempt_middleware: Sequence[Middleware] = (),
        context: Mapping[str, Any] | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show credentials.
        api_key, auth = wrap_key(api_key), hide_auth(auth)
        headers, query = hide_credentials(headers), hide_credentials(query)
        self.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue] - created by attrs
            retries=retries,
            timeout=timeout,
            base_url=base_url,
            api_key=api_key,  # type: ignore[arg-type]  # the parameter was replaced above
            auth=auth,
            headers=headers,
            query=query,
            on_keepalive=on_keepalive,
            on_incomplete=on_incomplete,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
            context=context,
        )
