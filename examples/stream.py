"""Print an answer while it arrives."""

from __future__ import annotations

from openrouterkit import OpenRouter, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client, client.chat.stream(model=MODEL, messages=[user("Tell me a short story.")]) as stream:
    for text in stream.texts():
        print(text, end="", flush=True)

result = stream.result()  # the whole completion, as `send` returns it
print(f"\n{result.finish_reason}, {len(result.text)} characters")
