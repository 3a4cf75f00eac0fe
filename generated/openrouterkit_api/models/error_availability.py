# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Whether and when to retry a failed request. The service may add members."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"fallback_models": Each()}

    fallback_models: list[str] | None
    """Models that could serve the request instead."""
    retry_after: float | None
    """Time to wait before a retry, in seconds."""
    retryable: bool | None
    """Whether a retry of the same request may succeed."""

    def __init__(
        self,
        *,
        fallback_models: Sequence[str] | None = UNSET,
        retry_after: float | None = UNSET,
        retryable: bool = UNSET,
    ) -> None:
        self._build(locals())
