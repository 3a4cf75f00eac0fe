"""Calls as parts of flows: `client.build_flow`, `client.build_stream`, and those of chat namespaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

import anyio
import pytest

from openrouterkit import InternalServerResponseError, OpenRouter, errors, user
from openrouterkit.chats import AsyncChatMethods, ChatMethods
from openrouterkit.flow import Flow, Gather, do
from openrouterkit.middleware import StreamEnd
from openrouterkit.mistral import AsyncMistral, Mistral
from openrouterkit.services import AsyncOpenAICompatible, OpenAICompatible
from openrouterkit.testing import Script, Step, error, pause, stream
from openrouterkit_api import operations


class Answer(TypedDict):
    yes: bool


WORLDS = ["sync", "asyncio", "trio"]
HELLO = [user("Hello")]

Write = Callable[[Any], Flow[Any]]


def run_flow(world: str, steps: list[Step], write: Write, **options: Any) -> Any:
    """Return the result of the flow that `write` returns for the chat of a client."""
    script = Script(steps)
    if world == "sync":
        client = script.client(**options)
        return client.run(write(client.chat))

    async def run() -> Any:
        async with script.async_client(**options) as client:
            return await client.run(write(client.chat))

    return anyio.run(run, backend=world)


@pytest.mark.parametrize("world", WORLDS)
def test_a_flow_makes_calls_one_after_the_other_and_together(world: str) -> None:
    def write(chat: Any) -> Flow[list[str]]:
        first = yield from chat.build_flow(model="a/b", messages=HELLO)
        flows = [chat.build_flow(model="a/b", messages=[user(first.text)]) for _ in range(2)]
        others = yield from do(Gather(flows))
        return [first.text, *(each.text for each in others)]

    assert run_flow(world, ["one", "two", "two"], write) == ["one", "two", "two"]


@pytest.mark.parametrize("world", WORLDS)
def test_a_flow_reads_a_stream_to_its_end(world: str) -> None:
    def write(chat: Any) -> Flow[Any]:
        stream = chat.build_stream(model="a/b", messages=HELLO)
        texts = []
        while (chunk := (yield from stream.next())) is not None:
            texts.append(chunk.text)
        assert (yield from stream.next()) is None
        yield from stream.close()
        return texts, stream.result().text, stream.text, stream.usage.total_tokens, stream.response.status

    texts, *rest = run_flow(world, [["Par", "is"]], write)
    assert texts[:2] == ["Par", "is"]
    assert rest == ["Paris", "Paris", 2, 200]


@pytest.mark.parametrize("world", WORLDS)
def test_a_stream_that_a_flow_closes_early_has_a_partial_result(world: str) -> None:
    def write(chat: Any) -> Flow[Any]:
        stream = yield from chat.build_stream(model="a/b", messages=HELLO).open()
        first = yield from stream.next()
        yield from stream.close()
        yield from stream.close()
        with pytest.raises(errors.IncompleteStreamError):
            yield from stream.next()
        with pytest.raises(errors.IncompleteStreamError):
            stream.result()
        return first.text, stream.partial.text

    assert run_flow(world, [stream("Par", pause(30), "is")], write) == ("Par", "Par")


@pytest.mark.parametrize("world", WORLDS)
def test_an_error_is_raised_in_the_flow_with_its_attempts(world: str) -> None:
    def write(chat: Any) -> Flow[Any]:
        with pytest.raises(InternalServerResponseError) as caught:
            yield from chat.build_flow(model="a/b", messages=HELLO)
        stream = chat.build_stream(model="a/b", messages=HELLO)
        yield from stream.next()
        with pytest.raises(InternalServerResponseError):
            yield from stream.next()
        return len(caught.value.attempts)

    assert run_flow(world, [500, stream("Par", error(500))], write, retries=0) == 1


def test_observers_of_middleware_see_the_stream_of_a_flow() -> None:
    seen: list[Any] = []

    def watch(request: Any, call_next: Any) -> Flow[Any]:
        response = yield from call_next(request)
        return response.observed(on_item=lambda item: seen.append(item.text), on_end=keep)

    def keep(end: StreamEnd) -> None:
        seen.append(end.kind)

    def write(chat: Any) -> Flow[Any]:
        stream = chat.build_stream(model="a/b", messages=HELLO)
        yield from stream.next()
        yield from stream.close()

    run_flow("sync", [["Par", "is"]], write, middleware=[watch])
    assert seen == ["Par", "closed"]


def test_an_exception_of_an_observer_ends_the_stream_and_reaches_the_flow() -> None:
    def fail(item: Any) -> None:
        raise ZeroDivisionError

    def watch(request: Any, call_next: Any) -> Flow[Any]:
        return (yield from call_next(request)).observed(on_item=fail)

    def write(chat: Any) -> Flow[Any]:
        stream = chat.build_stream(model="a/b", messages=HELLO)
        with pytest.raises(ZeroDivisionError):
            yield from stream.next()
        with pytest.raises(errors.IncompleteStreamError):
            yield from stream.next()

    run_flow("sync", [["Par", "is"]], write, middleware=[watch])


def test_a_client_builds_flows_of_any_operation_with_options() -> None:
    script = Script([503, {"data": {"count": 3}}])
    client = script.client()
    flow = client.build_flow(operations.models.count(), timeout=5)
    assert client.run(flow).data.count == 3

    script = Script([503])
    client = script.client()
    with pytest.raises(errors.ServiceUnavailableResponseError):
        client.run(client.chat.build_flow(model="a/b", messages=HELLO, options=_no_retries(), timeout=3))


def _no_retries() -> Any:
    from openrouterkit import RequestOptions

    return RequestOptions(retries=0)


def test_an_operation_without_a_stream_is_rejected_at_once() -> None:
    client: Any = OpenRouter(api_key="k")
    with pytest.raises(errors.ConfigurationError, match=r"models\.count has no event stream"):
        client.build_stream(operations.models.count())


def test_an_invalid_argument_is_rejected_before_the_flow_runs() -> None:
    chat = OpenRouter(api_key="k").chat
    with pytest.raises(errors.InvalidArgumentError, match="unexpected keyword argument 'modle'"):
        chat.build_flow(modle="a/b", messages=HELLO)
    with pytest.raises(errors.InvalidArgumentError, match="expects a list for messages"):
        chat.build_stream(model="a/b", messages="Hello")


def test_types_are_converted_as_by_send() -> None:
    script = Script(["[]"])
    client = script.client()
    client.run(client.chat.build_flow(model="a/b", messages=HELLO, response_format=Answer))
    assert script.requests[0].json["response_format"]["type"] == "json_schema"


def test_a_namespace_without_an_operation_says_what_to_set() -> None:
    class Acme(ChatMethods):
        _sender = OpenRouter(api_key="k")

    with pytest.raises(errors.ConfigurationError, match=r"set Acme\.send_operation to a function"):
        Acme().build_flow(messages=HELLO)


def test_the_chats_of_all_services_have_the_methods() -> None:
    script = Script([], default="Hi")
    for kind in (OpenRouter, Mistral, lambda **options: OpenAICompatible(base_url="http://x.test/v1", **options)):
        client: Any = script.client(kind)
        assert isinstance(client.chat, ChatMethods)
        result = client.run(client.chat.build_flow(model="a", messages=HELLO))
        assert type(result) is type(client.chat.send(model="a", messages=HELLO))
        assert result.text == "Hi"
    for kind in (AsyncMistral, lambda **options: AsyncOpenAICompatible(base_url="http://x.test/v1", **options)):
        client = script.async_client(kind)
        assert isinstance(client.chat, AsyncChatMethods)


def test_namespaces_of_an_attached_package_build_flows_too() -> None:
    import openrouterkit_api as api

    class Chat(ChatMethods, api.namespaces.chat.Chat):  # type: ignore[misc, type-arg]  # a namespace of its own
        send_operation = api.operations.chat.send

    client = Script(["Hi"]).client()
    attached: Any = client.attach(api.Groups)
    assert client.run(Chat(attached).build_flow(model="a/b", messages=HELLO)).text == "Hi"
