"""What each model of the server does: a table of small functions."""

from __future__ import annotations

import json
import re
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from attrs import evolve

from openrouterkit_runtime.json import encode as encode_json

from ...contract.samples import sample
from ...exchange.problems import bad_request, not_found
from ..failures import flakiness, refusal
from .reply import Reply
from .thinking import thoughtful
from .turn import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .turn import Turn

STORY = (
    "Once, on a machine without a network, a client asked for a story. The server had only one, and told it word by "
    "word: how a request went out, and an answer came back, and nothing was lost on the way."
)
_KNOWN = {"capital of france": "Paris."}
_SAID = frozenset({"role", "content", "tool_calls"})
_SLOW = re.compile(r"local/slow(?:-(\d+(?:\.\d+)?))?")


def reply_of(turn: Turn) -> Reply:
    """What the model of a turn says.

    Raises:
        ProblemError: the model fails, or does not exist.
    """
    problem = refusal(turn.service, turn.call.operation, turn.model)
    if problem is not None:
        raise problem
    # A variant, as in :free, is the same model here.
    name = turn.model.partition(":")[0]
    if name in BEHAVIOURS:
        return BEHAVIOURS[name](turn)
    slow = _SLOW.fullmatch(name)
    if slow is not None:
        return evolve(echo(turn), wait=turn.service.settings.delay if slow[1] is None else float(slow[1]))
    if name.startswith("local/"):
        raise not_found(f"No endpoints found for {turn.model}: the local models are {', '.join(BEHAVIOURS)}")
    return sensible(turn)


def echo(turn: Turn) -> Reply:
    """The last text of the user, once more."""
    seen = f"I see {turn.attachments}. " if turn.attachments else ""
    return Reply(f"{seen}{turn.last_text}".rstrip())


def story(_turn: Turn) -> Reply:
    """A short story."""
    return Reply(STORY)


def tools(turn: Turn) -> Reply:
    """A call of the first tool offered, or, after the results of tools, what they said."""
    if turn.results:
        return Reply(" ".join(f"The tool {name} says: {text}" for name, text in turn.results))
    if turn.tool is None:
        return Reply("There is no tool to call: offer one in tools.")
    arguments = _made_up(turn.tool.get("parameters") or {"type": "object"}, f"tools: {turn.tool['name']}.parameters")
    function = {"name": turn.tool["name"], "arguments": json.dumps(arguments, ensure_ascii=False)}
    call = {"id": f"call_{token_hex(8)}", "type": "function", "function": function}
    return Reply(None, tool_calls=(call,), finish_reason="tool_calls")


def json_reply(turn: Turn) -> Reply:
    """JSON that fits the schema of the response format; without one, an object with the last text of the user."""
    form = turn.request.get("response_format") or {}
    value: Any = {"echo": turn.last_text}
    if form.get("type") == "json_schema":
        value = _made_up(form["json_schema"].get("schema") or {"type": "object"}, "response_format.json_schema.schema")
    return Reply(encode_json(value).decode())


def reasoning(turn: Turn) -> Reply:
    """Reasoning, with a signature, before a sensible reply."""
    return thoughtful(turn, sensible(turn))


def flaky(turn: Turn) -> Reply:
    """Nothing, twice; then an echo."""
    problem = flakiness(turn.service, turn.call)
    if problem is not None:
        raise problem
    return echo(turn)


def sensible(turn: Turn) -> Reply:
    """What a helpful model would do: use tools, keep to the response format, tell stories, else echo."""
    if turn.results or turn.tool is not None:
        return tools(turn)
    if (turn.request.get("response_format") or {}).get("type") in {"json_object", "json_schema"}:
        return json_reply(turn)
    text = turn.last_text.lower()
    for question, answer in _KNOWN.items():
        if question in text:
            return Reply(answer)
    return story(turn) if "story" in text else echo(turn)


def scripted(said: str | Mapping[str, Any]) -> Reply:
    """A reply that was laid down beforehand: a text, or a whole message."""
    if isinstance(said, str):
        return Reply(said)
    calls = tuple(said.get("tool_calls") or ())
    content = said.get("content")
    text = None if content is None and calls else text_of(content)
    others = {name: value for name, value in said.items() if name not in _SAID}
    return Reply(text, tool_calls=calls, finish_reason="tool_calls" if calls else "stop", members=others)


def _made_up(schema: Mapping[str, Any], place: str) -> Any:
    """A value that fits a schema of the request.

    Raises:
        ProblemError: 400, the schema is no schema, or none of the values that come to mind fits it.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError, best_match
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    try:
        Draft202012Validator.check_schema(schema)
        value = sample(schema)
        # With a registry of its own, it fetches nothing from anywhere.
        error = best_match(Draft202012Validator(schema, registry=Registry()).iter_errors(value))
    except SchemaError as wrong:
        raise bad_request(f"{place}: is not a JSON Schema: {wrong.message}") from None
    except (LookupError, Unresolvable, RecursionError, re.error, TypeError) as wrong:
        raise bad_request(f"{place}: cannot be followed: {wrong!r}") from None
    if error is not None:
        where = ".".join(str(step) for step in error.absolute_path) or "the value"
        raise bad_request(
            f"{place}: no value came to mind for {where} ({error.message}): give it an example or default"
        )
    return value


BEHAVIOURS: Mapping[str, Callable[[Turn], Reply]] = {
    "local/echo": echo,
    "local/story": story,
    "local/tools": tools,
    "local/reasoning": reasoning,
    "local/json": json_reply,
    "local/flaky": flaky,
    "local/empty": lambda _turn: Reply(""),
    "local/truncated": lambda _turn: Reply(STORY, breaks="cut"),
    "local/error-in-200": lambda _turn: Reply(None, breaks="start"),
    "local/error-mid-stream": lambda _turn: Reply(STORY, breaks="error"),
}
