"""The records of generations, which `/generation` returns shortly after the response."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import choice
from string import ascii_letters, digits
from time import time
from typing import TYPE_CHECKING, Any

from ..exchange.errors import build_not_found
from ..exchange.responses import LocalResponse
from ..state import Generation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..exchange.requests import ValidRequest
    from ..service import Service

_NULL_MEMBERS = (
    "upstream_id",
    "native_tokens_completion_images",
    "num_media_prompt",
    "num_input_audio_prompt",
    "num_media_completion",
    "num_search_results",
    "num_fetches",
    "web_search_engine",
    "cache_discount",
    "moderation_latency",
    "app_id",
    "preset_id",
    "router",
    "response_cache_source_id",
    "workspace_id",
    "service_tier",
)


def create_id(prefix: str = "gen") -> str:
    """Return a new id in the format of the service, such as `gen-1760000000-AbCdEfGhIjKlMnOpQrSt`."""
    return f"{prefix}-{int(time())}-{''.join(choice(ascii_letters + digits) for _ in range(20))}"


def record_generation(
    service: Service, request: ValidRequest, generation: Mapping[str, Any], content: Mapping[str, Any]
) -> Generation:
    """Store and return the record of a generation.

    Args:
        service: The service that stores the record.
        request: The request that started the generation.
        generation: `id`, `model`, `api_type`, `usage` as in the response, `finish_reason` and `streamed`.
        content: The `data` member of the `/generation/content` response.
    """
    record = {**_describe_generation(generation), **_describe_request(request), **dict.fromkeys(_NULL_MEMBERS)}
    recorded = service.state.generations[generation["id"]] = Generation(record, dict(content))
    return recorded


def _describe_generation(generation: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a record that depend on the response."""
    usage = generation["usage"]
    prompt, completion = usage["prompt_tokens"], usage["completion_tokens"]
    return {
        "id": generation["id"],
        "request_id": f"req-{generation['id'].partition('-')[2]}",
        "model": generation["model"],
        "provider_name": "Local",
        "provider_responses": [{"status": 200, "provider_name": "Local", "model_permaslug": generation["model"]}],
        "api_type": generation["api_type"],
        "created_at": datetime.now(UTC).isoformat(),
        "streamed": generation["streamed"],
        "cancelled": False,
        "finish_reason": generation["finish_reason"],
        "native_finish_reason": generation["finish_reason"],
        "tokens_prompt": prompt,
        "tokens_completion": completion,
        "native_tokens_prompt": prompt,
        "native_tokens_completion": completion,
        "native_tokens_reasoning": usage["completion_tokens_details"]["reasoning_tokens"],
        "native_tokens_cached": usage["prompt_tokens_details"]["cached_tokens"],
        "usage": usage["cost"],
        "total_cost": usage["cost"],
        "upstream_inference_cost": 0,
        "is_byok": False,
        "latency": 1,
        "generation_time": completion,
        "data_region": "global",
    }


def _describe_request(request: ValidRequest) -> dict[str, Any]:
    """Return the members of a record that depend on the request."""
    referer = request.headers.get("http-referer")
    return {
        "origin": referer or "",
        "http_referer": referer,
        "user_agent": request.headers.get("user-agent"),
        "external_user": request.body.get("user"),
        "session_id": find_session(request),
    }


def find_session(request: ValidRequest) -> str | None:
    """Return the session id of a request, None without one; the body takes precedence over the header."""
    return request.body.get("session_id") or request.headers.get("x-session-id")


def get_generation(service: Service, request: ValidRequest) -> LocalResponse | None:
    """Return the record of a generation, or None for the id in the contract's example.

    Raises:
        ServiceError: 404 for unknown ids, and for the first `generation_misses` lookups of a known id.
    """
    generation = _find_generation(service, request)
    if generation is None:
        return None
    generation.lookups += 1
    if generation.lookups <= service.settings.generation_misses:
        message = f"Generation {request.query['id']} not found; its record is available shortly after the response"
        raise build_not_found(message)
    return LocalResponse({"data": generation.record})


def get_generation_content(service: Service, request: ValidRequest) -> LocalResponse | None:
    """Return prompt and completion of a generation, or None for the id in the contract's example.

    Raises:
        ServiceError: 404 for unknown ids.
    """
    generation = _find_generation(service, request)
    return None if generation is None else LocalResponse({"data": generation.content})


def _find_generation(service: Service, request: ValidRequest) -> Generation | None:
    """Return the requested generation, or None for the id in the contract's example."""
    generation_id = request.query["id"]
    generation = service.state.generations.get(generation_id)
    if generation is None and generation_id not in [each.get("example") for each in request.operation.parameters]:
        raise build_not_found(f"Generation {generation_id} not found")
    return generation
