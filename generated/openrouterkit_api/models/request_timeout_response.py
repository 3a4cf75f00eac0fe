# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `RequestTimeoutResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .error_response_error import ErrorResponseError


class RequestTimeoutResponse(JsonModel):
    """Body of an answer with status 408. The request took longer than the service allows."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "error": Nested("ErrorResponseError"),
        "openrouter_metadata": Mapped(),
    }

    error: ErrorResponseError
    """What went wrong."""
    openrouter_metadata: dict[str, Any] | None
    """How the request was routed up to the failure; see `OpenRouterMetadata`. Null or absent when it was
    not asked for.
    """
    user_id: str | None
    """The account the request was counted under. Null or absent when the key is not known."""

    def __init__(
        self,
        *,
        error: ErrorResponseError | Mapping[str, Any],
        openrouter_metadata: Mapping[str, Any] | None = UNSET,
        user_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
