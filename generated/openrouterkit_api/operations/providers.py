# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Providers: Find out which providers serve models, and under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.answers import Answers
from .._runtime.endpoint import Endpoint
from .._runtime.operation import Operation
from .._runtime.readers import Nested
from .._runtime.sender import ExtraParams

if TYPE_CHECKING:
    from ..models.list_providers_response import ListProvidersResponse


class ListProvidersParams(ExtraParams, total=False):
    """What `list_providers` takes."""


_LIST_PROVIDERS = Endpoint(
    id="listProviders",
    function="list_providers",
    method="GET",
    path="/providers",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    answers=Answers(
        {
            "200": {
                "application/json": Nested("ListProvidersResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    needs_key=True,
)


def list_providers(**params: Unpack[ListProvidersParams]) -> Operation[ListProvidersResponse]:
    """List providers.

    Lists the providers that serve models, with the pages on which they state their terms and their
    state.

    GET /providers

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_LIST_PROVIDERS, None, params)
