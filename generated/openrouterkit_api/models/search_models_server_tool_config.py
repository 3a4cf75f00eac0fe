# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SearchModelsServerToolConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class SearchModelsServerToolConfigDict(TypedDict, total=False):
        """`SearchModelsServerToolConfig` as a plain dict."""

        max_results: int


class SearchModelsServerToolConfig(JsonModel):
    """Settings of the model search tool."""

    max_results: int | None
    """Maximum number of models that a search returns, up to 20. Defaults to 5."""

    def __init__(self, *, max_results: int = UNSET) -> None:
        self._build(locals())
