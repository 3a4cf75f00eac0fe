"""The handler of chat completions, whole and streamed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import encode as encode_json

from ...exchange.errors import ServiceError, build_bad_request, build_example_error
from ...exchange.responses import KEEP_ALIVE, LocalResponse
from ..generations import create_id, record_generation
from ..usage import build_usage, count_tokens, list_prompt_texts
from .behaviours import build_reply
from .completion import Completion
from .conflicts import find_conflict
from .limits import apply_limits
from .logprobs import count_alternatives
from .prompt_cache import use_prompt_cache
from .script import parse_scripted_reply
from .streaming import split_wait, stream_events
from .turn import Turn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from ...exchange.requests import ValidRequest
    from ...service import Service
    from .reply import Reply

_DEFAULT_MODEL = "local/echo"
_ERROR_STATUS = 429
_MAX_CHOICES = 128


def complete_chat(service: Service, request: ValidRequest) -> LocalResponse:
    """Return the reply of `model`, or of the first of `models` that does not fail.

    Raises:
        ServiceError: 422 if members of the request conflict; the error of the last model, if all models fail.
    """
    conflict = find_conflict(request.body)
    if conflict is not None:
        raise conflict
    model, reply = choose_reply(service, request)
    completion = _build_completion(service, request, model, apply_limits(reply, request.body))
    headers = {"X-Generation-Id": completion.id}
    if request.body.get("stream"):
        events = stream_events(completion, service.settings)
        return LocalResponse(events, media_type="text/event-stream", headers=headers)
    return LocalResponse(_stream_whole(completion), headers=headers)


def choose_reply(service: Service, request: ValidRequest) -> tuple[str, Reply]:
    """Return the name of the replying model, and its reply; a scripted reply takes precedence."""
    requested = [request.body["model"]] if request.body.get("model") else []
    models = [*requested, *(request.body.get("models") or [])] or [_DEFAULT_MODEL]
    script = service.state.script
    scripted = script.popleft() if script else None
    if isinstance(scripted, str) and scripted.startswith("local/"):
        return models[0], build_reply(Turn(service, request, scripted))
    if scripted is not None:
        return models[0], parse_scripted_reply(scripted)
    for model in models[:-1]:
        try:
            return model, build_reply(Turn(service, request, model))
        except ServiceError:
            continue
    return models[-1], build_reply(Turn(service, request, models[-1]))


def count_choices(body: Mapping[str, Any]) -> int:
    """Return how many choices a request sets with `n`.

    Raises:
        ServiceError: 400 if the number is out of range.
    """
    choices: int = 1 if body.get("n") is None else body["n"]
    if not 1 <= choices <= _MAX_CHOICES:
        raise build_bad_request(f"n: must be from 1 to {_MAX_CHOICES}, not {choices}")
    return choices


def _build_completion(service: Service, request: ValidRequest, model: str, reply: Reply) -> Completion:
    """Return the completion for a reply, and record its generation."""
    replies = [reply] * count_choices(request.body)
    cached, written = use_prompt_cache(service.state, model, request.body)
    usage = build_usage(
        model,
        count_tokens(list_prompt_texts(request.body["messages"])),
        count_tokens(reply.texts) * len(replies),
        count_tokens([reply.reasoning]) * len(replies),
        cached=cached,
        written=written,
        searches=reply.searches,
    )
    retry_after = service.settings.retry_after
    error = build_example_error(request.operation, _ERROR_STATUS, retry_after).body["error"]
    # The error is sent after the headers, so only the body can contain a retry hint.
    error["availability"] = {"retryable": True, "retry_after": retry_after}
    generation: dict[str, Any] = {
        "id": create_id(),
        "model": model,
        "api_type": "completions",
        "usage": usage,
        "finish_reason": reply.finish_reason,
        "streamed": bool(request.body.get("stream")),
    }
    content = {
        "input": {"messages": request.body["messages"]},
        "output": {"completion": reply.content, "reasoning": reply.reasoning},
        "error": None,
    }
    recorded = record_generation(service, request, generation, content)
    alternatives = count_alternatives(request.body)
    return Completion(generation["id"], model, replies, usage, error, recorded, alternatives=alternatives)


async def _stream_whole(completion: Completion) -> AsyncIterator[bytes]:
    """Yield the body of a response that is not a stream: white space as keep-alives, then the JSON."""
    for pause in split_wait(completion.wait):
        await asyncio.sleep(pause)
        yield KEEP_ALIVE
    body = encode_json(completion.build_body())
    yield body[: len(body) // 2] if completion.failure == "truncated" else body
