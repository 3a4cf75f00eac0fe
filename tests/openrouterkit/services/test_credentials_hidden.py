"""Credentials of every kind are shown nowhere, and belong to the origin of the service."""

from __future__ import annotations

import copy
import gc
import logging
import pickle
import traceback
from base64 import b64encode
from collections.abc import Iterator
from types import ModuleType
from typing import Any
from urllib.parse import quote

import anyio
import pytest
import workshop
from attrs import evolve
from leaks import assert_hidden, collect_texts
from loopback import Connection, Loopback, http_response
from shelter import APP, CLIENT_ID, CLIENT_SECRET, KEY, PASSWORD, SECRETS, SESSION, TOKEN, USER, Shelter, make_document

from openrouterkit import AsyncClient, Client, ConfigurationError, RequestOptions, SDKError, Service
from openrouterkit.authentication import Basic, ClientCredentials, Credential
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Handler
from openrouterkit.timeouts import TimeoutOptions

BACKENDS = ["sync", "asyncio", "trio"]
AUTH: dict[str, Any] = {
    "token": TOKEN,
    "login": (USER, PASSWORD),
    "key": KEY,
    "app": APP,
    "session": SESSION,
    "flow": ClientCredentials(CLIENT_ID, CLIENT_SECRET),
}
ENCODED = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
HIDDEN = (*SECRETS, ENCODED, quote(APP, safe=""), quote(CLIENT_SECRET, safe=""))
KINDS = ["by_token", "by_login", "by_key", "by_app", "by_session", "all_places"]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package generated from the description of the mock."""
    with workshop.open_workshop(tmp_path_factory.mktemp("shelter")) as place:
        yield place.load_package(make_document())


@pytest.fixture
def service(package: ModuleType) -> Service:
    return Service("Shelter", package=package.__name__)


def find(package: ModuleType, name: str) -> Any:
    return getattr(package.operations.pets, name)()


def catch(backend: str, service: Service, url: str, operation: Any, **settings: Any) -> SDKError:
    """Return the error of a call."""
    settings = {"base_url": url, "auth": AUTH, "retries": 0, **settings}
    if backend == "sync":
        with Client(service, **settings) as client, pytest.raises(SDKError) as caught:
            client.send(operation)
        return caught.value

    async def run() -> SDKError:
        async with AsyncClient(service, **settings) as client:
            with pytest.raises(SDKError) as caught:
                await client.send(operation)
            return caught.value

    return anyio.run(run, backend=backend)


def echo(connection: Connection) -> None:
    """Respond with an error that repeats the request in its body and in a header."""
    received = connection.received
    assert received is not None
    seen = f"{received.path} {received.headers}"
    answer = http_response({"error": {"message": seen, "metadata": {"raw": seen}}}, 400, x_seen=seen.replace("\n", " "))
    connection.sock.sendall(answer)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", KINDS)
def test_an_error_that_repeats_the_request_shows_no_credential(
    package: ModuleType, service: Service, backend: str, name: str
) -> None:
    with Loopback([echo, "repeat"]) as server:
        error = catch(backend, service, server.url, find(package, name))
    assert "***" in str(error)
    assert_hidden(collect_texts(error), *HIDDEN)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    "steps", [["reset"], [b"HTTP/9 nonsense\r\n\r\n"], [b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n"]]
)
def test_a_failed_connection_shows_no_credential(
    package: ModuleType, service: Service, backend: str, name: str, steps: Any
) -> None:
    with Loopback(steps) as server:
        error = catch(backend, service, server.url, find(package, name))
    assert_hidden(collect_texts(error), *HIDDEN)


@pytest.mark.parametrize("backend", BACKENDS)
def test_no_credential_is_logged(
    package: ModuleType, service: Service, backend: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    bodies = logging.getLogger("openrouterkit.bodies")
    level = bodies.level
    bodies.setLevel(logging.DEBUG)
    try:
        with Loopback([echo, "repeat"]) as server:
            for name in KINDS:
                catch(backend, service, server.url, find(package, name))
        for method in ("basic", "body"):
            flow: Any = ClientCredentials(CLIENT_ID, CLIENT_SECRET, method=method)  # type: ignore[arg-type]  # a str
            with Shelter() as shelter, Client(service, base_url=shelter.url, auth={"flow": flow}, retries=0) as client:
                client.send(find(package, "by_flow"))
    finally:
        bodies.setLevel(level)
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "HTTP Request: GET" in logged
    assert_hidden(logged, *HIDDEN, *shelter.valid_until)


def test_nothing_of_a_client_shows_a_credential(service: Service) -> None:
    client = Client(service, auth=AUTH)
    options = RequestOptions(auth=AUTH)
    values = [*AUTH.values(), Basic(USER, PASSWORD), Credential.bearer(TOKEN), Credential("query", "app id", APP)]
    request = Request("GET", "https://x/y", {}, None, TimeoutOptions(), credentials=tuple(values[-2:]))
    derived = client.with_options(auth={"key": KEY})
    shown = [client, derived, options, client._settings, values[-4:], request, copy.deepcopy(client), vars(client)]
    hidden = [each for each in values if not isinstance(each, str | tuple)]
    for each in [*shown, *hidden]:
        assert_hidden(repr(each), *HIDDEN)
    for each in [client, options, request, *hidden]:
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(each)
    assert_hidden(repr(Basic(KEY)), KEY)


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize(
    "auth",
    [
        {**AUTH, "unknown": "x"},
        {**AUTH, "token": (TOKEN, 3)},
        {**AUTH, "login": (PASSWORD, 3)},
        {**AUTH, "key": {"a": KEY}},
        [KEY],
        (USER, PASSWORD),
        TOKEN,
    ],
)
def test_a_traceback_of_a_rejected_setting_shows_no_credential(service: Service, kind: Any, auth: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        kind(service, auth=auth)
    assert_hidden(collect_texts(caught.value), *HIDDEN)
    with Client(service) as client, pytest.raises(ConfigurationError) as caught:
        client.with_options(auth=auth)
    assert_hidden(collect_texts(caught.value), *HIDDEN)


@pytest.mark.parametrize("name", ["by_login", "by_session"])
def test_a_traceback_of_a_value_that_cannot_be_sent_shows_no_credential(
    package: ModuleType, service: Service, name: str
) -> None:
    wrong = {"login": (f"a:{PASSWORD}", PASSWORD), "session": f"{SESSION};{SESSION}"}
    error = catch("sync", service, "https://shelter.example", find(package, name), auth={**AUTH, **wrong})
    assert isinstance(error, ConfigurationError)
    assert_hidden(collect_texts(error), *HIDDEN)


def redirect_to(url: str, status: int = 307) -> bytes:
    return http_response("", status, location=url)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", KINDS)
def test_a_redirect_to_another_origin_takes_no_credentials_along(
    package: ModuleType, service: Service, backend: str, name: str
) -> None:
    with Loopback([http_response({}), "repeat"]) as other, Loopback([redirect_to(f"{other.url}/there?a=b")]) as own:
        settings: Any = {"base_url": own.url, "auth": AUTH, "retries": 0}

        async def run() -> None:
            async with AsyncClient(service, **settings) as client:
                await client.send(find(package, name))

        if backend == "sync":
            with Client(service, **settings) as client:
                client.send(find(package, name))
        else:
            anyio.run(run, backend=backend)
    received = other.requests[0]
    assert received.path == "/api/v1/there?a=b"
    assert_hidden(f"{received.path} {received.headers}", *HIDDEN)


def test_a_redirect_within_the_origin_is_sent_with_each_credential_once(package: ModuleType, service: Service) -> None:
    def move(connection: Connection) -> None:
        received = connection.received
        assert received is not None
        path = received.path.replace("/old", "/by_app")
        connection.sock.sendall(redirect_to(path) if "/old" in received.path else http_response({"path": path}))

    with Loopback([move, "repeat"]) as own, Client(service, base_url=own.url, auth=AUTH, retries=0) as client:
        options = RequestOptions(auth={"app": APP}, query={"a": 1})
        client.request("GET", "/old", options=options)
    assert [each.path.partition("?")[2] for each in own.requests] == [f"a=1&app%20id={quote(APP, safe='')}"] * 2


@pytest.mark.parametrize("query", ["app id={}", "app%20id={}", "next=%2F%3Fapp%3D{}"])
def test_a_redirect_to_another_origin_does_not_repeat_a_credential_of_the_query(
    package: ModuleType, service: Service, query: str
) -> None:
    url = query.format(quote(APP, safe="")).replace(" ", "+")
    with Loopback([http_response({}), "repeat"]) as other, Loopback([redirect_to(f"{other.url}/?{url}")]) as own:
        settings: Any = {"base_url": own.url, "auth": AUTH, "retries": 0}
        with Client(service, **settings) as client:
            if "next" in query:
                with pytest.raises(SDKError) as caught:
                    client.send(find(package, "by_app"))
                assert_hidden(collect_texts(caught.value), *HIDDEN)
            else:
                client.send(find(package, "by_app"))
    assert_hidden(str([request.path for request in other.requests]), *HIDDEN)
    assert len(other.requests) == ("next" not in query)


@pytest.mark.parametrize("place", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("name", [*KINDS, "by_flow"])
def test_a_middleware_that_changes_the_origin_takes_no_credentials_along(
    package: ModuleType, service: Service, name: str, place: str
) -> None:
    with Loopback([http_response({}), "repeat"]) as other, Shelter() as own:
        seen: list[Request] = []

        def move(request: Request, call_next: Handler) -> Flow[Response]:
            seen.append(request)
            mine = (Credential("header", "X-Mine", "for the other one"),)
            moved = evolve(request, url=request.url.replace(own.url, other.url))
            yield from call_next(moved)
            response = yield from call_next(evolve(moved, credentials=mine))
            return response

        settings: Any = {"base_url": own.url, "auth": AUTH, "retries": 0, place: [move]}
        with Client(service, **settings) as client:
            client.send(find(package, name))
    assert_hidden(repr(seen) + seen[0].url + repr(seen[0].headers), *HIDDEN)
    for received in other.requests:
        assert_hidden(f"{received.path} {received.headers}", *HIDDEN)
    assert [received.headers.get("x-mine") for received in other.requests] == [None, "for the other one"]
    assert own.token_requests == []


def test_a_header_or_parameter_of_a_scheme_that_the_caller_sets_is_treated_like_a_credential(
    package: ModuleType, service: Service
) -> None:
    def move(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(evolve(request, url=request.url.replace(own.url, other.url)))
        return response

    options = RequestOptions(headers={"x-shelter": KEY}, query={"app id": APP, "page": 2})
    own, other = Loopback([echo, "repeat"]), Loopback([http_response({}), "repeat"])
    with own, other, Client(service, base_url=own.url, retries=0) as client:
        with pytest.raises(SDKError) as caught:
            client.request("GET", "/by_key", options=options)
        client.with_options(middleware=[move]).request("GET", "/by_key", options=options)
    assert own.requests[0].headers["x-shelter"] == KEY
    assert_hidden(collect_texts(caught.value), *HIDDEN)
    assert other.requests[0].path == "/api/v1/by_key?page=2"
    assert "x-shelter" not in other.requests[0].headers


def test_credentials_are_not_sent_to_another_base_url(package: ModuleType, service: Service) -> None:
    with Loopback([http_response({}), "repeat"]) as other, Client(service, auth=AUTH, retries=0) as client:
        client.request("GET", f"{other.url}/x")
        client.send(find(package, "by_app"), options=RequestOptions(base_url=other.url))
        client.with_options(base_url=other.url).send(find(package, "by_key"))
        client.send(find(package, "by_key"), options=RequestOptions(base_url=other.url, auth={"key": "for-it"}))
    for received in other.requests:
        assert_hidden(f"{received.path} {received.headers}", *HIDDEN)
    assert [received.headers.get("x-shelter") for received in other.requests] == [None, None, None, "for-it"]


def test_a_url_with_a_credential_is_not_kept_after_the_call(package: ModuleType, service: Service) -> None:
    secret = "of-this-test-only-0123456789"
    with Loopback([http_response({}), "repeat"]) as server:
        with Client(service, base_url=server.url, auth={"app": secret}, retries=0) as client:
            client.send(find(package, "by_app"))
        assert secret in server.requests[0].path
    del client
    gc.collect()
    assert [each for each in gc.get_objects() if type(each).__name__ == "URL" and secret in str(each)] == []


def test_the_traceback_of_a_provider_function_ends_in_it(package: ModuleType, service: Service) -> None:
    def provide() -> str:
        raise LookupError("no token")

    with Client(service, auth={"token": provide}) as client, pytest.raises(LookupError, match="no token") as caught:
        client.send(find(package, "by_token"))
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "provide"
