"""OAuth: an API key from a user who logs in with the browser."""

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


class _Authorizing:
    """What needs no waiting."""

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
        """The URL that the user's browser is sent to, at this client's service. See `oauth.authorize_url`."""
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


class OAuth(_Authorizing, generated.OAuth):
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, client: SyncClient) -> None:
        super().__init__(client)
        self._client = client
        self._settings = client._settings  # noqa: SLF001 - its own group

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
        """The key of the user in front of this machine, who logs in and agrees in the browser.

        Opens the browser and waits on a port of this machine for it to come back. Where no browser can be opened, the
        user is shown the URL on the terminal, and pastes the code.

            login = client.oauth.login()
            client = client.with_options(api_key=login.key)

        Args:
            browser: opens a URL, in place of the standard library's `webbrowser`; returns False where it could not.
            paste: shows the user a URL and returns what they paste, the code or the whole callback URL; no browser is
                opened then.
            host: this machine's name in the callback URL: localhost, or 127.0.0.1, on which the login listens anyway.
            port: to listen on; 0 takes a free one.
            timeout: seconds to wait for the callback, None for no limit. Pasting has no limit.
            key_label, limit, usage_limit_type, expires_at, workspace_id, extra_query: see `oauth.authorize_url`.
            options: `RequestOptions` of the exchange.

        Raises:
            LoginError: the user or the service refused, or nobody came back; its `reason` says which.
            ConfigurationError: nothing to open a browser with and nobody to paste, or an invalid setting.
            OpenRouterError: the code could not be exchanged; see `errors`.
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
        """The key that a code stands for; the challenge is the one that was in the authorize URL.

        Raises:
            ForbiddenResponseError: the code is wrong, used or older than ten minutes, or not of this challenge.
            OpenRouterError: see `errors`.
        """
        return self._client.run(flows.exchange_code(self._settings, code, challenge, timeout=timeout, options=options))


class AsyncOAuth(_Authorizing, generated.AsyncOAuth):
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(client)
        self._client = client
        self._settings = client._settings  # noqa: SLF001 - its own group

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
        """The key of the user in front of this machine. See `OAuth.login`.

        `browser` and `paste` may be async functions here; others are called in a thread. A task that is cancelled ends
        at once, unless it waits for such a thread.
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
        """The key that a code stands for. See `OAuth.exchange`."""
        flow = flows.exchange_code(self._settings, code, challenge, timeout=timeout, options=options)
        return await self._client.run(flow)
