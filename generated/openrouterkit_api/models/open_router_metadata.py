# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `OpenRouterMetadata`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import RoutingStrategy
    from .endpoints_metadata import EndpointsMetadata
    from .pipeline_stage import PipelineStage
    from .router_attempt import RouterAttempt
    from .router_params import RouterParams


class OpenRouterMetadata(JsonModel):
    """How a request was routed: the requested model, the endpoints considered, the attempts, and the
    stages that processed the request. Experimental according to the service; members may change.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "attempts": Each(Nested("RouterAttempt")),
        "endpoints": Nested("EndpointsMetadata"),
        "params": Nested("RouterParams"),
        "pipeline": Each(Nested("PipelineStage")),
    }

    attempt: int
    """Number of the successful attempt, from 1. More than 1 means that earlier endpoints failed."""
    attempts: list[RouterAttempt] | None
    """The attempts, in order, the successful one last."""
    endpoints: EndpointsMetadata
    """The endpoints that were considered."""
    is_byok: bool
    """Whether the request used your own provider key."""
    params: RouterParams | None
    """Settings that the router used."""
    pipeline: list[PipelineStage] | None
    """The stages that changed or checked the request or its response, in order. Absent if there were none."""
    region: str | None
    """Region of the network edge that received the request, for example `fra`. Null if unknown."""
    requested: str
    """The model or alias in the request."""
    strategy: RoutingStrategy
    """How the model was selected."""
    summary: str
    """The routing decision, as a human-readable line."""

    def __init__(
        self,
        *,
        attempt: int,
        endpoints: EndpointsMetadata | Mapping[str, Any],
        is_byok: bool,
        region: str | None,
        requested: str,
        strategy: RoutingStrategy,
        summary: str,
        attempts: Sequence[RouterAttempt | Mapping[str, Any]] = UNSET,
        params: RouterParams | Mapping[str, Any] = UNSET,
        pipeline: Sequence[PipelineStage | Mapping[str, Any]] = UNSET,
    ) -> None:
        self._build(locals())
