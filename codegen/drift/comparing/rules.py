"""Judges differences: which of them break code that follows the old document. The judgement is a table of rules.

A rule has the name and the level of the check of oasdiff that corresponds to it. DEVIATIONS lists the rules with
another level, with reasons, and OWN those for which oasdiff has no check.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

Level = Literal["breaking", "warning", "info"]

LEVELS: tuple[Level, ...] = ("breaking", "warning", "info")
"""The levels, worst first: breaks clients of the old document; may break them; does not break them."""

_SUBJECTS = {"request": ("parameter", "body", "property"), "response": ("body", "property", "header")}
_BOUNDS = {
    "maxLength": "max-length",
    "maximum": "max",
    "exclusiveMaximum": "exclusive-max",
    "maxItems": "max-items",
    "maxProperties": "max-properties",
    "minLength": "min-length",
    "minimum": "min",
    "exclusiveMinimum": "exclusive-min",
    "minItems": "min-items",
    "minProperties": "min-properties",
    "multipleOf": "multiple-of",
    "uniqueItems": "unique-items",
    "pattern": "pattern",
}

_SCHEMAS: Mapping[str, tuple[Level | None, Level | None]] = {
    "became-nullable": ("info", "breaking"),
    "became-not-nullable": ("breaking", "info"),
    "type-generalized": ("info", "breaking"),
    "type-specialized": (None, "info"),
    "type-changed": ("breaking", "breaking"),
    "type-compatible": ("info", "info"),
    "became-enum": ("breaking", "info"),
    "became-not-enum": ("info", "warning"),
    "enum-value-added": ("info", "warning"),
    "enum-value-removed": ("breaking", "info"),
    "const-added": ("breaking", "info"),
    "const-removed": ("info", "breaking"),
    "const-changed": ("breaking", "breaking"),
    "default-value-added": ("info", "info"),
    "default-value-changed": ("info", "info"),
    "default-value-removed": ("info", "info"),
    "deprecated": ("info", "info"),
    "reactivated": ("info", "info"),
    "one-of-added": ("info", "breaking"),
    "one-of-removed": ("breaking", "info"),
    "discriminator-added": ("info", "info"),
    "discriminator-removed": ("info", "info"),
    "discriminator-property-name-changed": ("info", "info"),
    "additional-properties-forbidden": ("breaking", "info"),
    "additional-properties-allowed": ("info", "info"),
    "pattern-added": ("breaking", "info"),
    "pattern-removed": ("info", "breaking"),
    "pattern-changed": ("warning", "warning"),
    "unique-items-set": ("breaking", "info"),
    "unique-items-unset": ("info", "breaking"),
    "multiple-of-set": ("breaking", "info"),
    "multiple-of-unset": ("info", "breaking"),
    "multiple-of-changed": ("breaking", "breaking"),
    "multiple-of-generalized": ("info", "breaking"),
    "multiple-of-specialized": ("breaking", "info"),
    **{f"{word}-set": ("breaking", "info") for word in list(_BOUNDS.values())[:10]},
    **{f"{word}-unset": ("info", "breaking") for word in list(_BOUNDS.values())[:10]},
    **{f"{word}-increased": ("info", "breaking") for word in list(_BOUNDS.values())[:5]},
    **{f"{word}-decreased": ("breaking", "info") for word in list(_BOUNDS.values())[:5]},
    **{f"{word}-increased": ("breaking", "info") for word in list(_BOUNDS.values())[5:10]},
    **{f"{word}-decreased": ("info", "breaking") for word in list(_BOUNDS.values())[5:10]},
}
"""The levels in a request and in a response, for each of the _SUBJECTS: `request-body-became-nullable`.

Without a level, there is no such rule: a smaller set of types in a request is a changed type, as for oasdiff.
"""

_REQUEST: Mapping[str, Level] = {
    "new-required-request-parameter": "breaking",
    "new-optional-request-parameter": "info",
    "request-parameter-removed": "warning",
    "request-parameter-removed-with-deprecation": "info",
    "request-parameter-became-required": "breaking",
    "request-parameter-became-optional": "info",
    "request-parameter-style-changed": "breaking",
    "request-parameter-explode-changed": "breaking",
    "request-body-added-required": "breaking",
    "request-body-added-optional": "info",
    "request-body-removed": "breaking",
    "request-body-became-required": "breaking",
    "request-body-became-optional": "info",
    "request-body-media-type-added": "info",
    "request-body-media-type-removed": "breaking",
    "new-required-request-property": "breaking",
    "new-required-request-property-with-default": "breaking",
    "new-optional-request-property": "info",
    "request-property-removed": "warning",
    "request-property-became-required": "breaking",
    "request-property-became-required-with-default": "breaking",
    "request-property-became-optional": "info",
    "request-optional-property-became-read-only": "info",
    "request-optional-property-became-not-read-only": "info",
    "request-optional-property-became-write-only": "info",
    "request-optional-property-became-not-write-only": "info",
    "request-required-property-became-read-only": "info",
    "request-required-property-became-not-read-only": "info",
    "request-required-property-became-write-only": "info",
    "request-required-property-became-not-write-only": "info",
    "request-read-only-property-changed": "info",
}

_RESPONSE: Mapping[str, Level] = {
    "response-success-status-added": "info",
    "response-success-status-removed": "breaking",
    "response-non-success-status-added": "info",
    "response-non-success-status-removed": "info",
    "response-media-type-added": "info",
    "response-media-type-removed": "breaking",
    "response-header-added": "info",
    "required-response-header-removed": "breaking",
    "optional-response-header-removed": "warning",
    "response-header-became-optional": "breaking",
    "response-header-became-required": "info",
    "response-required-property-added": "info",
    "response-required-property-removed": "breaking",
    "response-optional-property-added": "info",
    "response-optional-property-removed": "warning",
    "response-property-became-required": "info",
    "response-property-became-optional": "breaking",
    "response-optional-property-became-read-only": "info",
    "response-optional-property-became-not-read-only": "info",
    "response-optional-property-became-write-only": "info",
    "response-optional-property-became-not-write-only": "info",
    "response-required-property-became-read-only": "info",
    "response-required-property-became-not-read-only": "info",
    "response-required-property-became-write-only": "info",
    "response-required-property-became-not-write-only": "warning",
    "response-write-only-property-changed": "info",
    "event-stream-sentinel-changed": "breaking",
}

_DOCUMENT: Mapping[str, Level] = {
    "endpoint-added": "info",
    "endpoint-deprecated": "info",
    "endpoint-reactivated": "info",
    "api-path-removed-without-deprecation": "breaking",
    "api-path-removed-with-deprecation": "info",
    "api-removed-without-deprecation": "breaking",
    "api-removed-with-deprecation": "info",
    "api-operation-id-removed": "warning",
    "api-method-name-changed": "warning",
    "api-namespace-changed": "warning",
    "api-tag-added": "info",
    "api-tag-removed": "info",
    "api-schema-removed": "warning",
    "api-schema-renamed": "warning",
    "api-security-added": "info",
    "api-security-removed": "breaking",
    "api-security-became-required": "breaking",
    "api-security-scope-added": "breaking",
    "api-security-scope-removed": "info",
    "api-global-security-added": "info",
    "api-global-security-removed": "breaking",
    "api-global-security-became-required": "breaking",
    "api-global-security-scope-added": "breaking",
    "api-global-security-scope-removed": "info",
    "api-security-component-added": "info",
    "api-security-component-removed": "info",
    "api-security-component-renamed": "warning",
    "api-security-component-type-changed": "breaking",
    "api-security-component-place-changed": "breaking",
    "api-security-component-oauth-url-changed": "info",
    "api-security-component-oauth-token-url-changed": "info",
    "api-security-component-oauth-scope-added": "info",
    "api-security-component-oauth-scope-removed": "info",
    "server-added": "info",
    "server-removed": "warning",
    "server-url-changed": "warning",
    "server-variable-default-changed": "warning",
    "server-variable-value-added": "info",
    "server-variable-value-removed": "warning",
    "webhook-added": "info",
    "webhook-removed": "breaking",
    "pagination-added": "info",
    "pagination-changed": "warning",
    "stream-switch-changed": "warning",
}

DEVIATIONS: Mapping[str, tuple[Level, str]] = {
    "api-operation-id-removed": ("info", "the operation id is the name of a Python method"),
    "api-schema-removed": ("info", "the name of a schema is the name of a Python class"),
    "response-optional-property-removed": ("info", "the property is an attribute of a Python model"),
    "api-security-component-type-changed": (
        "info",
        "credentials are sent in another way, so the service rejects those of existing clients",
    ),
}
"""Rules whose level differs from that of the check of oasdiff with the same name: its level, and the reason."""

OWN = frozenset(
    {
        *(f"response-{subject}-multiple-of-generalized" for subject in _SUBJECTS["response"]),
        *(f"request-{subject}-multiple-of-specialized" for subject in _SUBJECTS["request"]),
        *("request-read-only-property-changed", "response-write-only-property-changed"),
        *("response-header-became-required", "event-stream-sentinel-changed", "pagination-added"),
        *("pagination-changed", "stream-switch-changed", "api-method-name-changed", "api-namespace-changed"),
        *("api-schema-renamed", "api-security-became-required", "api-global-security-became-required"),
        *("api-security-component-renamed", "api-security-component-place-changed"),
        *(rule for rule in _DOCUMENT if rule.startswith("server-")),
    }
)
"""Rules for which oasdiff has no check, or none of this name."""


@dataclass(frozen=True)
class Rule:
    """A rule: its name, whether it is about requests, responses or neither, and how severe its differences are."""

    name: str
    direction: Literal["request", "response", "none"]
    level: Level


@cache
def read_rules() -> Mapping[str, Rule]:
    """Return all rules by name."""
    return {rule.name: rule for rule in _list_rules()}


def _list_rules() -> Iterator[Rule]:
    for aspect, (in_request, in_response) in _SCHEMAS.items():
        for subject in _SUBJECTS["request"] if in_request else ():
            yield Rule(f"request-{subject}-{aspect}", "request", in_request or "info")
        for subject in _SUBJECTS["response"] if in_response else ():
            if subject != "header" or not aspect.startswith("discriminator"):  # unions in headers have no names
                yield Rule(f"response-{subject}-{aspect}", "response", in_response or "info")
    yield from (Rule(name, "request", level) for name, level in _REQUEST.items())
    yield from (Rule(name, "response", level) for name, level in _RESPONSE.items())
    yield from (Rule(name, "none", level) for name, level in _DOCUMENT.items())


def name_bound(keyword: str) -> str:
    """Return the part of a rule's name for a keyword that limits values: `maxLength` -> `max-length`."""
    return _BOUNDS[keyword]


def find_worst(levels: Iterator[Level]) -> Level:
    """Return the worst of the levels; info if there are none."""
    return min(levels, key=LEVELS.index, default="info")
