"""Hold a conversation that may change its model, branch, and be stored."""

from __future__ import annotations

import tempfile
from pathlib import Path

from openrouterkit import OpenRouter, reasoning
from openrouterkit.conversations import Conversation, TokenLimit

with OpenRouter() as client, tempfile.TemporaryDirectory() as folder:
    conversation = Conversation(
        client, model="anthropic/claude-sonnet-4.5", system="Be terse.", trim=TokenLimit(8000), reasoning=reasoning()
    )
    print(conversation.send("What is the capital of France?").text)

    branch = conversation.fork()
    branch.model = "openai/gpt-4o-mini"  # what it would reject is left out of its requests
    for text in branch.stream("And of Italy?").texts():
        print(text, end="", flush=True)
    print()
    print(f"{len(branch.messages)} messages in the branch for ${branch.cost or 0:.7f}")

    path = Path(folder) / "conversation.json"
    branch.save(path)
    restored = Conversation.load(client, path)
    print(restored.send("And of Norway?").text)
    print(restored.usage.total_tokens, "tokens so far")
