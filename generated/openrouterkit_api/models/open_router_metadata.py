# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """How a request was routed: what was asked for, which endpoints were considered, which was tried and
    what else worked on the request. The service calls it experimental; members may change.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "attempts": Each(Nested("RouterAttempt")),
        "endpoints": Nested("EndpointsMetadata"),
        "params": Nested("RouterParams"),
        "pipeline": Each(Nested("PipelineStage")),
    }

    attempt: int
    """Number of the attempt that succeeded, from 1. More than 1 means that earlier endpoints failed."""
    attempts: list[RouterAttempt] | None
    """The attempts made, in order, the successful one last."""
    endpoints: EndpointsMetadata
    """The endpoints that were considered."""
    is_byok: bool
    """Whether the request used a provider key of your own."""
    params: RouterParams | None
    """Settings the router worked with."""
    pipeline: list[PipelineStage] | None
    """The stages that changed or checked the request or its answer, in order. Absent when there were none."""
    region: str | None
    """Region of the network edge that took the request, for example `fra`. Null when unknown."""
    requested: str
    """The model or alias in the request."""
    strategy: RoutingStrategy
    """How the model was chosen."""
    summary: str
    """The routing decision in one line, for people to read."""

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
