# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Criterion to sort the providers by, instead of distributing requests over them: a string, or an
object that also defines how fallback models are used. `order` takes precedence.
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
"""Criterion to sort the providers by, instead of distributing requests over them: a string, or an
object that also defines how fallback models are used. `order` takes precedence.
"""

ProviderPreferencesSortDict: TypeAlias = ProviderSortConfigDict | JsonObject
"""The values that arguments accept for a `ProviderPreferencesSort`, in addition to its models."""


def read_provider_preferences_sort(data: Any) -> ProviderPreferencesSort:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ProviderPreferencesSort", DECODERS["ProviderPreferencesSort"](owned(data)))
