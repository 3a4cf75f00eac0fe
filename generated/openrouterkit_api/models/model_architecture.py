# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ModelArchitecture`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import InputModality, InstructType, ModelGroup, OutputModality


class ModelArchitecture(JsonModel):
    """Input, output and tokenizer of a model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"input_modalities": Each(), "output_modalities": Each()}

    input_modalities: list[InputModality]
    """Kinds of input that the model accepts."""
    instruct_type: InstructType | None
    """Prompt template that the model was trained with. Null if it is not relevant to callers."""
    modality: str | None
    """Input and output in short form, for example `text+image->text`. Null if unknown."""
    output_modalities: list[OutputModality]
    """Kinds of output that the model produces."""
    tokenizer: ModelGroup | None
    """Family of tokenizers that counts the tokens of the model. Null if unknown."""

    def __init__(
        self,
        *,
        input_modalities: Sequence[InputModality],
        modality: str | None,
        output_modalities: Sequence[OutputModality],
        instruct_type: InstructType | None = UNSET,
        tokenizer: ModelGroup | None = UNSET,
    ) -> None:
        self._build(locals())
