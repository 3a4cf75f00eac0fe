# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelReasoning`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ReasoningEffort


class ModelReasoning(JsonModel):
    """Settings for the reasoning of a model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"supported_efforts": Each()}

    default_effort: ReasoningEffort | None
    """Effort that the model uses if the request does not set one."""
    default_enabled: bool | None
    """Whether the model reasons if the request does not set it."""
    mandatory: bool
    """Whether the model always reasons; a request that disables reasoning is rejected."""
    supported_efforts: list[ReasoningEffort | None] | None
    """Efforts that the model accepts, the highest first. Null means all."""
    supports_max_tokens: bool | None
    """Whether the model supports a limit on reasoning tokens, `reasoning.max_tokens`. Absent if it does
    not.
    """

    def __init__(
        self,
        *,
        mandatory: bool,
        default_effort: ReasoningEffort | None = UNSET,
        default_enabled: bool = UNSET,
        supported_efforts: Sequence[ReasoningEffort | None] | None = UNSET,
        supports_max_tokens: bool = UNSET,
    ) -> None:
        self._build(locals())
