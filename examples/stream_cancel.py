"""Stop a stream early: the connection is closed, and the model stops to write, at many providers."""

from __future__ import annotations

from openrouterkit import OpenRouter, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client, client.chat.stream(model=MODEL, messages=[user("Tell me a long story.")]) as stream:
    for text in stream.texts():
        print(text, end="", flush=True)
        if len(stream.text) > 40:
            break  # leaving the with block closes the stream; stream.close() does so from another thread

print(f"\ncancelled after {len(stream.text)} characters")
