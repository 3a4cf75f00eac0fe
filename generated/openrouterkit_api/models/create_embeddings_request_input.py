# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateEmbeddingsRequestInput`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .create_embeddings_request_input_content import (
        CreateEmbeddingsRequestInputContent,
        CreateEmbeddingsRequestInputContentDict,
    )

    class CreateEmbeddingsRequestInputDict(TypedDict, total=False):
        """`CreateEmbeddingsRequestInput` as a plain dict."""

        content: Required[
            Sequence[CreateEmbeddingsRequestInputContent | CreateEmbeddingsRequestInputContentDict | JsonModel]
        ]


class CreateEmbeddingsRequestInput(JsonModel):
    """An input of several parts that are embedded together, as one vector."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Each(Union("CreateEmbeddingsRequestInputContent"))}

    content: list[CreateEmbeddingsRequestInputContent]
    """The parts, at least one."""

    def __init__(
        self,
        *,
        content: Sequence[CreateEmbeddingsRequestInputContent | CreateEmbeddingsRequestInputContentDict | JsonModel],
    ) -> None:
        self._build(locals())
