"""What runs do with their arguments: checks, before anything is sent, and what a resumed run keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from run_callers import RunCaller

from openrouterkit import OpenRouter, RequestOptions, TimeoutOptions, function_tool, user
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.mistral import Mistral
from openrouterkit.runs import Run, RunHooks
from openrouterkit.testing import Script, tool_call

CALL = tool_call("delete", {"path": "a"})
HELLO = [user("Hello")]
deleted: list[str] = []


@function_tool(requires_approval=True)
def delete(path: str) -> str:
    """Delete a file."""
    deleted.append(path)
    return "deleted"


@pytest.fixture(autouse=True)
def nothing_deleted() -> Iterator[None]:
    deleted.clear()
    yield
    deleted.clear()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"messages": "hello"}, r"^chat\.run\(\) expects a list for messages, got str; pass messages=\[...\]"),
        ({"messages": {"role": "user", "content": "hello"}}, "expects a list for messages, got dict"),
        ({"messages": user("hello")}, "expects a list for messages, got ChatUserMessage"),
        ({"messages": None}, "expects a list for messages, got NoneType"),
        ({"messages": ["hello"]}, "expects dicts or models in messages, got str: 'hello'"),
        ({"tools": delete}, r"expects a list for tools, got one tool; pass tools=\[delete\]"),
        ({"concurrency": "8"}, "concurrency must be an? .*int, not .*'8'"),
        ({"repeat_limit": "8"}, "repeat_limit must be an? .*int.*, not .*'8'"),
        ({"stop_wen": 3}, r"chat\.run\(\) got an unexpected keyword argument 'stop_wen'; did you mean 'stop_when'\?"),
        ({"temprature": 3}, "unexpected keyword argument 'temprature'; did you mean 'temperature'"),
        ({"swim": 3}, r"unexpected keyword argument 'swim'; pass parameters that only the service knows in extra_body"),
    ],
)
@pytest.mark.parametrize("kind", [OpenRouter, Mistral])
def test_an_invalid_argument_of_a_run_is_rejected_before_anything_is_sent(
    kind: Any, arguments: dict[str, Any], problem: str
) -> None:
    script = Script([])
    with script.client(kind) as client, pytest.raises(InvalidArgumentError, match=problem):
        client.chat.run(**{"model": "m", "messages": HELLO, **arguments})
    assert not script.requests


def test_messages_and_tools_may_be_any_iterable(caller: RunCaller) -> None:
    run = caller.run(Script(["Hi"]), messages=(each for each in HELLO), tools=(delete,))
    assert run.messages[0] == {"role": "user", "content": "Hello"}


def test_a_hook_may_choose_the_model_that_a_service_requires() -> None:
    hooks = RunHooks(before_turn=lambda progress: {"model": "small"})
    script = Script(["Hi"])
    with script.client(Mistral) as client:
        client.chat.run(messages=HELLO, hooks=hooks)
    assert script.requests[0].json["model"] == "small"


@pytest.mark.parametrize("method", ["resume", "resume_stream"])
def test_an_unknown_keyword_of_resume_is_rejected_before_a_tool_runs(method: str) -> None:
    script = Script([CALL])
    with script.client() as client:
        run = client.chat.run(model="m", messages=HELLO, tools=[delete])
        for arguments, near in (({"aprove": True}, "approve"), ({"approve": True, "modle": "x"}, "model")):
            with pytest.raises(InvalidArgumentError, match=rf"chat\.{method}\(\) got .*; did you mean '{near}'\?"):
                getattr(client.chat, method)(run, tools=[delete], **arguments)
        with pytest.raises(InvalidArgumentError, match=r"expects a Run, not str; see Run\.from_json"):
            client.chat.resume(run.to_json(), approve=True)
    assert not deleted
    assert len(script.requests) == 1


def count_requests(seen: list[int]) -> RequestOptions:
    def count(request: Any, call_next: Any) -> Any:
        seen.append(1)
        return (yield from call_next(request))

    return RequestOptions(middleware=[count])


def test_a_resumed_run_keeps_options_timeout_headers_and_query(caller: RunCaller) -> None:
    seen: list[int] = []
    script = Script([CALL, "Done"])
    run = caller.run(
        script,
        tools=[delete],
        options=count_requests(seen),
        timeout=TimeoutOptions(total=50),
        extra_headers={"x-a": "1"},
        extra_query={"region": "s3cret"},
        extra_body={"more": 1},
    )
    assert "s3cret" not in run.to_json() + repr(run)
    assert run.parameters == {"model": "a/b", "extra_body": {"more": 1}}
    caller.resume(script, run, tools=[delete], approve=True)
    assert len(seen) == 2
    assert [request.headers["x-a"] for request in script.requests] == ["1", "1"]
    assert [request.url.partition("?")[2] for request in script.requests] == ["region=s3cret"] * 2


def test_a_saved_run_accepts_what_json_does_not_contain(caller: RunCaller) -> None:
    first: list[int] = []
    second: list[int] = []
    script = Script([CALL, "Done"])
    run = caller.run(script, tools=[delete], options=count_requests(first))
    saved = Run.from_json(run.to_json())
    assert saved == run
    caller.resume(script, saved, tools=[delete], approve=True, options=count_requests(second), timeout=9)
    assert (first, second) == ([1], [1])


def test_a_failed_run_keeps_its_options(caller: RunCaller) -> None:
    seen: list[int] = []
    script = Script([500, "Done"])
    with pytest.raises(Exception, match="500") as caught:
        caller.run(
            script, options=count_requests(seen).__class__(middleware=count_requests(seen).middleware, retries=0)
        )
    failed: Any = caught.value
    assert caller.resume(script, failed.run).text == "Done"
    assert len(seen) == 2
