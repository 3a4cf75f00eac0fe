# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Credits: See how many credits the account has bought and used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.get_credits_response import GetCreditsResponse


class Credits:
    """See how many credits the account has bought and used."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GetCreditsResponse:
        """Get the credits of the account.

        Tells how many credits the account has bought and how many it has used, in US dollars; the
        difference is what is left. Needs a management key (formerly called provisioning key); any other key
        gets status 403.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.credits import _GET as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.send(_operation, timeout=timeout, options=options)

    def create_coinbase_charge(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> None:
        """Pay for credits with Coinbase.

        Once started a payment in a cryptocurrency. The service has switched it off and answers with status
        410; buy credits on its web site instead. Needs no key.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.credits import _CREATE_COINBASE_CHARGE as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncCredits:
    """See how many credits the account has bought and used."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GetCreditsResponse:
        """Get the credits of the account.

        Tells how many credits the account has bought and how many it has used, in US dollars; the
        difference is what is left. Needs a management key (formerly called provisioning key); any other key
        gets status 403.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.credits import _GET as _endpoint

        _operation = _endpoint.build(_given)
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def create_coinbase_charge(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> None:
        """Pay for credits with Coinbase.

        Once started a payment in a cryptocurrency. The service has switched it off and answers with status
        410; buy credits on its web site instead. Needs no key.

        Args:
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.credits import _CREATE_COINBASE_CHARGE as _endpoint

        _operation = _endpoint.build(_given)
        return await self._sender.send(_operation, timeout=timeout, options=options)
