"""Building of results, from decoded bodies and from accumulated chunks, and of the times of chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .has_response import is_model

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..responses import CallResponse
    from .completions import Chunk


def make_timing_setter(chunk: type[Chunk[Any]]) -> Callable[[Any, tuple[float, float, bool]], None]:
    """Return the function that sets the times of a chunk, and whether it is the last."""
    slot = next((vars(kind)["_timing"] for kind in chunk.__mro__ if "_timing" in vars(kind)), None)
    return slot.__set__ if slot is not None else _set_timing


def _set_timing(chunk: Any, timing: tuple[float, float, bool]) -> None:
    object.__setattr__(chunk, "_timing", timing)


def build_result(kind: Any, data: Any) -> Any:
    """Return plain JSON as a result; it takes over the data.

    Args:
        kind: The class of the result, or a function of the plain JSON; None to return the data unchanged.
        data: Plain JSON.
    """
    if kind is None:
        return data
    # from_dict() would copy, and a deep copy could exceed the stack.
    return kind._adopt(data) if hasattr(kind, "_adopt") and isinstance(data, dict) else kind(data)  # noqa: SLF001 - see above


def build_result_of_response(kind: Any, decoded: Any, response: CallResponse, latency: float | None = None) -> Any:
    """Return a decoded response as a result, with its response if the class has one.

    Args:
        kind: The class of the result, or a function of the plain JSON; None to return the decoded value unchanged.
        decoded: The decoded body: a model, or another JSON value. The result takes over its data.
        response: The HTTP side of the response.
        latency: Seconds that the attempt took. Defaults to the latency of the response.
    """
    if kind is None:
        return decoded
    if hasattr(kind, "from_response") and hasattr(decoded, "keys"):
        return kind.from_response(decoded, response, latency)
    return build_result(kind, decoded._data if is_model(decoded) else decoded)  # noqa: SLF001 - takes over the data
