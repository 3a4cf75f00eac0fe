"""Vectors: deterministic, of unit length, close to each other where texts share words."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from math import sqrt
from struct import pack, unpack
from typing import TYPE_CHECKING, Any

from ..exchange.answers import Answer
from ..exchange.problems import bad_request
from .failures import refusal
from .generations import new_id, remember
from .usage import counted, usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..exchange.call import Call
    from ..service import Service

_DIMENSIONS = 256
_MOST_DIMENSIONS = 16384


def embedded(service: Service, call: Call) -> Answer:
    """A vector for each input, in the dimension asked for (256 unless), as numbers or base64.

    `local/error-429` and its like fail as they do in a chat.
    """
    model = call.body["model"]
    problem = refusal(service, call.operation, model)
    if problem is not None:
        raise problem
    texts = _texts(call.body["input"])
    dimensions = call.body.get("dimensions") or _DIMENSIONS
    if dimensions > _MOST_DIMENSIONS:
        raise bad_request(f"dimensions: must be at most {_MOST_DIMENSIONS}, not {dimensions}")
    data = []
    for index, text in enumerate(texts):
        packed = pack(f"<{dimensions}f", *vector(text, dimensions))
        encoded = call.body.get("encoding_format") == "base64"
        numbers = b64encode(packed).decode() if encoded else unpack(f"<{dimensions}f", packed)
        data.append({"object": "embedding", "index": index, "embedding": numbers})
    spent = usage(model, counted(texts), 0)
    made = {"id": new_id("gen-emb"), "model": model, "api_type": "embeddings", "usage": spent}
    content = {"input": {"prompt": "\n".join(texts)}, "output": {"completion": None, "reasoning": None}, "error": None}
    remember(service, call, {**made, "finish_reason": None, "streamed": False}, content)
    told = {name: spent[name] for name in ("prompt_tokens", "total_tokens", "cost", "is_byok")}
    body = {"id": made["id"], "object": "list", "data": data, "model": model, "usage": told}
    return Answer(body, headers={"X-Generation-Id": made["id"]})


def vector(text: str, dimensions: int) -> list[float]:
    """The vector of a text: each word adds to a few of the dimensions, and the sum is scaled to length 1."""
    sums = [0.0] * dimensions
    for word in text.lower().split() or [text]:
        digest = sha256(word.encode("utf-8", "surrogatepass")).digest()
        for number in unpack("<8I", digest):
            sums[(number >> 1) % dimensions] += 1.0 if number & 1 else -1.0
    length = sqrt(sum(each * each for each in sums))
    # Opposite signs may cancel in few dimensions; a vector has a direction all the same.
    return [each / length for each in sums] if length else [1.0, *([0.0] * (dimensions - 1))]


def _texts(given: Any) -> list[str]:
    if isinstance(given, str):
        return [given]
    if given and all(isinstance(each, int) for each in given):
        return [_joined(given)]
    return [each if isinstance(each, str) else _joined(each) for each in given]


def _joined(given: Sequence[int] | dict[str, Any]) -> str:
    """The words of an input that is no text: its tokens, or its parts."""
    if isinstance(given, dict):
        return " ".join(part.get("text") or json.dumps(part, sort_keys=True) for part in given["content"])
    return " ".join(str(token) for token in given)
