# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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

        Exchanges an authorization code for an API key, as the last step of a login by OAuth with PKCE (RFC
        7636). First, the browser of the user opens `https://openrouter.ai/auth` with the parameters
        `callback_url`, `code_challenge` and `code_challenge_method`. After the login, it is redirected to
        the callback URL with the parameter `code`, and with a `state` only if the callback URL contains it.
        The user who agreed pays for the usage of the key. The request needs no API key. A code can be
        exchanged once, within ten minutes; status 403 means that the code is wrong, used or expired, or
        that the verifier does not match. Only this response contains the key.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            code: The authorization code, from the parameter `code` of the callback URL, or from the
                response that created it.
            code_challenge_method: How the challenge was computed; the same as when the code was requested.
                Null or absent without a challenge.
            code_verifier: The secret verifier of the code challenge (RFC 7636: 43 to 128 characters, from
                letters, digits and `-._~`). Required if the code was requested with a challenge.
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
            Exception: The call failed, or the service responded with an error (400, 403, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.oauth import _EXCHANGE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Creates an authorization code for the account of the API key, without a browser. The code is
        exchanged for an API key like the code of a login. The request sets the limits, the expiration time
        and the label of that key.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            callback_url: Callback URL of the login. Must be an https URL.
            code_challenge: Challenge of a secret verifier (RFC 7636), so that only the owner of the
                verifier can exchange the code. For S256, the SHA-256 of the verifier, in base64url without
                padding. Recommended; without it, the code is not bound to a verifier.
            code_challenge_method: How the challenge was computed from the verifier.
            expires_at: When the API key expires, with seconds. Null, the default, means never.
            key_label: Label of the API key, at most 100 characters.
            limit: Maximum amount that can be spent with the API key, in US dollars, per period of
                `usage_limit_type` or in total. Defaults to no limit.
            spawn_agent: Reserved for the service's own tools; do not set it.
            spawn_cloud: Reserved for the service's own tools; do not set it.
            usage_limit_type: When the spending that counts towards the limit is reset. Defaults to never.
            workspace_id: Workspace to create the API key in, as a UUID. Defaults to the default workspace.
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
            Exception: The call failed, or the service responded with an error (400, 401, 403, 409, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.oauth import _CREATE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Exchanges an authorization code for an API key, as the last step of a login by OAuth with PKCE (RFC
        7636). First, the browser of the user opens `https://openrouter.ai/auth` with the parameters
        `callback_url`, `code_challenge` and `code_challenge_method`. After the login, it is redirected to
        the callback URL with the parameter `code`, and with a `state` only if the callback URL contains it.
        The user who agreed pays for the usage of the key. The request needs no API key. A code can be
        exchanged once, within ten minutes; status 403 means that the code is wrong, used or expired, or
        that the verifier does not match. Only this response contains the key.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            code: The authorization code, from the parameter `code` of the callback URL, or from the
                response that created it.
            code_challenge_method: How the challenge was computed; the same as when the code was requested.
                Null or absent without a challenge.
            code_verifier: The secret verifier of the code challenge (RFC 7636: 43 to 128 characters, from
                letters, digits and `-._~`). Required if the code was requested with a challenge.
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
            Exception: The call failed, or the service responded with an error (400, 403, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.oauth import _EXCHANGE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Creates an authorization code for the account of the API key, without a browser. The code is
        exchanged for an API key like the code of a login. The request sets the limits, the expiration time
        and the label of that key.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            callback_url: Callback URL of the login. Must be an https URL.
            code_challenge: Challenge of a secret verifier (RFC 7636), so that only the owner of the
                verifier can exchange the code. For S256, the SHA-256 of the verifier, in base64url without
                padding. Recommended; without it, the code is not bound to a verifier.
            code_challenge_method: How the challenge was computed from the verifier.
            expires_at: When the API key expires, with seconds. Null, the default, means never.
            key_label: Label of the API key, at most 100 characters.
            limit: Maximum amount that can be spent with the API key, in US dollars, per period of
                `usage_limit_type` or in total. Defaults to no limit.
            spawn_agent: Reserved for the service's own tools; do not set it.
            spawn_cloud: Reserved for the service's own tools; do not set it.
            usage_limit_type: When the spending that counts towards the limit is reset. Defaults to never.
            workspace_id: Workspace to create the API key in, as a UUID. Defaults to the default workspace.
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
            Exception: The call failed, or the service responded with an error (400, 401, 403, 409, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.oauth import _CREATE_AUTH_CODE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
