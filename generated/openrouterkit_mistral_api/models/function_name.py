# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FunctionName`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class FunctionNameDict(TypedDict, total=False):
        """`FunctionName` as a plain dict."""

        name: Required[str]


class FunctionName(JsonModel):
    """A function by its name."""

    name: str
    """Name of the function."""

    def __init__(self, *, name: str) -> None:
        self._build(locals())
