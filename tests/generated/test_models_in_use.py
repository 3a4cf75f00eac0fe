"""Models in programs: unpacked like mappings, as JSON text, in FastAPI and pydantic, with invalid arguments."""

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
from openrouterkit_runtime import to_plain

MESSAGE = ChatUserMessage(content="a")

DATA: dict[str, Any] = {
    "id": "gen-1",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}],
    "created": 1,
    "model": "m",
    "object": "chat.completion",
    "new_member": {"a": 1},
}


def test_a_model_has_keys_but_no_other_methods_of_a_mapping() -> None:
    result = ChatResult.from_dict(DATA)
    assert list(result) == list(result.keys()) == list(DATA)
    assert dict(result)["new_member"] == {"a": 1}
    assert dict(result)["choices"] == result.choices
    assert {**result}["id"] == "gen-1"
    for name in ("items", "values", "get"):
        assert not hasattr(result, name)


def test_an_empty_model_is_true() -> None:
    assert ChatResult.from_dict({})


def test_to_json_returns_str_and_to_json_bytes_returns_utf_8() -> None:
    message = ChatUserMessage(content="\u00fc")
    assert message.to_json() == '{"role":"user","content":"\u00fc"}'
    assert message.to_json_bytes() == message.to_json().encode()
    assert json.loads(json.dumps(message.to_dict())) == {"role": "user", "content": "\u00fc"}


def test_json_dumps_writes_models_with_to_plain_as_default() -> None:
    messages = [ChatUserMessage(content="a"), {"role": "user", "content": "b"}]
    assert json.loads(json.dumps(messages, default=to_plain)) == to_plain(messages)


def test_dicts_in_an_argument_are_decoded_as_models() -> None:
    assert ChatUserMessage(content=[{"type": "text", "text": "a"}]).content[0].text == "a"
    assert json.loads(json.dumps([ChatUserMessage(content="a").to_dict()])) == [{"role": "user", "content": "a"}]


def test_a_list_attribute_returns_the_same_list_and_keeps_changes() -> None:
    result = ChatResult.from_dict(DATA)
    assert result.choices is result.choices
    result.choices.append(result.choices[0])
    assert len(result.to_dict()["choices"]) == 2
    result.choices.append({"index": 2})  # type: ignore[arg-type]  # a dict is decoded when it is read
    assert result.choices[2].index == 2


def test_a_typed_dict_has_its_keys_at_run_time() -> None:
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
    def bare():  # type: ignore[no-untyped-def]  # the endpoint has no annotations on purpose
        return ChatResult.from_dict(DATA)

    @app.post("/echo")
    def echo(message: Annotated[ChatUserMessage, fastapi.Body()]) -> ChatUserMessage:
        return message

    return app


def send_request(app: fastapi.FastAPI, method: str, path: str, **options: Any) -> httpx.Response:
    async def exchange() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app") as client:
            return await client.request(method, path, **options)

    return anyio.run(exchange)


@pytest.mark.parametrize("path", ["/annotated", "/bare"])
def test_a_fastapi_endpoint_may_return_a_model(app: fastapi.FastAPI, path: str) -> None:
    assert send_request(app, "GET", path).json() == DATA


def test_a_fastapi_endpoint_accepts_a_model(app: fastapi.FastAPI) -> None:
    assert send_request(app, "POST", "/echo", json={"role": "user", "content": "hi", "x": 1}).json()["x"] == 1
    assert send_request(app, "POST", "/echo", json=[1]).status_code == 422
    assert send_request(app, "GET", "/openapi.json").status_code == 200


def test_a_pydantic_model_may_have_models_as_fields() -> None:
    class Turn(pydantic.BaseModel):
        message: ChatUserMessage

    turn = Turn(message={"role": "user", "content": "hi"})  # type: ignore[arg-type]  # pydantic decodes it
    assert isinstance(turn.message, ChatUserMessage)
    assert turn.model_dump() == {"message": {"role": "user", "content": "hi"}}
    assert Turn.model_validate_json(turn.model_dump_json()) == turn
    with pytest.raises(pydantic.ValidationError, match="cannot decode ChatUserMessage: expected a JSON object"):
        Turn(message=5)  # type: ignore[arg-type]  # an invalid argument


def test_an_attribute_has_the_description_as_docstring() -> None:
    assert ChatResult.created.__doc__ == "When the completion was created, as a Unix time in seconds."


def test_a_date_accessed_by_key_is_the_string_received() -> None:
    text = "2027-12-31T23:59:59.123Z"
    request = CreateKeysRequest.from_dict({"name": "x", "expires_at": text})
    assert request.expires_at is not None
    assert (request.expires_at.year, request["expires_at"], dict(request)["expires_at"]) == (2027, text, text)
    assert CreateKeysRequest(**request).to_dict() == {"name": "x", "expires_at": text}
    body = operations.api_keys.create(name="y", extra_body=request).body
    assert body == {"name": "x", "expires_at": text}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ProviderPreferences(order="openai"), "expects a list for order, got str; pass order=[...]"),
        (lambda: ProviderPreferences(order=MESSAGE), "expects a list for order, got ChatUserMessage; pass order"),
        (lambda: ChatUserMessage(content="a", name=MESSAGE), "does not accept an object for name, got ChatUserMessage"),
        (
            lambda: ChatRequest(messages=[MESSAGE], stop=MESSAGE),
            "does not accept an object for stop, got ChatUserMessage",
        ),
        (lambda: ChatRequest(messages=MESSAGE), "expects a list for messages, got ChatUserMessage"),
    ],
)
def test_constructors_reject_models_and_strings_of_the_wrong_kind(make: Any, message: str) -> None:
    with pytest.raises(TypeError, match=re.escape(message)):
        make()


def test_constructors_accept_models_for_any_object() -> None:
    request = ChatRequest(messages=[MESSAGE], metadata=MESSAGE, provider=ProviderPreferences(order=["a"]))
    assert request.to_dict()["metadata"] == {"role": "user", "content": "a"}
    assert ChatRequest(messages=[MESSAGE], response_format=MESSAGE).to_dict()["response_format"]["role"] == "user"
