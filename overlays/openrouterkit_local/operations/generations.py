"""The records of what was generated, as `/generation` gives them a moment after the answer."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import choice
from string import ascii_letters, digits
from time import time
from typing import TYPE_CHECKING, Any

from ..exchange.answers import Answer
from ..exchange.problems import not_found
from ..memory import Generation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..exchange.call import Call
    from ..service import Service

_NOT_KNOWN = (
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


def new_id(prefix: str = "gen") -> str:
    """An id as the service makes them: `gen-1760000000-AbCdEfGhIjKlMnOpQrSt`."""
    return f"{prefix}-{int(time())}-{''.join(choice(ascii_letters + digits) for _ in range(20))}"


def remember(service: Service, call: Call, made: Mapping[str, Any], content: Mapping[str, Any]) -> Generation:
    """Keep the record of a generation.

    Args:
        service: where it is kept.
        call: the call that it answers.
        made: `id`, `model`, `api_type`, `usage` as the answer has it, `finish_reason`, `streamed`.
        content: what goes under `data` in `/generation/content`.
    """
    record = {**_of_answer(made), **_of_call(call), **dict.fromkeys(_NOT_KNOWN)}
    kept = service.memory.generations[made["id"]] = Generation(record, dict(content))
    return kept


def _of_answer(made: Mapping[str, Any]) -> dict[str, Any]:
    usage = made["usage"]
    prompt, completion = usage["prompt_tokens"], usage["completion_tokens"]
    return {
        "id": made["id"],
        "request_id": f"req-{made['id'].partition('-')[2]}",
        "model": made["model"],
        "provider_name": "Local",
        "provider_responses": [{"status": 200, "provider_name": "Local", "model_permaslug": made["model"]}],
        "api_type": made["api_type"],
        "created_at": datetime.now(UTC).isoformat(),
        "streamed": made["streamed"],
        "cancelled": False,
        "finish_reason": made["finish_reason"],
        "native_finish_reason": made["finish_reason"],
        "tokens_prompt": prompt,
        "tokens_completion": completion,
        "native_tokens_prompt": prompt,
        "native_tokens_completion": completion,
        "native_tokens_reasoning": usage["completion_tokens_details"]["reasoning_tokens"],
        "native_tokens_cached": 0,
        "usage": usage["cost"],
        "total_cost": usage["cost"],
        "upstream_inference_cost": 0,
        "is_byok": False,
        "latency": 1,
        "generation_time": completion,
        "data_region": "global",
    }


def _of_call(call: Call) -> dict[str, Any]:
    referer = call.headers.get("http-referer")
    return {
        "origin": referer or "",
        "http_referer": referer,
        "user_agent": call.headers.get("user-agent"),
        "external_user": call.body.get("user"),
        "session_id": session(call),
    }


def session(call: Call) -> str | None:
    """The session that a call belongs to, None where it names none. The body's comes first."""
    return call.body.get("session_id") or call.headers.get("x-session-id")


def record_of(service: Service, call: Call) -> Answer | None:
    """The record of a generation that this server made; 404 for the first lookups, and for ids it does not know."""
    kept = _kept(service, call)
    if kept is None:
        return None
    kept.lookups += 1
    if kept.lookups <= service.settings.generation_misses:
        raise not_found(f"Generation {call.query['id']} not found: its record is made a moment after the answer")
    return Answer({"data": kept.record})


def content_of(service: Service, call: Call) -> Answer | None:
    """Prompt and completion of a generation that this server made; 404 for ids it does not know."""
    kept = _kept(service, call)
    return None if kept is None else Answer({"data": kept.content})


def _kept(service: Service, call: Call) -> Generation | None:
    """The generation; None for the id that the contract gives as an example, which the examples answer."""
    asked = call.query["id"]
    kept = service.memory.generations.get(asked)
    if kept is None and asked not in [each.get("example") for each in call.operation.parameters]:
        raise not_found(f"Generation {asked} not found")
    return kept
