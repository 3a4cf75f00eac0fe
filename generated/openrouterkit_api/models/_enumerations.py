# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Enumerations of the API. Each also accepts values that it does not list, because the service may add some."""

from __future__ import annotations

from typing import Literal, TypeAlias

APIKeyLimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""When the spending that counts towards the limit of a key is reset, always at midnight UTC: each day,
each Monday, or on the first day of each month.
"""

AnthropicCacheControlTtl: TypeAlias = Literal["5m", "1h"] | str
"""How long a cached prefix is kept after its last use: 5m is five minutes; 1h is one hour, and costs
more to write.
"""

ApiErrorType: TypeAlias = (
    Literal[
        "context_length_exceeded",
        "max_tokens_exceeded",
        "token_limit_exceeded",
        "string_too_long",
        "authentication",
        "permission_denied",
        "payment_required",
        "rate_limit_exceeded",
        "provider_overloaded",
        "provider_unavailable",
        "invalid_request",
        "invalid_prompt",
        "not_found",
        "precondition_failed",
        "payload_too_large",
        "unprocessable",
        "content_policy_violation",
        "refusal",
        "invalid_image",
        "image_too_large",
        "image_too_small",
        "unsupported_image_format",
        "image_not_found",
        "image_download_failed",
        "server",
        "timeout",
        "unmapped",
    ]
    | str
)
"""Kind of an error. Size: `context_length_exceeded`, `max_tokens_exceeded`, `token_limit_exceeded`,
`string_too_long`, `payload_too_large`. Account: `authentication`, `permission_denied`,
`payment_required`, `rate_limit_exceeded`. Request: `invalid_request`, `invalid_prompt`,
`not_found`, `precondition_failed`, `unprocessable`. Content: `content_policy_violation`, `refusal`.
Images: `invalid_image`, `image_too_large`, `image_too_small`, `unsupported_image_format`,
`image_not_found`, `image_download_failed`. Service and providers: `provider_overloaded`,
`provider_unavailable`, `server`, `timeout`. Other errors: `unmapped`.
"""

AutoRouterPluginCostTier: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""Price range of the models that a router selects from, by fifths of the candidates' prices for the
task: low is the cheapest fifth, then medium, high, xhigh, and max the most expensive.
"""

BashServerToolEngine: TypeAlias = Literal["auto", "native", "openrouter"] | str
"""Which engine runs shell commands: openrouter runs them in its sandbox; native, and currently auto,
return the call for your program to run.
"""

ChatContentImageImageUrlDetail: TypeAlias = Literal["auto", "low", "high", "original"] | str
"""Resolution at which a model sees an image: auto leaves the choice to the provider, low uses the
fewest tokens, high shows more detail, original keeps the full resolution (or high if the provider
does not support it).
"""

ChatFinishReasonEnum: TypeAlias = Literal["tool_calls", "stop", "length", "content_filter", "error", "end_turn"] | str
"""Why a model stopped: `stop` is a natural end or a stop sequence, `end_turn` the same for some
providers, `length` a token limit, `tool_calls` a request to run tools, `content_filter` moderation,
`error` a failure of the provider.
"""

ChatReasoningSummaryVerbosityEnum: TypeAlias = Literal["auto", "concise", "detailed"] | str
"""How detailed the summary of the reasoning is: concise or detailed, or auto to leave it to the model.
Only for models that summarize their reasoning.
"""

ChatRequestAudioFormat: TypeAlias = Literal["wav", "aac", "mp3", "flac", "opus", "pcm16"] | str
"""Format of spoken answers. pcm16 is raw audio with 16 bits per sample, the others are common file
formats.
"""

ChatRequestModality: TypeAlias = Literal["text", "image", "audio"] | str
"""Kind of output: text, image or audio."""

ChatRequestServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority", "scale"] | str
"""Processing tier of the provider: auto lets the provider choose, default is the standard tier, flex
is cheaper but slower and may be rejected, priority (or fast) is faster and more expensive, scale
uses capacity bought in advance.
"""

ChatRequestVerbosity: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""How long and detailed the answer should be: low, medium, high, xhigh or max. Few models support the
last two.
"""

ChatResultServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority", "scale", "provisioned"] | str
"""Service tier that a provider used: `default` is the standard tier, `fast` and `priority` cost more
and respond sooner, `flex` costs less and may be slower, `scale` and `provisioned` are reserved
capacity, `auto` leaves the choice to the provider.
"""

ChatToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether tools are used: none disables them, auto leaves it to the model, required demands at least
one call.
"""

ChatWebSearchShorthandType: TypeAlias = (
    Literal["web_search", "web_search_preview", "web_search_preview_2025_03_11", "web_search_2025_08_26"] | str
)
"""OpenAI's names for web search, with and without a date. All have the same meaning here."""

CodeChallengeMethod: TypeAlias = Literal["S256", "plain"] | str
"""How a code challenge is computed from its verifier (RFC 7636): S256 is the SHA-256 of the verifier,
in base64url without padding; plain is the verifier itself, which protects little.
"""

CountryCode: TypeAlias = (
    Literal[
        "AD",
        "AE",
        "AF",
        "AG",
        "AI",
        "AL",
        "AM",
        "AO",
        "AQ",
        "AR",
        "AS",
        "AT",
        "AU",
        "AW",
        "AX",
        "AZ",
        "BA",
        "BB",
        "BD",
        "BE",
        "BF",
        "BG",
        "BH",
        "BI",
        "BJ",
        "BL",
        "BM",
        "BN",
        "BO",
        "BQ",
        "BR",
        "BS",
        "BT",
        "BV",
        "BW",
        "BY",
        "BZ",
        "CA",
        "CC",
        "CD",
        "CF",
        "CG",
        "CH",
        "CI",
        "CK",
        "CL",
        "CM",
        "CN",
        "CO",
        "CR",
        "CU",
        "CV",
        "CW",
        "CX",
        "CY",
        "CZ",
        "DE",
        "DJ",
        "DK",
        "DM",
        "DO",
        "DZ",
        "EC",
        "EE",
        "EG",
        "EH",
        "ER",
        "ES",
        "ET",
        "FI",
        "FJ",
        "FK",
        "FM",
        "FO",
        "FR",
        "GA",
        "GB",
        "GD",
        "GE",
        "GF",
        "GG",
        "GH",
        "GI",
        "GL",
        "GM",
        "GN",
        "GP",
        "GQ",
        "GR",
        "GS",
        "GT",
        "GU",
        "GW",
        "GY",
        "HK",
        "HM",
        "HN",
        "HR",
        "HT",
        "HU",
        "ID",
        "IE",
        "IL",
        "IM",
        "IN",
        "IO",
        "IQ",
        "IR",
        "IS",
        "IT",
        "JE",
        "JM",
        "JO",
        "JP",
        "KE",
        "KG",
        "KH",
        "KI",
        "KM",
        "KN",
        "KP",
        "KR",
        "KW",
        "KY",
        "KZ",
        "LA",
        "LB",
        "LC",
        "LI",
        "LK",
        "LR",
        "LS",
        "LT",
        "LU",
        "LV",
        "LY",
        "MA",
        "MC",
        "MD",
        "ME",
        "MF",
        "MG",
        "MH",
        "MK",
        "ML",
        "MM",
        "MN",
        "MO",
        "MP",
        "MQ",
        "MR",
        "MS",
        "MT",
        "MU",
        "MV",
        "MW",
        "MX",
        "MY",
        "MZ",
        "NA",
        "NC",
        "NE",
        "NF",
        "NG",
        "NI",
        "NL",
        "NO",
        "NP",
        "NR",
        "NU",
        "NZ",
        "OM",
        "PA",
        "PE",
        "PF",
        "PG",
        "PH",
        "PK",
        "PL",
        "PM",
        "PN",
        "PR",
        "PS",
        "PT",
        "PW",
        "PY",
        "QA",
        "RE",
        "RO",
        "RS",
        "RU",
        "RW",
        "SA",
        "SB",
        "SC",
        "SD",
        "SE",
        "SG",
        "SH",
        "SI",
        "SJ",
        "SK",
        "SL",
        "SM",
        "SN",
        "SO",
        "SR",
        "SS",
        "ST",
        "SV",
        "SX",
        "SY",
        "SZ",
        "TC",
        "TD",
        "TF",
        "TG",
        "TH",
        "TJ",
        "TK",
        "TL",
        "TM",
        "TN",
        "TO",
        "TR",
        "TT",
        "TV",
        "TW",
        "TZ",
        "UA",
        "UG",
        "UM",
        "US",
        "UY",
        "UZ",
        "VA",
        "VC",
        "VE",
        "VG",
        "VI",
        "VN",
        "VU",
        "WF",
        "WS",
        "YE",
        "YT",
        "ZA",
        "ZM",
        "ZW",
    ]
    | str
)
"""A country or territory, as its two-letter code of ISO 3166-1."""

CreateEmbeddingsRequestEncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""Encoding of vectors: float is a list of numbers, base64 the same numbers as little-endian 32-bit
floats in base64, which is shorter.
"""

DeprecatedRoute: TypeAlias = Literal["fallback", "sort"] | str
"""Deprecated: use provider.sort with partition. fallback corresponds to partition model, sort to
partition none.
"""

EndpointStatus: TypeAlias = Literal[0, -1, -2, -3, -5, -10] | int
"""Status of an endpoint, as a number: 0 means normal. The service does not document the negative
numbers.
"""

FusionPluginPreset: TypeAlias = Literal["general-high", "general-budget", "general-fast"] | str
"""Predefined panels with a judge, for general use: general-high for quality, general-budget for a low
price, general-fast for speed.
"""

GenerationResponseDataApiType: TypeAlias = (
    Literal["completions", "embeddings", "rerank", "tts", "stt", "video", "image"] | str
)
"""Kind of request that created a generation: text completions, including chats; embeddings; ranking of
documents; text to speech (tts); speech to text (stt); video; image.
"""

GenerationResponseDataDataRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""Region that a request was routed through. global means any."""

GetCurrentKeyResponseDataAllowedDataRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""Region in which requests may be processed; `global` means anywhere."""

GetModelsCategory: TypeAlias = (
    Literal[
        "programming",
        "roleplay",
        "marketing",
        "marketing/seo",
        "technology",
        "science",
        "translation",
        "legal",
        "finance",
        "health",
        "trivia",
        "academia",
    ]
    | str
)
"""Field of use by which models are ranked. `marketing/seo` is a part of `marketing`."""

GetModelsDistillable: TypeAlias = Literal["true", "false"] | str
"""Whether the output of a model may be used to train other models, as text: `true` or `false`."""

GetModelsRegion: TypeAlias = Literal["eu", "us"] | str
"""Region in which data is processed: `eu` is the European Union, `us` the United States."""

GetModelsSort: TypeAlias = (
    Literal[
        "most-popular",
        "newest",
        "top-weekly",
        "pricing-low-to-high",
        "pricing-high-to-low",
        "context-high-to-low",
        "throughput-high-to-low",
        "latency-low-to-high",
        "intelligence-high-to-low",
        "coding-high-to-low",
        "agentic-high-to-low",
        "design-arena-elo-high-to-low",
    ]
    | str
)
"""Order of a list of models. `most-popular` and `top-weekly` order by tokens processed, `newest` by
the date on which a model was added, `pricing-...` by the mean of prompt and completion price,
`context-...` by context length, `throughput-...` and `latency-...` by recent medians,
`intelligence-...`, `coding-...` and `agentic-...` by the indices of Artificial Analysis,
`design-arena-elo-...` by the best Elo rating in Design Arena. Models without a value are last.
"""

InputModality: TypeAlias = Literal["text", "image", "file", "audio", "video"] | str
"""Kind of input. `file` means documents such as PDF."""

InstructType: TypeAlias = (
    Literal[
        "none",
        "airoboros",
        "alpaca",
        "alpaca-modif",
        "chatml",
        "claude",
        "code-llama",
        "gemma",
        "llama2",
        "llama3",
        "mistral",
        "nemotron",
        "neural",
        "openchat",
        "phi3",
        "rwkv",
        "vicuna",
        "zephyr",
        "deepseek-r1",
        "deepseek-v3.1",
        "qwq",
        "qwen3",
    ]
    | str
)
"""Prompt template of an instruction-tuned model, named after its original model or format. `none` is
plain text.
"""

KeyBudgetResetInterval: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""When the spending that counts towards a budget is reset, always at midnight UTC: each day, each
Monday, or on the first day of each month.
"""

KeyBudgetScope: TypeAlias = (
    Literal["workspace_default_member", "workspace_default_key", "member", "api_key", "workspace", "key_limit"] | str
)
"""What a budget applies to: the default guardrail of the workspace applied to the member or to the
key, the guardrail of the member or of the key, the whole workspace, or the limit of the key.
Budgets are checked in this order.
"""

MetadataLevel: TypeAlias = Literal["disabled", "enabled"] | str
"""Whether the response reports how the request was routed: `enabled` adds `openrouter_metadata`,
`disabled` omits it.
"""

ModelGroup: TypeAlias = (
    Literal[
        "Router",
        "Media",
        "Other",
        "GPT",
        "Claude",
        "Gemini",
        "Gemma",
        "Grok",
        "Cohere",
        "Nova",
        "Qwen",
        "Yi",
        "DeepSeek",
        "Mistral",
        "Llama2",
        "Llama3",
        "Llama4",
        "PaLM",
        "RWKV",
        "Qwen3",
    ]
    | str
)
"""Family of models with the same tokenizer. `Router` means entries that select a model, `Media` models
without text tokens, `Other` all other models.
"""

OutputModality: TypeAlias = (
    Literal["text", "image", "embeddings", "audio", "video", "rerank", "speech", "transcription"] | str
)
"""Kind of output: `embeddings` are vectors, `rerank` scores of documents, `speech` spoken text,
`transcription` text from speech; `audio` is part of a chat completion.
"""

PDFParserEngine: TypeAlias = Literal["mistral-ocr", "native", "cloudflare-ai", "pdf-text"] | str
"""Engine that reads PDF documents: mistral-ocr recognizes scanned pages, at a price per page;
cloudflare-ai converts to Markdown; native sends the file to the model, billed as input tokens.
pdf-text is a former value, now treated as cloudflare-ai.
"""

Parameter: TypeAlias = (
    Literal[
        "temperature",
        "top_p",
        "top_k",
        "min_p",
        "top_a",
        "frequency_penalty",
        "presence_penalty",
        "repetition_penalty",
        "max_tokens",
        "max_completion_tokens",
        "logit_bias",
        "logprobs",
        "top_logprobs",
        "prediction",
        "seed",
        "response_format",
        "structured_outputs",
        "stop",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "include_reasoning",
        "reasoning",
        "reasoning_effort",
        "web_search_options",
        "verbosity",
    ]
    | str
)
"""Request parameter that a model may support."""

ParetoRouterPluginPriceSource: TypeAlias = Literal["prompt", "weighted_avg"] | str
"""Which price of a model is compared: prompt is the list price of input tokens, weighted_avg the
average that users pay for them.
"""

PipelineStageType: TypeAlias = (
    Literal["guardrail", "plugin", "server_tools", "response_healing", "context_compression"] | str
)
"""Kind of a pipeline stage: `guardrail` checks rules of the account, `plugin` is a plugin of the
request, `server_tools` ran tools on the server, `response_healing` repaired malformed JSON,
`context_compression` shortened the prompt.
"""

ProviderName: TypeAlias = (
    Literal[
        "Modal",
        "AkashML",
        "AI21",
        "AionLabs",
        "Alibaba",
        "Ambient",
        "Baidu",
        "Amazon Bedrock",
        "Amazon Nova",
        "Anthropic",
        "Arcee AI",
        "AtlasCloud",
        "Avian",
        "Azure",
        "BaseTen",
        "BytePlus",
        "Black Forest Labs",
        "Cerebras",
        "Chutes",
        "Cirrascale",
        "Claude Platform on AWS",
        "Clarifai",
        "Cloudflare",
        "Cohere",
        "CoreWeave",
        "Crucible",
        "Crusoe",
        "Darkbloom",
        "Databricks",
        "Decart",
        "Deepgram",
        "DeepInfra",
        "DeepSeek",
        "DekaLLM",
        "DigitalOcean",
        "Featherless",
        "Fireworks",
        "Fish Audio",
        "Friendli",
        "GMICloud",
        "Google",
        "Google AI Studio",
        "Groq",
        "HeyGen",
        "Inception",
        "Inceptron",
        "InferenceNet",
        "Ionstream",
        "Infermatic",
        "Io Net",
        "Inferact vLLM",
        "Inflection",
        "Liquid",
        "Makora",
        "Mara",
        "Mancer 2",
        "Meta",
        "Minimax",
        "ModelRun",
        "Mistral",
        "Modular",
        "Moonshot AI",
        "Morph",
        "VoyageAI by MongoDB",
        "NCompass",
        "Nebius",
        "Nex AGI",
        "NextBit",
        "Novita",
        "Nvidia",
        "OpenAI",
        "OpenInference",
        "Parasail",
        "Poolside",
        "Perceptron",
        "Perplexity",
        "Phala",
        "Recraft",
        "Reka",
        "Relace",
        "Sail Research",
        "Sakana AI",
        "SambaNova",
        "Seed",
        "SiliconFlow",
        "Sourceful",
        "StepFun",
        "Stealth",
        "StreamLake",
        "Switchpoint",
        "Tencent",
        "Tenstorrent",
        "Thinking Machines",
        "Together",
        "Upstage",
        "Venice",
        "Wafer",
        "WandB",
        "Quiver",
        "Krea",
        "Runway",
        "Xiaomi",
        "xAI",
        "Z.AI",
        "FakeProvider",
    ]
    | str
)
"""A provider that serves models, by its display name. Requests may also use the short form of model
pages, such as anthropic or google-ai-studio.
"""

ProviderPreferencesDataCollection: TypeAlias = Literal["deny", "allow"] | str
"""Which providers may be used: allow permits providers that store prompts and may train on them, deny
excludes them.
"""

ProviderResponseProviderName: TypeAlias = (
    Literal[
        "AnyScale",
        "Atoma",
        "Cent-ML",
        "CrofAI",
        "Enfer",
        "GoPomelo",
        "HuggingFace",
        "Hyperbolic",
        "Hyperbolic 2",
        "InoCloud",
        "Kluster",
        "Lambda",
        "Lepton",
        "Lynn 2",
        "Lynn",
        "Mancer",
        "Modal",
        "Nineteen",
        "OctoAI",
        "Recursal",
        "Reflection",
        "Replicate",
        "SambaNova 2",
        "SF Compute",
        "Targon",
        "Together 2",
        "Ubicloud",
        "01.AI",
        "AkashML",
        "AI21",
        "AionLabs",
        "Alibaba",
        "Ambient",
        "Baidu",
        "Amazon Bedrock",
        "Amazon Nova",
        "Anthropic",
        "Arcee AI",
        "AtlasCloud",
        "Avian",
        "Azure",
        "BaseTen",
        "BytePlus",
        "Black Forest Labs",
        "Cerebras",
        "Chutes",
        "Cirrascale",
        "Claude Platform on AWS",
        "Clarifai",
        "Cloudflare",
        "Cohere",
        "CoreWeave",
        "Crucible",
        "Crusoe",
        "Darkbloom",
        "Databricks",
        "Decart",
        "Deepgram",
        "DeepInfra",
        "DeepSeek",
        "DekaLLM",
        "DigitalOcean",
        "Featherless",
        "Fireworks",
        "Fish Audio",
        "Friendli",
        "GMICloud",
        "Google",
        "Google AI Studio",
        "Groq",
        "HeyGen",
        "Inception",
        "Inceptron",
        "InferenceNet",
        "Ionstream",
        "Infermatic",
        "Io Net",
        "Inferact vLLM",
        "Inflection",
        "Liquid",
        "Makora",
        "Mara",
        "Mancer 2",
        "Meta",
        "Minimax",
        "ModelRun",
        "Mistral",
        "Modular",
        "Moonshot AI",
        "Morph",
        "VoyageAI by MongoDB",
        "NCompass",
        "Nebius",
        "Nex AGI",
        "NextBit",
        "Novita",
        "Nvidia",
        "OpenAI",
        "OpenInference",
        "Parasail",
        "Poolside",
        "Perceptron",
        "Perplexity",
        "Phala",
        "Recraft",
        "Reka",
        "Relace",
        "Sail Research",
        "Sakana AI",
        "SambaNova",
        "Seed",
        "SiliconFlow",
        "Sourceful",
        "StepFun",
        "Stealth",
        "StreamLake",
        "Switchpoint",
        "Tencent",
        "Tenstorrent",
        "Thinking Machines",
        "Together",
        "Upstage",
        "Venice",
        "Wafer",
        "WandB",
        "Quiver",
        "Krea",
        "Runway",
        "Xiaomi",
        "xAI",
        "Z.AI",
        "FakeProvider",
    ]
    | str
)
"""A provider in a record, by its display name. Unlike `ProviderName`, it includes former providers."""

ProviderResponseRoutedServiceTier: TypeAlias = Literal["flex", "priority"] | str
"""Service tier of an attempt: flex is cheaper and slower than usual, priority more expensive and
faster.
"""

ProviderSort: TypeAlias = Literal["price", "throughput", "latency", "exacto"] | str
"""Criterion to sort providers by: price (cheapest first), throughput (most tokens per second first),
latency (shortest time to the first token first) or exacto (most reliable tool calls first).
"""

ProviderSortConfigPartition: TypeAlias = Literal["model", "none"] | str
"""How several models of a request are sorted: model tries all providers of the first model before the
next model, none sorts the providers of all models together.
"""

PublicServiceTier: TypeAlias = Literal["flex", "priority", "ultrafast"] | str
"""Service tier of an endpoint: flex is cheaper and slower than usual, priority and ultrafast are more
expensive and faster.
"""

Quantization: TypeAlias = (
    Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"] | str
)
"""Numeric precision at which a provider runs a model: integers (int) or floating point (fp, bf, and
the block formats mxfp and nvfp), with the number of bits. unknown means that the provider does not
report it.
"""

ReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
"""How much a model reasons before it answers, from most to least: max, xhigh, high, medium, low,
minimal; none disables reasoning. Levels that a model does not support are mapped to a similar one;
for models with a token budget, the level becomes a share of the token limit.
"""

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
"""The provider's format of a block of reasoning. A block can only be sent to models that use the same
format; unknown means that the service could not determine it.
"""

ResponseCacheStatus: TypeAlias = Literal["HIT", "MISS"] | str
"""Whether a response came from the response cache: `HIT` if it did, `MISS` if it was newly generated
and stored.
"""

RoutingStrategy: TypeAlias = (
    Literal["direct", "auto", "free", "latest", "alias", "fallback", "pareto", "bodybuilder", "fusion"] | str
)
"""How a model was selected: `direct` as requested, `auto` by the auto router, `free` among the free
models, `latest` as the newest of a family, `alias` by resolving another name, `fallback` from the
`models` list, `pareto` by price and quality, `bodybuilder` and `fusion` by the routers of these
names.
"""

SearchQualityLevel: TypeAlias = Literal["low", "medium", "high"] | str
"""How much text a web search returns. For exa, about 5,000 (low), 15,000 (medium) or 30,000 (high)
characters per result; for parallel, the size of all results together.
"""

SubmitGenerationFeedbackRequestCategory: TypeAlias = (
    Literal["latency", "incoherence", "incorrect_response", "formatting", "billing", "api_error", "other"] | str
)
"""Kind of a problem with a generation: slow (latency), nonsensical (incoherence), wrong
(incorrect_response), badly formatted (formatting), wrong costs or counts (billing), failed
(api_error), or something else (other).
"""

WebFetchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter", "exa", "parallel", "firecrawl"] | str
"""Engine that fetches pages: native is the provider's own fetch, openrouter a plain HTTP request; exa,
parallel and firecrawl are external services (firecrawl with your own key). auto uses native if the
provider has it, otherwise exa.
"""

WebSearchEngine: TypeAlias = Literal["native", "exa", "firecrawl", "parallel", "perplexity"] | str
"""Which search engine to use: native is the provider's own search; exa, firecrawl (with your own key),
parallel and perplexity are external services.
"""

WebSearchEngineEnum: TypeAlias = Literal["native", "exa", "parallel", "firecrawl", "perplexity", "auto"] | str
"""Which search engine to use: native is the provider's own search; exa, parallel, firecrawl (with your
own key) and perplexity are external services. auto uses native if the provider has it, otherwise
exa.
"""

WebSearchMode: TypeAlias = (
    Literal["instant", "fast", "auto", "deep-lite", "deep", "deep-reasoning", "turbo", "basic", "advanced"] | str
)
"""Trade-off between speed and depth of a search. exa supports instant, fast, auto (its default),
deep-lite, deep and deep-reasoning; parallel supports turbo, fast, basic (its default) and advanced.
Other engines ignore it.
"""
