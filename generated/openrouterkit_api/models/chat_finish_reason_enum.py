# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Why a model stopped: `stop` is a natural end or a stop sequence, `end_turn` the same in the words of
some providers, `length` a token limit, `tool_calls` a request to run tools, `content_filter` a
moderation cut, `error` a failure of the provider.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatFinishReasonEnum: TypeAlias = Literal["tool_calls", "stop", "length", "content_filter", "error", "end_turn"] | str
"""Why a model stopped: `stop` is a natural end or a stop sequence, `end_turn` the same in the words of
some providers, `length` a token limit, `tool_calls` a request to run tools, `content_filter` a
moderation cut, `error` a failure of the provider.
"""
