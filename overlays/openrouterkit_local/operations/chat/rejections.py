"""Models that reject parameters, with the errors of the service."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ...exchange.errors import ServiceError, build_bad_request, build_not_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .turn import Turn

_REJECTED_FORMATS: Mapping[str, tuple[str, ...]] = {
    "local/no-schemas": ("json_schema",),
    "local/plain": ("json_schema", "json_object"),
}
_WITHOUT_TOOLS = ("local/plain",)


def find_rejection(turn: Turn) -> ServiceError | None:
    """Return the error of a model that does not support a parameter of the request; None if it supports all.

    As in the service, that of a response format is the error of the provider, as JSON in the metadata.
    """
    kind = (turn.body.get("response_format") or {}).get("type")
    if kind in _REJECTED_FORMATS.get(turn.model, ()):
        message = f"Invalid parameter: 'response_format' of type '{kind}' is not supported with this model."
        raw = {"error": {"message": message, "type": "invalid_request_error", "param": "response_format", "code": None}}
        return build_bad_request("Provider returned error", raw=json.dumps(raw), provider_name="Local")
    if turn.model in _WITHOUT_TOOLS and turn.body.get("tools"):
        return build_not_found("No endpoints found that support tool use.")
    return None
