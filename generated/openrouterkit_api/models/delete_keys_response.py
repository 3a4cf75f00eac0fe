# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DeleteKeysResponse`."""

from __future__ import annotations

from typing import Literal

from openrouterkit_runtime.model import JsonModel


class DeleteKeysResponse(JsonModel):
    """The response to the deletion of an API key."""

    deleted: Literal[True]
    """Always true: the key was deleted."""

    def __init__(self, *, deleted: Literal[True] = True) -> None:
        self._build(locals())
