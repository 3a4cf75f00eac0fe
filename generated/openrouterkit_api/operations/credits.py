# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Credits: See how many credits the account has bought and used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from ..models.get_credits_response import GetCreditsResponse


_GET: Endpoint[Operation[GetCreditsResponse]] = Endpoint(
    id="getCredits",
    name="credits.get",
    method="GET",
    path="/credits",
    kind=Operation,
    responses=Responses(
        {
            "200": {"application/json": Nested("GetCreditsResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def get(
    *,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[GetCreditsResponse]:
    """Get the credits of the account.

    Returns the operation `GET /credits` without sending it. The keyword
    arguments are those of `Credits.get` in `namespaces.credits`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _GET.build(locals())


_CREATE_COINBASE_CHARGE: Endpoint[Operation[None]] = Endpoint(
    id="createCoinbaseCharge",
    name="credits.create_coinbase_charge",
    method="POST",
    path="/credits/coinbase",
    kind=Operation,
    responses=Responses({"200": {}, "410": {"application/json": Nested("GoneResponse")}}),
    security=((),),
    schemes=SECURITY_SCHEMES,
)


def create_coinbase_charge(
    *,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """Pay for credits with Coinbase.

    Returns the operation `POST /credits/coinbase` without sending it. The keyword
    arguments are those of `Credits.create_coinbase_charge` in `namespaces.credits`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _CREATE_COINBASE_CHARGE.build(locals())
