# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Changes to an API key. Omitted members are not changed."""

    disabled: bool | None
    """Whether to disable (true) or enable (false) the key."""
    include_byok_in_limit: bool | None
    """Whether requests that use your own provider keys count towards the limit."""
    limit: float | None
    """New maximum amount that can be spent with the key, in US dollars. Null removes the limit."""
    limit_reset: APIKeyLimitReset | None
    """When the spending that counts towards the limit is reset. Null means never."""
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
