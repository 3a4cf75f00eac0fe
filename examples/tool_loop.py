"""Let a model call functions until it can answer, and watch it."""

from __future__ import annotations

from openrouterkit import OpenRouter, ToolError, function_tool, user
from openrouterkit.events import RunEnded, TextDelta, ToolFinished, ToolStarted
from openrouterkit.runs import max_cost, max_steps

MODEL = "openai/gpt-4o-mini"
TEMPERATURES = {"Rome": 24, "Oslo": 9}


@function_tool
def get_weather(city: str) -> dict[str, int]:
    """Return the weather of a city.

    Args:
        city: The name of the city, in English.
    """
    if city not in TEMPERATURES:
        raise ToolError(f"there is no station in {city}")  # the model reads this, and can go on
    return {"degrees": TEMPERATURES[city]}


with OpenRouter() as client:
    question = user("How is the weather in Rome, Oslo and Paris?")
    run = client.chat.run(
        model=MODEL, messages=[question], tools=[get_weather], stop_when=[max_steps(5), max_cost(0.01)]
    )
    print(run.text)
    print(f"stopped by: {run.stopped_by}, after {len(run.turns)} turns, for ${run.cost or 0:.7f}")

    question = user("And the weather in Oslo, again?")
    with client.chat.run_stream(model=MODEL, messages=[*run.messages, question], tools=[get_weather]) as stream:
        for event in stream:
            match event:
                case ToolStarted(tool_call=call):
                    print("calls", call.name, call.arguments)
                case ToolFinished(output=output):
                    print("gets", output)
                case TextDelta(text=text):
                    print(text, end="", flush=True)
                case RunEnded(run=run):
                    print(f"\nstopped by: {run.stopped_by}")
