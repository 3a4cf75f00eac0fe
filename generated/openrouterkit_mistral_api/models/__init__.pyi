# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models, unions and enumerations of the API, for type checkers and editors."""

from ._enumerations import (
    EmbeddingDtype as EmbeddingDtype,
    EncodingFormat as EncodingFormat,
    FinishReason as FinishReason,
    ImageDetail as ImageDetail,
    ModelCardType as ModelCardType,
    ReasoningEffort as ReasoningEffort,
    ResponseFormatType as ResponseFormatType,
    ServiceTier as ServiceTier,
    ToolChoiceMode as ToolChoiceMode,
)
from .assistant_message import AssistantMessage as AssistantMessage, AssistantMessageDict as AssistantMessageDict
from .audio_chunk import AudioChunk as AudioChunk, AudioChunkDict as AudioChunkDict
from .chat_completion_choice import ChatCompletionChoice as ChatCompletionChoice
from .chat_completion_request import (
    ChatCompletionRequest as ChatCompletionRequest,
    ChatCompletionRequestDict as ChatCompletionRequestDict,
)
from .chat_completion_response import ChatCompletionResponse as ChatCompletionResponse
from .chat_message import (
    ChatMessage as ChatMessage,
    ChatMessageDict as ChatMessageDict,
    read_chat_message as read_chat_message,
)
from .chat_tool import ChatTool as ChatTool, ChatToolDict as ChatToolDict, read_chat_tool as read_chat_tool
from .completion_chunk import CompletionChunk as CompletionChunk
from .completion_event import CompletionEvent as CompletionEvent
from .completion_response_stream_choice import CompletionResponseStreamChoice as CompletionResponseStreamChoice
from .content_chunk import (
    ContentChunk as ContentChunk,
    ContentChunkDict as ContentChunkDict,
    read_content_chunk as read_content_chunk,
)
from .custom_connector import CustomConnector as CustomConnector, CustomConnectorDict as CustomConnectorDict
from .delta_message import DeltaMessage as DeltaMessage
from .document_library_tool import (
    DocumentLibraryTool as DocumentLibraryTool,
    DocumentLibraryToolDict as DocumentLibraryToolDict,
)
from .document_url_chunk import DocumentURLChunk as DocumentURLChunk, DocumentURLChunkDict as DocumentURLChunkDict
from .embedding_request import EmbeddingRequest as EmbeddingRequest, EmbeddingRequestDict as EmbeddingRequestDict
from .embedding_response import EmbeddingResponse as EmbeddingResponse
from .embedding_response_data import EmbeddingResponseData as EmbeddingResponseData
from .error_response import ErrorResponse as ErrorResponse
from .error_response_detail import ErrorResponseDetail as ErrorResponseDetail
from .error_response_message import ErrorResponseMessage as ErrorResponseMessage
from .file_chunk import FileChunk as FileChunk, FileChunkDict as FileChunkDict
from .function import Function as Function, FunctionDict as FunctionDict
from .function_call import FunctionCall as FunctionCall, FunctionCallDict as FunctionCallDict
from .function_name import FunctionName as FunctionName, FunctionNameDict as FunctionNameDict
from .guardrail_config import GuardrailConfig as GuardrailConfig, GuardrailConfigDict as GuardrailConfigDict
from .image_generation_tool import (
    ImageGenerationTool as ImageGenerationTool,
    ImageGenerationToolDict as ImageGenerationToolDict,
)
from .image_url import ImageURL as ImageURL, ImageURLDict as ImageURLDict
from .image_url_chunk import ImageURLChunk as ImageURLChunk, ImageURLChunkDict as ImageURLChunkDict
from .json_schema import JSONSchema as JSONSchema, JSONSchemaDict as JSONSchemaDict
from .model_capabilities import ModelCapabilities as ModelCapabilities
from .model_card import ModelCard as ModelCard
from .model_list import ModelList as ModelList
from .prediction import Prediction as Prediction, PredictionDict as PredictionDict
from .prompt_tokens_details import PromptTokensDetails as PromptTokensDetails
from .reference_chunk import ReferenceChunk as ReferenceChunk, ReferenceChunkDict as ReferenceChunkDict
from .reference_id import (
    ReferenceID as ReferenceID,
    ReferenceIDDict as ReferenceIDDict,
    read_reference_id as read_reference_id,
)
from .response_format import ResponseFormat as ResponseFormat, ResponseFormatDict as ResponseFormatDict
from .system_message import SystemMessage as SystemMessage, SystemMessageDict as SystemMessageDict
from .system_message_chunk import (
    SystemMessageChunk as SystemMessageChunk,
    SystemMessageChunkDict as SystemMessageChunkDict,
    read_system_message_chunk as read_system_message_chunk,
)
from .text_chunk import TextChunk as TextChunk, TextChunkDict as TextChunkDict
from .think_chunk import ThinkChunk as ThinkChunk, ThinkChunkDict as ThinkChunkDict
from .thinking import Thinking as Thinking, ThinkingDict as ThinkingDict, read_thinking as read_thinking
from .tool import Tool as Tool, ToolDict as ToolDict
from .tool_call import ToolCall as ToolCall, ToolCallDict as ToolCallDict
from .tool_choice import (
    ToolChoice as ToolChoice,
    ToolChoiceDict as ToolChoiceDict,
    read_tool_choice as read_tool_choice,
)
from .tool_choice_function import (
    ToolChoiceFunction as ToolChoiceFunction,
    ToolChoiceFunctionDict as ToolChoiceFunctionDict,
)
from .tool_message import ToolMessage as ToolMessage, ToolMessageDict as ToolMessageDict
from .usage_info import UsageInfo as UsageInfo
from .user_message import UserMessage as UserMessage, UserMessageDict as UserMessageDict
