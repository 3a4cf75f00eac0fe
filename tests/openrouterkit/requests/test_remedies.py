"""Classes and functions in place of schemas and tools: the errors say what to write instead."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, Generic, TypeVar

import msgspec
import pydantic
import pytest
from typing_extensions import TypedDict

from openrouterkit import AsyncOpenRouter, ConfigurationError, OpenRouter, function_tool, json_schema, schema_of, user
from openrouterkit.mistral import Mistral
from openrouterkit.testing import Script, tool_call
from openrouterkit_api import operations

T = TypeVar("T")


class City(pydantic.BaseModel):
    """A pydantic model."""

    name: str


class Box(pydantic.BaseModel, Generic[T]):
    """A generic model."""

    content: T


class WeatherReport(TypedDict):
    """A typed dict."""

    degrees: float


@dataclasses.dataclass
class Place:
    """A dataclass."""

    name: str


class Event(msgspec.Struct):
    """A struct."""

    name: str


def get_weather(city: str, unit: str = "celsius") -> str:
    """Return the weather."""
    return city + unit


NAMES = {
    City: "city",
    WeatherReport: "weather_report",
    Place: "place",
    Event: "event",
    Box[Place]: "box_place",
}


@pytest.mark.parametrize(("kind", "name"), NAMES.items(), ids=lambda value: f"{value!r:.30}")
def test_a_class_as_response_format_is_sent_as_its_strict_schema(kind: Any, name: str) -> None:
    for service in (OpenRouter, Mistral):
        with (script := Script(["{}", ["{}"]])).client(service) as client:
            client.chat.send(model="a/b", messages=[user("Hello")], response_format=kind)
            client.chat.stream(model="a/b", messages=[user("Hello")], response_format=kind).read_all()
        for request in script.requests:
            assert request.json["response_format"] == {
                "type": "json_schema",
                "json_schema": {"name": name, "schema": schema_of(kind, strict=True), "strict": True},
            }


def test_a_schema_may_be_a_class_with_another_name_and_without_strict_mode() -> None:
    named = json_schema("town", City, description="A town").to_dict()["json_schema"]
    assert named == {
        "name": "town",
        "description": "A town",
        "schema": schema_of(City, strict=True),
        "strict": True,
    }
    assert json_schema(City, strict=False).to_dict()["json_schema"]["schema"] == schema_of(City)
    assert json_schema(City, strict=None).to_dict()["json_schema"]["strict"] is None


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (list[int], "/: strict mode requires an object at the root"),
        (dict[str, City], "/: strict mode does not support objects with any members"),
        (type("Odd", (), {}), "the type Odd has no JSON Schema"),
    ],
)
def test_a_type_that_cannot_be_a_response_format_is_rejected_before_the_request(kind: Any, message: str) -> None:
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        for method in (client.chat.send, client.chat.stream, AsyncOpenRouter().chat.stream):
            with pytest.raises(ConfigurationError, match=rf"^chat\.\w+\(\): response_format: {message}"):
                method(messages=[user("Hello")], response_format=kind)


def test_a_type_in_a_whole_body_is_rejected_with_what_to_write() -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError) as caught:
        client.chat.send(messages=[user("Hello")], extra_body={"response_format": City})
    assert str(caught.value) == (
        "chat.send(): response_format: the class City is not JSON serializable; write json_schema(City)"
    )


def test_a_function_in_tools_is_rejected_with_the_tool_to_write() -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError) as caught:
        client.chat.send(messages=[user("Hello")], tools=[get_weather])  # type: ignore[list-item]  # invalid on purpose
    assert str(caught.value) == (
        "chat.send(): tools[0]: function is not JSON serializable; write function_tool(get_weather)"
    )
    with OpenRouter() as client, pytest.raises(ConfigurationError) as caught:
        client.chat.send(messages=[user("Hello")], tools=[City])  # type: ignore[list-item]  # invalid on purpose
    assert str(caught.value).endswith('; write function_tool("city", "...", City)')


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: function_tool(City), 'not the class City; write function_tool("city", "...", City)'),
        (lambda: function_tool({"name": "a"}), "requires a function or a name as its first argument, not dict; write"),
        (lambda: function_tool("a", "b", get_weather), "requires a JSON Schema, not function; pass a class, or a dict"),
        (lambda: json_schema(City, {}), "not the class City; write json_schema("),
        (lambda: json_schema(get_weather), "not the function get_weather; write json_schema("),
        (lambda: json_schema("a", '{"type": "object"}'), "requires a JSON Schema, not str; pass json.loads(schema)"),
        (lambda: json_schema("a", None), "requires a JSON Schema, not NoneType; pass a class, or a dict"),
    ],
)
def test_constructors_reject_what_is_neither_a_name_nor_a_schema(make: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(message)) as caught:
        make()
    assert isinstance(caught.value, TypeError)


def test_a_class_elsewhere_in_a_request_is_rejected_with_its_place() -> None:
    with OpenRouter() as client, pytest.raises(ConfigurationError) as caught:
        client.chat.send(messages=[user("Hello")], extra_body={"a": [City]})
    assert str(caught.value) == (
        "chat.send(): a[0]: the class City is not JSON serializable; pass an instance, "
        "or City.model_json_schema() for its JSON Schema"
    )
    with pytest.raises(TypeError, match=r"^chat\.send\(\): response_format: the class City is not JSON serializable"):
        operations.chat.send(messages=[], response_format=City)  # type: ignore[arg-type]  # invalid on purpose


def test_an_error_raised_by_an_argument_is_the_cause() -> None:
    class Broken:
        def to_dict(self) -> Any:
            raise ValueError("no data yet")

    with OpenRouter() as client, pytest.raises(ConfigurationError, match="no data yet") as caught:
        client.chat.send(messages=[user("Hello")], extra_body={"a": Broken()})
    assert isinstance(caught.value.__cause__, ValueError)


@pytest.mark.parametrize("kind", [OpenRouter, Mistral])
@pytest.mark.parametrize("method", ["send", "stream", "run"])
@pytest.mark.parametrize(
    ("tool", "form", "member"),
    [
        ({"name": "price", "input_schema": {"type": "object"}}, "the Messages API of Anthropic", "input_schema"),
        ({"type": "custom", "name": "price", "input_schema": {}}, "the Messages API of Anthropic", "input_schema"),
        ({"type": "function", "name": "price", "parameters": {}}, "the Responses API", "parameters"),
    ],
)
def test_a_tool_in_the_form_of_another_api_is_rejected_with_what_to_write(
    kind: Any, method: str, tool: dict[str, Any], form: str, member: str
) -> None:
    remedy = f'tools[1]: this is a tool for {form}; write function_tool("price", tool.get("description", ""), '
    tools = [{"type": "function", "function": {"name": "a"}}, tool]
    with Script([]).client(kind) as client, pytest.raises(ConfigurationError, match=re.escape(remedy)) as caught:
        getattr(client.chat, method)(model="a/b", messages=[user("Hi")], tools=tools)
    assert f'tool["{member}"]' in str(caught.value)


def test_server_tools_of_any_form_are_sent_unchanged() -> None:
    tools: list[Any] = [{"type": "openrouter:search", "name": "x", "input_schema": {}}, {"type": "new", "name": "x"}]
    script = Script(["Hello"])
    with script.client() as client:
        client.chat.send(model="a/b", messages=[user("Hi")], tools=tools)
    assert script.requests[0].json["tools"] == tools


def test_an_attribute_of_a_member_is_named_where_it_is_missed() -> None:
    with Script([tool_call("f", {})]).client() as client:
        result = client.chat.send(model="a/b", messages=[user("Hi")])
    assert result.tool_calls[0].name == "f"
    calls: Any = result.choices[0].message.tool_calls
    with pytest.raises(AttributeError, match=r"no attribute 'name'; write \.function\.name$"):
        calls[0].name  # noqa: B018 - it raises
