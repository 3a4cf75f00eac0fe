"""The API of Mistral: the same methods, with the parameters of Mistral."""

from __future__ import annotations

from openrouterkit import user
from openrouterkit.mistral import Mistral

with Mistral() as client:  # reads MISTRAL_API_KEY
    question = [user("What is the capital of France?")]
    result = client.chat.send(model="mistral-small-latest", messages=question, random_seed=7, safe_prompt=True)
    print(f"{result.text} ({result.usage.total_tokens} tokens)")

    with client.chat.stream(model="magistral-medium-latest", messages=question) as stream:
        for text in stream.texts():
            print(text, end="", flush=True)
    print("\nthought:", stream.result().reasoning)
