"""What kind of thing each member of an OpenAPI document is, as far as anything here reads it.

A kind is `text`, `boolean`, `list`, or the name of a shape; `[kind]` is a list of them, `{kind}` an object with names
of its own, `<kind>` one that may have `x-` extensions besides; `a|b` is either. A member whose kind ends in `!` must be
there, where the thing is no reference. A member that is not listed may be anything; a kind that is no shape, such as
`webhooks`, is an object of which nothing is read but its names.
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

SHAPES: Mapping[str, Mapping[str, str]] = {
    "document": {
        "openapi": "text",
        "info": "info",
        "servers": "[server]",
        "tags": "[tag]",
        "paths": "<path>",
        "webhooks": "webhooks",
        "components": "components",
        "security": "list",
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
        "security": "list",
        "servers": "[server]",
        "callbacks": "callbacks",
        "x-speakeasy-name-override": "text",
        "x-speakeasy-stream-request-field": "text",
        "x-speakeasy-pagination": "pagination",
    },
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
}
