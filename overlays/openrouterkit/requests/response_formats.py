"""The form that an answer must have, for the keyword `response_format`: text, JSON, a JSON Schema, a grammar, Python.

A provider that does not know a form ignores it, unless `provider(require_parameters=True)` rules such providers out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import (
        ChatFormatGrammarConfig,
        ChatFormatJsonObjectConfig,
        ChatFormatJsonSchemaConfig,
        ChatFormatPythonConfig,
        ChatFormatTextConfig,
    )


def text_format() -> ChatFormatTextConfig:
    """Asks for plain text, which is the default."""
    return api.models.ChatFormatTextConfig()


def json_object() -> ChatFormatJsonObjectConfig:
    """Asks for some valid JSON object. Most providers also want the prompt to say that JSON is expected."""
    return api.models.ChatFormatJsonObjectConfig()


def json_schema(
    name: str, schema: Mapping[str, Any], *, strict: bool | None = UNSET, description: str = UNSET
) -> ChatFormatJsonSchemaConfig:
    """Asks for JSON that follows a schema.

    Args:
        name: of the schema: letters, digits, underscores and dashes, at most 64 characters.
        schema: the JSON Schema. Strict mode commonly wants every property in `required`, and `additionalProperties`
            false.
        strict: whether the provider must enforce the schema while it generates; it then takes only a part of JSON
            Schema.
        description: what the answer is for; the model reads it.
    """
    models = api.models
    return models.ChatFormatJsonSchemaConfig(
        json_schema=models.ChatJsonSchemaConfig(name=name, description=description, schema=schema, strict=strict)
    )


def grammar_format(grammar: str) -> ChatFormatGrammarConfig:
    """Asks for text that a grammar generates. Only few providers do that.

    Args:
        grammar: in the notation of the provider, commonly GBNF.
    """
    return api.models.ChatFormatGrammarConfig(grammar=grammar)


def python_format() -> ChatFormatPythonConfig:
    """Asks for Python code. Only few providers do that."""
    return api.models.ChatFormatPythonConfig()
