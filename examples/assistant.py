"""An assistant that looks up the weather with a tool. Its tests, in test_assistant.py, need no network and no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouterkit import OpenRouter, function_tool, system, tool, user

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit import Message

MODEL = "openai/gpt-4o-mini"
WEATHER = function_tool(
    "get_weather",
    description="The weather in a city.",
    parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
)
MAX_ROUNDS = 5


def answer(client: OpenRouter, question: str, get_weather: Callable[[str], str]) -> str:
    """Return the answer of the model, which may look up the weather several times."""
    messages: list[Message] = [system("Be terse."), user(question)]
    for _ in range(MAX_ROUNDS):
        result = client.chat.send(model=MODEL, messages=messages, tools=[WEATHER])
        messages.append(result.assistant_message)
        if not result.tool_calls:
            return result.text
        messages += [tool(get_weather(call.arguments["city"]), tool_call_id=call.id) for call in result.tool_calls]
    raise RuntimeError(f"the model still calls tools after {MAX_ROUNDS} rounds")


if __name__ == "__main__":
    with OpenRouter() as own:
        print(answer(own, "Do I need an umbrella in Paris?", lambda city: f"18 degrees, light rain in {city}"))
