# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GetCurrentKeyResponseData`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested, decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import APIKeyLimitReset, GetCurrentKeyResponseDataAllowedDataRegion
    from .free_model_daily_requests import FreeModelDailyRequests
    from .get_current_key_response_data_rate_limit import GetCurrentKeyResponseDataRateLimit
    from .key_budget import KeyBudget


class GetCurrentKeyResponseData(JsonModel):
    """The API key of the request: its limit and its usage."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "allowed_data_regions": Each(),
        "budgets": Each(Nested("KeyBudget")),
        "effective_budget": Nested("KeyBudget"),
        "expires_at": decode_datetime,
        "free_model_daily_requests": Nested("FreeModelDailyRequests"),
        "rate_limit": Nested("GetCurrentKeyResponseDataRateLimit"),
    }

    allowed_data_regions: list[GetCurrentKeyResponseDataAllowedDataRegion] | None
    """Regions in which requests with the key may be processed, according to the guardrails and the
    account. Empty if no region is allowed.
    """
    budgets: list[KeyBudget] | None
    """All budgets that limit requests with the key, in the order in which they are checked. Empty if there
    are none.
    """
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
    creator_user_id: str | None
    """Account that created the key; in an organization, the member. Null if unknown."""
    effective_budget: KeyBudget | None
    """The budget that is exhausted first, or the one that already is. Null if there are no budgets."""
    expires_at: datetime | None
    """When the key expires. Null or absent if it does not."""
    free_model_daily_requests: FreeModelDailyRequests | None
    """Daily quota of requests for free models (variant `:free`), which all keys of the account share."""
    include_byok_in_limit: bool
    """Whether requests that use your own provider keys count towards the limit."""
    is_free_tier: bool
    """Whether the account has never bought credits. Such accounts have lower limits for free models."""
    is_management_key: bool
    """Whether the key is a management key, which can manage keys and read credits, but cannot use models."""
    is_provisioning_key: bool
    """Former name of `is_management_key`; use that instead."""
    label: str
    """The key, shortened so that it is recognizable, for example `sk-or-v1-0e6...1c96`."""
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
    organization_id: str | None
    """Organization that owns the key. Null if an individual account owns it."""
    rate_limit: GetCurrentKeyResponseDataRateLimit
    """Former rate limit, kept for old programs. Ignore it: it has no meaning any more."""
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
    workspace_id: str | None
    """Workspace the key belongs to, as a UUID. Null if it does not exist any more."""

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
        allowed_data_regions: Sequence[GetCurrentKeyResponseDataAllowedDataRegion] = UNSET,
        budgets: Sequence[KeyBudget | Mapping[str, Any]] = UNSET,
        effective_budget: KeyBudget | Mapping[str, Any] | None = UNSET,
        expires_at: datetime | str | None = UNSET,
        free_model_daily_requests: FreeModelDailyRequests | Mapping[str, Any] = UNSET,
        organization_id: str | None = UNSET,
        workspace_id: str | None = UNSET,
    ) -> None:
        self._build(locals())
