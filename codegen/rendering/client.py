"""The record of client.py: the name of the service, its environment variables, its servers and its hints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from ..document import Node
from ..names import ServiceNames
from .hints import find_hints
from .identifiers import snake_case
from .servers import ServerRecord, VariableRecord, build_servers, list_variables

_SUFFIXES = {"basic": "LOGIN", "client_credentials": "TOKEN", "oauth2": "TOKEN", "openid": "TOKEN"}
_MOST_CHARACTERS = 60
_LONGEST = 200  # characters of a title that are read: the time of the expression grows faster than the title
# What a title adds to the name of a service, at its end: "GitHub v3 REST API", "Swagger Petstore - OpenAPI 3.0".
_NOISE = re.compile(
    r"(?:^|[\s\-\u2013\u2014:,|/]+)(?:apis?|rest(?:ful)?|http|json|web|open ?api|swagger|oas3?|spec(?:ification)?s?"
    r"|definitions?|docs|documentation|reference|public|v?\d+(?:\.\d+)*(?:[-.](?:alpha|beta)\w*)?|\([^)]*\)"
    r"|[\-\u2013\u2014:,|/]+)$",
    re.IGNORECASE,
)


OPTIONS = ("RequestOptions", "RetryOptions", "TimeoutOptions")
"""The options of clients and calls that a package with a client exports."""

ERRORS = (
    *("APIError", "BadRequestResponseError", "ConfigurationError", "ConflictResponseError", "ConnectionFailedError"),
    *("ForbiddenResponseError", "IncompleteStreamError", "InternalServerResponseError", "InvalidArgumentError"),
    *("NotFoundResponseError", "SDKError", "ServiceUnavailableResponseError", "StreamError", "TimedOutError"),
    *("TooManyRequestsResponseError", "UnauthorizedResponseError", "UnprocessableEntityResponseError"),
)
"""The errors that it exports: those that calls of any service raise."""


@dataclass
class ClientRecord:
    """What client.py declares.

    Attributes:
        name: The name of the service.
        prefix: The beginning of its environment variables.
        key_env: The variable of the key, or those of several security schemes by name, or None without a scheme.
        kinds: Name of a security scheme -> its kind.
        hints: Status -> what the document says about it.
        servers: The servers to choose from; [] if there is no choice.
        variables: The arguments that set variables of the servers.
        agent: The `User-Agent` of its requests.
    """

    name: str
    prefix: str
    key_env: str | dict[str, str] | None
    kinds: dict[str, str]
    hints: dict[int, str]
    servers: list[ServerRecord]
    variables: list[VariableRecord]
    agent: str

    @property
    def exports(self) -> list[str]:
        """The public names of the module."""
        return ["AsyncClient", "Client", "SERVICE", *(["SERVERS"] if self.servers else []), *OPTIONS, *ERRORS]

    @property
    def errors(self) -> tuple[str, ...]:
        """The errors that the module exports."""
        return ERRORS

    @property
    def environment(self) -> dict[str, str]:
        """The variables by name of their security scheme."""
        if self.key_env is None or not isinstance(self.key_env, str):
            return self.key_env or {}
        return dict.fromkeys(self.kinds, self.key_env)


def build_client(normal: Node, package: str, names: ServiceNames) -> ClientRecord:
    """Return the record of a package's client.

    Args:
        normal: The document in normal form.
        package: The name of the package.
        names: Names that override the generated ones.
    """
    info = normal.get("info") or {}
    name = names.name or find_service_name(info.get("title"), package)
    prefix = _build_prefix(name) or _build_prefix(package) or "SERVICE"
    kinds = {scheme: str(each["kind"]) for scheme, each in normal["x-security-schemes"].items()}
    key_env = names.key_env if names.key_env is not None else name_variables(prefix, kinds)
    if not kinds:
        key_env = names.key_env or None
    servers = build_servers(normal, names.servers)
    hints = find_hints(normal)
    if 401 in hints:
        used = [key_env] if isinstance(key_env, str) else list((key_env or {}).values())
        argument = "auth" if len(kinds) > 1 or "basic" in kinds.values() else "api_key"
        hints[401] += f"; pass {argument}= or set {' or '.join(used)}" if used else ""
    version = re.sub(r"[^\w.+-]+", "-", str(info.get("version") or ""), flags=re.ASCII).strip("-")
    agent = re.sub(r"\W", "_", package, flags=re.ASCII)
    return ClientRecord(
        name,
        prefix,
        key_env,
        kinds,
        hints,
        servers,
        list_variables(normal, servers),
        f"{agent}/{version}" if version else agent,
    )


def find_service_name(title: Any, package: str) -> str:
    """Return the name of a service: the title of its document without words such as "API", or the package's name."""
    text = "".join(char for char in " ".join(str(title or "")[:_LONGEST].split()) if char.isprintable())
    name, before = text, ""
    while name != before:
        before, name = name, _NOISE.sub("", name).strip()
    name = re.sub(r"^the (?=.)", "", name, flags=re.IGNORECASE)
    if name and len(name) <= _MOST_CHARACTERS:
        return name
    words = re.sub(r"_?(api|client|sdk)$", "", package).strip("_") or package
    return " ".join(word.capitalize() for word in words.split("_") if word)


def name_variables(prefix: str, kinds: Mapping[str, str]) -> str | dict[str, str] | None:
    """Return the environment variable of the key, or for several security schemes one for each by name.

    Args:
        prefix: The beginning of all variables of the service.
        kinds: Name of a scheme -> its kind.
    """
    if not kinds:
        return None
    if len(kinds) == 1:
        return f"{prefix}_{_SUFFIXES.get(next(iter(kinds.values())), 'API_KEY')}"
    found: dict[str, str] = {}
    for scheme in kinds:
        word = _build_prefix(snake_case(scheme)).removeprefix(f"{prefix}_") or "KEY"
        candidate, number = f"{prefix}_{word}", 1
        while candidate in found.values():
            number += 1
            candidate = f"{prefix}_{word}_{number}"
        found[scheme] = candidate
    return found


def _build_prefix(name: str) -> str:
    """Return a name as a part of environment variables, "" if it has no ASCII letter or digit."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    word = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_").upper()
    return f"SERVICE_{word}" if word[:1].isdigit() else word
