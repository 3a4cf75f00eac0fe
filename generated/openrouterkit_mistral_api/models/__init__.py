# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models, unions and enumerations of the API, each imported on first use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openrouterkit_runtime.lazy import LazyModels

_MODELS = LazyModels(
    __name__,
    {
        "_enumerations": """
            EmbeddingDtype EncodingFormat FinishReason ImageDetail ModelCardType ReasoningEffort
            ResponseFormatType ServiceTier ToolChoiceMode
        """,
        "assistant_message": "AssistantMessage AssistantMessageDict",
        "audio_chunk": "AudioChunk AudioChunkDict",
        "chat_completion_choice": "ChatCompletionChoice",
        "chat_completion_request": "ChatCompletionRequest ChatCompletionRequestDict",
        "chat_completion_response": "ChatCompletionResponse",
        "chat_message": "ChatMessage ChatMessageDict read_chat_message",
        "chat_tool": "ChatTool ChatToolDict read_chat_tool",
        "completion_chunk": "CompletionChunk",
        "completion_event": "CompletionEvent",
        "completion_response_stream_choice": "CompletionResponseStreamChoice",
        "content_chunk": "ContentChunk ContentChunkDict read_content_chunk",
        "custom_connector": "CustomConnector CustomConnectorDict",
        "delta_message": "DeltaMessage",
        "document_library_tool": "DocumentLibraryTool DocumentLibraryToolDict",
        "document_url_chunk": "DocumentURLChunk DocumentURLChunkDict",
        "embedding_request": "EmbeddingRequest EmbeddingRequestDict",
        "embedding_response": "EmbeddingResponse",
        "embedding_response_data": "EmbeddingResponseData",
        "error_response": "ErrorResponse",
        "error_response_detail": "ErrorResponseDetail",
        "error_response_message": "ErrorResponseMessage",
        "file_chunk": "FileChunk FileChunkDict",
        "function": "Function FunctionDict",
        "function_call": "FunctionCall FunctionCallDict",
        "function_name": "FunctionName FunctionNameDict",
        "guardrail_config": "GuardrailConfig GuardrailConfigDict",
        "image_generation_tool": "ImageGenerationTool ImageGenerationToolDict",
        "image_url": "ImageURL ImageURLDict",
        "image_url_chunk": "ImageURLChunk ImageURLChunkDict",
        "json_schema": "JSONSchema JSONSchemaDict",
        "model_capabilities": "ModelCapabilities",
        "model_card": "ModelCard",
        "model_list": "ModelList",
        "prediction": "Prediction PredictionDict",
        "prompt_tokens_details": "PromptTokensDetails",
        "reference_chunk": "ReferenceChunk ReferenceChunkDict",
        "reference_id": "ReferenceID ReferenceIDDict read_reference_id",
        "response_format": "ResponseFormat ResponseFormatDict",
        "system_message": "SystemMessage SystemMessageDict",
        "system_message_chunk": "SystemMessageChunk SystemMessageChunkDict read_system_message_chunk",
        "text_chunk": "TextChunk TextChunkDict",
        "think_chunk": "ThinkChunk ThinkChunkDict",
        "thinking": "Thinking ThinkingDict read_thinking",
        "tool": "Tool ToolDict",
        "tool_call": "ToolCall ToolCallDict",
        "tool_choice": "ToolChoice ToolChoiceDict read_tool_choice",
        "tool_choice_function": "ToolChoiceFunction ToolChoiceFunctionDict",
        "tool_message": "ToolMessage ToolMessageDict",
        "usage_info": "UsageInfo",
        "user_message": "UserMessage UserMessageDict",
    },
)


def __getattr__(name: str) -> Any:
    return _MODELS.load(name)


def __dir__() -> Iterable[str]:
    return _MODELS.names()
