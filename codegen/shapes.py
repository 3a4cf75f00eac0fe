"""The expected type of each member of an OpenAPI document, as far as codegen reads it.

A kind is `text`, `boolean`, `list`, or a key of SHAPES. `[kind]` is a list of this kind, `{kind}` an object with
arbitrary keys and values of this kind, `<kind>` the same with `x-` extensions allowed, and `a|b` either kind. A `!`
marks a member that is required unless the object is a reference. Members that are not listed may have any type. A kind
that is not in SHAPES, such as `callbacks`, is an object of which only the keys are read.
"""

from __future__ import annotations

from collections.abc import Mapping

_SUBSCHEMAS = {
    **dict.fromkeys(("properties", "patternProperties", "$defs", "definitions"), "{schema}"),
    **dict.fromkeys(("items", "not", "contains", "propertyNames"), "schema"),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "[schema]"),
    "additionalProperties": "boolean|schema",
}
_DESCRIBED = {"$ref": "text", "description": "text"}
_TYPED = {"schema": "schema", "itemSchema": "schema", "content": "{media}"}
_SWAGGER_TYPED = {"type": "text", "format": "text", "collectionFormat": "text", "items": "swagger items"}

SHAPES: Mapping[str, Mapping[str, str]] = {
    "document": {
        "openapi": "text",
        "info": "info",
        "servers": "[server]",
        "tags": "[tag]",
        "paths": "<path>",
        "webhooks": "webhooks",
        "x-webhooks": "webhooks",
        "components": "components",
        "security": "[requirement]",
    },
    "info": {"title": "text", "version": "text"},
    "server": {"url": "text", "variables": "{variable}"},
    "tag": {"name": "text!", "description": "text"},
    "components": {
        "schemas": "{schema}",
        "parameters": "{parameter}",
        "requestBodies": "{body}",
        "responses": "{response}",
        "headers": "{header}",
        "examples": "{example}",
        "pathItems": "{path}",
        "securitySchemes": "{scheme}",
    },
    "path": {
        "$ref": "text",
        "parameters": "[parameter]",
        "servers": "[server]",
        **dict.fromkeys(("get", "put", "post", "delete", "options", "head", "patch", "trace"), "operation"),
    },
    "operation": {
        "operationId": "text",
        "tags": "[text]",
        "summary": "text",
        "description": "text",
        "parameters": "[parameter]",
        "requestBody": "body",
        "responses": "<response>",
        "security": "[requirement]",
        "servers": "[server]",
        "callbacks": "callbacks",
        "x-speakeasy-name-override": "text",
        "x-speakeasy-stream-request-field": "text",
        "x-speakeasy-pagination": "pagination",
    },
    "scheme": {**_DESCRIBED, **dict.fromkeys(("type", "name", "in", "scheme"), "text"), "flows": "<flow>"},
    "flow": {"tokenUrl": "text", "scopes": "scopes"},
    "pagination": {"inputs": "[page input]", "outputs": "page output"},
    "page input": {"in": "text", "name": "text!", "type": "text!"},
    "page output": {"results": "text", "nextCursor": "text"},
    "parameter": {**_DESCRIBED, **_TYPED, "name": "text!", "in": "text!", "required": "boolean"},
    "body": {**_DESCRIBED, "content": "{media}", "required": "boolean"},
    "response": {**_DESCRIBED, "content": "{media}", "headers": "{header}"},
    "header": {**_DESCRIBED, **_TYPED, "required": "boolean"},
    "media": {**_TYPED, "examples": "{example}", "x-speakeasy-sse-sentinel": "text"},
    "example": {"$ref": "text"},
    "schema": {
        **_DESCRIBED,
        **_SUBSCHEMAS,
        "type": "[text]|text",
        "format": "text",
        "enum": "list",
        "required": "[text]",
        "nullable": "boolean",
        "discriminator": "discriminator",
    },
    "discriminator": {"propertyName": "text!", "mapping": "{text}"},
    # Swagger 2.0, whose schemas are checked after the conversion.
    "swagger": {
        **dict.fromkeys(("swagger", "host", "basePath"), "text"),
        **dict.fromkeys(("schemes", "consumes", "produces"), "[text]"),
        "paths": "<swagger path>",
        "definitions": "definitions",
        "parameters": "{swagger parameter}",
        "responses": "{swagger response}",
        "securityDefinitions": "{swagger scheme}",
    },
    "swagger path": {
        "parameters": "[swagger parameter]",
        **dict.fromkeys(("get", "put", "post", "delete", "options", "head", "patch"), "swagger operation"),
    },
    "swagger operation": {
        **dict.fromkeys(("schemes", "consumes", "produces"), "[text]"),
        "parameters": "[swagger parameter]",
        "responses": "<swagger response>",
    },
    "swagger parameter": {"$ref": "text", "name": "text!", "in": "text!", **_SWAGGER_TYPED},
    "swagger response": {"$ref": "text", "headers": "{swagger header}", "examples": "examples"},
    "swagger header": _SWAGGER_TYPED,
    "swagger scheme": {"type": "text!", "flow": "text"},
}
