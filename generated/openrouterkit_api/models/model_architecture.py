# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What a model takes and gives, and how it reads text."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"input_modalities": Each(), "output_modalities": Each()}

    input_modalities: list[InputModality]
    """Kinds of input the model takes."""
    instruct_type: InstructType | None
    """Prompt template the model was trained with. Null when it does not matter to callers."""
    modality: str | None
    """Input and output in short, for example `text+image->text`. Null when unknown."""
    output_modalities: list[OutputModality]
    """Kinds of output the model gives."""
    tokenizer: ModelGroup | None
    """Family of tokenizers that counts tokens for the model. Null when unknown."""

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
