"""Log probabilities of the tokens of a reply, which are made up, and equal for equal tokens."""

from __future__ import annotations

from hashlib import sha256
from math import log
from typing import TYPE_CHECKING, Any

from ..usage import split_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALTERNATIVES = (" the", " a", " and", " of", " to", " in", " it", " is", " for", " that")


def count_alternatives(body: Mapping[str, Any]) -> int | None:
    """Return how many alternatives a request wants for each token; None if it wants no log probabilities."""
    return (body.get("top_logprobs") or 0) if body.get("logprobs") else None


def build_logprobs(text: str | None, alternatives: int | None) -> dict[str, Any] | None:
    """Return the member `logprobs` of a choice.

    Args:
        text: The text; None or "" for no entries.
        alternatives: The number of alternatives for each token; None for no log probabilities.
    """
    if alternatives is None or not text:
        return None
    return {"content": [_build_entry(token, alternatives) for token in split_tokens(text)], "refusal": None}


def _build_entry(token: str, alternatives: int) -> dict[str, Any]:
    probability = 0.6 + 0.39 * sha256(token.encode("utf-8", "surrogatepass")).digest()[0] / 255
    others = [each for each in _ALTERNATIVES if each != token][: max(alternatives - 1, 0)]
    entry = _build_token(token, probability)
    rest = [_build_token(each, (1 - probability) / 2 ** (number + 1)) for number, each in enumerate(others)]
    return {**entry, "top_logprobs": [entry, *rest][:alternatives]}


def _build_token(token: str, probability: float) -> dict[str, Any]:
    content = list(token.encode("utf-8", "surrogatepass"))
    return {"token": token, "logprob": round(log(probability), 6), "bytes": content}
