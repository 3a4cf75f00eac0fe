"""Middleware: functions that run around every call, or around every attempt of it.

    def timed(request: Request, call_next: Handler) -> Flow[Response]:
        began = monotonic()
        response = yield from call_next(request)
        print(request.url, response.status, monotonic() - began)
        return response

    client = OpenRouter(middleware=[timed])

A middleware is a flow (see `openrouterkit.flow`), so the same function serves sync and async clients. It can:

- read the request: `request.json`, `request.context`;
- change the request: `yield from call_next(request.with_json(model="b"))`, or `attrs.evolve(request, ...)`;
- run `call_next` several times, or not at all;
- return a response without a request: `Response(request, 200, headers, content=b"...")`, where the content of a stream
  is the text of its events;
- read the result, `response.result()` or `response.json`, or observe a stream, `response.observed(...)`;
- handle the errors that `call_next` raises.

There are two places for middleware. The first of a list is the outermost:

- `OpenRouter(middleware=[...])`, and inside it `RequestOptions(middleware=[...])`, run once per call, outside the
  retries: `call_next` returns or raises after the last attempt, with all attempts in `response.attempts` or
  `error.attempts`. An error status, or an error inside a successful response, raises an exception.
- `OpenRouter(attempt_middleware=[...])` runs once per attempt, inside the retries: `request.attempt` is its number.
  `call_next` returns once the body was read, or the first event of a stream. What the response reports as an error is
  in `response.error`, and is raised afterwards, so that the call is retried or fails. A middleware can replace the
  error, or set it to None. Only failures of the connection and exceeded limits are raised by `call_next`; they have
  no response.

In both places, a response that a middleware creates or changes is checked like one from the network. Responses that a
middleware received from `call_next` and does not return are closed when the call ends. Before it runs `call_next`
again, it must close a stream that it received: `yield from do(Close(response))`. `Gather` can run several at once.

`call_next` returns a stream after its first item. A middleware that only watches the stream observes it, and returns:

    return response.observed(on_end=report)

A middleware can also read the body, from its beginning, and return the same response; the caller receives every item:

    while data := (yield from do(Read(response, response.stream.deadlines))):
        log.write(data)
    return response

Or it returns other events as `content`. It must not take items out of `response.stream.parser.ready`, unless it puts
them back: the call would raise `ConfigurationError`, because the caller would not receive them.

The limit `TimeoutOptions.total` includes the middleware: a `Sleep` ends with `TimedOutError` when the limit is
exceeded, and so does a `CallFunction`, except that sync code cannot interrupt a function and checks the limit after it.

docs/middleware.md describes the middleware that this package contains: `Cache`, `RateLimiter`, `Fallback` and others.

The credentials and the credential headers of the request belong to its origin. If a middleware changes the scheme, host
or port of the URL, they are not sent; those that it sets itself are:

    mine = (Credential.bearer("..."),)
    call_next(attrs.evolve(request, url="https://other.example/v1/chat/completions", credentials=mine))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .._options.credential import Credential
from .._options.secret import Secret
from .signatures import Handler, Middleware, StreamEnd

if TYPE_CHECKING:
    from .budget import Budget as Budget
    from .budget_reports import BudgetExceededError as BudgetExceededError
    from .budget_reports import BudgetReport as BudgetReport
    from .cache import Cache as Cache
    from .cache_stores import FolderStore as FolderStore
    from .cache_stores import MemoryStore as MemoryStore
    from .circuit_breaker import CircuitBreaker as CircuitBreaker
    from .circuit_breaker import CircuitOpenError as CircuitOpenError
    from .cost_ledger import CostLedger as CostLedger
    from .cost_ledger import CostReport as CostReport
    from .cost_ledger import Spending as Spending
    from .fallback import Fallback as Fallback
    from .outcomes import Outcome as Outcome
    from .outcomes import Usage as Usage
    from .outcomes import report_outcome as report_outcome
    from .prices import Price as Price
    from .prices import Prices as Prices
    from .rate_limiter import RateLimitedError as RateLimitedError
    from .rate_limiter import RateLimiter as RateLimiter
    from .request_log import RequestLog as RequestLog
    from .telemetry import Telemetry as Telemetry

# The modules of the names that are imported on first use, so that clients without them are created fast.
_HOMES = {
    "Budget": "budget",
    "BudgetExceededError": "budget_reports",
    "BudgetReport": "budget_reports",
    "Cache": "cache",
    "CircuitBreaker": "circuit_breaker",
    "CircuitOpenError": "circuit_breaker",
    "CostLedger": "cost_ledger",
    "CostReport": "cost_ledger",
    "Fallback": "fallback",
    "Outcome": "outcomes",
    "Price": "prices",
    "Prices": "prices",
    "RequestLog": "request_log",
    "Spending": "cost_ledger",
    "Telemetry": "telemetry",
    "Usage": "outcomes",
    "report_outcome": "outcomes",
    "FolderStore": "cache_stores",
    "MemoryStore": "cache_stores",
    "RateLimitedError": "rate_limiter",
    "RateLimiter": "rate_limiter",
}

__all__ = [
    "Budget",
    "BudgetExceededError",
    "BudgetReport",
    "Cache",
    "CircuitBreaker",
    "CircuitOpenError",
    "CostLedger",
    "CostReport",
    "Credential",
    "Fallback",
    "FolderStore",
    "Handler",
    "MemoryStore",
    "Middleware",
    "Outcome",
    "Price",
    "Prices",
    "RateLimitedError",
    "RateLimiter",
    "RequestLog",
    "Secret",
    "Spending",
    "StreamEnd",
    "Telemetry",
    "Usage",
    "report_outcome",
]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Import a public name from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, whether or not they are imported yet."""
    return __all__
