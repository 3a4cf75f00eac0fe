"""The errors of services other than OpenRouter: hints, classes and shapes of their own, and what they never contain."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import anyio
import pytest
from loopback import END, STREAM_HEAD, Loopback, event, http_response, piece

from openrouterkit import (
    AsyncClient,
    Client,
    ConfigurationError,
    OpenRouter,
    RetryOptions,
    Service,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    errors,
)
from openrouterkit.errors import APIError
from openrouterkit_api import operations
from openrouterkit_runtime import SecurityScheme


class LeashError(APIError):
    """The dog is not on a leash."""

    hint = "put the dog on a leash"


class BusyError(TooManyRequestsResponseError):
    """The vet is busy."""


def read_error(body: Any) -> dict[str, Any] | None:
    """Return the error of the pets service: `{"fault": {"reason": ..., "kind": ...}}`."""
    fault = body["fault"]
    return {"message": fault["reason"], "type": fault.get("kind"), "code": fault.get("number")}


PETS = Service(
    "Pets",
    base_url="https://pets.example/v1",
    key_env="PETS_API_KEY",
    hints={404: "the pet ran away", 429: "wait for the vet"},
    error_types={"leash": LeashError, "busy": BusyError, "7": LeashError},
    read_error=read_error,
)
MESSAGES: Any = [{"role": "user", "content": "hi"}]


def fail(body: Any, status: int, service: Service = PETS) -> APIError:
    """Return the error that a client raises for a response."""
    server = Loopback([http_response(body, status), "repeat"])
    client = Client(service, base_url=server.url, api_key="k", retries=0)
    with server, client, pytest.raises(APIError) as caught:
        client.request("GET", "/dogs")
    return caught.value


def test_errors_of_an_async_client_are_those_of_its_service() -> None:
    async def fail_async(url: str) -> None:
        async with AsyncClient(PETS, base_url=url, retries=0) as client:
            await client.request("GET", "/dogs")

    body = {"fault": {"reason": "no leash", "kind": "leash"}}
    with Loopback([http_response(body, 400)]) as server, pytest.raises(LeashError) as caught:
        anyio.run(fail_async, server.url)
    assert str(caught.value) == "no leash (400, leash): put the dog on a leash"


def test_the_hint_of_the_service_ends_the_message() -> None:
    assert str(fail({"message": "no such dog"}, 404)) == "no such dog (404): the pet ran away"
    assert fail({}, 404).hint == "the pet ran away"


def test_the_hint_for_a_rejected_key_names_the_variable_of_the_service() -> None:
    assert fail({}, 401).hint == "check the API key (api_key= or PETS_API_KEY)"
    assert fail({}, 401, Service("Local", base_url="http://127.0.0.1:9")).hint == "check the API key (api_key=)"
    assert fail({}, 401, Service("Local", hints={401: "log in"})).hint == "log in"
    several = {"key": SecurityScheme("header", "X-Pet"), "login": SecurityScheme("basic")}
    pets = Service("Pets", key_env={"key": "PETS_KEY", "login": "PETS_LOGIN"}, security_schemes=several)
    assert pets.find_hint(401) == "check the credentials (auth= or PETS_KEY, PETS_LOGIN)"


def test_clients_of_two_services_in_one_process_have_hints_of_their_own() -> None:
    with Loopback([http_response({}, 401), "repeat"]) as server:
        clients: list[Any] = [
            kind(base_url=server.url, api_key=key, retries=0)
            for kind, key in [(lambda **settings: Client(PETS, **settings), "dog"), (OpenRouter, "router")]
        ]
        hints = []
        for client in clients:
            with client, pytest.raises(UnauthorizedResponseError) as caught:
                client.request("GET", "/dogs")
            hints.append(caught.value.hint)
    assert hints == [f"check the API key (api_key= or {name}_API_KEY)" for name in ("PETS", "OPENROUTER")]
    assert [request.headers["authorization"] for request in server.requests] == ["Bearer dog", "Bearer router"]


def test_hints_survive_pickling_and_copying() -> None:
    error = fail({"message": "no such dog"}, 404)
    for duplicate in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert str(duplicate) == str(error)


def test_the_type_or_the_code_of_an_error_decides_its_class() -> None:
    error = fail({"error": {"type": "leash", "message": "no leash"}}, 400)
    assert type(error) is LeashError
    assert str(error) == "no leash (400, leash): put the dog on a leash"
    assert type(fail({"error": {"code": 7, "message": "no leash"}}, 403)) is LeashError
    assert fail({"error": {"type": "busy"}}, 429).hint == "wait for the vet"


def test_a_class_of_the_service_without_a_hint_has_the_hint_of_the_status() -> None:
    error = fail({"error": {"type": "busy"}}, 429)
    assert (type(error), error.hint) == (BusyError, "wait for the vet")


def test_errors_of_an_unusual_shape_are_read_by_the_service() -> None:
    error = fail({"fault": {"reason": "no leash", "kind": "leash", "number": 7}}, 400)
    assert (type(error), error.message, error.error_type, error.code) == (LeashError, "no leash", "leash", 7)
    assert error.body == {"fault": {"reason": "no leash", "kind": "leash", "number": 7}}


def test_errors_of_a_usual_shape_need_no_reading() -> None:
    assert fail({"error": {"message": "usual"}}, 400).message == "usual"
    assert fail(b"<html><title>Down</title></html>", 503).message == "Down"


def send_chat(body: Any) -> Any:
    with Loopback([http_response(body), "repeat"]) as server, Client(PETS, base_url=server.url, retries=0) as client:
        return client.send(operations.chat.send(messages=MESSAGES))


def test_an_unusual_error_in_a_successful_response_is_raised() -> None:
    with pytest.raises(LeashError, match="no leash"):
        send_chat({"fault": {"reason": "no leash", "kind": "leash"}})


def test_the_class_of_an_error_decides_whether_the_call_is_retried() -> None:
    busy = http_response({"fault": {"reason": "wait", "kind": "busy"}}, 429)
    seen: list[Any] = []

    def should_retry(error: errors.SDKError) -> bool:
        seen.append(type(error))
        return isinstance(error, BusyError)

    retries = RetryOptions(max_attempts=2, initial_interval=0.01, should_retry=should_retry)
    server = Loopback([busy, "repeat"])
    client = Client(PETS, base_url=server.url, retries=retries)
    with server, client, pytest.raises(BusyError) as caught:
        client.request("GET", "/dogs")
    assert len(caught.value.attempts) == len(server.requests) == 2
    assert set(seen) == {BusyError}


@pytest.mark.parametrize("first", [True, False], ids=["first event", "later event"])
def test_errors_in_a_stream_have_the_class_and_hint_of_the_service(first: bool) -> None:
    delta = {"choices": [{"index": 0, "delta": {"content": "a"}}]}
    chunks = [] if first else [piece(event(delta))]
    failure = piece(event({"fault": {"reason": "no leash", "kind": "leash"}}))
    server = Loopback([STREAM_HEAD, *chunks, failure, END])
    with server, Client(PETS, base_url=server.url, retries=0) as client, pytest.raises(LeashError) as caught:
        list(client.stream(operations.chat.send(messages=MESSAGES)))
    assert caught.value.hint == "put the dog on a leash"


def test_a_reader_that_fails_is_ignored() -> None:
    assert fail({"fault": "not an object", "message": "usual"}, 400).message == "usual"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"error_types": {"busy": ValueError}}, r"error_types\['busy'\] must be a subclass of APIError"),
        ({"hints": {"404": "x"}}, "hints must map statuses to str"),
        ({"read_error": 7}, "read_error must be a function, or None"),
        ({"secret_headers": "X-Pet-Id"}, "secret_headers must be a list of names"),
        ({"secret_headers": [7]}, "secret_headers must be a list of names"),
        ({"key_env": 7}, "key_env must be a str, a mapping of schemes to str, or None, not int"),
        ({"headers": []}, "headers must be a mapping"),
    ],
)
def test_an_invalid_description_is_rejected(settings: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Service("Pets", **settings)
    with pytest.raises(ConfigurationError, match="name must be a str that is not empty"):
        Service("")


def test_nothing_that_users_of_another_service_see_names_openrouter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PETS_API_KEY", raising=False)
    local = Service("Local")
    seen = [str(fail({"message": "x"}, status)) for status in (*range(400, 430), *range(500, 530))]
    mistakes = [
        lambda: Client(local),
        lambda: Client(local, base_url="ftp://x"),
        lambda: Client(PETS, base_url="ftp://x"),
        lambda: Client(PETS).request("GET", "/dogs"),
        lambda: Client(PETS, http_client=7),
        lambda: AsyncClient(PETS, http_client=7),
        lambda: Client(PETS, api_key=7),
        lambda: Client(PETS, middleware=7),
        lambda: Client(PETS, app_url="x"),
        lambda: Client(PETS, timeout="x"),
        lambda: Client(PETS).request("GET", "../x"),
        lambda: Client(PETS).attach(7),
    ]
    for mistake in mistakes:
        with pytest.raises((ConfigurationError, TypeError)) as caught:
            mistake()
        seen.append(str(caught.value))
    seen += [repr(Client(PETS)), repr(PETS), Client.__doc__ or "", AsyncClient.__doc__ or ""]
    named = [text for text in seen if "openrouter" in text.replace("openrouterkit", "").lower()]
    assert named == []
