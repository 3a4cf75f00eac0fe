# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationContentError`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .generation_content_error_attempt import GenerationContentErrorAttempt


class GenerationContentError(JsonModel):
    """Error of a generation."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"previous_errors": Each(Nested("GenerationContentErrorAttempt"))}

    message: str | None
    """What went wrong, as a human-readable text. Null if it was not recorded."""
    previous_errors: list[GenerationContentErrorAttempt]
    """Errors of the providers that were tried before, in order."""
    provider_name: str | None
    """Display name of the provider that failed. Null if no provider was reached."""
    raw: str | None
    """Unchanged response of the provider, often JSON in a string. Null if it was not recorded."""
    status: int | None
    """HTTP status of the error. Null if there was no response."""

    def __init__(
        self,
        *,
        message: str | None,
        previous_errors: Sequence[GenerationContentErrorAttempt | Mapping[str, Any]],
        provider_name: str | None,
        raw: str | None,
        status: int | None,
    ) -> None:
        self._build(locals())
