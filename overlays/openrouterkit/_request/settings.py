"""The settings of a client and of a call."""

from __future__ import annotations

from collections.abc import Mapping
from os import environ
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import evolve, field, frozen

from openrouterkit_runtime.unset import UNSET, is_unset

from .._flow.loggers import configure_logging, redact_transport_logs
from .._options.version import __version__
from ..errors import ConfigurationError
from ..options import RequestOptions, check_key, check_middleware, wrap_key
from ..retries import RetryOptions
from ..service import Service
from ..timeouts import TimeoutOptions
from .auth_values import AuthValues, read_environment
from .headers import RequestHeaders, merge_headers
from .urls import parse_base_url, parse_origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..middleware.signatures import Middleware


_LIBRARY_TIMEOUT: Final = 5.0
"""The default of httpx for all four timeouts, in seconds."""


@frozen
class Settings:
    """The settings of a client or of one call.

    Attributes:
        service: The service that is called.
        base_url: Base URL of the service, without a trailing slash.
        auth: The values of the security schemes.
        timeouts: Limits of a call.
        retries: When a call is retried.
        middleware: Middleware to run around a call, outermost first.
        attempt_middleware: Middleware to run around each attempt, outermost first.
        call_middleware: Middleware of one call; it runs inside `middleware`.
        call_attempt_middleware: Middleware of the attempts of one call; it runs inside `attempt_middleware`.
        context: See `RequestOptions`.
        headers: Headers to send with every request.
        query: Query parameters of the call; they replace those of the operation.
        on_keepalive: See `RequestOptions`.
        on_incomplete: See `RequestOptions`.
    """

    service: Service
    base_url: str
    auth: AuthValues = field(factory=AuthValues, repr=False)
    timeouts: TimeoutOptions = field(factory=TimeoutOptions)
    retries: RetryOptions = field(factory=RetryOptions)
    middleware: tuple[Middleware, ...] = ()
    attempt_middleware: tuple[Middleware, ...] = ()
    call_middleware: tuple[Middleware, ...] = ()
    call_attempt_middleware: tuple[Middleware, ...] = ()
    context: Mapping[str, Any] = field(factory=dict, repr=False)
    headers: RequestHeaders = field(factory=dict, repr=False)
    query: Mapping[str, Any] = field(factory=dict, repr=False)
    on_keepalive: Callable[[str], Any] | None = None
    on_incomplete: Literal["raise", "return"] = "raise"

    def with_changes(self, **options: Any) -> Settings:
        """Return these settings with some replaced by keyword arguments of a client; UNSET keeps a setting.

        Middleware is added inside that of these settings; None removes theirs.

        If the base URL changes to another origin, the API key and other credentials are removed unless they are passed
        again.
        """
        changes: dict[str, Any] = {}
        options = {name: value for name, value in options.items() if value is not UNSET}
        headers = dict(self.headers)
        if "base_url" in options:
            changes["base_url"] = _find_base_url(self.service, options["base_url"])
            if parse_origin(changes["base_url"]) != parse_origin(self.base_url):
                changes["auth"] = AuthValues()
                headers = {name: header for name, header in headers.items() if not self.service.is_secret(name)}
        if "api_key" in options or "auth" in options:
            changes["auth"], replaced = self._change_auth(changes.get("auth", self.auth), options)
            headers = {name: header for name, header in headers.items() if name not in replaced}
        if "timeout" in options:
            changes["timeouts"] = TimeoutOptions.of(options["timeout"])
        if options.get("retries") is not None:
            changes["retries"] = RetryOptions.of(options["retries"])
        for name in ("middleware", "attempt_middleware"):
            if name in options:
                added = check_middleware(options[name], name)
                changes[name] = () if options[name] is None else (*getattr(self, name), *added)
        changes["headers"] = merge_headers(headers, options.get("headers"), secret=self.service.secret_names)
        return evolve(self, **changes)

    def _change_auth(self, auth: AuthValues, options: Mapping[str, Any]) -> tuple[AuthValues, set[str]]:
        """Return the values of the schemes with those of `api_key` and `auth`, and the headers that they replace."""
        from openrouterkit_runtime.security import find_place

        schemes = self.service.own_schemes
        key, passed = options.get("api_key"), options.get("auth")
        if key is not None and passed is not None:
            raise ConfigurationError("api_key and auth cannot be combined: pass only one of them")
        if "api_key" in options and passed is None:
            auth = auth.with_key(check_key(wrap_key(key)), schemes)
        if "auth" in options and key is None:
            auth = auth.with_auth(passed, schemes)
        names = passed if isinstance(passed, Mapping) else schemes
        headers = {
            schemes[name].name.lower() for name in names if name in schemes and find_place(schemes[name]) == "header"
        }
        return auth, set() if key is None and passed is None else headers or {"authorization"}

    def for_call(self, timeout: Any, options: Any) -> Settings:
        """Return these settings with those of one call applied.

        Args:
            timeout: Any value that `TimeoutOptions.of` accepts; UNSET to use the timeout of `options` or of the client.
            options: `RequestOptions`, or None.

        Raises:
            ConfigurationError: An argument has the wrong type or an invalid value.
        """
        if options is not None and not isinstance(options, RequestOptions):
            raise ConfigurationError(f"options must be RequestOptions, not {type(options).__name__}")
        has_timeout = not is_unset(timeout)
        if options is None:
            return evolve(self, timeouts=TimeoutOptions.of(timeout)) if has_timeout else self
        changes: dict[str, Any] = {
            "base_url": UNSET if options.base_url is None else options.base_url,
            "api_key": UNSET if options.api_key is None else options.api_key,
            "auth": UNSET if options.auth is None else options.auth,
            "timeout": timeout if has_timeout else UNSET if options.timeout is None else options.timeout,
            "retries": options.retries,
            "headers": options.headers,
        }
        from openrouterkit_runtime.parameters import read_object

        settings = self.with_changes(**changes)
        auth = settings.auth
        if options.api_key is not None or options.auth is not None:
            auth = evolve(auth, of_call=tuple(options.auth) if isinstance(options.auth, Mapping) else ())
        return evolve(
            settings,
            auth=auth,
            query={} if options.query is None else read_object(options.query),
            call_middleware=tuple(options.middleware),
            call_attempt_middleware=tuple(options.attempt_middleware),
            context={} if options.context is None else options.context,
            on_keepalive=options.on_keepalive,
            on_incomplete=options.on_incomplete,
        )


def choose_timeout(timeout: Any, http_client: Any) -> Any:
    """Return the timeout for a client that sends its requests with the caller's `http_client`.

    Args:
        timeout: The timeout that was passed; UNSET if none was.
        http_client: A client of httpx, or of a library like it.

    Returns:
        The timeout that was passed, or that of `http_client`. UNSET if neither was set: httpx has a default, which
        cannot be told from the same value that somebody chose.

    Raises:
        ConfigurationError: The timeout of `http_client` has a value that is not allowed.
    """
    if not is_unset(timeout):
        return timeout
    own = getattr(http_client, "timeout", None)
    try:
        values = (own.connect, own.read, own.write, own.pool)  # type: ignore[union-attr]  # handled below
    except AttributeError:
        return UNSET
    if values == (_LIBRARY_TIMEOUT,) * 4:
        return UNSET
    try:
        return TimeoutOptions.of(own)
    except ConfigurationError as error:
        raise ConfigurationError(f"invalid timeout of http_client: {error}") from None


def _find_base_url(service: Service, base_url: Any) -> str:
    """Return the base URL that was passed, or that of the environment, or of the service."""
    url, own = base_url or service.find_base_url(), service.own_base_url
    if not url or (url == own and str(url).startswith("/")):  # a path: relative to where the description was published
        variable = f", or set {service.base_url_env}" if service.base_url_env else ""
        path, example = (f", only the path {url}", f"'https://...{url}'") if url else ("", "...")
        raise ConfigurationError(f"{service.name} has no URL of its own{path}: pass base_url={example}{variable}")
    parsed = parse_base_url(url, None if url == own else own)  # else the example would be the invalid URL
    prefix = service.path_prefix
    return parsed.removesuffix(prefix) if prefix else parsed


def build_client_settings(
    service: Any, *, api_key: Any = None, auth: Any = None, base_url: Any = None, **options: Any
) -> Settings:
    """Return the settings of a new client, from arguments, then the environment, then the defaults.

    Reads the environment variables of the service, and sets what is logged; see `configure_logging`.

    Args:
        service: The service that the client calls, a `Service`.
        api_key: API key, or a function that returns it.
        auth: Values of the security schemes of the service.
        base_url: Base URL of the service.
        options: Further keyword arguments of the client, see `Settings.with_changes`.

    Raises:
        ConfigurationError: An argument or environment variable is invalid.
    """
    if not isinstance(service, Service):
        raise ConfigurationError(
            f"service must be a Service, not {type(service).__name__}: pass one, as in Client(Service(...)), or define "
            f"the attribute `service` in the class of the client"
        )
    configure_logging(environ, service.log_env)
    redact_transport_logs()
    service.check_scheme_names()
    service.check_behaviors()
    if api_key is None and auth is None:
        auth = read_environment(service)
    agent = {"User-Agent": f"openrouterkit/{__version__}"}
    url = _find_base_url(service, base_url)
    settings = Settings(service, url, headers=merge_headers({}, agent, service.headers, secret=service.secret_names))
    return settings.with_changes(api_key=api_key, auth=UNSET if auth is None else auth, **options)
