# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Endpoints: Find out who serves a model, at what price, within which limits and how well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, Unpack

from .._runtime.answers import Answers
from .._runtime.endpoint import Endpoint
from .._runtime.operation import Operation
from .._runtime.readers import Nested
from .._runtime.sender import ExtraParams

if TYPE_CHECKING:
    from ..models.list_endpoints_zdr_response import ListEndpointsZdrResponse
    from ..models.model_endpoints_response import ModelEndpointsResponse


class ListEndpointsZdrParams(ExtraParams, total=False):
    """What `list_endpoints_zdr` takes."""


_LIST_ENDPOINTS_ZDR = Endpoint(
    id="listEndpointsZdr",
    function="list_endpoints_zdr",
    method="GET",
    path="/endpoints/zdr",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    answers=Answers(
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
    needs_key=True,
)


def list_endpoints_zdr(**params: Unpack[ListEndpointsZdrParams]) -> Operation[ListEndpointsZdrResponse]:
    """List endpoints that retain no data.

    Lists the endpoints that stay available when a request asks for zero data retention
    (`provider.zdr`): those whose providers keep neither prompts nor completions.

    GET /endpoints/zdr

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_LIST_ENDPOINTS_ZDR, None, params)


class ListEndpointsParams(ExtraParams, total=False):
    """What `list_endpoints` takes."""

    author: Required[str]
    """Author of the model: what stands before the slash in its id."""
    slug: Required[str]
    """Slug of the model: what stands after the slash in its id, perhaps with a variant such as `:free`."""


_LIST_ENDPOINTS = Endpoint(
    id="listEndpoints",
    function="list_endpoints",
    method="GET",
    path="/models/{author}/{slug}/endpoints",
    path_params={"author": "author", "slug": "slug"},
    query_params={},
    header_params={},
    required=("author", "slug"),
    answers=Answers(
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
    needs_key=True,
)


def list_endpoints(**params: Unpack[ListEndpointsParams]) -> Operation[ModelEndpointsResponse]:
    """List the endpoints of a model.

    Lists the endpoints of a model: who serves it, at what price, within which limits, and how well each
    has worked lately.

    GET /models/{author}/{slug}/endpoints

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_LIST_ENDPOINTS, None, params)
