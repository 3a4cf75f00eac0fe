# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `APIKey`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import APIKeyLimitReset


class APIKey(JsonModel):
    """An API key: its name, its limit and its usage, without the key itself."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "created_at": decode_datetime,
        "expires_at": decode_datetime,
        "last_used_at": decode_datetime,
        "updated_at": decode_datetime,
    }

    byok_usage: float
    """Cost of the requests with this key that used your own provider keys, since it was created, in US
    dollars.
    """
    byok_usage_daily: float
    """Cost of the requests with this key that used your own provider keys, in the current day, in US
    dollars. Days begin at midnight UTC.
    """
    byok_usage_monthly: float
    """Cost of the requests with this key that used your own provider keys, in the current month, in US
    dollars. Months begin at midnight UTC.
    """
    byok_usage_weekly: float
    """Cost of the requests with this key that used your own provider keys, in the current week, in US
    dollars. Weeks begin on Monday at midnight UTC.
    """
    created_at: datetime
    """When the key was created."""
    creator_user_id: str | None
    """Account that created the key; in an organization, the member. Null if unknown."""
    disabled: bool
    """Whether the key is disabled. Requests with a disabled key fail."""
    expires_at: datetime | None
    """When the key expires. Null or absent if it does not."""
    external_user: str | None
    """User of your application to whom the usage of the key is attributed. Null if none was set."""
    hash: str
    """Identifies the key in the operations that get, change or delete it: the SHA-256 of the key, as 64
    hexadecimal digits.
    """
    include_byok_in_limit: bool
    """Whether requests that use your own provider keys count towards the limit."""
    label: str
    """The key, shortened so that it is recognizable, for example `sk-or-v1-0e6...1c96`."""
    last_used_at: datetime | None
    """When the key was last used. Null if no use is recorded."""
    limit: float | None
    """Maximum amount that can be spent with the key, in US dollars, per period of `limit_reset` or in
    total. Null means no limit.
    """
    limit_remaining: float | None
    """Amount that can still be spent with the key before the limit is reached or reset, in US dollars.
    Null if the key has no limit.
    """
    limit_reset: APIKeyLimitReset | None
    """When the spending that counts towards the limit is reset. Null means never."""
    name: str
    """Name of the key."""
    updated_at: datetime | None
    """When the key was last changed. Null if it never was."""
    usage: float
    """Credits spent with the key, since it was created, in US dollars."""
    usage_daily: float
    """Credits spent with the key, in the current day, in US dollars. Days begin at midnight UTC."""
    usage_monthly: float
    """Credits spent with the key, in the current month, in US dollars. Months begin at midnight UTC."""
    usage_weekly: float
    """Credits spent with the key, in the current week, in US dollars. Weeks begin on Monday at midnight
    UTC.
    """
    workspace_id: str
    """Workspace the key belongs to, as a UUID."""

    def __init__(
        self,
        *,
        byok_usage: float,
        byok_usage_daily: float,
        byok_usage_monthly: float,
        byok_usage_weekly: float,
        created_at: datetime | str,
        creator_user_id: str | None,
        disabled: bool,
        hash: str,
        include_byok_in_limit: bool,
        label: str,
        limit: float | None,
        limit_remaining: float | None,
        limit_reset: APIKeyLimitReset | None,
        name: str,
        updated_at: datetime | str | None,
        usage: float,
        usage_daily: float,
        usage_monthly: float,
        usage_weekly: float,
        workspace_id: str,
        expires_at: datetime | str | None = UNSET,
        external_user: str | None = UNSET,
        last_used_at: datetime | str | None = UNSET,
    ) -> None:
        self._build(locals())
