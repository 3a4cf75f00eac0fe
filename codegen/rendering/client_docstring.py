"""The docstrings of the classes in client.py: credentials, servers and settings."""

from __future__ import annotations

from .client import ClientRecord
from .prose import fold_prose, format_line, format_section
from .servers import ServerRecord

_FIRST = {
    False: "A client of {name} for sync code. It is safe to share between threads.",
    True: "A client of {name} for async code, on asyncio or trio. Prefer one client per event loop.",
}
_ENVIRONMENT = (
    "The environment variable {prefix}_BASE_URL replaces the URL of the service, and {prefix}_LOG=info logs requests."
)
_FURTHER = (
    "The settings of `openrouterkit.{kind}`: `base_url`, `{credentials}`, `timeout`, `retries`, `headers`, "
    "`middleware`, `proxy`, `verify`, `limits`, `http_client` and others."
)


def build_client_docstring(client: ClientRecord, example: str, *, asynchronous: bool) -> str:
    """Return the docstring of a class: an example, where credentials and the URL come from, and the arguments."""
    kind = "AsyncClient" if asynchronous else "Client"
    word, wait = ("async ", "await ") if asynchronous else ("", "")
    lines = [f"{word}with {kind}() as client:", f"        {wait}client.{example}(...)"]
    further = _FURTHER.format(kind=kind, credentials="auth" if _needs_auth(client) else "api_key")
    entries = [*_describe_arguments(client), ("options", further)]
    settings = f"Its arguments are {further[0].lower()}{further[1:]}"
    parts = [
        _FIRST[asynchronous].format(name=format_line(client.name)),
        "\n".join(["    " + lines[0], lines[1]]),
        *_describe_credentials(client),
        fold_prose(_ENVIRONMENT.format(prefix=client.prefix)),
        format_section("Args", entries) if client.servers else fold_prose(settings),
    ]
    return "\n\n".join(parts)


def _needs_auth(client: ClientRecord) -> bool:
    return len(client.kinds) > 1 or "basic" in client.kinds.values()


def _describe_credentials(client: ClientRecord) -> list[str]:
    """Return the paragraphs about credentials; [] if the service needs none."""
    variables = {scheme: format_line(variable) for scheme, variable in client.environment.items()}
    if not client.kinds:
        return []
    if len(client.kinds) == 1:
        ((scheme, kind),) = client.kinds.items()
        what, argument = _CREDENTIALS.get(kind, ("The API key", "api_key"))
        where = f", or the environment variable {variables[scheme]} contains it" if scheme in variables else ""
        content = " as `user:password`" if kind == "basic" and where else ""
        return [fold_prose(f"{what} is passed as `{argument}`{where}{content}.")]
    notes = {"basic": " (`user:password`)", "client_credentials": " (a token)"}
    lines = ["Credentials are passed as `auth`, by name of the security scheme, or in environment variables:", ""]
    for scheme, kind in client.kinds.items():
        place = f": {variables[scheme]}" if scheme in variables else ""
        lines.append(f"    {format_line(repr(scheme))}{place}{notes.get(kind, '') if place else ''}")
    return ["\n".join(lines)]


_CREDENTIALS = {
    "basic": ("The user name and password", "auth"),
    "client_credentials": ("The token, or a `ClientCredentials` with id and secret,", "auth"),
    "oauth2": ("The token", "api_key"),
    "openid": ("The token", "api_key"),
}


def _describe_arguments(client: ClientRecord) -> list[tuple[str, str]]:
    described = "; ".join(f"{format_line(repr(each.name))} ({_describe_server(each)})" for each in client.servers)
    which = " that has the variables" if client.variables else ""
    entries = [("server", f"The server to call: {described}. Defaults to the first one{which}.")]
    for each in client.variables:
        text = f"{each.description}. " if each.description else ""
        entries.append((each.name, f"{text}Defaults to {format_line(repr(each.default))}."))
    return entries


def _describe_server(server: ServerRecord) -> str:
    is_known = server.name.replace("_", " ") in server.description.lower()  # the name is from the description
    return format_line(server.url) + ("" if is_known or not server.description else f", {server.description}")
