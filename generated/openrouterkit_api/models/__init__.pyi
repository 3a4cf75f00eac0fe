# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models, unions and enumerations of the API, for type checkers and editors."""

from ._enumerations import (
    AnthropicCacheControlTtl as AnthropicCacheControlTtl,
    ApiErrorType as ApiErrorType,
    APIKeyLimitReset as APIKeyLimitReset,
    AutoRouterPluginCostTier as AutoRouterPluginCostTier,
    BashServerToolEngine as BashServerToolEngine,
    ChatContentImageImageUrlDetail as ChatContentImageImageUrlDetail,
    ChatFinishReasonEnum as ChatFinishReasonEnum,
    ChatReasoningSummaryVerbosityEnum as ChatReasoningSummaryVerbosityEnum,
    ChatRequestAudioFormat as ChatRequestAudioFormat,
    ChatRequestModality as ChatRequestModality,
    ChatRequestServiceTier as ChatRequestServiceTier,
    ChatRequestVerbosity as ChatRequestVerbosity,
    ChatResultServiceTier as ChatResultServiceTier,
    ChatToolChoiceMode as ChatToolChoiceMode,
    ChatWebSearchShorthandType as ChatWebSearchShorthandType,
    CodeChallengeMethod as CodeChallengeMethod,
    CountryCode as CountryCode,
    CreateEmbeddingsRequestEncodingFormat as CreateEmbeddingsRequestEncodingFormat,
    DeprecatedRoute as DeprecatedRoute,
    EndpointStatus as EndpointStatus,
    FusionPluginPreset as FusionPluginPreset,
    GenerationResponseDataApiType as GenerationResponseDataApiType,
    GenerationResponseDataDataRegion as GenerationResponseDataDataRegion,
    GetCurrentKeyResponseDataAllowedDataRegion as GetCurrentKeyResponseDataAllowedDataRegion,
    GetModelsCategory as GetModelsCategory,
    GetModelsDistillable as GetModelsDistillable,
    GetModelsRegion as GetModelsRegion,
    GetModelsSort as GetModelsSort,
    InputModality as InputModality,
    InstructType as InstructType,
    KeyBudgetResetInterval as KeyBudgetResetInterval,
    KeyBudgetScope as KeyBudgetScope,
    MetadataLevel as MetadataLevel,
    ModelGroup as ModelGroup,
    OutputModality as OutputModality,
    Parameter as Parameter,
    ParetoRouterPluginPriceSource as ParetoRouterPluginPriceSource,
    PDFParserEngine as PDFParserEngine,
    PipelineStageType as PipelineStageType,
    ProviderName as ProviderName,
    ProviderPreferencesDataCollection as ProviderPreferencesDataCollection,
    ProviderResponseProviderName as ProviderResponseProviderName,
    ProviderResponseRoutedServiceTier as ProviderResponseRoutedServiceTier,
    ProviderSort as ProviderSort,
    ProviderSortConfigPartition as ProviderSortConfigPartition,
    PublicServiceTier as PublicServiceTier,
    Quantization as Quantization,
    ReasoningEffort as ReasoningEffort,
    ReasoningFormat as ReasoningFormat,
    ResponseCacheStatus as ResponseCacheStatus,
    RoutingStrategy as RoutingStrategy,
    SearchQualityLevel as SearchQualityLevel,
    SubmitGenerationFeedbackRequestCategory as SubmitGenerationFeedbackRequestCategory,
    WebFetchEngineEnum as WebFetchEngineEnum,
    WebSearchEngine as WebSearchEngine,
    WebSearchEngineEnum as WebSearchEngineEnum,
    WebSearchMode as WebSearchMode,
)
from .aa_benchmark_entry import AABenchmarkEntry as AABenchmarkEntry
from .advisor_reasoning import AdvisorReasoning as AdvisorReasoning, AdvisorReasoningDict as AdvisorReasoningDict
from .advisor_server_tool_config import (
    AdvisorServerToolConfig as AdvisorServerToolConfig,
    AdvisorServerToolConfigDict as AdvisorServerToolConfigDict,
)
from .advisor_server_tool_open_router import (
    AdvisorServerToolOpenRouter as AdvisorServerToolOpenRouter,
    AdvisorServerToolOpenRouterDict as AdvisorServerToolOpenRouterDict,
)
from .anthropic_cache_control_directive import (
    AnthropicCacheControlDirective as AnthropicCacheControlDirective,
    AnthropicCacheControlDirectiveDict as AnthropicCacheControlDirectiveDict,
)
from .api_key import APIKey as APIKey
from .auto_beta_router_plugin import (
    AutoBetaRouterPlugin as AutoBetaRouterPlugin,
    AutoBetaRouterPluginDict as AutoBetaRouterPluginDict,
)
from .auto_router_plugin import AutoRouterPlugin as AutoRouterPlugin, AutoRouterPluginDict as AutoRouterPluginDict
from .bad_gateway_response import BadGatewayResponse as BadGatewayResponse
from .bad_request_response import BadRequestResponse as BadRequestResponse
from .bash_server_tool import BashServerTool as BashServerTool, BashServerToolDict as BashServerToolDict
from .bash_server_tool_config import (
    BashServerToolConfig as BashServerToolConfig,
    BashServerToolConfigDict as BashServerToolConfigDict,
)
from .bash_server_tool_environment import (
    BashServerToolEnvironment as BashServerToolEnvironment,
    BashServerToolEnvironmentDict as BashServerToolEnvironmentDict,
    read_bash_server_tool_environment as read_bash_server_tool_environment,
)
from .chat_annotation import (
    ChatAnnotation as ChatAnnotation,
    ChatAnnotationDict as ChatAnnotationDict,
    read_chat_annotation as read_chat_annotation,
)
from .chat_annotation_file import (
    ChatAnnotationFile as ChatAnnotationFile,
    ChatAnnotationFileDict as ChatAnnotationFileDict,
)
from .chat_annotation_file_file import (
    ChatAnnotationFileFile as ChatAnnotationFileFile,
    ChatAnnotationFileFileDict as ChatAnnotationFileFileDict,
)
from .chat_annotation_url_citation import (
    ChatAnnotationUrlCitation as ChatAnnotationUrlCitation,
    ChatAnnotationUrlCitationDict as ChatAnnotationUrlCitationDict,
)
from .chat_annotation_url_citation_url_citation import (
    ChatAnnotationUrlCitationUrlCitation as ChatAnnotationUrlCitationUrlCitation,
    ChatAnnotationUrlCitationUrlCitationDict as ChatAnnotationUrlCitationUrlCitationDict,
)
from .chat_assistant_image import (
    ChatAssistantImage as ChatAssistantImage,
    ChatAssistantImageDict as ChatAssistantImageDict,
)
from .chat_assistant_image_image_url import (
    ChatAssistantImageImageUrl as ChatAssistantImageImageUrl,
    ChatAssistantImageImageUrlDict as ChatAssistantImageImageUrlDict,
)
from .chat_assistant_message import (
    ChatAssistantMessage as ChatAssistantMessage,
    ChatAssistantMessageDict as ChatAssistantMessageDict,
)
from .chat_audio_output import ChatAudioOutput as ChatAudioOutput, ChatAudioOutputDict as ChatAudioOutputDict
from .chat_choice import ChatChoice as ChatChoice
from .chat_content_audio import ChatContentAudio as ChatContentAudio, ChatContentAudioDict as ChatContentAudioDict
from .chat_content_audio_input_audio import (
    ChatContentAudioInputAudio as ChatContentAudioInputAudio,
    ChatContentAudioInputAudioDict as ChatContentAudioInputAudioDict,
)
from .chat_content_cache_control import (
    ChatContentCacheControl as ChatContentCacheControl,
    ChatContentCacheControlDict as ChatContentCacheControlDict,
)
from .chat_content_file import ChatContentFile as ChatContentFile, ChatContentFileDict as ChatContentFileDict
from .chat_content_file_file import (
    ChatContentFileFile as ChatContentFileFile,
    ChatContentFileFileDict as ChatContentFileFileDict,
)
from .chat_content_image import ChatContentImage as ChatContentImage, ChatContentImageDict as ChatContentImageDict
from .chat_content_image_image_url import (
    ChatContentImageImageUrl as ChatContentImageImageUrl,
    ChatContentImageImageUrlDict as ChatContentImageImageUrlDict,
)
from .chat_content_items import (
    ChatContentItems as ChatContentItems,
    ChatContentItemsDict as ChatContentItemsDict,
    read_chat_content_items as read_chat_content_items,
)
from .chat_content_text import ChatContentText as ChatContentText, ChatContentTextDict as ChatContentTextDict
from .chat_content_video import ChatContentVideo as ChatContentVideo, ChatContentVideoDict as ChatContentVideoDict
from .chat_content_video_input import (
    ChatContentVideoInput as ChatContentVideoInput,
    ChatContentVideoInputDict as ChatContentVideoInputDict,
)
from .chat_debug_options import ChatDebugOptions as ChatDebugOptions, ChatDebugOptionsDict as ChatDebugOptionsDict
from .chat_developer_message import (
    ChatDeveloperMessage as ChatDeveloperMessage,
    ChatDeveloperMessageDict as ChatDeveloperMessageDict,
)
from .chat_format_grammar_config import (
    ChatFormatGrammarConfig as ChatFormatGrammarConfig,
    ChatFormatGrammarConfigDict as ChatFormatGrammarConfigDict,
)
from .chat_format_json_object_config import (
    ChatFormatJsonObjectConfig as ChatFormatJsonObjectConfig,
    ChatFormatJsonObjectConfigDict as ChatFormatJsonObjectConfigDict,
)
from .chat_format_json_schema_config import (
    ChatFormatJsonSchemaConfig as ChatFormatJsonSchemaConfig,
    ChatFormatJsonSchemaConfigDict as ChatFormatJsonSchemaConfigDict,
)
from .chat_format_python_config import (
    ChatFormatPythonConfig as ChatFormatPythonConfig,
    ChatFormatPythonConfigDict as ChatFormatPythonConfigDict,
)
from .chat_format_text_config import (
    ChatFormatTextConfig as ChatFormatTextConfig,
    ChatFormatTextConfigDict as ChatFormatTextConfigDict,
)
from .chat_function_tool import (
    ChatFunctionTool as ChatFunctionTool,
    ChatFunctionToolDict as ChatFunctionToolDict,
    read_chat_function_tool as read_chat_function_tool,
)
from .chat_function_tool_definition import (
    ChatFunctionToolDefinition as ChatFunctionToolDefinition,
    ChatFunctionToolDefinitionDict as ChatFunctionToolDefinitionDict,
)
from .chat_function_tool_function import (
    ChatFunctionToolFunction as ChatFunctionToolFunction,
    ChatFunctionToolFunctionDict as ChatFunctionToolFunctionDict,
)
from .chat_json_schema_config import (
    ChatJsonSchemaConfig as ChatJsonSchemaConfig,
    ChatJsonSchemaConfigDict as ChatJsonSchemaConfigDict,
)
from .chat_messages import (
    ChatMessages as ChatMessages,
    ChatMessagesDict as ChatMessagesDict,
    read_chat_messages as read_chat_messages,
)
from .chat_named_tool_choice import (
    ChatNamedToolChoice as ChatNamedToolChoice,
    ChatNamedToolChoiceDict as ChatNamedToolChoiceDict,
)
from .chat_named_tool_choice_function import (
    ChatNamedToolChoiceFunction as ChatNamedToolChoiceFunction,
    ChatNamedToolChoiceFunctionDict as ChatNamedToolChoiceFunctionDict,
)
from .chat_request import ChatRequest as ChatRequest, ChatRequestDict as ChatRequestDict
from .chat_request_audio import ChatRequestAudio as ChatRequestAudio, ChatRequestAudioDict as ChatRequestAudioDict
from .chat_request_plugin import (
    ChatRequestPlugin as ChatRequestPlugin,
    ChatRequestPluginDict as ChatRequestPluginDict,
    read_chat_request_plugin as read_chat_request_plugin,
)
from .chat_request_reasoning import (
    ChatRequestReasoning as ChatRequestReasoning,
    ChatRequestReasoningDict as ChatRequestReasoningDict,
)
from .chat_request_usage import ChatRequestUsage as ChatRequestUsage, ChatRequestUsageDict as ChatRequestUsageDict
from .chat_request_web_search_options import (
    ChatRequestWebSearchOptions as ChatRequestWebSearchOptions,
    ChatRequestWebSearchOptionsDict as ChatRequestWebSearchOptionsDict,
)
from .chat_response_format import (
    ChatResponseFormat as ChatResponseFormat,
    ChatResponseFormatDict as ChatResponseFormatDict,
    read_chat_response_format as read_chat_response_format,
)
from .chat_result import ChatResult as ChatResult
from .chat_search_models_server_tool import (
    ChatSearchModelsServerTool as ChatSearchModelsServerTool,
    ChatSearchModelsServerToolDict as ChatSearchModelsServerToolDict,
)
from .chat_server_tool_choice import (
    ChatServerToolChoice as ChatServerToolChoice,
    ChatServerToolChoiceDict as ChatServerToolChoiceDict,
)
from .chat_stream_choice import ChatStreamChoice as ChatStreamChoice
from .chat_stream_chunk import ChatStreamChunk as ChatStreamChunk
from .chat_stream_chunk_debug import ChatStreamChunkDebug as ChatStreamChunkDebug
from .chat_stream_delta import ChatStreamDelta as ChatStreamDelta
from .chat_stream_options import ChatStreamOptions as ChatStreamOptions, ChatStreamOptionsDict as ChatStreamOptionsDict
from .chat_stream_tool_call import ChatStreamToolCall as ChatStreamToolCall
from .chat_stream_tool_call_function import ChatStreamToolCallFunction as ChatStreamToolCallFunction
from .chat_streaming_response import ChatStreamingResponse as ChatStreamingResponse
from .chat_system_message import ChatSystemMessage as ChatSystemMessage, ChatSystemMessageDict as ChatSystemMessageDict
from .chat_token_logprob import ChatTokenLogprob as ChatTokenLogprob
from .chat_token_logprob_top_logprob import ChatTokenLogprobTopLogprob as ChatTokenLogprobTopLogprob
from .chat_token_logprobs import ChatTokenLogprobs as ChatTokenLogprobs
from .chat_tool_call import ChatToolCall as ChatToolCall, ChatToolCallDict as ChatToolCallDict
from .chat_tool_call_function import (
    ChatToolCallFunction as ChatToolCallFunction,
    ChatToolCallFunctionDict as ChatToolCallFunctionDict,
)
from .chat_tool_choice import (
    ChatToolChoice as ChatToolChoice,
    ChatToolChoiceDict as ChatToolChoiceDict,
    read_chat_tool_choice as read_chat_tool_choice,
)
from .chat_tool_message import ChatToolMessage as ChatToolMessage, ChatToolMessageDict as ChatToolMessageDict
from .chat_usage import ChatUsage as ChatUsage
from .chat_usage_completion_tokens_details import ChatUsageCompletionTokensDetails as ChatUsageCompletionTokensDetails
from .chat_usage_prompt_tokens_details import ChatUsagePromptTokensDetails as ChatUsagePromptTokensDetails
from .chat_user_message import ChatUserMessage as ChatUserMessage, ChatUserMessageDict as ChatUserMessageDict
from .chat_web_search_shorthand import (
    ChatWebSearchShorthand as ChatWebSearchShorthand,
    ChatWebSearchShorthandDict as ChatWebSearchShorthandDict,
)
from .conflict_response import ConflictResponse as ConflictResponse
from .container_auto_environment import (
    ContainerAutoEnvironment as ContainerAutoEnvironment,
    ContainerAutoEnvironmentDict as ContainerAutoEnvironmentDict,
)
from .container_reference_environment import (
    ContainerReferenceEnvironment as ContainerReferenceEnvironment,
    ContainerReferenceEnvironmentDict as ContainerReferenceEnvironmentDict,
)
from .content_part_image import ContentPartImage as ContentPartImage, ContentPartImageDict as ContentPartImageDict
from .content_part_image_image_url import (
    ContentPartImageImageUrl as ContentPartImageImageUrl,
    ContentPartImageImageUrlDict as ContentPartImageImageUrlDict,
)
from .content_part_input_audio import (
    ContentPartInputAudio as ContentPartInputAudio,
    ContentPartInputAudioDict as ContentPartInputAudioDict,
)
from .content_part_input_file import (
    ContentPartInputFile as ContentPartInputFile,
    ContentPartInputFileDict as ContentPartInputFileDict,
)
from .content_part_input_video import (
    ContentPartInputVideo as ContentPartInputVideo,
    ContentPartInputVideoDict as ContentPartInputVideoDict,
)
from .content_part_text import ContentPartText as ContentPartText, ContentPartTextDict as ContentPartTextDict
from .context_compression_plugin import (
    ContextCompressionPlugin as ContextCompressionPlugin,
    ContextCompressionPluginDict as ContextCompressionPluginDict,
)
from .cost_details import CostDetails as CostDetails
from .create_auth_code_request import (
    CreateAuthCodeRequest as CreateAuthCodeRequest,
    CreateAuthCodeRequestDict as CreateAuthCodeRequestDict,
)
from .create_auth_code_response import CreateAuthCodeResponse as CreateAuthCodeResponse
from .create_auth_code_response_data import CreateAuthCodeResponseData as CreateAuthCodeResponseData
from .create_embeddings_request import (
    CreateEmbeddingsRequest as CreateEmbeddingsRequest,
    CreateEmbeddingsRequestDict as CreateEmbeddingsRequestDict,
)
from .create_embeddings_request_input import (
    CreateEmbeddingsRequestInput as CreateEmbeddingsRequestInput,
    CreateEmbeddingsRequestInputDict as CreateEmbeddingsRequestInputDict,
)
from .create_embeddings_request_input_content import (
    CreateEmbeddingsRequestInputContent as CreateEmbeddingsRequestInputContent,
    CreateEmbeddingsRequestInputContentDict as CreateEmbeddingsRequestInputContentDict,
    read_create_embeddings_request_input_content as read_create_embeddings_request_input_content,
)
from .create_embeddings_response import CreateEmbeddingsResponse as CreateEmbeddingsResponse
from .create_embeddings_response_data import CreateEmbeddingsResponseData as CreateEmbeddingsResponseData
from .create_embeddings_response_usage import CreateEmbeddingsResponseUsage as CreateEmbeddingsResponseUsage
from .create_embeddings_response_usage_prompt_tokens_details import (
    CreateEmbeddingsResponseUsagePromptTokensDetails as CreateEmbeddingsResponseUsagePromptTokensDetails,
)
from .create_keys_request import CreateKeysRequest as CreateKeysRequest, CreateKeysRequestDict as CreateKeysRequestDict
from .create_keys_response import CreateKeysResponse as CreateKeysResponse
from .da_benchmark_entry import DABenchmarkEntry as DABenchmarkEntry
from .datetime_server_tool import (
    DatetimeServerTool as DatetimeServerTool,
    DatetimeServerToolDict as DatetimeServerToolDict,
)
from .datetime_server_tool_config import (
    DatetimeServerToolConfig as DatetimeServerToolConfig,
    DatetimeServerToolConfigDict as DatetimeServerToolConfigDict,
)
from .default_parameters import DefaultParameters as DefaultParameters
from .delete_keys_response import DeleteKeysResponse as DeleteKeysResponse
from .edge_network_timeout_response import EdgeNetworkTimeoutResponse as EdgeNetworkTimeoutResponse
from .endpoint_info import EndpointInfo as EndpointInfo
from .endpoints_metadata import EndpointsMetadata as EndpointsMetadata
from .error_availability import ErrorAvailability as ErrorAvailability
from .error_metadata import ErrorMetadata as ErrorMetadata
from .error_metadata_previous_error import ErrorMetadataPreviousError as ErrorMetadataPreviousError
from .error_response_error import ErrorResponseError as ErrorResponseError
from .exchange_auth_code_request import (
    ExchangeAuthCodeRequest as ExchangeAuthCodeRequest,
    ExchangeAuthCodeRequestDict as ExchangeAuthCodeRequestDict,
)
from .exchange_auth_code_response import ExchangeAuthCodeResponse as ExchangeAuthCodeResponse
from .file_parser_plugin import FileParserPlugin as FileParserPlugin, FileParserPluginDict as FileParserPluginDict
from .files_server_tool import FilesServerTool as FilesServerTool, FilesServerToolDict as FilesServerToolDict
from .forbidden_response import ForbiddenResponse as ForbiddenResponse
from .free_model_daily_requests import FreeModelDailyRequests as FreeModelDailyRequests
from .fusion_plugin import FusionPlugin as FusionPlugin, FusionPluginDict as FusionPluginDict
from .fusion_plugin_tool import FusionPluginTool as FusionPluginTool, FusionPluginToolDict as FusionPluginToolDict
from .fusion_plugin_tool_parameter import (
    FusionPluginToolParameter as FusionPluginToolParameter,
    FusionPluginToolParameterDict as FusionPluginToolParameterDict,
    read_fusion_plugin_tool_parameter as read_fusion_plugin_tool_parameter,
)
from .fusion_server_tool_config import (
    FusionServerToolConfig as FusionServerToolConfig,
    FusionServerToolConfigDict as FusionServerToolConfigDict,
)
from .fusion_server_tool_config_reasoning import (
    FusionServerToolConfigReasoning as FusionServerToolConfigReasoning,
    FusionServerToolConfigReasoningDict as FusionServerToolConfigReasoningDict,
)
from .fusion_server_tool_config_tool import (
    FusionServerToolConfigTool as FusionServerToolConfigTool,
    FusionServerToolConfigToolDict as FusionServerToolConfigToolDict,
)
from .fusion_server_tool_open_router import (
    FusionServerToolOpenRouter as FusionServerToolOpenRouter,
    FusionServerToolOpenRouterDict as FusionServerToolOpenRouterDict,
)
from .generation_content_data import GenerationContentData as GenerationContentData
from .generation_content_data_input import (
    GenerationContentDataInput as GenerationContentDataInput,
    read_generation_content_data_input as read_generation_content_data_input,
)
from .generation_content_data_input_messages import (
    GenerationContentDataInputMessages as GenerationContentDataInputMessages,
)
from .generation_content_data_input_prompt import GenerationContentDataInputPrompt as GenerationContentDataInputPrompt
from .generation_content_data_output import GenerationContentDataOutput as GenerationContentDataOutput
from .generation_content_error import GenerationContentError as GenerationContentError
from .generation_content_error_attempt import GenerationContentErrorAttempt as GenerationContentErrorAttempt
from .generation_content_response import GenerationContentResponse as GenerationContentResponse
from .generation_response import GenerationResponse as GenerationResponse
from .generation_response_data import GenerationResponseData as GenerationResponseData
from .get_credits_response import GetCreditsResponse as GetCreditsResponse
from .get_credits_response_data import GetCreditsResponseData as GetCreditsResponseData
from .get_current_key_response import GetCurrentKeyResponse as GetCurrentKeyResponse
from .get_current_key_response_data import GetCurrentKeyResponseData as GetCurrentKeyResponseData
from .get_current_key_response_data_rate_limit import (
    GetCurrentKeyResponseDataRateLimit as GetCurrentKeyResponseDataRateLimit,
)
from .get_key_response import GetKeyResponse as GetKeyResponse
from .gone_response import GoneResponse as GoneResponse
from .image_generation_server_tool_config import (
    ImageGenerationServerToolConfig as ImageGenerationServerToolConfig,
    ImageGenerationServerToolConfigDict as ImageGenerationServerToolConfigDict,
)
from .image_generation_server_tool_open_router import (
    ImageGenerationServerToolOpenRouter as ImageGenerationServerToolOpenRouter,
    ImageGenerationServerToolOpenRouterDict as ImageGenerationServerToolOpenRouterDict,
)
from .internal_server_response import InternalServerResponse as InternalServerResponse
from .key_budget import KeyBudget as KeyBudget
from .legacy_chat_content_video import (
    LegacyChatContentVideo as LegacyChatContentVideo,
    LegacyChatContentVideoDict as LegacyChatContentVideoDict,
)
from .legacy_chat_content_video_input import (
    LegacyChatContentVideoInput as LegacyChatContentVideoInput,
    LegacyChatContentVideoInputDict as LegacyChatContentVideoInputDict,
)
from .list_endpoints_response import ListEndpointsResponse as ListEndpointsResponse
from .list_endpoints_zdr_response import ListEndpointsZdrResponse as ListEndpointsZdrResponse
from .list_keys_response import ListKeysResponse as ListKeysResponse
from .list_providers_response import ListProvidersResponse as ListProvidersResponse
from .list_providers_response_data import ListProvidersResponseData as ListProvidersResponseData
from .model import Model as Model
from .model_alias_target import ModelAliasTarget as ModelAliasTarget
from .model_architecture import ModelArchitecture as ModelArchitecture
from .model_benchmarks import ModelBenchmarks as ModelBenchmarks
from .model_endpoints_response import ModelEndpointsResponse as ModelEndpointsResponse
from .model_links import ModelLinks as ModelLinks
from .model_reasoning import ModelReasoning as ModelReasoning
from .model_response import ModelResponse as ModelResponse
from .models_count_response import ModelsCountResponse as ModelsCountResponse
from .models_count_response_data import ModelsCountResponseData as ModelsCountResponseData
from .models_list_response import ModelsListResponse as ModelsListResponse
from .models_list_response_links import ModelsListResponseLinks as ModelsListResponseLinks
from .moderation_plugin import ModerationPlugin as ModerationPlugin, ModerationPluginDict as ModerationPluginDict
from .multimodal_media import MultimodalMedia as MultimodalMedia, MultimodalMediaDict as MultimodalMediaDict
from .not_found_response import NotFoundResponse as NotFoundResponse
from .open_router_metadata import OpenRouterMetadata as OpenRouterMetadata
from .open_router_web_search_server_tool import (
    OpenRouterWebSearchServerTool as OpenRouterWebSearchServerTool,
    OpenRouterWebSearchServerToolDict as OpenRouterWebSearchServerToolDict,
)
from .pareto_router_plugin import (
    ParetoRouterPlugin as ParetoRouterPlugin,
    ParetoRouterPluginDict as ParetoRouterPluginDict,
)
from .payload_too_large_response import PayloadTooLargeResponse as PayloadTooLargeResponse
from .payment_required_response import PaymentRequiredResponse as PaymentRequiredResponse
from .pdf_parser_options import PDFParserOptions as PDFParserOptions, PDFParserOptionsDict as PDFParserOptionsDict
from .per_request_limits import PerRequestLimits as PerRequestLimits
from .percentile_latency_cutoffs import (
    PercentileLatencyCutoffs as PercentileLatencyCutoffs,
    PercentileLatencyCutoffsDict as PercentileLatencyCutoffsDict,
)
from .percentile_stats import PercentileStats as PercentileStats
from .percentile_throughput_cutoffs import (
    PercentileThroughputCutoffs as PercentileThroughputCutoffs,
    PercentileThroughputCutoffsDict as PercentileThroughputCutoffsDict,
)
from .pipeline_stage import PipelineStage as PipelineStage
from .prediction import Prediction as Prediction, PredictionDict as PredictionDict
from .prediction_content_text import (
    PredictionContentText as PredictionContentText,
    PredictionContentTextDict as PredictionContentTextDict,
)
from .preferred_max_latency import (
    PreferredMaxLatency as PreferredMaxLatency,
    PreferredMaxLatencyDict as PreferredMaxLatencyDict,
    read_preferred_max_latency as read_preferred_max_latency,
)
from .preferred_min_throughput import (
    PreferredMinThroughput as PreferredMinThroughput,
    PreferredMinThroughputDict as PreferredMinThroughputDict,
    read_preferred_min_throughput as read_preferred_min_throughput,
)
from .pricing_override import PricingOverride as PricingOverride
from .prompt_cache_breakpoint import (
    PromptCacheBreakpoint as PromptCacheBreakpoint,
    PromptCacheBreakpointDict as PromptCacheBreakpointDict,
)
from .prompt_cache_options import (
    PromptCacheOptions as PromptCacheOptions,
    PromptCacheOptionsDict as PromptCacheOptionsDict,
)
from .provider_overloaded_response import ProviderOverloadedResponse as ProviderOverloadedResponse
from .provider_preferences import (
    ProviderPreferences as ProviderPreferences,
    ProviderPreferencesDict as ProviderPreferencesDict,
)
from .provider_preferences_max_price import (
    ProviderPreferencesMaxPrice as ProviderPreferencesMaxPrice,
    ProviderPreferencesMaxPriceDict as ProviderPreferencesMaxPriceDict,
)
from .provider_preferences_sort import (
    ProviderPreferencesSort as ProviderPreferencesSort,
    ProviderPreferencesSortDict as ProviderPreferencesSortDict,
    read_provider_preferences_sort as read_provider_preferences_sort,
)
from .provider_response import ProviderResponse as ProviderResponse
from .provider_sort_config import (
    ProviderSortConfig as ProviderSortConfig,
    ProviderSortConfigDict as ProviderSortConfigDict,
)
from .public_endpoint import PublicEndpoint as PublicEndpoint
from .public_endpoint_native_tool import PublicEndpointNativeTool as PublicEndpointNativeTool
from .public_pricing import PublicPricing as PublicPricing
from .reasoning_detail_encrypted import (
    ReasoningDetailEncrypted as ReasoningDetailEncrypted,
    ReasoningDetailEncryptedDict as ReasoningDetailEncryptedDict,
)
from .reasoning_detail_server_tool_call import (
    ReasoningDetailServerToolCall as ReasoningDetailServerToolCall,
    ReasoningDetailServerToolCallDict as ReasoningDetailServerToolCallDict,
)
from .reasoning_detail_summary import (
    ReasoningDetailSummary as ReasoningDetailSummary,
    ReasoningDetailSummaryDict as ReasoningDetailSummaryDict,
)
from .reasoning_detail_text import (
    ReasoningDetailText as ReasoningDetailText,
    ReasoningDetailTextDict as ReasoningDetailTextDict,
)
from .reasoning_detail_union import (
    ReasoningDetailUnion as ReasoningDetailUnion,
    ReasoningDetailUnionDict as ReasoningDetailUnionDict,
    read_reasoning_detail_union as read_reasoning_detail_union,
)
from .request_timeout_response import RequestTimeoutResponse as RequestTimeoutResponse
from .response_healing_plugin import (
    ResponseHealingPlugin as ResponseHealingPlugin,
    ResponseHealingPluginDict as ResponseHealingPluginDict,
)
from .router_attempt import RouterAttempt as RouterAttempt
from .router_params import RouterParams as RouterParams
from .search_models_server_tool_config import (
    SearchModelsServerToolConfig as SearchModelsServerToolConfig,
    SearchModelsServerToolConfigDict as SearchModelsServerToolConfigDict,
)
from .server_tool_use_details import ServerToolUseDetails as ServerToolUseDetails
from .service_unavailable_response import ServiceUnavailableResponse as ServiceUnavailableResponse
from .stop_server_tools_when_condition import (
    StopServerToolsWhenCondition as StopServerToolsWhenCondition,
    StopServerToolsWhenConditionDict as StopServerToolsWhenConditionDict,
    read_stop_server_tools_when_condition as read_stop_server_tools_when_condition,
)
from .stop_server_tools_when_finish_reason_is import (
    StopServerToolsWhenFinishReasonIs as StopServerToolsWhenFinishReasonIs,
    StopServerToolsWhenFinishReasonIsDict as StopServerToolsWhenFinishReasonIsDict,
)
from .stop_server_tools_when_has_tool_call import (
    StopServerToolsWhenHasToolCall as StopServerToolsWhenHasToolCall,
    StopServerToolsWhenHasToolCallDict as StopServerToolsWhenHasToolCallDict,
)
from .stop_server_tools_when_max_cost import (
    StopServerToolsWhenMaxCost as StopServerToolsWhenMaxCost,
    StopServerToolsWhenMaxCostDict as StopServerToolsWhenMaxCostDict,
)
from .stop_server_tools_when_max_tokens_used import (
    StopServerToolsWhenMaxTokensUsed as StopServerToolsWhenMaxTokensUsed,
    StopServerToolsWhenMaxTokensUsedDict as StopServerToolsWhenMaxTokensUsedDict,
)
from .stop_server_tools_when_step_count_is import (
    StopServerToolsWhenStepCountIs as StopServerToolsWhenStepCountIs,
    StopServerToolsWhenStepCountIsDict as StopServerToolsWhenStepCountIsDict,
)
from .subagent_nested_tool import (
    SubagentNestedTool as SubagentNestedTool,
    SubagentNestedToolDict as SubagentNestedToolDict,
)
from .subagent_reasoning import SubagentReasoning as SubagentReasoning, SubagentReasoningDict as SubagentReasoningDict
from .subagent_server_tool_config import (
    SubagentServerToolConfig as SubagentServerToolConfig,
    SubagentServerToolConfigDict as SubagentServerToolConfigDict,
)
from .subagent_server_tool_open_router import (
    SubagentServerToolOpenRouter as SubagentServerToolOpenRouter,
    SubagentServerToolOpenRouterDict as SubagentServerToolOpenRouterDict,
)
from .submit_generation_feedback_request import (
    SubmitGenerationFeedbackRequest as SubmitGenerationFeedbackRequest,
    SubmitGenerationFeedbackRequestDict as SubmitGenerationFeedbackRequestDict,
)
from .submit_generation_feedback_response import SubmitGenerationFeedbackResponse as SubmitGenerationFeedbackResponse
from .submit_generation_feedback_response_data import (
    SubmitGenerationFeedbackResponseData as SubmitGenerationFeedbackResponseData,
)
from .too_many_requests_response import TooManyRequestsResponse as TooManyRequestsResponse
from .tool_choice_support import ToolChoiceSupport as ToolChoiceSupport
from .top_provider_info import TopProviderInfo as TopProviderInfo
from .trace_config import TraceConfig as TraceConfig, TraceConfigDict as TraceConfigDict
from .unauthorized_response import UnauthorizedResponse as UnauthorizedResponse
from .unprocessable_entity_response import UnprocessableEntityResponse as UnprocessableEntityResponse
from .update_keys_request import UpdateKeysRequest as UpdateKeysRequest, UpdateKeysRequestDict as UpdateKeysRequestDict
from .update_keys_response import UpdateKeysResponse as UpdateKeysResponse
from .web_fetch_plugin import WebFetchPlugin as WebFetchPlugin, WebFetchPluginDict as WebFetchPluginDict
from .web_fetch_server_tool import (
    WebFetchServerTool as WebFetchServerTool,
    WebFetchServerToolDict as WebFetchServerToolDict,
)
from .web_fetch_server_tool_config import (
    WebFetchServerToolConfig as WebFetchServerToolConfig,
    WebFetchServerToolConfigDict as WebFetchServerToolConfigDict,
)
from .web_search_config import WebSearchConfig as WebSearchConfig, WebSearchConfigDict as WebSearchConfigDict
from .web_search_plugin import WebSearchPlugin as WebSearchPlugin, WebSearchPluginDict as WebSearchPluginDict
from .web_search_user_location import (
    WebSearchUserLocation as WebSearchUserLocation,
    WebSearchUserLocationDict as WebSearchUserLocationDict,
)
from .web_search_user_location_server_tool import (
    WebSearchUserLocationServerTool as WebSearchUserLocationServerTool,
    WebSearchUserLocationServerToolDict as WebSearchUserLocationServerToolDict,
)
