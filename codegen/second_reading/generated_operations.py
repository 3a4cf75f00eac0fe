"""What the modules of a generated package contain, as facts: its operations, and the methods that send them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..document import build_pointer
from .annotations import Vocabulary
from .generated import Facts
from .source import is_call, iter_arguments, iter_assignments, read_constants, read_items, read_keywords
from .types import NONE, spell, spell_value

_PLACES = {"path_params": "path", "query_params": "query", "header_params": "header"}
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class _Endpoint:
    """An endpoint of the package.

    Attributes:
        place: The place of its operation.
        body: The place of its body, "" without a body.
        arguments: Keyword argument -> the place of the parameter or of the member of the body.
        required: The keyword arguments that are required.
        switch: The keyword argument that requests the event stream.
    """

    place: str
    body: str
    arguments: dict[str, str]
    required: frozenset[str]
    switch: str | None


def read_operations(modules: Mapping[str, ast.Module], vocabulary: Vocabulary, facts: Facts) -> None:
    """Add the facts about operations.

    Args:
        modules: The modules of the package.
        vocabulary: Its names.
        facts: Receives the facts.
    """
    for name in [name for name in modules if name.startswith("operations/")]:
        facts.module, tree = name, modules[name]
        endpoints: dict[str, _Endpoint] = {}
        for constant, _, value in iter_assignments(tree.body):
            if is_call(value, "Endpoint"):
                endpoints[constant] = _read_endpoint(read_keywords(value), vocabulary, facts)
            elif isinstance(value, ast.Call) and isinstance(
                value.func, ast.Attribute
            ):  # _SEND.with_name("chat.stream")
                endpoints[name] = endpoints[ast.unparse(value.func.value)]
        for function in tree.body:
            if isinstance(function, ast.FunctionDef) and (endpoint := _find_endpoint(function, endpoints)):
                _read_function(function, endpoint, vocabulary, facts)
        facts.module = name.replace("operations/", "namespaces/")
        for method in _iter_methods(modules.get(facts.module)):
            if endpoint := _find_endpoint(method, endpoints):
                _read_arguments(method, endpoint, vocabulary, facts, signature=True)


def _read_endpoint(keywords: Mapping[str, ast.expr], vocabulary: Vocabulary, facts: Facts) -> _Endpoint:
    method, path = read_constants(keywords, "method", ""), read_constants(keywords, "path", "")
    place = build_pointer("paths", path, method.lower())
    facts.add(place, "operation")
    arguments = {
        name: place + build_pointer("parameters", where, wire)
        for word, where in _PLACES.items()
        for name, wire in read_constants(keywords, word, {}).items()
    }
    required = frozenset(read_constants(keywords, "required", ()))
    body = keywords.get("body")
    body_place = ""
    if isinstance(body, ast.Call):
        body_place = place + build_pointer("requestBody", "content", ast.literal_eval(body.args[0]))
        for name, wire in ast.literal_eval(body.args[1]).items():
            arguments[name] = body_place + build_pointer("properties", wire)
        required |= frozenset(read_constants(read_keywords(body), "required", ()))
    _read_responses(keywords, place, vocabulary, facts)
    switch = read_constants(read_keywords(keywords.get("events")), "switch", None)
    return _Endpoint(place, body_place, arguments, required, switch)


def _read_responses(keywords: Mapping[str, ast.expr], place: str, vocabulary: Vocabulary, facts: Facts) -> None:
    responses, events = keywords["responses"], keywords.get("events")
    for status, decoders in read_items(responses.args[0] if isinstance(responses, ast.Call) else None).items():
        here = place + build_pointer("responses", status)
        facts.add(here, "response")
        for media_type, decoder in read_items(decoders).items():
            decoded = vocabulary.read_decoder(decoder)
            facts.add(here + build_pointer("content", media_type), f"decodes {spell(decoded)}")
    if isinstance(events, ast.Call):
        facts.add(f"{place}: event decoder", spell(vocabulary.read_decoder(events.args[0])))


def _read_function(function: _Function, endpoint: _Endpoint, vocabulary: Vocabulary, facts: Facts) -> None:
    _read_arguments(function, endpoint, vocabulary, facts, signature=False)
    if isinstance(function.returns, ast.Subscript):
        types = function.returns.slice
        result, *others = types.elts if isinstance(types, ast.Tuple) else [types]
        facts.add(f"{endpoint.place}: result", spell(vocabulary.read(result)))
        if others and ast.unparse(function.returns.value) == "StreamingOperation":
            facts.add(f"{endpoint.place}: events", spell(vocabulary.read(others[0])))


def _read_arguments(
    function: _Function, endpoint: _Endpoint, vocabulary: Vocabulary, facts: Facts, *, signature: bool
) -> None:
    """Add the facts about the arguments; those required are in the signature of a method, but in the endpoint else."""
    for name, annotation, default in iter_arguments(function):
        found = vocabulary.read_argument(annotation)
        if name == "body" and endpoint.body:
            facts.add(endpoint.body, spell_value(found - NONE, required=default is None))
        elif name in endpoint.arguments and not (signature and name == endpoint.switch):
            required = default is None if signature else name in endpoint.required
            facts.add(endpoint.arguments[name], spell_value(found, required=required))


def _find_endpoint(function: _Function, endpoints: Mapping[str, _Endpoint]) -> _Endpoint | None:
    """Return the endpoint that a function builds, or that a method imports."""
    for node in ast.walk(function):
        name = node.id if isinstance(node, ast.Name) else node.name if isinstance(node, ast.alias) else ""
        if name in endpoints:
            return endpoints[name]
    return None


def _iter_methods(tree: ast.Module | None) -> Iterator[_Function]:
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
