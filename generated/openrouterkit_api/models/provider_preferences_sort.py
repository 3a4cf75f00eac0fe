# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What to order the providers by, instead of spreading requests over them: a word, or an object that
also says how fallback models take part. order goes before it.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import ProviderSortConfigDict
from ._enumerations import ProviderSort
from ._unions import DECODERS
from .provider_sort_config import ProviderSortConfig

ProviderPreferencesSort: TypeAlias = ProviderSort | ProviderSortConfig | None
"""What to order the providers by, instead of spreading requests over them: a word, or an object that
also says how fallback models take part. order goes before it.
"""

ProviderPreferencesSortDict: TypeAlias = ProviderSortConfigDict | JsonObject
"""The values that arguments accept for a `ProviderPreferencesSort`, in addition to its models."""


def read_provider_preferences_sort(data: Any) -> ProviderPreferencesSort:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ProviderPreferencesSort", DECODERS["ProviderPreferencesSort"](owned(data)))
