# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """How a generation failed."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"previous_errors": Each(Nested("GenerationContentErrorAttempt"))}

    message: str | None
    """What went wrong, for people to read. Null when nothing is recorded."""
    previous_errors: list[GenerationContentErrorAttempt]
    """Failures of the providers that were tried before, in their order."""
    provider_name: str | None
    """Display name of the provider that failed. Null when no provider was reached."""
    raw: str | None
    """Answer of the provider as it came, often JSON inside the string. Null when it is not recorded."""
    status: int | None
    """HTTP status of the failure. Null when there was no answer."""

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
