"""Profit from the automatic cache of OpenAI and others: equal beginnings of long prompts cost less."""

from __future__ import annotations

from openrouterkit import OpenRouter, system, user

MODEL = "openai/gpt-4o-mini"
RULES = "Rule of the library: books are returned within a month, quietly. " * 200  # short prompts are not cached

with OpenRouter() as client:
    # What stays the same comes first. The key makes it likelier that the same machine answers.
    for question in ("When do I return a book?", "May I sing?"):
        messages = [system(RULES), user(question)]
        result = client.chat.send(model=MODEL, messages=messages, prompt_cache_key="library")
        details = result.usage.prompt_tokens_details if result.usage else None
        if details:
            print(f"read {details.cached_tokens} tokens from the cache, for ${result.cost or 0:.6f}")
