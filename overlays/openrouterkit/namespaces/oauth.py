"""The namespace `client.oauth`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_api import UNSET
from openrouterkit_api.namespaces import oauth as generated

from ..oauth import login as flows
from ..oauth import pkce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from openrouterkit_api.models import APIKeyLimitReset
    from openrouterkit_runtime.sender import Timeout

    from .._call.clients import AsyncClient, SyncClient
    from .._options.secret import Secret
    from .._request.settings import Settings
    from ..oauth import Challenge, Login
    from ..options import RequestOptions

__all__ = ["AsyncOAuth", "OAuth"]


class _AuthorizeURL:
    """The method `authorize_url`, shared by both classes."""

    _settings: Settings

    def authorize_url(
        self,
        callback_url: str,
        challenge: Challenge | str,
        *,
        state: str | None = None,
        key_label: str = UNSET,
        limit: float = UNSET,
        usage_limit_type: APIKeyLimitReset = UNSET,
        expires_at: datetime | str | None = UNSET,
        workspace_id: str = UNSET,
        extra_query: Mapping[str, Any] | None = None,
    ) -> str:
        """Return the URL of the login page of this client's service, to open in the browser of the user.

        For the arguments see `openrouterkit.oauth.authorize_url`.
        """
        return pkce.authorize_url(
            callback_url,
            challenge,
            state=state,
            base_url=self._settings.base_url,
            key_label=key_label,
            limit=limit,
            usage_limit_type=usage_limit_type,
            expires_at=expires_at,
            workspace_id=workspace_id,
            extra_query=extra_query,
        )


class OAuth(_AuthorizeURL, generated.OAuth):
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, client: SyncClient) -> None:
        super().__init__(client)
        self._client = client
        self._settings = client._settings  # noqa: SLF001 - its own client

    def login(
        self,
        *,
        browser: Callable[[str], Any] | None = None,
        paste: Callable[[str], Any] | None = None,
        host: str = "localhost",
        port: int = 0,
        timeout: float | None = 300.0,
        key_label: str = UNSET,
        limit: float = UNSET,
        usage_limit_type: APIKeyLimitReset = UNSET,
        expires_at: datetime | str | None = UNSET,
        workspace_id: str = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> Login:
        """Log in the user of this machine with the browser, and return the API key.

            login = client.oauth.login()
            client = client.with_options(api_key=login.key)

        The method opens the browser and waits on a local port for the callback. If no browser can be opened, it prints
        the URL on the terminal, and the user pastes the code.

        Args:
            browser: A function that opens a URL, in place of the standard library's `webbrowser`. It returns False if
                it cannot open the URL.
            paste: A function that shows the user a URL and returns what they paste: the code or the whole callback
                URL. If it is passed, no browser is opened.
            host: The host in the callback URL, "localhost" or "127.0.0.1". The login always listens on 127.0.0.1.
            port: The port to listen on; 0 selects a free one.
            timeout: Seconds to wait for the callback; None for no limit. Pasting has no limit.
            key_label: The label of the key, at most 100 characters. The user can change it and the following settings.
            limit: The most that can be spent with the key, in US dollars, per period of `usage_limit_type` or in total.
            usage_limit_type: The period of `limit`: "daily", "weekly" or "monthly". By default the limit is for all
                time.
            expires_at: The time at which the key expires. Defaults to never.
            workspace_id: The UUID of the workspace to create the key in.
            extra_query: Further query parameters of the login page.
            options: The `RequestOptions` of the request that exchanges the code for the key.

        Raises:
            LoginError: The user or the service denied the login, or no callback arrived; see its `reason`.
            ConfigurationError: No browser can be opened and there is no terminal, or a setting is invalid.
            OpenRouterError: The exchange of the code failed; see `openrouterkit.errors`.
        """
        flow = flows.log_in(
            self._settings,
            browser=browser,
            paste=paste,
            host=host,
            port=port,
            timeout=timeout,
            options=options,
            key_label=key_label,
            limit=limit,
            usage_limit_type=usage_limit_type,
            expires_at=expires_at,
            workspace_id=workspace_id,
            extra_query=extra_query,
        )
        return self._client.run(flow)

    def exchange(
        self,
        code: str | Secret,
        challenge: Challenge,
        *,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> Login:
        """Exchange the code of a callback for an API key, and return it.

        Args:
            code: The code, from `oauth.read_callback`.
            challenge: The `Challenge` of the authorize URL.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            ForbiddenResponseError: The code is wrong, used, older than ten minutes, or of another challenge.
            ConfigurationError: The code is empty.
            OpenRouterError: The call failed in another way; see `openrouterkit.errors`.
        """
        return self._client.run(flows.exchange_code(self._settings, code, challenge, timeout=timeout, options=options))


class AsyncOAuth(_AuthorizeURL, generated.AsyncOAuth):
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(client)
        self._client = client
        self._settings = client._settings  # noqa: SLF001 - its own client

    async def login(
        self,
        *,
        browser: Callable[[str], Any] | None = None,
        paste: Callable[[str], Any] | None = None,
        host: str = "localhost",
        port: int = 0,
        timeout: float | None = 300.0,
        key_label: str = UNSET,
        limit: float = UNSET,
        usage_limit_type: APIKeyLimitReset = UNSET,
        expires_at: datetime | str | None = UNSET,
        workspace_id: str = UNSET,
        extra_query: Mapping[str, Any] | None = None,
        options: RequestOptions | None = None,
    ) -> Login:
        """Log in the user of this machine with the browser, and return the API key. See `OAuth.login`.

        `browser` and `paste` may be async; plain functions run in a thread. A cancelled task ends at once, unless it
        waits for such a thread.
        """
        flow = flows.log_in(
            self._settings,
            browser=browser,
            paste=paste,
            host=host,
            port=port,
            timeout=timeout,
            options=options,
            key_label=key_label,
            limit=limit,
            usage_limit_type=usage_limit_type,
            expires_at=expires_at,
            workspace_id=workspace_id,
            extra_query=extra_query,
        )
        return await self._client.run(flow)

    async def exchange(
        self,
        code: str | Secret,
        challenge: Challenge,
        *,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> Login:
        """Exchange the code of a callback for an API key, and return it. See `OAuth.exchange`."""
        flow = flows.exchange_code(self._settings, code, challenge, timeout=timeout, options=options)
        return await self._client.run(flow)
