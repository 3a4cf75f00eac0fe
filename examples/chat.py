"""Ask a question, and ask another one about the answer."""

from __future__ import annotations

from openrouterkit import Message, OpenRouter, system, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client:
    messages: list[Message] = [system("Be terse."), user("What is the capital of France?")]
    result = client.chat.send(model=MODEL, messages=messages)
    print(result.text)

    messages += [result.assistant_message, user("And of Italy?")]
    result = client.chat.send(model=MODEL, messages=messages)
    print(result.text)
    print(f"{result.usage.total_tokens if result.usage else 0} tokens, ${result.cost or 0:.7f}")
