# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GenerationContentDataOutput`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GenerationContentDataOutput(JsonModel):
    """Output of a model."""

    completion: str | None
    """The text of the answer. Null if there is none."""
    reasoning: str | None
    """The reasoning before the answer. Null if there is none."""

    def __init__(self, *, completion: str | None, reasoning: str | None) -> None:
        self._build(locals())
