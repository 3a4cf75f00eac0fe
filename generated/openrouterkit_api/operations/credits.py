# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Credits: See how many credits the account has bought and used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.get_credits_response import GetCreditsResponse


class GetParams(ExtraParams, total=False):
    """The keywords of `credits.get`."""


_GET = Endpoint(
    id="getCredits",
    name="credits.get",
    method="GET",
    path="/credits",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    responses=Responses(
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
    response_kind="object",
    needs_key=True,
)


def get(**params: Unpack[GetParams]) -> Operation[GetCreditsResponse]:
    """Get the credits of the account.

    Tells how many credits the account has bought and how many it has used, in US dollars; the
    difference is what is left. Needs a management key (formerly called provisioning key); any other key
    gets status 403.

    GET /credits

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_GET, None, params)


class CreateCoinbaseChargeParams(ExtraParams, total=False):
    """The keywords of `credits.create_coinbase_charge`."""


_CREATE_COINBASE_CHARGE = Endpoint(
    id="createCoinbaseCharge",
    name="credits.create_coinbase_charge",
    method="POST",
    path="/credits/coinbase",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    responses=Responses(
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
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_CREATE_COINBASE_CHARGE, None, params)
