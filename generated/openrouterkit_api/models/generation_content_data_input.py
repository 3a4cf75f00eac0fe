# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Input of a model: a prompt, or messages."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.model import owned

from ._unions import DECODERS
from .generation_content_data_input_messages import GenerationContentDataInputMessages
from .generation_content_data_input_prompt import GenerationContentDataInputPrompt

GenerationContentDataInput: TypeAlias = (
    GenerationContentDataInputPrompt | GenerationContentDataInputMessages | UnknownVariant
)
"""Input of a model: a prompt, or messages."""


def read_generation_content_data_input(data: Any) -> GenerationContentDataInput:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("GenerationContentDataInput", DECODERS["GenerationContentDataInput"](owned(data)))
