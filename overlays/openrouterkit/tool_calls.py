"""The tool calls of a result: `ToolCall`, a model with the name of the function and its parsed arguments."""

from __future__ import annotations

from typing import Any, Protocol, Self, TypeVar, overload

from openrouterkit_api import JsonModel
from openrouterkit_api.models import ChatToolCall
from openrouterkit_runtime.plain import to_plain

from .errors import DecodeError

T = TypeVar("T")

__all__ = ["ToolCall"]


class ArgumentReader(Protocol):
    """What reads the arguments of a tool call, such as a `FunctionTool`."""

    def read_arguments(self, arguments: Any) -> Any:
        """Return the validated arguments.

        Args:
            arguments: JSON text, or the decoded object.
        """
        ...


class ToolCall(ChatToolCall):
    """A function call that the model requests: all members of `ChatToolCall`, and shortcuts to its function.

    for call in result.tool_calls:
        answer = functions[call.name](**call.arguments)
        messages.append(tool(answer, tool_call_id=call.id))
    """

    __slots__ = ("_tool",)

    _tool: ArgumentReader

    def __reduce__(self) -> tuple[Any, ...]:
        build, arguments, state = super().__reduce__()
        if state is not None and not _can_be_pickled(state[1].get("_tool")):
            del state[1]["_tool"]  # a tool that is no global of its module must not prevent that its calls are pickled
        return build, arguments, state

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
        text = self._text()
        if text is None or (isinstance(text, str) and not text.strip()):
            return {}
        value = self._parse(text) if isinstance(text, str) else to_plain(text)  # some providers send JSON, not text
        if not isinstance(value, dict):
            shown = text if isinstance(text, str) else None
            raise DecodeError(f"{self._describe()} are {_name_kind(value)}, not a JSON object; {_REMEDY}", shown)
        return value

    @property
    def parsed_arguments(self) -> Any:
        """The arguments as the tool reads them, after `bind`; without it, the same as `arguments`.

        Raises:
            DecodeError: The model wrote invalid JSON, or arguments that do not fit the tool (`InvalidValueError`).
        """
        reader = getattr(self, "_tool", None)
        return self.arguments if reader is None else reader.read_arguments(self._text())

    def bind(self, tool: ArgumentReader) -> Self:
        """Let `parsed_arguments` of this object return what a tool reads, and return this tool call.

        Args:
            tool: The tool that is called, such as a `FunctionTool`.
        """
        self._tool = tool
        return self

    @overload
    def parse_arguments(self, kind: type[T]) -> T: ...
    @overload
    def parse_arguments(self, kind: Any) -> Any: ...
    def parse_arguments(self, kind: Any) -> Any:
        """Return the arguments as a type, such as a dataclass or a pydantic model; see `schema_of`.

        Args:
            kind: The type.

        Raises:
            DecodeError: The model wrote invalid JSON, or arguments that do not have the type (`InvalidValueError`).
            InvalidArgumentError: The type has no JSON Schema.
        """
        from .schemas import read_value

        return read_value(kind, self.arguments)

    def _text(self) -> Any:
        """The text that the model wrote; JSON from some providers."""
        return self.function.arguments if isinstance(self.function, JsonModel) else None

    def _parse(self, text: str) -> Any:
        from openrouterkit_runtime import json

        try:
            return json.decode(text)
        except json.DecodeError as error:
            raise DecodeError(f"{self._describe()} cannot be read: {error}; {_REMEDY}", text) from None

    def _describe(self) -> str:
        return f"the arguments that the model wrote for {self.name!r:.100} (tool call {self.id!r:.100})"


_REMEDY = "read the text as call.function.arguments, or report the error to the model in the tool message"


def _can_be_pickled(tool: Any) -> bool:
    import pickle

    try:
        pickle.dumps(tool)
    except Exception:  # noqa: BLE001 - of any kind, from the code of the tool
        return False
    return True


def _name_kind(value: Any) -> str:
    kinds = {list: "a list", str: "a string", bool: "a boolean", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")
