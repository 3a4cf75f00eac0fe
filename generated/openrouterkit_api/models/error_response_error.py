# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ErrorResponseError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .error_availability import ErrorAvailability
    from .error_metadata import ErrorMetadata


class ErrorResponseError(JsonModel):
    """The error, in the body of a failed response, in a chunk of a stream or in a choice."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "availability": Nested("ErrorAvailability"),
        "metadata": Nested("ErrorMetadata"),
    }

    availability: ErrorAvailability | None
    """Whether and when to retry, and alternatives."""
    code: int | str | None
    """HTTP status that corresponds to the error; it applies even if the status of the response is 200.
    Some providers send a text, for example `invalid_prompt`.
    """
    message: str
    """What went wrong, as a human-readable text. If it is `Provider returned error`, the reason of the
    provider is in `metadata.raw`.
    """
    metadata: ErrorMetadata | None
    """Details of the error."""

    def __init__(
        self,
        *,
        message: str,
        availability: ErrorAvailability | Mapping[str, Any] = UNSET,
        code: int | str = UNSET,
        metadata: ErrorMetadata | Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._build(locals())
