# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Input, output and tokenizer of the model."""
    created: int
    """When the model was added to OpenRouter, as a Unix time in seconds."""
    description: str
    """Description of the model, in Markdown."""
    endpoints: list[PublicEndpoint]
    """The endpoints: one per provider, or several if a provider serves the model in several variants."""
    id: str
    """The id of the model, for `model` in requests: author and slug, with an optional variant."""
    name: str
    """Display name, usually the author and the model."""

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
