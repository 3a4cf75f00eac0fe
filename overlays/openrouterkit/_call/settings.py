"""What a client, or one call of it, is set to, and the request that comes of it."""

from __future__ import annotations

from os import environ
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen

from openrouterkit_api import BASE_URL, UNSET
from openrouterkit_runtime.unset import is_unset

from .._version import __version__
from ..errors import ConfigurationError
from ..flow import Call, Flow, Request, do
from ..options import RequestOptions, held_key
from ..retries import RetryOptions
from ..timeouts import TimeoutOptions
from .attempts import logger
from .headers import UNSENDABLE, Headers, merged_headers
from .secret import CREDENTIALS, Secret
from .urls import checked_base_url, origin, with_query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit_api import Operation

    from ..flow import Payload
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
    headers: Headers = field(factory=dict, repr=False)
    query: Mapping[str, Any] = field(factory=dict, repr=False)
    on_keepalive: Callable[[str], Any] | None = None
    on_incomplete: Literal["raise", "return"] = "raise"

    def changed(self, given: Mapping[str, Any]) -> Settings:
        """These settings with a client's keywords over them; UNSET leaves one as it is.

        A base URL of another origin leaves the key behind, unless one is given with it.
        """
        changes: dict[str, Any] = {}
        given = {name: value for name, value in given.items() if value is not UNSET}
        headers = dict(self.headers)
        if "base_url" in given:
            changes["base_url"] = checked_base_url(given["base_url"] or _usual_base_url())
            if origin(changes["base_url"]) != origin(self.base_url):
                changes["key"] = None
                headers = {name: header for name, header in headers.items() if name not in CREDENTIALS}
        if "api_key" in given:
            changes["key"] = held_key(given["api_key"])
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
        changes["headers"] = merged_headers(headers, stated, given.get("headers"))
        return evolve(self, **changes)

    def of_call(self, timeout: Any, options: RequestOptions | None) -> Settings:
        """These settings with those of one call over them."""
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
            self.changed(given),
            query=options.query or {},
            on_keepalive=options.on_keepalive,
            on_incomplete=options.on_incomplete,
        )

    def request(self, operation: Operation[Any], *, stream: bool) -> Flow[Request]:
        """The request of an operation.

        Raises:
            ConfigurationError: there is no key where the service needs one, or a value that cannot be sent.
        """
        content = operation.payload()
        headers: dict[str, str] = {}
        media_type = operation.media_type
        if content is not None and media_type is not None:
            headers["Content-Type"] = media_type
        request = yield from self.request_to(
            operation.method,
            self.base_url + operation.path,
            usual={"accept": ("Accept", "text/event-stream" if stream else operation.accept)},
            headers={**headers, **operation.headers},
            query=operation.query,
            content=content,
            needs_key=operation.needs_key,
            stream=stream,
            operation=operation.id,
        )
        return request

    def request_to(
        self,
        method: str,
        url: str,
        *,
        usual: Headers | None = None,
        headers: Mapping[str, str | None],
        query: tuple[tuple[str, str], ...] = (),
        content: Payload = None,
        needs_key: bool = False,
        stream: bool = False,
        operation: str | None = None,
    ) -> Flow[Request]:
        """The request to an absolute URL; the key goes with it where the URL has the origin it was given for.

        Of one name, the client's headers stand over the `usual` ones, and `headers` over both.
        """
        if UNSENDABLE.search(url):
            raise ConfigurationError(f"the URL {url[:100]!a} has a character that cannot be sent: percent-encode it")
        own = self._owns(url)
        known = self.headers if own else {name: self.headers[name] for name in self.headers if name not in CREDENTIALS}
        merged = merged_headers({**(usual or {}), **known}, headers)
        key: Secret | None = None
        if own and "authorization" not in merged:
            key = yield from self._key()
            if key is None and needs_key and origin(url) == origin(BASE_URL):
                raise ConfigurationError(
                    "there is no API key: give api_key=, or set OPENROUTER_API_KEY before the client is made"
                )
        return Request(
            method=method,
            url=with_query(url, query, self.query),
            headers={name: value for name, value in merged.values() if value is not None},
            content=content,
            timeouts=self.timeouts,
            key=key,
            stream=stream,
            operation=operation,
        )

    def _owns(self, url: str) -> bool:
        """Whether a URL has the origin of the base URL, to which its key belongs."""
        base_url = self.base_url
        # The character after the base URL decides: with any other, host or port go on, or were but a user's name.
        if url.startswith(base_url) and url[len(base_url) : len(base_url) + 1] in ("/", "?", "#", ""):
            return True
        try:
            return origin(url) == origin(base_url)
        except ValueError as error:
            raise ConfigurationError(f"the URL of the request is none: {error}") from None

    def _key(self) -> Flow[Secret | None]:
        key = self.key
        if callable(key):
            given = yield from do(Call[Any](key))
            if given is not None and not isinstance(given, str | Secret):
                raise ConfigurationError(f"the function given as api_key gave {type(given).__name__}, not text")
            held = held_key(given)
            assert not callable(held)
            key = held
        if key is not None:
            text = key.reveal()
            if not text.isascii() or not text.isprintable():
                raise ConfigurationError("the API key has characters no header can carry: check where it is read from")
        return key


def _checked_middleware(given: Any) -> tuple[Middleware, ...]:
    if given is None:
        return ()
    if not isinstance(given, list | tuple) or not all(map(callable, given)):
        raise ConfigurationError(f"middleware is a list of functions, see openrouterkit.middleware: not {given!r:.100}")
    return tuple(given)


def _usual_base_url() -> str:
    return environ.get("OPENROUTER_BASE_URL") or BASE_URL


def client_settings(given: Mapping[str, Any]) -> Settings:
    """A new client's settings: what is given, the environment, the defaults, in this order.

    Reads OPENROUTER_API_KEY, OPENROUTER_BASE_URL, and OPENROUTER_LOG for the level of the logger `openrouterkit`.
    """
    _set_log_level(environ.get("OPENROUTER_LOG"))
    base_url = given.get("base_url") or _usual_base_url()
    key = given.get("api_key")
    if key is None:
        key = held_key(environ.get("OPENROUTER_API_KEY"))  # at once, as a traceback may show the variables here
    agent = {"User-Agent": f"openrouterkit/{__version__}"}
    settings = Settings(checked_base_url(base_url), headers=merged_headers({}, agent))
    return settings.changed({**given, "base_url": UNSET, "api_key": key})


def _set_log_level(level: str | None) -> None:
    if not level:
        return
    try:
        logger.setLevel(level.upper())
    except ValueError:
        raise ConfigurationError(f"OPENROUTER_LOG is debug, info, warning or error, not {level!r:.40}") from None
    if not logger.hasHandlers():
        from logging import StreamHandler

        logger.addHandler(StreamHandler())
