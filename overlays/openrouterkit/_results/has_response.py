"""`HasResponse`: the mixin for models that are the result of a call, and have its HTTP response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from ..responses import CallResponse


class HasResponse:
    """A mixin that gives a model its HTTP response. Subclasses may define the slots `_latency` and `_response`."""

    __slots__ = ()

    _latency: float | None
    _response: CallResponse | None

    @classmethod
    def _adopt(cls, data: dict[str, Any]) -> Self:
        return _attach(super()._adopt(data), None, None)  # type: ignore[misc, no-any-return]  # the model defines it

    @classmethod
    def from_response(
        cls, model: JsonModel | dict[str, Any], response: CallResponse, latency: float | None = None
    ) -> Self:
        """Build a result from a decoded response.

        Args:
            model: The decoded body, a dict if the contract has no model for the status. The result takes over its
                data: do not use it afterwards.
            response: The HTTP side of the response.
            latency: Seconds that the attempt took. Defaults to the latency of the response.
        """
        result: Self = _attach(
            cls._adopt(model if isinstance(model, dict) else model._data),  # noqa: SLF001 - takes over the data
            response,
            response.latency if latency is None else latency,
        )
        return result

    @property
    def latency(self) -> float | None:
        """Seconds that the successful attempt took; None if the result was not returned by a call."""
        return self._latency

    @property
    def response(self) -> CallResponse:
        """The status, headers and attempts of the call.

        Raises:
            AttributeError: The result was not returned by a call, but built from data.
        """
        if self._response is None:
            raise AttributeError("this result was built from data, not returned by a call, and has no response")
        return self._response


def _attach(result: Any, response: CallResponse | None, latency: float | None) -> Any:
    result._response, result._latency = response, latency  # noqa: SLF001 - sets the slots of HasResponse
    return result


def is_model(value: Any) -> bool:
    """Return True if a value is a model of this runtime, or of a generated package with its own copy of it."""
    return isinstance(value, JsonModel) or hasattr(type(value), "_adopt")
