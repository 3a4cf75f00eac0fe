"""Headers and query parameters that a service declares to be secret: kept out of errors, logs and reprs."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from attrs import evolve
from loopback import Loopback, http_response

from openrouterkit import Client, RequestOptions, Service
from openrouterkit.errors import APIError
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Handler

PETS = Service("Pets", base_url="https://pets.example/v1", secret_headers=["X-Tag", "chip"])
TAG, CHIP = "rex-of-berlin", "chipnumber"


def echo(connection: Any) -> None:
    """Respond with an error that repeats the request."""
    request = connection.server.requests[-1]
    text = f"{request.path} {request.headers.get('x-tag')}"
    connection.sock.sendall(http_response({"error": {"message": text}}, 400, x_echo=request.headers.get("x-tag", "")))


def test_secret_headers_and_parameters_are_redacted_in_errors_and_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("openrouterkit.bodies").setLevel(logging.DEBUG)
    server = Loopback(["request", echo])
    client = Client(PETS, base_url=server.url, headers={"X-TAG": TAG})
    with server, client, pytest.raises(APIError) as caught:
        client.request("GET", "/dogs", query={"chip": CHIP})
    logging.getLogger("openrouterkit.bodies").setLevel(logging.CRITICAL + 1)
    assert (server.requests[0].headers["x-tag"], server.requests[0].path) == (TAG, f"/api/v1/dogs?chip={CHIP}")
    assert caplog.records
    shown = [repr(client), repr(vars(client)), repr(client._settings), str(caught.value), repr(caught.value.headers)]
    for text in (*shown, *(record.getMessage() for record in caplog.records)):
        assert TAG not in text
        assert CHIP not in text


def test_secret_headers_of_the_service_itself_are_hidden() -> None:
    service = Service("Pets", secret_headers=("x-tag",), headers={"X-Tag": TAG}, base_url="https://pets.example")
    client = Client(service)
    for shown in (repr(service), repr(client), repr(client._settings)):
        assert TAG not in shown


def test_secret_headers_and_parameters_stay_at_the_origin_if_a_middleware_changes_it() -> None:
    with Loopback([http_response({}), "repeat"]) as other, Loopback([http_response({}), "repeat"]) as own:

        def move(request: Request, call_next: Handler) -> Flow[Response]:
            response = yield from call_next(evolve(request, url=request.url.replace(own.url, other.url)))
            return response

        headers = {"X-Tag": TAG, "X-Plain": "1"}
        with Client(PETS, base_url=own.url, headers=headers, middleware=[move]) as client:
            client.request("GET", "/dogs", query={"chip": CHIP, "page": 2})
    received = other.requests[0]
    assert received.path == "/api/v1/dogs?page=2"
    assert "x-tag" not in received.headers
    assert received.headers["x-plain"] == "1"


def test_secret_headers_are_not_sent_to_another_base_url() -> None:
    with Loopback([http_response({}), "repeat"]) as other, Client(PETS, headers={"X-Tag": TAG}) as client:
        client.request("GET", f"{other.url}/dogs")
        client.request("GET", "/dogs", options=RequestOptions(base_url=other.url))
        client.with_options(base_url=other.url).request("GET", "/dogs")
        client.with_options(base_url=other.url, headers={"X-Tag": "for-it"}).request("GET", "/dogs")
    assert [request.headers.get("x-tag") for request in other.requests] == [None, None, None, "for-it"]
