# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `DeleteKeysResponse`."""

from __future__ import annotations

from typing import Literal

from openrouterkit_runtime.model import JsonModel


class DeleteKeysResponse(JsonModel):
    """Answer that says that an API key was deleted."""

    deleted: Literal[True]
    """Always true: the key was deleted."""

    def __init__(self, *, deleted: Literal[True] = True) -> None:
        self._build(locals())
