# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ModelsCountResponseData`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class ModelsCountResponseData(JsonModel):
    """A number of models."""

    count: int
    """How many models match."""

    def __init__(self, *, count: int) -> None:
        self._build(locals())
