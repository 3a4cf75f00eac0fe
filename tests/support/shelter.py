"""A mock of a service with many security schemes, which accepts a request only with exactly the right credentials."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64decode
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from loopback import Connection, Loopback, Received, http_response

TOKEN = "token-0123456789abcdef"
USER, PASSWORD = "ada", "pässword-0123456789"
KEY = "key-0123456789abcdef"
APP = "app/0123456789&abcdef"
SESSION = "session-0123456789abcdef"
CLIENT_ID, CLIENT_SECRET = "the client", "secret:0123456789+abcdef"
SECRETS = (TOKEN, PASSWORD, KEY, APP, SESSION, CLIENT_SECRET)

SCHEMES: dict[str, Any] = {
    "token": {"type": "http", "scheme": "bearer"},
    "login": {"type": "http", "scheme": "basic"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Shelter"},
    "app": {"type": "apiKey", "in": "query", "name": "app id"},
    "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "flow": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/token", "scopes": {"read": "Read."}}}},
    "browser": {"type": "oauth2", "flows": {"authorizationCode": {"tokenUrl": "/t", "scopes": {}}}},
    "identity": {"type": "openIdConnect", "openIdConnectUrl": "https://shelter.example/.well-known"},
}
ALTERNATIVES: dict[str, list[tuple[str, ...]]] = {
    **{f"by_{name}": [(name,)] for name in SCHEMES},
    "together": [("key", "app", "session")],
    "all_places": [("login", "app", "session", "key")],
    "either": [("login",), ("key", "app")],
    "optional": [(), ("token",)],
    "nothing": [()],
}
_SINGLE = {"token": TOKEN, "browser": TOKEN, "identity": TOKEN}


def make_document(*names: str, schemes: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a description with these operations, or with all; each is a GET at the path of its name."""
    paths = {
        f"/{name}": {
            "get": {
                "operationId": name,
                "tags": ["pets"],
                "security": [{scheme: [] for scheme in each} for each in ALTERNATIVES[name]],
                "responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}}},
            }
        }
        for name in names or ALTERNATIVES
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shelter", "version": "1"},
        "servers": [{"url": "https://shelter.example/v1"}],
        "paths": paths,
        "components": {"securitySchemes": SCHEMES if schemes is None else schemes},
    }


class Shelter(Loopback):
    """The mock. It responds with the names of the schemes whose credentials it received.

    Other requests are rejected with 401, and a body that repeats everything that was received.

    Args:
        lifetime: Seconds after which a token of the flow ends; None to not declare it.
        delay: Seconds that the token endpoint takes.
    """

    def __init__(self, *, lifetime: float | None = 3600, delay: float = 0.0) -> None:
        self.lifetime = lifetime
        self.delay = delay
        self.valid_until: dict[str, float] = {}
        self.token_requests: list[Received] = []
        self.token_failures: list[bytes] = []
        self._lock = threading.Lock()
        super().__init__([self._respond, "repeat"])

    def revoke(self) -> None:
        """Make all tokens of the flow invalid."""
        self.valid_until.clear()

    def _respond(self, connection: Connection) -> None:
        received = connection.received
        assert received is not None
        path = urlsplit(received.path).path.removeprefix("/api/v1").strip("/")
        connection.sock.sendall(self._issue_token(received) if path == "token" else self._check(path, received))

    def _check(self, path: str, received: Received) -> bytes:
        found = self._find_credentials(received)
        if found is not None and any(self._matches(found, each) for each in ALTERNATIVES.get(path, [])):
            return http_response({"credentials": sorted(found)})
        seen = {"path": received.path, "headers": received.headers, "body": received.body.decode()}
        return http_response({"error": {"message": f"rejected: {json.dumps(seen)}"}}, 401)

    def _matches(self, found: dict[str, str], names: tuple[str, ...]) -> bool:
        expected = {name: "bearer" if name in (*_SINGLE, "flow") else name for name in names}
        if set(found) != set(expected.values()):
            return False
        if "flow" in names:
            return self.valid_until.get(found["bearer"], 0) > time.monotonic()
        return found.get("bearer", TOKEN) == TOKEN

    def _find_credentials(self, received: Received) -> dict[str, str] | None:
        """Return the credentials of a request; None if one is wrong."""
        found: dict[str, str] = {}
        scheme, _, value = received.headers.get("authorization", "").partition(" ")
        if scheme == "Bearer":
            found["bearer"] = value
        elif scheme:
            found["login"] = b64decode(value).decode()
        found |= {"key": received.headers["x-shelter"]} if "x-shelter" in received.headers else {}
        query = dict(parse_qsl(urlsplit(received.path).query))
        found |= {"app": query["app id"]} if "app id" in query else {}
        cookies = dict(each.strip().split("=", 1) for each in received.headers.get("cookie", "").split(";") if each)
        found |= {"session": cookies["sid"]} if "sid" in cookies else {}
        right = {"login": f"{USER}:{PASSWORD}", "key": KEY, "app": APP, "session": SESSION}
        return found if all(right[name] == value for name, value in found.items() if name in right) else None

    def _issue_token(self, received: Received) -> bytes:
        with self._lock:
            self.token_requests.append(received)
            number = len(self.token_requests)
            failure = self.token_failures.pop(0) if self.token_failures else None
        time.sleep(self.delay)
        if failure is not None:
            return failure
        form = dict(parse_qsl(received.body.decode()))
        identity = (form.get("client_id"), form.get("client_secret"))
        scheme, _, value = received.headers.get("authorization", "").partition(" ")
        if scheme == "Basic":
            user, _, password = b64decode(value).decode().partition(":")
            identity = (unquote_plus(user), unquote_plus(password))
        if identity != (CLIENT_ID, CLIENT_SECRET) or form.get("grant_type") != "client_credentials":
            seen = f"{received.headers} {received.body.decode()}"
            return http_response({"error": "invalid_client", "error_description": f"unknown client: {seen}"}, 401)
        token = f"issued-{number}-{self.url}-0123456789abcdef"
        lifetime = 3600 if self.lifetime is None else self.lifetime
        self.valid_until[token] = time.monotonic() + lifetime
        declared = {} if self.lifetime is None else {"expires_in": self.lifetime}
        return http_response({"access_token": token, "token_type": "Bearer", **declared})
