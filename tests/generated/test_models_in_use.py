"""Models as people use them: as mappings of their members, as text, in FastAPI and pydantic."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

import anyio
import fastapi
import httpx
import pydantic
import pytest

from openrouterkit_api import operations
from openrouterkit_api.models import (
    ChatMessages,
    ChatRequest,
    ChatResult,
    ChatUserMessage,
    ChatUserMessageDict,
    CreateKeysRequest,
    ProviderPreferences,
)

MESSAGE = ChatUserMessage(content="a")

DATA: dict[str, Any] = {
    "id": "gen-1",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}],
    "created": 1,
    "model": "m",
    "object": "chat.completion",
    "new_member": {"a": 1},
}


def test_a_model_gives_its_keys_and_no_more_of_a_mapping() -> None:
    result = ChatResult.from_dict(DATA)
    assert list(result) == list(result.keys()) == list(DATA)
    assert dict(result)["new_member"] == {"a": 1}
    assert dict(result)["choices"] == result.choices
    assert {**result}["id"] == "gen-1"
    for name in ("items", "values", "get"):
        assert not hasattr(result, name)


def test_an_empty_model_is_true() -> None:
    assert ChatResult.from_dict({})


def test_its_text_is_str_and_its_bytes_are_utf_8() -> None:
    message = ChatUserMessage(content="\u00fc")
    assert message.to_json() == '{"role":"user","content":"\u00fc"}'
    assert message.to_json_bytes() == message.to_json().encode()
    assert json.loads(json.dumps(message.to_dict())) == {"role": "user", "content": "\u00fc"}


def test_a_model_among_the_values_of_another_stays_a_model() -> None:
    assert ChatUserMessage(content=[{"type": "text", "text": "a"}]).content[0].text == "a"
    assert json.loads(json.dumps([ChatUserMessage(content="a").to_dict()])) == [{"role": "user", "content": "a"}]


def test_a_decoded_list_is_the_same_one_at_each_access_and_changes_to_it_stay() -> None:
    result = ChatResult.from_dict(DATA)
    assert result.choices is result.choices
    result.choices.append(result.choices[0])
    assert len(result.to_dict()["choices"]) == 2
    result.choices.append({"index": 2})  # type: ignore[arg-type]  # a dict becomes a model when it is looked at
    assert result.choices[2].index == 2


def test_a_typed_dict_is_there_at_run_time_with_its_keys() -> None:
    assert set(ChatUserMessageDict.__annotations__) == {"role", "content", "name"}
    assert ChatUserMessageDict.__required_keys__ == {"role", "content"}
    assert "ChatUserMessage" in str(ChatMessages)


@pytest.fixture
def app() -> fastapi.FastAPI:
    app = fastapi.FastAPI()

    @app.get("/annotated")
    def annotated() -> ChatResult:
        return ChatResult.from_dict(DATA)

    @app.get("/bare", response_model=None)
    def bare():  # type: ignore[no-untyped-def]  # as people write it
        return ChatResult.from_dict(DATA)

    @app.post("/echo")
    def echo(message: Annotated[ChatUserMessage, fastapi.Body()]) -> ChatUserMessage:
        return message

    return app


def ask(app: fastapi.FastAPI, method: str, path: str, **options: Any) -> httpx.Response:
    async def exchange() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app") as client:
            return await client.request(method, path, **options)

    return anyio.run(exchange)


@pytest.mark.parametrize("path", ["/annotated", "/bare"])
def test_a_fastapi_endpoint_returns_a_model_as_its_json(app: fastapi.FastAPI, path: str) -> None:
    assert ask(app, "GET", path).json() == DATA


def test_a_fastapi_endpoint_takes_a_model(app: fastapi.FastAPI) -> None:
    assert ask(app, "POST", "/echo", json={"role": "user", "content": "hi", "x": 1}).json()["x"] == 1
    assert ask(app, "POST", "/echo", json=[1]).status_code == 422
    assert ask(app, "GET", "/openapi.json").status_code == 200


def test_a_pydantic_model_has_models_as_fields() -> None:
    class Turn(pydantic.BaseModel):
        message: ChatUserMessage

    turn = Turn(message={"role": "user", "content": "hi"})  # type: ignore[arg-type]  # pydantic makes the model of it
    assert isinstance(turn.message, ChatUserMessage)
    assert turn.model_dump() == {"message": {"role": "user", "content": "hi"}}
    assert Turn.model_validate_json(turn.model_dump_json()) == turn
    with pytest.raises(pydantic.ValidationError, match="decoded from a JSON object"):
        Turn(message=5)  # type: ignore[arg-type]  # what the test is about


def test_a_description_shows_in_the_docstring_of_the_attribute() -> None:
    assert ChatResult.created.__doc__ == "When the completion was made, in Unix seconds."


def test_a_date_by_its_key_is_the_text_that_was_received() -> None:
    text = "2027-12-31T23:59:59.123Z"
    request = CreateKeysRequest.from_dict({"name": "x", "expires_at": text})
    assert request.expires_at is not None
    assert (request.expires_at.year, request["expires_at"], dict(request)["expires_at"]) == (2027, text, text)
    assert CreateKeysRequest(**request).to_dict() == {"name": "x", "expires_at": text}
    sent = operations.api_keys.create(name="y", extra_body=request).body
    assert sent == {"name": "x", "expires_at": text}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: ProviderPreferences(order="openai"), "takes order as a list, order=[...], not str"),
        (lambda: ProviderPreferences(order=MESSAGE), "takes order as a list, order=[...], not ChatUserMessage"),
        (lambda: ChatUserMessage(content="a", name=MESSAGE), "takes no object for name, but got ChatUserMessage"),
        (lambda: ChatRequest(messages=[MESSAGE], stop=MESSAGE), "takes no object for stop, but got ChatUserMessage"),
        (lambda: ChatRequest(messages=MESSAGE), "takes messages as a list, messages=[...], not ChatUserMessage"),
    ],
)
def test_a_model_or_a_text_given_for_a_list_or_a_text_is_refused(make: Any, said: str) -> None:
    with pytest.raises(TypeError, match=re.escape(said)):
        make()


def test_a_model_is_taken_wherever_an_object_may_be() -> None:
    request = ChatRequest(messages=[MESSAGE], metadata=MESSAGE, provider=ProviderPreferences(order=["a"]))
    assert request.to_dict()["metadata"] == {"role": "user", "content": "a"}
    assert ChatRequest(messages=[MESSAGE], response_format=MESSAGE).to_dict()["response_format"]["role"] == "user"
