"""The ladder of `chat.parse`: the ways to request an answer of a type, from the most to the least reliable."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import frozen

from openrouterkit_runtime import json
from openrouterkit_runtime.plain import to_plain

from ..errors import APIError, InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .targets import Target

Method = Literal["json_schema", "json_object", "tool", "prompt"]
"""A way to request an answer of a type."""

_STATUSES: Final = (400, 404, 422)
"""The statuses of responses to requests that a model does not support."""

_FORMAT: Final = (
    r"response[_ ]?format|json[_ ]?(schema|mode|object)|structured[_ ]?outputs?|output[_ ]?(format|config|schema)"
    r"|response[_ ]?(json[_ ]?)?schema|guided|grammar"
)
_TOOLS: Final = r"\btools?\b|tool[_ ]?(choice|use|call)|function[_ ]?call"
_PARAMETERS: Final = r"no endpoints?\b.*\bparameters?"
"""OpenRouter's response if no provider supports the parameters of a request."""

_NOT_REJECTED: Final = re.compile(
    r"context[ _]?(length|window)|maximum[ _](prompt|context|input)"
    r"|(prompt|input|messages?|request) (is|are|was) too (long|large)"
    r"|max[ _]?(completion[ _]|output[ _]|new[ _])?tokens|credits?\b|quota|rate[ _-]?limit"
)
"""Errors of other causes, which may name all parameters of the request."""
_OWN_SCHEMA: Final = re.compile(
    r"(invalid|bad|malformed|unsupported|complex) (json[ _-]?)?schema"
    r"|schema[^.]{0,60}\b(invalid|not valid|too|exceeds?|depth|nest\w*)"
    r"|too (deep|many|complex|large)|nesting|recursi\w+|keyword|additionalproperties|\$ref|\$defs|anyof|oneof|allof"
    r"|'(required|properties|enum|pattern)'"
)
"""Errors of a service that supports schemas, but not this one."""

Prepare = Callable[[dict[str, Any], "Target"], dict[str, Any]]


@frozen
class Step:
    """A step of the ladder.

    Attributes:
        method: Its name.
        prepare: Returns the parameters of the request, from those of the caller.
        rejections: A regular expression for the errors of a service that does not support the step.
    """

    method: Method
    prepare: Prepare
    rejections: re.Pattern[str] | None

    def is_rejected(self, error: APIError, more: Sequence[str] = ()) -> bool:
        """Return True if an error means that the model or the service does not support this step.

        Args:
            error: The error.
            more: Further words of such errors, which the service declares.
        """
        if self.rejections is None or error.status_code not in _STATUSES:
            return False
        text = _read_problem(error)
        if any(word.lower() in text for word in more):
            return True
        return _NOT_REJECTED.search(text) is None and self.rejections.search(text) is not None


def is_about_schema(error: APIError) -> bool:
    """Return True if the service rejects a schema, and may accept another one.

    Args:
        error: The error, with which a service has rejected a step.
    """
    return _OWN_SCHEMA.search(_read_problem(error)) is not None


def _read_problem(error: APIError) -> str:
    """Return the message of an error and the parameter that it names, in lower case."""
    return f"{error.message} {_find_parameter(error.body)}".lower()


def _find_parameter(body: Any) -> str:
    """Return the parameter that the body of an error names, as OpenAI's do; "" if it names none."""
    error = body.get("error") if isinstance(body, dict) else None
    name = error.get("param") if isinstance(error, dict) else None
    return name if isinstance(name, str) else ""


def _prepare_schema(parameters: dict[str, Any], target: Target) -> dict[str, Any]:
    schema = {"name": target.name, "schema": target.schema, "strict": target.is_strict}
    if target.description:
        schema["description"] = target.description
    return {**parameters, "response_format": {"type": "json_schema", "json_schema": schema}}


def _prepare_object(parameters: dict[str, Any], target: Target) -> dict[str, Any]:
    return {**_prepare_prompt(parameters, target), "response_format": {"type": "json_object"}}


def _prepare_tool(parameters: dict[str, Any], target: Target) -> dict[str, Any]:
    name = find_tool_name(parameters.get("tools"), target)
    function = {"name": name, "parameters": target.schema, "strict": target.is_strict}
    function["description"] = target.description or "Answer by calling this function."
    return {
        **parameters,
        "tools": [*(parameters.get("tools") or ()), {"type": "function", "function": function}],
        "tool_choice": {"type": "function", "function": {"name": name}},
    }


def _prepare_prompt(parameters: dict[str, Any], target: Target) -> dict[str, Any]:
    return {**parameters, "messages": add_instructions(parameters["messages"], write_instructions(target))}


LADDER: Final[tuple[Step, ...]] = (
    Step("json_schema", _prepare_schema, re.compile(f"{_FORMAT}|{_PARAMETERS}")),
    Step("json_object", _prepare_object, re.compile(f"{_FORMAT}|{_PARAMETERS}")),
    Step("tool", _prepare_tool, re.compile(f"{_TOOLS}|{_PARAMETERS}")),
    Step("prompt", _prepare_prompt, None),
)
"""The steps, in the order in which they are tried."""


def choose_steps(method: str, begin_with: str | None = None) -> tuple[Step, ...]:
    """Return the steps to try.

    Args:
        method: The name of the only step, or "auto".
        begin_with: The step to begin with; None for the first.

    Raises:
        InvalidArgumentError: There is no step of this name.
    """
    names = [step.method for step in LADDER]
    if method == "auto":
        return LADDER[names.index(begin_with) if begin_with in names else 0 :]
    if method not in names:
        raise InvalidArgumentError(f"method must be 'auto', {', '.join(map(repr, names))}, not {method!r:.50}")
    return (LADDER[names.index(method)],)


def find_tool_name(tools: Iterable[Any] | None, target: Target) -> str:
    """Return a name for the tool of the answer that no tool of the caller has.

    Args:
        tools: The tools of the caller; None if there are none.
        target: The type of the answer.
    """
    plain = [to_plain(tool) for tool in tools or () if isinstance(tool, Mapping) or hasattr(tool, "to_dict")]
    functions = [tool.get("function") for tool in plain]
    taken = {function.get("name") for function in functions if isinstance(function, dict)}
    return target.name if target.name not in taken else f"answer_{target.name}"


def write_instructions(target: Target) -> str:
    """Return the instructions for a model that does not receive the schema in another way."""
    schema = json.encode(target.schema).decode()
    return f"Answer with only a JSON object, without other text, that fits this JSON Schema:\n{schema}"


def add_instructions(messages: Sequence[Mapping[str, Any]], text: str) -> list[Any]:
    """Return messages with instructions added to the system message, because many models accept only one.

    Args:
        messages: The messages as plain JSON.
        text: The instructions.
    """
    first = messages[0] if messages else {}
    if first.get("role") not in ("system", "developer"):
        return [{"role": "system", "content": text}, *messages]
    content = first.get("content")
    added: Any = f"{content}\n\n{text}" if isinstance(content, str) else text
    if isinstance(content, list):
        added = [*content, {"type": "text", "text": text}]
    return [{**first, "content": added}, *messages[1:]]
