# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Criterion to sort providers by, and whether the sort extends over several models."""

    by: ProviderSort | None
    """Criterion to sort by. By default, or if null, the usual order of the service."""
    partition: ProviderSortConfigPartition | None
    """How several models of a request are sorted. Defaults to model."""

    def __init__(
        self, *, by: ProviderSort | None = UNSET, partition: ProviderSortConfigPartition | None = UNSET
    ) -> None:
        self._build(locals())
