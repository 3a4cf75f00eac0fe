"""Embeddings: deterministic vectors of length 1, closer together the more words their texts share."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from math import sqrt
from struct import pack, unpack
from typing import TYPE_CHECKING, Any

from ..exchange.errors import build_bad_request, build_not_found
from ..exchange.responses import LocalResponse
from .failures import find_model_error
from .generations import create_id, record_generation
from .models import find_model
from .usage import build_usage, count_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..exchange.requests import ValidRequest
    from ..service import Service

_DIMENSIONS = 256
_MAX_DIMENSIONS = 16384


def create_embeddings(service: Service, request: ValidRequest) -> LocalResponse:
    """Return one vector per input, as numbers or base64, with `dimensions` dimensions (256 by default).

    Raises:
        ServiceError: 400 for too many dimensions; the error of the model, if it is `local/error-<status>` or `no/...`;
            404 for local models that do not generate embeddings.
    """
    model = request.body["model"]
    error = find_model_error(service, request.operation, model)
    if error is not None:
        raise error
    if model.startswith("local/") and find_model(model).output != "embeddings":
        raise build_not_found(f"No endpoints found for {model} that support embeddings; use local/embed")
    texts = _extract_texts(request.body["input"])
    dimensions = request.body.get("dimensions") or _DIMENSIONS
    if dimensions > _MAX_DIMENSIONS:
        raise build_bad_request(f"dimensions: must be at most {_MAX_DIMENSIONS}, not {dimensions}")
    data = []
    for index, text in enumerate(texts):
        packed = pack(f"<{dimensions}f", *embed_text(text, dimensions))
        is_base64 = request.body.get("encoding_format") == "base64"
        embedding = b64encode(packed).decode() if is_base64 else unpack(f"<{dimensions}f", packed)
        data.append({"object": "embedding", "index": index, "embedding": embedding})
    usage = build_usage(model, count_tokens(texts), 0)
    generation = {"id": create_id("gen-emb"), "model": model, "api_type": "embeddings", "usage": usage}
    content = {"input": {"prompt": "\n".join(texts)}, "output": {"completion": None, "reasoning": None}, "error": None}
    record_generation(service, request, {**generation, "finish_reason": None, "streamed": False}, content)
    body_usage = {name: usage[name] for name in ("prompt_tokens", "total_tokens", "cost", "is_byok")}
    body = {"id": generation["id"], "object": "list", "data": data, "model": model, "usage": body_usage}
    return LocalResponse(body, headers={"X-Generation-Id": generation["id"]})


def embed_text(text: str, dimensions: int) -> list[float]:
    """Return the vector of a text: each word adds to up to eight dimensions, and the sum is scaled to length 1."""
    sums = [0.0] * dimensions
    for word in text.lower().split() or [text]:
        digest = sha256(word.encode("utf-8", "surrogatepass")).digest()
        for number in unpack("<8I", digest):
            sums[(number >> 1) % dimensions] += 1.0 if number & 1 else -1.0
    length = sqrt(sum(each * each for each in sums))
    # With few dimensions, all sums may cancel out; the zero vector cannot be scaled, so return a unit vector.
    return [each / length for each in sums] if length else [1.0, *([0.0] * (dimensions - 1))]


def _extract_texts(value: Any) -> list[str]:
    """Return the texts of the `input` member, one for each vector."""
    if isinstance(value, str):
        return [value]
    if value and all(isinstance(each, int) for each in value):
        return [_join_parts(value)]
    return [each if isinstance(each, str) else _join_parts(each) for each in value]


def _join_parts(value: Sequence[int] | dict[str, Any]) -> str:
    """Return tokens or content parts as a text."""
    if isinstance(value, dict):
        return " ".join(
            part["text"] if part["type"] == "text" else json.dumps(part, sort_keys=True) for part in value["content"]
        )
    return " ".join(str(token) for token in value)
