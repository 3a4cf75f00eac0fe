# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Endpoints: Find out who serves a model, at what price, within which limits and how well."""

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

    from ..models.list_endpoints_zdr_response import ListEndpointsZdrResponse
    from ..models.model_endpoints_response import ModelEndpointsResponse
    from ..operations.endpoints import (
        ListParams,
        ListZdrParams,
    )


class Endpoints:
    """Find out who serves a model, at what price, within which limits and how well."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_zdr(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListZdrParams]
    ) -> ListEndpointsZdrResponse:
        """List endpoints that retain no data.

        Lists the endpoints that stay available when a request asks for zero data retention
        (`provider.zdr`): those whose providers keep neither prompts nor completions.
        """
        from ..operations import endpoints as operations

        return self._sender.send(operations.list_zdr(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> ModelEndpointsResponse:
        """List the endpoints of a model.

        Lists the endpoints of a model: who serves it, at what price, within which limits, and how well each
        has worked lately.
        """
        from ..operations import endpoints as operations

        return self._sender.send(operations.list(**params), timeout=timeout, options=options)


class AsyncEndpoints:
    """Find out who serves a model, at what price, within which limits and how well."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list_zdr(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListZdrParams]
    ) -> ListEndpointsZdrResponse:
        """List endpoints that retain no data.

        Lists the endpoints that stay available when a request asks for zero data retention
        (`provider.zdr`): those whose providers keep neither prompts nor completions.
        """
        from ..operations import endpoints as operations

        return await self._sender.send(operations.list_zdr(**params), timeout=timeout, options=options)

    async def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> ModelEndpointsResponse:
        """List the endpoints of a model.

        Lists the endpoints of a model: who serves it, at what price, within which limits, and how well each
        has worked lately.
        """
        from ..operations import endpoints as operations

        return await self._sender.send(operations.list(**params), timeout=timeout, options=options)
