"""Cache the beginning of a prompt with a breakpoint: models of Anthropic cache only what is marked."""

from __future__ import annotations

from openrouterkit import OpenRouter, content, system, user

MODEL = "anthropic/claude-sonnet-4.5"
RULES = "Rule of the library: books are returned within a month, quietly. " * 200  # short prompts are not cached

with OpenRouter() as client:
    # Everything up to the breakpoint is cached for five minutes; cache="1h" is longer, and costs more.
    instructions = system([content.text(RULES, cache=True), content.text("Be terse.")])
    for question in ("When do I return a book?", "May I sing?"):
        result = client.chat.send(model=MODEL, messages=[instructions, user(question)])
        details = result.usage.prompt_tokens_details if result.usage else None
        if details:
            written, read = details.cache_write_tokens, details.cached_tokens
            print(f"written {written} tokens, read {read} tokens, for ${result.cost or 0:.6f}")
