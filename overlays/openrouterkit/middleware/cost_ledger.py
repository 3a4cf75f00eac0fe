"""`CostLedger`: what calls cost, by model and by label."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, frozen

from ..errors import ConfigurationError
from .outcomes import Outcome, Usage, report_outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..flow import Flow, Request, Response
    from .signatures import Handler

__all__ = ["CostLedger", "CostReport", "Spending"]


@frozen
class Spending:
    """What a number of calls cost.

    Attributes:
        calls: Number of calls, including the failed ones.
        failed: Number of calls that raised an error, or whose stream failed.
        unpriced: Number of calls that did not fail, and whose cost is not known.
        input_tokens: Tokens of the requests.
        output_tokens: Tokens of the answers.
        cost: Cost in US dollars, of the calls whose cost is known.
        cached: Number of calls whose response a `Cache` has stored; they have cost no tokens.
    """

    calls: int = 0
    failed: int = 0
    unpriced: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0
    cached: int = 0

    @property
    def total_tokens(self) -> int:
        """The tokens of requests and answers."""
        return self.input_tokens + self.output_tokens

    def __add__(self, other: Spending) -> Self:
        return evolve(
            self,
            calls=self.calls + other.calls,
            failed=self.failed + other.failed,
            unpriced=self.unpriced + other.unpriced,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cost=self.cost + other.cost,
            cached=self.cached + other.cached,
        )


@frozen
class CostReport:
    """The contents of a ledger at one moment.

    Attributes:
        total: All calls.
        by_model: The calls of each model that has answered, or that was requested if none has. The key is None for
            calls that name no model.
        by_label: The calls of each label; those without label have the key None.
    """

    total: Spending
    by_model: Mapping[str | None, Spending]
    by_label: Mapping[Any, Spending]


class CostLedger:
    """A middleware that sums the cost and the tokens of calls.

        ledger = CostLedger()
        client = OpenRouter(middleware=[ledger])
        client.chat.send(model="a/b", messages=[user("Hello")], options=RequestOptions(context={"label": "greeting"}))
        print(ledger.total.cost, ledger.by_model["a/b"].total_tokens, ledger.by_label["greeting"].cost)

    A stream is added at its end. A stream that fails, or that its caller closes or drops, is added with what it has
    reported so far; services report cost and tokens in the last chunk. Threads, tasks and clients may share a ledger.

    In `middleware`, calls are counted; in `attempt_middleware`, attempts, so that attempts whose result is retried are
    included. Responses of a `Cache` inside the ledger cost nothing; those of one outside do not reach it.

    Args:
        label: The name in `RequestOptions(context={"label": ...})` whose values are the keys of `by_label`. They must
            be hashable.
        price: Returns the cost in US dollars of a call whose service does not report it, from the model and the
            `Usage`; None if it is not known.
    """

    def __init__(
        self, *, label: str = "label", price: Callable[[str | None, Usage], float | None] | None = None
    ) -> None:
        if not isinstance(label, str):
            raise ConfigurationError(f"label must be the name of a value of the context, not {label!r:.100}")
        if price is not None and not callable(price):
            raise ConfigurationError(f"price must be a function of the model and the usage, not {price!r:.100}")
        self._label = label
        self._price = price
        self._lock = threading.Lock()
        self._added: deque[tuple[str | None, Any, Spending]] = deque()
        self._clear()

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Run the call, and add it when it has ended."""
        label = request.context.get(self._label)
        try:
            hash(label)
        except TypeError:
            raise ConfigurationError(
                f"context[{self._label!r}] must be hashable, not {type(label).__name__}; pass a str"
            ) from None
        response = yield from report_outcome(request, call_next, lambda outcome: self._add(outcome, label))
        return response

    def __repr__(self) -> str:
        total = self.total
        return f"CostLedger({total.calls} calls, {total.total_tokens} tokens, ${total.cost:.6f})"

    @property
    def total(self) -> Spending:
        """What all calls cost."""
        return self.report().total

    @property
    def by_model(self) -> Mapping[str | None, Spending]:
        """What the calls of each model cost; see `CostReport`."""
        return self.report().by_model

    @property
    def by_label(self) -> Mapping[Any, Spending]:
        """What the calls of each label cost; see `CostReport`."""
        return self.report().by_label

    def report(self) -> CostReport:
        """Return the contents of the ledger, all at the same moment."""
        with self._lock:
            return self._build_report()

    def reset(self) -> CostReport:
        """Return the contents of the ledger, and start again from zero."""
        with self._lock:
            report = self._build_report()
            self._clear()
            return report

    def _clear(self) -> None:
        self._total = Spending()
        self._by_model: dict[str | None, Spending] = {}
        self._by_label: dict[Any, Spending] = {}

    def _add(self, outcome: Outcome, label: Any) -> None:
        model = outcome.model
        if outcome.is_cached:
            self._append(model, label, Spending(calls=1, cached=1))
            return
        usage = outcome.usage
        cost = usage.cost
        if cost is None and self._price is not None:
            cost = self._price(model, usage)
        is_failed = outcome.kind == "failed"
        spending = Spending(
            calls=1,
            failed=int(is_failed),
            unpriced=int(cost is None and not is_failed),
            input_tokens=usage.input_tokens or 0,
            output_tokens=usage.output_tokens or 0,
            cost=cost or 0.0,
        )
        self._append(model, label, spending)

    def _append(self, model: str | None, label: Any, spending: Spending) -> None:
        # A stream that is dropped is added during garbage collection, maybe in a thread that has the lock.
        self._added.append((model, label, spending))
        if self._lock.acquire(blocking=False):
            try:
                self._sum_up()
            finally:
                self._lock.release()

    def _sum_up(self) -> None:
        while self._added:
            model, label, spending = self._added.popleft()
            self._total += spending
            self._by_model[model] = self._by_model.get(model, Spending()) + spending
            self._by_label[label] = self._by_label.get(label, Spending()) + spending

    def _build_report(self) -> CostReport:
        self._sum_up()
        return CostReport(self._total, dict(self._by_model), dict(self._by_label))
