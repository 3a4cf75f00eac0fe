# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PipelineStage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import PipelineStageType


class PipelineStage(JsonModel):
    """A stage that changed or checked a request or its response."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Mapped()}

    cost_usd: float | None
    """Cost of the stage, in US dollars. Null if it is not billed separately."""
    data: dict[str, Any] | None
    """Details of the stage; the members depend on the stage."""
    guardrail_id: str | None
    """Identifier of the guardrail, for stages of type `guardrail`."""
    guardrail_scope: str | None
    """What the guardrail is attached to, for stages of type `guardrail`."""
    name: str
    """Name of the stage, which distinguishes stages of the same type."""
    summary: str | None
    """What the stage did, as a human-readable line."""
    type: PipelineStageType
    """Kind of the stage."""

    def __init__(
        self,
        *,
        name: str,
        type: PipelineStageType,
        cost_usd: float | None = UNSET,
        data: Mapping[str, Any] = UNSET,
        guardrail_id: str = UNSET,
        guardrail_scope: str = UNSET,
        summary: str = UNSET,
    ) -> None:
        self._build(locals())
