# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""OAuth: Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import (
        AsyncSender,
        Options,
        Sender,
        Timeout,
    )

    from ..models.create_auth_code_response import CreateAuthCodeResponse
    from ..models.exchange_auth_code_response import ExchangeAuthCodeResponse
    from ..operations.oauth import (
        CreateAuthCodeParams,
        ExchangeAuthCodeParams,
    )


class OAuth:
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def exchange_auth_code(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ExchangeAuthCodeParams]
    ) -> ExchangeAuthCodeResponse:
        """Exchange an authorization code for an API key.

        Last step of logging in by OAuth with PKCE (RFC 7636). First the browser of the user goes to
        `https://openrouter.ai/auth` with the parameters `callback_url`, `code_challenge` and
        `code_challenge_method`; it comes back to the callback URL with the parameter `code`, and with a
        `state` only if that is part of the callback URL. This call trades the code for an API key of the
        user who agreed, and the user pays for what is done with the key. It needs no key itself. A code
        works once, for ten minutes; status 403 means that it is wrong, used or expired, or that the
        verifier does not fit. The key is shown only in this answer.
        """
        from ..operations import oauth as operations

        return self._sender.send(operations.exchange_auth_code(**params), timeout=timeout, options=options)

    def create_auth_code(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CreateAuthCodeParams]
    ) -> CreateAuthCodeResponse:
        """Create an authorization code.

        Creates an authorization code for the account of the API key, without a browser. It is exchanged for
        an API key like the code that a login brings. Limits, end and label of that key are settled here.
        """
        from ..operations import oauth as operations

        return self._sender.send(operations.create_auth_code(**params), timeout=timeout, options=options)


class AsyncOAuth:
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def exchange_auth_code(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ExchangeAuthCodeParams]
    ) -> ExchangeAuthCodeResponse:
        """Exchange an authorization code for an API key.

        Last step of logging in by OAuth with PKCE (RFC 7636). First the browser of the user goes to
        `https://openrouter.ai/auth` with the parameters `callback_url`, `code_challenge` and
        `code_challenge_method`; it comes back to the callback URL with the parameter `code`, and with a
        `state` only if that is part of the callback URL. This call trades the code for an API key of the
        user who agreed, and the user pays for what is done with the key. It needs no key itself. A code
        works once, for ten minutes; status 403 means that it is wrong, used or expired, or that the
        verifier does not fit. The key is shown only in this answer.
        """
        from ..operations import oauth as operations

        return await self._sender.send(operations.exchange_auth_code(**params), timeout=timeout, options=options)

    async def create_auth_code(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CreateAuthCodeParams]
    ) -> CreateAuthCodeResponse:
        """Create an authorization code.

        Creates an authorization code for the account of the API key, without a browser. It is exchanged for
        an API key like the code that a login brings. Limits, end and label of that key are settled here.
        """
        from ..operations import oauth as operations

        return await self._sender.send(operations.create_auth_code(**params), timeout=timeout, options=options)
