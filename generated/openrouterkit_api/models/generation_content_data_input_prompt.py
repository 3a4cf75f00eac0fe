# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationContentDataInputPrompt`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GenerationContentDataInputPrompt(JsonModel):
    """A prompt that was sent to a model."""

    prompt: str
    """The prompt."""

    def __init__(self, *, prompt: str) -> None:
        self._build(locals())
