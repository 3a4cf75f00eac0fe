"""Read the tokens and the cost of a stream: the last chunk contains them."""

from __future__ import annotations

from openrouterkit import OpenRouter, user
from openrouterkit.events import StreamEnded, TextDelta, UsageReported

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client, client.chat.stream(model=MODEL, messages=[user("Tell me a short story.")]) as stream:
    for event in stream.events():
        match event:
            case TextDelta(text=text):
                print(text, end="", flush=True)
            case UsageReported(usage=usage):
                print(f"\n{usage.input_tokens} + {usage.output_tokens} tokens, ${usage.cost or 0:.7f}")
            case StreamEnded(finish_reason=reason):
                print("ended:", reason)
