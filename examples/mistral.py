"""The API of Mistral: the same methods, with the parameters of Mistral."""

from __future__ import annotations

from openrouterkit import user
from openrouterkit.mistral import Mistral

with Mistral() as client:  # reads MISTRAL_API_KEY
    question = [user("What is the capital of France?")]
    result = client.chat.send(model="mistral-small-latest", messages=question, random_seed=7, safe_prompt=True)
    print(result.text, result.usage.total_tokens)

    with client.chat.stream(model="magistral-medium-latest", messages=question) as stream:
        for chunk in stream:
            print(chunk.reasoning or chunk.text, end="", flush=True)
    print()
