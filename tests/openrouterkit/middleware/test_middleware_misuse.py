"""Mistakes in middleware and hooks: the error says what to write instead."""

from __future__ import annotations

from typing import Any

import pytest
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import ConfigurationError, RetryOptions
from openrouterkit.flow import Flow, Request, Response, Sleep
from openrouterkit.middleware import Handler
from openrouterkit.testing import Script, ScriptError


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def test_iterating_the_stream_of_a_response_names_observed(caller: ScriptCaller) -> None:
    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        list(response.stream)  # type: ignore[arg-type]  # the mistake
        return response

    with pytest.raises(ConfigurationError, match=r"return response\.observed\(on_item=function\)"):
        caller.read(Script([["a"]]), middleware=[middleware])


def test_an_effect_without_do_is_answered_with_do(caller: ScriptCaller) -> None:
    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        yield from Sleep(0)  # type: ignore[misc]  # the mistake
        return (yield from call_next(request))

    with pytest.raises(TypeError, match=r"write `yield from do\(Sleep\(\.\.\.\)\)`"):
        caller.send(Script(), middleware=[middleware])


def test_middleware_with_other_parameters_is_rejected(caller: ScriptCaller) -> None:
    def one(request: Request) -> Any:
        yield request

    with pytest.raises(ConfigurationError, match=r"one has the parameters .*: write it as `def middleware\(request, c"):
        caller.send(Script(), middleware=[one])


def test_an_error_in_a_function_that_builds_a_flow_is_not_hidden(caller: ScriptCaller) -> None:
    def middleware(_: Request, __: Handler) -> Any:
        return len(5)  # type: ignore[arg-type]  # the mistake

    with pytest.raises(TypeError, match="has no len"):
        caller.send(Script(), middleware=[middleware])


def test_a_class_as_middleware_is_answered_with_an_object_of_it(caller: ScriptCaller) -> None:
    class Without:
        def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
            return (yield from call_next(request))

    class WithTwo:
        def __init__(self, first: Any, second: Any) -> None: ...

    for kind in (Without, WithTwo):
        with pytest.raises(ConfigurationError, match=rf"{kind.__name__} is a class: pass an object, {kind.__name__}\("):
            caller.send(Script(), middleware=[kind])


def test_an_async_hook_of_the_retries_is_rejected(caller: ScriptCaller) -> None:
    async def judge(_: Any) -> bool:
        return True

    retries: Any = RetryOptions(should_retry_result=judge)  # type: ignore[arg-type]  # the mistake
    with pytest.raises(ConfigurationError, match=r"RetryOptions\.should_retry_result is async: write it as a plain"):
        caller.send(Script(["a"]), retries=retries)


@pytest.mark.parametrize("step", [42, object()], ids=["status", "object"])
def test_a_script_rejects_an_invalid_step_when_it_is_added(step: Any) -> None:
    with pytest.raises(ScriptError, match="step 2 does not fit"):
        Script(["a", step])
