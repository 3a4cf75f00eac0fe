# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `GenerationContentDataOutput`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GenerationContentDataOutput(JsonModel):
    """What a model gave."""

    completion: str | None
    """The text of the answer. Null when there is none."""
    reasoning: str | None
    """The reasoning before the answer. Null when there is none."""

    def __init__(self, *, completion: str | None, reasoning: str | None) -> None:
        self._build(locals())
