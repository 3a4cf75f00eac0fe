"""The attributes of OpenTelemetry's conventions for GenAI, read from requests and results."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..flow import Request
    from .outcomes import Outcome

__all__ = ["describe_input", "describe_output", "find_operation", "read_request", "read_result"]

_OPERATIONS: Final = {
    "/chat/completions": "chat",
    "/completions": "text_completion",
    "/embeddings": "embeddings",
    "/messages": "chat",
    "/responses": "chat",
}
"""Ends of paths -> `gen_ai.operation.name`."""

_PROVIDERS: Final = {"mistral": "mistral_ai", "xai": "x_ai"}
"""Names of services in lower case -> `gen_ai.provider.name`, where they differ."""

_NUMBERS: Final = {
    "frequency_penalty": "frequency_penalty",
    "max_tokens": "max_tokens",
    "max_completion_tokens": "max_tokens",
    "max_output_tokens": "max_tokens",
    "presence_penalty": "presence_penalty",
    "random_seed": "seed",
    "seed": "seed",
    "temperature": "temperature",
    "top_k": "top_k",
    "top_p": "top_p",
}
"""Members of requests -> the end of `gen_ai.request.*`."""

_FORMATS: Final = {"text": "text", "json_object": "json", "json_schema": "json"}
"""Types of a response format -> `gen_ai.output.type`."""


def find_operation(request: Request) -> str | None:
    """Return `gen_ai.operation.name`, by the path of the request; None if the request runs no model."""
    path = urlsplit(request.url).path.rstrip("/")
    ends = sorted(_OPERATIONS, key=len, reverse=True)
    return next((_OPERATIONS[end] for end in ends if path.endswith(end)), None) if request.method == "POST" else None


def read_request(request: Request, operation: str | None, provider: str | None) -> dict[str, Any]:
    """Return the attributes of a request.

    Args:
        request: The request.
        operation: `gen_ai.operation.name`; None if the request runs no model.
        provider: `gen_ai.provider.name`; None for the name of the service, or the host if it has no proper name.
    """
    url = urlsplit(request.url)
    name = "" if request.service is None else request.service.name.lower().replace(" ", "_")
    if not name.replace("_", "").replace("-", "").replace(".", "").isalnum():
        name = ""  # of a service without a proper name, such as "the service at https://..."
    attributes: dict[str, Any] = {
        "gen_ai.provider.name": provider or _PROVIDERS.get(name, name) or url.hostname,
        "http.request.method": request.method,
        "openrouterkit.operation": request.operation,
        "server.address": url.hostname,
        "server.port": url.port or {"https": 443, "http": 80}.get(url.scheme),
    }
    if operation is not None:
        body = request.json if isinstance(request.json, dict) else {}
        attributes |= {
            "gen_ai.operation.name": operation,
            "gen_ai.request.model": request.model,
            "gen_ai.request.stream": request.stream or None,
            **_read_settings(body),
        }
    return _remove_empty(attributes)


def read_result(outcome: Outcome) -> dict[str, Any]:
    """Return the attributes of a result, and of how the call ended."""
    usage, body = outcome.usage, outcome.body
    model = body.get("model")
    reasons = [each.get("finish_reason") for each in _list_objects(body.get("choices"))]
    attributes = {
        "gen_ai.response.finish_reasons": [each for each in reasons if isinstance(each, str)] or None,
        "gen_ai.response.id": outcome.id,
        "gen_ai.response.model": model if isinstance(model, str) else None,
        "gen_ai.response.time_to_first_chunk": outcome.first_event,
        "gen_ai.usage.cache_creation.input_tokens": usage.cache_write_tokens,
        "gen_ai.usage.cache_read.input_tokens": usage.cached_tokens,
        "gen_ai.usage.cost": usage.cost,
        "gen_ai.usage.input_tokens": usage.input_tokens,
        "gen_ai.usage.output_tokens": usage.output_tokens,
        "gen_ai.usage.reasoning.output_tokens": usage.reasoning_tokens,
        "http.request.resend_count": len(outcome.attempts) - 1 if len(outcome.attempts) > 1 else None,
        "http.response.status_code": outcome.http_status,
        "openrouterkit.cached": outcome.is_cached or None,
        "openrouterkit.stream.end": outcome.kind if outcome.first_event is not None else None,
    }
    return _remove_empty(attributes)


def describe_input(body: Any) -> dict[str, str]:
    """Return the attribute with the messages of a request; {} if it has none."""
    messages = _list_objects(body.get("messages")) if isinstance(body, dict) else []
    described = [{"role": each.get("role"), "parts": _list_parts(each)} for each in messages]
    return {"gen_ai.input.messages": _encode(described)} if described else {}


def describe_output(body: Mapping[str, Any]) -> dict[str, str]:
    """Return the attribute with the messages of a result; {} if it has none."""
    described = [
        {
            "role": "assistant",
            "parts": _list_parts(each["message"]),
            "finish_reason": each.get("finish_reason") or "",
        }
        for each in _list_objects(body.get("choices"))
        if isinstance(each.get("message"), dict)
    ]
    return {"gen_ai.output.messages": _encode(described)} if described else {}


def _read_settings(body: dict[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = {
        f"gen_ai.request.{end}": body[name]
        for name, end in _NUMBERS.items()
        if isinstance(body.get(name), int | float) and not isinstance(body[name], bool)
    }
    count, stop, form = body.get("n"), body.get("stop"), body.get("response_format")
    if isinstance(count, int) and count != 1:
        settings["gen_ai.request.choice.count"] = count
    if isinstance(stop, str | list):
        settings["gen_ai.request.stop_sequences"] = [stop] if isinstance(stop, str) else list(map(str, stop))
    if isinstance(form, dict):
        settings["gen_ai.output.type"] = _FORMATS.get(str(form.get("type")))
    if isinstance(body.get("dimensions"), int):
        settings["gen_ai.embeddings.dimension.count"] = body["dimensions"]
    if isinstance(body.get("encoding_format"), str):
        settings["gen_ai.request.encoding_formats"] = [body["encoding_format"]]
    return settings


def _list_parts(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the parts of a message in the form of the conventions."""
    content = message.get("content")
    if message.get("role") == "tool":
        return [{"type": "tool_call_response", "id": message.get("tool_call_id"), "response": content}]
    reasoning = message.get("reasoning") or message.get("reasoning_content")
    parts = [{"type": "reasoning", "content": reasoning}] if isinstance(reasoning, str) else []
    if isinstance(content, str) and content:
        parts.append({"type": "text", "content": content})
    parts += map(_describe_part, _list_objects(content))
    return parts + [_describe_tool_call(each) for each in _list_objects(message.get("tool_calls"))]


def _describe_part(part: dict[str, Any]) -> dict[str, Any]:
    kind = part.get("type")
    if kind == "text":
        return {"type": "text", "content": part.get("text")}
    if kind == "thinking":
        return {"type": "reasoning", "content": part.get("thinking")}
    # Media are named, without their data, which exceeds the limits of most exporters.
    value = part.get(str(kind))
    url = value.get("url") if isinstance(value, dict) else value
    if kind == "image_url" and isinstance(url, str) and not url.startswith("data:"):
        return {"type": "uri", "modality": "image", "uri": url}
    return {"type": kind}


def _describe_tool_call(call: dict[str, Any]) -> dict[str, Any]:
    function = call.get("function")
    function = function if isinstance(function, dict) else {}
    arguments: Any = function.get("arguments")
    with suppress(TypeError, ValueError, msgspec.DecodeError):  # invalid JSON is kept as a text
        arguments = msgspec.json.decode(arguments)
    return {"type": "tool_call", "id": call.get("id"), "name": function.get("name"), "arguments": arguments}


def _list_objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _encode(messages: list[dict[str, Any]]) -> str:
    return msgspec.json.encode(messages, enc_hook=str).decode()


def _remove_empty(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None}
