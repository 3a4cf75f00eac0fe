"""`Fallback`: repeats a failed call with the next model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ..errors import APIError, ConfigurationError, SDKError, TimedOutError
from .circuit_breaker import CircuitOpenError
from .rate_limiter import RateLimitedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..flow import Flow, Request, Response
    from .signatures import Handler

__all__ = ["Fallback"]


class Fallback:
    """Middleware that repeats a failed call with the next model.

        client = OpenRouter(middleware=[Fallback(["openai/gpt-4o-mini", "mistralai/mistral-small"])])

    The first request goes to its own model. If it fails, even after its retries, the models of the list follow, until
    one succeeds. The next model is called after the statuses 404, 408, 429 and 5xx, after an exceeded limit other than
    `total`, and for a model whose `CircuitBreaker` is open or whose `RateLimiter` would let it wait for too long; but
    not after 400, 401, 402 or 403, which another model would not change. A stream is repeated if it fails before its
    first content, never after it.

    All attempts are in `result.response.attempts`, or in `error.attempts`, each with its `model`. If all models fail,
    the error of the last one is raised. Requests whose JSON body has no `model` are sent unchanged.

    Each model gets all attempts of `RetryOptions`, so pass few: `OpenRouter(retries=0, middleware=[Fallback(...)])`.

    Args:
        models: The models to call after that of the request, in order.
        should_fall_back: A function that receives every error and overrides the rules above: it returns True to call
            the next model, False to raise the error, or None to apply the rules.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    def __init__(
        self, models: Iterable[str], *, should_fall_back: Callable[[SDKError], bool | None] | None = None
    ) -> None:
        self.models = () if isinstance(models, str) else tuple(models)
        if not self.models or not all(isinstance(model, str) and model for model in self.models):
            raise ConfigurationError(f'models must be a list of names, such as Fallback(["a/b"]), not {models!r:.100}')
        if should_fall_back is not None and not callable(should_fall_back):
            raise ConfigurationError(f"should_fall_back must be a function, not {should_fall_back!r:.100}")
        self._should_fall_back = should_fall_back

    def __repr__(self) -> str:
        return f"Fallback({list(self.models)!r})"

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        """Return the response of the first model that succeeds. See `openrouterkit.middleware.Middleware`."""
        if request.attempt:
            raise ConfigurationError(
                "Fallback runs around calls, not around attempts: pass middleware=[Fallback(...)] in place of "
                "attempt_middleware=[...]"
            )
        first = request.model
        if first is None:
            response = yield from call_next(request)
            return response
        request = evolve(request, awaits_content=True)
        models = list(dict.fromkeys((first, *self.models)))
        last = models.pop()
        for model in models:
            try:
                response = yield from call_next(request if model == first else request.with_json(model=model))
            except SDKError as error:
                if not self._falls_back(error):
                    raise
            else:
                return response
        response = yield from call_next(request if last == first else request.with_json(model=last))
        return response

    def _falls_back(self, error: SDKError) -> bool:
        verdict = None if self._should_fall_back is None else self._should_fall_back(error)
        if verdict is not None:
            return bool(verdict)
        if isinstance(error, APIError):
            return not error.answered and (error.status_code in (404, 408, 429) or error.status_code // 100 == 5)
        if isinstance(error, TimedOutError):
            return error.phase != "total"
        return isinstance(error, CircuitOpenError | RateLimitedError)
