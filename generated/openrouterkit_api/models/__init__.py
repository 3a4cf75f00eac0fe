# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The models, unions and enumerations of the contract, each loaded at its first use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aa_benchmark_entry import AABenchmarkEntry as AABenchmarkEntry
    from .advisor_reasoning import AdvisorReasoning as AdvisorReasoning
    from .advisor_reasoning import AdvisorReasoningDict as AdvisorReasoningDict
    from .advisor_server_tool_config import AdvisorServerToolConfig as AdvisorServerToolConfig
    from .advisor_server_tool_config import AdvisorServerToolConfigDict as AdvisorServerToolConfigDict
    from .advisor_server_tool_open_router import AdvisorServerToolOpenRouter as AdvisorServerToolOpenRouter
    from .advisor_server_tool_open_router import AdvisorServerToolOpenRouterDict as AdvisorServerToolOpenRouterDict
    from .anthropic_cache_control_directive import AnthropicCacheControlDirective as AnthropicCacheControlDirective
    from .anthropic_cache_control_directive import (
        AnthropicCacheControlDirectiveDict as AnthropicCacheControlDirectiveDict,
    )
    from .anthropic_cache_control_ttl import AnthropicCacheControlTtl as AnthropicCacheControlTtl
    from .api_error_type import ApiErrorType as ApiErrorType
    from .api_key import APIKey as APIKey
    from .api_key_limit_reset import APIKeyLimitReset as APIKeyLimitReset
    from .auto_beta_router_plugin import AutoBetaRouterPlugin as AutoBetaRouterPlugin
    from .auto_beta_router_plugin import AutoBetaRouterPluginDict as AutoBetaRouterPluginDict
    from .auto_router_plugin import AutoRouterPlugin as AutoRouterPlugin
    from .auto_router_plugin import AutoRouterPluginDict as AutoRouterPluginDict
    from .auto_router_plugin_cost_tier import AutoRouterPluginCostTier as AutoRouterPluginCostTier
    from .bad_gateway_response import BadGatewayResponse as BadGatewayResponse
    from .bad_request_response import BadRequestResponse as BadRequestResponse
    from .bash_server_tool import BashServerTool as BashServerTool
    from .bash_server_tool import BashServerToolDict as BashServerToolDict
    from .bash_server_tool_config import BashServerToolConfig as BashServerToolConfig
    from .bash_server_tool_config import BashServerToolConfigDict as BashServerToolConfigDict
    from .bash_server_tool_engine import BashServerToolEngine as BashServerToolEngine
    from .bash_server_tool_environment import BashServerToolEnvironment as BashServerToolEnvironment
    from .bash_server_tool_environment import BashServerToolEnvironmentDict as BashServerToolEnvironmentDict
    from .bash_server_tool_environment import read_bash_server_tool_environment as read_bash_server_tool_environment
    from .chat_annotation import ChatAnnotation as ChatAnnotation
    from .chat_annotation import ChatAnnotationDict as ChatAnnotationDict
    from .chat_annotation import read_chat_annotation as read_chat_annotation
    from .chat_annotation_file import ChatAnnotationFile as ChatAnnotationFile
    from .chat_annotation_file import ChatAnnotationFileDict as ChatAnnotationFileDict
    from .chat_annotation_file_file import ChatAnnotationFileFile as ChatAnnotationFileFile
    from .chat_annotation_file_file import ChatAnnotationFileFileDict as ChatAnnotationFileFileDict
    from .chat_annotation_url_citation import ChatAnnotationUrlCitation as ChatAnnotationUrlCitation
    from .chat_annotation_url_citation import ChatAnnotationUrlCitationDict as ChatAnnotationUrlCitationDict
    from .chat_annotation_url_citation_url_citation import (
        ChatAnnotationUrlCitationUrlCitation as ChatAnnotationUrlCitationUrlCitation,
    )
    from .chat_annotation_url_citation_url_citation import (
        ChatAnnotationUrlCitationUrlCitationDict as ChatAnnotationUrlCitationUrlCitationDict,
    )
    from .chat_assistant_image import ChatAssistantImage as ChatAssistantImage
    from .chat_assistant_image import ChatAssistantImageDict as ChatAssistantImageDict
    from .chat_assistant_image_image_url import ChatAssistantImageImageUrl as ChatAssistantImageImageUrl
    from .chat_assistant_image_image_url import ChatAssistantImageImageUrlDict as ChatAssistantImageImageUrlDict
    from .chat_assistant_message import ChatAssistantMessage as ChatAssistantMessage
    from .chat_assistant_message import ChatAssistantMessageDict as ChatAssistantMessageDict
    from .chat_audio_output import ChatAudioOutput as ChatAudioOutput
    from .chat_audio_output import ChatAudioOutputDict as ChatAudioOutputDict
    from .chat_choice import ChatChoice as ChatChoice
    from .chat_content_audio import ChatContentAudio as ChatContentAudio
    from .chat_content_audio import ChatContentAudioDict as ChatContentAudioDict
    from .chat_content_audio_input_audio import ChatContentAudioInputAudio as ChatContentAudioInputAudio
    from .chat_content_audio_input_audio import ChatContentAudioInputAudioDict as ChatContentAudioInputAudioDict
    from .chat_content_cache_control import ChatContentCacheControl as ChatContentCacheControl
    from .chat_content_cache_control import ChatContentCacheControlDict as ChatContentCacheControlDict
    from .chat_content_file import ChatContentFile as ChatContentFile
    from .chat_content_file import ChatContentFileDict as ChatContentFileDict
    from .chat_content_file_file import ChatContentFileFile as ChatContentFileFile
    from .chat_content_file_file import ChatContentFileFileDict as ChatContentFileFileDict
    from .chat_content_image import ChatContentImage as ChatContentImage
    from .chat_content_image import ChatContentImageDict as ChatContentImageDict
    from .chat_content_image_image_url import ChatContentImageImageUrl as ChatContentImageImageUrl
    from .chat_content_image_image_url import ChatContentImageImageUrlDict as ChatContentImageImageUrlDict
    from .chat_content_image_image_url_detail import ChatContentImageImageUrlDetail as ChatContentImageImageUrlDetail
    from .chat_content_items import ChatContentItems as ChatContentItems
    from .chat_content_items import ChatContentItemsDict as ChatContentItemsDict
    from .chat_content_items import read_chat_content_items as read_chat_content_items
    from .chat_content_text import ChatContentText as ChatContentText
    from .chat_content_text import ChatContentTextDict as ChatContentTextDict
    from .chat_content_video import ChatContentVideo as ChatContentVideo
    from .chat_content_video import ChatContentVideoDict as ChatContentVideoDict
    from .chat_content_video_input import ChatContentVideoInput as ChatContentVideoInput
    from .chat_content_video_input import ChatContentVideoInputDict as ChatContentVideoInputDict
    from .chat_debug_options import ChatDebugOptions as ChatDebugOptions
    from .chat_debug_options import ChatDebugOptionsDict as ChatDebugOptionsDict
    from .chat_developer_message import ChatDeveloperMessage as ChatDeveloperMessage
    from .chat_developer_message import ChatDeveloperMessageDict as ChatDeveloperMessageDict
    from .chat_finish_reason_enum import ChatFinishReasonEnum as ChatFinishReasonEnum
    from .chat_format_grammar_config import ChatFormatGrammarConfig as ChatFormatGrammarConfig
    from .chat_format_grammar_config import ChatFormatGrammarConfigDict as ChatFormatGrammarConfigDict
    from .chat_format_json_object_config import ChatFormatJsonObjectConfig as ChatFormatJsonObjectConfig
    from .chat_format_json_object_config import ChatFormatJsonObjectConfigDict as ChatFormatJsonObjectConfigDict
    from .chat_format_json_schema_config import ChatFormatJsonSchemaConfig as ChatFormatJsonSchemaConfig
    from .chat_format_json_schema_config import ChatFormatJsonSchemaConfigDict as ChatFormatJsonSchemaConfigDict
    from .chat_format_python_config import ChatFormatPythonConfig as ChatFormatPythonConfig
    from .chat_format_python_config import ChatFormatPythonConfigDict as ChatFormatPythonConfigDict
    from .chat_format_text_config import ChatFormatTextConfig as ChatFormatTextConfig
    from .chat_format_text_config import ChatFormatTextConfigDict as ChatFormatTextConfigDict
    from .chat_function_tool import ChatFunctionTool as ChatFunctionTool
    from .chat_function_tool import ChatFunctionToolDict as ChatFunctionToolDict
    from .chat_function_tool import read_chat_function_tool as read_chat_function_tool
    from .chat_function_tool_definition import ChatFunctionToolDefinition as ChatFunctionToolDefinition
    from .chat_function_tool_definition import ChatFunctionToolDefinitionDict as ChatFunctionToolDefinitionDict
    from .chat_function_tool_function import ChatFunctionToolFunction as ChatFunctionToolFunction
    from .chat_function_tool_function import ChatFunctionToolFunctionDict as ChatFunctionToolFunctionDict
    from .chat_json_schema_config import ChatJsonSchemaConfig as ChatJsonSchemaConfig
    from .chat_json_schema_config import ChatJsonSchemaConfigDict as ChatJsonSchemaConfigDict
    from .chat_messages import ChatMessages as ChatMessages
    from .chat_messages import ChatMessagesDict as ChatMessagesDict
    from .chat_messages import read_chat_messages as read_chat_messages
    from .chat_named_tool_choice import ChatNamedToolChoice as ChatNamedToolChoice
    from .chat_named_tool_choice import ChatNamedToolChoiceDict as ChatNamedToolChoiceDict
    from .chat_named_tool_choice_function import ChatNamedToolChoiceFunction as ChatNamedToolChoiceFunction
    from .chat_named_tool_choice_function import ChatNamedToolChoiceFunctionDict as ChatNamedToolChoiceFunctionDict
    from .chat_reasoning_summary_verbosity_enum import (
        ChatReasoningSummaryVerbosityEnum as ChatReasoningSummaryVerbosityEnum,
    )
    from .chat_request import ChatRequest as ChatRequest
    from .chat_request import ChatRequestDict as ChatRequestDict
    from .chat_request_audio import ChatRequestAudio as ChatRequestAudio
    from .chat_request_audio import ChatRequestAudioDict as ChatRequestAudioDict
    from .chat_request_audio_format import ChatRequestAudioFormat as ChatRequestAudioFormat
    from .chat_request_modality import ChatRequestModality as ChatRequestModality
    from .chat_request_plugin import ChatRequestPlugin as ChatRequestPlugin
    from .chat_request_plugin import ChatRequestPluginDict as ChatRequestPluginDict
    from .chat_request_plugin import read_chat_request_plugin as read_chat_request_plugin
    from .chat_request_reasoning import ChatRequestReasoning as ChatRequestReasoning
    from .chat_request_reasoning import ChatRequestReasoningDict as ChatRequestReasoningDict
    from .chat_request_service_tier import ChatRequestServiceTier as ChatRequestServiceTier
    from .chat_request_usage import ChatRequestUsage as ChatRequestUsage
    from .chat_request_usage import ChatRequestUsageDict as ChatRequestUsageDict
    from .chat_request_verbosity import ChatRequestVerbosity as ChatRequestVerbosity
    from .chat_request_web_search_options import ChatRequestWebSearchOptions as ChatRequestWebSearchOptions
    from .chat_request_web_search_options import ChatRequestWebSearchOptionsDict as ChatRequestWebSearchOptionsDict
    from .chat_response_format import ChatResponseFormat as ChatResponseFormat
    from .chat_response_format import ChatResponseFormatDict as ChatResponseFormatDict
    from .chat_response_format import read_chat_response_format as read_chat_response_format
    from .chat_result import ChatResult as ChatResult
    from .chat_result_service_tier import ChatResultServiceTier as ChatResultServiceTier
    from .chat_search_models_server_tool import ChatSearchModelsServerTool as ChatSearchModelsServerTool
    from .chat_search_models_server_tool import ChatSearchModelsServerToolDict as ChatSearchModelsServerToolDict
    from .chat_server_tool_choice import ChatServerToolChoice as ChatServerToolChoice
    from .chat_server_tool_choice import ChatServerToolChoiceDict as ChatServerToolChoiceDict
    from .chat_stream_choice import ChatStreamChoice as ChatStreamChoice
    from .chat_stream_chunk import ChatStreamChunk as ChatStreamChunk
    from .chat_stream_chunk_debug import ChatStreamChunkDebug as ChatStreamChunkDebug
    from .chat_stream_delta import ChatStreamDelta as ChatStreamDelta
    from .chat_stream_options import ChatStreamOptions as ChatStreamOptions
    from .chat_stream_options import ChatStreamOptionsDict as ChatStreamOptionsDict
    from .chat_stream_tool_call import ChatStreamToolCall as ChatStreamToolCall
    from .chat_stream_tool_call_function import ChatStreamToolCallFunction as ChatStreamToolCallFunction
    from .chat_streaming_response import ChatStreamingResponse as ChatStreamingResponse
    from .chat_system_message import ChatSystemMessage as ChatSystemMessage
    from .chat_system_message import ChatSystemMessageDict as ChatSystemMessageDict
    from .chat_token_logprob import ChatTokenLogprob as ChatTokenLogprob
    from .chat_token_logprob_top_logprob import ChatTokenLogprobTopLogprob as ChatTokenLogprobTopLogprob
    from .chat_token_logprobs import ChatTokenLogprobs as ChatTokenLogprobs
    from .chat_tool_call import ChatToolCall as ChatToolCall
    from .chat_tool_call import ChatToolCallDict as ChatToolCallDict
    from .chat_tool_call_function import ChatToolCallFunction as ChatToolCallFunction
    from .chat_tool_call_function import ChatToolCallFunctionDict as ChatToolCallFunctionDict
    from .chat_tool_choice import ChatToolChoice as ChatToolChoice
    from .chat_tool_choice import ChatToolChoiceDict as ChatToolChoiceDict
    from .chat_tool_choice import read_chat_tool_choice as read_chat_tool_choice
    from .chat_tool_choice_mode import ChatToolChoiceMode as ChatToolChoiceMode
    from .chat_tool_message import ChatToolMessage as ChatToolMessage
    from .chat_tool_message import ChatToolMessageDict as ChatToolMessageDict
    from .chat_usage import ChatUsage as ChatUsage
    from .chat_usage_completion_tokens_details import (
        ChatUsageCompletionTokensDetails as ChatUsageCompletionTokensDetails,
    )
    from .chat_usage_prompt_tokens_details import ChatUsagePromptTokensDetails as ChatUsagePromptTokensDetails
    from .chat_user_message import ChatUserMessage as ChatUserMessage
    from .chat_user_message import ChatUserMessageDict as ChatUserMessageDict
    from .chat_web_search_shorthand import ChatWebSearchShorthand as ChatWebSearchShorthand
    from .chat_web_search_shorthand import ChatWebSearchShorthandDict as ChatWebSearchShorthandDict
    from .chat_web_search_shorthand_type import ChatWebSearchShorthandType as ChatWebSearchShorthandType
    from .code_challenge_method import CodeChallengeMethod as CodeChallengeMethod
    from .conflict_response import ConflictResponse as ConflictResponse
    from .container_auto_environment import ContainerAutoEnvironment as ContainerAutoEnvironment
    from .container_auto_environment import ContainerAutoEnvironmentDict as ContainerAutoEnvironmentDict
    from .container_reference_environment import ContainerReferenceEnvironment as ContainerReferenceEnvironment
    from .container_reference_environment import ContainerReferenceEnvironmentDict as ContainerReferenceEnvironmentDict
    from .content_part_image import ContentPartImage as ContentPartImage
    from .content_part_image import ContentPartImageDict as ContentPartImageDict
    from .content_part_image_image_url import ContentPartImageImageUrl as ContentPartImageImageUrl
    from .content_part_image_image_url import ContentPartImageImageUrlDict as ContentPartImageImageUrlDict
    from .content_part_input_audio import ContentPartInputAudio as ContentPartInputAudio
    from .content_part_input_audio import ContentPartInputAudioDict as ContentPartInputAudioDict
    from .content_part_input_file import ContentPartInputFile as ContentPartInputFile
    from .content_part_input_file import ContentPartInputFileDict as ContentPartInputFileDict
    from .content_part_input_video import ContentPartInputVideo as ContentPartInputVideo
    from .content_part_input_video import ContentPartInputVideoDict as ContentPartInputVideoDict
    from .content_part_text import ContentPartText as ContentPartText
    from .content_part_text import ContentPartTextDict as ContentPartTextDict
    from .context_compression_plugin import ContextCompressionPlugin as ContextCompressionPlugin
    from .context_compression_plugin import ContextCompressionPluginDict as ContextCompressionPluginDict
    from .cost_details import CostDetails as CostDetails
    from .country_code import CountryCode as CountryCode
    from .create_auth_code_request import CreateAuthCodeRequest as CreateAuthCodeRequest
    from .create_auth_code_request import CreateAuthCodeRequestDict as CreateAuthCodeRequestDict
    from .create_auth_code_response import CreateAuthCodeResponse as CreateAuthCodeResponse
    from .create_auth_code_response_data import CreateAuthCodeResponseData as CreateAuthCodeResponseData
    from .create_embeddings_request import CreateEmbeddingsRequest as CreateEmbeddingsRequest
    from .create_embeddings_request import CreateEmbeddingsRequestDict as CreateEmbeddingsRequestDict
    from .create_embeddings_request_encoding_format import (
        CreateEmbeddingsRequestEncodingFormat as CreateEmbeddingsRequestEncodingFormat,
    )
    from .create_embeddings_request_input import CreateEmbeddingsRequestInput as CreateEmbeddingsRequestInput
    from .create_embeddings_request_input import CreateEmbeddingsRequestInputDict as CreateEmbeddingsRequestInputDict
    from .create_embeddings_request_input_content import (
        CreateEmbeddingsRequestInputContent as CreateEmbeddingsRequestInputContent,
    )
    from .create_embeddings_request_input_content import (
        CreateEmbeddingsRequestInputContentDict as CreateEmbeddingsRequestInputContentDict,
    )
    from .create_embeddings_request_input_content import (
        read_create_embeddings_request_input_content as read_create_embeddings_request_input_content,
    )
    from .create_embeddings_response import CreateEmbeddingsResponse as CreateEmbeddingsResponse
    from .create_embeddings_response_data import CreateEmbeddingsResponseData as CreateEmbeddingsResponseData
    from .create_embeddings_response_usage import CreateEmbeddingsResponseUsage as CreateEmbeddingsResponseUsage
    from .create_embeddings_response_usage_prompt_tokens_details import (
        CreateEmbeddingsResponseUsagePromptTokensDetails as CreateEmbeddingsResponseUsagePromptTokensDetails,
    )
    from .create_keys_request import CreateKeysRequest as CreateKeysRequest
    from .create_keys_request import CreateKeysRequestDict as CreateKeysRequestDict
    from .create_keys_response import CreateKeysResponse as CreateKeysResponse
    from .da_benchmark_entry import DABenchmarkEntry as DABenchmarkEntry
    from .datetime_server_tool import DatetimeServerTool as DatetimeServerTool
    from .datetime_server_tool import DatetimeServerToolDict as DatetimeServerToolDict
    from .datetime_server_tool_config import DatetimeServerToolConfig as DatetimeServerToolConfig
    from .datetime_server_tool_config import DatetimeServerToolConfigDict as DatetimeServerToolConfigDict
    from .default_parameters import DefaultParameters as DefaultParameters
    from .delete_keys_response import DeleteKeysResponse as DeleteKeysResponse
    from .deprecated_route import DeprecatedRoute as DeprecatedRoute
    from .edge_network_timeout_response import EdgeNetworkTimeoutResponse as EdgeNetworkTimeoutResponse
    from .endpoint_info import EndpointInfo as EndpointInfo
    from .endpoint_status import EndpointStatus as EndpointStatus
    from .endpoints_metadata import EndpointsMetadata as EndpointsMetadata
    from .error_availability import ErrorAvailability as ErrorAvailability
    from .error_metadata import ErrorMetadata as ErrorMetadata
    from .error_metadata_previous_error import ErrorMetadataPreviousError as ErrorMetadataPreviousError
    from .error_response_error import ErrorResponseError as ErrorResponseError
    from .exchange_auth_code_request import ExchangeAuthCodeRequest as ExchangeAuthCodeRequest
    from .exchange_auth_code_request import ExchangeAuthCodeRequestDict as ExchangeAuthCodeRequestDict
    from .exchange_auth_code_response import ExchangeAuthCodeResponse as ExchangeAuthCodeResponse
    from .file_parser_plugin import FileParserPlugin as FileParserPlugin
    from .file_parser_plugin import FileParserPluginDict as FileParserPluginDict
    from .files_server_tool import FilesServerTool as FilesServerTool
    from .files_server_tool import FilesServerToolDict as FilesServerToolDict
    from .forbidden_response import ForbiddenResponse as ForbiddenResponse
    from .fusion_plugin import FusionPlugin as FusionPlugin
    from .fusion_plugin import FusionPluginDict as FusionPluginDict
    from .fusion_plugin_preset import FusionPluginPreset as FusionPluginPreset
    from .fusion_plugin_tool import FusionPluginTool as FusionPluginTool
    from .fusion_plugin_tool import FusionPluginToolDict as FusionPluginToolDict
    from .fusion_plugin_tool_parameter import FusionPluginToolParameter as FusionPluginToolParameter
    from .fusion_plugin_tool_parameter import FusionPluginToolParameterDict as FusionPluginToolParameterDict
    from .fusion_plugin_tool_parameter import read_fusion_plugin_tool_parameter as read_fusion_plugin_tool_parameter
    from .fusion_server_tool_config import FusionServerToolConfig as FusionServerToolConfig
    from .fusion_server_tool_config import FusionServerToolConfigDict as FusionServerToolConfigDict
    from .fusion_server_tool_config_reasoning import FusionServerToolConfigReasoning as FusionServerToolConfigReasoning
    from .fusion_server_tool_config_reasoning import (
        FusionServerToolConfigReasoningDict as FusionServerToolConfigReasoningDict,
    )
    from .fusion_server_tool_config_tool import FusionServerToolConfigTool as FusionServerToolConfigTool
    from .fusion_server_tool_config_tool import FusionServerToolConfigToolDict as FusionServerToolConfigToolDict
    from .fusion_server_tool_open_router import FusionServerToolOpenRouter as FusionServerToolOpenRouter
    from .fusion_server_tool_open_router import FusionServerToolOpenRouterDict as FusionServerToolOpenRouterDict
    from .generation_content_data import GenerationContentData as GenerationContentData
    from .generation_content_data_input import GenerationContentDataInput as GenerationContentDataInput
    from .generation_content_data_input import read_generation_content_data_input as read_generation_content_data_input
    from .generation_content_data_input_messages import (
        GenerationContentDataInputMessages as GenerationContentDataInputMessages,
    )
    from .generation_content_data_input_prompt import (
        GenerationContentDataInputPrompt as GenerationContentDataInputPrompt,
    )
    from .generation_content_data_output import GenerationContentDataOutput as GenerationContentDataOutput
    from .generation_content_error import GenerationContentError as GenerationContentError
    from .generation_content_error_attempt import GenerationContentErrorAttempt as GenerationContentErrorAttempt
    from .generation_content_response import GenerationContentResponse as GenerationContentResponse
    from .generation_response import GenerationResponse as GenerationResponse
    from .generation_response_data import GenerationResponseData as GenerationResponseData
    from .generation_response_data_api_type import GenerationResponseDataApiType as GenerationResponseDataApiType
    from .generation_response_data_data_region import (
        GenerationResponseDataDataRegion as GenerationResponseDataDataRegion,
    )
    from .get_credits_response import GetCreditsResponse as GetCreditsResponse
    from .get_credits_response_data import GetCreditsResponseData as GetCreditsResponseData
    from .get_current_key_response import GetCurrentKeyResponse as GetCurrentKeyResponse
    from .get_current_key_response_data import GetCurrentKeyResponseData as GetCurrentKeyResponseData
    from .get_current_key_response_data_rate_limit import (
        GetCurrentKeyResponseDataRateLimit as GetCurrentKeyResponseDataRateLimit,
    )
    from .get_key_response import GetKeyResponse as GetKeyResponse
    from .get_models_category import GetModelsCategory as GetModelsCategory
    from .get_models_distillable import GetModelsDistillable as GetModelsDistillable
    from .get_models_region import GetModelsRegion as GetModelsRegion
    from .get_models_sort import GetModelsSort as GetModelsSort
    from .gone_response import GoneResponse as GoneResponse
    from .image_generation_server_tool_config import ImageGenerationServerToolConfig as ImageGenerationServerToolConfig
    from .image_generation_server_tool_config import (
        ImageGenerationServerToolConfigDict as ImageGenerationServerToolConfigDict,
    )
    from .image_generation_server_tool_open_router import (
        ImageGenerationServerToolOpenRouter as ImageGenerationServerToolOpenRouter,
    )
    from .image_generation_server_tool_open_router import (
        ImageGenerationServerToolOpenRouterDict as ImageGenerationServerToolOpenRouterDict,
    )
    from .input_modality import InputModality as InputModality
    from .instruct_type import InstructType as InstructType
    from .internal_server_response import InternalServerResponse as InternalServerResponse
    from .legacy_chat_content_video import LegacyChatContentVideo as LegacyChatContentVideo
    from .legacy_chat_content_video import LegacyChatContentVideoDict as LegacyChatContentVideoDict
    from .legacy_chat_content_video_input import LegacyChatContentVideoInput as LegacyChatContentVideoInput
    from .legacy_chat_content_video_input import LegacyChatContentVideoInputDict as LegacyChatContentVideoInputDict
    from .list_endpoints_response import ListEndpointsResponse as ListEndpointsResponse
    from .list_endpoints_zdr_response import ListEndpointsZdrResponse as ListEndpointsZdrResponse
    from .list_keys_response import ListKeysResponse as ListKeysResponse
    from .list_providers_response import ListProvidersResponse as ListProvidersResponse
    from .list_providers_response_data import ListProvidersResponseData as ListProvidersResponseData
    from .metadata_level import MetadataLevel as MetadataLevel
    from .model import Model as Model
    from .model_alias_target import ModelAliasTarget as ModelAliasTarget
    from .model_architecture import ModelArchitecture as ModelArchitecture
    from .model_benchmarks import ModelBenchmarks as ModelBenchmarks
    from .model_endpoints_response import ModelEndpointsResponse as ModelEndpointsResponse
    from .model_group import ModelGroup as ModelGroup
    from .model_links import ModelLinks as ModelLinks
    from .model_reasoning import ModelReasoning as ModelReasoning
    from .model_response import ModelResponse as ModelResponse
    from .models_count_response import ModelsCountResponse as ModelsCountResponse
    from .models_count_response_data import ModelsCountResponseData as ModelsCountResponseData
    from .models_list_response import ModelsListResponse as ModelsListResponse
    from .models_list_response_links import ModelsListResponseLinks as ModelsListResponseLinks
    from .moderation_plugin import ModerationPlugin as ModerationPlugin
    from .moderation_plugin import ModerationPluginDict as ModerationPluginDict
    from .multimodal_media import MultimodalMedia as MultimodalMedia
    from .multimodal_media import MultimodalMediaDict as MultimodalMediaDict
    from .not_found_response import NotFoundResponse as NotFoundResponse
    from .open_router_metadata import OpenRouterMetadata as OpenRouterMetadata
    from .open_router_web_search_server_tool import OpenRouterWebSearchServerTool as OpenRouterWebSearchServerTool
    from .open_router_web_search_server_tool import (
        OpenRouterWebSearchServerToolDict as OpenRouterWebSearchServerToolDict,
    )
    from .output_modality import OutputModality as OutputModality
    from .parameter import Parameter as Parameter
    from .pareto_router_plugin import ParetoRouterPlugin as ParetoRouterPlugin
    from .pareto_router_plugin import ParetoRouterPluginDict as ParetoRouterPluginDict
    from .pareto_router_plugin_price_source import ParetoRouterPluginPriceSource as ParetoRouterPluginPriceSource
    from .payload_too_large_response import PayloadTooLargeResponse as PayloadTooLargeResponse
    from .payment_required_response import PaymentRequiredResponse as PaymentRequiredResponse
    from .pdf_parser_engine import PDFParserEngine as PDFParserEngine
    from .pdf_parser_options import PDFParserOptions as PDFParserOptions
    from .pdf_parser_options import PDFParserOptionsDict as PDFParserOptionsDict
    from .per_request_limits import PerRequestLimits as PerRequestLimits
    from .percentile_latency_cutoffs import PercentileLatencyCutoffs as PercentileLatencyCutoffs
    from .percentile_latency_cutoffs import PercentileLatencyCutoffsDict as PercentileLatencyCutoffsDict
    from .percentile_stats import PercentileStats as PercentileStats
    from .percentile_throughput_cutoffs import PercentileThroughputCutoffs as PercentileThroughputCutoffs
    from .percentile_throughput_cutoffs import PercentileThroughputCutoffsDict as PercentileThroughputCutoffsDict
    from .pipeline_stage import PipelineStage as PipelineStage
    from .pipeline_stage_type import PipelineStageType as PipelineStageType
    from .prediction import Prediction as Prediction
    from .prediction import PredictionDict as PredictionDict
    from .prediction_content_text import PredictionContentText as PredictionContentText
    from .prediction_content_text import PredictionContentTextDict as PredictionContentTextDict
    from .preferred_max_latency import PreferredMaxLatency as PreferredMaxLatency
    from .preferred_max_latency import PreferredMaxLatencyDict as PreferredMaxLatencyDict
    from .preferred_max_latency import read_preferred_max_latency as read_preferred_max_latency
    from .preferred_min_throughput import PreferredMinThroughput as PreferredMinThroughput
    from .preferred_min_throughput import PreferredMinThroughputDict as PreferredMinThroughputDict
    from .preferred_min_throughput import read_preferred_min_throughput as read_preferred_min_throughput
    from .pricing_override import PricingOverride as PricingOverride
    from .prompt_cache_breakpoint import PromptCacheBreakpoint as PromptCacheBreakpoint
    from .prompt_cache_breakpoint import PromptCacheBreakpointDict as PromptCacheBreakpointDict
    from .prompt_cache_options import PromptCacheOptions as PromptCacheOptions
    from .prompt_cache_options import PromptCacheOptionsDict as PromptCacheOptionsDict
    from .provider_name import ProviderName as ProviderName
    from .provider_overloaded_response import ProviderOverloadedResponse as ProviderOverloadedResponse
    from .provider_preferences import ProviderPreferences as ProviderPreferences
    from .provider_preferences import ProviderPreferencesDict as ProviderPreferencesDict
    from .provider_preferences_data_collection import (
        ProviderPreferencesDataCollection as ProviderPreferencesDataCollection,
    )
    from .provider_preferences_max_price import ProviderPreferencesMaxPrice as ProviderPreferencesMaxPrice
    from .provider_preferences_max_price import ProviderPreferencesMaxPriceDict as ProviderPreferencesMaxPriceDict
    from .provider_preferences_sort import ProviderPreferencesSort as ProviderPreferencesSort
    from .provider_preferences_sort import ProviderPreferencesSortDict as ProviderPreferencesSortDict
    from .provider_preferences_sort import read_provider_preferences_sort as read_provider_preferences_sort
    from .provider_response import ProviderResponse as ProviderResponse
    from .provider_response_provider_name import ProviderResponseProviderName as ProviderResponseProviderName
    from .provider_response_routed_service_tier import (
        ProviderResponseRoutedServiceTier as ProviderResponseRoutedServiceTier,
    )
    from .provider_sort import ProviderSort as ProviderSort
    from .provider_sort_config import ProviderSortConfig as ProviderSortConfig
    from .provider_sort_config import ProviderSortConfigDict as ProviderSortConfigDict
    from .provider_sort_config_partition import ProviderSortConfigPartition as ProviderSortConfigPartition
    from .public_endpoint import PublicEndpoint as PublicEndpoint
    from .public_pricing import PublicPricing as PublicPricing
    from .quantization import Quantization as Quantization
    from .reasoning_detail_encrypted import ReasoningDetailEncrypted as ReasoningDetailEncrypted
    from .reasoning_detail_encrypted import ReasoningDetailEncryptedDict as ReasoningDetailEncryptedDict
    from .reasoning_detail_server_tool_call import ReasoningDetailServerToolCall as ReasoningDetailServerToolCall
    from .reasoning_detail_server_tool_call import (
        ReasoningDetailServerToolCallDict as ReasoningDetailServerToolCallDict,
    )
    from .reasoning_detail_summary import ReasoningDetailSummary as ReasoningDetailSummary
    from .reasoning_detail_summary import ReasoningDetailSummaryDict as ReasoningDetailSummaryDict
    from .reasoning_detail_text import ReasoningDetailText as ReasoningDetailText
    from .reasoning_detail_text import ReasoningDetailTextDict as ReasoningDetailTextDict
    from .reasoning_detail_union import ReasoningDetailUnion as ReasoningDetailUnion
    from .reasoning_detail_union import ReasoningDetailUnionDict as ReasoningDetailUnionDict
    from .reasoning_detail_union import read_reasoning_detail_union as read_reasoning_detail_union
    from .reasoning_effort import ReasoningEffort as ReasoningEffort
    from .reasoning_format import ReasoningFormat as ReasoningFormat
    from .request_timeout_response import RequestTimeoutResponse as RequestTimeoutResponse
    from .response_cache_status import ResponseCacheStatus as ResponseCacheStatus
    from .response_healing_plugin import ResponseHealingPlugin as ResponseHealingPlugin
    from .response_healing_plugin import ResponseHealingPluginDict as ResponseHealingPluginDict
    from .router_attempt import RouterAttempt as RouterAttempt
    from .router_params import RouterParams as RouterParams
    from .routing_strategy import RoutingStrategy as RoutingStrategy
    from .search_models_server_tool_config import SearchModelsServerToolConfig as SearchModelsServerToolConfig
    from .search_models_server_tool_config import SearchModelsServerToolConfigDict as SearchModelsServerToolConfigDict
    from .search_quality_level import SearchQualityLevel as SearchQualityLevel
    from .server_tool_use_details import ServerToolUseDetails as ServerToolUseDetails
    from .service_unavailable_response import ServiceUnavailableResponse as ServiceUnavailableResponse
    from .stop_server_tools_when_condition import StopServerToolsWhenCondition as StopServerToolsWhenCondition
    from .stop_server_tools_when_condition import StopServerToolsWhenConditionDict as StopServerToolsWhenConditionDict
    from .stop_server_tools_when_condition import (
        read_stop_server_tools_when_condition as read_stop_server_tools_when_condition,
    )
    from .stop_server_tools_when_finish_reason_is import (
        StopServerToolsWhenFinishReasonIs as StopServerToolsWhenFinishReasonIs,
    )
    from .stop_server_tools_when_finish_reason_is import (
        StopServerToolsWhenFinishReasonIsDict as StopServerToolsWhenFinishReasonIsDict,
    )
    from .stop_server_tools_when_has_tool_call import StopServerToolsWhenHasToolCall as StopServerToolsWhenHasToolCall
    from .stop_server_tools_when_has_tool_call import (
        StopServerToolsWhenHasToolCallDict as StopServerToolsWhenHasToolCallDict,
    )
    from .stop_server_tools_when_max_cost import StopServerToolsWhenMaxCost as StopServerToolsWhenMaxCost
    from .stop_server_tools_when_max_cost import StopServerToolsWhenMaxCostDict as StopServerToolsWhenMaxCostDict
    from .stop_server_tools_when_max_tokens_used import (
        StopServerToolsWhenMaxTokensUsed as StopServerToolsWhenMaxTokensUsed,
    )
    from .stop_server_tools_when_max_tokens_used import (
        StopServerToolsWhenMaxTokensUsedDict as StopServerToolsWhenMaxTokensUsedDict,
    )
    from .stop_server_tools_when_step_count_is import StopServerToolsWhenStepCountIs as StopServerToolsWhenStepCountIs
    from .stop_server_tools_when_step_count_is import (
        StopServerToolsWhenStepCountIsDict as StopServerToolsWhenStepCountIsDict,
    )
    from .subagent_nested_tool import SubagentNestedTool as SubagentNestedTool
    from .subagent_nested_tool import SubagentNestedToolDict as SubagentNestedToolDict
    from .subagent_reasoning import SubagentReasoning as SubagentReasoning
    from .subagent_reasoning import SubagentReasoningDict as SubagentReasoningDict
    from .subagent_server_tool_config import SubagentServerToolConfig as SubagentServerToolConfig
    from .subagent_server_tool_config import SubagentServerToolConfigDict as SubagentServerToolConfigDict
    from .subagent_server_tool_open_router import SubagentServerToolOpenRouter as SubagentServerToolOpenRouter
    from .subagent_server_tool_open_router import SubagentServerToolOpenRouterDict as SubagentServerToolOpenRouterDict
    from .submit_generation_feedback_request import SubmitGenerationFeedbackRequest as SubmitGenerationFeedbackRequest
    from .submit_generation_feedback_request import (
        SubmitGenerationFeedbackRequestDict as SubmitGenerationFeedbackRequestDict,
    )
    from .submit_generation_feedback_request_category import (
        SubmitGenerationFeedbackRequestCategory as SubmitGenerationFeedbackRequestCategory,
    )
    from .submit_generation_feedback_response import (
        SubmitGenerationFeedbackResponse as SubmitGenerationFeedbackResponse,
    )
    from .submit_generation_feedback_response_data import (
        SubmitGenerationFeedbackResponseData as SubmitGenerationFeedbackResponseData,
    )
    from .too_many_requests_response import TooManyRequestsResponse as TooManyRequestsResponse
    from .top_provider_info import TopProviderInfo as TopProviderInfo
    from .trace_config import TraceConfig as TraceConfig
    from .trace_config import TraceConfigDict as TraceConfigDict
    from .unauthorized_response import UnauthorizedResponse as UnauthorizedResponse
    from .unprocessable_entity_response import UnprocessableEntityResponse as UnprocessableEntityResponse
    from .update_keys_request import UpdateKeysRequest as UpdateKeysRequest
    from .update_keys_request import UpdateKeysRequestDict as UpdateKeysRequestDict
    from .update_keys_response import UpdateKeysResponse as UpdateKeysResponse
    from .web_fetch_engine_enum import WebFetchEngineEnum as WebFetchEngineEnum
    from .web_fetch_plugin import WebFetchPlugin as WebFetchPlugin
    from .web_fetch_plugin import WebFetchPluginDict as WebFetchPluginDict
    from .web_fetch_server_tool import WebFetchServerTool as WebFetchServerTool
    from .web_fetch_server_tool import WebFetchServerToolDict as WebFetchServerToolDict
    from .web_fetch_server_tool_config import WebFetchServerToolConfig as WebFetchServerToolConfig
    from .web_fetch_server_tool_config import WebFetchServerToolConfigDict as WebFetchServerToolConfigDict
    from .web_search_config import WebSearchConfig as WebSearchConfig
    from .web_search_config import WebSearchConfigDict as WebSearchConfigDict
    from .web_search_engine import WebSearchEngine as WebSearchEngine
    from .web_search_engine_enum import WebSearchEngineEnum as WebSearchEngineEnum
    from .web_search_mode import WebSearchMode as WebSearchMode
    from .web_search_plugin import WebSearchPlugin as WebSearchPlugin
    from .web_search_plugin import WebSearchPluginDict as WebSearchPluginDict
    from .web_search_user_location import WebSearchUserLocation as WebSearchUserLocation
    from .web_search_user_location import WebSearchUserLocationDict as WebSearchUserLocationDict
    from .web_search_user_location_server_tool import WebSearchUserLocationServerTool as WebSearchUserLocationServerTool
    from .web_search_user_location_server_tool import (
        WebSearchUserLocationServerToolDict as WebSearchUserLocationServerToolDict,
    )

_MODULES: Mapping[str, str] = {
    "AABenchmarkEntry": "aa_benchmark_entry",
    "APIKey": "api_key",
    "APIKeyLimitReset": "api_key_limit_reset",
    "AdvisorReasoning": "advisor_reasoning",
    "AdvisorReasoningDict": "advisor_reasoning",
    "AdvisorServerToolConfig": "advisor_server_tool_config",
    "AdvisorServerToolConfigDict": "advisor_server_tool_config",
    "AdvisorServerToolOpenRouter": "advisor_server_tool_open_router",
    "AdvisorServerToolOpenRouterDict": "advisor_server_tool_open_router",
    "AnthropicCacheControlDirective": "anthropic_cache_control_directive",
    "AnthropicCacheControlDirectiveDict": "anthropic_cache_control_directive",
    "AnthropicCacheControlTtl": "anthropic_cache_control_ttl",
    "ApiErrorType": "api_error_type",
    "AutoBetaRouterPlugin": "auto_beta_router_plugin",
    "AutoBetaRouterPluginDict": "auto_beta_router_plugin",
    "AutoRouterPlugin": "auto_router_plugin",
    "AutoRouterPluginCostTier": "auto_router_plugin_cost_tier",
    "AutoRouterPluginDict": "auto_router_plugin",
    "BadGatewayResponse": "bad_gateway_response",
    "BadRequestResponse": "bad_request_response",
    "BashServerTool": "bash_server_tool",
    "BashServerToolConfig": "bash_server_tool_config",
    "BashServerToolConfigDict": "bash_server_tool_config",
    "BashServerToolDict": "bash_server_tool",
    "BashServerToolEngine": "bash_server_tool_engine",
    "BashServerToolEnvironment": "bash_server_tool_environment",
    "BashServerToolEnvironmentDict": "bash_server_tool_environment",
    "ChatAnnotation": "chat_annotation",
    "ChatAnnotationDict": "chat_annotation",
    "ChatAnnotationFile": "chat_annotation_file",
    "ChatAnnotationFileDict": "chat_annotation_file",
    "ChatAnnotationFileFile": "chat_annotation_file_file",
    "ChatAnnotationFileFileDict": "chat_annotation_file_file",
    "ChatAnnotationUrlCitation": "chat_annotation_url_citation",
    "ChatAnnotationUrlCitationDict": "chat_annotation_url_citation",
    "ChatAnnotationUrlCitationUrlCitation": "chat_annotation_url_citation_url_citation",
    "ChatAnnotationUrlCitationUrlCitationDict": "chat_annotation_url_citation_url_citation",
    "ChatAssistantImage": "chat_assistant_image",
    "ChatAssistantImageDict": "chat_assistant_image",
    "ChatAssistantImageImageUrl": "chat_assistant_image_image_url",
    "ChatAssistantImageImageUrlDict": "chat_assistant_image_image_url",
    "ChatAssistantMessage": "chat_assistant_message",
    "ChatAssistantMessageDict": "chat_assistant_message",
    "ChatAudioOutput": "chat_audio_output",
    "ChatAudioOutputDict": "chat_audio_output",
    "ChatChoice": "chat_choice",
    "ChatContentAudio": "chat_content_audio",
    "ChatContentAudioDict": "chat_content_audio",
    "ChatContentAudioInputAudio": "chat_content_audio_input_audio",
    "ChatContentAudioInputAudioDict": "chat_content_audio_input_audio",
    "ChatContentCacheControl": "chat_content_cache_control",
    "ChatContentCacheControlDict": "chat_content_cache_control",
    "ChatContentFile": "chat_content_file",
    "ChatContentFileDict": "chat_content_file",
    "ChatContentFileFile": "chat_content_file_file",
    "ChatContentFileFileDict": "chat_content_file_file",
    "ChatContentImage": "chat_content_image",
    "ChatContentImageDict": "chat_content_image",
    "ChatContentImageImageUrl": "chat_content_image_image_url",
    "ChatContentImageImageUrlDetail": "chat_content_image_image_url_detail",
    "ChatContentImageImageUrlDict": "chat_content_image_image_url",
    "ChatContentItems": "chat_content_items",
    "ChatContentItemsDict": "chat_content_items",
    "ChatContentText": "chat_content_text",
    "ChatContentTextDict": "chat_content_text",
    "ChatContentVideo": "chat_content_video",
    "ChatContentVideoDict": "chat_content_video",
    "ChatContentVideoInput": "chat_content_video_input",
    "ChatContentVideoInputDict": "chat_content_video_input",
    "ChatDebugOptions": "chat_debug_options",
    "ChatDebugOptionsDict": "chat_debug_options",
    "ChatDeveloperMessage": "chat_developer_message",
    "ChatDeveloperMessageDict": "chat_developer_message",
    "ChatFinishReasonEnum": "chat_finish_reason_enum",
    "ChatFormatGrammarConfig": "chat_format_grammar_config",
    "ChatFormatGrammarConfigDict": "chat_format_grammar_config",
    "ChatFormatJsonObjectConfig": "chat_format_json_object_config",
    "ChatFormatJsonObjectConfigDict": "chat_format_json_object_config",
    "ChatFormatJsonSchemaConfig": "chat_format_json_schema_config",
    "ChatFormatJsonSchemaConfigDict": "chat_format_json_schema_config",
    "ChatFormatPythonConfig": "chat_format_python_config",
    "ChatFormatPythonConfigDict": "chat_format_python_config",
    "ChatFormatTextConfig": "chat_format_text_config",
    "ChatFormatTextConfigDict": "chat_format_text_config",
    "ChatFunctionTool": "chat_function_tool",
    "ChatFunctionToolDefinition": "chat_function_tool_definition",
    "ChatFunctionToolDefinitionDict": "chat_function_tool_definition",
    "ChatFunctionToolDict": "chat_function_tool",
    "ChatFunctionToolFunction": "chat_function_tool_function",
    "ChatFunctionToolFunctionDict": "chat_function_tool_function",
    "ChatJsonSchemaConfig": "chat_json_schema_config",
    "ChatJsonSchemaConfigDict": "chat_json_schema_config",
    "ChatMessages": "chat_messages",
    "ChatMessagesDict": "chat_messages",
    "ChatNamedToolChoice": "chat_named_tool_choice",
    "ChatNamedToolChoiceDict": "chat_named_tool_choice",
    "ChatNamedToolChoiceFunction": "chat_named_tool_choice_function",
    "ChatNamedToolChoiceFunctionDict": "chat_named_tool_choice_function",
    "ChatReasoningSummaryVerbosityEnum": "chat_reasoning_summary_verbosity_enum",
    "ChatRequest": "chat_request",
    "ChatRequestAudio": "chat_request_audio",
    "ChatRequestAudioDict": "chat_request_audio",
    "ChatRequestAudioFormat": "chat_request_audio_format",
    "ChatRequestDict": "chat_request",
    "ChatRequestModality": "chat_request_modality",
    "ChatRequestPlugin": "chat_request_plugin",
    "ChatRequestPluginDict": "chat_request_plugin",
    "ChatRequestReasoning": "chat_request_reasoning",
    "ChatRequestReasoningDict": "chat_request_reasoning",
    "ChatRequestServiceTier": "chat_request_service_tier",
    "ChatRequestUsage": "chat_request_usage",
    "ChatRequestUsageDict": "chat_request_usage",
    "ChatRequestVerbosity": "chat_request_verbosity",
    "ChatRequestWebSearchOptions": "chat_request_web_search_options",
    "ChatRequestWebSearchOptionsDict": "chat_request_web_search_options",
    "ChatResponseFormat": "chat_response_format",
    "ChatResponseFormatDict": "chat_response_format",
    "ChatResult": "chat_result",
    "ChatResultServiceTier": "chat_result_service_tier",
    "ChatSearchModelsServerTool": "chat_search_models_server_tool",
    "ChatSearchModelsServerToolDict": "chat_search_models_server_tool",
    "ChatServerToolChoice": "chat_server_tool_choice",
    "ChatServerToolChoiceDict": "chat_server_tool_choice",
    "ChatStreamChoice": "chat_stream_choice",
    "ChatStreamChunk": "chat_stream_chunk",
    "ChatStreamChunkDebug": "chat_stream_chunk_debug",
    "ChatStreamDelta": "chat_stream_delta",
    "ChatStreamOptions": "chat_stream_options",
    "ChatStreamOptionsDict": "chat_stream_options",
    "ChatStreamToolCall": "chat_stream_tool_call",
    "ChatStreamToolCallFunction": "chat_stream_tool_call_function",
    "ChatStreamingResponse": "chat_streaming_response",
    "ChatSystemMessage": "chat_system_message",
    "ChatSystemMessageDict": "chat_system_message",
    "ChatTokenLogprob": "chat_token_logprob",
    "ChatTokenLogprobTopLogprob": "chat_token_logprob_top_logprob",
    "ChatTokenLogprobs": "chat_token_logprobs",
    "ChatToolCall": "chat_tool_call",
    "ChatToolCallDict": "chat_tool_call",
    "ChatToolCallFunction": "chat_tool_call_function",
    "ChatToolCallFunctionDict": "chat_tool_call_function",
    "ChatToolChoice": "chat_tool_choice",
    "ChatToolChoiceDict": "chat_tool_choice",
    "ChatToolChoiceMode": "chat_tool_choice_mode",
    "ChatToolMessage": "chat_tool_message",
    "ChatToolMessageDict": "chat_tool_message",
    "ChatUsage": "chat_usage",
    "ChatUsageCompletionTokensDetails": "chat_usage_completion_tokens_details",
    "ChatUsagePromptTokensDetails": "chat_usage_prompt_tokens_details",
    "ChatUserMessage": "chat_user_message",
    "ChatUserMessageDict": "chat_user_message",
    "ChatWebSearchShorthand": "chat_web_search_shorthand",
    "ChatWebSearchShorthandDict": "chat_web_search_shorthand",
    "ChatWebSearchShorthandType": "chat_web_search_shorthand_type",
    "CodeChallengeMethod": "code_challenge_method",
    "ConflictResponse": "conflict_response",
    "ContainerAutoEnvironment": "container_auto_environment",
    "ContainerAutoEnvironmentDict": "container_auto_environment",
    "ContainerReferenceEnvironment": "container_reference_environment",
    "ContainerReferenceEnvironmentDict": "container_reference_environment",
    "ContentPartImage": "content_part_image",
    "ContentPartImageDict": "content_part_image",
    "ContentPartImageImageUrl": "content_part_image_image_url",
    "ContentPartImageImageUrlDict": "content_part_image_image_url",
    "ContentPartInputAudio": "content_part_input_audio",
    "ContentPartInputAudioDict": "content_part_input_audio",
    "ContentPartInputFile": "content_part_input_file",
    "ContentPartInputFileDict": "content_part_input_file",
    "ContentPartInputVideo": "content_part_input_video",
    "ContentPartInputVideoDict": "content_part_input_video",
    "ContentPartText": "content_part_text",
    "ContentPartTextDict": "content_part_text",
    "ContextCompressionPlugin": "context_compression_plugin",
    "ContextCompressionPluginDict": "context_compression_plugin",
    "CostDetails": "cost_details",
    "CountryCode": "country_code",
    "CreateAuthCodeRequest": "create_auth_code_request",
    "CreateAuthCodeRequestDict": "create_auth_code_request",
    "CreateAuthCodeResponse": "create_auth_code_response",
    "CreateAuthCodeResponseData": "create_auth_code_response_data",
    "CreateEmbeddingsRequest": "create_embeddings_request",
    "CreateEmbeddingsRequestDict": "create_embeddings_request",
    "CreateEmbeddingsRequestEncodingFormat": "create_embeddings_request_encoding_format",
    "CreateEmbeddingsRequestInput": "create_embeddings_request_input",
    "CreateEmbeddingsRequestInputContent": "create_embeddings_request_input_content",
    "CreateEmbeddingsRequestInputContentDict": "create_embeddings_request_input_content",
    "CreateEmbeddingsRequestInputDict": "create_embeddings_request_input",
    "CreateEmbeddingsResponse": "create_embeddings_response",
    "CreateEmbeddingsResponseData": "create_embeddings_response_data",
    "CreateEmbeddingsResponseUsage": "create_embeddings_response_usage",
    "CreateEmbeddingsResponseUsagePromptTokensDetails": "create_embeddings_response_usage_prompt_tokens_details",
    "CreateKeysRequest": "create_keys_request",
    "CreateKeysRequestDict": "create_keys_request",
    "CreateKeysResponse": "create_keys_response",
    "DABenchmarkEntry": "da_benchmark_entry",
    "DatetimeServerTool": "datetime_server_tool",
    "DatetimeServerToolConfig": "datetime_server_tool_config",
    "DatetimeServerToolConfigDict": "datetime_server_tool_config",
    "DatetimeServerToolDict": "datetime_server_tool",
    "DefaultParameters": "default_parameters",
    "DeleteKeysResponse": "delete_keys_response",
    "DeprecatedRoute": "deprecated_route",
    "EdgeNetworkTimeoutResponse": "edge_network_timeout_response",
    "EndpointInfo": "endpoint_info",
    "EndpointStatus": "endpoint_status",
    "EndpointsMetadata": "endpoints_metadata",
    "ErrorAvailability": "error_availability",
    "ErrorMetadata": "error_metadata",
    "ErrorMetadataPreviousError": "error_metadata_previous_error",
    "ErrorResponseError": "error_response_error",
    "ExchangeAuthCodeRequest": "exchange_auth_code_request",
    "ExchangeAuthCodeRequestDict": "exchange_auth_code_request",
    "ExchangeAuthCodeResponse": "exchange_auth_code_response",
    "FileParserPlugin": "file_parser_plugin",
    "FileParserPluginDict": "file_parser_plugin",
    "FilesServerTool": "files_server_tool",
    "FilesServerToolDict": "files_server_tool",
    "ForbiddenResponse": "forbidden_response",
    "FusionPlugin": "fusion_plugin",
    "FusionPluginDict": "fusion_plugin",
    "FusionPluginPreset": "fusion_plugin_preset",
    "FusionPluginTool": "fusion_plugin_tool",
    "FusionPluginToolDict": "fusion_plugin_tool",
    "FusionPluginToolParameter": "fusion_plugin_tool_parameter",
    "FusionPluginToolParameterDict": "fusion_plugin_tool_parameter",
    "FusionServerToolConfig": "fusion_server_tool_config",
    "FusionServerToolConfigDict": "fusion_server_tool_config",
    "FusionServerToolConfigReasoning": "fusion_server_tool_config_reasoning",
    "FusionServerToolConfigReasoningDict": "fusion_server_tool_config_reasoning",
    "FusionServerToolConfigTool": "fusion_server_tool_config_tool",
    "FusionServerToolConfigToolDict": "fusion_server_tool_config_tool",
    "FusionServerToolOpenRouter": "fusion_server_tool_open_router",
    "FusionServerToolOpenRouterDict": "fusion_server_tool_open_router",
    "GenerationContentData": "generation_content_data",
    "GenerationContentDataInput": "generation_content_data_input",
    "GenerationContentDataInputMessages": "generation_content_data_input_messages",
    "GenerationContentDataInputPrompt": "generation_content_data_input_prompt",
    "GenerationContentDataOutput": "generation_content_data_output",
    "GenerationContentError": "generation_content_error",
    "GenerationContentErrorAttempt": "generation_content_error_attempt",
    "GenerationContentResponse": "generation_content_response",
    "GenerationResponse": "generation_response",
    "GenerationResponseData": "generation_response_data",
    "GenerationResponseDataApiType": "generation_response_data_api_type",
    "GenerationResponseDataDataRegion": "generation_response_data_data_region",
    "GetCreditsResponse": "get_credits_response",
    "GetCreditsResponseData": "get_credits_response_data",
    "GetCurrentKeyResponse": "get_current_key_response",
    "GetCurrentKeyResponseData": "get_current_key_response_data",
    "GetCurrentKeyResponseDataRateLimit": "get_current_key_response_data_rate_limit",
    "GetKeyResponse": "get_key_response",
    "GetModelsCategory": "get_models_category",
    "GetModelsDistillable": "get_models_distillable",
    "GetModelsRegion": "get_models_region",
    "GetModelsSort": "get_models_sort",
    "GoneResponse": "gone_response",
    "ImageGenerationServerToolConfig": "image_generation_server_tool_config",
    "ImageGenerationServerToolConfigDict": "image_generation_server_tool_config",
    "ImageGenerationServerToolOpenRouter": "image_generation_server_tool_open_router",
    "ImageGenerationServerToolOpenRouterDict": "image_generation_server_tool_open_router",
    "InputModality": "input_modality",
    "InstructType": "instruct_type",
    "InternalServerResponse": "internal_server_response",
    "LegacyChatContentVideo": "legacy_chat_content_video",
    "LegacyChatContentVideoDict": "legacy_chat_content_video",
    "LegacyChatContentVideoInput": "legacy_chat_content_video_input",
    "LegacyChatContentVideoInputDict": "legacy_chat_content_video_input",
    "ListEndpointsResponse": "list_endpoints_response",
    "ListEndpointsZdrResponse": "list_endpoints_zdr_response",
    "ListKeysResponse": "list_keys_response",
    "ListProvidersResponse": "list_providers_response",
    "ListProvidersResponseData": "list_providers_response_data",
    "MetadataLevel": "metadata_level",
    "Model": "model",
    "ModelAliasTarget": "model_alias_target",
    "ModelArchitecture": "model_architecture",
    "ModelBenchmarks": "model_benchmarks",
    "ModelEndpointsResponse": "model_endpoints_response",
    "ModelGroup": "model_group",
    "ModelLinks": "model_links",
    "ModelReasoning": "model_reasoning",
    "ModelResponse": "model_response",
    "ModelsCountResponse": "models_count_response",
    "ModelsCountResponseData": "models_count_response_data",
    "ModelsListResponse": "models_list_response",
    "ModelsListResponseLinks": "models_list_response_links",
    "ModerationPlugin": "moderation_plugin",
    "ModerationPluginDict": "moderation_plugin",
    "MultimodalMedia": "multimodal_media",
    "MultimodalMediaDict": "multimodal_media",
    "NotFoundResponse": "not_found_response",
    "OpenRouterMetadata": "open_router_metadata",
    "OpenRouterWebSearchServerTool": "open_router_web_search_server_tool",
    "OpenRouterWebSearchServerToolDict": "open_router_web_search_server_tool",
    "OutputModality": "output_modality",
    "PDFParserEngine": "pdf_parser_engine",
    "PDFParserOptions": "pdf_parser_options",
    "PDFParserOptionsDict": "pdf_parser_options",
    "Parameter": "parameter",
    "ParetoRouterPlugin": "pareto_router_plugin",
    "ParetoRouterPluginDict": "pareto_router_plugin",
    "ParetoRouterPluginPriceSource": "pareto_router_plugin_price_source",
    "PayloadTooLargeResponse": "payload_too_large_response",
    "PaymentRequiredResponse": "payment_required_response",
    "PerRequestLimits": "per_request_limits",
    "PercentileLatencyCutoffs": "percentile_latency_cutoffs",
    "PercentileLatencyCutoffsDict": "percentile_latency_cutoffs",
    "PercentileStats": "percentile_stats",
    "PercentileThroughputCutoffs": "percentile_throughput_cutoffs",
    "PercentileThroughputCutoffsDict": "percentile_throughput_cutoffs",
    "PipelineStage": "pipeline_stage",
    "PipelineStageType": "pipeline_stage_type",
    "Prediction": "prediction",
    "PredictionContentText": "prediction_content_text",
    "PredictionContentTextDict": "prediction_content_text",
    "PredictionDict": "prediction",
    "PreferredMaxLatency": "preferred_max_latency",
    "PreferredMaxLatencyDict": "preferred_max_latency",
    "PreferredMinThroughput": "preferred_min_throughput",
    "PreferredMinThroughputDict": "preferred_min_throughput",
    "PricingOverride": "pricing_override",
    "PromptCacheBreakpoint": "prompt_cache_breakpoint",
    "PromptCacheBreakpointDict": "prompt_cache_breakpoint",
    "PromptCacheOptions": "prompt_cache_options",
    "PromptCacheOptionsDict": "prompt_cache_options",
    "ProviderName": "provider_name",
    "ProviderOverloadedResponse": "provider_overloaded_response",
    "ProviderPreferences": "provider_preferences",
    "ProviderPreferencesDataCollection": "provider_preferences_data_collection",
    "ProviderPreferencesDict": "provider_preferences",
    "ProviderPreferencesMaxPrice": "provider_preferences_max_price",
    "ProviderPreferencesMaxPriceDict": "provider_preferences_max_price",
    "ProviderPreferencesSort": "provider_preferences_sort",
    "ProviderPreferencesSortDict": "provider_preferences_sort",
    "ProviderResponse": "provider_response",
    "ProviderResponseProviderName": "provider_response_provider_name",
    "ProviderResponseRoutedServiceTier": "provider_response_routed_service_tier",
    "ProviderSort": "provider_sort",
    "ProviderSortConfig": "provider_sort_config",
    "ProviderSortConfigDict": "provider_sort_config",
    "ProviderSortConfigPartition": "provider_sort_config_partition",
    "PublicEndpoint": "public_endpoint",
    "PublicPricing": "public_pricing",
    "Quantization": "quantization",
    "ReasoningDetailEncrypted": "reasoning_detail_encrypted",
    "ReasoningDetailEncryptedDict": "reasoning_detail_encrypted",
    "ReasoningDetailServerToolCall": "reasoning_detail_server_tool_call",
    "ReasoningDetailServerToolCallDict": "reasoning_detail_server_tool_call",
    "ReasoningDetailSummary": "reasoning_detail_summary",
    "ReasoningDetailSummaryDict": "reasoning_detail_summary",
    "ReasoningDetailText": "reasoning_detail_text",
    "ReasoningDetailTextDict": "reasoning_detail_text",
    "ReasoningDetailUnion": "reasoning_detail_union",
    "ReasoningDetailUnionDict": "reasoning_detail_union",
    "ReasoningEffort": "reasoning_effort",
    "ReasoningFormat": "reasoning_format",
    "RequestTimeoutResponse": "request_timeout_response",
    "ResponseCacheStatus": "response_cache_status",
    "ResponseHealingPlugin": "response_healing_plugin",
    "ResponseHealingPluginDict": "response_healing_plugin",
    "RouterAttempt": "router_attempt",
    "RouterParams": "router_params",
    "RoutingStrategy": "routing_strategy",
    "SearchModelsServerToolConfig": "search_models_server_tool_config",
    "SearchModelsServerToolConfigDict": "search_models_server_tool_config",
    "SearchQualityLevel": "search_quality_level",
    "ServerToolUseDetails": "server_tool_use_details",
    "ServiceUnavailableResponse": "service_unavailable_response",
    "StopServerToolsWhenCondition": "stop_server_tools_when_condition",
    "StopServerToolsWhenConditionDict": "stop_server_tools_when_condition",
    "StopServerToolsWhenFinishReasonIs": "stop_server_tools_when_finish_reason_is",
    "StopServerToolsWhenFinishReasonIsDict": "stop_server_tools_when_finish_reason_is",
    "StopServerToolsWhenHasToolCall": "stop_server_tools_when_has_tool_call",
    "StopServerToolsWhenHasToolCallDict": "stop_server_tools_when_has_tool_call",
    "StopServerToolsWhenMaxCost": "stop_server_tools_when_max_cost",
    "StopServerToolsWhenMaxCostDict": "stop_server_tools_when_max_cost",
    "StopServerToolsWhenMaxTokensUsed": "stop_server_tools_when_max_tokens_used",
    "StopServerToolsWhenMaxTokensUsedDict": "stop_server_tools_when_max_tokens_used",
    "StopServerToolsWhenStepCountIs": "stop_server_tools_when_step_count_is",
    "StopServerToolsWhenStepCountIsDict": "stop_server_tools_when_step_count_is",
    "SubagentNestedTool": "subagent_nested_tool",
    "SubagentNestedToolDict": "subagent_nested_tool",
    "SubagentReasoning": "subagent_reasoning",
    "SubagentReasoningDict": "subagent_reasoning",
    "SubagentServerToolConfig": "subagent_server_tool_config",
    "SubagentServerToolConfigDict": "subagent_server_tool_config",
    "SubagentServerToolOpenRouter": "subagent_server_tool_open_router",
    "SubagentServerToolOpenRouterDict": "subagent_server_tool_open_router",
    "SubmitGenerationFeedbackRequest": "submit_generation_feedback_request",
    "SubmitGenerationFeedbackRequestCategory": "submit_generation_feedback_request_category",
    "SubmitGenerationFeedbackRequestDict": "submit_generation_feedback_request",
    "SubmitGenerationFeedbackResponse": "submit_generation_feedback_response",
    "SubmitGenerationFeedbackResponseData": "submit_generation_feedback_response_data",
    "TooManyRequestsResponse": "too_many_requests_response",
    "TopProviderInfo": "top_provider_info",
    "TraceConfig": "trace_config",
    "TraceConfigDict": "trace_config",
    "UnauthorizedResponse": "unauthorized_response",
    "UnprocessableEntityResponse": "unprocessable_entity_response",
    "UpdateKeysRequest": "update_keys_request",
    "UpdateKeysRequestDict": "update_keys_request",
    "UpdateKeysResponse": "update_keys_response",
    "WebFetchEngineEnum": "web_fetch_engine_enum",
    "WebFetchPlugin": "web_fetch_plugin",
    "WebFetchPluginDict": "web_fetch_plugin",
    "WebFetchServerTool": "web_fetch_server_tool",
    "WebFetchServerToolConfig": "web_fetch_server_tool_config",
    "WebFetchServerToolConfigDict": "web_fetch_server_tool_config",
    "WebFetchServerToolDict": "web_fetch_server_tool",
    "WebSearchConfig": "web_search_config",
    "WebSearchConfigDict": "web_search_config",
    "WebSearchEngine": "web_search_engine",
    "WebSearchEngineEnum": "web_search_engine_enum",
    "WebSearchMode": "web_search_mode",
    "WebSearchPlugin": "web_search_plugin",
    "WebSearchPluginDict": "web_search_plugin",
    "WebSearchUserLocation": "web_search_user_location",
    "WebSearchUserLocationDict": "web_search_user_location",
    "WebSearchUserLocationServerTool": "web_search_user_location_server_tool",
    "WebSearchUserLocationServerToolDict": "web_search_user_location_server_tool",
    "read_bash_server_tool_environment": "bash_server_tool_environment",
    "read_chat_annotation": "chat_annotation",
    "read_chat_content_items": "chat_content_items",
    "read_chat_function_tool": "chat_function_tool",
    "read_chat_messages": "chat_messages",
    "read_chat_request_plugin": "chat_request_plugin",
    "read_chat_response_format": "chat_response_format",
    "read_chat_tool_choice": "chat_tool_choice",
    "read_create_embeddings_request_input_content": "create_embeddings_request_input_content",
    "read_fusion_plugin_tool_parameter": "fusion_plugin_tool_parameter",
    "read_generation_content_data_input": "generation_content_data_input",
    "read_preferred_max_latency": "preferred_max_latency",
    "read_preferred_min_throughput": "preferred_min_throughput",
    "read_provider_preferences_sort": "provider_preferences_sort",
    "read_reasoning_detail_union": "reasoning_detail_union",
    "read_stop_server_tools_when_condition": "stop_server_tools_when_condition",
}

__all__ = (
    "AABenchmarkEntry",
    "APIKey",
    "APIKeyLimitReset",
    "AdvisorReasoning",
    "AdvisorReasoningDict",
    "AdvisorServerToolConfig",
    "AdvisorServerToolConfigDict",
    "AdvisorServerToolOpenRouter",
    "AdvisorServerToolOpenRouterDict",
    "AnthropicCacheControlDirective",
    "AnthropicCacheControlDirectiveDict",
    "AnthropicCacheControlTtl",
    "ApiErrorType",
    "AutoBetaRouterPlugin",
    "AutoBetaRouterPluginDict",
    "AutoRouterPlugin",
    "AutoRouterPluginCostTier",
    "AutoRouterPluginDict",
    "BadGatewayResponse",
    "BadRequestResponse",
    "BashServerTool",
    "BashServerToolConfig",
    "BashServerToolConfigDict",
    "BashServerToolDict",
    "BashServerToolEngine",
    "BashServerToolEnvironment",
    "BashServerToolEnvironmentDict",
    "ChatAnnotation",
    "ChatAnnotationDict",
    "ChatAnnotationFile",
    "ChatAnnotationFileDict",
    "ChatAnnotationFileFile",
    "ChatAnnotationFileFileDict",
    "ChatAnnotationUrlCitation",
    "ChatAnnotationUrlCitationDict",
    "ChatAnnotationUrlCitationUrlCitation",
    "ChatAnnotationUrlCitationUrlCitationDict",
    "ChatAssistantImage",
    "ChatAssistantImageDict",
    "ChatAssistantImageImageUrl",
    "ChatAssistantImageImageUrlDict",
    "ChatAssistantMessage",
    "ChatAssistantMessageDict",
    "ChatAudioOutput",
    "ChatAudioOutputDict",
    "ChatChoice",
    "ChatContentAudio",
    "ChatContentAudioDict",
    "ChatContentAudioInputAudio",
    "ChatContentAudioInputAudioDict",
    "ChatContentCacheControl",
    "ChatContentCacheControlDict",
    "ChatContentFile",
    "ChatContentFileDict",
    "ChatContentFileFile",
    "ChatContentFileFileDict",
    "ChatContentImage",
    "ChatContentImageDict",
    "ChatContentImageImageUrl",
    "ChatContentImageImageUrlDetail",
    "ChatContentImageImageUrlDict",
    "ChatContentItems",
    "ChatContentItemsDict",
    "ChatContentText",
    "ChatContentTextDict",
    "ChatContentVideo",
    "ChatContentVideoDict",
    "ChatContentVideoInput",
    "ChatContentVideoInputDict",
    "ChatDebugOptions",
    "ChatDebugOptionsDict",
    "ChatDeveloperMessage",
    "ChatDeveloperMessageDict",
    "ChatFinishReasonEnum",
    "ChatFormatGrammarConfig",
    "ChatFormatGrammarConfigDict",
    "ChatFormatJsonObjectConfig",
    "ChatFormatJsonObjectConfigDict",
    "ChatFormatJsonSchemaConfig",
    "ChatFormatJsonSchemaConfigDict",
    "ChatFormatPythonConfig",
    "ChatFormatPythonConfigDict",
    "ChatFormatTextConfig",
    "ChatFormatTextConfigDict",
    "ChatFunctionTool",
    "ChatFunctionToolDefinition",
    "ChatFunctionToolDefinitionDict",
    "ChatFunctionToolDict",
    "ChatFunctionToolFunction",
    "ChatFunctionToolFunctionDict",
    "ChatJsonSchemaConfig",
    "ChatJsonSchemaConfigDict",
    "ChatMessages",
    "ChatMessagesDict",
    "ChatNamedToolChoice",
    "ChatNamedToolChoiceDict",
    "ChatNamedToolChoiceFunction",
    "ChatNamedToolChoiceFunctionDict",
    "ChatReasoningSummaryVerbosityEnum",
    "ChatRequest",
    "ChatRequestAudio",
    "ChatRequestAudioDict",
    "ChatRequestAudioFormat",
    "ChatRequestDict",
    "ChatRequestModality",
    "ChatRequestPlugin",
    "ChatRequestPluginDict",
    "ChatRequestReasoning",
    "ChatRequestReasoningDict",
    "ChatRequestServiceTier",
    "ChatRequestUsage",
    "ChatRequestUsageDict",
    "ChatRequestVerbosity",
    "ChatRequestWebSearchOptions",
    "ChatRequestWebSearchOptionsDict",
    "ChatResponseFormat",
    "ChatResponseFormatDict",
    "ChatResult",
    "ChatResultServiceTier",
    "ChatSearchModelsServerTool",
    "ChatSearchModelsServerToolDict",
    "ChatServerToolChoice",
    "ChatServerToolChoiceDict",
    "ChatStreamChoice",
    "ChatStreamChunk",
    "ChatStreamChunkDebug",
    "ChatStreamDelta",
    "ChatStreamOptions",
    "ChatStreamOptionsDict",
    "ChatStreamToolCall",
    "ChatStreamToolCallFunction",
    "ChatStreamingResponse",
    "ChatSystemMessage",
    "ChatSystemMessageDict",
    "ChatTokenLogprob",
    "ChatTokenLogprobTopLogprob",
    "ChatTokenLogprobs",
    "ChatToolCall",
    "ChatToolCallDict",
    "ChatToolCallFunction",
    "ChatToolCallFunctionDict",
    "ChatToolChoice",
    "ChatToolChoiceDict",
    "ChatToolChoiceMode",
    "ChatToolMessage",
    "ChatToolMessageDict",
    "ChatUsage",
    "ChatUsageCompletionTokensDetails",
    "ChatUsagePromptTokensDetails",
    "ChatUserMessage",
    "ChatUserMessageDict",
    "ChatWebSearchShorthand",
    "ChatWebSearchShorthandDict",
    "ChatWebSearchShorthandType",
    "CodeChallengeMethod",
    "ConflictResponse",
    "ContainerAutoEnvironment",
    "ContainerAutoEnvironmentDict",
    "ContainerReferenceEnvironment",
    "ContainerReferenceEnvironmentDict",
    "ContentPartImage",
    "ContentPartImageDict",
    "ContentPartImageImageUrl",
    "ContentPartImageImageUrlDict",
    "ContentPartInputAudio",
    "ContentPartInputAudioDict",
    "ContentPartInputFile",
    "ContentPartInputFileDict",
    "ContentPartInputVideo",
    "ContentPartInputVideoDict",
    "ContentPartText",
    "ContentPartTextDict",
    "ContextCompressionPlugin",
    "ContextCompressionPluginDict",
    "CostDetails",
    "CountryCode",
    "CreateAuthCodeRequest",
    "CreateAuthCodeRequestDict",
    "CreateAuthCodeResponse",
    "CreateAuthCodeResponseData",
    "CreateEmbeddingsRequest",
    "CreateEmbeddingsRequestDict",
    "CreateEmbeddingsRequestEncodingFormat",
    "CreateEmbeddingsRequestInput",
    "CreateEmbeddingsRequestInputContent",
    "CreateEmbeddingsRequestInputContentDict",
    "CreateEmbeddingsRequestInputDict",
    "CreateEmbeddingsResponse",
    "CreateEmbeddingsResponseData",
    "CreateEmbeddingsResponseUsage",
    "CreateEmbeddingsResponseUsagePromptTokensDetails",
    "CreateKeysRequest",
    "CreateKeysRequestDict",
    "CreateKeysResponse",
    "DABenchmarkEntry",
    "DatetimeServerTool",
    "DatetimeServerToolConfig",
    "DatetimeServerToolConfigDict",
    "DatetimeServerToolDict",
    "DefaultParameters",
    "DeleteKeysResponse",
    "DeprecatedRoute",
    "EdgeNetworkTimeoutResponse",
    "EndpointInfo",
    "EndpointStatus",
    "EndpointsMetadata",
    "ErrorAvailability",
    "ErrorMetadata",
    "ErrorMetadataPreviousError",
    "ErrorResponseError",
    "ExchangeAuthCodeRequest",
    "ExchangeAuthCodeRequestDict",
    "ExchangeAuthCodeResponse",
    "FileParserPlugin",
    "FileParserPluginDict",
    "FilesServerTool",
    "FilesServerToolDict",
    "ForbiddenResponse",
    "FusionPlugin",
    "FusionPluginDict",
    "FusionPluginPreset",
    "FusionPluginTool",
    "FusionPluginToolDict",
    "FusionPluginToolParameter",
    "FusionPluginToolParameterDict",
    "FusionServerToolConfig",
    "FusionServerToolConfigDict",
    "FusionServerToolConfigReasoning",
    "FusionServerToolConfigReasoningDict",
    "FusionServerToolConfigTool",
    "FusionServerToolConfigToolDict",
    "FusionServerToolOpenRouter",
    "FusionServerToolOpenRouterDict",
    "GenerationContentData",
    "GenerationContentDataInput",
    "GenerationContentDataInputMessages",
    "GenerationContentDataInputPrompt",
    "GenerationContentDataOutput",
    "GenerationContentError",
    "GenerationContentErrorAttempt",
    "GenerationContentResponse",
    "GenerationResponse",
    "GenerationResponseData",
    "GenerationResponseDataApiType",
    "GenerationResponseDataDataRegion",
    "GetCreditsResponse",
    "GetCreditsResponseData",
    "GetCurrentKeyResponse",
    "GetCurrentKeyResponseData",
    "GetCurrentKeyResponseDataRateLimit",
    "GetKeyResponse",
    "GetModelsCategory",
    "GetModelsDistillable",
    "GetModelsRegion",
    "GetModelsSort",
    "GoneResponse",
    "ImageGenerationServerToolConfig",
    "ImageGenerationServerToolConfigDict",
    "ImageGenerationServerToolOpenRouter",
    "ImageGenerationServerToolOpenRouterDict",
    "InputModality",
    "InstructType",
    "InternalServerResponse",
    "LegacyChatContentVideo",
    "LegacyChatContentVideoDict",
    "LegacyChatContentVideoInput",
    "LegacyChatContentVideoInputDict",
    "ListEndpointsResponse",
    "ListEndpointsZdrResponse",
    "ListKeysResponse",
    "ListProvidersResponse",
    "ListProvidersResponseData",
    "MetadataLevel",
    "Model",
    "ModelAliasTarget",
    "ModelArchitecture",
    "ModelBenchmarks",
    "ModelEndpointsResponse",
    "ModelGroup",
    "ModelLinks",
    "ModelReasoning",
    "ModelResponse",
    "ModelsCountResponse",
    "ModelsCountResponseData",
    "ModelsListResponse",
    "ModelsListResponseLinks",
    "ModerationPlugin",
    "ModerationPluginDict",
    "MultimodalMedia",
    "MultimodalMediaDict",
    "NotFoundResponse",
    "OpenRouterMetadata",
    "OpenRouterWebSearchServerTool",
    "OpenRouterWebSearchServerToolDict",
    "OutputModality",
    "PDFParserEngine",
    "PDFParserOptions",
    "PDFParserOptionsDict",
    "Parameter",
    "ParetoRouterPlugin",
    "ParetoRouterPluginDict",
    "ParetoRouterPluginPriceSource",
    "PayloadTooLargeResponse",
    "PaymentRequiredResponse",
    "PerRequestLimits",
    "PercentileLatencyCutoffs",
    "PercentileLatencyCutoffsDict",
    "PercentileStats",
    "PercentileThroughputCutoffs",
    "PercentileThroughputCutoffsDict",
    "PipelineStage",
    "PipelineStageType",
    "Prediction",
    "PredictionContentText",
    "PredictionContentTextDict",
    "PredictionDict",
    "PreferredMaxLatency",
    "PreferredMaxLatencyDict",
    "PreferredMinThroughput",
    "PreferredMinThroughputDict",
    "PricingOverride",
    "PromptCacheBreakpoint",
    "PromptCacheBreakpointDict",
    "PromptCacheOptions",
    "PromptCacheOptionsDict",
    "ProviderName",
    "ProviderOverloadedResponse",
    "ProviderPreferences",
    "ProviderPreferencesDataCollection",
    "ProviderPreferencesDict",
    "ProviderPreferencesMaxPrice",
    "ProviderPreferencesMaxPriceDict",
    "ProviderPreferencesSort",
    "ProviderPreferencesSortDict",
    "ProviderResponse",
    "ProviderResponseProviderName",
    "ProviderResponseRoutedServiceTier",
    "ProviderSort",
    "ProviderSortConfig",
    "ProviderSortConfigDict",
    "ProviderSortConfigPartition",
    "PublicEndpoint",
    "PublicPricing",
    "Quantization",
    "ReasoningDetailEncrypted",
    "ReasoningDetailEncryptedDict",
    "ReasoningDetailServerToolCall",
    "ReasoningDetailServerToolCallDict",
    "ReasoningDetailSummary",
    "ReasoningDetailSummaryDict",
    "ReasoningDetailText",
    "ReasoningDetailTextDict",
    "ReasoningDetailUnion",
    "ReasoningDetailUnionDict",
    "ReasoningEffort",
    "ReasoningFormat",
    "RequestTimeoutResponse",
    "ResponseCacheStatus",
    "ResponseHealingPlugin",
    "ResponseHealingPluginDict",
    "RouterAttempt",
    "RouterParams",
    "RoutingStrategy",
    "SearchModelsServerToolConfig",
    "SearchModelsServerToolConfigDict",
    "SearchQualityLevel",
    "ServerToolUseDetails",
    "ServiceUnavailableResponse",
    "StopServerToolsWhenCondition",
    "StopServerToolsWhenConditionDict",
    "StopServerToolsWhenFinishReasonIs",
    "StopServerToolsWhenFinishReasonIsDict",
    "StopServerToolsWhenHasToolCall",
    "StopServerToolsWhenHasToolCallDict",
    "StopServerToolsWhenMaxCost",
    "StopServerToolsWhenMaxCostDict",
    "StopServerToolsWhenMaxTokensUsed",
    "StopServerToolsWhenMaxTokensUsedDict",
    "StopServerToolsWhenStepCountIs",
    "StopServerToolsWhenStepCountIsDict",
    "SubagentNestedTool",
    "SubagentNestedToolDict",
    "SubagentReasoning",
    "SubagentReasoningDict",
    "SubagentServerToolConfig",
    "SubagentServerToolConfigDict",
    "SubagentServerToolOpenRouter",
    "SubagentServerToolOpenRouterDict",
    "SubmitGenerationFeedbackRequest",
    "SubmitGenerationFeedbackRequestCategory",
    "SubmitGenerationFeedbackRequestDict",
    "SubmitGenerationFeedbackResponse",
    "SubmitGenerationFeedbackResponseData",
    "TooManyRequestsResponse",
    "TopProviderInfo",
    "TraceConfig",
    "TraceConfigDict",
    "UnauthorizedResponse",
    "UnprocessableEntityResponse",
    "UpdateKeysRequest",
    "UpdateKeysRequestDict",
    "UpdateKeysResponse",
    "WebFetchEngineEnum",
    "WebFetchPlugin",
    "WebFetchPluginDict",
    "WebFetchServerTool",
    "WebFetchServerToolConfig",
    "WebFetchServerToolConfigDict",
    "WebFetchServerToolDict",
    "WebSearchConfig",
    "WebSearchConfigDict",
    "WebSearchEngine",
    "WebSearchEngineEnum",
    "WebSearchMode",
    "WebSearchPlugin",
    "WebSearchPluginDict",
    "WebSearchUserLocation",
    "WebSearchUserLocationDict",
    "WebSearchUserLocationServerTool",
    "WebSearchUserLocationServerToolDict",
    "read_bash_server_tool_environment",
    "read_chat_annotation",
    "read_chat_content_items",
    "read_chat_function_tool",
    "read_chat_messages",
    "read_chat_request_plugin",
    "read_chat_response_format",
    "read_chat_tool_choice",
    "read_create_embeddings_request_input_content",
    "read_fusion_plugin_tool_parameter",
    "read_generation_content_data_input",
    "read_preferred_max_latency",
    "read_preferred_min_throughput",
    "read_provider_preferences_sort",
    "read_reasoning_detail_union",
    "read_stop_server_tools_when_condition",
)


if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt name would pass them

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"the contract has no model {name!r}")
        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> Iterable[str]:
    return __all__
