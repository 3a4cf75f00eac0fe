# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ErrorAvailability`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class ErrorAvailability(JsonModel):
    """Advice on whether and when to repeat a failed request. The service may add members."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"fallback_models": Each()}

    fallback_models: list[str] | None
    """Models that could serve the request instead."""
    retry_after: float | None
    """How long to wait before the request is repeated, in seconds."""
    retryable: bool | None
    """Whether the same request may succeed if it is repeated."""

    def __init__(
        self,
        *,
        fallback_models: Sequence[str] | None = UNSET,
        retry_after: float | None = UNSET,
        retryable: bool = UNSET,
    ) -> None:
        self._build(locals())
