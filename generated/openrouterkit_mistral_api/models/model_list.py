# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelList`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .model_card import ModelCard


class ModelList(JsonModel):
    """The models that an API key can use."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Each(Nested("ModelCard"))}

    data: list[ModelCard] | None
    """The models."""
    object: Literal["list"] | None
    """Kind of the object, always list."""

    def __init__(
        self, *, data: Sequence[ModelCard | Mapping[str, Any]] = UNSET, object: Literal["list"] = UNSET
    ) -> None:
        self._build(locals())
