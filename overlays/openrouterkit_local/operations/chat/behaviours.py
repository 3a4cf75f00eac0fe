"""The behaviour of each local model: one function per model name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import evolve

from openrouterkit_runtime.json import encode as encode_json

from ...exchange.errors import build_not_found
from ..failures import count_flaky_error, find_model_error
from .files import find_files
from .knowledge import answer_question
from .reasoning import add_reasoning, thinks
from .rejections import find_rejection
from .reply import Reply
from .schema_values import build_valid_value, find_instructed_schema
from .text_values import TextValues
from .tool_calls import build_tool_calls, choose_tools
from .web_search import search_web

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .turn import Turn

STORY = (
    "Once, on a machine without a network, a client asked for a story. The server had only one, and told it word by "
    "word: how a request went out, and an answer came back, and nothing was lost on the way."
)
_SLOW_MODEL = re.compile(r"local/slow(?:-(\d+(?:\.\d+)?))?")


def build_reply(turn: Turn) -> Reply:
    """Return the reply of the model of a turn.

    Raises:
        ServiceError: The model fails, or does not exist.
    """
    error = find_model_error(turn.service, turn.request.operation, turn.model) or find_rejection(turn)
    if error is not None:
        raise error
    # Variants such as :free share the behaviour of their model.
    name = turn.model.partition(":")[0]
    if name in BEHAVIOURS:
        return BEHAVIOURS[name](turn)
    slow = _SLOW_MODEL.fullmatch(name)
    if slow is not None:
        return evolve(echo(turn), wait=turn.service.settings.delay if slow[1] is None else float(slow[1]))
    if name.startswith("local/"):
        raise build_not_found(f"No endpoints found for {turn.model}; the local models are {', '.join(BEHAVIOURS)}")
    return reason(turn) if thinks(turn) else reply_helpfully(turn)


def echo(turn: Turn) -> Reply:
    """Repeat the text of the last user message, after a list of its attachments."""
    prefix = f"I see {turn.attachments}. " if turn.attachments else ""
    return Reply(f"{prefix}{turn.last_text}".rstrip())


def tell_story(_turn: Turn) -> Reply:
    """Tell a short story."""
    return Reply(STORY)


def use_tools(turn: Turn) -> Reply:
    """Call the tools that fit; if all have results, repeat the results instead."""
    calls = [call for function in choose_tools(turn) for call in build_tool_calls(turn, function)]
    if calls:
        return Reply(None, tool_calls=tuple(calls), finish_reason="tool_calls")
    if turn.tool_results:
        return Reply(" ".join(f"The tool {name} says: {text}" for name, text in turn.tool_results))
    return Reply("There is no tool to call; pass one in tools.")


def reply_with_json(turn: Turn) -> Reply:
    """Reply with JSON that is valid for the schema of the response format, with the values of the last user text.

    Without a schema there, it is that of the instructions; without one, the JSON repeats the text.
    """
    response_format = turn.body.get("response_format") or {}
    if response_format.get("type") == "json_schema":
        schema = response_format["json_schema"].get("schema") or {"type": "object"}
        return _reply_with_value(turn, schema, "response_format.json_schema.schema")
    instructed = find_instructed_schema(turn.messages)
    if instructed is not None:
        return _reply_with_value(turn, instructed, "messages")
    return Reply(encode_json({"echo": turn.last_text}).decode())


def _reply_with_value(turn: Turn, schema: Mapping[str, Any], path: str) -> Reply:
    return Reply(encode_json(build_valid_value(schema, path, TextValues(turn.last_text))).decode())


def reply_plainly(turn: Turn) -> Reply:
    """Reply like a model without response formats: with JSON in a fence, if the instructions contain a schema."""
    if find_instructed_schema(turn.messages) is None:
        return reply_helpfully(turn)
    return Reply(f"Here you are:\n\n```json\n{reply_with_json(turn).content}\n```")


def reason(turn: Turn) -> Reply:
    """Reply helpfully, with signed reasoning."""
    return add_reasoning(turn, reply_helpfully(turn))


def fail_twice(turn: Turn) -> Reply:
    """Fail twice per session or conversation, then echo."""
    error = count_flaky_error(turn.service, turn.request)
    if error is not None:
        raise error
    return echo(turn)


def reply_helpfully(turn: Turn) -> Reply:
    """Use tools, follow the response format, search the web, read files, answer a known question or echo."""
    if turn.tool_results or (choose_tools(turn) and (turn.must_call_tool or answer_question(turn.user_texts) is None)):
        return use_tools(turn)
    if (turn.body.get("response_format") or {}).get("type") in {"json_object", "json_schema"}:
        return reply_with_json(turn)
    reply = search_web(turn) or read_files(turn)
    if reply is not None:
        return reply
    answer = answer_question(turn.user_texts)
    if answer is not None:
        return Reply(answer)
    return tell_story(turn) if "story" in turn.last_text.lower() else echo(turn)


def read_files(turn: Turn) -> Reply | None:
    """Repeat the text of the files in the last user message; None without such files."""
    files = find_files(turn.last_content)
    readable = [file for file in files if file.text]
    if not readable:
        return None
    annotations = [file.build_annotation() for file in files] if turn.uses_plugin("file-parser") else []
    members = {"annotations": annotations} if annotations else {}
    return Reply(" ".join(f"{file.name} says: {(file.text or '').strip()}" for file in readable), members=members)


def refuse(_turn: Turn) -> Reply:
    """Refuse to answer."""
    return Reply(None, members={"refusal": "I cannot help with that."})


BEHAVIOURS: Mapping[str, Callable[[Turn], Reply]] = {
    "local/echo": echo,
    "local/story": tell_story,
    "local/tools": use_tools,
    "local/reasoning": reason,
    "local/json": reply_with_json,
    "local/no-schemas": reply_helpfully,
    "local/plain": reply_plainly,
    "local/refusal": refuse,
    "local/flaky": fail_twice,
    "local/empty": lambda _turn: Reply(""),
    "local/truncated": lambda _turn: Reply(STORY, failure="truncated"),
    "local/error-in-200": lambda _turn: Reply(None, failure="error-at-start"),
    "local/error-mid-stream": lambda _turn: Reply(STORY, failure="error-in-middle"),
}
