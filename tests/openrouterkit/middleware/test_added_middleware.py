"""Middleware that is added to that of a client: by `with_options`, by `RequestOptions`, and what a client reports."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from callers import BACKENDS, Caller
from loopback import Loopback, completion, http_response

from openrouterkit import AsyncClient, AsyncOpenRouter, Client, ConfigurationError, OpenRouter, RequestOptions, Service
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Handler, Middleware

OK = [http_response(completion()), "repeat"]
BUSY = http_response({"error": {"message": "busy", "code": 503}}, 503)
PETS = Service("Pets", base_url="https://pets.example/v1", security_schemes={})


class Names:
    """Middleware that records its name when it runs."""

    def __init__(self) -> None:
        self.order: list[str] = []

    def __call__(self, name: str) -> Middleware:
        """Return a middleware with this name."""

        def middleware(request: Request, call_next: Handler) -> Flow[Response]:
            self.order.append(name)
            return (yield from call_next(request))

        return middleware


class Signing(Client):
    """A client with middleware of its own, which `with_options` must not lose."""

    service = PETS

    def __init__(self, *, middleware: Any = (), **options: Any) -> None:
        super().__init__(middleware=[self.sign, *middleware], **options)

    @staticmethod
    def sign(request: Request, call_next: Handler) -> Flow[Response]:
        """Add a signature."""
        return (yield from call_next(request.with_headers({"X-Signature": "1"})))


@pytest.mark.parametrize("setting", ["middleware", "attempt_middleware"])
@pytest.mark.parametrize("kind", [OpenRouter, AsyncOpenRouter, Client, AsyncClient])
def test_with_options_adds_middleware_inside_that_of_the_client(kind: Any, setting: str) -> None:
    first, second = Names()("first"), Names()("second")
    arguments = () if kind in (OpenRouter, AsyncOpenRouter) else (PETS,)
    client = kind(*arguments, **{setting: [first]})
    assert getattr(client, setting) == (first,)
    assert getattr(client.with_options(**{setting: [second]}), setting) == (first, second)
    assert getattr(client.with_options(**{setting: ()}), setting) == (first,)
    assert getattr(client.with_options(**{setting: None}), setting) == ()
    assert getattr(client.with_options(timeout=5), setting) == (first,)
    assert getattr(client, setting) == (first,)
    other = "attempt_middleware" if setting == "middleware" else "middleware"
    assert getattr(client, other) == ()


def test_a_middleware_of_a_subclass_also_runs_in_a_derived_client() -> None:
    with Loopback(OK) as server, Signing(base_url=server.url) as client:
        names = Names()
        client.with_options(middleware=[names("added")]).request("GET", "/dogs")
    assert server.requests[0].headers["x-signature"] == "1"
    assert names.order == ["added"]


def test_added_middleware_runs_in_order_in_both_places() -> None:
    names = Names()
    with Loopback(OK) as server, OpenRouter(base_url=server.url, api_key="k", middleware=[names("client")]) as client:
        derived = client.with_options(middleware=[names("derived")], attempt_middleware=[names("attempt")])
        options = RequestOptions(middleware=[names("call")], attempt_middleware=[names("attempt of call")])
        derived.request("GET", "/x", options=options)
    assert names.order == ["client", "derived", "call", "attempt", "attempt of call"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_attempt_middleware_of_a_call_runs_around_each_of_its_attempts(backend: str) -> None:
    names = Names()
    options = RequestOptions(retries=1, attempt_middleware=[names("call")])
    with Loopback([BUSY], OK) as server:
        assert Caller(backend).send(server.url, options=options).text
        Caller(backend).send(server.url)
    assert names.order == ["call", "call"]


def test_invalid_attempt_middleware_of_a_call_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"^RequestOptions\.attempt_middleware must be a list of functions"):
        RequestOptions(attempt_middleware=print)  # type: ignore[arg-type]  # deliberately invalid

    def wrong(request: Request, call_next: Handler) -> Any:
        return 5
        yield

    options = RequestOptions(attempt_middleware=[wrong])
    with (
        Loopback(OK) as server,
        pytest.raises(ConfigurationError, match=r"the attempt middleware .*wrong of Request"),
    ):
        Caller("sync").send(server.url, options=options)


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_middleware_of_a_client_cannot_be_assigned(kind: Any) -> None:
    client = kind(PETS)
    assert isinstance(inspect.getattr_static(kind, "middleware"), property)
    with pytest.raises(AttributeError):
        client.middleware = ()
