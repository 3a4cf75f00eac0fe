# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `GetCurrentKeyResponseData`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import APIKeyLimitReset
    from .get_current_key_response_data_rate_limit import GetCurrentKeyResponseDataRateLimit


class GetCurrentKeyResponseData(JsonModel):
    """The key a call is made with: its limit and what was spent with it."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "expires_at": decode_datetime,
        "rate_limit": Nested("GetCurrentKeyResponseDataRateLimit"),
    }

    byok_usage: float
    """Cost of calls with the key that went through provider keys of your own, since it was created, in US
    dollars.
    """
    byok_usage_daily: float
    """Cost of calls with the key that went through provider keys of your own, in the current day, in US
    dollars. Days begin at midnight UTC.
    """
    byok_usage_monthly: float
    """Cost of calls with the key that went through provider keys of your own, in the current month, in US
    dollars. Months begin at midnight UTC.
    """
    byok_usage_weekly: float
    """Cost of calls with the key that went through provider keys of your own, in the current week, in US
    dollars. Weeks begin on Monday at midnight UTC.
    """
    creator_user_id: str | None
    """Account that created the key; in an organization, the member who did. Null when not known."""
    expires_at: datetime | None
    """When the key stops working. Null or absent when it does not."""
    include_byok_in_limit: bool
    """Whether calls that go through provider keys of your own count against the limit."""
    is_free_tier: bool
    """Whether the account has never paid for credits. Such accounts have lower limits on free models."""
    is_management_key: bool
    """Whether the key is a management key, which manages keys and reads credits, but cannot call models."""
    is_provisioning_key: bool
    """Former name of `is_management_key`, which is to be used instead."""
    label: str
    """The key, shortened so that it can be told from others, for example `sk-or-v1-0e6...1c96`."""
    limit: float | None
    """Most that may be spent with the key, in US dollars, in each period of `limit_reset` or in all. Null
    is no limit.
    """
    limit_remaining: float | None
    """What may still be spent with the key before the limit is reached or reset, in US dollars. Null when
    there is no limit.
    """
    limit_reset: APIKeyLimitReset | None
    """When spending begins to count anew against the limit. Null when it never does."""
    rate_limit: GetCurrentKeyResponseDataRateLimit
    """Limit on the rate of calls, kept for old programs. Ignore it: it says nothing any more."""
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

    def __init__(
        self,
        *,
        byok_usage: float,
        byok_usage_daily: float,
        byok_usage_monthly: float,
        byok_usage_weekly: float,
        creator_user_id: str | None,
        include_byok_in_limit: bool,
        is_free_tier: bool,
        is_management_key: bool,
        is_provisioning_key: bool,
        label: str,
        limit: float | None,
        limit_remaining: float | None,
        limit_reset: APIKeyLimitReset | None,
        rate_limit: GetCurrentKeyResponseDataRateLimit | Mapping[str, Any],
        usage: float,
        usage_daily: float,
        usage_monthly: float,
        usage_weekly: float,
        expires_at: datetime | str | None = UNSET,
    ) -> None:
        self._build(locals())
