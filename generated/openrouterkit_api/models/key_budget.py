# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `KeyBudget`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import KeyBudgetResetInterval, KeyBudgetScope


class KeyBudget(JsonModel):
    """A budget that limits requests with a key, and the spending that counts towards it."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"resets_at": decode_datetime}

    budget_id: str | None
    """The budget, if it belongs to a workspace. Null otherwise."""
    guardrail_id: str | None
    """The guardrail that sets the budget. Null if no guardrail does."""
    include_byok: bool
    """Whether requests that use your own provider keys count towards the budget."""
    limit_usd: float
    """Maximum amount that can be spent, in US dollars, per period of `reset_interval` or in total."""
    remaining_usd: float
    """Amount that can still be spent in the current period, in US dollars. Requests fail with 403 if it is
    zero or negative.
    """
    reset_interval: KeyBudgetResetInterval | None
    """When the spending is reset. Null means never."""
    resets_at: datetime | None
    """When the spending is next reset. Null if it never is."""
    scope: KeyBudgetScope
    """What the budget applies to."""
    spend_usd: float
    """Amount spent in the current period, in US dollars."""

    def __init__(
        self,
        *,
        budget_id: str | None,
        guardrail_id: str | None,
        include_byok: bool,
        limit_usd: float,
        remaining_usd: float,
        reset_interval: KeyBudgetResetInterval | None,
        resets_at: datetime | str | None,
        scope: KeyBudgetScope,
        spend_usd: float,
    ) -> None:
        self._build(locals())
