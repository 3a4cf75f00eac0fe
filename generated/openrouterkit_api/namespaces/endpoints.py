# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Endpoints: See which providers serve a model, at which prices and limits, and how reliably."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.list_endpoints_zdr_response import ListEndpointsZdrResponse
    from ..models.model_endpoints_response import ModelEndpointsResponse


class Endpoints:
    """See which providers serve a model, at which prices and limits, and how reliably."""

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

        Lists the endpoints that are available to requests with zero data retention (`provider.zdr`),
        because their providers store neither prompts nor completions.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The endpoints that retain no data.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (403, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.endpoints import _LIST_ZDR as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Lists the endpoints of a model, with provider, prices, limits and recent performance.

        Args:
            author: Author of the model: the part of its id before the slash.
            slug: Slug of the model: the part of its id after the slash, including a variant such as
                `:free`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The model and its endpoints.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (403, 404, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.endpoints import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncEndpoints:
    """See which providers serve a model, at which prices and limits, and how reliably."""

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

        Lists the endpoints that are available to requests with zero data retention (`provider.zdr`),
        because their providers store neither prompts nor completions.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The endpoints that retain no data.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (403, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.endpoints import _LIST_ZDR as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Lists the endpoints of a model, with provider, prices, limits and recent performance.

        Args:
            author: Author of the model: the part of its id before the slash.
            slug: Slug of the model: the part of its id after the slash, including a variant such as
                `:free`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The model and its endpoints.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (403, 404, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.endpoints import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
