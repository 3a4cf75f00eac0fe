"""The settings that only OpenRouter has: by which application openrouter.ai lists the requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from openrouterkit_runtime.unset import UNSET

from .._call.client_options import AsyncClientOptions, ClientOptions
from .._call.configured_client import ConfiguredClient
from .._request.headers import hide_credentials
from ..options import hide_auth, wrap_key
from .service import OPENROUTER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openrouterkit_runtime.sender import Timeout

    from ..authentication import Auth
    from ..middleware.signatures import Middleware
    from ..options import Key
    from ..retries import RetryOptions

__all__ = ["AsyncOpenRouterOptions", "OpenRouterOptions"]


class OpenRouterOptions(ClientOptions, total=False):
    """The keyword arguments of `OpenRouter`, for the constructor of a subclass. See `client.ClientOptions`."""

    app_url: str | None
    app_title: str | None


class AsyncOpenRouterOptions(AsyncClientOptions, total=False):
    """The keyword arguments of `AsyncOpenRouter`, for the constructor of a subclass. See `client.ClientOptions`."""

    app_url: str | None
    app_title: str | None


class AppSettings(ConfiguredClient):
    """The settings by which openrouter.ai lists an application, shared by both clients."""

    service = OPENROUTER

    def with_options(
        self,
        *,
        api_key: Key | None = UNSET,
        auth: Auth | None = UNSET,
        base_url: str | None = UNSET,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = UNSET,
        headers: Mapping[str, str | None] | None = UNSET,
        app_url: str | None = UNSET,
        app_title: str | None = UNSET,
        middleware: Sequence[Middleware] | None = UNSET,
        attempt_middleware: Sequence[Middleware] | None = UNSET,
    ) -> Self:
        """Return a client with changed settings that shares this client's connections.

        Settings that are not passed are copied from this client. Closing the new client ends its calls, and leaves the
        connections open. As they are shared, `proxy`, `verify`, `cert`, `limits` and `http_client` need a new client.

            careful = client.with_options(timeout=10, retries=0)

        Args:
            api_key: Replaces the API key. Pass it together with a `base_url` of another origin, as this client's key
                is not sent there.
            auth: Replaces the values of the security schemes; see `Client.with_options`.
            base_url: Replaces the URL of the service.
            timeout: Replaces all time limits; see `OpenRouter`.
            retries: Replaces all retry settings; see `OpenRouter`.
            headers: Headers to merge over this client's. A value of None removes a header.
            app_url: Replaces the URL of the application.
            app_title: Replaces the name of the application.
            middleware: Middleware to add inside that of this client. None removes the middleware of this client.
            attempt_middleware: Middleware to add around attempts, inside that of this client. None removes it.

        Raises:
            ConfigurationError: A setting is invalid.
        """
        # First, so that a traceback with local variables does not show credentials.
        api_key = api_key if api_key is UNSET else wrap_key(api_key)
        auth = auth if auth is UNSET else hide_auth(auth)
        headers = add_app(headers, app_url, app_title)
        return super().with_options(
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
        )


def add_app(headers: Any, url: Any, title: Any) -> Any:
    """Return headers with those of an application, which the caller's own headers replace; credentials are hidden.

    Args:
        headers: Headers of the caller.
        url: The URL of the application.
        title: The name of the application.
    """
    headers = headers if headers is UNSET else hide_credentials(headers)
    values = {"HTTP-Referer": url, "X-OpenRouter-Title": title}
    added = {name: value for name, value in values.items() if value is not UNSET and value is not None}
    if not added or not (headers is UNSET or headers is None or isinstance(headers, Mapping)):
        return headers
    return {**added, **(headers or {})}
