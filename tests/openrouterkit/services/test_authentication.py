"""Credentials of services with several security schemes, by public names, against a mock that accepts only these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import httpx
import pytest
import workshop
from leaks import assert_hidden, collect_texts
from loopback import DONE, END, STREAM_HEAD, Loopback, http_response, piece
from shelter import APP, CLIENT_ID, CLIENT_SECRET, KEY, PASSWORD, SESSION, TOKEN, USER, Shelter, make_document

from openrouterkit import AsyncClient, Client, ConfigurationError, ConnectionLimits, RequestOptions, Service
from openrouterkit.authentication import Basic, ClientCredentials
from openrouterkit.errors import UnauthorizedResponseError
from openrouterkit_runtime import SecurityScheme

BACKENDS = ["sync", "asyncio", "trio"]
LOGIN = (USER, PASSWORD)
FLOW = ClientCredentials(CLIENT_ID, CLIENT_SECRET)
ALL: dict[str, Any] = {
    "token": TOKEN,
    "login": LOGIN,
    "key": KEY,
    "app": APP,
    "session": SESSION,
    "browser": lambda: TOKEN,
    "identity": TOKEN,
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package generated from the description of the mock."""
    with workshop.open_workshop(tmp_path_factory.mktemp("shelter")) as place:
        yield place.load_package(make_document())


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], ModuleType]]:
    """A function that returns a package with one security scheme."""
    from shelter import SCHEMES

    with workshop.open_workshop(tmp_path_factory.mktemp("keyed")) as place:
        made: dict[str, ModuleType] = {}

        def load(name: str) -> ModuleType:
            if name not in made:
                made[name] = place.load_package(make_document(f"by_{name}", schemes={name: SCHEMES[name]}))
            return made[name]

        yield load


@pytest.fixture
def server() -> Iterator[Shelter]:
    with Shelter() as shelter:
        yield shelter


def describe(package: ModuleType, server: Shelter | None = None, **more: Any) -> Service:
    url = {} if server is None else {"base_url": server.url}
    return Service("Shelter", package=package.__name__, **url, **more)


def call(backend: str, service: Service, operation: Any, options: Any = None, **settings: Any) -> list[str]:
    """Send an operation, and return the credentials that the mock received."""
    if backend == "sync":
        with Client(service, retries=0, **settings) as client:
            return list(client.send(operation, options=options)["credentials"])

    async def run() -> list[str]:
        async with AsyncClient(service, retries=0, **settings) as client:
            return list((await client.send(operation, options=options))["credentials"])

    return anyio.run(run, backend=backend)


def find(package: ModuleType, name: str) -> Any:
    return getattr(package.operations.pets, name)()


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("name", "received"),
    [
        ("by_token", ["bearer"]),
        ("by_login", ["login"]),
        ("by_key", ["key"]),
        ("by_app", ["app"]),
        ("by_session", ["session"]),
        ("by_browser", ["bearer"]),
        ("by_identity", ["bearer"]),
        ("by_flow", ["bearer"]),
        ("together", ["app", "key", "session"]),
        ("all_places", ["app", "key", "login", "session"]),
        ("either", ["login"]),
        ("optional", ["bearer"]),
        ("nothing", []),
    ],
)
def test_each_operation_is_sent_with_exactly_the_credentials_that_it_declares(
    package: ModuleType, server: Shelter, backend: str, name: str, received: list[str]
) -> None:
    auth = {**ALL, "flow": ClientCredentials(CLIENT_ID, CLIENT_SECRET)}
    assert call(backend, describe(package, server), find(package, name), auth=auth) == received


@pytest.mark.parametrize(
    ("name", "value"),
    [("token", TOKEN), ("key", KEY), ("app", APP), ("session", SESSION), ("browser", TOKEN), ("identity", TOKEN)],
)
def test_api_key_is_the_value_of_the_only_scheme(
    keyed: Callable[[str], ModuleType], server: Shelter, name: str, value: str
) -> None:
    package = keyed(name)
    service = describe(package, server, key_env="SHELTER_KEY")
    assert len(call("sync", service, find(package, f"by_{name}"), api_key=value)) == 1
    assert len(call("sync", service, find(package, f"by_{name}"), auth={name: value})) == 1
    assert len(call("asyncio", service, find(package, f"by_{name}"), api_key=lambda: value)) == 1


@pytest.mark.parametrize(
    "value", [LOGIN, Basic(*LOGIN), lambda: LOGIN, {"login": LOGIN}], ids=["tuple", "Basic", "function", "dict"]
)
def test_user_name_and_password_are_a_tuple_or_basic(
    keyed: Callable[[str], ModuleType], server: Shelter, value: Any
) -> None:
    assert call("sync", describe(keyed("login"), server), find(keyed("login"), "by_login"), auth=value) == ["login"]


def test_the_environment_variable_of_the_service_is_the_value_of_the_only_scheme(
    keyed: Callable[[str], ModuleType], server: Shelter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELTER_KEY", KEY)
    service = describe(keyed("key"), server, key_env="SHELTER_KEY")
    assert call("sync", service, find(keyed("key"), "by_key")) == ["key"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_function_provides_a_token_to_an_async_client(
    package: ModuleType, server: Shelter, backend: str
) -> None:
    async def provide() -> str:
        await anyio.sleep(0.001)
        return TOKEN

    operation = find(package, "by_identity")
    assert call(backend, describe(package, server), operation, auth={"identity": provide}) == ["bearer"]
    with pytest.raises(ConfigurationError, match="is async: use an async client"):
        call("sync", describe(package, server), operation, auth={"identity": provide})


def test_a_function_runs_at_every_call(package: ModuleType, server: Shelter) -> None:
    values = iter([TOKEN, "wrong-0123456789", "wrong-0123456789", TOKEN])
    with Client(describe(package, server), auth={"token": lambda: next(values)}, retries=0) as client:
        client.send(find(package, "by_token"))
        with pytest.raises(Exception, match="rejected"):
            client.send(find(package, "by_token"))
        client.send(find(package, "by_token"))


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_function_runs_again_once_after_a_401(package: ModuleType, server: Shelter, backend: str) -> None:
    values = iter(["old-0123456789", TOKEN])
    operation = find(package, "by_token")
    assert call(backend, describe(package, server), operation, auth={"token": lambda: next(values)}) == ["bearer"]
    assert [each.headers["authorization"] for each in server.requests] == ["Bearer old-0123456789", f"Bearer {TOKEN}"]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("values", "sent"),
    [
        (["old-0123456789", "old-0123456789"], 1),
        (["old-0123456789", None], 1),
        (["old-0123456789", "new-9876543210"], 2),
    ],
)
def test_a_401_is_raised_if_a_function_returns_no_other_value_or_a_wrong_one(
    package: ModuleType, server: Shelter, backend: str, values: list[str | None], sent: int
) -> None:
    provided = iter(values)
    operation = find(package, "by_token")
    limits = ConnectionLimits(max_connections=1)
    with pytest.raises(UnauthorizedResponseError, match="rejected: ") as caught:
        call(backend, describe(package, server), operation, auth={"token": lambda: next(provided)}, limits=limits)
    assert len(server.requests) == sent
    assert list(provided) == []
    assert_hidden(collect_texts(caught.value), *filter(None, values))


def test_a_function_runs_again_for_streams_too() -> None:
    values = iter(["old-0123456789", TOKEN])
    scripts = [http_response({}, 401)], [STREAM_HEAD, piece(DONE), END]
    with Loopback(*scripts) as server:
        client = Client(Service("Shelter", base_url=server.url), api_key=lambda: next(values), retries=0)
        with client, client.request_stream("GET", "/events") as stream:
            assert list(stream) == []
    assert [each.headers["authorization"] for each in server.requests] == ["Bearer old-0123456789", f"Bearer {TOKEN}"]


def test_the_first_alternative_whose_schemes_all_have_values_is_sent(package: ModuleType, server: Shelter) -> None:
    service, operation = describe(package, server), find(package, "either")
    assert call("sync", service, operation, auth={"key": KEY, "app": APP}) == ["app", "key"]
    assert call("sync", service, operation, auth={"key": KEY, "login": LOGIN}) == ["login"]
    assert call("sync", service, operation, auth={"key": KEY, "app": APP, "login": lambda: None}) == ["app", "key"]


def test_credentials_of_one_call_are_merged_over_those_of_the_client(package: ModuleType, server: Shelter) -> None:
    service, operation = describe(package, server), find(package, "together")
    options = RequestOptions(auth={"app": APP, "session": SESSION})
    assert call("sync", service, operation, options, auth={"key": KEY, "app": "other"}) == ["app", "key", "session"]


def test_a_derived_client_replaces_and_removes_single_values(package: ModuleType, server: Shelter) -> None:
    with Client(describe(package, server), auth={"key": KEY, "app": "x", "login": LOGIN}, retries=0) as client:
        derived = client.with_options(auth={"app": APP, "login": None})
        assert derived.send(find(package, "either"))["credentials"] == ["app", "key"]
        assert client.send(find(package, "either"))["credentials"] == ["login"]
        with pytest.raises(ConfigurationError, match=r"missing credentials for pets\.either"):
            client.with_options(auth=None).send(find(package, "either"))


def test_requests_by_path_are_sent_with_the_credentials_of_the_call(package: ModuleType, server: Shelter) -> None:
    with Client(describe(package, server), auth={"token": TOKEN, "key": "other"}, retries=0) as client:
        assert client.request("GET", "/by_token").json() == {"credentials": ["bearer"]}
        options = RequestOptions(auth={"key": KEY, "app": APP})
        assert client.request("GET", "/either", options=options).json() == {"credentials": ["app", "key"]}


def test_what_the_caller_sets_takes_the_place_of_a_value(package: ModuleType, server: Shelter) -> None:
    options = RequestOptions(headers={"X-Shelter": KEY, "Cookie": f"sid={SESSION}"}, query={"app id": APP})
    assert call("sync", describe(package, server), find(package, "together"), options) == ["app", "key", "session"]


def test_cookies_of_the_caller_are_kept_beside_a_credential(package: ModuleType, server: Shelter) -> None:
    options = RequestOptions(headers={"Cookie": "color=red"})
    operation = find(package, "by_session")
    assert call("sync", describe(package, server), operation, options, auth={"session": SESSION}) == ["session"]
    assert server.requests[0].headers["cookie"] == f"color=red; sid={SESSION}"


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("name", "headers", "sent"),
    [
        ("by_session", {}, f"color=red; sid={SESSION}"),
        ("by_session", {"Cookie": "size=xl"}, f"size=xl; sid={SESSION}"),
        ("nothing", {}, "color=red; sid=old"),
    ],
)
def test_cookies_of_the_http_client_are_kept_beside_a_credential_unless_the_caller_replaces_them(
    package: ModuleType, backend: str, name: str, headers: dict[str, str], sent: str
) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"credentials": [request.headers.get("cookie")]})

    cookies = {"color": "red", "sid": "old"}
    kind: Any = httpx.Client if backend == "sync" else httpx.AsyncClient
    http_client = kind(cookies=cookies, transport=httpx.MockTransport(respond))
    options = RequestOptions(headers=headers)
    settings: dict[str, Any] = {"auth": {"session": SESSION}, "http_client": http_client}
    assert call(backend, describe(package), find(package, name), options, **settings) == [sent]


def test_a_credential_in_the_query_is_added_to_that_of_the_call(package: ModuleType, server: Shelter) -> None:
    options = RequestOptions(query={"a b": "c&d"})
    assert call("sync", describe(package, server), find(package, "by_app"), options, auth={"app": APP}) == ["app"]
    assert server.requests[0].path == "/api/v1/by_app?a%20b=c%26d&app%20id=app%2F0123456789%26abcdef"


def test_a_service_declares_its_schemes_in_place_of_those_of_the_package(package: ModuleType, server: Shelter) -> None:
    schemes = {"mine": SecurityScheme("header", "X-Shelter")}
    service = describe(package, server, security_schemes=schemes)
    assert call("sync", service, find(package, "by_key"), api_key=KEY) == ["key"]
    with Client(service, api_key=KEY) as client:
        assert client.request("GET", "/by_key").json() == {"credentials": ["key"]}


@pytest.mark.parametrize("declares", ["the service has no schemes", "the description has no security"])
def test_a_service_without_security_needs_no_key_and_sends_a_key_that_is_passed(
    tmp_path: Path, server: Shelter, declares: str
) -> None:
    document = make_document("optional")
    if declares == "the service has no schemes":
        more: dict[str, Any] = {"security_schemes": {}}
    else:
        more = {}
        del document["components"]["securitySchemes"]
        for item in document["paths"].values():
            for operation in item.values():
                operation.pop("security", None)
    with workshop.open_workshop(tmp_path) as place:
        service = describe(place.load_package(document), server, **more)
        for key, received in ((None, []), (TOKEN, ["bearer"])):
            with Client(service, api_key=key, retries=0) as client:
                assert client.request("GET", "/optional").json() == {"credentials": received}


def test_a_service_with_one_scheme_sends_operations_of_other_packages_with_their_schemes(
    package: ModuleType, keyed: Callable[[str], ModuleType], server: Shelter
) -> None:
    assert call("sync", describe(keyed("token"), server), find(keyed("key"), "by_key"), api_key=KEY) == ["key"]


@pytest.mark.parametrize(
    ("name", "auth", "message"),
    [
        (
            "together",
            {"key": KEY},
            (
                "missing credentials for pets.together: pass auth={'key': \"...\", 'app': \"...\", 'session': \"...\"} "
                "('app', 'session' have no value)"
            ),
        ),
        (
            "either",
            {"key": KEY},
            (
                'missing credentials for pets.either: pass auth={\'login\': ("user", "password")}, or '
                "auth={'key': \"...\", 'app': \"...\"} ('login', 'app' have no value)"
            ),
        ),
        (
            "by_flow",
            None,
            (
                "missing credentials for pets.by_flow: pass "
                "auth={'flow': ClientCredentials(\"client id\", \"client secret\")} ('flow' has no value)"
            ),
        ),
        ("by_token", {"tokn": TOKEN}, "unknown security scheme 'tokn' in auth: the service has 'token', 'login'"),
        ("by_token", TOKEN, "a single value for auth does not tell which of the service's 8 security schemes it is"),
        ("by_token", {"token": 3}, "auth['token'] must be a str, a function that returns one, a tuple of user name"),
        ("by_token", {"token": lambda: 3}, "the function passed as auth['token'] returned int: return str"),
        ("by_token", {"token": LOGIN}, "the security scheme 'token' has no user name and password: pass a str"),
        ("by_token", {"token": "to\nken"}, "the value of the security scheme 'token' contains characters that are inv"),
        ("by_session", {"session": "a; b=c"}, "contains characters that are invalid in a cookie: check where it is"),
        ("by_login", {"login": "ada"}, "the security scheme 'login' is HTTP Basic: pass a tuple of user name and pas"),
        ("by_login", {"login": ("a:da", "p")}, "the user name of Basic must not contain a colon"),
        ("by_key", {"key": FLOW}, "the security scheme 'key' has no tokens: pass a str, not ClientCredentials"),
        ("by_browser", {"browser": FLOW}, "the security scheme 'browser' declares no token URL: pass ClientCreden"),
    ],
)
def test_a_missing_or_wrong_value_raises_a_sentence_before_anything_is_sent(
    package: ModuleType, server: Shelter, name: str, auth: Any, message: str
) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        call("sync", describe(package, server), find(package, name), auth=auth)
    assert server.requests == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("token", "missing API key: pass api_key=..., or set SHELTER_KEY before the client is created"),
        ("login", "missing user name and password: pass auth=(...)"),
        ("flow", "missing client credentials: pass auth=ClientCredentials(...), or a token as api_key"),
    ],
)
def test_a_missing_value_of_the_only_scheme_raises_what_to_pass(
    keyed: Callable[[str], ModuleType], server: Shelter, name: str, message: str
) -> None:
    service = describe(keyed(name), server, key_env="SHELTER_KEY")
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        call("sync", service, find(keyed(name), f"by_{name}"))
    assert server.requests == []


def test_api_key_is_rejected_if_the_service_has_several_schemes(package: ModuleType) -> None:
    message = "api_key does not tell which of the service's 8 security schemes it is for: pass auth={'token': ..., "
    with pytest.raises(ConfigurationError, match=re.escape(message)):
        Client(describe(package), api_key=KEY)


def test_api_key_and_auth_cannot_be_combined(keyed: Callable[[str], ModuleType]) -> None:
    with pytest.raises(ConfigurationError, match="api_key and auth cannot be combined: pass only one of them"):
        Client(describe(keyed("token")), api_key=TOKEN, auth={"token": TOKEN})
