# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatRequestUsage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatRequestUsageDict(TypedDict, total=False):
        """`ChatRequestUsage` as a plain dict."""

        include: bool


class ChatRequestUsage(JsonModel):
    """Former switch for the usage in the response."""

    include: bool | None
    """Deprecated and without effect: responses always contain the usage and its cost."""

    def __init__(self, *, include: bool = UNSET) -> None:
        self._build(locals())
