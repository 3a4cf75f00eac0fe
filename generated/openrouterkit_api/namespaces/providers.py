# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Providers: List the providers that serve models, with their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.list_providers_response import ListProvidersResponse


class Providers:
    """List the providers that serve models, with their terms."""

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

        Lists the providers that serve models, with the URLs of their terms and status pages.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The providers.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (500). Raised as an exception
                of the client.
        """
        _arguments = locals()
        from ..operations.providers import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncProviders:
    """List the providers that serve models, with their terms."""

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

        Lists the providers that serve models, with the URLs of their terms and status pages.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The providers.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (500). Raised as an exception
                of the client.
        """
        _arguments = locals()
        from ..operations.providers import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
