"""`RunnableTool`, what a run requires of a tool, and what tools receive and raise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, runtime_checkable

from attrs import frozen

from ..errors import SDKError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..tool_calls import ToolCall

__all__ = ["RunnableTool", "ToolContext", "ToolError"]

C = TypeVar("C")


@frozen
class ToolContext(Generic[C]):
    """What a tool knows about the run that calls it. A parameter with this type is not shown to the model.

        @function_tool
        def whoami(context: ToolContext[User]) -> str:
            return context.value.name

        client.chat.run(model="a/b", messages=messages, tools=[whoami], context=User("Ada"))

    Attributes:
        value: The `context` that was passed to the run.
        run_id: The id of the run; "" outside a run.
        turn: The number of the turn, from 1; 0 outside a run.
        tool_call: The call of the model; None outside a run.
    """

    value: C
    run_id: str = ""
    turn: int = 0
    tool_call: ToolCall | None = None

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            if not name.startswith("_"):
                message += "; the context that was passed to the run is its attribute 'value'"
            raise AttributeError(message, name=name, obj=self)


class ToolError(SDKError):
    """A tool cannot do what the model requested. The model reads the text, and may try again.

    Args:
        text: The text for the model: what is wrong, and what to do instead.

    Attributes:
        text: See Args.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@runtime_checkable
class RunnableTool(Protocol):
    """A tool that a run can call. `FunctionTool`, `Tool` and the tools of MCP servers have this protocol.

    A tool may also have `repeat_limit`: the count at which an equal call no longer runs, None for no limit.
    """

    @property
    def name(self) -> str:
        """The name by which the model calls the tool."""
        ...

    @property
    def is_async(self) -> bool:
        """Whether `call` returns an awaitable."""
        ...

    @property
    def needs_answer(self) -> bool:
        """Whether the tool cannot be called: a run pauses until someone passes the answer."""
        ...

    @property
    def requires_approval(self) -> bool | Callable[[Any], bool]:
        """Whether a run pauses before a call until it is approved; or a function of the arguments that decides it."""
        ...

    @property
    def timeout(self) -> float | None:
        """How many seconds a call may take, None for no limit of its own."""
        ...

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object that describes the tool for the model, an item of the parameter `tools`."""
        ...

    def read_arguments(self, arguments: str | dict[str, Any] | None) -> Any:
        """Return the validated arguments, for `requires_approval` and `call`.

        Args:
            arguments: The arguments that the model wrote: JSON text, or the decoded object.

        Raises:
            InvalidValueError: They are not valid JSON, or do not fit the schema.
        """
        ...

    def call(self, arguments: Any, context: ToolContext[Any] | None = None) -> Any:
        """Return the result of the tool, or an awaitable of it if `is_async`.

        Args:
            arguments: What `read_arguments` returned.
            context: What the tool may know about the run.

        Raises:
            ToolError: The tool cannot do this; the model reads the text.
        """
        ...
