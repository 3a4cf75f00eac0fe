"""The behaviour of each local model: one function per model name."""

from __future__ import annotations

import json
import re
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from attrs import evolve

from openrouterkit_runtime.json import encode as encode_json

from ...contract.samples import build_sample
from ...exchange.errors import build_bad_request, build_not_found
from ..failures import count_flaky_error, find_model_error
from .reasoning import add_reasoning
from .reply import Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .turn import Turn

STORY = (
    "Once, on a machine without a network, a client asked for a story. The server had only one, and told it word by "
    "word: how a request went out, and an answer came back, and nothing was lost on the way."
)
_KNOWN_ANSWERS = {"capital of france": "Paris."}
_SLOW_MODEL = re.compile(r"local/slow(?:-(\d+(?:\.\d+)?))?")


def build_reply(turn: Turn) -> Reply:
    """Return the reply of the model of a turn.

    Raises:
        ServiceError: The model fails, or does not exist.
    """
    error = find_model_error(turn.service, turn.request.operation, turn.model)
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
    return reply_helpfully(turn)


def echo(turn: Turn) -> Reply:
    """Repeat the text of the last user message, after a list of its attachments."""
    prefix = f"I see {turn.attachments}. " if turn.attachments else ""
    return Reply(f"{prefix}{turn.last_text}".rstrip())


def tell_story(_turn: Turn) -> Reply:
    """Tell a short story."""
    return Reply(STORY)


def use_tools(turn: Turn) -> Reply:
    """Call the selected tool; if the conversation ends with tool results, repeat the results instead."""
    if turn.tool_results:
        return Reply(" ".join(f"The tool {name} says: {text}" for name, text in turn.tool_results))
    if turn.selected_tool is None:
        return Reply("There is no tool to call; pass one in tools.")
    name = turn.selected_tool["name"]
    schema = turn.selected_tool.get("parameters") or {"type": "object"}
    arguments = _build_valid_sample(schema, f"tools: {name}.parameters")
    function = {"name": name, "arguments": json.dumps(arguments, ensure_ascii=False)}
    call = {"id": f"call_{token_hex(8)}", "type": "function", "function": function}
    return Reply(None, tool_calls=(call,), finish_reason="tool_calls")


def reply_with_json(turn: Turn) -> Reply:
    """Reply with JSON that is valid for the schema of the response format; without one, with the last user text."""
    response_format = turn.body.get("response_format") or {}
    value: Any = {"echo": turn.last_text}
    if response_format.get("type") == "json_schema":
        schema = response_format["json_schema"].get("schema") or {"type": "object"}
        value = _build_valid_sample(schema, "response_format.json_schema.schema")
    return Reply(encode_json(value).decode())


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
    """Use tools, follow the response format, answer a known question or tell a story if asked for one; else echo."""
    if turn.tool_results or turn.selected_tool is not None:
        return use_tools(turn)
    if (turn.body.get("response_format") or {}).get("type") in {"json_object", "json_schema"}:
        return reply_with_json(turn)
    text = turn.last_text.lower()
    for question, answer in _KNOWN_ANSWERS.items():
        if question in text:
            return Reply(answer)
    return tell_story(turn) if "story" in text else echo(turn)


def _build_valid_sample(schema: Mapping[str, Any], path: str) -> Any:
    """Return a sample of a schema in the request, after validating the sample against the schema.

    Raises:
        ServiceError: 400 if the schema is invalid, or no valid sample can be generated.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError, best_match
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    try:
        Draft202012Validator.check_schema(schema)
        value = build_sample(schema)
        # An empty registry prevents jsonschema from fetching remote references.
        issue = best_match(Draft202012Validator(schema, registry=Registry()).iter_errors(value))
    except SchemaError as error:
        raise build_bad_request(f"{path}: invalid JSON Schema: {error.message}") from None
    except (LookupError, Unresolvable, RecursionError, re.error, TypeError) as error:
        message = f"{path}: cannot evaluate the schema ({error!r}); use local references and valid patterns only"
        raise build_bad_request(message) from None
    if issue is not None:
        member = ".".join(str(step) for step in issue.absolute_path) or "the value"
        raise build_bad_request(
            f"{path}: cannot generate a value for {member} ({issue.message}); add an example or a default to its schema"
        )
    return value


BEHAVIOURS: Mapping[str, Callable[[Turn], Reply]] = {
    "local/echo": echo,
    "local/story": tell_story,
    "local/tools": use_tools,
    "local/reasoning": reason,
    "local/json": reply_with_json,
    "local/flaky": fail_twice,
    "local/empty": lambda _turn: Reply(""),
    "local/truncated": lambda _turn: Reply(STORY, failure="truncated"),
    "local/error-in-200": lambda _turn: Reply(None, failure="error-at-start"),
    "local/error-mid-stream": lambda _turn: Reply(STORY, failure="error-in-middle"),
}
