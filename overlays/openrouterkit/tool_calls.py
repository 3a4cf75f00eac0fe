"""The tool calls of a result: `ToolCall`, a model with the name of the function and its parsed arguments."""

from __future__ import annotations

from typing import Any

from openrouterkit_api import JsonModel
from openrouterkit_api.models import ChatToolCall
from openrouterkit_runtime.plain import to_plain

from .errors import DecodeError

__all__ = ["ToolCall"]


class ToolCall(ChatToolCall):
    """A function call that the model requests: all members of `ChatToolCall`, and shortcuts to its function.

    for call in result.tool_calls:
        answer = functions[call.name](**call.arguments)
        messages.append(tool(answer, tool_call_id=call.id))
    """

    __slots__ = ()

    @property
    def name(self) -> str:
        """The name of the function; "" if the service left it out."""
        name = self.function.name if isinstance(self.function, JsonModel) else None
        return name if isinstance(name, str) else ""

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments of the function, parsed anew at each access; {} if the model wrote none.

        `function.arguments` is the text that the model wrote.

        Raises:
            DecodeError: The model wrote invalid JSON, for example because the answer was cut at `max_tokens`, or JSON
                that is not an object.
        """
        text: Any = self.function.arguments if isinstance(self.function, JsonModel) else None
        if text is None or (isinstance(text, str) and not text.strip()):
            return {}
        value = self._parse(text) if isinstance(text, str) else to_plain(text)  # some providers send JSON, not text
        if not isinstance(value, dict):
            shown = text if isinstance(text, str) else None
            raise DecodeError(f"{self._describe()} are {_name_kind(value)}, not a JSON object; {_REMEDY}", shown)
        return value

    def _parse(self, text: str) -> Any:
        from openrouterkit_runtime import json

        try:
            return json.decode(text)
        except json.DecodeError as error:
            raise DecodeError(f"{self._describe()} are {error}; {_REMEDY}", text) from None

    def _describe(self) -> str:
        return f"the arguments that the model wrote for {self.name!r:.100} (tool call {self.id!r:.100})"


_REMEDY = "read the text as call.function.arguments, or report the error to the model in the tool message"


def _name_kind(value: Any) -> str:
    kinds = {list: "a list", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")
