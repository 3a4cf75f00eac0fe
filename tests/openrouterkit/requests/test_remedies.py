"""Classes and functions in place of schemas and tools: the errors say what to write instead."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import msgspec
import pydantic
import pytest
from typing_extensions import TypedDict

from openrouterkit import AsyncOpenRouter, ConfigurationError, OpenRouter, function_tool, json_schema, user
from openrouterkit_api import operations


class City(pydantic.BaseModel):
    """A pydantic model."""

    name: str


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


FORMATS = {
    City: 'json_schema("city", City.model_json_schema())',
    WeatherReport: 'json_schema("weather_report", pydantic.TypeAdapter(WeatherReport).json_schema())',
    Place: 'json_schema("place", pydantic.TypeAdapter(Place).json_schema())',
    Event: """json_schema("event", msgspec.json.schema_components([Event])[1]['Event'])""",
    list[int]: 'json_schema("answer", pydantic.TypeAdapter(list[int]).json_schema())',
}
TOOL = (
    'function_tool("get_weather", "What it does.", '
    '{"type": "object", "properties": {"city": {"type": "..."}, "unit": {"type": "..."}}})'
)


@pytest.mark.parametrize(("kind", "remedy"), FORMATS.items(), ids=lambda value: f"{value!r:.30}")
def test_a_class_as_response_format_is_rejected_before_the_request(kind: Any, remedy: str) -> None:
    message = rf"^chat\.\w+\(\): response_format: .* not JSON serializable; write response_format={re.escape(remedy)}$"
    with OpenRouter(base_url="http://127.0.0.1:9") as client:
        for method in (client.chat.send, client.chat.stream, AsyncOpenRouter().chat.stream):
            with pytest.raises(ConfigurationError, match=message):
                method(messages=[user("Hello")], response_format=kind)


@pytest.mark.parametrize(("kind", "remedy"), FORMATS.items(), ids=lambda value: f"{value!r:.30}")
def test_a_class_as_schema_is_rejected_and_the_remedy_can_be_run(kind: Any, remedy: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^json_schema\(\) requires a JSON Schema, not the class ") as caught:
        json_schema("city", kind)
    written = str(caught.value).partition("; write ")[2]
    assert written.partition(", ")[2] == remedy.partition(", ")[2]
    names = {"json_schema": json_schema, "pydantic": pydantic, "msgspec": msgspec, "list": list}
    names.setdefault(kind.__name__, kind)
    built = eval(written, names)
    assert built.to_dict()["json_schema"]["schema"]["type"] in ("object", "array")
    assert built.to_dict()["json_schema"]["name"] == "city"


def test_a_function_as_tool_is_rejected_with_the_tool_to_write() -> None:
    with pytest.raises(ConfigurationError) as caught:
        function_tool(get_weather)  # type: ignore[arg-type]  # invalid on purpose
    assert str(caught.value) == (
        f"function_tool() requires a name as its first argument, not the function get_weather; write {TOOL}"
    )
    with OpenRouter() as client, pytest.raises(ConfigurationError) as caught:
        client.chat.send(messages=[user("Hello")], tools=[get_weather])  # type: ignore[list-item]  # invalid on purpose
    assert str(caught.value) == f"chat.send(): tools[0]: function is not JSON serializable; write {TOOL}"
    assert eval(TOOL, {"function_tool": function_tool}).function.name == "get_weather"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: function_tool(City),
            'not the class City; write function_tool("city", "...", City.model_json_s',
        ),
        (lambda: function_tool(len), 'not the function len; write function_tool("len", "What it does.", {'),
        (lambda: function_tool({"name": "a"}), "requires a name as its first argument, not dict; write"),
        (lambda: function_tool("a", "b", City), "not the class City; write parameters=City.model_json_schema()"),
        (lambda: function_tool("a", "b", get_weather), "requires a JSON Schema, not function; pass a dict, such as"),
        (lambda: json_schema(City, {}), "not the class City; write json_schema("),
        (lambda: json_schema("a", '{"type": "object"}'), "requires a JSON Schema, not str; pass json.loads(schema)"),
        (lambda: json_schema("a", None), "requires a JSON Schema, not NoneType; pass a dict"),
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
