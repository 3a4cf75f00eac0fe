"""Read the thoughts of a model of DeepSeek, as they arrive and afterwards."""

from __future__ import annotations

from openrouterkit import OpenRouter, user
from openrouterkit.events import ReasoningDelta, TextDelta

MODEL = "deepseek/deepseek-r1"

with (
    OpenRouter() as client,
    client.chat.stream(model=MODEL, messages=[user("What is the capital of Japan?")]) as stream,
):
    for event in stream.events():
        match event:
            case ReasoningDelta(text=text):
                print(text.upper(), end="", flush=True)
            case TextDelta(text=text):
                print(text, end="", flush=True)

result = stream.result()
print(f"\nthought: {result.reasoning}")
print(f"answered: {result.text}")
