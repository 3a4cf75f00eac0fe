"""See how certain a model is of each word, and what it would have written instead."""

from __future__ import annotations

from math import exp

from openrouterkit import OpenRouter, user

MODEL = "openai/gpt-4o-mini"

with OpenRouter() as client:
    question = user("What is the capital of France? One word.")
    result = client.chat.send(model=MODEL, messages=[question], logprobs=True, top_logprobs=3)
    logprobs = result.choices[0].logprobs
    for token in (logprobs.content if logprobs else None) or []:
        others = ", ".join(f"{each.token!r} {exp(each.logprob):.0%}" for each in token.top_logprobs)
        print(f"{token.token!r} {exp(token.logprob):.0%} (of {others})")
