"""The state of a `Budget`, and the error that it raises."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from ..errors import SDKError

__all__ = ["BudgetExceededError", "BudgetReport", "BudgetUnit"]

BudgetUnit = Literal["usd", "tokens"]
"""What a budget limits."""


class BudgetExceededError(SDKError):
    """A `Budget` did not send a request, because it is spent, or the request is expected to exceed it.

    Attributes:
        unit: What would be exceeded: "usd" or "tokens".
        limit: The limit of the budget.
        spent: What is spent.
        reserved: What the calls in progress are expected to spend. It is an estimate.
        estimate: What the request is expected to spend. It is an estimate; 0 if nothing is known.
    """

    unit: BudgetUnit = "usd"
    limit: float = 0.0
    spent: float = 0.0
    reserved: float = 0.0
    estimate: float = 0.0


@frozen
class BudgetReport:
    """The state of a budget at one moment.

    Attributes:
        usd: US dollars that are spent, as reported by the service, or estimated.
        tokens: Tokens that are spent, as reported by the service, or estimated.
        estimated_usd: The part of `usd` that is an estimate, from prices.
        estimated_tokens: The part of `tokens` that is an estimate.
        reserved_usd: An estimate of the US dollars that the calls in progress will spend.
        reserved_tokens: An estimate of the tokens that the calls in progress will spend.
        calls: Number of calls that have ended.
        unpriced: Number of calls among them whose cost is not known, and that count as free.
    """

    usd: float = 0.0
    tokens: int = 0
    estimated_usd: float = 0.0
    estimated_tokens: int = 0
    reserved_usd: float = 0.0
    reserved_tokens: int = 0
    calls: int = 0
    unpriced: int = 0

    def __add__(self, other: BudgetReport) -> BudgetReport:
        """Return the sum of two reports."""
        reserved = self.reserved_usd + other.reserved_usd
        return BudgetReport(
            usd=self.usd + other.usd,
            tokens=self.tokens + other.tokens,
            estimated_usd=self.estimated_usd + other.estimated_usd,
            estimated_tokens=self.estimated_tokens + other.estimated_tokens,
            reserved_usd=0.0 if abs(reserved) < 1e-12 else reserved,  # rounding must not leave a rest
            reserved_tokens=self.reserved_tokens + other.reserved_tokens,
            calls=self.calls + other.calls,
            unpriced=self.unpriced + other.unpriced,
        )
