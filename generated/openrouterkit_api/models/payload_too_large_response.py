# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PayloadTooLargeResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .error_response_error import ErrorResponseError


class PayloadTooLargeResponse(JsonModel):
    """The body of a response with status 413. The body of the request is too large."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "error": Nested("ErrorResponseError"),
        "openrouter_metadata": Mapped(),
    }

    error: ErrorResponseError
    """The error."""
    openrouter_metadata: dict[str, Any] | None
    """How the request was routed until it failed; see `OpenRouterMetadata`. Null or absent if it was not
    requested.
    """
    user_id: str | None
    """The account of the request. Null or absent if the key is unknown."""

    def __init__(
        self,
        *,
        error: ErrorResponseError | Mapping[str, Any],
        openrouter_metadata: Mapping[str, Any] | None = UNSET,
        user_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
