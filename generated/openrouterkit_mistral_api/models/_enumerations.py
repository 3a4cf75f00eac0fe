# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Enumerations of the API. Each also accepts values that it does not list, because the service may add some."""

from __future__ import annotations

from typing import Literal, TypeAlias

EmbeddingDtype: TypeAlias = Literal["float", "int8", "uint8", "binary", "ubinary"] | str
"""Kind of the numbers of a vector: 32-bit floats, integers from -128 to 127 or from 0 to 255, or one
bit a dimension, packed into signed or unsigned integers.
"""

EncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""How vectors are sent."""

FinishReason: TypeAlias = Literal["stop", "length", "model_length", "error", "tool_calls"] | str
"""Why the model stopped: a natural end or a stop text, the limit of the request, the limit of the
model's context, a failure, or tool calls.
"""

ImageDetail: TypeAlias = Literal["low", "auto", "high"] | str
"""The resolution in which the model sees an image."""

ModelCardType: TypeAlias = Literal["base", "fine-tuned"] | str
"""Kind of a model."""

ReasoningEffort: TypeAlias = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | str
"""How much a model reasons, from none to max."""

ResponseFormatType: TypeAlias = Literal["text", "json_object", "json_schema"] | str
"""A format of answers: plain text, JSON of any shape (mention JSON in the prompt, too), or JSON that
follows a schema. Defaults to text.
"""

ServiceTier: TypeAlias = Literal["auto", "standard_only"] | str
"""A processing tier of the service."""

ToolChoiceMode: TypeAlias = Literal["auto", "none", "any", "required"] | str
"""Whether the model uses tools: as it decides (auto), never (none), or at least one of them (any,
which required means as well).
"""
