"""Read the thoughts of a model of DeepSeek, as they arrive and afterwards."""

from __future__ import annotations

from openrouterkit import OpenRouter, user
from openrouterkit.events import ReasoningDelta, TextDelta

MODEL = "deepseek/deepseek-r1"

with (
    OpenRouter() as client,
    client.chat.stream(model=MODEL, messages=[user("What is the capital of Japan?")]) as stream,
):
    part = ""
    for event in stream.events():
        match event:
            case ReasoningDelta(text=text):
                label = "thought"
            case TextDelta(text=text):
                label = "answer"
            case _:
                continue
        if label != part:
            print(f"\n{label}: " if part else f"{label}: ", end="")
            part = label
        print(text, end="", flush=True)

result = stream.result()  # has both, too
print(f"\n{len(result.reasoning or '')} characters of thoughts, {len(result.text)} of the answer")
