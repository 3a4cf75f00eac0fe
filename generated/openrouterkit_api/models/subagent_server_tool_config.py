# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubagentServerToolConfig`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .subagent_nested_tool import SubagentNestedTool, SubagentNestedToolDict
    from .subagent_reasoning import SubagentReasoning, SubagentReasoningDict

    class SubagentServerToolConfigDict(TypedDict, total=False):
        """`SubagentServerToolConfig` as a plain dict."""

        inherit_functions: bool
        inherited_function_names: Sequence[str]
        instructions: str
        max_completion_tokens: int
        max_tool_calls: int
        model: str
        name: str
        reasoning: SubagentReasoning | SubagentReasoningDict | JsonObject
        temperature: float
        tools: Sequence[SubagentNestedTool | SubagentNestedToolDict | JsonObject]


class SubagentServerToolConfig(JsonModel):
    """Settings of one subagent."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "inherited_function_names": Each(),
        "reasoning": Nested("SubagentReasoning"),
        "tools": Each(Nested("SubagentNestedTool")),
    }

    inherit_functions: bool | None
    """Whether the subagent may call all functions in `tools`. Experimental, and only for the responses
    API: chat completions reject it with status 400.
    """
    inherited_function_names: list[str] | None
    """Names of the functions in `tools` that the subagent may call; has no effect together with
    inherit_functions. Experimental, and only for the responses API: chat completions reject it with
    status 400.
    """
    instructions: str | None
    """System instructions for the subagent. Defaults to none."""
    max_completion_tokens: int | None
    """Maximum number of tokens that the subagent may generate, including reasoning. Defaults to the
    provider's default.
    """
    max_tool_calls: int | None
    """Maximum number of rounds of tool calls of the subagent, from 1 to 25. Only useful with tools."""
    model: str | None
    """The model of the subagent, as provider/model. Defaults to the model of the request."""
    name: str | None
    """Unique name of this subagent for the model: letters, digits, spaces, underscores and dashes, 1 to 64
    characters.
    """
    reasoning: SubagentReasoning | None
    """How much the subagent reasons."""
    temperature: float | None
    """Sampling temperature of the subagent. Defaults to the provider's default."""
    tools: list[SubagentNestedTool] | None
    """Server tools that the subagent may use. Your own functions are rejected, and so is the subagent tool
    itself.
    """

    def __init__(
        self,
        *,
        inherit_functions: bool = UNSET,
        inherited_function_names: Sequence[str] = UNSET,
        instructions: str = UNSET,
        max_completion_tokens: int = UNSET,
        max_tool_calls: int = UNSET,
        model: str = UNSET,
        name: str = UNSET,
        reasoning: SubagentReasoning | SubagentReasoningDict | JsonObject = UNSET,
        temperature: float = UNSET,
        tools: Sequence[SubagentNestedTool | SubagentNestedToolDict | JsonObject] = UNSET,
    ) -> None:
        self._build(locals())
