# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Endpoints: See which providers serve a model, at which prices and limits, and how reliably."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from ..models.list_endpoints_zdr_response import ListEndpointsZdrResponse
    from ..models.model_endpoints_response import ModelEndpointsResponse


_LIST_ZDR: Endpoint[Operation[ListEndpointsZdrResponse]] = Endpoint(
    id="listEndpointsZdr",
    name="endpoints.list_zdr",
    method="GET",
    path="/endpoints/zdr",
    kind=Operation,
    responses=Responses(
        {
            "200": {"application/json": Nested("ListEndpointsZdrResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def list_zdr(
    *,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ListEndpointsZdrResponse]:
    """List endpoints that retain no data.

    Returns the operation `GET /endpoints/zdr` without sending it. The keyword
    arguments are those of `Endpoints.list_zdr` in `namespaces.endpoints`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST_ZDR.build(locals())


_LIST: Endpoint[Operation[ModelEndpointsResponse]] = Endpoint(
    id="listEndpoints",
    name="endpoints.list",
    method="GET",
    path="/models/{author}/{slug}/endpoints",
    kind=Operation,
    path_params={"author": "author", "slug": "slug"},
    required=("author", "slug"),
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelEndpointsResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
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
    author: str,
    slug: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ModelEndpointsResponse]:
    """List the endpoints of a model.

    Returns the operation `GET /models/{author}/{slug}/endpoints` without sending it. The keyword
    arguments are those of `Endpoints.list` in `namespaces.endpoints`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
        ValueError: A path parameter is empty, `.` or `..`.
    """
    return _LIST.build(locals())
