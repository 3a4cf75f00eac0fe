"""Requests, before and after validation against the contract."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from openrouterkit_runtime.json import DecodeError
from openrouterkit_runtime.json import decode as decode_json

from ..contract.document import is_json
from .errors import build_bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..contract.document import Contract, Operation
    from ..contract.validation import Checker

_INTEGER = re.compile(r"-?\d{1,18}")
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,18})?([eE][+-]?\d{1,3})?")
_BOOLEANS = {"true": True, "false": False}


@frozen
class RawRequest:
    """A routed request whose parameters are not yet parsed.

    Attributes:
        operation: The requested operation.
        path: The decoded path parameters, by name.
        query: All values of each query parameter, by name.
        headers: The headers by lower-case name.
        content: The bytes of the body.
    """

    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    content: bytes = field(repr=False)


@frozen
class ValidRequest:
    """A request that is valid according to the contract.

    Attributes:
        operation: The requested operation.
        path: The path parameters, by name.
        query: The query parameters, by name, converted to the types in the contract; unknown parameters are strings.
        headers: The headers received, unconverted, by lower-case name.
        body: The decoded JSON; bytes for other media types; None if the body is empty.
    """

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Any


def validate_request(raw: RawRequest, body: Any, contract: Contract, checker: Checker) -> ValidRequest:
    """Return a request with parsed parameters, after validating it against the contract.

    Args:
        raw: The request.
        body: The body as returned by `decode_body`.
        contract: The contract that defines the parameter types.
        checker: The checker for schemas of the contract.

    Raises:
        ServiceError: 400, with the path of every invalid parameter and member.
    """
    operation = raw.operation
    issues: list[tuple[str, str]] = []
    # Starts with the strings, so that parameters unknown to the contract are kept.
    query = {name: texts[-1] for name, texts in raw.query.items()}
    values: dict[str, dict[str, Any]] = {"path": {}, "query": query, "header": {}}
    received: dict[str, Mapping[str, Any]] = {"path": raw.path, "query": raw.query, "header": raw.headers}
    for parameter in operation.parameters:
        name, location, schema = parameter["name"], parameter["in"], parameter.get("schema", {})
        text = received.get(location, {}).get(name.lower() if location == "header" else name)
        if text is not None:
            value = _parse_parameter(text, set(contract.iter_types(schema)), contract.resolve(schema))
            values[location][name] = value
            found = checker.find_issues(schema, value)
            issues += [(".".join(part for part in (name, path) if part), message) for path, message in found]
        elif parameter.get("required"):
            issues.append((name, f"is required in the {location}"))
    if operation.body_schema is not None and not isinstance(body, bytes):
        issues += _find_body_issues(operation, body, checker)
    if issues:
        raise _build_validation_error(issues)
    return ValidRequest(operation, values["path"], values["query"], raw.headers, body)


def decode_body(raw: RawRequest) -> Any:
    """Return the decoded JSON body, or None if the body is empty.

    The body is returned as bytes if the operation has no JSON body, or if `Content-Type` names another media type that
    the operation accepts.

    Raises:
        ServiceError: 400 if the body is invalid JSON, or the operation does not accept its media type.
    """
    if not raw.content:
        return None
    media_type = raw.headers.get("content-type", "").partition(";")[0].strip().lower()
    declared = (raw.operation.body or {}).get("content", {})
    if raw.operation.body_schema is None or (media_type in declared and not is_json(media_type)):
        return raw.content
    # curl -d sends application/x-www-form-urlencoded by default, so JSON is accepted with it.
    if media_type and not is_json(media_type) and media_type != "application/x-www-form-urlencoded":
        accepted = ", ".join(declared)
        raise build_bad_request(f"body: the media type {media_type} is not accepted; set Content-Type to {accepted}")
    try:
        return decode_json(raw.content)
    except DecodeError as error:
        raise build_bad_request(f"body: {error}") from None


def _find_body_issues(operation: Operation, body: Any, checker: Checker) -> list[tuple[str, str]]:
    assert operation.body is not None
    assert operation.body_schema is not None
    if body is None:
        return [("body", "is required")] if operation.body.get("required") else []
    return [(path or "body", message) for path, message in checker.find_issues(operation.body_schema, body)]


def _build_validation_error(issues: list[tuple[str, str]]) -> Exception:
    """Return the 400 error for issues: the first three in the message, all of them in the metadata."""
    message = "; ".join(f"{path}: {issue}" for path, issue in issues[:3])
    more = f"; and {len(issues) - 3} more" if len(issues) > 3 else ""
    return build_bad_request(message + more, issues=[{"path": path, "message": issue} for path, issue in issues])


def _parse_parameter(raw: str | list[str], types: set[str], schema: Mapping[str, Any]) -> Any:
    """Return the value of a parameter, converted to one of the types; the text itself if no conversion succeeds."""
    if "array" in types:
        texts = raw if isinstance(raw, list) and len(raw) > 1 else (raw[0] if isinstance(raw, list) else raw).split(",")
        item_type = schema.get("items", {}).get("type", "string")
        return [_parse_scalar(text, {item_type}) for text in texts]
    return _parse_scalar(raw[-1] if isinstance(raw, list) else raw, types)


def _parse_scalar(text: str, types: set[str]) -> Any:
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types and text in _BOOLEANS:
        return _BOOLEANS[text]
    if "null" in types and text in {"", "null"}:
        return None
    return text
