"""Each rule: the smallest pair of documents that it judges, in the direction that it is about."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pets import TEXT, document, pet

from codegen.drift.comparing.normalize import normalize
from codegen.drift.comparing.operations import compare
from codegen.drift.comparing.rules import DEVIATIONS, OWN, read_rules
from codegen.names import AgreedNames

Node = dict[str, Any]

INTEGER, NUMBER, LIST = {"type": "integer"}, {"type": "number"}, {"type": "array", "items": TEXT}


def _with(schema: Node, **members: Any) -> Node:
    return {**schema, **members}


def _limit(schema: Node, keyword: str, small: Any, large: Any) -> dict[str, tuple[Node, Node]]:
    word = {"maximum": "max", "minimum": "min"}.get(keyword) or re.sub(
        "[A-Z]", lambda found: f"-{found[0].lower()}", keyword
    )
    word = word.replace("-maximum", "-max").replace("-minimum", "-min")
    low, high = _with(schema, **{keyword: small}), _with(schema, **{keyword: large})
    return {
        f"{word}-set": (schema, low),
        f"{word}-unset": (low, schema),
        f"{word}-increased": (low, high),
        f"{word}-decreased": (high, low),
    }


def _union(**members: Any) -> Node:
    return {"oneOf": [pet(kind=TEXT, sort=TEXT, **{tag: TEXT}) for tag in ("cat", "dog")], **members}


KIND, SORT = (_union(discriminator={"propertyName": name}) for name in ("kind", "sort"))
MAP = {"type": "object", "additionalProperties": True}
SCHEMAS: dict[str, tuple[Node, Node]] = {
    "became-nullable": (TEXT, {"type": ["string", "null"]}),
    "became-not-nullable": ({"type": ["string", "null"]}, TEXT),
    "type-generalized": (INTEGER, NUMBER),
    "type-specialized": (NUMBER, INTEGER),
    "type-changed": (TEXT, INTEGER),
    "type-compatible": (NUMBER, _with(NUMBER, format="double")),
    "became-enum": (TEXT, {"enum": ["a", "b"]}),
    "became-not-enum": ({"enum": ["a", "b"]}, TEXT),
    "enum-value-added": ({"enum": ["a", "b"]}, {"enum": ["a", "b", "c"]}),
    "enum-value-removed": ({"enum": ["a", "b", "c"]}, {"enum": ["a", "b"]}),
    "const-added": (TEXT, {"const": "a"}),
    "const-removed": ({"const": "a"}, TEXT),
    "const-changed": ({"const": "a"}, {"const": "b"}),
    "default-value-added": (TEXT, _with(TEXT, default="a")),
    "default-value-changed": (_with(TEXT, default="a"), _with(TEXT, default="b")),
    "default-value-removed": (_with(TEXT, default="a"), TEXT),
    "deprecated": (TEXT, _with(TEXT, deprecated=True)),
    "reactivated": (_with(TEXT, deprecated=True), TEXT),
    "one-of-added": ({"oneOf": [pet(a=TEXT), pet(b=TEXT)]}, {"oneOf": [pet(a=TEXT), pet(b=TEXT), pet(c=TEXT)]}),
    "one-of-removed": ({"oneOf": [pet(a=TEXT), pet(b=TEXT), pet(c=TEXT)]}, {"oneOf": [pet(a=TEXT), pet(b=TEXT)]}),
    "additional-properties-forbidden": (MAP, _with(MAP, additionalProperties=False)),
    "additional-properties-allowed": (_with(MAP, additionalProperties=False), MAP),
    "pattern-added": (TEXT, _with(TEXT, pattern="a")),
    "pattern-removed": (_with(TEXT, pattern="a"), TEXT),
    "pattern-changed": (_with(TEXT, pattern="a"), _with(TEXT, pattern="b")),
    "unique-items-set": (LIST, _with(LIST, uniqueItems=True)),
    "unique-items-unset": (_with(LIST, uniqueItems=True), LIST),
    "multiple-of-set": (INTEGER, _with(INTEGER, multipleOf=2)),
    "multiple-of-unset": (_with(INTEGER, multipleOf=2), INTEGER),
    "multiple-of-changed": (_with(INTEGER, multipleOf=2), _with(INTEGER, multipleOf=3)),
    "multiple-of-generalized": (_with(INTEGER, multipleOf=4), _with(INTEGER, multipleOf=2)),
    "multiple-of-specialized": (_with(INTEGER, multipleOf=2), _with(INTEGER, multipleOf=4)),
    **_limit(TEXT, "maxLength", 1, 2),
    **_limit(TEXT, "minLength", 1, 2),
    **_limit(INTEGER, "maximum", 1, 2),
    **_limit(INTEGER, "minimum", 1, 2),
    **_limit(INTEGER, "exclusiveMaximum", 1, 2),
    **_limit(INTEGER, "exclusiveMinimum", 1, 2),
    **_limit(LIST, "maxItems", 1, 2),
    **_limit(LIST, "minItems", 1, 2),
    **_limit(MAP, "maxProperties", 1, 2),
    **_limit(MAP, "minProperties", 1, 2),
    "discriminator-added": (_union(), KIND),
    "discriminator-removed": (KIND, _union()),
    "discriminator-property-name-changed": (KIND, SORT),
}
"""What the rules of schemas judge, by the end of their names."""


def _content(schema: Node) -> Node:
    return {"application/json": {"schema": schema}}


def _operation(**members: Any) -> Node:
    return document({"/pets": {"post": {"operationId": "p", "tags": ["t"], "responses": {"200": {}}, **members}}})


def _embed(subject: str, schema: Node) -> Node:
    """Return a document with a schema as a parameter, or in a body or a header."""
    match subject:
        case "request-parameter":
            return _operation(parameters=[{"name": "q", "in": "query", "schema": schema}])
        case "request-body":
            return _operation(requestBody={"content": _content(schema)})
        case "request-property":
            return _operation(requestBody={"content": _content(pet(a=schema, b=TEXT))})
        case "response-body":
            return _operation(responses={"200": {"content": _content(schema)}})
        case "response-property":
            return _operation(responses={"200": {"content": _content(pet(a=schema, b=TEXT))}})
        case _:
            return _operation(responses={"200": {"headers": {"X-A": {"schema": schema}}}})


SUBJECTS = (
    "request-parameter",
    "request-body",
    "request-property",
    "response-body",
    "response-property",
    "response-header",
)


def _parameter(**members: Any) -> Node:
    return _operation(parameters=[{"name": "q", "in": "query", "schema": LIST, **members}])


def _sent(schema: Node) -> Node:
    return _embed("request-body", schema)


def _received(schema: Node) -> Node:
    return _embed("response-body", schema)


def _header(**members: Any) -> Node:
    return _operation(responses={"200": {"headers": {"X-A": {"schema": TEXT, **members}}}})


def _flags(required: bool, **members: Any) -> Node:
    return pet(("a",) if required else (), a={**TEXT, **members}, b=TEXT)


def _mutability() -> dict[str, tuple[Node, Node]]:
    found = {}
    for direction, build in (("request", _sent), ("response", _received)):
        for required in (True, False):
            for keyword, word in (("readOnly", "read-only"), ("writeOnly", "write-only")):
                plain, marked = build(_flags(required)), build(_flags(required, **{keyword: True}))
                prefix = f"{direction}-{'required' if required else 'optional'}-property-became"
                found |= {f"{prefix}-{word}": (plain, marked), f"{prefix}-not-{word}": (marked, plain)}
    return found


BEARERS = {name: {"type": "http", "scheme": "bearer"} for name in "ab"}


def _whole(**members: Any) -> Node:
    return {**_operation(), **members}


def _secured(*alternatives: Node, schemes: Node | None = None, own: bool = False) -> Node:
    built = _operation(security=list(alternatives)) if own else _whole(security=list(alternatives))
    built["components"]["securitySchemes"] = BEARERS if schemes is None else schemes
    return built


def _security(own: bool) -> dict[str, tuple[Node, Node]]:
    prefix = "api-security" if own else "api-global-security"
    one, two, nothing = (_secured(*each, own=own) for each in ([{"a": []}], [{"a": []}, {"b": []}], []))
    scoped = _secured({"a": ["read"]}, own=own)
    return {
        f"{prefix}-added": (one, two),
        f"{prefix}-removed": (two, one),
        f"{prefix}-became-required": (nothing, one),
        f"{prefix}-scope-added": (one, scoped),
        f"{prefix}-scope-removed": (scoped, one),
    }


def _scheme(**members: Any) -> Node:
    return _secured({"a": []}, schemes={"a": members})


def _oauth(scopes: str = "r", authorization: str = "https://a", token: str = "https://t") -> Node:
    flow = {"authorizationUrl": authorization, "tokenUrl": token, "scopes": dict.fromkeys(scopes, "")}
    return _scheme(type="oauth2", flows={"authorizationCode": flow})


def _server(url: str = "https://{zone}.a", **variable: Any) -> Node:
    return _whole(servers=[{"url": url, "variables": {"zone": {"default": "eu", **variable}}}])


def _stream(sentinel: str) -> Node:
    media = {"schema": TEXT, "x-speakeasy-sse-sentinel": sentinel}
    return _operation(responses={"200": {"content": {"text/event-stream": media}}})


PATH = {"get": {"operationId": "g", "responses": {"200": {}}}}
BODY = {"content": _content(TEXT)}
OTHER = {"content": {"text/plain": {"schema": TEXT}}}
BOTH = {"content": {**BODY["content"], **OTHER["content"]}}
PAGING = "x-speakeasy-pagination"

DOCUMENTS: dict[str, tuple[Node, Node]] = {
    "endpoint-added": (document({}), document({"/a": PATH})),
    "endpoint-deprecated": (_operation(), _operation(deprecated=True)),
    "endpoint-reactivated": (_operation(deprecated=True), _operation()),
    "api-path-removed-without-deprecation": (document({"/a": PATH}), document({})),
    "api-path-removed-with-deprecation": (document({"/a": {"get": {**PATH["get"], "deprecated": True}}}), document({})),
    "api-removed-without-deprecation": (document({"/a": {**PATH, "put": PATH["get"]}}), document({"/a": PATH})),
    "api-removed-with-deprecation": (
        document({"/a": {**PATH, "put": {**PATH["get"], "deprecated": True}}}),
        document({"/a": PATH}),
    ),
    "api-operation-id-removed": (_operation(), _operation(operationId="q")),
    "api-method-name-changed": (_operation(), _operation(**{"x-speakeasy-name-override": "n"})),
    "api-namespace-changed": (_operation(), _operation(tags=["u"])),
    "api-tag-added": (_operation(), _operation(tags=["t", "u"])),
    "api-tag-removed": (_operation(tags=["t", "u"]), _operation()),
    "api-schema-removed": (document({"/a": PATH}, {"Pet": pet(a=TEXT)}), document({"/a": PATH})),
    "api-schema-renamed": tuple(
        {**_received({"$ref": f"#/components/schemas/{name}"}), "components": {"schemas": {name: pet(a=TEXT)}}}
        for name in ("Pet", "Animal")
    ),
    **_security(own=True),
    **_security(own=False),
    "api-security-component-added": (_secured(schemes={"a": BEARERS["a"]}), _secured()),
    "api-security-component-removed": (_secured(), _secured(schemes={"a": BEARERS["a"]})),
    "api-security-component-renamed": tuple(
        _secured({name: []}, schemes={name: {"type": "http", "scheme": "bearer"}}) for name in "ab"
    ),
    "api-security-component-type-changed": (
        _scheme(type="http", scheme="bearer"),
        _scheme(type="http", scheme="basic"),
    ),
    "api-security-component-place-changed": tuple(
        _scheme(type="apiKey", name=name, **{"in": "header"}) for name in "ab"
    ),
    "api-security-component-oauth-url-changed": (_oauth(), _oauth(authorization="https://b")),
    "api-security-component-oauth-token-url-changed": (_oauth(), _oauth(token="https://b")),
    "api-security-component-oauth-scope-added": (_oauth(), _oauth("rw")),
    "api-security-component-oauth-scope-removed": (_oauth("rw"), _oauth()),
    "server-added": (_whole(servers=[{"url": "/a"}]), _whole(servers=[{"url": "/a"}, {"url": "/b"}])),
    "server-removed": (_whole(servers=[{"url": "/a"}, {"url": "/b"}]), _whole(servers=[{"url": "/a"}])),
    "server-url-changed": (_whole(servers=[{"url": "/a"}]), _operation(servers=[{"url": "/b"}])),
    "server-variable-default-changed": (_server(), _server(default="us")),
    "server-variable-value-added": (_server(enum=["eu"]), _server(enum=["eu", "us"])),
    "server-variable-value-removed": (_server(enum=["eu", "us"]), _server(enum=["eu"])),
    "webhook-added": (_whole(), _whole(webhooks={"sold": {}})),
    "webhook-removed": (_whole(webhooks={"sold": {}}), _whole()),
    "pagination-added": (_operation(), _operation(**{PAGING: {"type": "offsetLimit"}})),
    "pagination-changed": (_operation(**{PAGING: {"type": "offsetLimit"}}), _operation()),
    "stream-switch-changed": (_operation(), _operation(**{"x-speakeasy-stream-request-field": "stream"})),
    "event-stream-sentinel-changed": (_stream("[DONE]"), _stream("[END]")),
    "new-required-request-parameter": (_operation(), _parameter(required=True)),
    "new-optional-request-parameter": (_operation(), _parameter()),
    "request-parameter-removed": (_parameter(), _operation()),
    "request-parameter-removed-with-deprecation": (_parameter(deprecated=True), _operation()),
    "request-parameter-became-required": (_parameter(), _parameter(required=True)),
    "request-parameter-became-optional": (_parameter(required=True), _parameter()),
    "request-parameter-style-changed": (_parameter(), _parameter(style="pipeDelimited")),
    "request-parameter-explode-changed": (_parameter(), _parameter(explode=False)),
    "request-body-added-required": (_operation(), _operation(requestBody={**BODY, "required": True})),
    "request-body-added-optional": (_operation(), _operation(requestBody=BODY)),
    "request-body-removed": (_operation(requestBody=BODY), _operation()),
    "request-body-became-required": (_operation(requestBody=BODY), _operation(requestBody={**BODY, "required": True})),
    "request-body-became-optional": (_operation(requestBody={**BODY, "required": True}), _operation(requestBody=BODY)),
    "request-body-media-type-added": (_operation(requestBody=BODY), _operation(requestBody=BOTH)),
    "request-body-media-type-removed": (_operation(requestBody=BOTH), _operation(requestBody=BODY)),
    "new-required-request-property": (_sent(pet(b=TEXT)), _sent(_flags(True))),
    "new-required-request-property-with-default": (_sent(pet(b=TEXT)), _sent(_flags(True, default="a"))),
    "new-optional-request-property": (_sent(pet(b=TEXT)), _sent(_flags(False))),
    "request-property-removed": (_sent(_flags(False)), _sent(pet(b=TEXT))),
    "request-property-became-required": (_sent(_flags(False)), _sent(_flags(True))),
    "request-property-became-required-with-default": (
        _sent(_flags(False, default="a")),
        _sent(_flags(True, default="a")),
    ),
    "request-property-became-optional": (_sent(_flags(True)), _sent(_flags(False))),
    "request-read-only-property-changed": (
        _sent(_flags(False, readOnly=True)),
        _sent(_flags(False, readOnly=True, maxLength=1)),
    ),
    "response-write-only-property-changed": (
        _received(_flags(False, writeOnly=True)),
        _received(pet(b=TEXT)),
    ),
    "response-success-status-added": (_operation(), _operation(responses={"200": {}, "201": {}})),
    "response-success-status-removed": (_operation(responses={"200": {}, "201": {}}), _operation()),
    "response-non-success-status-added": (_operation(), _operation(responses={"200": {}, "404": {}})),
    "response-non-success-status-removed": (_operation(responses={"200": {}, "404": {}}), _operation()),
    "response-media-type-added": (_operation(responses={"200": BODY}), _operation(responses={"200": BOTH})),
    "response-media-type-removed": (_operation(responses={"200": BOTH}), _operation(responses={"200": BODY})),
    "response-header-added": (_operation(), _header()),
    "required-response-header-removed": (_header(required=True), _operation()),
    "optional-response-header-removed": (_header(), _operation()),
    "response-header-became-required": (_header(), _header(required=True)),
    "response-header-became-optional": (_header(required=True), _header()),
    "response-required-property-added": (_received(pet(b=TEXT)), _received(_flags(True))),
    "response-required-property-removed": (_received(_flags(True)), _received(pet(b=TEXT))),
    "response-optional-property-added": (_received(pet(b=TEXT)), _received(_flags(False))),
    "response-optional-property-removed": (_received(_flags(False)), _received(pet(b=TEXT))),
    "response-property-became-required": (_received(_flags(False)), _received(_flags(True))),
    "response-property-became-optional": (_received(_flags(True)), _received(_flags(False))),
    **_mutability(),
}


def _find_pair(rule: str) -> tuple[Node, Node]:
    """Return the documents for a rule."""
    if rule in DOCUMENTS:
        return DOCUMENTS[rule]
    subject = next(each for each in SUBJECTS if rule.startswith(each))
    old, new = SCHEMAS[rule.removeprefix(f"{subject}-")]
    return _embed(subject, old), _embed(subject, new)


def _list_rules(old: Node, new: Node) -> set[str]:
    ours, theirs = (normalize(each, AgreedNames(), [])[0] for each in (old, new))
    return {rule.name for each in compare(ours, theirs).differences for rule in each.rules}


@pytest.mark.parametrize("rule", sorted(read_rules()))
def test_a_rule_judges_its_smallest_pair_of_documents_alone(rule: str) -> None:
    assert _list_rules(*_find_pair(rule)) == {rule}


def test_a_document_does_not_differ_from_itself() -> None:
    for old, new in DOCUMENTS.values():
        assert _list_rules(old, old) == _list_rules(new, new) == set()


def test_deviations_from_oasdiff_have_another_level_and_a_reason() -> None:
    rules = read_rules()
    assert all(rules[name].level != level and reason for name, (level, reason) in DEVIATIONS.items())
    assert rules.keys() >= OWN
    assert not OWN & DEVIATIONS.keys()


def test_rules_are_named_by_their_direction() -> None:
    for name, rule in read_rules().items():
        if rule.direction != "none":
            assert rule.direction in name or name == "event-stream-sentinel-changed"
