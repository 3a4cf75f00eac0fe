# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models: List models, and see what they can do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from ..models.model_card import ModelCard
    from ..models.model_list import ModelList


_LIST: Endpoint[Operation[ModelList]] = Endpoint(
    id="listModels",
    name="models.list",
    method="GET",
    path="/v1/models",
    kind=Operation,
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelList")},
            "401": {"application/json": Nested("ErrorResponse")},
            "429": {"application/json": Nested("ErrorResponse")},
            "500": {"application/json": Nested("ErrorResponse")},
        }
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
) -> Operation[ModelList]:
    """List models.

    Returns the operation `GET /v1/models` without sending it. The keyword
    arguments are those of `Models.list` in `namespaces.models`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST.build(locals())


_GET: Endpoint[Operation[ModelCard]] = Endpoint(
    id="getModel",
    name="models.get",
    method="GET",
    path="/v1/models/{model_id}",
    kind=Operation,
    path_params={"model_id": "model_id"},
    required=("model_id",),
    responses=Responses(
        {
            "200": {"application/json": Nested("ModelCard")},
            "401": {"application/json": Nested("ErrorResponse")},
            "404": {"application/json": Nested("ErrorResponse")},
            "422": {"application/json": Nested("ErrorResponse")},
            "429": {"application/json": Nested("ErrorResponse")},
            "500": {"application/json": Nested("ErrorResponse")},
        },
        required_member="capabilities",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def get(
    *,
    model_id: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ModelCard]:
    """Get a model.

    Returns the operation `GET /v1/models/{model_id}` without sending it. The keyword
    arguments are those of `Models.get` in `namespaces.models`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
        ValueError: A path parameter is empty, `.` or `..`.
    """
    return _GET.build(locals())
