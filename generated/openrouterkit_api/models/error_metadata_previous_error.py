# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ErrorMetadataPreviousError`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ErrorMetadataPreviousError(JsonModel):
    """Error of an endpoint that was tried earlier. The service may add members."""

    code: int | str | None
    """HTTP status that corresponds to the error, or a code of the provider."""
    message: str | None
    """What went wrong, as a human-readable text."""
    provider_name: str | None
    """Display name of the provider that failed."""
    raw: str | None
    """The unchanged response of the provider."""

    def __init__(
        self,
        *,
        code: int | str = UNSET,
        message: str = UNSET,
        provider_name: str | None = UNSET,
        raw: str | None = UNSET,
    ) -> None:
        self._build(locals())
