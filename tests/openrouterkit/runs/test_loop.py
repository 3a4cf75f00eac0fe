"""The tool loop: requests, tools and their outputs until the model has answered."""

from __future__ import annotations

import contextvars
import datetime as dt
import json
import pickle
import threading
import time

import anyio
import pytest

from openrouterkit import (
    BadGatewayResponseError,
    ChatCompletion,
    ConfigurationError,
    RequestOptions,
    content,
    function_tool,
    named_tool,
    server_tools,
    user,
)
from openrouterkit.errors import InvalidArgumentError
from openrouterkit.middleware import Usage
from openrouterkit.mistral import AsyncMistral, Mistral
from openrouterkit.runs import (
    RunHooks,
    RunProgress,
    StopCondition,
    finish_reason_is,
    max_cost,
    max_steps,
    max_tokens,
    tool_called,
)
from openrouterkit.services import OpenAICompatible
from openrouterkit.testing import Script, completion, tool_call
from openrouterkit.tools import FunctionTool, ToolContext, ToolError


@function_tool
def weather(city: str) -> str:
    """Return the weather of a city."""
    return f"sunny in {city}"


def test_a_run_calls_the_tool_and_sends_its_output_back(caller):
    script = Script(
        [completion("Let me see.", tool_calls=[tool_call("weather", {"city": "Rome"})], cost=0.25), "It is warm."]
    )
    run = caller.run(script, tools=[weather])
    assert run.text == "It is warm."
    assert run.stopped_by == "answer"
    assert [turn.number for turn in run.turns] == [1, 2]
    assert run.turns[0].outputs[0].output == "sunny in Rome"
    assert run.cost == 0.25
    assert run.usage.total_tokens == sum(result.usage.total_tokens for result in run.results)
    first, second = script.requests
    assert first.json["tools"] == second.json["tools"] == [weather.to_dict()]
    assert second.json["messages"] == run.messages[:-1]
    assert [message["role"] for message in run.messages] == ["user", "assistant", "tool", "assistant"]
    assert run.messages[2] == {"role": "tool", "tool_call_id": "call_1", "name": "weather", "content": "sunny in Rome"}
    assert run.message["content"] == "It is warm."
    assert not run.is_paused


def test_a_run_without_a_tool_call_is_one_turn(caller):
    run = caller.run(Script(["Hi"]), tools=[weather])
    assert (run.text, len(run.turns), run.stopped_by) == ("Hi", 1, "answer")


def test_every_chat_service_has_runs():
    steps = [tool_call("weather", {"city": "Rome"}), "Warm."]
    with Script(steps).client(Mistral) as client:
        assert client.chat.run(model="m", messages=[user("Hello")], tools=[weather]).text == "Warm."
    with Script(steps).client(OpenAICompatible, base_url="http://localhost/v1") as client:
        assert client.chat.run(model="m", messages=[user("Hello")], tools=[weather]).text == "Warm."

    async def main():
        async with Script(steps).async_client(AsyncMistral) as client:
            assert (await client.chat.run(model="m", messages=[user("Hello")], tools=[weather])).text == "Warm."

    anyio.run(main)


def test_several_calls_run_at_once_and_their_outputs_are_in_order(caller):
    barrier = threading.Barrier(3, timeout=30)

    @function_tool
    def meet(number: int) -> int:
        barrier.wait()
        time.sleep(0.02 * (3 - number))
        return number

    calls = [tool_call("meet", {"number": number}) for number in range(3)]
    run = caller.run(Script([completion(tool_calls=calls), "Done"]), tools=[meet])
    assert [output.output for output in run.turns[0].outputs] == ["0", "1", "2"]


def test_no_more_tools_than_the_limit_run_at_once(caller):
    running, most = 0, 0
    lock = threading.Lock()

    @function_tool
    def work(number: int) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return number

    calls = [tool_call("work", {"number": number}) for number in range(6)]
    caller.run(Script([completion(tool_calls=calls), "Done"]), tools=[work], concurrency=2)
    assert most == 2


def test_async_tools_run_in_async_clients():
    async def main():
        @function_tool
        async def slow(number: int) -> int:
            await anyio.sleep(0.01)
            return number

        calls = [tool_call("slow", {"number": number}) for number in range(3)]
        async with Script([completion(tool_calls=calls), "Done"]).async_client() as client:
            run = await client.chat.run(model="a/b", messages=[user("Hello")], tools=[slow])
            assert [output.output for output in run.turns[0].outputs] == ["0", "1", "2"]

    anyio.run(main)
    anyio.run(main, backend="trio")


def test_an_async_tool_in_a_sync_client_is_rejected_before_anything_is_sent():
    @function_tool
    async def slow() -> int:
        return 1

    script = Script([])
    with script.client() as client, pytest.raises(ConfigurationError, match="the tool 'slow' is async"):
        client.chat.run(model="a/b", messages=[user("Hello")], tools=[slow])
    with script.client() as client, pytest.raises(ConfigurationError, match="the tool 'slow' is async"):
        client.chat.run_stream(model="a/b", messages=[user("Hello")], tools=[slow])


def test_exceptions_of_tools_are_reported_to_the_model_without_a_traceback(caller):
    @function_tool
    def broken() -> str:
        raise ValueError("no such city")

    @function_tool
    def strict() -> str:
        raise ToolError("Ask for a larger city.")

    script = Script([completion(tool_calls=[tool_call("broken"), tool_call("strict")]), "Sorry"])
    run = caller.run(script, tools=[broken, strict])
    first, second = run.turns[0].outputs
    assert first.output == "Error: broken failed: ValueError: no such city"
    assert first.error == "ValueError: no such city"
    assert second.output == "Ask for a larger city."
    assert "Traceback" not in json.dumps(run.messages)


def test_exceptions_of_tools_are_raised_on_request_but_not_tool_errors(caller):
    @function_tool
    def broken() -> str:
        raise ValueError("no such city")

    @function_tool
    def strict() -> str:
        raise ToolError("Ask for a larger city.")

    with pytest.raises(ValueError, match="no such city") as caught:
        caller.run(Script([tool_call("broken")]), tools=[broken], tool_errors="raise")
    assert caught.value.__notes__ == ["raised by the tool 'broken', tool call 'call_1', turn 1"]
    run = caller.run(Script([tool_call("strict"), "Sorry"]), tools=[strict], tool_errors="raise")
    assert run.text == "Sorry"


def test_unknown_tools_and_invalid_arguments_are_reported_to_the_model(caller):
    calls = [
        tool_call("wether", {"city": "Rome"}),
        tool_call("weather", '{"city": '),
        tool_call("weather", "[1]"),
        tool_call("weather", {"town": "Rome"}),
    ]
    script = Script([completion(tool_calls=calls), "Sorry"])
    outputs = [output.output for output in caller.run(script, tools=[weather]).turns[0].outputs]
    assert outputs[0] == "Error: there is no tool named 'wether'. The tools are: weather."
    assert 'You wrote: {"city": \n' in outputs[1]
    assert "one valid JSON object" in outputs[2]
    assert outputs[1].startswith("Error: the arguments of weather cannot be read: invalid JSON: ")
    assert outputs[3].startswith("Error: the arguments of weather do not fit: ")
    assert outputs[3].endswith(". The tool did not run; call it again with valid arguments.")
    assert "city" in outputs[3]
    sent = script.requests[1].json["messages"][1]["tool_calls"]
    assert [call["function"]["arguments"] for call in sent][1:3] == ["{}", "{}"], "providers reject invalid JSON"


@pytest.mark.parametrize("reasons", [{"finish_reason": "length"}, {"native_finish_reason": "MAX_TOKENS"}])
def test_arguments_that_were_cut_off_are_reported_as_such(reasons):
    message = {"role": "assistant", "content": None, "tool_calls": []}
    call = {"id": "a", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Ro'}}
    choice = {"index": 0, "finish_reason": "tool_calls", **reasons, "message": {**message, "tool_calls": [call]}}
    with Script([{"choices": [choice]}, "Sorry"]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather])
    assert "reached its limit of tokens" in run.turns[0].outputs[0].output


def test_an_exception_of_a_tool_does_not_wait_for_tools_that_hang():
    release = threading.Event()
    daemons = []

    @function_tool
    def hang() -> str:
        daemons.append(threading.current_thread().daemon)
        release.wait(60)
        return "late"

    @function_tool
    def broken() -> str:
        raise ValueError("no such city")

    started = time.monotonic()
    calls = [tool_call("hang"), tool_call("broken")]
    with Script([completion(tool_calls=calls)]).client() as client, pytest.raises(ValueError, match="no such city"):
        client.chat.run(model="a/b", messages=[user("Hello")], tools=[hang, broken], tool_errors="raise")
    assert time.monotonic() - started < 30
    release.set()
    assert daemons == [True], "the end of the program does not wait for it, either"


def test_tools_that_run_at_once_see_the_context_variables_of_the_caller(caller):
    variable = contextvars.ContextVar("variable", default="unset")

    @function_tool
    def look() -> str:
        return variable.get()

    variable.set("set")
    run = caller.run(Script([completion(tool_calls=[tool_call("look"), tool_call("look")]), "Done"]), tools=[look])
    assert [output.output for output in run.turns[0].outputs] == ["set", "set"]


def test_the_tool_calls_of_a_run_know_their_tool(caller):
    @function_tool
    def wait(until: dt.date) -> str:
        return until.isoformat()

    run = caller.run(Script([tool_call("wait", {"until": "2026-01-02"}), "Done"]), tools=[wait])
    assert run.turns[0].tool_calls[0].parsed_arguments == {"until": dt.date(2026, 1, 2)}


def test_the_error_of_a_run_can_be_pickled():
    @function_tool
    def local() -> str:
        return "ok"

    with Script([tool_call("local"), 502]).client(retries=0) as client:
        with pytest.raises(BadGatewayResponseError) as caught:
            client.chat.run(model="a/b", messages=[user("Hello")], tools=[local])
        copied = pickle.loads(pickle.dumps(caught.value))
    assert copied.run.messages == caught.value.run.messages
    assert copied.run.to_json() == caught.value.run.to_json()


def test_a_slow_tool_is_abandoned_at_its_limit(caller):
    release = threading.Event()

    @function_tool(timeout=0.05)
    def slow() -> str:
        release.wait(30)
        return "late"

    started = time.monotonic()
    run = caller.run(Script([completion(tool_calls=[tool_call("slow"), tool_call("slow")]), "Sorry"]), tools=[slow])
    assert time.monotonic() - started < 15
    release.set()
    assert run.turns[0].outputs[0].output == "Error: slow failed: TimeoutError: it did not finish within 0.05 s"


def test_an_async_tool_is_cancelled_at_its_limit():
    async def main():
        cancelled = []

        async def slow() -> str:
            try:
                await anyio.sleep(30)
            except BaseException:
                cancelled.append(True)
                raise
            return "late"

        async with Script([tool_call("slow"), "Sorry"]).async_client() as client:
            tool = FunctionTool(slow, timeout=0.05)
            run = await client.chat.run(model="a/b", messages=[user("Hello")], tools=[tool])
        assert "did not finish within 0.05 s" in run.turns[0].outputs[0].output
        assert cancelled == [True]

    anyio.run(main)
    anyio.run(main, backend="trio")


def test_a_tool_with_its_own_timeout_error_is_reported_as_any_other(caller):
    @function_tool
    def broken() -> str:
        raise TimeoutError("the database is slow")

    run = caller.run(Script([tool_call("broken"), "Sorry"]), tools=[broken])
    assert run.turns[0].outputs[0].output == "Error: broken failed: TimeoutError: the database is slow"


def test_tools_receive_the_context_of_the_run(caller):
    seen = []

    @function_tool
    def look(context: ToolContext[str]) -> str:
        seen.append((context.value, context.turn, context.tool_call.id, context.run_id))
        return "ok"

    run = caller.run(Script([tool_call("look", id="c"), "Done"]), tools=[look], context="value")
    assert seen == [("value", 1, "c", run.id)]


def test_outputs_may_be_parts_and_objects(caller):
    @function_tool
    def draw():
        return [content.text("A cat"), content.image("https://example.org/cat.png")]

    @function_tool
    def count():
        return {"cats": 1}

    run = caller.run(
        Script([completion(tool_calls=[tool_call("draw"), tool_call("count")]), "Done"]), tools=[draw, count]
    )
    drawn, counted = run.turns[0].outputs
    assert [part["type"] for part in drawn.output] == ["text", "image_url"]
    assert json.loads(counted.output) == {"cats": 1}


def test_an_output_that_json_cannot_represent_is_reported_to_the_model(caller):
    @function_tool
    def odd():
        return object()

    run = caller.run(Script([tool_call("odd"), "Sorry"]), tools=[odd])
    assert run.turns[0].outputs[0].output.startswith("Error: odd has run, but ")


# ------------------------------------------------------------------------------------------------- stopping


def test_a_run_stops_at_a_limit_with_a_last_turn_without_tools(caller):
    script = Script([tool_call("weather", {"city": "Rome"}), tool_call("weather", {"city": "Oslo"}), "Enough."])
    run = caller.run(script, tools=[weather], stop_when=max_steps(2))
    assert (run.stopped_by, run.text, len(run.turns)) == ("max_steps", "Enough.", 3)
    assert script.requests[2].json["tool_choice"] == "none"
    assert "tool_choice" not in script.requests[1].json


def test_a_run_stops_at_a_limit_without_a_last_turn_on_request(caller):
    script = Script([tool_call("weather", {"city": "Rome"})])
    run = caller.run(script, tools=[weather], stop_when=[max_steps(1)], final_turn=False)
    assert (run.stopped_by, run.text, len(run.turns)) == ("max_steps", "", 1)
    assert run.messages[-1]["role"] == "tool"


def test_a_tool_that_is_called_in_the_last_turn_does_not_run(caller):
    script = Script([tool_call("weather", {"city": "Rome"})] * 2)
    run = caller.run(script, tools=[weather], stop_when=max_steps(1))
    assert run.stopped_by == "max_steps"
    assert "no more tool calls are allowed" in run.turns[1].outputs[0].output
    assert [message["role"] for message in run.messages] == ["user", "assistant", "tool", "assistant", "tool"]


def test_ten_turns_are_the_limit_by_default():
    steps = [tool_call("weather", {"city": f"city {number}"}) for number in range(10)]
    with Script([*steps, "Enough"]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather])
    assert (run.stopped_by, len(run.turns)) == ("max_steps", 11)


@pytest.mark.parametrize(
    ("arguments", "turns"),
    [
        ({"stop_when": tool_called("never")}, 10),
        ({"stop_when": []}, 10),
        ({"max_steps": 3}, 3),
        ({"max_steps": 3, "stop_when": [tool_called("never")]}, 3),
        ({"stop_when": max_steps(12)}, 12),
        ({"max_steps": 2, "stop_when": max_steps(12)}, 2),
        ({"max_steps": None}, 13),
        ({"max_steps": None, "stop_when": max_cost(9)}, 13),
    ],
)
def test_the_limit_of_turns_stays_in_force_beside_other_conditions(arguments, turns):
    steps = [tool_call("weather", {"city": f"city {number}"}) for number in range(13)]
    with Script([*steps, "Enough"]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather], final_turn=False, **arguments)
    assert run.stopped_by == ("answer" if turns == 13 else "max_steps")
    assert len(run.turns) == turns + (turns == 13)


def test_the_usage_of_a_turn_is_read_once_for_all_conditions_without_a_copy_of_its_completion(monkeypatch):
    counts = {"read": 0, "copied": 0}
    of, to_dict = Usage.of.__func__, ChatCompletion.to_dict

    def count_of(cls, data):
        counts["read"] += 1
        return of(cls, data)

    def count_to_dict(self):
        counts["copied"] += 1
        return to_dict(self)

    turns = 30
    steps = [
        completion(
            tool_calls=[tool_call("weather", {"city": f"{number}"}), tool_call("weather", {"city": "x"})], cost=1
        )
        for number in range(turns)
    ]
    conditions = [max_cost(1e9), max_tokens(10**9), lambda progress: (progress.cost or 0) > 1e9]
    with Script([*steps, "Done"]).client() as client:
        monkeypatch.setattr(Usage, "of", classmethod(count_of))
        monkeypatch.setattr(ChatCompletion, "to_dict", count_to_dict)
        run = client.chat.run(
            model="a/b", messages=[user("Hello")], tools=[weather], stop_when=conditions, max_steps=None
        )
    assert counts == {"read": turns + 1, "copied": 0}
    assert run.cost == turns


def test_a_progress_of_ones_own_adds_up_the_usage_of_its_turns(caller):
    run = caller.run(Script([completion("Hi", cost=0.5)]))
    assert RunProgress("id", run.turns, []).cost == 0.5


@pytest.mark.parametrize(
    ("condition", "name"),
    [
        (tool_called("weather"), "tool_called"),
        (finish_reason_is("tool_calls"), "finish_reason"),
        (max_tokens(1), "max_tokens"),
        (max_cost(0.5), "max_cost"),
        (lambda progress: progress.steps == 1 and progress.context == 7, "<lambda>"),
        (lambda progress: "enough" if progress.tool_calls else False, "enough"),
        (StopCondition("own", lambda progress: (progress.cost or 0) >= 0.5), "own"),
    ],
)
def test_one_true_condition_stops_a_run(condition, name):
    step = completion(tool_calls=[tool_call("weather", {"city": "Rome"})], cost=0.5)
    with Script([step]).client() as client:
        run = client.chat.run(
            model="a/b",
            messages=[user("Hello")],
            tools=[weather],
            stop_when=[max_steps(9), condition],
            final_turn=False,
            context=7,
        )
    assert run.stopped_by == name


def test_a_condition_that_is_no_limit_has_no_last_turn():
    with Script([tool_call("weather", {"city": "Rome"})]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather], stop_when=tool_called("weather"))
    assert run.stopped_by == "tool_called"


def test_a_forced_tool_choice_is_relaxed_after_its_first_use():
    choices = [
        ("required", None),
        (named_tool("weather"), None),
        ("auto", "auto"),
        (
            {"type": "allowed_tools", "allowed_tools": {"mode": "required", "tools": []}},
            {"type": "allowed_tools", "allowed_tools": {"mode": "auto", "tools": []}},
        ),
    ]
    for choice, relaxed in choices:
        script = Script([tool_call("weather", {"city": "Rome"}), "Warm"])
        with script.client() as client:
            client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather], tool_choice=choice)
        assert script.requests[0].json["tool_choice"]
        assert script.requests[1].json.get("tool_choice") == relaxed


def test_a_repeated_call_is_warned_about_then_stopped_and_reported(caller):
    ran = []

    @function_tool
    def look(where: str, deep: float = 1.0) -> str:
        ran.append(where)
        return f"nothing {len(ran)}"

    texts = ['{"where": "here", "deep": 1}', '{"deep": 1.0, "where": "here"}']
    script = Script([*(tool_call("look", texts[number % 2]) for number in range(5)), "I give up."])
    run = caller.run(script, tools=[look])
    assert (run.stopped_by, run.text) == ("repeated calls", "I give up.")
    outputs = [turn.outputs[0] for turn in run.turns[:5]]
    assert [output.output.partition("\n")[0] for output in outputs[:4]] == [f"nothing {n}" for n in range(1, 5)]
    assert [("Do not repeat" in output.output) for output in outputs] == [False, False, True, True, False]
    assert len(ran) == 4
    assert "5 times with the same arguments" in outputs[4].output
    (repeated,) = run.repeated
    assert (repeated.name, repeated.arguments, repeated.count) == ("look", {"where": "here", "deep": 1}, 5)


def test_a_call_that_is_repeated_after_new_ones_is_no_repetition(caller):
    steps = []
    for number in range(6):
        steps += [tool_call("weather", {"city": f"edit {number}"}), tool_call("weather", {"city": "test"})]
    run = caller.run(Script([*steps, "Done"]), tools=[weather], stop_when=max_steps(20))
    assert (run.stopped_by, run.repeated) == ("answer", ())


def test_repetitions_are_allowed_on_request():
    steps = [tool_call("weather", {"city": "Rome"})] * 7
    with Script([*steps, "Done"]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather], repeat_limit=None)
    assert (run.stopped_by, len(run.turns)) == ("answer", 8)


# ------------------------------------------------------------------------------------------------- requests


def test_tool_calls_without_an_id_or_with_one_that_was_used_get_one_of_their_own():
    def answer(*ids):
        function = {"name": "weather", "arguments": '{"city": "Rome"}'}
        calls = [{"type": "function", "function": function} | ({"id": each} if each else {}) for each in ids]
        message = {"role": "assistant", "content": None, "tool_calls": calls}
        return {"choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}]}

    script = Script([answer("a", None), answer("a", "a"), "Done"])
    with script.client() as client:
        run = client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather])
    ids = [call["id"] for message in run.messages for call in message.get("tool_calls", [])]
    assert len(set(ids)) == 4
    assert [message["tool_call_id"] for message in run.messages if message["role"] == "tool"] == ids


def test_reasoning_details_are_sent_back_unchanged():
    details = [{"type": "reasoning.text", "text": "Hm", "signature": "s", "index": 0}]
    call = {"id": "a", "type": "function", "function": {"name": "weather", "arguments": '{"city": "Rome"}'}}
    message = {"role": "assistant", "content": None, "reasoning_details": details, "tool_calls": [call]}
    script = Script([{"choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}]}, "Done"])
    with script.client() as client:
        client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather])
    assert script.requests[1].json["messages"][1] == message


def test_parameters_and_options_apply_to_every_turn():
    seen = []
    script = Script([tool_call("weather", {"city": "Rome"}), "Done"])

    def spy(request, call_next):
        seen.append(request.operation)
        return (yield from call_next(request))

    with script.client() as client:
        run = client.chat.run(
            model="a/b",
            messages=[user("Hello")],
            tools=[weather, server_tools.web_search()],
            temperature=0.5,
            extra_headers={"X-Own": "secret"},
            options=RequestOptions(middleware=[spy]),
        )
    assert len(seen) == 2
    assert all(request.json["temperature"] == 0.5 for request in script.requests)
    assert all(request.headers["x-own"] == "secret" for request in script.requests)
    assert [tool["type"] for tool in script.requests[0].json["tools"]] == ["function", "openrouter:web_search"]
    assert run.parameters == {"model": "a/b", "temperature": 0.5}
    assert "secret" not in run.to_json()


def test_plain_functions_are_tools():
    def add(one: int, two: int) -> int:
        return one + two

    with Script([tool_call("add", {"one": 1, "two": 2}), "3"]).client() as client:
        run = client.chat.run(model="a/b", messages=[user("1 + 2?")], tools=[add])
    assert run.turns[0].outputs[0].output == "3"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"tools": [weather, weather]}, "two tools are named 'weather'"),
        ({"tools": [3]}, "3 is not a tool"),
        ({"stop_when": 3}, "stop_when is a function"),
        ({"stop_when": [3]}, "stop_when is a function"),
        ({"hooks": print}, "hooks must be a RunHooks"),
        ({"tool_errors": "ignore"}, "tool_errors must be"),
        ({"concurrency": 0}, "concurrency must be a positive int"),
        ({"repeat_limit": 1}, "repeat_limit must be an int of 2 or more"),
        ({"stream": True}, "use run_stream"),
        ({"max_steps": 0}, "max_steps must be a positive number of turns"),
        ({"concurrency": "8"}, "concurrency must be a positive int, not '8'"),
        ({"messages": "Hello"}, r"expects a list for messages, got str; pass messages=\["),
        ({"messages": {"role": "user", "content": "Hello"}}, r"expects a list for messages, got dict"),
        ({"messages": None}, r"expects a list for messages, got NoneType"),
        ({"messages": ["Hello"]}, r"expects dicts or models in messages, got str: 'Hello'"),
        ({"tools": weather}, r"run\(\) expects a list for tools, got one tool; pass tools=\[weather\]"),
        ({"tools": print}, r"pass tools=\[print\]"),
        ({"tools": weather.to_dict()}, "got one tool"),
        ({"tools": "weather"}, r"run\(\) expects a list for tools, got str"),
        ({"modle": "a/b"}, "modle"),
    ],
)
def test_an_invalid_argument_is_rejected_before_anything_is_sent(arguments, problem):
    with Script([]).client() as client, pytest.raises(InvalidArgumentError, match=problem):
        client.chat.run(**{"model": "a/b", "messages": [user("Hello")], **arguments})


def test_max_steps_needs_a_positive_number():
    with pytest.raises(InvalidArgumentError, match="max_steps must be a positive number of turns, not 0"):
        max_steps(0)


def test_the_error_of_a_call_has_the_run_so_far(caller):
    script = Script([tool_call("weather", {"city": "Rome"}), 502, "Warm."])
    with pytest.raises(BadGatewayResponseError) as caught:
        caller.run(script, tools=[weather])
    run = caught.value.run
    assert (run.stopped_by, len(run.turns)) == ("error", 1)
    resumed = caller.call(script, "resume", run, tools=[weather])
    assert (resumed.text, len(resumed.turns), resumed.id) == ("Warm.", 2, run.id)


# ------------------------------------------------------------------------------------------------- hooks


def test_hooks_run_before_and_after_each_turn_and_tool(caller):
    seen = []
    hooks = RunHooks(
        before_turn=lambda progress: seen.append(("before turn", progress.steps)),
        after_turn=lambda turn: seen.append(("after turn", turn.number)),
        before_tool=lambda event: seen.append(("before tool", event.arguments)),
        after_tool=lambda event: seen.append(("after tool", event.output)),
    )
    caller.run(Script([tool_call("weather", {"city": "Rome"}), "Done"]), tools=[weather], hooks=hooks)
    assert seen == [
        ("before turn", 0),
        ("before tool", {"city": "Rome"}),
        ("after tool", "sunny in Rome"),
        ("after turn", 1),
        ("before turn", 1),
        ("after turn", 2),
    ]


def test_async_hooks_run_in_async_clients_only():
    async def replace(event):
        return {"replaced": event.tool_call.name}

    hooks = RunHooks(before_tool=replace)

    async def main():
        async with Script([tool_call("weather", {"city": "Rome"}), "Done"]).async_client() as client:
            run = await client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather], hooks=hooks)
            assert json.loads(run.turns[0].outputs[0].output) == {"replaced": "weather"}

    anyio.run(main)
    with Script([]).client() as client, pytest.raises(ConfigurationError, match="the hook before_tool is async"):
        client.chat.run(model="a/b", messages=[user("Hello")], tools=[weather], hooks=hooks)


def test_a_hook_may_replace_the_parameters_of_a_turn():
    def shorten(progress: RunProgress):
        return {"model": "a/large", "messages": progress.messages[-1:]} if progress.steps else None

    script = Script([tool_call("weather", {"city": "Rome"}), "Done"])
    with script.client() as client:
        run = client.chat.run(
            model="a/b", messages=[user("Hello")], tools=[weather], hooks=RunHooks(before_turn=shorten)
        )
    assert [request.model for request in script.requests] == ["a/b", "a/large"]
    assert len(script.requests[1].json["messages"]) == 1
    assert len(run.messages) == 4


def test_an_exception_of_a_hook_ends_the_run(caller):
    def fail(event):
        raise KeyError("stop")

    with pytest.raises(KeyError, match="stop"):
        caller.run(Script([tool_call("weather", {"city": "Rome"})]), tools=[weather], hooks=RunHooks(after_tool=fail))
