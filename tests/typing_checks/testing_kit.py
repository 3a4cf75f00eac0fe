"""The types that type checkers infer from `openrouterkit.testing`. Checked by `make types`, never run."""

from __future__ import annotations

from pathlib import Path
from typing import Any, assert_type

import httpx

from openrouterkit import AsyncOpenRouter, ConnectionFailedError, OpenRouter, TooManyRequestsResponseError
from openrouterkit.client import AsyncClient, Client
from openrouterkit.service import Service
from openrouterkit.sse import ServerSentEvent
from openrouterkit.testing import (
    Cassette,
    Script,
    SentRequest,
    Step,
    completion,
    connection_error,
    error,
    events,
    pause,
    reply,
    stream,
    timeout,
    tool_call,
    when,
)
from openrouterkit_api import models


class Mine(OpenRouter):
    """A client of one's own."""


def steps_of_every_kind_are_accepted(result: models.ChatResult) -> None:
    """A script accepts texts, numbers, exceptions, models, functions and lists."""
    Script(
        [
            "Paris",
            429,
            b"raw",
            {"data": []},
            result,
            ["Par", pause(0.1), tool_call("f"), {"reasoning": "Hm"}, ServerSentEvent(b"{}"), 502, connection_error()],
            TooManyRequestsResponseError("slow down"),
            ConnectionFailedError,
            httpx.ReadError("cut"),
            completion("Paris", cost=0.1, usage={"prompt_tokens": 1}),
            stream("Par", "is", complete=False),
            events({"n": 1}, "[DONE]"),
            reply([1, 2], status=202),
            error("rate_limit_exceeded", retry_after=1),
            timeout("connect"),
            when(lambda request: request.model == "a/b", "Rome"),
            lambda request: f"You said {request.text}",
        ],
        default="and so on",
    ).add("Oslo", 500)
    steps: list[Step] = ["Paris", 429]
    Script(steps)
    Script([1.5])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType] - deliberately invalid
    error(429, retry_after="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - deliberately invalid


def clients_have_the_class_that_was_chosen(script: Script, cassette: Cassette, pets: Service) -> None:
    """Without a class they are clients of OpenRouter."""
    assert_type(script.client(timeout=3), OpenRouter)
    assert_type(script.async_client(), AsyncOpenRouter)
    assert_type(script.client(Mine, app_title="x"), Mine)
    assert_type(script.client(pets), Client)
    assert_type(script.async_client(pets), AsyncClient)
    assert_type(cassette.client(), OpenRouter)
    assert_type(script.http_client(), httpx.Client)
    assert_type(cassette.async_http_client(timeout=3), httpx.AsyncClient)
    with script as entered, script.intercept() as intercepting:
        assert_type(entered, Script)
        assert_type(intercepting, Script)


def requests_are_recorded_with_their_members(script: Script) -> None:
    """The body is any JSON value."""
    for request in script.requests:
        assert_type(request, SentRequest)
        assert_type((request.method, request.path, request.text, request.attempt), tuple[str, str, str, int])
        assert_type(request.model, str | None)
        assert_type(request.json, Any)


def the_mode_of_a_cassette_is_one_of_three() -> None:
    """The folder is a path or a text."""
    Cassette("folder")
    assert_type(Cassette(Path("folder"), "missing", timing=True, secrets=["Ada"]).unused, list[Path])
    Cassette("folder", "always")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - deliberately invalid
