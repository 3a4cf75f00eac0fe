# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""An API key to create."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .api_key_limit_reset import APIKeyLimitReset


class CreateKeysRequestDict(TypedDict, total=False):
    """A `CreateKeysRequest` as a plain dict."""

    creator_user_id: str | None
    expires_at: datetime | str | None
    include_byok_in_limit: bool
    limit: float | None
    limit_reset: APIKeyLimitReset | None
    name: Required[str]
    workspace_id: str


class CreateKeysRequest(JsonModel):
    """An API key to create."""

    __slots__ = (
        "creator_user_id",
        "expires_at",
        "include_byok_in_limit",
        "limit",
        "limit_reset",
        "name",
        "workspace_id",
    )

    _members: ClassVar[Members] = {
        "creator_user_id": ("creator_user_id", None),
        "expires_at": ("expires_at", decode_datetime),
        "include_byok_in_limit": ("include_byok_in_limit", None),
        "limit": ("limit", None),
        "limit_reset": ("limit_reset", None),
        "name": ("name", None),
        "workspace_id": ("workspace_id", None),
    }

    creator_user_id: str | None
    """Member of the organization the key is created for. Of use only for keys that an organization owns."""
    expires_at: datetime | None
    """When the key is to stop working, in UTC; other time zones are refused. Null, the default, is never."""
    include_byok_in_limit: bool | None
    """Whether calls that go through provider keys of your own count against the limit."""
    limit: float | None
    """Most that may be spent with the key, in US dollars, in each period of `limit_reset` or in all. Null,
    the default, is no limit.
    """
    limit_reset: APIKeyLimitReset | None
    """When spending begins to count anew against the limit. Null, the default, is never."""
    name: str
    """Name of the key, at least one character."""
    workspace_id: str | None
    """Workspace to create the key in, as a UUID. The default workspace when absent."""

    def __init__(
        self,
        *,
        name: str,
        creator_user_id: str | None = UNSET,
        expires_at: datetime | str | None = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        workspace_id: str = UNSET,
    ) -> None:
        self._assign(
            {
                "name": name,
                "creator_user_id": creator_user_id,
                "expires_at": expires_at,
                "include_byok_in_limit": include_byok_in_limit,
                "limit": limit,
                "limit_reset": limit_reset,
                "workspace_id": workspace_id,
            }
        )
