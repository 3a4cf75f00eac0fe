"""`Budget`: no further calls once a number of US dollars or tokens is spent."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from ..errors import ConfigurationError
from ..messages import estimate_tokens
from .budget_reports import BudgetExceededError, BudgetReport
from .outcomes import Outcome, Usage, report_outcome
from .prices import Prices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..flow import Flow, Request, Response
    from .budget_reports import BudgetUnit
    from .prices import Price
    from .signatures import Handler

__all__ = ["Budget"]

_INPUTS: Final = ("messages", "input", "prompt", "query", "documents")
"""Members of a body that ask a model."""
_OUTPUT_LIMITS: Final = ("max_completion_tokens", "max_tokens", "max_output_tokens")


class Budget:
    """A middleware that raises `BudgetExceededError` before the request that would start over a limit.

        budget = Budget(usd=0.50)
        client = OpenRouter(middleware=[budget])  # for all calls of a client
        client.chat.send(..., options=RequestOptions(middleware=[Budget(tokens=2000)]))  # for one call, or one run
        conversation = Conversation(client, model="a/b", options=RequestOptions(middleware=[budget]))

    A call counts with the cost and the tokens that the service reports at its end. Until then, an estimate of them is
    reserved, so that calls in other threads and tasks do not exceed the limit together. Tokens are estimated from the
    messages and `max_tokens`; US dollars from these tokens, if the price of the model is known: from `prices`, or from
    a list of models that a call through this budget has returned. The budget never requests prices. Without a price,
    `reserve` is reserved, and a call is sent as long as the limit is not reached; so it may exceed the limit, and so
    may one that uses more tokens than estimated.

    Calls that fail count with what they report. A stream that is closed early, without a report, counts as an
    estimate. Put a `Cache` before the budget: its responses cost nothing. In `attempt_middleware`, a budget counts
    attempts, so that also attempts whose result is retried are included.

    Args:
        usd: The limit in US dollars. Defaults to no limit.
        tokens: The limit in tokens, of requests and answers. Defaults to no limit.
        prices: Prices of models, for estimates and for services that report no cost: a `Prices`, or a dict of `Price`.
        reserve: US dollars to reserve for a call whose price is not known.
        expected_output: Tokens to reserve for an answer without a limit such as `max_tokens`.
        estimate: A function that receives the request, and returns the `Usage` that is expected; with `cost`, if it
            knows it. Defaults to the estimate described above.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    def __init__(
        self,
        usd: float | None = None,
        tokens: int | None = None,
        *,
        prices: Prices | Mapping[str, Price] | None = None,
        reserve: float = 0.0,
        expected_output: int = 500,
        estimate: Callable[[Request], Usage] | None = None,
    ) -> None:
        if usd is None and tokens is None:
            raise ConfigurationError("a budget needs a limit: pass usd= or tokens=")
        limits = {"usd": usd, "tokens": tokens, "reserve": reserve, "expected_output": expected_output}
        for name, value in limits.items():
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
                raise ConfigurationError(f"{name} must be a number, 0 or more, not {value!r:.100}")
        if estimate is not None and not callable(estimate):
            raise ConfigurationError(f"estimate must be a function of the request, not {estimate!r:.100}")
        self.usd = usd
        self.tokens = tokens
        self.prices: Prices = prices if isinstance(prices, Prices) else Prices(prices)
        self._reserve = float(reserve)
        self._expected_output = int(expected_output)
        self._estimate = estimate or self._estimate_usage
        self._lock = Lock()
        self._changes: deque[BudgetReport] = deque()
        self._total = BudgetReport()

    def __repr__(self) -> str:
        report = self.report()
        limits = [] if self.usd is None else [f"${report.usd:.6f} of ${self.usd:g}"]
        limits += [] if self.tokens is None else [f"{report.tokens} of {self.tokens} tokens"]
        return f"<Budget: {', '.join(limits)} spent>"

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Run a call, unless it would start over the limit. See `openrouterkit.middleware.Middleware`."""
        body = request.json
        if not _is_inference(request, body):
            response = yield from call_next(request)
            self._learn_prices(request, response)
            return response
        expected = self._estimate(request)
        if not isinstance(expected, Usage):
            raise ConfigurationError(f"estimate returned {type(expected).__name__}: return a middleware.Usage")
        expected = self._price(request.model, expected)
        reserved = BudgetReport(reserved_usd=expected.cost or 0.0, reserved_tokens=expected.total_tokens or 0)
        self._reserve_amounts(reserved)

        def settle(outcome: Outcome) -> None:
            # It may run during garbage collection, in a thread that has the lock: see `_add`.
            spent = self._measure(outcome, expected)
            self._add(evolve(spent, reserved_usd=-reserved.reserved_usd, reserved_tokens=-reserved.reserved_tokens))

        response = yield from report_outcome(request, call_next, settle)
        return response

    @property
    def remaining_usd(self) -> float | None:
        """US dollars that are neither spent nor reserved, never below 0; None without a limit."""
        report = self.report()
        return None if self.usd is None else max(self.usd - report.usd - report.reserved_usd, 0.0)

    @property
    def remaining_tokens(self) -> int | None:
        """Tokens that are neither spent nor reserved, never below 0; None without a limit."""
        report = self.report()
        return None if self.tokens is None else max(int(self.tokens) - report.tokens - report.reserved_tokens, 0)

    def report(self) -> BudgetReport:
        """Return what is spent and reserved, all at the same moment."""
        with self._lock:
            return self._sum_up()

    def reset(self) -> BudgetReport:
        """Return what is spent, and start again from zero. What is reserved stays reserved."""
        with self._lock:
            report = self._sum_up()
            self._total = BudgetReport(reserved_usd=report.reserved_usd, reserved_tokens=report.reserved_tokens)
            return report

    def _reserve_amounts(self, reserved: BudgetReport) -> None:
        """Reserve what a call is expected to spend.

        Raises:
            BudgetExceededError: The call would start over the limit.
        """
        with self._lock:
            now = self._sum_up()
            amounts: tuple[tuple[BudgetUnit, float | None, float, float, float], ...] = (
                ("usd", self.usd, now.usd, now.reserved_usd, reserved.reserved_usd),
                ("tokens", self.tokens, now.tokens, now.reserved_tokens, reserved.reserved_tokens),
            )
            for unit, limit, spent, held, estimate in amounts:
                if limit is None:
                    continue
                rounding = limit * 1e-9
                # Also a call of which nothing is known needs something of the budget.
                if spent + held + estimate > limit + rounding or spent + held >= limit - rounding:
                    raise _build_error(unit, limit, spent, held, estimate)
            self._total = self._total + reserved

    def _add(self, change: BudgetReport) -> None:
        self._changes.append(change)
        if self._lock.acquire(blocking=False):
            try:
                self._sum_up()
            finally:
                self._lock.release()

    def _sum_up(self) -> BudgetReport:
        while self._changes:
            self._total = self._total + self._changes.popleft()
        return self._total

    def _estimate_usage(self, request: Request) -> Usage:
        body = request.json
        if not isinstance(body, dict):
            return Usage(0, 0)
        sent = {name: value for name, value in body.items() if name in (*_INPUTS, "tools", "response_format")}
        limits = [body.get(name) for name in _OUTPUT_LIMITS]
        output = next((each for each in limits if isinstance(each, int) and each > 0), self._expected_output)
        if "messages" not in body and "prompt" not in body and "max_output_tokens" not in body:
            output = 0  # embeddings and the like
        choices = body.get("n")
        return Usage(estimate_tokens(sent), output * (choices if isinstance(choices, int) and choices > 1 else 1))

    def _price(self, model: str | None, usage: Usage) -> Usage:
        """Return a usage with its cost: that it has, that of known prices, or `reserve`."""
        if usage.cost is not None:
            return usage
        cost = self.prices.compute(model, usage)
        return evolve(usage, cost=self._reserve if cost is None else cost)

    def _measure(self, outcome: Outcome, expected: Usage) -> BudgetReport:
        """Return what a call has spent."""
        if outcome.is_cached:
            return BudgetReport(calls=1)
        usage = outcome.usage
        reported = usage.total_tokens is not None
        if not reported and outcome.kind != "failed":
            # The service bills what it has generated, also until a stream was closed.
            usage = evolve(usage, input_tokens=expected.input_tokens, output_tokens=_estimate_answer(outcome))
        cost, is_estimated = usage.cost, False
        if cost is None and usage.total_tokens is not None:
            priced = self.prices.compute(outcome.model, usage)
            cost = self.prices.compute(outcome.request.model, usage) if priced is None else priced
            is_estimated = cost is not None
        tokens = usage.total_tokens or 0
        return BudgetReport(
            usd=cost or 0.0,
            tokens=tokens,
            estimated_usd=cost or 0.0 if is_estimated else 0.0,
            estimated_tokens=0 if reported else tokens,
            calls=1,
            unpriced=int(cost is None and outcome.kind != "failed"),
        )

    def _learn_prices(self, request: Request, response: Response) -> None:
        """Keep the prices in a list of models, which the caller has requested."""
        if request.method == "GET" and "/models" in request.url and response.stream is None:
            body: Any = response.json
            if isinstance(body, dict) and isinstance(body.get("data"), list):
                self.prices.add_models(body)


def _is_inference(request: Request, body: Any) -> bool:
    """Return True for a request that a model answers, and that may cost something."""
    if request.method != "POST":
        return False
    if not isinstance(body, dict):
        return request.content is not None  # a form, such as a recording to transcribe
    return any(name in body for name in (*_INPUTS, "model", "models"))


def _estimate_answer(outcome: Outcome) -> int:
    body: Any = outcome.body
    if "choices" not in body and outcome.response is not None and outcome.response.stream is None:
        body = outcome.response.json
    choices = body.get("choices") if isinstance(body, dict) else None
    return estimate_tokens(choices if isinstance(choices, list) else None)


def _build_error(unit: BudgetUnit, limit: float, spent: float, reserved: float, estimate: float) -> BudgetExceededError:
    def write(amount: float) -> str:
        return f"${amount:.6g}" if unit == "usd" else f"{amount:.0f} tokens"

    parts = [f"{write(spent)} are spent"]
    if reserved:
        parts.append(f"an estimated {write(reserved)} are reserved for calls in progress")
    if estimate:
        parts.append(f"this call is estimated at {write(estimate)}")
    error = BudgetExceededError(
        f"the request was not sent, because of the budget of {write(limit)}: {', '.join(parts)}; raise the limit"
        + (", or lower max_tokens" if estimate and spent + reserved < limit else "")
    )
    error.unit, error.limit, error.spent, error.reserved, error.estimate = unit, limit, spent, reserved, estimate
    return error
