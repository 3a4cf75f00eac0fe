# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Account: See what an account has left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from ..models.balance import Balance


_GET_BALANCE: Endpoint[Operation[Balance]] = Endpoint(
    id="getBalance",
    name="account.get_balance",
    method="GET",
    path="/account",
    kind=Operation,
    responses=Responses({"200": {"application/json": Nested("Balance")}}, required_member="owner"),
    response_kind="object",
    security=(("login",),),
    schemes=SECURITY_SCHEMES,
)


def get_balance(
    *,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[Balance]:
    """Get the balance.

    Returns the operation `GET /account` without sending it. The keyword
    arguments are those of `Account.get_balance` in `namespaces.account`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _GET_BALANCE.build(locals())
