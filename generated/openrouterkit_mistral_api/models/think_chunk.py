# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ThinkChunk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .thinking import Thinking, ThinkingDict

    class ThinkChunkDict(TypedDict, total=False):
        """`ThinkChunk` as a plain dict."""

        closed: bool
        signature: str | None
        thinking: Required[Sequence[Thinking | ThinkingDict | JsonModel]]
        type: Required[Literal["thinking"]]


class ThinkChunk(JsonModel):
    """Reasoning of the model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"thinking": Each(Union("Thinking"))}

    closed: bool | None
    """Whether the reasoning is complete. False in a part that the model is to continue. Defaults to true."""
    signature: str | None
    """Signature of the reasoning. Send it back unchanged."""
    thinking: list[Thinking]
    """The reasoning, as texts and references. Can be empty."""
    type: Literal["thinking"]
    """Marks the part as reasoning."""

    def __init__(
        self,
        *,
        type: Literal["thinking"] = "thinking",
        thinking: Sequence[Thinking | ThinkingDict | JsonModel],
        closed: bool = UNSET,
        signature: str | None = UNSET,
    ) -> None:
        self._build(locals())
