# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ProviderSortConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ProviderSort, ProviderSortConfigPartition

    class ProviderSortConfigDict(TypedDict, total=False):
        """`ProviderSortConfig` as a plain dict."""

        by: ProviderSort | None
        partition: ProviderSortConfigPartition | None


class ProviderSortConfig(JsonModel):
    """What providers are ordered by, and whether across models."""

    by: ProviderSort | None
    """What to order by. The service's usual order when absent or null."""
    partition: ProviderSortConfigPartition | None
    """How the models of a request with several take part. Default model."""

    def __init__(
        self, *, by: ProviderSort | None = UNSET, partition: ProviderSortConfigPartition | None = UNSET
    ) -> None:
        self._build(locals())
