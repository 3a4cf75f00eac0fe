"""What a client, or one call of it, is set to, and the request that comes of it."""

from __future__ import annotations

from os import environ
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen

from openrouterkit_api import BASE_URL, UNSET
from openrouterkit_runtime.unset import is_unset

from .._log import set_level
from .._options.secret import CREDENTIALS, Secret
from .._version import __version__
from ..errors import ConfigurationError
from ..options import RequestOptions, wrap_key
from ..retries import RetryOptions
from ..timeouts import TimeoutOptions
from .headers import RequestHeaders, merge_headers
from .urls import parse_base_url, parse_origin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..middleware import Middleware


@frozen
class Settings:
    """A client's settings, or those of one call.

    Attributes:
        base_url: without a slash at its end.
        key: the key, a function that gives it, or None.
        timeouts, retries, middleware: as the client was given them, or the call.
        headers: of every request.
        query: of the call, over the operation's own.
        on_keepalive, on_incomplete: see `RequestOptions`.
    """

    base_url: str
    key: Secret | Callable[[], Any] | None = field(default=None, repr=False)
    timeouts: TimeoutOptions = field(factory=TimeoutOptions)
    retries: RetryOptions = field(factory=RetryOptions)
    middleware: tuple[Middleware, ...] = ()
    headers: RequestHeaders = field(factory=dict, repr=False)
    query: Mapping[str, Any] = field(factory=dict, repr=False)
    on_keepalive: Callable[[str], Any] | None = None
    on_incomplete: Literal["raise", "return"] = "raise"

    def with_changes(self, **given: Any) -> Settings:
        """These settings with a client's keywords over them; UNSET leaves one as it is.

        A base URL of another origin leaves the key behind, unless one is given with it.
        """
        changes: dict[str, Any] = {}
        given = {name: value for name, value in given.items() if value is not UNSET}
        headers = dict(self.headers)
        if "base_url" in given:
            changes["base_url"] = parse_base_url(given["base_url"] or _usual_base_url())
            if parse_origin(changes["base_url"]) != parse_origin(self.base_url):
                changes["key"] = None
                headers = {name: header for name, header in headers.items() if name not in CREDENTIALS}
        if "api_key" in given:
            changes["key"] = wrap_key(given["api_key"])
            if changes["key"] is not None:
                headers.pop("authorization", None)
        if "timeout" in given:
            changes["timeouts"] = TimeoutOptions.of(given["timeout"])
        if given.get("retries") is not None:
            changes["retries"] = RetryOptions.of(given["retries"])
        if "middleware" in given:
            changes["middleware"] = _checked_middleware(given["middleware"])
        named = {"HTTP-Referer": given.get("app_url"), "X-OpenRouter-Title": given.get("app_title")}
        stated = {name: value for name, value in named.items() if value is not None}
        changes["headers"] = merge_headers(headers, stated, given.get("headers"))
        return evolve(self, **changes)

    def for_call(self, timeout: Any, options: Any) -> Settings:
        """These settings with those of one call over them.

        Args:
            timeout: as a client takes it; UNSET for the one of these settings.
            options: `RequestOptions`, or None.

        Raises:
            ConfigurationError: the options are no `RequestOptions`, or contradict each other.
        """
        if options is not None and not isinstance(options, RequestOptions):
            raise ConfigurationError(f"options must be RequestOptions, not {type(options).__name__}")
        given_timeout = not is_unset(timeout)
        if options is None:
            return evolve(self, timeouts=TimeoutOptions.of(timeout)) if given_timeout else self
        given: dict[str, Any] = {
            "base_url": UNSET if options.base_url is None else options.base_url,
            "api_key": UNSET if options.api_key is None else options.api_key,
            "timeout": timeout if given_timeout else UNSET if options.timeout is None else options.timeout,
            "retries": options.retries,
            "headers": options.headers,
        }
        return evolve(
            self.with_changes(**given),
            query=options.query or {},
            on_keepalive=options.on_keepalive,
            on_incomplete=options.on_incomplete,
        )


def _checked_middleware(given: Any) -> tuple[Middleware, ...]:
    if given is None:
        return ()
    if not isinstance(given, list | tuple) or not all(map(callable, given)):
        raise ConfigurationError(f"middleware is a list of functions, see openrouterkit.middleware: not {given!r:.100}")
    return tuple(given)


def _usual_base_url() -> str:
    return environ.get("OPENROUTER_BASE_URL") or BASE_URL


def build_client_settings(*, api_key: Any = None, base_url: Any = None, **given: Any) -> Settings:
    """A new client's settings: what is given, the environment, the defaults, in this order.

    Reads OPENROUTER_API_KEY, OPENROUTER_BASE_URL, and OPENROUTER_LOG for the level of the logger `openrouterkit`.
    """
    set_level(environ.get("OPENROUTER_LOG"))
    if api_key is None:
        api_key = wrap_key(environ.get("OPENROUTER_API_KEY"))  # at once, as a traceback may show the variables here
    agent = {"User-Agent": f"openrouterkit/{__version__}"}
    settings = Settings(parse_base_url(base_url or _usual_base_url()), headers=merge_headers({}, agent))
    return settings.with_changes(api_key=api_key, **given)
