# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Required format of the answer: plain text, JSON, a JSON Schema, a grammar or Python."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    ChatFormatGrammarConfigDict,
    ChatFormatJsonObjectConfigDict,
    ChatFormatJsonSchemaConfigDict,
    ChatFormatPythonConfigDict,
    ChatFormatTextConfigDict,
)
from ._unions import DECODERS
from .chat_format_grammar_config import ChatFormatGrammarConfig
from .chat_format_json_object_config import ChatFormatJsonObjectConfig
from .chat_format_json_schema_config import ChatFormatJsonSchemaConfig
from .chat_format_python_config import ChatFormatPythonConfig
from .chat_format_text_config import ChatFormatTextConfig

ChatResponseFormat: TypeAlias = (
    ChatFormatTextConfig
    | ChatFormatJsonObjectConfig
    | ChatFormatJsonSchemaConfig
    | ChatFormatGrammarConfig
    | ChatFormatPythonConfig
    | UnknownVariant
)
"""Required format of the answer: plain text, JSON, a JSON Schema, a grammar or Python."""

ChatResponseFormatDict: TypeAlias = (
    ChatFormatTextConfigDict
    | JsonObject
    | ChatFormatJsonObjectConfigDict
    | ChatFormatJsonSchemaConfigDict
    | ChatFormatGrammarConfigDict
    | ChatFormatPythonConfigDict
)
"""The values that arguments accept for a `ChatResponseFormat`, in addition to its models."""


def read_chat_response_format(data: Any) -> ChatResponseFormat:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatResponseFormat", DECODERS["ChatResponseFormat"](owned(data)))
