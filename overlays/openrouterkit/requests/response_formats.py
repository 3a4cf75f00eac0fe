"""The format of the answer: constructors of the argument `response_format`.

    client.chat.send(..., response_format=json_schema("place", {"type": "object", "properties": {...}}))

A provider that does not support a format ignores it. `provider(require_parameters=True)` excludes such providers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from .remedies import check_name, check_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import (
        ChatFormatGrammarConfig,
        ChatFormatJsonObjectConfig,
        ChatFormatJsonSchemaConfig,
        ChatFormatPythonConfig,
        ChatFormatTextConfig,
    )

__all__ = ["grammar_format", "json_object", "json_schema", "python_format", "text_format"]


def text_format() -> ChatFormatTextConfig:
    """Return the format for plain text, which is the default."""
    return api.models.ChatFormatTextConfig()


def json_object() -> ChatFormatJsonObjectConfig:
    """Return the format for any valid JSON object. Most providers require that the prompt also requests JSON."""
    return api.models.ChatFormatJsonObjectConfig()


def json_schema(
    name: str, schema: Mapping[str, Any], *, strict: bool | None = UNSET, description: str = UNSET
) -> ChatFormatJsonSchemaConfig:
    """Return the format for JSON that follows a schema.

        json_schema("place", {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]})

    Args:
        name: The name of the schema: letters, digits, underscores and dashes, at most 64 characters.
        schema: The JSON Schema. Strict mode usually requires every property in `required`, and `additionalProperties`
            set to false.
        strict: Whether the provider must enforce the schema during generation. Only a part of JSON Schema is then
            supported. Defaults to the default of the provider.
        description: The purpose of the answer. The model reads it.

    Raises:
        InvalidArgumentError: The name is not a str, or the schema is not an object, such as a class.
    """
    check_name(name, "json_schema", 'write json_schema("a_name", {...})')
    check_schema(schema, "json_schema", name=name)
    models = api.models
    return models.ChatFormatJsonSchemaConfig(
        json_schema=models.ChatJsonSchemaConfig(name=name, description=description, schema=schema, strict=strict)
    )


def grammar_format(grammar: str) -> ChatFormatGrammarConfig:
    """Return the format for text that follows a grammar. Few providers support it.

    Args:
        grammar: The grammar in the notation of the provider, usually GBNF.
    """
    return api.models.ChatFormatGrammarConfig(grammar=grammar)


def python_format() -> ChatFormatPythonConfig:
    """Return the format for Python code. Few providers support it."""
    return api.models.ChatFormatPythonConfig()
