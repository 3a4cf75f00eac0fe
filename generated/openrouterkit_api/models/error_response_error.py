# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What went wrong, as the service states it in the body of a failed call, in a chunk of a stream or in
    a choice.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "availability": Nested("ErrorAvailability"),
        "metadata": Nested("ErrorMetadata"),
    }

    availability: ErrorAvailability | None
    """Whether and when to try again, and what to try instead."""
    code: int | str | None
    """HTTP status that fits the failure, which counts even if the answer itself has status 200. Some
    providers send a word, for example `invalid_prompt`.
    """
    message: str
    """What went wrong, for people to read. `Provider returned error` means that the reason of the provider
    stands in `metadata.raw`.
    """
    metadata: ErrorMetadata | None
    """Further facts about the failure."""

    def __init__(
        self,
        *,
        message: str,
        availability: ErrorAvailability | Mapping[str, Any] = UNSET,
        code: int | str = UNSET,
        metadata: ErrorMetadata | Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._build(locals())
