# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ListEndpointsResponse`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .model_architecture import ModelArchitecture
    from .public_endpoint import PublicEndpoint


class ListEndpointsResponse(JsonModel):
    """A model and its endpoints."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "architecture": Nested("ModelArchitecture"),
        "endpoints": Each(Nested("PublicEndpoint")),
    }

    architecture: ModelArchitecture
    """What the model takes and gives."""
    created: int
    """When the model was added to OpenRouter, in Unix seconds."""
    description: str
    """What the model is good for, in Markdown."""
    endpoints: list[PublicEndpoint]
    """The endpoints: one for each provider, or several where a provider serves the model in several ways."""
    id: str
    """What `model` in a request takes: author and slug, perhaps with a variant."""
    name: str
    """Display name, mostly the author and the model."""

    def __init__(
        self,
        *,
        architecture: ModelArchitecture | Mapping[str, Any],
        created: int,
        description: str,
        endpoints: Sequence[PublicEndpoint | Mapping[str, Any]],
        id: str,
        name: str,
    ) -> None:
        self._build(locals())
