"""Functions as tools: the decorator, what the model sees, and calls with what it wrote."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import functools
import inspect
import pickle
import re
from copy import deepcopy
from typing import Annotated, Any, Literal

import msgspec
import pydantic
import pytest
from typing_extensions import TypedDict

from openrouterkit import AsyncOpenRouter, InvalidValueError, OpenRouter, function_tool, user
from openrouterkit.errors import ConfigurationError, InvalidArgumentError
from openrouterkit.mistral import Mistral
from openrouterkit.services import OpenAICompatible
from openrouterkit.testing import Script
from openrouterkit.tools import FunctionTool, RunnableTool, Tool, ToolContext, ToolError


@dataclasses.dataclass
class Place:
    """A place.

    Attributes:
        city: The English name.
    """

    city: str
    country: str = "FR"


class Period(pydantic.BaseModel):
    start: dt.date
    days: int = 1


@function_tool
def forecast(place: Place, period: Period, unit: Literal["c", "f"] = "c", *, sources: list[str] | None = None) -> str:
    """Return the forecast of a place.

    Use it for the next days only.

    Args:
        place: Where.
        period: When.
        unit: The unit of the temperature.
    """
    return f"{place.city} {period.start} {unit} {sources}"


@function_tool(name="clock-now", description="Return the time.", requires_approval=True, timeout=2.5, cache=True)
async def clock(zone: Annotated[str, "Like Europe/Berlin."] = "UTC") -> str:
    return zone


def test_the_model_sees_the_name_the_descriptions_and_the_types_of_a_function() -> None:
    assert forecast.to_dict() == {
        "type": "function",
        "function": {
            "name": "forecast",
            "description": "Return the forecast of a place.\n\nUse it for the next days only.",
            "parameters": {
                "type": "object",
                "properties": {
                    "place": {
                        "description": "Where.",
                        "title": "Place",
                        "type": "object",
                        "properties": {
                            "city": {"description": "The English name.", "type": "string"},
                            "country": {"type": "string", "default": "FR"},
                        },
                        "required": ["city"],
                    },
                    "period": {
                        "description": "When.",
                        "title": "Period",
                        "type": "object",
                        "properties": {
                            "start": {"format": "date", "type": "string"},
                            "days": {"default": 1, "type": "integer"},
                        },
                        "required": ["start"],
                    },
                    "unit": {
                        "description": "The unit of the temperature.",
                        "enum": ["c", "f"],
                        "type": "string",
                        "default": "c",
                    },
                    "sources": {
                        "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}],
                        "default": None,
                    },
                },
                "required": ["place", "period"],
                "additionalProperties": False,
            },
        },
    }


def test_the_settings_of_the_decorator_replace_what_the_function_says() -> None:
    assert clock.to_dict() == {
        "type": "function",
        "function": {
            "name": "clock-now",
            "description": "Return the time.",
            "parameters": {
                "type": "object",
                "properties": {
                    "zone": {"description": "Like Europe/Berlin.", "type": "string", "default": "UTC"},
                },
                "required": [],
                "additionalProperties": False,
            },
        },
        "cache_control": {"type": "ephemeral"},
    }
    assert (clock.name, clock.requires_approval, clock.timeout, clock.is_async) == ("clock-now", True, 2.5, True)
    assert (forecast.requires_approval, forecast.timeout, forecast.is_async) == (False, None, False)
    assert clock.description == "Return the time."
    assert clock.parameters["required"] == []


def test_the_decorated_function_is_still_called_as_the_function() -> None:
    period = Period(start=dt.date(2026, 1, 2))
    assert forecast(Place("Paris"), period, sources=["a"]) == "Paris 2026-01-02 c ['a']"
    assert asyncio.run(clock()) == "UTC"
    assert forecast.__name__ == "forecast"
    assert str(inspect.signature(forecast)) == str(inspect.signature(forecast.__wrapped__))
    assert inspect.getdoc(forecast).startswith("Return the forecast")  # type: ignore[union-attr]  # it has a docstring


def test_arguments_of_the_model_become_the_types_of_the_parameters() -> None:
    text = '{"place": {"city": "Paris"}, "period": {"start": "2026-01-02", "days": "3"}, "unit": null, "sources": null}'
    arguments = forecast.read_arguments(text)
    assert arguments == {
        "place": Place("Paris"),
        "period": Period(start=dt.date(2026, 1, 2), days=3),
        "unit": "c",
        "sources": None,
    }
    assert forecast.call(arguments) == "Paris 2026-01-02 c None"
    assert asyncio.run(clock.call(clock.read_arguments(""))) == "UTC"
    assert clock.read_arguments(None) == clock.read_arguments({}) == {"zone": "UTC"}


@pytest.mark.parametrize(
    ("text", "problems", "message"),
    [
        (
            '{"place": {"country": 3}, "unit": "k", "color": 1}',
            [("place",), ("period",), ("unit",), ("color",)],
            "the arguments of forecast do not fit: place: expected `str`, got `int` - ",
        ),
        ('{"place": ', [()], "the arguments of forecast cannot be read: invalid JSON: "),
        ("[1]", [()], "the arguments of forecast are no JSON object: expected an object, got list"),
    ],
)
def test_arguments_that_do_not_fit_are_rejected_with_all_their_problems(
    text: str, problems: list[Any], message: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        forecast.read_arguments(text)
    assert [path[:1] for path, _ in caught.value.problems] == problems
    assert str(caught.value).startswith(message.removesuffix("place: expected `str`, got `int` - "))


def test_an_unknown_argument_is_reported_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError, match=r"town: unknown argument; those of clock-now are: zone$"):
        clock.read_arguments({"town": "Rome"})


def test_strict_makes_every_parameter_required_and_an_absent_one_null() -> None:
    @function_tool(strict=True)
    def search(query: str, limit: int = 10) -> str:
        return f"{query} {limit}"

    definition = search.to_dict()["function"]
    assert definition["strict"] is True
    assert definition["parameters"]["required"] == ["query", "limit"]
    assert definition["parameters"]["properties"]["limit"] == {
        "description": "Null means the default: 10",
        "anyOf": [{"type": "integer"}, {"type": "null"}],
    }
    assert search.call(search.read_arguments('{"query": "a", "limit": null}')) == "a 10"


class Stations:
    def __init__(self, names: list[str]) -> None:
        self.names = names

    @function_tool
    def find(self, name: str, context: ToolContext[int] | None = None) -> str:
        """Find a station."""
        return f"{name} of {self.names}"

    @function_tool
    @staticmethod
    def count(number: int) -> int:
        return number + 1

    @function_tool
    @classmethod
    def kind(cls, number: int) -> str:
        return f"{cls.__name__} {number}"


class MoreStations(Stations):
    pass


def test_a_method_is_the_tool_of_its_instance() -> None:
    tool = Stations(["Rome"]).find
    assert isinstance(tool, FunctionTool)
    assert list(tool.parameters["properties"]) == ["name"]
    assert tool("Oslo") == tool.call(tool.read_arguments({"name": "Oslo"})) == "Oslo of ['Rome']"
    assert list(Stations.find.parameters["properties"]) == ["name"]
    assert Stations.count(1) == Stations([]).count.call({"number": 1}) == 2
    assert MoreStations.kind(2) == MoreStations([]).kind.call({"number": 2}) == "MoreStations 2"


def test_a_parameter_for_the_context_is_hidden_from_the_model() -> None:
    @function_tool
    def whoami(greeting: str, context: ToolContext[str]) -> str:
        return f"{greeting} {context.value} {context.turn}"

    assert list(whoami.parameters["properties"]) == ["greeting"]
    context = ToolContext("Ada", run_id="r1", turn=3)
    assert whoami.call(whoami.read_arguments({"greeting": "Hi"}), context) == "Hi Ada 3"
    assert whoami.call({"greeting": "Hi"}) == "Hi None 0"


def test_parameters_of_every_kind_are_passed_as_the_function_requires() -> None:
    @function_tool
    def mixed(first: Any, /, second: int, *, third: bool = False, **others: float) -> Any:
        return first, second, third, others

    assert mixed.parameters["properties"]["first"] == {}
    assert mixed.parameters["additionalProperties"] == {"type": "number"}
    arguments = mixed.read_arguments({"first": [1], "second": "2", "x": 1})
    assert mixed.call(arguments) == ([1], 2, False, {"x": 1.0})
    with pytest.raises(InvalidValueError, match="x: expected `float`, got `str`"):
        mixed.read_arguments({"first": 1, "second": 2, "x": "a"})


def test_parameters_that_are_passed_by_position_keep_their_order() -> None:
    @function_tool
    def last(number: int, context: ToolContext[str], /, unit: str = "c") -> Any:
        return number, context.value, unit

    @function_tool
    def between(one: int, context: ToolContext[str], two: int = 2, three: int = 3, /) -> Any:
        return one, context.value, two, three

    assert last.call(last.read_arguments({"number": 9}), ToolContext("Ada")) == (9, "Ada", "c")
    assert between.call(between.read_arguments({"one": 1}), ToolContext("Ada")) == (1, "Ada", 2, 3)
    assert between.call({"one": 1, "three": 4}, ToolContext("Ada")) == (1, "Ada", 2, 4)
    with pytest.raises(TypeError, match="positional"):
        last.call({})


def test_a_parameter_without_annotation_warns_at_the_line_of_the_function() -> None:
    def weather(city, days: int = 1, unit="c"):  # type: ignore[no-untyped-def]  # what is tested
        return city

    with pytest.warns(UserWarning, match="the tool weather has parameters without annotation: city, unit; ") as caught:
        tool = function_tool(weather)
    assert (caught[0].filename, caught[0].lineno) == (__file__, weather.__code__.co_firstlineno)
    assert str(caught[0].message).endswith("; write city: str or another type, or city: Any")
    assert tool.parameters["properties"]["city"] == {}

    with pytest.warns(UserWarning, match="the tool weather has parameters without annotation: unit; "):
        function_tool(functools.partial(weather, "Rome"))


class Node(msgspec.Struct):
    children: list[Node] = []


def test_definitions_of_classes_that_contain_themselves_are_at_the_root() -> None:
    @function_tool
    def walk(one: Node, two: Node) -> None: ...

    assert list(walk.parameters["$defs"]) == ["Node"]
    assert walk.parameters["properties"]["two"]["properties"]["children"]["items"] == {"$ref": "#/$defs/Node"}
    assert walk.call(walk.read_arguments('{"one": {}, "two": {"children": [{}]}}')) is None


def test_partial_functions_and_objects_that_can_be_called_are_tools() -> None:
    def power(base: int, exponent: int) -> int:
        """Raise a number."""
        return int(base**exponent)

    class Caller:
        """Call me."""

        async def __call__(self, number: int) -> int:
            return number

    square = function_tool(functools.partial(power, exponent=2))
    assert (square.name, square.description) == ("power", "Raise a number.")
    assert square.call(square.read_arguments({"base": 3})) == 9
    caller = function_tool(Caller())
    assert (caller.name, caller.is_async) == ("Caller", True)


def lookup(*names: str) -> None: ...


async def count() -> Any:
    yield 1


def unpacked(**options: Any) -> None: ...


def odd(place: Script) -> None: ...


def later(place: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821 - not defined on purpose


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (lookup, "the tool lookup has the parameter *names, but a model passes arguments by name"),
        (count, "the tool count is an async generator"),
        (odd, "the parameter place of the tool odd: the type Script has no JSON Schema: "),
        (later, "an annotation of the tool later cannot be resolved: name 'Missing' is not defined"),
        (lambda: None, "'<lambda>' is no name of a tool; pass name="),
        (Place, 'not the class Place; write function_tool("place", "...", Place)'),
        ({"name": "a"}, "requires a function or a name as its first argument, not dict"),
    ],
)
def test_what_cannot_be_a_tool_is_rejected_with_the_reason(function: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=re.escape(message)):
        function_tool(function)


def test_further_keyword_arguments_of_any_type_are_allowed() -> None:
    assert function_tool(unpacked).parameters["additionalProperties"] is True


def test_settings_of_functions_and_parameters_exclude_each_other() -> None:
    with pytest.raises(InvalidArgumentError, match="only for a function, and parameters only for a name"):
        function_tool("clock", timeout=3)  # type: ignore[call-overload]  # invalid on purpose
    with pytest.raises(InvalidArgumentError, match="only for a function, and parameters only for a name"):
        function_tool(lookup, "", {})  # type: ignore[call-overload]  # invalid on purpose


def test_without_the_extra_a_docstring_with_parameters_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def plain(one: int) -> None:
        """Do it."""

    def described(one: int) -> None:
        """Do it there.

        Args:
            one: A number.
        """

    monkeypatch.setitem(__import__("sys").modules, "docstring_parser", None)
    assert function_tool(plain).description == "Do it."
    with pytest.raises(ConfigurationError, match=re.escape("pip install 'openrouterkit[tools]'")):
        function_tool(described)


def test_tools_are_copied_and_pickled_as_functions_are() -> None:
    assert pickle.loads(pickle.dumps(forecast)) is forecast
    assert deepcopy([forecast]) == [forecast]


def test_every_client_sends_tools() -> None:
    for kind in (OpenRouter, Mistral, OpenAICompatible):
        script = Script(["Hello"])
        options = {"base_url": "http://local/v1"} if kind is OpenAICompatible else {}
        with script.client(kind, **options) as client:
            client.chat.send(model="a/b", messages=[user("Hi")], tools=[forecast, Tool("ask")])
        assert script.requests[0].json["tools"] == [forecast.to_dict(), Tool("ask").to_dict()]


def test_tools_and_functions_have_the_protocol_of_a_run() -> None:
    assert isinstance(forecast, RunnableTool)
    assert isinstance(Tool("ask"), RunnableTool)


class Question(TypedDict, total=False):
    text: str


def test_a_tool_of_a_schema_is_answered_by_hand_or_by_its_function() -> None:
    asked = Tool("ask", "Ask the user.", Place)
    assert asked.needs_answer
    assert asked.to_dict()["function"]["parameters"]["required"] == ["city"]
    assert asked.read_arguments('{"city": "Rome"}') == Place("Rome")
    with pytest.raises(
        InvalidValueError, match="the arguments of ask do not fit: object missing required field `city`"
    ):
        asked.read_arguments("{}")
    with pytest.raises(InvalidArgumentError, match="the tool ask has no function; pass the answer to the run"):
        asked.call(Place("Rome"))

    schema = {"type": "object", "properties": {"x": {"type": "integer"}}, "required": ["x"]}
    doubled = Tool("double", parameters=schema, answer=lambda x: x * 2, timeout=1)
    assert (doubled.needs_answer, doubled.is_async, doubled.timeout) == (False, False, 1)
    assert doubled.call(doubled.read_arguments('{"x": 2}')) == 4
    with pytest.raises(InvalidValueError, match="missing x"):
        doubled.read_arguments("{}")
    with pytest.raises(InvalidArgumentError, match=r"an object, but list\[int\] is described as array"):
        Tool("a", parameters=list[int])
    text: Any = "{}"
    with pytest.raises(InvalidArgumentError, match=r"Tool\(\) requires a JSON Schema, not str; pass json.loads"):
        Tool("a", "A tool.", text)
    assert Tool("now").to_dict() == {"type": "function", "function": {"name": "now"}}


def test_an_answer_receives_the_members_of_a_schema_as_keywords() -> None:
    schema = {"type": "object", "properties": {"from": {"type": "string"}, "to": {"type": "string"}}}
    everything = Tool("travel", parameters=schema, answer=lambda **arguments: arguments)
    assert everything.call(everything.read_arguments('{"from": "Rome", "via": 1}')) == {"from": "Rome", "via": 1}
    assert Tool("now", answer=lambda: "12:00").call({}) == "12:00"
    assert Tool("longest", parameters={"type": "object"}, answer=lambda **all_: max(all_)).call({"a": 1}) == "a"


@pytest.mark.parametrize(
    ("parameters", "answer", "problem"),
    [
        (
            {"type": "object", "properties": {"ticker": {}}},
            lambda arguments: arguments,
            "but missing a required argument: 'arguments'; write a function with the parameters (ticker), or with (**",
        ),
        (
            {"type": "object", "properties": {"ticker": {}, "days": {}}},
            lambda ticker: ticker,
            "got an unexpected keyword argument 'days'; write a function with the parameters (ticker, days)",
        ),
        (Place, lambda city, country: city, "with one instance of the class, but missing a required argument"),
    ],
)
def test_an_answer_that_does_not_accept_the_arguments_is_rejected(parameters: Any, answer: Any, problem: str) -> None:
    with pytest.raises(InvalidArgumentError, match=re.escape(problem)):
        Tool("price", parameters=parameters, answer=answer)


def test_an_answer_is_not_checked_where_its_parameters_are_not_known() -> None:
    answer: Any = max  # of a C library, without a signature
    Tool("largest", parameters={"type": "object", "properties": {"x": {}}}, answer=answer)
    Tool("any", parameters={"$ref": "#/$defs/X", "$defs": {"X": {"type": "object"}}}, answer=lambda x: x)


def test_a_context_says_which_attribute_is_the_value_of_the_run() -> None:
    context: Any = ToolContext("Ada")
    assert context.value == "Ada"
    with pytest.raises(AttributeError, match=r"no attribute 'context'; the context .* is its attribute 'value'"):
        context.context.db  # noqa: B018 - it raises
    assert not hasattr(context, "_hidden")


def test_an_answer_may_be_async() -> None:
    async def answer(arguments: Place) -> str:
        return arguments.city

    tool = Tool("ask", parameters=Place, answer=answer, strict=True, requires_approval=lambda place: place.city == "X")
    assert tool.is_async
    assert asyncio.run(tool.call(Place("Rome"))) == "Rome"
    assert tool.to_dict()["function"]["parameters"]["required"] == ["city", "country"]
    assert callable(tool.requires_approval)


def test_an_error_for_the_model_has_its_text() -> None:
    error = pickle.loads(pickle.dumps(ToolError("no station there")))
    assert (str(error), error.text) == ("no station there", "no station there")


def test_a_function_tool_with_a_name_describes_a_function() -> None:
    by_class = function_tool("find", "Find it.", Place)
    assert by_class.function.parameters is not None
    assert by_class.function.parameters["required"] == ["city"]
    strict = function_tool(name="find", parameters=Place, strict=True).to_dict()["function"]
    assert (strict["strict"], strict["parameters"]["required"]) == (True, ["city", "country"])
    client = AsyncOpenRouter(api_key="k")
    with pytest.raises(ConfigurationError, match=r"tools\[0\]: .*; write function_tool\(lookup\)$"):
        client.chat.stream(model="a/b", messages=[user("Hi")], tools=[lookup])  # type: ignore[list-item]  # invalid
