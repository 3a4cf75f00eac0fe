# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""OAuth: Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models._enumerations import APIKeyLimitReset, CodeChallengeMethod
    from ..models.create_auth_code_response import CreateAuthCodeResponse
    from ..models.exchange_auth_code_response import ExchangeAuthCodeResponse


class OAuth:
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def exchange_auth_code(
        self,
        *,
        code: str,
        code_challenge_method: CodeChallengeMethod | None = UNSET,
        code_verifier: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ExchangeAuthCodeResponse:
        """Exchange an authorization code for an API key.

        Last step of logging in by OAuth with PKCE (RFC 7636). First the browser of the user goes to
        `https://openrouter.ai/auth` with the parameters `callback_url`, `code_challenge` and
        `code_challenge_method`; it comes back to the callback URL with the parameter `code`, and with a
        `state` only if that is part of the callback URL. This call trades the code for an API key of the
        user who agreed, and the user pays for what is done with the key. It needs no key itself. A code
        works once, for ten minutes; status 403 means that it is wrong, used or expired, or that the
        verifier does not fit. The key is shown only in this answer.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            code: The authorization code, from the parameter `code` of the callback URL, or from the answer
                that created it.
            code_challenge_method: How the challenge was made; the same as when the code was asked for. Null
                or absent without a challenge.
            code_verifier: The secret that the code challenge was made from (RFC 7636: 43 to 128 characters,
                from letters, digits and `-._~`). Needed if a challenge was given when the code was asked
                for.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The API key.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client if a request fails or the service responds with an error
                (400, 403, 500).
        """
        _arguments = locals()
        from ..operations.oauth import _EXCHANGE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments)
        return self._sender.send(_operation, timeout=timeout, options=options)

    def create_auth_code(
        self,
        *,
        callback_url: str,
        code_challenge: str = UNSET,
        code_challenge_method: CodeChallengeMethod = UNSET,
        expires_at: datetime | str | None = UNSET,
        key_label: str = UNSET,
        limit: float = UNSET,
        spawn_agent: str = UNSET,
        spawn_cloud: str = UNSET,
        usage_limit_type: APIKeyLimitReset = UNSET,
        workspace_id: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> CreateAuthCodeResponse:
        """Create an authorization code.

        Creates an authorization code for the account of the API key, without a browser. It is exchanged for
        an API key like the code that a login brings. Limits, end and label of that key are settled here.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            callback_url: Where the login would lead. Takes an https URL.
            code_challenge: Challenge made from a secret verifier (RFC 7636), so that only its owner can
                exchange the code. For S256 the SHA-256 of the verifier, in base64url without padding.
                Recommended; the code is not bound to a verifier when absent.
            code_challenge_method: How the challenge was made from the verifier.
            expires_at: When the API key is to stop working, with seconds. Null, the default, is never.
            key_label: Label of the API key, at most 100 characters.
            limit: Most that may be spent with the API key, in US dollars, in each period of
                `usage_limit_type` or in all. No limit when absent.
            spawn_agent: Reserved for the service's own tools; leave it out.
            spawn_cloud: Reserved for the service's own tools; leave it out.
            usage_limit_type: When spending is to count anew against the limit. Never when absent.
            workspace_id: Workspace to create the API key in, as a UUID. The default workspace when absent.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The authorization code.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client if a request fails or the service responds with an error
                (400, 401, 403, 409, 500).
        """
        _arguments = locals()
        from ..operations.oauth import _CREATE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments)
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncOAuth:
    """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def exchange_auth_code(
        self,
        *,
        code: str,
        code_challenge_method: CodeChallengeMethod | None = UNSET,
        code_verifier: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ExchangeAuthCodeResponse:
        """Exchange an authorization code for an API key.

        Last step of logging in by OAuth with PKCE (RFC 7636). First the browser of the user goes to
        `https://openrouter.ai/auth` with the parameters `callback_url`, `code_challenge` and
        `code_challenge_method`; it comes back to the callback URL with the parameter `code`, and with a
        `state` only if that is part of the callback URL. This call trades the code for an API key of the
        user who agreed, and the user pays for what is done with the key. It needs no key itself. A code
        works once, for ten minutes; status 403 means that it is wrong, used or expired, or that the
        verifier does not fit. The key is shown only in this answer.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            code: The authorization code, from the parameter `code` of the callback URL, or from the answer
                that created it.
            code_challenge_method: How the challenge was made; the same as when the code was asked for. Null
                or absent without a challenge.
            code_verifier: The secret that the code challenge was made from (RFC 7636: 43 to 128 characters,
                from letters, digits and `-._~`). Needed if a challenge was given when the code was asked
                for.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The API key.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client if a request fails or the service responds with an error
                (400, 403, 500).
        """
        _arguments = locals()
        from ..operations.oauth import _EXCHANGE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments)
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def create_auth_code(
        self,
        *,
        callback_url: str,
        code_challenge: str = UNSET,
        code_challenge_method: CodeChallengeMethod = UNSET,
        expires_at: datetime | str | None = UNSET,
        key_label: str = UNSET,
        limit: float = UNSET,
        spawn_agent: str = UNSET,
        spawn_cloud: str = UNSET,
        usage_limit_type: APIKeyLimitReset = UNSET,
        workspace_id: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> CreateAuthCodeResponse:
        """Create an authorization code.

        Creates an authorization code for the account of the API key, without a browser. It is exchanged for
        an API key like the code that a login brings. Limits, end and label of that key are settled here.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            callback_url: Where the login would lead. Takes an https URL.
            code_challenge: Challenge made from a secret verifier (RFC 7636), so that only its owner can
                exchange the code. For S256 the SHA-256 of the verifier, in base64url without padding.
                Recommended; the code is not bound to a verifier when absent.
            code_challenge_method: How the challenge was made from the verifier.
            expires_at: When the API key is to stop working, with seconds. Null, the default, is never.
            key_label: Label of the API key, at most 100 characters.
            limit: Most that may be spent with the API key, in US dollars, in each period of
                `usage_limit_type` or in all. No limit when absent.
            spawn_agent: Reserved for the service's own tools; leave it out.
            spawn_cloud: Reserved for the service's own tools; leave it out.
            usage_limit_type: When spending is to count anew against the limit. Never when absent.
            workspace_id: Workspace to create the API key in, as a UUID. The default workspace when absent.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The authorization code.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: An exception of the client if a request fails or the service responds with an error
                (400, 401, 403, 409, 500).
        """
        _arguments = locals()
        from ..operations.oauth import _CREATE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments)
        return await self._sender.send(_operation, timeout=timeout, options=options)
