"""The names, variables, servers and hints of a generated client."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from codegen import names
from codegen.names import ServiceNames
from codegen.problems import CodegenError
from codegen.rendering.client import build_client, find_service_name, name_variables
from codegen.rendering.hints import find_hints
from codegen.rendering.servers import build_servers, list_variables


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Pet Store", "Pet Store"),
        ("Pet Store API", "Pet Store"),
        ("The Pet Store REST API (v2)", "Pet Store"),
        ("GitHub v3 REST API", "GitHub"),
        ("Swagger Petstore - OpenAPI 3.0", "Swagger Petstore"),
        ("API", "Files"),
        ("", "Files"),
        (None, "Files"),
        (3, "Files"),
        ("Files\u202e\x00 API", "Files"),
        ("A description of all the things that anybody could ever do with files", "Files"),
        ("東京", "東京"),
        ("- " * 5000, "Files"),
    ],
)
def test_the_name_of_a_service_is_its_title_without_general_words(title: Any, name: str) -> None:
    assert find_service_name(title, "files_api") == name


@pytest.mark.parametrize(
    ("title", "variable"),
    [
        ("Pet Store", "PET_STORE"),
        ("GitHub", "GITHUB"),
        ("Café 24", "CAFE"),
        ("1Store", "SERVICE_1STORE"),
        ("東京", "FILES_API"),
    ],
)
def test_variables_are_ascii_and_begin_with_a_letter(title: str, variable: str) -> None:
    client = build_client(document(info={"title": title}), "files_api", ServiceNames())
    assert (client.prefix, client.key_env) == (variable, None)


@pytest.mark.parametrize(
    ("kinds", "variables"),
    [
        ({}, None),
        ({"anything": "bearer"}, "PETS_API_KEY"),
        ({"anything": "header"}, "PETS_API_KEY"),
        ({"anything": "basic"}, "PETS_LOGIN"),
        ({"anything": "oauth2"}, "PETS_TOKEN"),
        ({"apiKey": "header", "pets_auth": "oauth2"}, {"apiKey": "PETS_API_KEY", "pets_auth": "PETS_AUTH"}),
        (
            {"a-b": "header", "a_b": "basic", "東京": "query"},
            {"a-b": "PETS_A_B", "a_b": "PETS_A_B_2", "東京": "PETS_KEY"},
        ),
    ],
)
def test_each_security_scheme_has_a_variable(kinds: dict[str, str], variables: Any) -> None:
    assert name_variables("PETS", kinds) == variables


def document(**members: Any) -> dict[str, Any]:
    return {"info": {}, "paths": {}, "x-security-schemes": {}, "x-security": None, **members}


def server(url: str, **members: Any) -> dict[str, Any]:
    return {"url": url, **members}


@pytest.mark.parametrize(
    ("servers", "expected"),
    [
        ([], []),
        ([server("https://a")], []),
        ([server("/v1")], []),
        ([server("/v1"), server("https://a/v1/")], ["a/v1"]),
        ([server("https://a"), server("https://a")], []),
        (
            [
                server("https://a", description="Production server"),
                server("https://b", description="The sandbox API (no real data)."),
            ],
            ["production", "sandbox"],
        ),
        ([server("https://a", description="Server"), server("https://b")], ["a", "b"]),
        (
            [server("https://a", description="Live"), server("https://b", description="live")],
            ["a", "b"],
        ),
        ([server("https://a"), server("http://a")], ["https://a", "http://a"]),
        (
            [server("https://a", name="prod"), server("https://b", **{"x-speakeasy-server-id": "dev"})],
            ["prod", "dev"],
        ),
        (
            [
                server("https://a", description="One server of very many, for tests"),
                server("https://b"),
            ],
            ["a", "b"],
        ),
    ],
)
def test_servers_are_named_by_what_tells_them_apart(servers: list[Any], expected: list[str]) -> None:
    assert [each.name for each in build_servers(document(servers=servers), {})] == expected


def test_a_server_with_variables_can_be_chosen_and_its_variables_are_arguments() -> None:
    variables = {
        "basePath": {"default": "v1"},
        "timeout": {"default": 443, "enum": [443, 8443], "description": "The port."},
    }
    normal = document(servers=[server("https://a.example:{timeout}/{basePath}", variables=variables)])
    (only,) = servers = build_servers(normal, {})
    assert only.url == "https://a.example:{timeout_}/{base_path}"
    found = [(each.name, each.annotation, each.default, each.description) for each in list_variables(normal, servers)]
    assert found == [("base_path", "str", "v1", ""), ("timeout_", "Literal['443', '8443']", "443", "The port")]


def test_a_variable_of_two_servers_may_have_the_values_of_both() -> None:
    def with_values(host: str, *values: str) -> dict[str, Any]:
        return server(f"https://{{zone}}.{host}", variables={"zone": {"default": values[0], "enum": list(values)}})

    normal = document(servers=[with_values("a.example", "x", "y"), with_values("b.example", "y", "z")])
    (zone,) = list_variables(normal, build_servers(normal, {}))
    assert zone.values == ["x", "y", "z"]


def operation(**descriptions: str) -> dict[str, Any]:
    return {"responses": {status.removeprefix("s"): {"description": text} for status, text in descriptions.items()}}


@pytest.mark.parametrize(
    ("operations", "hints"),
    [
        ([operation(s401="Unauthorized", s403="Forbidden.", s404="The specified resource was not found")], {}),
        ([operation(s401="Authentication information is missing or invalid")], {}),
        ([operation(s429="Buy the plan Gold for more.")], {429: "Buy the plan Gold for more"}),
        ([operation(s429="Buy the plan Gold."), operation(s429="Sleep for ten seconds.")], {}),
        ([operation(s404="Only cats older than ten exist.")], {}),
        (
            [operation(s404="Cats stay ten days."), operation(s404="Cats stay ten days.")],
            {404: "Cats stay ten days"},
        ),
        ([operation(s500="Call Ada and Grace.", default="Call Ada and Grace.")], {}),
        ([operation(s403="See <a href='x'>the long page</a>")], {}),
        ([operation(s403="very long words " * 20)], {}),
    ],
)
def test_descriptions_of_errors_are_hints_if_they_tell_more_than_the_status(operations: list[Any], hints: Any) -> None:
    paths = {f"/{number}": {"get": each} for number, each in enumerate(operations)}
    assert find_hints(document(paths=paths)) == hints


def test_the_hint_of_401_still_names_the_variables() -> None:
    paths = {"/a": {"get": operation(s401="Create a key at https://pets.example/keys")}}
    schemes = {"key": {"kind": "header"}}
    client = build_client(
        document(info={"title": "Pets"}, paths=paths, **{"x-security-schemes": schemes}), "p", ServiceNames()
    )
    assert client.hints == {401: "Create a key at https://pets.example/keys; pass api_key= or set PETS_API_KEY"}


def test_names_of_the_table_replace_the_generated_ones(tmp_path: Path) -> None:
    table = tmp_path / "names.toml"
    table.write_text('[service]\nname = "Zoo"\nkey_env = "ZOO"\nservers = {"https://b.example" = "second"}\n')
    normal = document(
        info={"title": "Pets"},
        servers=[server("https://a.example"), server("https://b.example")],
        **{"x-security-schemes": {"key": {"kind": "header"}}},
    )
    client = build_client(normal, "pets_api", names.read(table).service)
    assert (client.name, client.prefix, client.key_env) == ("Zoo", "ZOO", "ZOO")
    assert [each.name for each in client.servers] == ["a.example", "second"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("key_envs = 'X'", "unknown key 'key_envs'"),
        ("name = 1", "name must be text, not 1"),
        ("key_env = 1", "key_env must be text, or a table of texts"),
        ("servers = {a = 1}", "servers must be a table of texts"),
    ],
)
def test_an_invalid_table_of_a_service_is_an_error(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "names.toml").write_text(f"[service]\n{text}\n")
    with pytest.raises(CodegenError, match=problem):
        names.read(tmp_path / "names.toml")
