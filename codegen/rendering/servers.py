"""The servers of a document, with names for the arguments of a client."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from ..document import Node, build_server_url
from .identifiers import attribute_name, snake_case
from .prose import format_line

_NOISE = frozenset("the a an our api rest http https server servers environment env url endpoint base host".split())  # noqa: SIM905 - a list of words is easier to read without quotes
_MOST_WORDS = 2
# The other arguments of a client.
_TAKEN = frozenset(
    """self service server options api_key auth base_url timeout retries headers middleware attempt_middleware proxy
    verify cert limits http_client str""".split()  # noqa: SIM905 - see above
)


@dataclass
class ServerRecord:
    """A server that a client can choose; `variables` maps the names of its arguments to defaults."""

    name: str
    url: str
    description: str
    variables: dict[str, str]
    values: dict[str, list[str]]


@dataclass
class VariableRecord:
    """An argument of a client that sets a variable of its servers; `values` are None if it may have any value."""

    name: str
    values: list[str] | None
    default: str
    description: str

    @property
    def annotation(self) -> str:
        """The type of the argument."""
        return "str" if self.values is None else f"Literal[{', '.join(map(repr, self.values))}]"


def build_servers(normal: Node, names: Mapping[str, str]) -> list[ServerRecord]:
    """Return the servers that a client can choose; [] if there is no choice.

    Args:
        normal: The document in normal form. A server that is relative to the document's own URL cannot be chosen.
        names: URL of a server -> the name to use.
    """
    declared = list({each.get("url"): each for each in normal.get("servers") or ()}.values())
    servers = [each for each in declared if re.match(r"https?://|\{", str(each.get("url")))]
    if not servers[1:] and not any(each.get("variables") for each in servers) and servers == declared[: len(servers)]:
        return []
    found = [names.get(str(each.get("url"))) or _find_name(each) for each in servers]
    counts = Counter(found)
    short = [re.sub(r"^https?://|/$", "", build_server_url(each)) for each in servers]
    found = [name if name and counts[name] == 1 else place for name, place in zip(found, short, strict=True)]
    counts = Counter(found)
    urls = [str(each.get("url")) for each in servers]
    found = [name if counts[name] == 1 else url for name, url in zip(found, urls, strict=True)]
    return [_build_server(name, each) for name, each in zip(found, servers, strict=True)]


def _find_name(server: Node) -> str:
    """Return the name in the document, or the description without its general words if that is short, or ""."""
    declared = server.get("name") or server.get("x-speakeasy-server-id")
    if isinstance(declared, str) and declared.isprintable():
        return declared
    text = re.sub(r"\([^)]*\)", " ", str(server.get("description") or ""))
    text = normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in _NOISE]
    return "_".join(words) if len(words) <= _MOST_WORDS else ""


def _build_server(name: str, server: Node) -> ServerRecord:
    url, variables, values = str(server["url"]), {}, {}
    for wire, variable in (server.get("variables") or {}).items():
        argument = _name_argument(wire)
        url = url.replace(f"{{{wire}}}", f"{{{argument}}}")
        variables[argument] = str(variable.get("default", ""))
        if variable.get("enum"):
            values[argument] = list(dict.fromkeys(map(str, variable["enum"])))
    return ServerRecord(name, url, format_line(server.get("description")), variables, values)


def _name_argument(wire: str) -> str:
    return attribute_name(snake_case(wire), _TAKEN)


def list_variables(normal: Node, servers: list[ServerRecord]) -> list[VariableRecord]:
    """Return the arguments of a client that set variables of its servers, each once."""
    descriptions: dict[str, Any] = {}
    for each in normal.get("servers") or ():
        for wire, variable in (each.get("variables") or {}).items():
            descriptions.setdefault(_name_argument(wire), variable.get("description"))
    found: dict[str, VariableRecord] = {}
    for server in servers:
        for name, default in server.variables.items():
            values = server.values.get(name)
            text = format_line(descriptions.get(name))
            known = found.setdefault(name, VariableRecord(name, values, default, text))
            if known.values is not None:
                known.values = None if values is None else list(dict.fromkeys([*known.values, *values]))
    return list(found.values())
