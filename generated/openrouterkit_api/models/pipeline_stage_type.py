# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Kind of a pipeline stage: `guardrail` checks against rules of the account, `plugin` is a plugin of
the request, `server_tools` ran tools on the server, `response_healing` mended malformed JSON,
`context_compression` shortened the prompt.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

PipelineStageType: TypeAlias = (
    Literal["guardrail", "plugin", "server_tools", "response_healing", "context_compression"] | str
)
"""Kind of a pipeline stage: `guardrail` checks against rules of the account, `plugin` is a plugin of
the request, `server_tools` ran tools on the server, `response_healing` mended malformed JSON,
`context_compression` shortened the prompt.
"""
