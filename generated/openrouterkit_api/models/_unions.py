# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Decoders of the named unions, by name."""

from __future__ import annotations

from collections.abc import Mapping

from openrouterkit_runtime.members import Decoder

from .._decoders import Each, Kinds, Mapped, Nested, Shaped, Tagged


def return_unchanged(value: object) -> object:
    """Return the value itself: the decoder of unions without models."""
    return value


DECODERS: Mapping[str, Decoder] = {
    "BashServerToolEnvironment": Tagged(
        "type", {"container_auto": "ContainerAutoEnvironment", "container_reference": "ContainerReferenceEnvironment"}
    ),
    "ChatAnnotation": Tagged("type", {"url_citation": "ChatAnnotationUrlCitation", "file": "ChatAnnotationFile"}),
    "ChatContentItems": Tagged(
        "type",
        {
            "text": "ChatContentText",
            "image_url": "ChatContentImage",
            "input_audio": "ChatContentAudio",
            "input_video": "LegacyChatContentVideo",
            "video_url": "ChatContentVideo",
            "file": "ChatContentFile",
        },
    ),
    "ChatFunctionTool": Tagged(
        "type",
        {
            "function": "ChatFunctionToolFunction",
            "openrouter:advisor": "AdvisorServerToolOpenRouter",
            "openrouter:bash": "BashServerTool",
            "openrouter:datetime": "DatetimeServerTool",
            "openrouter:files": "FilesServerTool",
            "openrouter:fusion": "FusionServerToolOpenRouter",
            "openrouter:image_generation": "ImageGenerationServerToolOpenRouter",
            "openrouter:experimental__search_models": "ChatSearchModelsServerTool",
            "openrouter:subagent": "SubagentServerToolOpenRouter",
            "openrouter:web_fetch": "WebFetchServerTool",
            "openrouter:web_search": "OpenRouterWebSearchServerTool",
            "web_search": "ChatWebSearchShorthand",
            "web_search_preview": "ChatWebSearchShorthand",
            "web_search_preview_2025_03_11": "ChatWebSearchShorthand",
            "web_search_2025_08_26": "ChatWebSearchShorthand",
        },
    ),
    "ChatMessages": Tagged(
        "role",
        {
            "system": "ChatSystemMessage",
            "user": "ChatUserMessage",
            "developer": "ChatDeveloperMessage",
            "assistant": "ChatAssistantMessage",
            "tool": "ChatToolMessage",
        },
    ),
    "ChatRequestPlugin": Tagged(
        "id",
        {
            "auto-router": "AutoRouterPlugin",
            "auto-beta-router": "AutoBetaRouterPlugin",
            "moderation": "ModerationPlugin",
            "web": "WebSearchPlugin",
            "web-fetch": "WebFetchPlugin",
            "file-parser": "FileParserPlugin",
            "response-healing": "ResponseHealingPlugin",
            "context-compression": "ContextCompressionPlugin",
            "pareto-router": "ParetoRouterPlugin",
            "fusion": "FusionPlugin",
        },
    ),
    "ChatResponseFormat": Tagged(
        "type",
        {
            "text": "ChatFormatTextConfig",
            "json_object": "ChatFormatJsonObjectConfig",
            "json_schema": "ChatFormatJsonSchemaConfig",
            "grammar": "ChatFormatGrammarConfig",
            "python": "ChatFormatPythonConfig",
        },
    ),
    "ChatToolChoice": Shaped(
        ("ChatNamedToolChoice", frozenset(["function", "type"]), frozenset(["function", "type"])),
        ("ChatServerToolChoice", frozenset(["type"]), frozenset(["type"])),
    ),
    "CreateEmbeddingsRequestInputContent": Tagged(
        "type",
        {
            "text": "ContentPartText",
            "image_url": "ContentPartImage",
            "input_audio": "ContentPartInputAudio",
            "input_video": "ContentPartInputVideo",
            "input_file": "ContentPartInputFile",
        },
    ),
    "FusionPluginToolParameter": Kinds(array=Each(), object=Mapped()),
    "GenerationContentDataInput": Shaped(
        ("GenerationContentDataInputPrompt", frozenset(["prompt"]), frozenset(["prompt"])),
        ("GenerationContentDataInputMessages", frozenset(["messages"]), frozenset(["messages"])),
    ),
    "PreferredMaxLatency": Nested("PercentileLatencyCutoffs"),
    "PreferredMinThroughput": Nested("PercentileThroughputCutoffs"),
    "ReasoningDetailUnion": Tagged(
        "type",
        {
            "reasoning.summary": "ReasoningDetailSummary",
            "reasoning.encrypted": "ReasoningDetailEncrypted",
            "reasoning.text": "ReasoningDetailText",
            "reasoning.server_tool_call": "ReasoningDetailServerToolCall",
        },
    ),
    "StopServerToolsWhenCondition": Tagged(
        "type",
        {
            "step_count_is": "StopServerToolsWhenStepCountIs",
            "has_tool_call": "StopServerToolsWhenHasToolCall",
            "max_tokens_used": "StopServerToolsWhenMaxTokensUsed",
            "max_cost": "StopServerToolsWhenMaxCost",
            "finish_reason_is": "StopServerToolsWhenFinishReasonIs",
        },
    ),
    "ProviderPreferencesSort": Nested("ProviderSortConfig"),
}
