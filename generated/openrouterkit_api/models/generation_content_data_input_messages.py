# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationContentDataInputMessages`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class GenerationContentDataInputMessages(JsonModel):
    """Messages that were sent to a model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"messages": Each(Mapped())}

    messages: list[dict[str, Any]]
    """The messages, in the form of the API that was used."""

    def __init__(self, *, messages: Sequence[Mapping[str, Any]]) -> None:
        self._build(locals())
