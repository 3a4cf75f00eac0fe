"""The format of the answer: constructors of the argument `response_format`.

    client.chat.send(..., response_format=City)
    client.chat.send(..., response_format=json_schema("place", {"type": "object", "properties": {...}}))

A provider that does not support a format ignores it. `provider(require_parameters=True)` excludes such providers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

import openrouterkit_api as api
from openrouterkit_api import UNSET

from .remedies import check_name, check_schema, is_type, write_type_name

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


@overload
def json_schema(
    name: str, schema: Mapping[str, Any] | type, *, strict: bool | None = UNSET, description: str = UNSET
) -> ChatFormatJsonSchemaConfig: ...
@overload
def json_schema(name: type, *, strict: bool | None = UNSET, description: str = UNSET) -> ChatFormatJsonSchemaConfig: ...
def json_schema(
    name: str | type,
    schema: Mapping[str, Any] | type = UNSET,
    *,
    strict: bool | None = UNSET,
    description: str = UNSET,
) -> ChatFormatJsonSchemaConfig:
    """Return the format for JSON that follows a schema, or the schema of a type.

        json_schema(City)
        json_schema("place", {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]})

    For a type, `read_value(City, json.loads(result.text))` returns the answer as the type. The parameter
    `response_format` accepts the type itself, which is the same as `json_schema(City)`.

    Args:
        name: The name of the schema: letters, digits, underscores and dashes, at most 64 characters. Or the type: its
            name is then that of the schema.
        schema: The JSON Schema, or a type; see `schema_of`. Strict mode usually requires every property in
            `required`, and `additionalProperties` set to false; the schema of a type is changed accordingly.
        strict: Whether the provider must enforce the schema during generation. Only a part of JSON Schema is then
            supported. Defaults to True for a type, and to the default of the provider for a schema.
        description: The purpose of the answer. The model reads it.

    Raises:
        InvalidArgumentError: The name is not a str, the schema is not an object, or the type has no JSON Schema that
            strict mode supports.
    """
    kind = name if schema is UNSET else schema
    title: Any = write_type_name(name) if kind is name and is_type(name) else name
    check_name(title, "json_schema", 'write json_schema("a_name", {...})')
    document: Any = schema
    if is_type(kind):
        strict = True if strict is UNSET else strict
        from ..schemas import schema_of

        document = schema_of(kind, strict=bool(strict))
    else:
        check_schema(schema, "json_schema")
    models = api.models
    return models.ChatFormatJsonSchemaConfig(
        json_schema=models.ChatJsonSchemaConfig(name=title, description=description, schema=document, strict=strict)
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
