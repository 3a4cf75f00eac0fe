# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Credits: See how many credits the account has bought and used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.answers import Answers
from .._runtime.endpoint import Endpoint
from .._runtime.operation import Operation
from .._runtime.readers import Nested
from .._runtime.sender import ExtraParams

if TYPE_CHECKING:
    from ..models.get_credits_response import GetCreditsResponse


class GetCreditsParams(ExtraParams, total=False):
    """What `get_credits` takes."""


_GET_CREDITS = Endpoint(
    id="getCredits",
    function="get_credits",
    method="GET",
    path="/credits",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    answers=Answers(
        {
            "200": {
                "application/json": Nested("GetCreditsResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    needs_key=True,
)


def get_credits(**params: Unpack[GetCreditsParams]) -> Operation[GetCreditsResponse]:
    """Get the credits of the account.

    Tells how many credits the account has bought and how many it has used, in US dollars; the
    difference is what is left. Needs a management key (formerly called provisioning key); any other key
    gets status 403.

    GET /credits

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_GET_CREDITS, None, params)


class CreateCoinbaseChargeParams(ExtraParams, total=False):
    """What `create_coinbase_charge` takes."""


_CREATE_COINBASE_CHARGE = Endpoint(
    id="createCoinbaseCharge",
    function="create_coinbase_charge",
    method="POST",
    path="/credits/coinbase",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    answers=Answers(
        {
            "200": {},
            "410": {
                "application/json": Nested("GoneResponse"),
            },
        }
    ),
    needs_key=False,
)


def create_coinbase_charge(**params: Unpack[CreateCoinbaseChargeParams]) -> Operation[None]:
    """Pay for credits with Coinbase.

    Once started a payment in a cryptocurrency. The service has switched it off and answers with status
    410; buy credits on its web site instead. Needs no key.

    POST /credits/coinbase

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_CREATE_COINBASE_CHARGE, None, params)
