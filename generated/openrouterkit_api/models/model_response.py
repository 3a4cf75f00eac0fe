# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .model import Model


class ModelResponse(JsonModel):
    """A single model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("Model")}

    data: Model
    """The model."""

    def __init__(self, *, data: Model | Mapping[str, Any]) -> None:
        self._build(locals())
