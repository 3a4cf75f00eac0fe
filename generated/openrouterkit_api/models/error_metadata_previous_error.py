# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ErrorMetadataPreviousError`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ErrorMetadataPreviousError(JsonModel):
    """Failure of an endpoint that was tried earlier. The service may add members."""

    code: int | str | None
    """HTTP status that fits the failure, or a word of the provider."""
    message: str | None
    """What went wrong, for people to read."""
    provider_name: str | None
    """Display name of the provider that failed."""
    raw: str | None
    """The answer of the provider as it came."""

    def __init__(
        self,
        *,
        code: int | str = UNSET,
        message: str = UNSET,
        provider_name: str | None = UNSET,
        raw: str | None = UNSET,
    ) -> None:
        self._build(locals())
