"""The clients of OpenRouter: `OpenRouter` for sync code, `AsyncOpenRouter` for asyncio and trio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openrouterkit_api.groups import AsyncGroups, Groups
from openrouterkit_runtime.lazy import cached_property
from openrouterkit_runtime.unset import UNSET

from .._options.connection_settings import hide_password, hide_proxy
from .._options.suggestions import suggest_names
from ..client import OTHER_NAMES, AsyncClient, Client
from ..options import hide_auth, wrap_key
from .app_settings import AppSettings, add_app

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_runtime.sender import Timeout

    from .._transport.clients import AsyncHttpClient, Certificate, HttpClient, Limits, Proxy, Verify
    from ..authentication import Auth
    from ..middleware.signatures import Middleware
    from ..namespaces.chat import AsyncChat, Chat
    from ..namespaces.generations import AsyncGenerations, Generations
    from ..namespaces.models import AsyncModels, Models
    from ..namespaces.oauth import AsyncOAuth, OAuth
    from ..options import Key
    from ..retries import RetryOptions

__all__ = ["AsyncOpenRouter", "OpenRouter"]

_OTHER_NAMES: Final = {**OTHER_NAMES, "http_referer": "app_url", "x_open_router_title": "app_title"}


@suggest_names(**_OTHER_NAMES)
class OpenRouter(AppSettings, Client, Groups):
    """The client for sync code. It is safe to share between threads.

        with OpenRouter() as client:
            result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])

    The client is a context manager that closes its connections at the end. It imports httpx and opens connections at
    the first call, not earlier.

    Args:
        api_key: The API key, or a function that returns it and runs at every call. Defaults to the environment
            variable OPENROUTER_API_KEY. The key is sent only to the origin of `base_url`.
        auth: The value of the service's only security scheme, or values by name of the scheme; see
            `openrouterkit.authentication`. Not together with `api_key`.
        base_url: The URL of the service. Defaults to the environment variable OPENROUTER_BASE_URL, then to
            https://openrouter.ai/api/v1.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
            `httpx.Timeout`, or None for no limit. Defaults to `TimeoutOptions()`.
        retries: A `RetryOptions`, or the maximum number of retries as an int (0 disables them). Defaults to
            `RetryOptions()`.
        headers: Headers to send with every request. A value of None removes a default header.
        app_url: The URL of your application, by which openrouter.ai lists it (sent as `HTTP-Referer`).
        app_title: The name of your application in that list (sent as `X-OpenRouter-Title`).
        middleware: Middleware to run around every call; the first is the outermost. See `openrouterkit.middleware`.
        attempt_middleware: Middleware to run around every attempt of a call, inside the retries.
        proxy: The URL of a proxy, such as `http://user:password@proxy.example.com:3128`, or an `httpx.Proxy`. Defaults
            to the proxies of the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
        verify: The certificates to trust: the path of a file or folder, or an `ssl.SSLContext`. False disables the
            verification of the service. Defaults to True: the environment variables SSL_CERT_FILE or SSL_CERT_DIR,
            then the package certifi.
        cert: A client certificate: the path of a file with its private key, or a tuple of certificate path, key path
            and, if the key is encrypted, password.
        limits: The numbers of connections: a `ConnectionLimits`, or an `httpx.Limits`. Defaults to
            `ConnectionLimits()`.
        http_client: An `httpx.Client` to send all requests with. `close()` leaves it open. Its timeout applies if
            `timeout` is not passed, unless it is the default of httpx, 5 s. It cannot be combined with `proxy`,
            `verify`, `cert` and `limits`, which configure the connections that this client opens itself.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = None,
        headers: Mapping[str, str | None] | None = None,
        app_url: str | None = None,
        app_title: str | None = None,
        middleware: Sequence[Middleware] | None = (),
        attempt_middleware: Sequence[Middleware] | None = (),
        proxy: Proxy | None = None,
        verify: Verify = UNSET,
        cert: Certificate | None = None,
        limits: Limits | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show the key, credential headers and passwords.
        api_key, auth, headers = wrap_key(api_key), hide_auth(auth), add_app(headers, app_url, app_title)
        proxy, cert = hide_proxy(proxy), hide_password(cert)
        super().__init__(
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
            proxy=proxy,
            verify=verify,
            cert=cert,
            limits=limits,
            http_client=http_client,
        )

    @cached_property
    def chat(self) -> Chat:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from ..namespaces.chat import Chat

        return Chat(self)

    @cached_property
    def models(self) -> Models:
        """List models, their abilities and their prices."""
        from ..namespaces.models import Models

        return Models(self)

    @cached_property
    def generations(self) -> Generations:
        """Look up the record of a generation: tokens, cost, routing, times and content."""
        from ..namespaces.generations import Generations

        return Generations(self)

    @cached_property
    def oauth(self) -> OAuth:
        """Get an API key from a user who logs in with the browser (OAuth with PKCE)."""
        from ..namespaces.oauth import OAuth

        return OAuth(self)


@suggest_names(**_OTHER_NAMES)
class AsyncOpenRouter(AppSettings, AsyncClient, AsyncGroups):
    """The client for async code, on asyncio or trio.

        async with AsyncOpenRouter() as client:
            result = await client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])

    The client is an async context manager that closes its connections at the end. It imports httpx and opens
    connections at the first call, not earlier. Connections belong to the event loop in which they were opened, and
    `aclose()` frees those of the current loop only: prefer one client per event loop.

    Args:
        api_key: The API key, or a sync or async function that returns it and runs at every call. Defaults to the
            environment variable OPENROUTER_API_KEY. The key is sent only to the origin of `base_url`.
        auth: The value of the service's only security scheme, or values by name of the scheme; see
            `openrouterkit.authentication`. Not together with `api_key`.
        base_url: The URL of the service. Defaults to the environment variable OPENROUTER_BASE_URL, then to
            https://openrouter.ai/api/v1.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
            `httpx.Timeout`, or None for no limit. Defaults to `TimeoutOptions()`.
        retries: A `RetryOptions`, or the maximum number of retries as an int (0 disables them). Defaults to
            `RetryOptions()`.
        headers: Headers to send with every request. A value of None removes a default header.
        app_url: The URL of your application, by which openrouter.ai lists it (sent as `HTTP-Referer`).
        app_title: The name of your application in that list (sent as `X-OpenRouter-Title`).
        middleware: Middleware to run around every call; the first is the outermost. See `openrouterkit.middleware`.
        attempt_middleware: Middleware to run around every attempt of a call, inside the retries.
        proxy: The URL of a proxy, such as `http://user:password@proxy.example.com:3128`, or an `httpx.Proxy`. Defaults
            to the proxies of the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
        verify: The certificates to trust: the path of a file or folder, or an `ssl.SSLContext`. False disables the
            verification of the service. Defaults to True: the environment variables SSL_CERT_FILE or SSL_CERT_DIR,
            then the package certifi.
        cert: A client certificate: the path of a file with its private key, or a tuple of certificate path, key path
            and, if the key is encrypted, password.
        limits: The numbers of connections: a `ConnectionLimits`, or an `httpx.Limits`. Defaults to
            `ConnectionLimits()`.
        http_client: An `httpx.AsyncClient` to send all requests with. `aclose()` leaves it open. Its timeout applies if
            `timeout` is not passed, unless it is the default of httpx, 5 s. It cannot be combined with `proxy`,
            `verify`, `cert` and `limits`, which configure the connections that this client opens itself.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = None,
        headers: Mapping[str, str | None] | None = None,
        app_url: str | None = None,
        app_title: str | None = None,
        middleware: Sequence[Middleware] | None = (),
        attempt_middleware: Sequence[Middleware] | None = (),
        proxy: Proxy | None = None,
        verify: Verify = UNSET,
        cert: Certificate | None = None,
        limits: Limits | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show the key, credential headers and passwords.
        api_key, auth, headers = wrap_key(api_key), hide_auth(auth), add_app(headers, app_url, app_title)
        proxy, cert = hide_proxy(proxy), hide_password(cert)
        super().__init__(
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
            proxy=proxy,
            verify=verify,
            cert=cert,
            limits=limits,
            http_client=http_client,
        )

    @cached_property
    def chat(self) -> AsyncChat:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from ..namespaces.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def models(self) -> AsyncModels:
        """List models, their abilities and their prices."""
        from ..namespaces.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def generations(self) -> AsyncGenerations:
        """Look up the record of a generation: tokens, cost, routing, times and content."""
        from ..namespaces.generations import AsyncGenerations

        return AsyncGenerations(self)

    @cached_property
    def oauth(self) -> AsyncOAuth:
        """Get an API key from a user who logs in with the browser (OAuth with PKCE)."""
        from ..namespaces.oauth import AsyncOAuth

        return AsyncOAuth(self)
