"""Let a model reason, and send its reasoning back, signed as it is, with the next question."""

from __future__ import annotations

from openrouterkit import Message, OpenRouter, reasoning, user

MODEL = "anthropic/claude-sonnet-4.5"

with OpenRouter() as client:
    messages: list[Message] = [user("What is the capital of France?")]
    result = client.chat.send(model=MODEL, messages=messages, reasoning=reasoning(effort="low"))
    print("reasoning:", result.reasoning)
    print("answer:", result.text)
    details = result.usage.completion_tokens_details if result.usage else None
    print("reasoning tokens:", details.reasoning_tokens if details else 0)

    messages += [result.assistant_message, user("And of Italy?")]
    result = client.chat.send(model=MODEL, messages=messages, reasoning=reasoning(max_tokens=2000))
    print("reasoning:", result.reasoning)
    print("answer:", result.text)
