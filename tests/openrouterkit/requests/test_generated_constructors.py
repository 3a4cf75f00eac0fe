"""The constructors generated from the table constructors.toml: their signatures and results."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from projects import OPENROUTER

from codegen import constructors
from openrouterkit import plugins, routing, server_tools
from openrouterkit_api import models

WHERE = {"city": "Berlin", "country": "DE"}
DOMAINS = {"allowed_domains": ["a.example"], "blocked_domains": ["b.example"]}
AUTO = {
    "allowed_models": ["a/*"],
    "cost_quality_tradeoff": 7,
    "cost_tier": "low",
    "enabled": True,
    "excluded_models": ["b/c"],
}
LIMITS = {"max_completion_tokens": 100, "model": "a/b", "temperature": 0.5}
CUTOFFS = {"p50": 1, "p75": 2.5, "p90": None, "p99": 8}

PLUGINS: dict[str, dict[str, Any]] = {
    "web": {
        "enabled": False,
        "engine": "exa",
        "exclude_domains": ["a.example"],
        "include_domains": ["b.example/blog"],
        "max_results": 3,
        "max_uses": 2,
        "mode": "deep",
        "search_prompt": "Found:",
        "user_location": WHERE,
    },
    "web-fetch": {**DOMAINS, "max_content_tokens": 1000, "max_uses": 2},
    "file-parser": {"enabled": True, "pdf": {"engine": "mistral-ocr"}},
    "response-healing": {"enabled": False},
    "context-compression": {"enabled": True, "engine": "middle-out"},
    "auto-router": {**AUTO, "pin_model": True},
    "auto-beta-router": AUTO,
    "pareto-router": {"enabled": True, "max_price": 2.5, "min_coding_score": 0.8, "price_source": "list"},
    "fusion": {
        "analysis_models": ["a/b", "c/d"],
        "enabled": True,
        "max_tool_calls": 4,
        "model": "e/f",
        "preset": "general-fast",
        "tools": [{"type": "openrouter:web_search"}],
    },
}
TOOLS: dict[str, tuple[str, dict[str, Any]]] = {
    "web_search": (
        "openrouter:web_search",
        {
            "allowed_domains": ["a.example"],
            "engine": "exa",
            "excluded_domains": ["b.example"],
            "max_characters": 500,
            "max_results": 3,
            "max_total_results": 9,
            "max_uses": 2,
            "mode": "deep",
            "search_context_size": "low",
            "user_location": WHERE,
        },
    ),
    "web_fetch": ("openrouter:web_fetch", {**DOMAINS, "engine": "exa", "max_content_tokens": 9, "max_uses": 2}),
    "datetime": ("openrouter:datetime", {"timezone": "Europe/Berlin"}),
    "bash": (
        "openrouter:bash",
        {"engine": "openrouter", "environment": {"type": "container_auto"}, "sleep_after_seconds": 60},
    ),
    "search_models": ("openrouter:experimental__search_models", {"max_results": 20}),
    "advisor": (
        "openrouter:advisor",
        {
            **LIMITS,
            "forward_transcript": True,
            "instructions": "Be brief.",
            "name": "expert",
            "reasoning": {"effort": "high"},
            "stream": False,
        },
    ),
    "subagent": (
        "openrouter:subagent",
        {
            **LIMITS,
            "inherit_functions": True,
            "inherited_function_names": ["clock"],
            "instructions": "Be brief.",
            "max_tool_calls": 3,
            "name": "worker",
            "reasoning": {"effort": "low"},
            "tools": [{"type": "openrouter:datetime"}],
        },
    ),
    "fusion": (
        "openrouter:fusion",
        {
            **LIMITS,
            "analysis_models": ["a/b"],
            "cache_control": {"type": "ephemeral"},
            "max_tool_calls": 3,
            "reasoning": {"max_tokens": 99},
            "tools": [{"type": "openrouter:web_search"}],
        },
    ),
}
ROUTING: dict[str, dict[str, Any]] = {
    "provider": {
        "allow_fallbacks": False,
        "data_collection": "deny",
        "enforce_distillable_text": True,
        "ignore": ["a"],
        "max_price": {"prompt": "1"},
        "only": ["b", "c"],
        "order": ["c", "b"],
        "preferred_max_latency": {"p50": 1.5},
        "preferred_min_throughput": 30,
        "quantizations": ["fp8"],
        "require_parameters": True,
        "sort": {"by": "price", "partition": "none"},
        "zdr": None,
    },
    "max_latency": CUTOFFS,
    "min_throughput": CUTOFFS,
}
CASES = [
    *((plugins, kind.replace("-", "_"), arguments, {"id": kind, **arguments}) for kind, arguments in PLUGINS.items()),
    *(
        (server_tools, name, arguments, {"type": kind, "parameters": arguments})
        for name, (kind, arguments) in TOOLS.items()
    ),
    *((routing, name, arguments, arguments) for name, arguments in ROUTING.items()),
]
IDS = [f"{module.__name__.rpartition('.')[2]}.{name}" for module, name, _, _ in CASES]


@pytest.mark.parametrize(("module", "name", "arguments", "expected"), CASES, ids=IDS)
def test_every_argument_is_in_the_object_unchanged(
    module: Any, name: str, arguments: dict[str, Any], expected: dict[str, Any]
) -> None:
    constructor = getattr(module, name)
    assert set(arguments) == set(inspect.signature(constructor).parameters)
    assert constructor(**arguments).to_dict() == expected
    for keyword, value in arguments.items():
        alone = constructor(**{keyword: value}).to_dict()
        assert alone.get("parameters", alone)[keyword] == value
    absent = {key: value for key, value in expected.items() if key in ("id", "type") and key not in arguments}
    assert constructor().to_dict() == absent


@pytest.mark.parametrize(("module", "name"), [case[:2] for case in CASES], ids=IDS)
def test_signature_has_every_member_of_the_model_with_its_type(module: Any, name: str) -> None:
    constructor = getattr(module, name)
    signature = inspect.signature(constructor)
    model = getattr(models, signature.return_annotation)
    if module is server_tools:
        (parameter,) = (each for each in inspect.signature(model).parameters.values() if each.name == "parameters")
        model = getattr(models, parameter.annotation.partition(" ")[0])
    # A parameter of a model with a str as default is the discriminator, which the constructor sets.
    members = [each for each in inspect.signature(model).parameters.values() if not isinstance(each.default, str)]

    assert list(signature.parameters.values()) == members
    assert all(f"\n    {member.name}: " in inspect.getdoc(constructor) for member in members)


def test_docstrings_fit_the_line_length_of_this_project() -> None:
    for path in Path(str(models.__file__)).parents[1].glob("constructors/*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        assert [line for line in lines if len(line) > 120] == []


def test_every_row_is_a_function_of_the_public_module() -> None:
    rows = constructors.read(OPENROUTER.constructors)
    modules = {"plugins": plugins, "routing": routing, "server_tools": server_tools}
    assert rows.keys() == modules.keys()
    for name, functions in rows.items():
        assert functions.keys() <= set(modules[name].__all__)
