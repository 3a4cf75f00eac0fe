# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamChunkDebug`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class ChatStreamChunkDebug(JsonModel):
    """Debugging data of a stream."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"echo_upstream_body": Mapped()}

    echo_upstream_body: dict[str, Any] | None
    """The request body that OpenRouter sent to the provider. Sent if the request sets
    `debug.echo_upstream_body`.
    """

    def __init__(self, *, echo_upstream_body: Mapping[str, Any] = UNSET) -> None:
        self._build(locals())
