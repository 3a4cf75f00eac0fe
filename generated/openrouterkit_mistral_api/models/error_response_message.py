# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ErrorResponseMessage`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .error_response_detail import ErrorResponseDetail


class ErrorResponseMessage(JsonModel):
    """The message of an error, as an object."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"detail": Each(Nested("ErrorResponseDetail"))}

    detail: list[ErrorResponseDetail] | None
    """What is wrong, with an entry for each member."""

    def __init__(self, *, detail: Sequence[ErrorResponseDetail | Mapping[str, Any]] = UNSET) -> None:
        self._build(locals())
