# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatUsage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_usage_completion_tokens_details import ChatUsageCompletionTokensDetails
    from .chat_usage_prompt_tokens_details import ChatUsagePromptTokensDetails
    from .cost_details import CostDetails
    from .server_tool_use_details import ServerToolUseDetails


class ChatUsage(JsonModel):
    """Tokens used by a request, and their cost. All counts are 0 if the response comes from the response
    cache.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "completion_tokens_details": Nested("ChatUsageCompletionTokensDetails"),
        "cost_details": Nested("CostDetails"),
        "prompt_tokens_details": Nested("ChatUsagePromptTokensDetails"),
        "server_tool_use_details": Nested("ServerToolUseDetails"),
    }

    completion_tokens: int
    """Number of generated tokens, including reasoning."""
    completion_tokens_details: ChatUsageCompletionTokensDetails | None
    """Breakdown of the completion tokens."""
    cost: float | None
    """Amount that OpenRouter charges for the request, in US dollars."""
    cost_details: CostDetails | None
    """Amounts that the provider charges for the request."""
    is_byok: bool | None
    """Whether the request used your own provider key. If so, the provider bills you directly, and `cost`
    is only the fee of OpenRouter.
    """
    prompt_tokens: int
    """Number of tokens in the prompt, including cached ones."""
    prompt_tokens_details: ChatUsagePromptTokensDetails | None
    """Breakdown of the prompt tokens."""
    server_tool_use_details: ServerToolUseDetails | None
    """Number of uses of server tools."""
    total_tokens: int
    """Sum of `prompt_tokens` and `completion_tokens`."""

    def __init__(
        self,
        *,
        completion_tokens: int,
        prompt_tokens: int,
        total_tokens: int,
        completion_tokens_details: ChatUsageCompletionTokensDetails | Mapping[str, Any] | None = UNSET,
        cost: float | None = UNSET,
        cost_details: CostDetails | Mapping[str, Any] | None = UNSET,
        is_byok: bool = UNSET,
        prompt_tokens_details: ChatUsagePromptTokensDetails | Mapping[str, Any] | None = UNSET,
        server_tool_use_details: ServerToolUseDetails | Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._build(locals())
