# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `UpdateKeysRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import APIKeyLimitReset

    class UpdateKeysRequestDict(TypedDict, total=False):
        """`UpdateKeysRequest` as a plain dict."""

        disabled: bool
        include_byok_in_limit: bool
        limit: float | None
        limit_reset: APIKeyLimitReset | None
        name: str


class UpdateKeysRequest(JsonModel):
    """What is to change about an API key. What is left out stays as it is."""

    disabled: bool | None
    """Whether the key is to be switched off (true) or on (false)."""
    include_byok_in_limit: bool | None
    """Whether calls that go through provider keys of your own are to count against the limit."""
    limit: float | None
    """New limit on what may be spent with the key, in US dollars. Null lifts the limit."""
    limit_reset: APIKeyLimitReset | None
    """When spending is to count anew against the limit. Null makes it never do so."""
    name: str | None
    """New name of the key."""

    def __init__(
        self,
        *,
        disabled: bool = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        name: str = UNSET,
    ) -> None:
        self._build(locals())
