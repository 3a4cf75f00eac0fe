# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `GenerationContentData`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .generation_content_data_input import GenerationContentDataInput
    from .generation_content_data_output import GenerationContentDataOutput
    from .generation_content_error import GenerationContentError


class GenerationContentData(JsonModel):
    """Stored content of a generation."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "error": Nested("GenerationContentError"),
        "input": Union("GenerationContentDataInput"),
        "output": Nested("GenerationContentDataOutput"),
    }

    error: GenerationContentError | None
    """How the generation failed. Null when it did not."""
    input: GenerationContentDataInput
    """What the model was given."""
    output: GenerationContentDataOutput
    """What the model gave."""

    def __init__(
        self,
        *,
        error: GenerationContentError | Mapping[str, Any] | None,
        input: GenerationContentDataInput,
        output: GenerationContentDataOutput | Mapping[str, Any],
    ) -> None:
        self._build(locals())
