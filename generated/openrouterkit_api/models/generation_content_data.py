# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Error of the generation. Null if it succeeded."""
    input: GenerationContentDataInput
    """Input of the model."""
    output: GenerationContentDataOutput
    """Output of the model."""

    def __init__(
        self,
        *,
        error: GenerationContentError | Mapping[str, Any] | None,
        input: GenerationContentDataInput,
        output: GenerationContentDataOutput | Mapping[str, Any],
    ) -> None:
        self._build(locals())
