"""Unknown keyword arguments of clients and options: the error names the right one."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
import traceback
from typing import Any

import attrs
import pytest

from openrouterkit import (
    AsyncOpenRouter,
    ConfigurationError,
    ConnectionLimits,
    OpenRouter,
    RequestOptions,
    RetryOptions,
    TimeoutOptions,
)

KEY = "sk-or-v1-secret"
OPTIONS: list[Any] = [ConnectionLimits, RetryOptions, TimeoutOptions, RequestOptions, OpenRouter, AsyncOpenRouter]


@pytest.mark.parametrize(
    ("kind", "name", "hint"),
    [
        (RetryOptions, "max_retries", "did you mean 'max_attempts', which counts the first attempt too?"),
        (RetryOptions, "max_atempts", "did you mean 'max_attempts'?"),
        (RetryOptions, "backoff_factor", "did you mean 'exponent'?"),
        (RetryOptions, "status_codes", "did you mean 'statuses'?"),
        (TimeoutOptions, "read_timeout", "did you mean 'read'?"),
        (TimeoutOptions, "timeout", "did you mean 'total'?"),
        (TimeoutOptions, "first_tokn", "did you mean 'first_token'?"),
        (TimeoutOptions, "xyz", "it accepts connect, read, write, pool, first_token, idle, total"),
        (ConnectionLimits, "keepalive", "did you mean 'keepalive_expiry'?"),
        (RequestOptions, "max_retries", "did you mean 'retries'?"),
        (RequestOptions, "extra_headers", "did you mean 'headers'?"),
        (RequestOptions, "extra_query", "did you mean 'query'?"),
        (RequestOptions, "timeouts", "did you mean 'timeout'?"),
        (OpenRouter, "max_retries", "did you mean 'retries'?"),
        (OpenRouter, "base_ulr", "did you mean 'base_url'?"),
        (AsyncOpenRouter, "default_headers", "did you mean 'headers'?"),
        (AsyncOpenRouter, "timeout_ms", "did you mean 'timeout', in seconds?"),
    ],
)
def test_an_unknown_keyword_argument_is_rejected_with_a_suggestion(kind: Any, name: str, hint: str) -> None:
    message = f"^{kind.__name__}() got an unexpected keyword argument {name!r}; {hint}$"
    with pytest.raises(TypeError, match=re.escape(message).replace(r"\^", "^").replace(r"\$", "$")):
        kind(**{name: 1})


@pytest.mark.parametrize("kind", OPTIONS)
def test_the_signature_and_the_docstring_of_a_class_are_unchanged(kind: Any) -> None:
    parameters = inspect.signature(kind).parameters
    assert [each for each in parameters.values() if each.kind is inspect.Parameter.VAR_KEYWORD] == []
    assert set(inspect.signature(kind.__init__).parameters) == {"self", *parameters}
    assert kind.__init__.__name__ == "__init__"
    if attrs.has(kind):
        assert list(parameters) == [field.alias for field in attrs.fields(kind)]


@pytest.mark.parametrize("kind", [RetryOptions, TimeoutOptions, RequestOptions])
def test_options_are_copied_pickled_and_changed_as_before(kind: Any) -> None:
    options = kind()
    assert copy.copy(options) == copy.deepcopy(options) == pickle.loads(pickle.dumps(options)) == options
    assert attrs.evolve(options) == options


def test_every_suggested_name_is_a_parameter() -> None:
    for kind in OPTIONS:
        closure = inspect.getclosurevars(kind.__init__).nonlocals
        names = {text.partition(",")[0] for text in closure["other_names"].values()}
        assert names <= set(inspect.signature(kind).parameters), kind


@pytest.mark.parametrize("kind", [RequestOptions, OpenRouter, AsyncOpenRouter])
@pytest.mark.parametrize("invalid", [{"tmeout": 1}, {"timeout": "soon"}, {"api_key": KEY, "retries": "many"}])
def test_a_traceback_with_local_variables_does_not_show_the_keyword_arguments(kind: Any, invalid: Any) -> None:
    with pytest.raises((TypeError, ConfigurationError)) as caught:
        kind(**{"api_key": KEY, **invalid})
    frames = [
        frame for frame in traceback.walk_tb(caught.value.__traceback__) if "suggestions" in frame[0].f_code.co_filename
    ]
    assert frames
    assert all("keywords" not in frame.f_locals for frame, _ in frames)


def test_a_type_error_of_the_class_itself_is_raised_unchanged() -> None:
    with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
        OpenRouter(KEY)  # type: ignore[misc]  # invalid on purpose
    with pytest.raises(TypeError, match="multiple values for argument 'max_attempts'"):
        RetryOptions(2, max_attempts=3)  # type: ignore[misc]  # invalid on purpose
