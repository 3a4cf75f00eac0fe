# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Providers: Find out which providers serve models, and under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.list_providers_response import ListProvidersResponse


class ListParams(ExtraParams, total=False):
    """The keywords of `providers.list`."""


_LIST = Endpoint(
    id="listProviders",
    name="providers.list",
    method="GET",
    path="/providers",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ListProvidersResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def list(**params: Unpack[ListParams]) -> Operation[ListProvidersResponse]:
    """List providers.

    Lists the providers that serve models, with the pages on which they state their terms and their
    state.

    GET /providers

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_LIST, None, params)
