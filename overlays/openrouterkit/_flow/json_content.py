"""Reading of JSON bodies for middleware, on demand: a body that is not JSON has no value."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import msgspec


def read_model(content: Any) -> str | None:
    """Return the member `model` of a JSON object, without the cost of decoding the other members."""
    if not isinstance(content, bytes) or b'"model"' not in content:
        return None
    import msgspec

    try:
        return str(_make_model_decoder().decode(content).model)
    except (ValueError, RecursionError, msgspec.DecodeError):  # that of msgspec before 0.21 is not a ValueError
        return None


@lru_cache(1)
def _make_model_decoder() -> msgspec.json.Decoder[Any]:
    import msgspec

    return msgspec.json.Decoder(msgspec.defstruct("Body", [("model", str)]))


def decode_json(content: Any) -> Any:
    """Return the value of a JSON text; None for anything else."""
    if not isinstance(content, bytes) or not content:
        return None
    from openrouterkit_runtime.json import DecodeError, decode

    try:
        return decode(content)
    except DecodeError:
        return None
