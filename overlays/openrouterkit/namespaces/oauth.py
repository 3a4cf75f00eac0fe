"""OAuth: an API key from a user who logs in with the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from openrouterkit_api import UNSET
from openrouterkit_api.namespaces import oauth as generated

from ..oauth import login as flows
from ..oauth import pkce

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import Timeout

    from .._call.clients import AsyncClient, SyncClient
    from .._options.secret import Secret
    from .._request.settings import Settings
    from ..oauth import Challenge, KeyWishes, Login, LoginParams
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
        extra_query: Mapping[str, Any] | None = None,
        **wishes: Unpack[KeyWishes],
    ) -> str:
        """The URL that the user's browser is sent to, at this client's service. See `oauth.authorize_url`."""
        return pkce.authorize_url(
            callback_url,
            challenge,
            state=state,
            base_url=self._settings.base_url,
            extra_query=extra_query,
            **wishes,
        )


class OAuth(_Authorizing, generated.OAuth):
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, client: SyncClient) -> None:
        super().__init__(client)
        self._client = client
        self._settings = client._settings  # noqa: SLF001 - its own group

    def login(self, **params: Unpack[LoginParams]) -> Login:
        """The key of the user in front of this machine, who logs in and agrees in the browser.

        Opens the browser and waits on a port of this machine for it to come back. Where no browser can be opened, the
        user is shown the URL on the terminal, and pastes the code.

            login = client.oauth.login()
            client = client.with_options(api_key=login.key)

        Args:
            **params: see `oauth.LoginParams`; among them the `oauth.KeyWishes`.

        Raises:
            LoginError: the user or the service refused, or nobody came back; its `reason` says which.
            ConfigurationError: nothing to open a browser with and nobody to paste, or settings that cannot be.
            OpenRouterError: the code could not be exchanged; see `errors`.
        """
        return self._client.run(flows.logging_in(self._settings, **params))

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
        return self._client.run(flows.exchanging(self._settings, code, challenge, timeout=timeout, options=options))


class AsyncOAuth(_Authorizing, generated.AsyncOAuth):
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, client: AsyncClient) -> None:
        super().__init__(client)
        self._client = client
        self._settings = client._settings  # noqa: SLF001 - its own group

    async def login(self, **params: Unpack[LoginParams]) -> Login:
        """The key of the user in front of this machine. See `OAuth.login`.

        `browser` and `paste` may be async functions here; others are called in a thread. A task that is cancelled ends
        at once, unless it waits for such a thread.
        """
        return await self._client.run(flows.logging_in(self._settings, **params))

    async def exchange(
        self,
        code: str | Secret,
        challenge: Challenge,
        *,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> Login:
        """The key that a code stands for. See `OAuth.exchange`."""
        flow = flows.exchanging(self._settings, code, challenge, timeout=timeout, options=options)
        return await self._client.run(flow)
