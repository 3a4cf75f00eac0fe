# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ErrorResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .error_response_detail import ErrorResponseDetail
    from .error_response_message import ErrorResponseMessage


class ErrorResponse(JsonModel):
    """An error. Which members it has depends on the part of the service that failed: `detail` alone, as a
    text or as a list; `message` with `request_id`; or `object` with `message`, `type`, `param` and
    `code`, of which any may be null.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "detail": Kinds(array=Each(Nested("ErrorResponseDetail"))),
        "message": Nested("ErrorResponseMessage"),
    }

    code: str | int | None
    """Number of the error, usually as a text, such as `1500` for an unknown model."""
    detail: str | list[ErrorResponseDetail] | None
    """What is wrong, as a text, or as a list with an entry for each member."""
    message: str | ErrorResponseMessage | None
    """What is wrong, as a text, or as an object that contains `detail`."""
    object: Literal["error"] | None
    """Kind of the object."""
    param: str | None
    """The parameter that is wrong. Usually null."""
    raw_status_code: int | None
    """The HTTP status of the error. Not always sent."""
    request_id: str | None
    """Identifier of the request, for questions to the support of the service."""
    type: str | None
    """Kind of the error, such as `invalid_model` or `rate_limited`."""

    def __init__(
        self,
        *,
        code: str | int | None = UNSET,
        detail: str | Sequence[ErrorResponseDetail | Mapping[str, Any]] = UNSET,
        message: str | ErrorResponseMessage | Mapping[str, Any] | None = UNSET,
        object: Literal["error"] = UNSET,
        param: str | None = UNSET,
        raw_status_code: int | None = UNSET,
        request_id: str = UNSET,
        type: str | None = UNSET,
    ) -> None:
        self._build(locals())
