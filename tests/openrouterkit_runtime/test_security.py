"""Which credentials are sent for an operation, and where: `Operation.httpx_arguments` of generated packages."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from workshop import open_workshop

from codegen.__main__ import main
from openrouterkit_runtime import Endpoint, Operation, SecurityScheme
from openrouterkit_runtime.responses import Responses

SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token."},
    "login": {"type": "http", "scheme": "Basic"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Pets"},
    "app": {"type": "apiKey", "in": "query", "name": "app id"},
    "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "flow": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "/token", "scopes": {"read": "Read.", "write": "Write."}}},
    },
    "browser": {"type": "oauth2", "flows": {"authorizationCode": {"tokenUrl": "/t", "scopes": {"read": "Read."}}}},
    "identity": {"type": "openIdConnect", "openIdConnectUrl": "https://pets.example/.well-known"},
    "shared": {"$ref": "#/components/securitySchemes/token"},
}
OPERATIONS: dict[str, Any] = {
    **{f"by_{name}": [{name: []}] for name in SCHEMES},
    "together": [{"key": [], "app": [], "session": []}],
    "either": [{"login": []}, {"key": [], "app": []}],
    "optional": [{}, {"token": []}],
    "open": [],
    "default": None,
}


def make_document(schemes: Any, operations: dict[str, Any], **more: Any) -> Any:
    paths = {
        f"/{name}": {
            "get": {
                "operationId": name,
                "tags": ["pets"],
                "responses": {"200": {}},
                **({} if security is None else {"security": security}),
            }
        }
        for name, security in operations.items()
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": paths,
        "components": {"securitySchemes": schemes},
        **more,
    }


@pytest.fixture(scope="module", params=[(), ("--standalone",)], ids=["shared", "standalone"])
def pets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with open_workshop(tmp_path_factory.mktemp("made")) as workshop:
        yield workshop.load_package(
            make_document(SCHEMES, OPERATIONS, security=[{"token": []}, {"login": []}]), *request.param
        )


def send(pets: ModuleType, name: str, api_key: str | None = None, **auth: Any) -> tuple[dict[str, str], Any]:
    """Return the headers except Accept, and the query, of a request with these credentials."""
    operation = getattr(pets.operations.pets, name)()
    arguments = operation.httpx_arguments(pets.BASE_URL, api_key, auth=auth)
    return {key: value for key, value in arguments["headers"].items() if key != "Accept"}, arguments["params"]


@pytest.mark.parametrize("name", ["token", "flow", "browser", "identity", "shared"])
def test_tokens_are_sent_as_bearer(pets: ModuleType, name: str) -> None:
    assert send(pets, f"by_{name}", **{name: "t0ken"}) == ({"Authorization": "Bearer t0ken"}, None)


def test_user_name_and_password_are_sent_as_basic(pets: ModuleType) -> None:
    sent = {"Authorization": "Basic " + b64encode("ada:schlüssel".encode()).decode()}
    assert send(pets, "by_login", login=("ada", "schlüssel")) == (sent, None)


def test_keys_are_sent_in_header_query_and_cookie_alone_and_together(pets: ModuleType) -> None:
    assert send(pets, "by_key", key="k") == ({"X-Pets": "k"}, None)
    assert send(pets, "by_app", app="a b") == ({}, [("app id", "a b")])
    assert send(pets, "by_session", session="s") == ({"Cookie": "sid=s"}, None)
    both = ({"X-Pets": "k", "Cookie": "sid=s"}, [("app id", "a")])
    assert send(pets, "together", key="k", app="a", session="s") == both


def test_the_first_alternative_with_all_values_is_sent(pets: ModuleType) -> None:
    assert send(pets, "either", key="k", app="a") == ({"X-Pets": "k"}, [("app id", "a")])
    assert list(send(pets, "either", key="k", app="a", login=("u", "p"))[0]) == ["Authorization"]
    with pytest.raises(ValueError, match="missing credentials: pass a value for 'login' in auth="):
        send(pets, "either", key="k")


def test_optional_credentials_are_sent_if_there_are_any(pets: ModuleType) -> None:
    assert send(pets, "optional", token="t") == ({"Authorization": "Bearer t"}, None)
    assert send(pets, "optional") == ({}, None)
    assert not pets.operations.pets.optional().needs_key


def test_an_operation_without_security_sends_no_credentials(pets: ModuleType) -> None:
    assert send(pets, "open", token="t", key="k") == ({}, None)
    assert not pets.operations.pets.open().needs_key


def test_an_operation_that_declares_nothing_has_the_security_of_the_document(pets: ModuleType) -> None:
    assert send(pets, "default", token="t")[0] == {"Authorization": "Bearer t"}
    assert pets.operations.pets.default().needs_key
    assert pets.SECURITY == (("token",), ("login",))


def test_the_package_exports_its_schemes(pets: ModuleType) -> None:
    schemes = pets.SECURITY_SCHEMES
    assert list(schemes) == list(SCHEMES)
    assert isinstance(schemes["key"], pets.SecurityScheme)
    shown = {name: (each.kind, each.name, each.token_url, each.scopes) for name, each in schemes.items()}
    assert shown["token"] == ("bearer", "Authorization", None, ())
    assert shown["app"] == ("query", "app id", None, ())
    assert shown["flow"] == ("client_credentials", "Authorization", "/token", ("read", "write"))
    assert shown["browser"] == ("oauth2", "Authorization", None, ("read",))
    assert schemes["token"].description == "A token."


def test_a_key_alone_is_rejected_if_the_service_has_several_schemes(pets: ModuleType) -> None:
    with pytest.raises(ValueError, match=re.escape("several security schemes: pass auth={'token': ..., 'login': ...")):
        send(pets, "by_token", "t0ken")


@pytest.mark.parametrize(
    ("auth", "message"),
    [
        ({"tokn": "t"}, "unknown security scheme 'tokn': the service has 'token', 'login'"),
        ({"login": "ada"}, "the value of the security scheme 'login' must be a tuple of user name and password"),
        ({"login": ("a:da", "p")}, "must not contain a colon"),
    ],
)
def test_a_wrong_value_raises_a_sentence(pets: ModuleType, auth: Any, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        send(pets, "by_login", **auth)


def make_operation(**members: Any) -> Any:
    endpoint: Any = Endpoint("x", "pets.x", "GET", "/x", Operation, Responses(), **members)
    return endpoint.build({})


@pytest.mark.parametrize("security", [None, (("anything",),)])
def test_without_schemes_a_key_is_a_bearer_token(security: Any) -> None:
    arguments = make_operation(security=security).httpx_arguments("https://x", "key")
    assert arguments["headers"]["Authorization"] == "Bearer key"


def test_a_key_is_the_value_of_the_only_scheme() -> None:
    operation = make_operation(security=(("k",),), schemes={"k": SecurityScheme("header", "X-K")})
    assert operation.httpx_arguments("https://x", "key")["headers"]["X-K"] == "key"


def generate(tmp_path: Path, capsys: pytest.CaptureFixture[str], document: Any) -> str:
    """Generate a package, and return what is printed."""
    spec = tmp_path / "pets.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    main(["generate", str(spec), str(tmp_path / "pets_api")])
    return "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("scheme", "security", "message"),
    [
        ({"type": "mutualTLS"}, [{"a": []}], "/components/securitySchemes/a: left out: pass the certificate to the cl"),
        (
            {"type": "http", "scheme": "digest"},
            [{"a": []}],
            "the HTTP scheme 'digest' is not supported; pass the whole",
        ),
        ({"type": "magic"}, [{"a": []}], "unknown type 'magic' of a security scheme; its value is sent as a bearer"),
        ({"type": "http", "scheme": "bearer"}, [{"b": []}], "the security scheme 'b' is not declared; its value is"),
        ({"type": "http", "scheme": "bearer"}, [], "/components/securitySchemes/a: left out: no operation uses this"),
        ({"type": "apiKey", "name": "k"}, [{"a": []}], "fix: add `name`, and `in` with the value header, query or"),
        ({"type": "oauth2", "flows": {"clientCredentials": {}}}, [{"a": []}], "the flow has no `tokenUrl`"),
        ({"$ref": "#/components/securitySchemes/a"}, [{"a": []}], "leads to itself"),
        ({"type": "http", "scheme": "bearer"}, ["a"], "/paths/~1get/get/security/0: expected an object, found text"),
    ],
)
def test_what_cannot_be_represented_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], scheme: Any, security: Any, message: str
) -> None:
    assert message in generate(tmp_path, capsys, make_document({"a": scheme}, {"get": security}))


def test_declared_schemes_that_no_operation_mentions_are_kept_without_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "0 warnings" in generate(tmp_path, capsys, make_document({"token": SCHEMES["token"]}, {"get": None}))
    assert "SecurityScheme(" in (tmp_path / "pets_api" / "security.py").read_text(encoding="utf-8")
