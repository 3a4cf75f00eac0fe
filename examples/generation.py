"""Look up the record of a generation: its costs, its times and its provider."""

from __future__ import annotations

from openrouterkit import OpenRouter, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client:
    result = client.chat.send(model=MODEL, messages=[user("What is the capital of France?")])
    record = client.generations.wait(result).data  # it is there a moment after the answer
    print(f"answered by {record.provider_name}, finish reason: {record.finish_reason}")
    print(f"{record.tokens_prompt} + {record.tokens_completion} tokens, ${record.total_cost:.7f}")
