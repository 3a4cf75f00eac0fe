# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ErrorResponseDetail`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class ErrorResponseDetail(JsonModel):
    """What is wrong with one member of a request."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"ctx": Mapped(), "loc": Each()}

    ctx: dict[str, Any] | None
    """Values that the message mentions, such as a limit."""
    input: Any
    """The value that was sent."""
    loc: list[str | int] | None
    """Place of the member: body, path or query, then names and indexes."""
    msg: str | None
    """What is wrong."""
    type: str | None
    """Kind of the mistake, such as missing."""

    def __init__(
        self,
        *,
        ctx: Mapping[str, Any] = UNSET,
        input: Any = UNSET,
        loc: Sequence[str | int] = UNSET,
        msg: str = UNSET,
        type: str = UNSET,
    ) -> None:
        self._build(locals())
