# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""APIKeys: Create, limit, change and delete API keys, and see what they have spent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import (
        AsyncPaging,
        AsyncSender,
        Options,
        Paging,
        Sender,
        Timeout,
    )

    from ..models.api_key import APIKey
    from ..models.create_keys_response import CreateKeysResponse
    from ..models.delete_keys_response import DeleteKeysResponse
    from ..models.get_current_key_response import GetCurrentKeyResponse
    from ..models.get_key_response import GetKeyResponse
    from ..models.list_keys_response import ListKeysResponse
    from ..models.update_keys_response import UpdateKeysResponse
    from ..operations.api_keys import (
        CreateParams,
        DeleteParams,
        GetCurrentKeyParams,
        GetParams,
        ListParams,
        UpdateParams,
    )


class APIKeys:
    """Create, limit, change and delete API keys, and see what they have spent."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_current_key(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetCurrentKeyParams]
    ) -> GetCurrentKeyResponse:
        """Get the key of the call.

        Tells about the API key that the call itself is made with: how much it has spent, and how much it
        may still spend. Works with every key.
        """
        from ..operations import api_keys as operations

        return self._sender.send(operations.get_current_key(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> Paging[APIKey, ListKeysResponse]:
        """List API keys.

        Lists the API keys of the account, up to 100 a page. Keys are named by their hash; the keys
        themselves are not shown again. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return self._sender.pages(operations.list(**params), timeout=timeout, options=options)

    def create(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CreateParams]
    ) -> CreateKeysResponse:
        """Create an API key.

        Creates an API key, with a limit on what it may spend if wanted. The key itself stands only in this
        answer and cannot be had again. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return self._sender.send(operations.create(**params), timeout=timeout, options=options)

    def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> GetKeyResponse:
        """Get an API key.

        Looks up one API key of the account by its hash. Needs a management key (formerly called
        provisioning key).
        """
        from ..operations import api_keys as operations

        return self._sender.send(operations.get(**params), timeout=timeout, options=options)

    def delete(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[DeleteParams]
    ) -> DeleteKeysResponse:
        """Delete an API key.

        Deletes an API key for good; calls made with it fail from then on. To switch a key off for a while,
        disable it instead. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return self._sender.send(operations.delete(**params), timeout=timeout, options=options)

    def update(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[UpdateParams]
    ) -> UpdateKeysResponse:
        """Change an API key.

        Changes the name or the limits of an API key, or switches it off and on. What the request leaves out
        stays as it is. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return self._sender.send(operations.update(**params), timeout=timeout, options=options)


class AsyncAPIKeys:
    """Create, limit, change and delete API keys, and see what they have spent."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_current_key(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetCurrentKeyParams]
    ) -> GetCurrentKeyResponse:
        """Get the key of the call.

        Tells about the API key that the call itself is made with: how much it has spent, and how much it
        may still spend. Works with every key.
        """
        from ..operations import api_keys as operations

        return await self._sender.send(operations.get_current_key(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> AsyncPaging[APIKey, ListKeysResponse]:
        """List API keys.

        Lists the API keys of the account, up to 100 a page. Keys are named by their hash; the keys
        themselves are not shown again. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return self._sender.pages(operations.list(**params), timeout=timeout, options=options)

    async def create(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CreateParams]
    ) -> CreateKeysResponse:
        """Create an API key.

        Creates an API key, with a limit on what it may spend if wanted. The key itself stands only in this
        answer and cannot be had again. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return await self._sender.send(operations.create(**params), timeout=timeout, options=options)

    async def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> GetKeyResponse:
        """Get an API key.

        Looks up one API key of the account by its hash. Needs a management key (formerly called
        provisioning key).
        """
        from ..operations import api_keys as operations

        return await self._sender.send(operations.get(**params), timeout=timeout, options=options)

    async def delete(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[DeleteParams]
    ) -> DeleteKeysResponse:
        """Delete an API key.

        Deletes an API key for good; calls made with it fail from then on. To switch a key off for a while,
        disable it instead. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return await self._sender.send(operations.delete(**params), timeout=timeout, options=options)

    async def update(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[UpdateParams]
    ) -> UpdateKeysResponse:
        """Change an API key.

        Changes the name or the limits of an API key, or switches it off and on. What the request leaves out
        stays as it is. Needs a management key (formerly called provisioning key).
        """
        from ..operations import api_keys as operations

        return await self._sender.send(operations.update(**params), timeout=timeout, options=options)
