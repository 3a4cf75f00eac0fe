"""Makes the calls of a package through its client, and tells what became of each."""

from __future__ import annotations

import importlib
import json
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

import httpx
from attrs import frozen

from openrouterkit import Client, Service
from openrouterkit.errors import APIError
from openrouterkit_local.contract.document import load_shipped_contract
from openrouterkit_runtime.json import encode

from .arguments import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .arguments import Arguments

_TIMEOUT: Final = 30.0


@frozen
class Call:
    """A call and what became of it.

    Attributes:
        operation: The name of the method.
        required_only: Whether only the required arguments were passed, or all.
        outcome: `accepted`; `rejected` by Prism; `not sent` by our client; `unread`, if our client does not read the
            answer of Prism; `read differently`, if its JSON is not that of the result.
        reason: Why it was not accepted.
        doubts: The arguments that are not valid by the description itself, as none of its examples is.
    """

    operation: str
    required_only: bool
    outcome: str
    reason: str = ""
    doubts: tuple[str, ...] = ()


class _Recording(httpx.BaseTransport):
    """A transport that keeps the last response."""

    def __init__(self) -> None:
        self._inner = httpx.HTTPTransport()
        self.last: httpx.Response | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request, and return the whole response."""
        response = self._inner.handle_request(request)
        content = response.read()
        self.last = httpx.Response(response.status_code, headers=response.headers, content=content, request=request)
        return httpx.Response(response.status_code, headers=response.headers, content=content)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


def call_all(package: str, base_url: str) -> Iterator[Call]:
    """Yield the calls of all operations of a package: with all arguments, and with the required ones.

    Args:
        package: The import path of the package.
        base_url: The URL of Prism.
    """
    builder = Builder(load_shipped_contract(package).document)
    schemes = importlib.import_module(f"{package}.security").SECURITY_SCHEMES
    auth = {name: ("user", "password") if each.kind == "basic" else "token-1" for name, each in schemes.items()}
    recording = _Recording()
    with (
        httpx.Client(transport=recording) as http_client,
        Client(
            Service("Any", package=package),
            base_url=base_url,
            auth=auth or None,
            http_client=http_client,
            retries=0,
            timeout=_TIMEOUT,
        ) as client,
    ):
        for function, endpoint in _list_operations(package):
            for required_only in (False, True):
                arguments = builder.build(endpoint, required_only=required_only)
                recording.last = None
                outcome, reason = _call(client, function, arguments, recording)
                yield Call(endpoint.name, required_only, outcome, reason, tuple(arguments.doubts))


def _list_operations(package: str) -> Iterator[tuple[FunctionType, Any]]:
    """Yield the functions of a package that return operations, with their endpoints."""
    operations = importlib.import_module(f"{package}.operations")
    for group in operations.__all__:
        module = importlib.import_module(f"{package}.operations.{group}")
        for name, each in vars(module).items():
            endpoint = getattr(module, f"_{name.upper()}", None)
            if isinstance(each, FunctionType) and endpoint is not None:
                yield each, endpoint


def _call(client: Any, function: FunctionType, arguments: Arguments, recording: _Recording) -> tuple[str, str]:
    try:
        body = () if arguments.body is None else (arguments.body,)
        result = client.send(function(*body, **arguments.keywords))
    except Exception as error:  # noqa: BLE001 - every error is an outcome
        response = recording.last
        if response is None:
            return "not sent", f"{type(error).__name__}: {error}"
        if isinstance(error, APIError) and response.status_code >= 400:
            return "rejected", _explain(response)
        return "unread", f"{type(error).__name__}: {error}"
    response = recording.last
    if response is None:
        return "not sent", "no request"
    difference = _compare(result, response)
    return ("read differently", difference) if difference else ("accepted", "")


def _explain(response: httpx.Response) -> str:
    """Return why Prism rejects a request: what it found in the request, or the text of its answer."""
    try:
        found = json.loads(response.headers.get("sl-violations", "null")) or response.json().get("validation", [])
    except (ValueError, AttributeError):
        found = []
    violations = [each for each in found if each["location"][0] != "response"]
    said = "; ".join(f"{'/'.join(map(str, each['location']))}: {each['message']}" for each in violations)
    return f"{response.status_code} {said or response.text[:200]}"


def _compare(result: Any, response: httpx.Response) -> str:
    """Return where a result differs from the JSON of the response, "" if it does not."""
    if "json" not in response.headers.get("content-type", "") or not response.content:
        return ""
    sent = response.json()
    if isinstance(sent, dict | list) and not isinstance(result, dict | list) and not hasattr(result, "to_dict"):
        return f"the result is of type {type(result).__name__}"
    read = json.loads(encode(result))
    return _find_difference(sent, read, "")


def _find_difference(sent: Any, read: Any, place: str) -> str:
    if isinstance(sent, dict) and isinstance(read, dict) and sent.keys() == read.keys():
        found = (_find_difference(sent[name], read[name], f"{place}/{name}") for name in sent)
        return next(filter(None, found), "")
    if isinstance(sent, list) and isinstance(read, list) and len(sent) == len(read):
        pairs = enumerate(zip(sent, read, strict=True))
        return next(filter(None, (_find_difference(*pair, f"{place}/{index}") for index, pair in pairs)), "")
    return "" if sent == read else f"{place or '/'}: {sent!r:.80} is read as {read!r:.80}"
