# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Settings for native web search, which is built into some models."""

    search_context_size: SearchQualityLevel | None
    """How much of the search results the model receives; more costs more. Defaults to medium."""

    def __init__(self, *, search_context_size: SearchQualityLevel = UNSET) -> None:
        self._build(locals())
