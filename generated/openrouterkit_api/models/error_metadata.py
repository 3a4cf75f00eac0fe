# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ErrorMetadata`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Mapped, Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ApiErrorType
    from .chat_annotation import ChatAnnotation, ChatAnnotationDict
    from .error_metadata_previous_error import ErrorMetadataPreviousError


class ErrorMetadata(JsonModel):
    """Details of an error. Its members depend on the kind of the error; the service may add others."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "file_annotations": Each(Union("ChatAnnotation")),
        "headers": Mapped(),
        "previous_errors": Each(Nested("ErrorMetadataPreviousError")),
        "raw": Mapped(),
        "reasons": Each(),
    }

    error_type: ApiErrorType | None
    """Kind of the error, more specific than the status."""
    file_annotations: list[ChatAnnotation] | None
    """Files that were parsed before the request failed. Send them back as annotations of an assistant
    message, so that they are not parsed and billed again.
    """
    flagged_input: str | None
    """The part of the input that moderation flagged, shortened to about 100 characters."""
    headers: dict[str, Any] | None
    """Headers of the failed request that are relevant for retries, such as `X-RateLimit-Reset`."""
    model_slug: str | None
    """The model whose moderation flagged the input."""
    previous_errors: list[ErrorMetadataPreviousError] | None
    """Errors of the endpoints that were tried before."""
    provider_code: str | None
    """The provider's code of the error."""
    provider_name: str | None
    """Display name of the provider that failed. Null if no provider was reached."""
    raw: str | dict[str, Any] | None
    """The unchanged response of the provider, often JSON in a string. It usually contains the actual
    reason.
    """
    reasons: list[str] | None
    """Categories for which moderation flagged the input."""

    def __init__(
        self,
        *,
        error_type: ApiErrorType = UNSET,
        file_annotations: Sequence[ChatAnnotation | ChatAnnotationDict | JsonModel] = UNSET,
        flagged_input: str = UNSET,
        headers: Mapping[str, Any] | None = UNSET,
        model_slug: str = UNSET,
        previous_errors: Sequence[ErrorMetadataPreviousError | Mapping[str, Any]] = UNSET,
        provider_code: str | None = UNSET,
        provider_name: str | None = UNSET,
        raw: str | Mapping[str, Any] | None = UNSET,
        reasons: Sequence[str] = UNSET,
    ) -> None:
        self._build(locals())
