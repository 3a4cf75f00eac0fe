"""Tokens of OAuth2 client credentials: one fetch for all calls, renewal, failures and limits, against a mock."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import anyio
import httpx
import pytest
import workshop
from leaks import assert_hidden, collect_texts
from loopback import http_response
from shelter import CLIENT_ID, CLIENT_SECRET, Shelter, make_document

from openrouterkit import (
    AsyncClient,
    Client,
    ConfigurationError,
    RequestOptions,
    Service,
    TimedOutError,
    TimeoutOptions,
)
from openrouterkit._options.tokens import TokenStore
from openrouterkit.authentication import ClientCredentials
from openrouterkit.errors import APIError, DecodeError, UnauthorizedResponseError

BACKENDS = ["sync", "asyncio", "trio"]
MANY = 30


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the package generated from the description of the mock."""
    with workshop.open_workshop(tmp_path_factory.mktemp("shelter")) as place:
        yield place.load_package(make_document("by_flow")).__name__


@pytest.fixture
def service(package: str) -> Service:
    return Service("Shelter", package=package)


def make_flow(**more: Any) -> ClientCredentials:
    return ClientCredentials(CLIENT_ID, CLIENT_SECRET, **more)


def send_calls(
    backend: str, service: Service, server: Shelter, steps: list[Callable[[], Any] | None], **more: Any
) -> None:
    """Make a call for each step, after running the step, on one client."""
    settings = {"base_url": server.url, "auth": {"flow": make_flow()}, "retries": 0, **more}
    if backend == "sync":
        with Client(service, **settings) as client:
            for step in steps:
                if step is not None:
                    step()
                client.request("GET", "/by_flow")
        return

    async def run() -> None:
        async with AsyncClient(service, **settings) as client:
            for step in steps:
                if step is not None:
                    step()
                await client.request("GET", "/by_flow")

    anyio.run(run, backend=backend)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_token_is_fetched_once_and_kept(service: Service, backend: str) -> None:
    with Shelter() as server:
        send_calls(backend, service, server, [None, None, None])
    assert len(server.token_requests) == 1


@pytest.mark.parametrize("method", ["basic", "body"])
def test_the_token_request_has_the_form_of_the_standard(service: Service, method: Any) -> None:
    flow = make_flow(method=method, scopes=["read", "write"], parameters={"audience": "pets"})
    with Shelter() as server:
        send_calls("sync", service, server, [None], auth={"flow": flow})
    request = server.token_requests[0]
    assert (request.method, request.headers["accept"]) == ("POST", "application/json")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    form = "grant_type=client_credentials&scope=read+write&audience=pets"
    identity = "&client_id=the+client&client_secret=secret%3A0123456789%2Babcdef"
    assert request.body.decode() == form + (identity if method == "body" else "")


def test_threads_share_one_fetch(service: Service) -> None:
    with Shelter(delay=0.2) as server:
        client = Client(service, base_url=server.url, auth={"flow": make_flow()}, retries=0)
        barrier = threading.Barrier(MANY)

        def call(_: int) -> Any:
            barrier.wait(20)
            return client.request("GET", "/by_flow").json()

        with client, ThreadPoolExecutor(MANY) as threads:
            results = list(threads.map(call, range(MANY)))
    assert results == [{"credentials": ["bearer"]}] * MANY
    assert len(server.token_requests) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_one_fetch_with_each_other_and_with_the_threads_of_a_sync_client(
    service: Service, backend: str
) -> None:
    flow = make_flow()
    results: list[Any] = []

    async def run(url: str) -> None:
        async with AsyncClient(service, base_url=url, auth={"flow": flow}, retries=0) as client:

            async def call() -> None:
                results.append((await client.request("GET", "/by_flow")).json())

            async with anyio.create_task_group() as group:
                for _ in range(MANY):
                    group.start_soon(call)

    with (
        Shelter(delay=0.3) as server,
        Client(service, base_url=server.url, auth={"flow": flow}, retries=0) as client,
        ThreadPoolExecutor(2) as threads,
    ):
        first = threads.submit(client.request, "GET", "/by_flow")
        threads.submit(partial(anyio.run, run, server.url, backend=backend)).result()
        results.append(first.result().json())
    assert results == [{"credentials": ["bearer"]}] * (MANY + 1)
    assert len(server.token_requests) == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_token_is_renewed_before_it_ends(service: Service, backend: str) -> None:
    with Shelter(lifetime=2.0) as server:
        send_calls(backend, service, server, [None, lambda: time.sleep(1.9)])
    assert len(server.token_requests) == 2
    assert [request.path for request in server.requests].count("/api/v1/by_flow") == 2


def test_calls_use_the_old_token_while_one_renews_it(service: Service) -> None:
    with Shelter(lifetime=10.0) as server:
        flow = make_flow()
        with Client(service, base_url=server.url, auth={"flow": flow}, retries=0) as client:
            client.request("GET", "/by_flow")
            token = next(iter(flow._stores.values())).token
            assert token is not None
            token.renew_at = time.monotonic()
            server.delay = 1.5
            with ThreadPoolExecutor(4) as threads:
                began = time.monotonic()
                slow = threads.submit(client.request, "GET", "/by_flow")
                while len(server.token_requests) < 2:
                    time.sleep(0.01)
                client.request("GET", "/by_flow")
                assert time.monotonic() - began < 1.2
                slow.result()
    assert len(server.token_requests) == 2


def test_a_token_that_is_still_valid_is_used_if_its_renewal_fails(service: Service) -> None:
    with Shelter(lifetime=60.0) as server:
        flow = make_flow()
        with Client(service, base_url=server.url, auth={"flow": flow}, retries=0) as client:
            client.request("GET", "/by_flow")
            token = next(iter(flow._stores.values())).token
            assert token is not None
            token.renew_at = 0
            server.token_failures = [http_response({"error": "down"}, 503)]
            client.request("GET", "/by_flow")
            client.request("GET", "/by_flow")  # not tried again at once
    assert len(server.token_requests) == 2


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("lifetime", [3600, None])
def test_a_rejected_token_is_fetched_again_and_the_call_repeated_once(
    service: Service, backend: str, lifetime: float | None
) -> None:
    with Shelter(lifetime=lifetime) as server:
        send_calls(backend, service, server, [None, server.revoke])
    assert len(server.token_requests) == 2


def test_a_second_rejection_is_raised(service: Service) -> None:
    with Shelter(lifetime=0) as server, pytest.raises(UnauthorizedResponseError) as caught:
        send_calls("sync", service, server, [None])
    assert len(server.token_requests) == 2
    assert len(caught.value.attempts) == 1
    assert_hidden(collect_texts(caught.value), CLIENT_SECRET, *(token for token in server.valid_until))


def test_threads_whose_token_was_rejected_share_the_next_fetch(service: Service) -> None:
    server = Shelter(delay=0.1)
    with server, Client(service, base_url=server.url, auth={"flow": make_flow()}, retries=0) as client:
        client.request("GET", "/by_flow")
        server.revoke()
        with ThreadPoolExecutor(MANY) as threads:
            results = list(threads.map(lambda _: client.request("GET", "/by_flow").status, range(MANY)))
    assert results == [200] * MANY
    assert len(server.token_requests) == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failed_fetch_is_retried_like_the_call(service: Service, backend: str) -> None:
    with Shelter() as server:
        server.token_failures = [http_response({"error": "down"}, 503, retry_after="0")]
        send_calls(backend, service, server, [None], retries=2)
    assert len(server.token_requests) == 2


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("method", ["basic", "body"])
def test_rejected_client_credentials_raise_what_the_token_endpoint_responded_without_secrets(
    service: Service, backend: str, method: Any
) -> None:
    wrong = "wrong-secret:0123456789+abcdef"
    flow = {"flow": ClientCredentials(CLIENT_ID, wrong, method=method)}
    with Shelter() as server, pytest.raises(UnauthorizedResponseError) as caught:
        send_calls(backend, service, server, [None], auth=flow)
    url = server.url.removesuffix("/api/v1")
    text = str(caught.value)
    assert text.startswith(f"the token endpoint {url}/token responded: invalid_client: unknown client: ")
    assert text.endswith("(401): check the id, the secret and the scopes of ClientCredentials")
    assert_hidden(collect_texts(caught.value), wrong)
    assert len(server.requests) == 1


def test_a_definite_failure_is_raised_by_all_waiting_calls_after_one_fetch(service: Service) -> None:
    with Shelter(delay=0.3) as server:
        flow = {"flow": ClientCredentials(CLIENT_ID, "wrong-secret")}
        client = Client(service, base_url=server.url, auth=flow, retries=0)
        barrier = threading.Barrier(MANY)

        def call(_: int) -> Any:
            barrier.wait(20)
            try:
                client.request("GET", "/by_flow")
            except APIError as error:
                return type(error)

        with client, ThreadPoolExecutor(MANY) as threads:
            assert set(threads.map(call, range(MANY))) == {UnauthorizedResponseError}
    assert len(server.token_requests) < MANY / 3


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_limits_of_a_call_apply_to_its_fetch_and_another_call_fetches_then(service: Service, backend: str) -> None:
    flow = {"flow": make_flow()}
    with Shelter(delay=1.0) as server:
        with pytest.raises(TimedOutError, match="total"):
            send_calls(backend, service, server, [None], auth=flow, timeout=TimeoutOptions(total=0.3))
        server.delay = 0.0
        send_calls(backend, service, server, [None], auth=flow)


def test_a_cancelled_task_lets_another_fetch(service: Service) -> None:
    async def run(server: Shelter) -> None:
        async with AsyncClient(service, base_url=server.url, auth={"flow": make_flow()}, retries=0) as client:
            async with anyio.create_task_group() as group:
                group.start_soon(client.request, "GET", "/by_flow")
                with anyio.fail_after(20):
                    while not server.token_requests:  # noqa: ASYNC110 - the server runs in another thread
                        await anyio.sleep(0.01)
                group.cancel_scope.cancel()
            server.delay = 0.0
            with anyio.fail_after(20):
                await client.request("GET", "/by_flow")

    with Shelter(delay=3.0) as server:
        anyio.run(run, server)
    assert len(server.token_requests) == 2


def test_calls_do_not_wait_longer_than_for_their_own_request_for_a_fetch_that_stands_still(service: Service) -> None:
    flow = make_flow()
    loop = asyncio.new_event_loop()
    waiting = asyncio.Event()

    async def wait(_: httpx.Request) -> httpx.Response:
        waiting.set()
        await asyncio.sleep(600)
        raise AssertionError

    async def begin() -> asyncio.Task[Any]:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(wait))
        client = AsyncClient(service, base_url="http://127.0.0.1:9", auth={"flow": flow}, http_client=http_client)
        task = asyncio.ensure_future(client.request("GET", "/by_flow"))
        await waiting.wait()
        return task

    task = loop.run_until_complete(begin())  # the loop stands still from now on
    with Shelter(delay=0.3) as server:
        client = Client(service, base_url=server.url, auth={"flow": flow}, retries=0, timeout=1)
        with client, ThreadPoolExecutor(MANY) as threads:
            began = time.monotonic()
            results = list(threads.map(lambda _: client.request("GET", "/by_flow").status, range(MANY)))
            assert time.monotonic() - began < 20
            assert results == [200] * MANY
            client.request("GET", "/by_flow")
        assert 1 <= len(server.token_requests) < MANY / 3
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        loop.run_until_complete(task)
    loop.close()


def test_a_fetch_that_was_abandoned_and_the_next_one_end_apart() -> None:
    store = TokenStore()
    first, mine = store.begin()
    assert mine
    assert store.begin() == (first, False)
    store.abandon(first)
    store.abandon(first)
    second, mine = store.begin()
    assert mine
    assert second is not first
    store.end(first)
    assert store.begin() == (second, False)
    store.end(second)
    assert (first.done, second.done, store.begin()[1]) == (True, True, True)


@pytest.mark.parametrize(
    "body", [b"no json", b"[]", b"{}", b'{"access_token": ""}', b'{"access_token": 3}', b'{"access_token": "a\\nb"}']
)
def test_a_response_without_a_token_raises(service: Service, body: bytes) -> None:
    with Shelter() as server:
        server.token_failures = [http_response(body)]
        with pytest.raises(DecodeError, match="returned no access_token; check the token URL"):
            send_calls("sync", service, server, [None])


@pytest.mark.parametrize("lifetime", ["3600", "soon", -1, None, True])
def test_an_unusual_lifetime_does_not_matter(service: Service, lifetime: Any) -> None:
    with Shelter() as server:
        token = "issued-0-0123456789abcdef"
        server.valid_until[token] = time.monotonic() + 100
        server.token_failures = [http_response({"access_token": token, "expires_in": lifetime})]
        send_calls("sync", service, server, [None])


def test_a_token_url_is_absolute_or_relative_to_the_base_url(service: Service) -> None:
    with Shelter() as server, Shelter() as other:
        send_calls("sync", service, server, [None], auth={"flow": make_flow(token_url="token")})
        with pytest.raises(UnauthorizedResponseError):
            send_calls("sync", service, server, [None], auth={"flow": make_flow(token_url=f"{other.url}/token")})
    assert (len(server.token_requests), len(other.token_requests)) == (1, 2)
    with pytest.raises(ConfigurationError, match="invalid token URL of the security scheme 'flow'"):
        send_calls("sync", service, server, [None], auth={"flow": make_flow(token_url="ftp://x/token")})


def test_a_stream_is_opened_with_a_token_and_a_token_can_be_passed_for_one_call(service: Service) -> None:
    with Shelter() as server:
        server.valid_until["issued-by-hand-0123"] = time.monotonic() + 100
        with Client(service, base_url=server.url, retries=0) as client:
            options = RequestOptions(auth={"flow": "issued-by-hand-0123"})
            assert client.request("GET", "/by_flow", options=options).status == 200
    assert server.token_requests == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("", "s"), "ClientCredentials.client_id must be a str that is not empty"),
        (("id", 3), "ClientCredentials.client_secret must be a str, not int"),
    ],
)
def test_invalid_client_credentials_are_rejected(arguments: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        ClientCredentials(*arguments)
    with pytest.raises(ConfigurationError, match='must be "basic" or "body", not \'form\''):
        make_flow(method="form")
    with pytest.raises(ConfigurationError, match='must be a list, such as \\["read"\\], not a str'):
        make_flow(scopes="read")
