# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Providers: Find out which providers serve models, and under which terms."""

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

    from ..models.list_providers_response import ListProvidersResponse
    from ..operations.providers import (
        ListParams,
    )


class Providers:
    """Find out which providers serve models, and under which terms."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> ListProvidersResponse:
        """List providers.

        Lists the providers that serve models, with the pages on which they state their terms and their
        state.
        """
        from ..operations import providers as operations

        return self._sender.send(operations.list(**params), timeout=timeout, options=options)


class AsyncProviders:
    """Find out which providers serve models, and under which terms."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> ListProvidersResponse:
        """List providers.

        Lists the providers that serve models, with the pages on which they state their terms and their
        state.
        """
        from ..operations import providers as operations

        return await self._sender.send(operations.list(**params), timeout=timeout, options=options)
