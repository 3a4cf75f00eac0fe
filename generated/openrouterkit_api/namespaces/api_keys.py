# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""APIKeys: Create, limit, change and delete API keys, and see what was spent with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from openrouterkit_runtime.sender import AsyncPaging, AsyncSender, Options, Paging, Sender, Timeout

    from ..models._enumerations import APIKeyLimitReset
    from ..models.api_key import APIKey
    from ..models.create_keys_response import CreateKeysResponse
    from ..models.delete_keys_response import DeleteKeysResponse
    from ..models.get_current_key_response import GetCurrentKeyResponse
    from ..models.get_key_response import GetKeyResponse
    from ..models.list_keys_response import ListKeysResponse
    from ..models.update_keys_response import UpdateKeysResponse


class APIKeys:
    """Create, limit, change and delete API keys, and see what was spent with them."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_current_key(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GetCurrentKeyResponse:
        """Get the current API key.

        Returns the API key that the request uses: how much was spent with it, and how much can still be
        spent. Works with every key.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The API key of the request.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _GET_CURRENT_KEY as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def list(
        self,
        *,
        include_disabled: str = UNSET,
        offset: int | None = UNSET,
        workspace_id: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> Paging[APIKey, ListKeysResponse]:
        """List API keys.

        Lists the API keys of the account, up to 100 per page. Keys are identified by their hash; the keys
        themselves are not returned. Requires a management key (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            for item in client.api_keys.list():
                print(item)

        Args:
            include_disabled: `true` includes disabled keys, `false` excludes them. By default, the service
                decides.
            offset: Number of keys to skip before the page, from 0. Defaults to 0.
            workspace_id: Return only keys of this workspace, as a UUID. Defaults to the default workspace.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An iterable over the items of all pages, which requests each page when it is needed. Its method
            `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 429, 500). Raised
                during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)

    def create(
        self,
        *,
        name: str,
        creator_user_id: str | None = UNSET,
        expires_at: datetime | str | None = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        workspace_id: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> CreateKeysResponse:
        """Create an API key.

        Creates an API key, with an optional limit on its spending. Only this response contains the key.
        Requires a management key (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            name: Name of the key, at least one character.
            creator_user_id: Member of the organization for whom the key is created. Only for keys that an
                organization owns.
            expires_at: When the key expires, in UTC; other time zones are rejected. Null, the default,
                means never.
            include_byok_in_limit: Whether requests that use your own provider keys count towards the limit.
            limit: Maximum amount that can be spent with the key, in US dollars, per period of `limit_reset`
                or in total. Null, the default, means no limit.
            limit_reset: When the spending that counts towards the limit is reset. Null, the default, means
                never.
            workspace_id: Workspace to create the key in, as a UUID. Defaults to the default workspace.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The new key.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 403, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _CREATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def get(
        self,
        hash: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GetKeyResponse:
        """Get an API key.

        Looks up an API key of the account by its hash. Requires a management key (formerly called
        provisioning key).

        Args:
            hash: Hash of the API key, as in the list of keys.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The key, without its secret.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (401, 404, 429, 500). Raised
                as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def delete(
        self,
        hash: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> DeleteKeysResponse:
        """Delete an API key.

        Deletes an API key permanently; requests with it fail from then on. To suspend a key for a while,
        disable it instead. Requires a management key (formerly called provisioning key).

        Args:
            hash: Hash of the API key, as in the list of keys.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The key was deleted.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (401, 404, 429, 500). Raised
                as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _DELETE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def update(
        self,
        hash: str,
        *,
        disabled: bool = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        name: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> UpdateKeysResponse:
        """Change an API key.

        Changes the name or the limits of an API key, or disables or enables it. Omitted members are not
        changed. Requires a management key (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            hash: Hash of the API key, as in the list of keys.
            disabled: Whether to disable (true) or enable (false) the key.
            include_byok_in_limit: Whether requests that use your own provider keys count towards the limit.
            limit: New maximum amount that can be spent with the key, in US dollars. Null removes the limit.
            limit_reset: When the spending that counts towards the limit is reset. Null means never.
            name: New name of the key.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The changed key.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (400, 401, 404, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _UPDATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncAPIKeys:
    """Create, limit, change and delete API keys, and see what was spent with them."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_current_key(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GetCurrentKeyResponse:
        """Get the current API key.

        Returns the API key that the request uses: how much was spent with it, and how much can still be
        spent. Works with every key.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The API key of the request.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _GET_CURRENT_KEY as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    def list(
        self,
        *,
        include_disabled: str = UNSET,
        offset: int | None = UNSET,
        workspace_id: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AsyncPaging[APIKey, ListKeysResponse]:
        """List API keys.

        Lists the API keys of the account, up to 100 per page. Keys are identified by their hash; the keys
        themselves are not returned. Requires a management key (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            async for item in client.api_keys.list():
                print(item)

        Args:
            include_disabled: `true` includes disabled keys, `false` excludes them. By default, the service
                decides.
            offset: Number of keys to skip before the page, from 0. Defaults to 0.
            workspace_id: Return only keys of this workspace, as a UUID. Defaults to the default workspace.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An asynchronous iterable over the items of all pages, which requests each page when it is
            needed. Its method `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 429, 500). Raised
                during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)

    async def create(
        self,
        *,
        name: str,
        creator_user_id: str | None = UNSET,
        expires_at: datetime | str | None = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        workspace_id: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> CreateKeysResponse:
        """Create an API key.

        Creates an API key, with an optional limit on its spending. Only this response contains the key.
        Requires a management key (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            name: Name of the key, at least one character.
            creator_user_id: Member of the organization for whom the key is created. Only for keys that an
                organization owns.
            expires_at: When the key expires, in UTC; other time zones are rejected. Null, the default,
                means never.
            include_byok_in_limit: Whether requests that use your own provider keys count towards the limit.
            limit: Maximum amount that can be spent with the key, in US dollars, per period of `limit_reset`
                or in total. Null, the default, means no limit.
            limit_reset: When the spending that counts towards the limit is reset. Null, the default, means
                never.
            workspace_id: Workspace to create the key in, as a UUID. Defaults to the default workspace.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The new key.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 403, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _CREATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def get(
        self,
        hash: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GetKeyResponse:
        """Get an API key.

        Looks up an API key of the account by its hash. Requires a management key (formerly called
        provisioning key).

        Args:
            hash: Hash of the API key, as in the list of keys.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The key, without its secret.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (401, 404, 429, 500). Raised
                as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def delete(
        self,
        hash: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> DeleteKeysResponse:
        """Delete an API key.

        Deletes an API key permanently; requests with it fail from then on. To suspend a key for a while,
        disable it instead. Requires a management key (formerly called provisioning key).

        Args:
            hash: Hash of the API key, as in the list of keys.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The key was deleted.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (401, 404, 429, 500). Raised
                as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _DELETE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def update(
        self,
        hash: str,
        *,
        disabled: bool = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        name: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> UpdateKeysResponse:
        """Change an API key.

        Changes the name or the limits of an API key, or disables or enables it. Omitted members are not
        changed. Requires a management key (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            hash: Hash of the API key, as in the list of keys.
            disabled: Whether to disable (true) or enable (false) the key.
            include_byok_in_limit: Whether requests that use your own provider keys count towards the limit.
            limit: New maximum amount that can be spent with the key, in US dollars. Null removes the limit.
            limit_reset: When the spending that counts towards the limit is reset. Null means never.
            name: New name of the key.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The changed key.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (400, 401, 404, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.api_keys import _UPDATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
