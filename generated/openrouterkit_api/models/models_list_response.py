# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelsListResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .model import Model
    from .models_list_response_links import ModelsListResponseLinks


class ModelsListResponse(JsonModel):
    """A page of the model catalogue."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "data": Each(Nested("Model")),
        "links": Nested("ModelsListResponseLinks"),
    }

    data: list[Model]
    """The models of this page."""
    links: ModelsListResponseLinks | None
    """Link to the next page."""
    total_count: int | None
    """Number of models that match, over all pages."""

    def __init__(
        self,
        *,
        data: Sequence[Model | Mapping[str, Any]],
        links: ModelsListResponseLinks | Mapping[str, Any] = UNSET,
        total_count: int = UNSET,
    ) -> None:
        self._build(locals())
