# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Endpoints: Find out who serves a model, at what price, within which limits and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.list_endpoints_zdr_response import ListEndpointsZdrResponse
    from ..models.model_endpoints_response import ModelEndpointsResponse


class Endpoints:
    """Find out who serves a model, at what price, within which limits and how well."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list_zdr(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ListEndpointsZdrResponse:
        """List endpoints that retain no data.

        Lists the endpoints that stay available when a request asks for zero data retention
        (`provider.zdr`): those whose providers keep neither prompts nor completions.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.endpoints import _LIST_ZDR as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.send(_operation, timeout=timeout, options=options)

    def list(
        self,
        author: str,
        slug: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelEndpointsResponse:
        """List the endpoints of a model.

        Lists the endpoints of a model: who serves it, at what price, within which limits, and how well each
        has worked lately.

        Args:
            author: Author of the model: what stands before the slash in its id.
            slug: Slug of the model: what stands after the slash in its id, perhaps with a variant such as
                `:free`.
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.endpoints import _LIST as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncEndpoints:
    """Find out who serves a model, at what price, within which limits and how well."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list_zdr(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ListEndpointsZdrResponse:
        """List endpoints that retain no data.

        Lists the endpoints that stay available when a request asks for zero data retention
        (`provider.zdr`): those whose providers keep neither prompts nor completions.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.endpoints import _LIST_ZDR as _endpoint

        _operation = _endpoint.build(_given)
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def list(
        self,
        author: str,
        slug: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelEndpointsResponse:
        """List the endpoints of a model.

        Lists the endpoints of a model: who serves it, at what price, within which limits, and how well each
        has worked lately.

        Args:
            author: Author of the model: what stands before the slash in its id.
            slug: Slug of the model: what stands after the slash in its id, perhaps with a variant such as
                `:free`.
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.endpoints import _LIST as _endpoint

        _operation = _endpoint.build(_given)
        return await self._sender.send(_operation, timeout=timeout, options=options)
