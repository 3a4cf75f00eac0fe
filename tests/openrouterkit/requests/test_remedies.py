"""Classes and functions in place of schemas and tools: the errors say what to write instead."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, Generic, Literal, TypeVar

import msgspec
import pydantic
import pytest
from typing_extensions import TypedDict

from openrouterkit import AsyncOpenRouter, ConfigurationError, OpenRouter, function_tool, json_schema, user
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


FORMATS = {
    City: 'json_schema("city", City.model_json_schema())',
    WeatherReport: 'json_schema("weather_report", pydantic.TypeAdapter(WeatherReport).json_schema())',
    Place: 'json_schema("place", pydantic.TypeAdapter(Place).json_schema())',
    Event: """json_schema("event", msgspec.json.schema_components([Event])[1]['Event'])""",
    list[int]: 'json_schema("answer", pydantic.TypeAdapter(list[int]).json_schema())',
    list[City]: 'json_schema("answer", pydantic.TypeAdapter(list[City]).json_schema())',
    dict[str, City | None]: 'json_schema("answer", pydantic.TypeAdapter(dict[str, City | None]).json_schema())',
    tuple[
        Literal["a.b"], ...
    ]: """json_schema("answer", pydantic.TypeAdapter(tuple[Literal['a.b'], ...]).json_schema())""",
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
    with pytest.raises(
        ConfigurationError, match=r"^json_schema\(\) requires a JSON Schema, not the (class|type) "
    ) as caught:
        json_schema("city", kind)
    written = str(caught.value).partition("; write ")[2]
    assert written.partition(", ")[2] == remedy.partition(", ")[2]
    names = {"json_schema": json_schema, "pydantic": pydantic, "msgspec": msgspec, "Literal": Literal, "City": City}
    if isinstance(kind, type):
        names[kind.__name__] = kind
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


@pytest.mark.parametrize("tool", [lambda city: city, list[City], City | None, Box[int]])
def test_the_tool_to_write_has_a_valid_name_whatever_is_passed(tool: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        function_tool(tool)
    written = str(caught.value).partition("; write ")[2]
    names = {"function_tool": function_tool, "pydantic": pydantic, "City": City, "Box": Box}
    assert eval(written, names).function.name in ("my_function", "box_int")


def test_a_union_is_described_as_a_type_without_the_names_of_modules() -> None:
    with pytest.raises(ConfigurationError, match=r"requires a JSON Schema, not the type City \| None; write"):
        json_schema("city", City | None)


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
