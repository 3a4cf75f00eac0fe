"""A request as the server understood it: read by the contract, and checked against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from openrouterkit_runtime.json import DecodeError
from openrouterkit_runtime.json import decode as decode_json

from ..contract.description import is_json
from .problems import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..contract.description import Contract, Operation
    from ..contract.validation import Checker

_INTEGER = re.compile(r"-?\d{1,18}")
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,18})?([eE][+-]?\d{1,3})?")
_BOOLEANS = {"true": True, "false": False}


@frozen
class Arrival:
    """A request as it came, its operation found.

    Attributes:
        operation: what it is for.
        path: the values in the path.
        query: the values of the query, all of each name.
        headers: by name in lower case.
        content: the body's bytes.
    """

    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    content: bytes = field(repr=False)


@frozen
class Call:
    """A request that has the form the contract states.

    Attributes:
        operation: what it is for.
        path: the values in the path, by name.
        query: the values of the query, by name, of the kinds the contract states; text where it states none.
        headers: as they came, by name in lower case.
        body: JSON, decoded; bytes for other media types; None without a body.
    """

    operation: Operation
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Any


def checked(arrival: Arrival, body: Any, contract: Contract, checker: Checker) -> Call:
    """The call that a request makes.

    Args:
        arrival: the request.
        body: its body, decoded by `decoded`.
        contract: what it must fit.
        checker: of that contract.

    Raises:
        ProblemError: 400, naming every parameter or member that does not fit.
    """
    operation = arrival.operation
    found: list[tuple[str, str]] = []
    stray = {name: texts[-1] for name, texts in arrival.query.items()}
    values: dict[str, dict[str, Any]] = {"path": {}, "query": stray, "header": {}}
    given: dict[str, Mapping[str, Any]] = {"path": arrival.path, "query": arrival.query, "header": arrival.headers}
    for parameter in operation.parameters:
        name, place, schema = parameter["name"], parameter["in"], parameter.get("schema", {})
        raw = given.get(place, {}).get(name.lower() if place == "header" else name)
        if raw is not None:
            values[place][name] = value = _of_kind(raw, set(contract.types(schema)), contract.resolved(schema))
            problems = checker.problems(schema, value)
            found += [(".".join(part for part in (name, where) if part), what) for where, what in problems]
        elif parameter.get("required"):
            found.append((name, f"is required in the {place}"))
    if operation.body_schema is not None and not isinstance(body, bytes):
        found += _body_problems(operation, body, checker)
    if found:
        raise _not_fitting(found)
    return Call(operation, values["path"], values["query"], arrival.headers, body)


def decoded(arrival: Arrival) -> Any:
    """The body: JSON where the operation takes JSON and nothing else was announced, else bytes; None if it is empty.

    Raises:
        ProblemError: 400, it is not JSON.
    """
    if not arrival.content:
        return None
    announced = arrival.headers.get("content-type", "")
    # curl announces a form for whatever -d gives it.
    form = announced.startswith("application/x-www-form-urlencoded")
    if arrival.operation.body_schema is None or not (is_json(announced) or form or not announced):
        return arrival.content
    try:
        return decode_json(arrival.content)
    except DecodeError as error:
        raise bad_request(f"body: is {error}") from None


def _body_problems(operation: Operation, body: Any, checker: Checker) -> list[tuple[str, str]]:
    assert operation.body is not None
    assert operation.body_schema is not None
    if body is None:
        return [("body", "is required")] if operation.body.get("required") else []
    return [(where or "body", what) for where, what in checker.problems(operation.body_schema, body)]


def _not_fitting(found: list[tuple[str, str]]) -> Exception:
    message = "; ".join(f"{where}: {what}" for where, what in found[:3])
    more = f"; and {len(found) - 3} more" if len(found) > 3 else ""
    return bad_request(message + more, issues=[{"path": where, "message": what} for where, what in found])


def _of_kind(raw: str | list[str], kinds: set[str], schema: Mapping[str, Any]) -> Any:
    """The value that the text of a parameter stands for; the text itself where it stands for none of the kinds."""
    if "array" in kinds:
        texts = raw if isinstance(raw, list) and len(raw) > 1 else (raw[0] if isinstance(raw, list) else raw).split(",")
        kind = schema.get("items", {}).get("type", "string")
        return [_scalar(text, {kind}) for text in texts]
    return _scalar(raw[-1] if isinstance(raw, list) else raw, kinds)


def _scalar(text: str, kinds: set[str]) -> Any:
    if "integer" in kinds and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in kinds and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in kinds and text in _BOOLEANS:
        return _BOOLEANS[text]
    if "null" in kinds and text in {"", "null"}:
        return None
    return text
