"""From a request for a completion to its answer, whole or streamed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.json import encode as encode_json

from ...exchange.answers import KEEP_ALIVE, Answer
from ...exchange.problems import ProblemError, bad_request, stated_problem
from ..generations import new_id, remember
from ..usage import counted, prompt_texts, usage
from .behaviours import reply_of, scripted
from .completion import Completion
from .contradictions import contradiction
from .limits import limited
from .streaming import events, pauses
from .turn import Turn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ...exchange.call import Call
    from ...service import Service
    from .reply import Reply

_DEFAULT = "local/echo"
_FAILING = 429
_MOST_CHOICES = 128


def completed(service: Service, call: Call) -> Answer:
    """The answer of the model that a chat names, or of the first of `models` that does not fail.

    Raises:
        ProblemError: 422, the request contradicts itself; whatever the last model fails with.
    """
    problem = contradiction(call.body)
    if problem is not None:
        raise problem
    model, reply = _reply(service, call)
    completion = _completion(service, call, model, limited(reply, call.body))
    headers = {"X-Generation-Id": completion.id}
    if call.body.get("stream"):
        return Answer(events(completion, service.settings), media_type="text/event-stream", headers=headers)
    return Answer(_whole(completion), headers=headers)


def _reply(service: Service, call: Call) -> tuple[str, Reply]:
    named = [call.body["model"]] if call.body.get("model") else []
    models = [*named, *(call.body.get("models") or [])] or [_DEFAULT]
    script = service.memory.script
    said = script.popleft() if script else None
    if isinstance(said, str) and said.startswith("local/"):
        return models[0], reply_of(Turn(service, call, said))
    if said is not None:
        return models[0], scripted(said)
    for model in models[:-1]:
        try:
            return model, reply_of(Turn(service, call, model))
        except ProblemError:
            continue
    return models[-1], reply_of(Turn(service, call, models[-1]))


def _completion(service: Service, call: Call, model: str, reply: Reply) -> Completion:
    choices = call.body.get("n") or 1
    if not 1 <= choices <= _MOST_CHOICES:
        raise bad_request(f"n: must be from 1 to {_MOST_CHOICES}, not {choices}")
    replies = [reply] * choices
    told = usage(
        model,
        counted(prompt_texts(call.body["messages"])),
        counted(reply.texts) * len(replies),
        counted([reply.reasoning]) * len(replies),
    )
    retry_after = service.settings.retry_after
    error = stated_problem(call.operation, _FAILING, retry_after).body["error"]
    # Where the head of the answer is gone already, the body alone can say when to try again.
    error["availability"] = {"retryable": True, "retry_after": retry_after}
    made: dict[str, Any] = {
        "id": new_id(),
        "model": model,
        "api_type": "completions",
        "usage": told,
        "finish_reason": reply.finish_reason,
        "streamed": bool(call.body.get("stream")),
    }
    content = {
        "input": {"messages": call.body["messages"]},
        "output": {"completion": reply.content, "reasoning": reply.reasoning},
        "error": None,
    }
    kept = remember(service, call, made, content)
    return Completion(made["id"], model, replies, told, error, kept)


async def _whole(completion: Completion) -> AsyncIterator[bytes]:
    """The whole answer: white space that keeps the connection alive, then the JSON."""
    for pause in pauses(completion.wait):
        await asyncio.sleep(pause)
        yield KEEP_ALIVE
    body = encode_json(completion.whole())
    yield body[: len(body) // 2] if completion.breaks == "cut" else body
