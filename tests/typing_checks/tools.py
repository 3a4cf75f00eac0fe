"""What type checkers infer about types as schemas, and about functions as tools."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, assert_type

from openrouterkit import (
    AsyncOpenRouter,
    JsonSchema,
    OpenRouter,
    Tool,
    ToolCall,
    ToolContext,
    function_tool,
    json_schema,
    read_value,
    schema_of,
    user,
)
from openrouterkit.mistral import Mistral
from openrouterkit.services import OpenAICompatible
from openrouterkit.tools import FunctionTool, RunnableTool
from openrouterkit_api.models import ChatFormatJsonSchemaConfig, ChatFunctionToolFunction


@dataclass
class City:
    """A city."""

    name: str


@function_tool
def weather(city: str, days: int = 1) -> float:
    """Return the temperature."""
    return len(city) / days


@function_tool(name="send_mail", requires_approval=lambda arguments: len(arguments) > 1, timeout=3)
async def send_mail(to: str) -> None:
    """Send a mail."""


class Desk:
    """A class with a method that is a tool."""

    @function_tool
    def find(self, name: str, context: ToolContext[int]) -> City:
        """Find a city."""
        return City(f"{name} {context.value}")


def check_schemas() -> None:
    """Types are read as they are, and schemas are dicts."""
    assert_type(read_value(City, {}), City)
    assert_type(read_value(list[City], []), list[City])
    assert_type(schema_of(City, strict=True), JsonSchema)
    assert_type(json_schema(City), ChatFormatJsonSchemaConfig)
    assert_type(json_schema("city", City, strict=False), ChatFormatJsonSchemaConfig)


def check_tools(desk: Desk, call: ToolCall) -> None:
    """A function keeps its parameters and its result."""
    assert_type(weather("Rome", days=2), float)
    assert_type(weather.call({"city": "Rome"}), float)
    sending: Coroutine[Any, Any, None] = send_mail("ada")
    sending.close()
    assert_type(desk.find("Rome", ToolContext(3)), City)
    weather(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # invalid on purpose
    weather()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # invalid on purpose
    assert_type(function_tool("clock", "The time.", City), ChatFunctionToolFunction)
    assert_type(call.parse_arguments(City), City)
    tools: list[RunnableTool] = [weather, send_mail, desk.find, Tool("ask")]
    assert tools


def check_decorator(function: Callable[[int], str]) -> None:
    """The decorator may be called with a function."""
    assert_type(function_tool(function)(3), str)
    tool: FunctionTool[[int], str] = function_tool(function)
    assert tool.name


def check_clients(client: OpenRouter, other: Mistral, any_service: OpenAICompatible) -> None:
    """Every client accepts tools, and a type as response format."""
    messages = [user("Hello")]
    client.chat.send(model="a/b", messages=messages, tools=[weather, Tool("ask")], response_format=City)
    client.chat.stream(model="a/b", messages=messages, tools=[send_mail], response_format=City)
    other.chat.send(model="a", messages=messages, tools=[weather, send_mail], response_format=City)
    any_service.chat.send(model="a", messages=messages, tools=[weather, Tool("ask")], response_format=City)


async def check_async_client(client: AsyncOpenRouter) -> None:
    """The async client accepts them, too."""
    await client.chat.send(model="a/b", messages=[user("Hello")], tools=[weather], response_format=City)
