# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Account: See what an account has left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.balance import Balance


class Account:
    """See what an account has left."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_balance(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> Balance:
        """Get the balance.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The account.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error. Raised as an exception of
                the client.
        """
        _arguments = locals()
        from ..operations.account import _GET_BALANCE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncAccount:
    """See what an account has left."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_balance(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> Balance:
        """Get the balance.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The account.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error. Raised as an exception of
                the client.
        """
        _arguments = locals()
        from ..operations.account import _GET_BALANCE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
