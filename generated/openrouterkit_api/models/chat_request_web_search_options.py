# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatRequestWebSearchOptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import SearchQualityLevel

    class ChatRequestWebSearchOptionsDict(TypedDict, total=False):
        """`ChatRequestWebSearchOptions` as a plain dict."""

        search_context_size: SearchQualityLevel


class ChatRequestWebSearchOptions(JsonModel):
    """Settings for native web search, that is, the search built into some models."""

    search_context_size: SearchQualityLevel | None
    """How much search material to give the model; more costs more. Default medium."""

    def __init__(self, *, search_context_size: SearchQualityLevel = UNSET) -> None:
        self._build(locals())
