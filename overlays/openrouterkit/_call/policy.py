"""The settings by which one call is sent and its response is checked: `CallPolicy`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._flow.event_parser import EventParser
    from .._request.settings import Settings
    from ..flow import Response
    from ..middleware.signatures import Middleware
    from ..retries import RetryOptions


@frozen
class Layer:
    """A middleware, and where it was passed.

    Attributes:
        middleware: The middleware.
        kind: What it is called in error messages.
        setting: The setting that contains it, in error messages; "" for the obvious one.
    """

    middleware: Middleware
    kind: str = "middleware"
    setting: str = ""

    @property
    def label(self) -> str:
        """The kind, the name and the setting of the middleware, for error messages."""
        function: Any = self.middleware
        while (wrapped := getattr(function, "func", None)) is not None:  # of functools.partial
            function = wrapped
        name = getattr(function, "__qualname__", None) or type(function).__name__
        return f"the {self.kind} {name}{self.setting}"


@frozen
class CallPolicy:
    """The settings by which one call is sent and its response is checked.

    Attributes:
        retries: When the call is retried.
        layers: Middleware to run around the call, outermost first.
        attempt_layers: Middleware to run around each attempt, outermost first.
        context: `Request.context` at the start of the call.
        detect_errors: True to search the body of a successful plain response for an error of any shape; False to search
            it only for one that the service declares.
        required_member: JSON member that every result has; see `ErrorFactory`.
        is_empty: Returns True if a response is an empty result; None if a result is never empty.
        read_partial: Returns the result in a body that also contains an error, None if there is none; None if the
            results of the operation have no such part.
        decode: Returns the result of a plain response; None for streams.
        create_parser: Returns the parser of a stream for (response, sent_at, started_at); None for a plain call.
    """

    retries: RetryOptions
    layers: tuple[Layer, ...] = ()
    attempt_layers: tuple[Layer, ...] = ()
    context: Mapping[str, Any] = field(factory=dict)
    detect_errors: bool = True
    required_member: str | None = None
    is_empty: Callable[[Response], bool] | None = None
    read_partial: Callable[[bytes], Any] | None = None
    decode: Callable[[Response], Any] | None = None
    create_parser: Callable[[Response, float, float], EventParser] | None = None

    @property
    def has_layers(self) -> bool:
        """True if the call has middleware in any place."""
        return bool(self.layers or self.attempt_layers)


def build_policy(settings: Settings, **options: Any) -> CallPolicy:
    """Return the policy of a call.

    Args:
        settings: The settings of the call.
        options: Further attributes of the policy.
    """
    layers: tuple[Layer, ...] = ()
    attempt_layers: tuple[Layer, ...] = ()
    if settings.middleware or settings.call_middleware:
        layers = _build_layers("middleware", settings.middleware, settings.call_middleware)
    if settings.attempt_middleware or settings.call_attempt_middleware:
        attempt_layers = _build_layers(
            "attempt middleware", settings.attempt_middleware, settings.call_attempt_middleware
        )
    return CallPolicy(settings.retries, layers, attempt_layers, settings.context, **options)


def _build_layers(kind: str, of_client: tuple[Middleware, ...], of_call: tuple[Middleware, ...]) -> tuple[Layer, ...]:
    added = (Layer(each, kind, " of RequestOptions") for each in of_call)
    return (*(Layer(each, kind) for each in of_client), *added)
