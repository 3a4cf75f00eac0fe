"""The data to decode and encode: a list of a thousand models, and a long conversation with tools."""

from __future__ import annotations

import json
from typing import Any, Final

_MODELS: Final = 1000
_MESSAGES: Final = 200
_TOOLS: Final = 20
_PROSE: Final = "A fast and capable model for writing, coding and careful reasoning over long documents. "


def build_models_response() -> bytes:
    """Return the response body of `GET /models`, with about 2 kB per model."""
    body = {
        "data": [_build_model(number) for number in range(_MODELS)],
        "total_count": _MODELS,
        "links": {"next": None},
    }
    return json.dumps(body, separators=(",", ":")).encode()


def _build_model(number: int) -> dict[str, Any]:
    slug = f"author-{number % 40}/model-{number}"
    return {
        "id": slug,
        "canonical_slug": f"{slug}-2026-05-01",
        "hugging_face_id": slug if number % 3 else None,
        "name": f"Author {number % 40}: Model {number}",
        "created": 1760000000 + number,
        "description": _PROSE * (4 + number % 5),
        "context_length": 128_000,
        "architecture": {
            "modality": "text+image->text",
            "input_modalities": ["text", "image", "file"],
            "output_modalities": ["text"],
            "tokenizer": "Other",
            "instruct_type": None,
        },
        "pricing": {
            "prompt": "0.00000015",
            "completion": "0.0000006",
            "request": "0",
            "image": "0.000217",
            "web_search": "0",
            "internal_reasoning": "0",
            "input_cache_read": "0.000000075",
        },
        "top_provider": {"context_length": 128_000, "max_completion_tokens": 16_384, "is_moderated": number % 2 == 0},
        "per_request_limits": None,
        "supported_parameters": [
            *("frequency_penalty", "include_reasoning", "logit_bias", "logprobs", "max_tokens", "presence_penalty"),
            *("reasoning", "response_format", "seed", "stop", "structured_outputs", "temperature", "tool_choice"),
            *("tools", "top_logprobs", "top_p", "web_search_options"),
        ],
        "supported_voices": None,
        "default_parameters": {"temperature": 0.7, "top_p": None, "frequency_penalty": None},
        "expiration_date": None,
        "links": {"details": f"/api/v1/models/{slug}/endpoints"},
    }


def build_messages() -> list[dict[str, Any]]:
    """Return two hundred messages: questions, tool calls, tool results and answers."""
    return [_build_message(number) for number in range(_MESSAGES)]


def _build_message(number: int) -> dict[str, Any]:
    turn = number // 4
    arguments = json.dumps({"city": f"City {turn}", "unit": "celsius"})
    function = {"name": f"tool_{turn % _TOOLS}", "arguments": arguments}
    messages: list[dict[str, Any]] = [
        {"role": "user", "content": f"Question {turn}: how is the weather there, and what is worth a visit? — Danke!"},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": f"call_{turn}", "type": "function", "function": function}],
        },
        {"role": "tool", "tool_call_id": f"call_{turn}", "content": json.dumps({"degrees": turn, "sky": "clear"})},
        {"role": "assistant", "content": f"It is {turn} °C and clear. " + _PROSE * 3},
    ]
    return messages[number % 4]


def build_tools() -> list[dict[str, Any]]:
    """Return twenty function tools with schemas."""
    properties = {
        name: {"type": "string", "description": f"The {name} in the question, as people write it."}
        for name in ("city", "country", "unit", "language", "day")
    }
    return [
        {
            "type": "function",
            "function": {
                "name": f"tool_{number}",
                "description": _PROSE,
                "parameters": {"type": "object", "properties": properties, "required": ["city"]},
            },
        }
        for number in range(_TOOLS)
    ]
