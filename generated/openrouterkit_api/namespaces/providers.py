# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Providers: Find out which providers serve models, and under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.list_providers_response import ListProvidersResponse


class Providers:
    """Find out which providers serve models, and under which terms."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ListProvidersResponse:
        """List providers.

        Lists the providers that serve models, with the pages on which they state their terms and their
        state.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.providers import _LIST as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncProviders:
    """Find out which providers serve models, and under which terms."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ListProvidersResponse:
        """List providers.

        Lists the providers that serve models, with the pages on which they state their terms and their
        state.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.providers import _LIST as _endpoint

        _operation = _endpoint.build(_given)
        return await self._sender.send(_operation, timeout=timeout, options=options)
