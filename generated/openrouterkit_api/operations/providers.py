# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Providers: List the providers that serve models, with their terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from ..models.list_providers_response import ListProvidersResponse


_LIST: Endpoint[Operation[ListProvidersResponse]] = Endpoint(
    id="listProviders",
    name="providers.list",
    method="GET",
    path="/providers",
    kind=Operation,
    responses=Responses(
        {
            "200": {"application/json": Nested("ListProvidersResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def list(
    *,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ListProvidersResponse]:
    """List providers.

    Returns the operation `GET /providers` without sending it. The keyword
    arguments are those of `Providers.list` in `namespaces.providers`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST.build(locals())
