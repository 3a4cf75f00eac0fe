# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `GenerationContentDataInputPrompt`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GenerationContentDataInputPrompt(JsonModel):
    """A prompt that a model was given."""

    prompt: str
    """The prompt."""

    def __init__(self, *, prompt: str) -> None:
        self._build(locals())
