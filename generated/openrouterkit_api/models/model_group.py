# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Family of models that share a tokenizer. `Router` marks entries that choose a model, `Media` those
without text tokens, `Other` all that belong to no family.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ModelGroup: TypeAlias = (
    Literal[
        "Router",
        "Media",
        "Other",
        "GPT",
        "Claude",
        "Gemini",
        "Gemma",
        "Grok",
        "Cohere",
        "Nova",
        "Qwen",
        "Yi",
        "DeepSeek",
        "Mistral",
        "Llama2",
        "Llama3",
        "Llama4",
        "PaLM",
        "RWKV",
        "Qwen3",
    ]
    | str
)
"""Family of models that share a tokenizer. `Router` marks entries that choose a model, `Media` those
without text tokens, `Other` all that belong to no family.
"""
