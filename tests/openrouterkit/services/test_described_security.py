"""Services whose `Service` declares combinations of schemes, variables of the environment, and a prefix of paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import anyio
import pytest
from loopback import Loopback, http_response
from shelter import APP, KEY, PASSWORD, SESSION, TOKEN, USER, Shelter

from openrouterkit import AsyncClient, Client, ConfigurationError, RequestOptions, Service
from openrouterkit.authentication import SecurityScheme
from openrouterkit.errors import APIError
from openrouterkit.mistral import AsyncMistral, Mistral

SCHEMES = {
    "token": SecurityScheme("bearer"),
    "login": SecurityScheme("basic"),
    "key": SecurityScheme("header", "X-Shelter"),
    "app": SecurityScheme("query", "app id"),
    "session": SecurityScheme("cookie", "sid"),
}
VALUES: dict[str, Any] = {"token": TOKEN, "key": KEY, "app": APP, "session": SESSION, "login": (USER, PASSWORD)}


@pytest.fixture
def server() -> Iterator[Shelter]:
    with Shelter() as shelter:
        yield shelter


def describe(*names: str, **more: Any) -> Service:
    return Service("Shelter", security_schemes={name: SCHEMES[name] for name in names}, **more)


def request(
    backend: str, service: Service, server: Shelter, path: str, options: Any = None, **settings: Any
) -> list[str]:
    """Send a request by path, and return the credentials that the mock received."""
    settings = {"base_url": server.url, "retries": 0, **settings}
    if backend == "sync":
        with Client(service, **settings) as client:
            return list(client.request("GET", path, options=options).json()["credentials"])

    async def run() -> list[str]:
        async with AsyncClient(service, **settings) as client:
            return list((await client.request("GET", path, options=options)).json()["credentials"])

    return anyio.run(run, backend=backend)


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
def test_schemes_that_a_service_declares_together_are_sent_together(server: Shelter, backend: str) -> None:
    service = describe("login", "key", "app", security=[("login",), ("key", "app")])
    both = {"key": KEY, "app": APP}
    assert request(backend, service, server, "/either", auth=both) == ["app", "key"]
    assert request(backend, service, server, "/either", auth={**both, "login": VALUES["login"]}) == ["login"]


def test_a_missing_part_of_a_combination_raises_what_to_pass(server: Shelter) -> None:
    message = "missing credentials for GET requests: pass auth={'key': \"...\", 'app': \"...\"} ('app' has no value)"
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        request("sync", describe("key", "app", security=[("key", "app")]), server, "/either", auth={"key": KEY})
    assert server.requests == []


def test_a_combination_without_schemes_makes_credentials_optional(server: Shelter) -> None:
    service = describe("key", "app", security=[("key", "app"), ()])
    assert request("sync", service, server, "/nothing") == []


def test_schemes_without_combinations_are_alternatives(server: Shelter) -> None:
    assert request("sync", describe("key", "app"), server, "/by_key", auth={"key": KEY, "app": APP}) == ["key"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"security": ("key", "app")}, 'Service.security must be a list of combinations, such as [("app", "key")]'),
        ({"security": "key"}, 'Service.security must be a list of combinations, such as [("app", "key")]'),
        ({"security": [("key", "ap")]}, "Service.security names the scheme 'ap': the service has 'key', 'app'"),
        ({"key_env": {"ap": "A"}}, "Service.key_env names the scheme 'ap': the service has 'key', 'app'"),
        ({"key_env": {"app": 3}}, "Service.key_env must be a str, a mapping of schemes to str, or None, not dict"),
        ({"key_env": 3}, "Service.key_env must be a str, a mapping of schemes to str, or None, not int"),
        (
            {"key_env": "PETS_KEY"},
            (
                "Service.key_env must name the scheme of the variable, as the service has 2 of them: "
                "pass key_env={'key': \"PETS_KEY\"}"
            ),
        ),
    ],
)
def test_an_invalid_description_is_rejected(arguments: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        describe("key", "app", **arguments)


@pytest.mark.parametrize("backend", ["sync", "asyncio"])
def test_each_scheme_can_have_a_variable_of_the_environment(
    server: Shelter, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = {"key": "SHELTER_KEY", "app": "SHELTER_APP", "login": "SHELTER_LOGIN"}
    service = describe("login", "key", "app", key_env=variables, security=[("login",), ("key", "app")])
    monkeypatch.setenv("SHELTER_KEY", KEY)
    with pytest.raises(ConfigurationError, match=r"or set SHELTER_LOGIN, SHELTER_APP before the client is created"):
        request(backend, service, server, "/either")
    monkeypatch.setenv("SHELTER_APP", f"{APP}\n")
    assert request(backend, service, server, "/either") == ["app", "key"]
    monkeypatch.setenv("SHELTER_LOGIN", f"{USER}:{PASSWORD}")
    assert request(backend, service, server, "/either") == ["login"]
    # What is passed is used alone.
    assert request(backend, service, server, "/either", auth={"key": KEY, "app": APP}) == ["app", "key"]


def test_the_variable_of_a_single_scheme_needs_no_name_and_contains_user_and_password_for_basic(
    server: Shelter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELTER", f"{USER}:{PASSWORD}")
    for variable in ("SHELTER", {"login": "SHELTER"}):
        assert request("sync", describe("login", key_env=variable), server, "/by_login") == ["login"]
    monkeypatch.setenv("SHELTER", "without a colon")
    with pytest.raises(ConfigurationError, match=r"SHELTER must contain a user name and a password, .*user:password"):
        request("sync", describe("login", key_env="SHELTER"), server, "/by_login")


@pytest.mark.parametrize(
    ("kinds", "hint", "forbidden"),
    [
        (["bearer"], "check the API key (api_key=)", "check the permissions of the API key"),
        (["header"], "check the API key (api_key=)", "check the permissions of the API key"),
        (["basic"], "check the user name and password (auth=)", "check the permissions of the user"),
        (["client_credentials"], "check the client credentials (auth=)", "check the scopes of the client credentials"),
        (["openid"], "check the token (api_key=)", "check the scopes of the token"),
        (["bearer", "basic"], "check the credentials (auth=)", "check the permissions of the credentials"),
    ],
)
def test_hints_name_the_kind_of_credentials_that_the_service_expects(
    kinds: list[Any], hint: str, forbidden: str
) -> None:
    schemes = {kind: SecurityScheme(kind, f"X-{kind}") for kind in kinds}
    service = Service("Pets", security_schemes=schemes)
    for status, expected in ((401, hint), (403, forbidden)):
        with Loopback([http_response({"error": "no"}, status)]) as server:
            options = RequestOptions(headers={f"X-{kinds[0]}": "x", "Authorization": "Basic eA=="})
            client = Client(service, base_url=server.url, retries=0)
            with client, pytest.raises(APIError) as caught:
                client.request("GET", "/dogs", options=options)
        assert caught.value.hint == expected
    variable = Service("Pets", security_schemes=schemes, key_env={kinds[0]: "PETS"})
    assert variable.find_hint(401) == hint.replace("=)", "= or PETS)")


@pytest.mark.parametrize("url", ["", "/", "/v1", "/v1/"])
def test_the_base_url_of_mistral_may_end_with_the_prefix_of_its_paths(url: str) -> None:
    models = {"object": "list", "data": []}
    with Loopback([http_response(models), "repeat"]) as server:
        base_url = server.url.removesuffix("/api/v1") + url
        with Mistral(base_url=base_url, api_key="k") as client:
            client.models.list()
            client.request("GET", "/v1/models")
            client.with_options(base_url=base_url).models.list()

        async def run() -> None:
            async with AsyncMistral(base_url=base_url, api_key="k") as client:
                await client.models.list()

        anyio.run(run)
    assert [each.path for each in server.requests] == ["/v1/models"] * 4


def test_only_a_whole_prefix_of_paths_is_removed() -> None:
    service = Service("Pets", path_prefix="/v1")
    for url, expected in (("/api/v1", "/api/v1/x"), ("/api/xv1", "/api/xv1/v1/x"), ("/v1/v1", "/v1/v1/x")):
        with Loopback([http_response({})]) as server:
            base_url = server.url.removesuffix("/api/v1") + url
            with Client(service, base_url=base_url) as client:
                client.request("GET", "/v1/x")
        assert server.requests[0].path == expected
    for wrong in ("v1", "/v1/", "/"):
        with pytest.raises(ConfigurationError, match="must begin with a slash and not end with one"):
            Service("Pets", path_prefix=wrong)
