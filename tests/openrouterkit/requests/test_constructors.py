"""Constructors of response formats, routing, plugins, tools, tool choices, reasoning and stop conditions."""

import inspect
import subprocess
import sys
from decimal import Decimal

import pytest

from openrouterkit import plugins, server_tools, stop_conditions
from openrouterkit.errors import ConfigurationError
from openrouterkit.requests import response_formats
from openrouterkit.requests.function_tools import function_tool
from openrouterkit.requests.reasoning_options import reasoning
from openrouterkit.requests.response_formats import grammar_format, json_object, json_schema, python_format, text_format
from openrouterkit.requests.routing import max_latency, max_price, min_throughput, provider, sort
from openrouterkit.requests.tool_choices import named_tool, server_tool
from openrouterkit_api import UNSET, models, operations
from openrouterkit_api.models._unions import DECODERS

SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}


def sent(member, value):
    """Return a member as it is in the body of a request."""
    return operations.chat.send(model="a/b", messages=[], **{member: value}).body[member]


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (text_format(), {"type": "text"}),
        (json_object(), {"type": "json_object"}),
        (json_schema("place", SCHEMA), {"type": "json_schema", "json_schema": {"name": "place", "schema": SCHEMA}}),
        (
            json_schema("place", SCHEMA, strict=True, description="Where"),
            {
                "type": "json_schema",
                "json_schema": {"name": "place", "description": "Where", "schema": SCHEMA, "strict": True},
            },
        ),
        (
            json_schema("place", SCHEMA, strict=None),
            {"type": "json_schema", "json_schema": {"name": "place", "schema": SCHEMA, "strict": None}},
        ),
        (grammar_format('root ::= "yes"'), {"type": "grammar", "grammar": 'root ::= "yes"'}),
        (python_format(), {"type": "python"}),
    ],
)
def test_response_formats_are_sent_unchanged(built, expected):
    assert built.to_dict() == expected
    assert sent("response_format", built) == expected
    assert type(models.read_chat_response_format(expected)) is type(built)


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (provider(), {}),
        (provider(sort="price"), {"sort": "price"}),
        (provider(sort="a-new-word"), {"sort": "a-new-word"}),
        (provider(sort=None), {"sort": None}),
        (provider(sort=sort("latency", partition="none")), {"sort": {"by": "latency", "partition": "none"}}),
        (provider(sort={"by": "price", "novel": 1}), {"sort": {"by": "price", "novel": 1}}),
        (provider(order=["a", "b"], allow_fallbacks=False), {"order": ["a", "b"], "allow_fallbacks": False}),
        (
            provider(max_price=max_price(prompt=1, completion=2.5, request="0.01", image=Decimal("1e-7"))),
            {"max_price": {"prompt": "1", "completion": "2.5", "request": "0.01", "image": "0.0000001"}},
        ),
        (
            provider(max_price=max_price(prompt=1e-7, audio=1e21)),
            {"max_price": {"prompt": "0.0000001", "audio": "1" + "0" * 21}},
        ),
        (
            provider(preferred_max_latency=max_latency(p50=1.5, p99=8), preferred_min_throughput=30),
            {"preferred_max_latency": {"p50": 1.5, "p99": 8}, "preferred_min_throughput": 30},
        ),
        (
            provider(preferred_min_throughput=min_throughput(p90=20), zdr=None),
            {"preferred_min_throughput": {"p90": 20}, "zdr": None},
        ),
    ],
)
def test_provider_routing_is_sent_unchanged(built, expected):
    assert type(built) is models.ProviderPreferences
    assert built.to_dict() == expected
    assert sent("provider", built) == expected


@pytest.mark.parametrize("price", [float("nan"), float("inf"), Decimal("-Infinity"), plugins.web(), [1]])
def test_invalid_price_is_rejected(price):
    with pytest.raises(ConfigurationError, match=r"invalid price .*; pass a number of US dollars"):
        max_price(prompt=price)


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (plugins.web(), {"id": "web"}),
        (plugins.web(max_results=3, enabled=False), {"id": "web", "max_results": 3, "enabled": False}),
        (plugins.web(user_location=None), {"id": "web", "user_location": None}),
        (plugins.web(max_results=UNSET), {"id": "web"}),
        (plugins.web_fetch(max_uses=2), {"id": "web-fetch", "max_uses": 2}),
        (plugins.file_parser(pdf={"engine": "mistral-ocr"}), {"id": "file-parser", "pdf": {"engine": "mistral-ocr"}}),
        (plugins.moderation(), {"id": "moderation"}),
        (plugins.response_healing(), {"id": "response-healing"}),
        (plugins.context_compression(enabled=False), {"id": "context-compression", "enabled": False}),
        (
            plugins.auto_router(cost_tier="low", pin_model=True),
            {"id": "auto-router", "cost_tier": "low", "pin_model": True},
        ),
        (plugins.auto_beta_router(allowed_models=["a/*"]), {"id": "auto-beta-router", "allowed_models": ["a/*"]}),
        (plugins.pareto_router(max_price=2.5), {"id": "pareto-router", "max_price": 2.5}),
        (plugins.fusion(preset="general-fast", tools=[]), {"id": "fusion", "preset": "general-fast", "tools": []}),
    ],
)
def test_plugins_are_sent_unchanged(built, expected):
    assert built.to_dict() == expected
    assert sent("plugins", [built, expected]) == [expected, expected]
    assert type(models.read_chat_request_plugin(expected)) is type(built)


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (
            function_tool("clock", "Tells the time.", SCHEMA, strict=True, cache="1h"),
            {
                "type": "function",
                "function": {"name": "clock", "description": "Tells the time.", "parameters": SCHEMA, "strict": True},
                "cache_control": {"type": "ephemeral", "ttl": "1h"},
            },
        ),
        (function_tool("clock"), {"type": "function", "function": {"name": "clock"}}),
        (server_tools.web_search(), {"type": "openrouter:web_search"}),
        (
            server_tools.web_search(max_results=3, engine="exa"),
            {"type": "openrouter:web_search", "parameters": {"engine": "exa", "max_results": 3}},
        ),
        (server_tools.web_fetch(max_uses=1), {"type": "openrouter:web_fetch", "parameters": {"max_uses": 1}}),
        (
            server_tools.datetime(timezone="Europe/Berlin"),
            {"type": "openrouter:datetime", "parameters": {"timezone": "Europe/Berlin"}},
        ),
        (server_tools.bash(engine="openrouter"), {"type": "openrouter:bash", "parameters": {"engine": "openrouter"}}),
        (server_tools.files(), {"type": "openrouter:files"}),
        (
            server_tools.search_models(max_results=UNSET),
            {"type": "openrouter:experimental__search_models"},
        ),
        (server_tools.advisor(model="a/b"), {"type": "openrouter:advisor", "parameters": {"model": "a/b"}}),
        (server_tools.subagent(name="x"), {"type": "openrouter:subagent", "parameters": {"name": "x"}}),
        (server_tools.fusion(model="a/b"), {"type": "openrouter:fusion", "parameters": {"model": "a/b"}}),
        (server_tools.image_generation(), {"type": "openrouter:image_generation"}),
        (
            server_tools.image_generation(model="a/b", aspect_ratio="16:9"),
            {"type": "openrouter:image_generation", "parameters": {"model": "a/b", "aspect_ratio": "16:9"}},
        ),
    ],
)
def test_tools_are_sent_unchanged(built, expected):
    assert built.to_dict() == expected
    assert sent("tools", [built]) == [expected]
    assert type(models.read_chat_function_tool(expected)) is type(built)


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (named_tool("clock"), {"type": "function", "function": {"name": "clock"}}),
        (server_tool("openrouter:web_search"), {"type": "openrouter:web_search"}),
        ("required", "required"),
    ],
)
def test_tool_choices_are_sent_unchanged(built, expected):
    assert sent("tool_choice", built) == expected
    assert type(models.read_chat_tool_choice(expected)) is type(built)


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (stop_conditions.step_count_is(5), {"type": "step_count_is", "step_count": 5}),
        (stop_conditions.has_tool_call("clock"), {"type": "has_tool_call", "tool_name": "clock"}),
        (stop_conditions.max_tokens_used(1000), {"type": "max_tokens_used", "max_tokens": 1000}),
        (stop_conditions.max_cost(0.5), {"type": "max_cost", "max_cost_in_dollars": 0.5}),
        (stop_conditions.finish_reason_is("length"), {"type": "finish_reason_is", "reason": "length"}),
    ],
)
def test_stop_conditions_are_sent_unchanged(built, expected):
    assert sent("stop_server_tools_when", [built]) == [expected]
    assert type(models.read_stop_server_tools_when_condition(expected)) is type(built)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"effort": "high", "summary": "auto"},
        {"effort": "a-new-level"},
        {"effort": None},
        {"max_tokens": 2048, "exclude": True},
        {"effort": None, "max_tokens": 2048},
        {"enabled": False},
    ],
)
def test_reasoning_is_sent_unchanged(settings):
    assert type(reasoning(**settings)) is models.ChatRequestReasoning
    assert sent("reasoning", reasoning(**settings)) == settings


def test_reasoning_rejects_effort_with_max_tokens():
    with pytest.raises(ConfigurationError, match=r"effort='high' and max_tokens=2048 exclude each other; pass one"):
        reasoning(effort="high", max_tokens=2048)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: provider(sorted="price"), r"provider\(\) got an unexpected keyword argument 'sorted'"),
        (lambda: plugins.web(max_result=3), r"web\(\) got an unexpected keyword argument 'max_result'"),
        (lambda: plugins.web(id="web"), r"web\(\) got an unexpected keyword argument 'id'"),
        (lambda: server_tools.bash(motor="x"), r"bash\(\) got an unexpected keyword argument 'motor'"),
        (lambda: max_latency(p95=1), r"max_latency\(\) got an unexpected keyword argument 'p95'"),
        (lambda: plugins.web(3), r"takes 0 positional arguments"),
        (lambda: reasoning(efort="high"), r"efort"),
    ],
)
def test_unknown_keyword_raises_a_type_error_with_its_name(build, message):
    with pytest.raises(TypeError, match=message):
        build()


@pytest.mark.parametrize(
    ("module", "union", "missing"),
    [
        (response_formats, "ChatResponseFormat", set()),
        (plugins, "ChatRequestPlugin", set()),
        (stop_conditions, "StopServerToolsWhenCondition", set()),
        # The service converts the shorthand to the tool openrouter:web_search, which server_tools has.
        (server_tools, "ChatFunctionTool", {"ChatFunctionToolFunction", "ChatWebSearchShorthand"}),
    ],
)
def test_every_variant_of_a_union_has_a_constructor(module, union, missing):
    functions = [function for _, function in inspect.getmembers(module, inspect.isfunction)]
    built = {inspect.unwrap(function).__annotations__.get("return") for function in functions}

    assert set(DECODERS[union].names.values()) - built == missing


@pytest.mark.parametrize(
    ("constructor", "model", "extra"),
    [
        (reasoning, models.ChatRequestReasoning, set()),
        (json_schema, models.ChatJsonSchemaConfig, set()),
        (
            function_tool,
            models.ChatFunctionToolDefinition,
            {"cache", "function", "requires_approval", "timeout", "repeat_limit"},
        ),
        (sort, models.ProviderSortConfig, set()),
        (max_price, models.ProviderPreferencesMaxPrice, set()),
    ],
)
def test_constructors_accept_every_member_of_their_models(constructor, model, extra):
    accepted = set(inspect.signature(constructor).parameters)
    assert accepted - extra == set(inspect.signature(model).parameters), f"add the member to {constructor.__module__}"


def test_constructors_import_no_models_and_no_heavy_modules():
    code = (
        "import sys\n"
        "from openrouterkit import content, messages\n"
        "from openrouterkit.requests import function_tools, plugins, reasoning_options, response_formats\n"
        "from openrouterkit.requests import routing, server_tools, stop_conditions, tool_choices\n"
        "heavy = {'attr', 'attrs', 'msgspec', 'httpx', 'anyio', 'dateutil', 'openrouterkit_api.models'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    result = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout == "[]\n"
