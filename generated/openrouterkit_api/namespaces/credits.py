# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Credits: See how many credits the account has bought and used."""

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

    from ..models.get_credits_response import GetCreditsResponse
    from ..operations.credits import (
        CreateCoinbaseChargeParams,
        GetParams,
    )


class Credits:
    """See how many credits the account has bought and used."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> GetCreditsResponse:
        """Get the credits of the account.

        Tells how many credits the account has bought and how many it has used, in US dollars; the
        difference is what is left. Needs a management key (formerly called provisioning key); any other key
        gets status 403.
        """
        from ..operations import credits as operations

        return self._sender.send(operations.get(**params), timeout=timeout, options=options)

    def create_coinbase_charge(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CreateCoinbaseChargeParams]
    ) -> None:
        """Pay for credits with Coinbase.

        Once started a payment in a cryptocurrency. The service has switched it off and answers with status
        410; buy credits on its web site instead. Needs no key.
        """
        from ..operations import credits as operations

        return self._sender.send(operations.create_coinbase_charge(**params), timeout=timeout, options=options)


class AsyncCredits:
    """See how many credits the account has bought and used."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> GetCreditsResponse:
        """Get the credits of the account.

        Tells how many credits the account has bought and how many it has used, in US dollars; the
        difference is what is left. Needs a management key (formerly called provisioning key); any other key
        gets status 403.
        """
        from ..operations import credits as operations

        return await self._sender.send(operations.get(**params), timeout=timeout, options=options)

    async def create_coinbase_charge(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CreateCoinbaseChargeParams]
    ) -> None:
        """Pay for credits with Coinbase.

        Once started a payment in a cryptocurrency. The service has switched it off and answers with status
        410; buy credits on its web site instead. Needs no key.
        """
        from ..operations import credits as operations

        return await self._sender.send(operations.create_coinbase_charge(**params), timeout=timeout, options=options)
