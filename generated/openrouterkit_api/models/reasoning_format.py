# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Provider format of a block of reasoning. Blocks are only of use to models that take the same format;
unknown means that the service could not tell.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ReasoningFormat: TypeAlias = (
    Literal[
        "unknown",
        "openai-responses-v1",
        "azure-openai-responses-v1",
        "bedrock-openai-responses-v1",
        "bedrock-xai-responses-v1",
        "xai-responses-v1",
        "meta-responses-v1",
        "anthropic-claude-v1",
        "google-gemini-v1",
    ]
    | str
)
"""Provider format of a block of reasoning. Blocks are only of use to models that take the same format;
unknown means that the service could not tell.
"""
