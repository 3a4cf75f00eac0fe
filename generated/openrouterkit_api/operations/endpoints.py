# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Endpoints: Find out who serves a model, at what price, within which limits and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, Unpack

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.list_endpoints_zdr_response import ListEndpointsZdrResponse
    from ..models.model_endpoints_response import ModelEndpointsResponse


class ListZdrParams(ExtraParams, total=False):
    """The keywords of `endpoints.list_zdr`."""


_LIST_ZDR = Endpoint(
    id="listEndpointsZdr",
    name="endpoints.list_zdr",
    method="GET",
    path="/endpoints/zdr",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ListEndpointsZdrResponse"),
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


def list_zdr(**params: Unpack[ListZdrParams]) -> Operation[ListEndpointsZdrResponse]:
    """List endpoints that retain no data.

    Lists the endpoints that stay available when a request asks for zero data retention
    (`provider.zdr`): those whose providers keep neither prompts nor completions.

    GET /endpoints/zdr

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_LIST_ZDR, None, params)


class ListParams(ExtraParams, total=False):
    """The keywords of `endpoints.list`."""

    author: Required[str]
    """Author of the model: what stands before the slash in its id."""
    slug: Required[str]
    """Slug of the model: what stands after the slash in its id, perhaps with a variant such as `:free`."""


_LIST = Endpoint(
    id="listEndpoints",
    name="endpoints.list",
    method="GET",
    path="/models/{author}/{slug}/endpoints",
    path_params={"author": "author", "slug": "slug"},
    query_params={},
    header_params={},
    required=("author", "slug"),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ModelEndpointsResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def list(**params: Unpack[ListParams]) -> Operation[ModelEndpointsResponse]:
    """List the endpoints of a model.

    Lists the endpoints of a model: who serves it, at what price, within which limits, and how well each
    has worked lately.

    GET /models/{author}/{slug}/endpoints

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_LIST, None, params)
