"""Tests of an application with `openrouterkit.testing`: the model is scripted, everything else runs."""

from __future__ import annotations

import pytest

from examples.assistant import MAX_ROUNDS, answer
from openrouterkit.testing import Script, completion, tool_call


def rain(city: str) -> str:
    """Return the weather of a city in which it rains."""
    return f"rain in {city}"


def test_the_weather_is_looked_up_and_sent_back() -> None:
    """Two steps: the model calls the tool, then answers."""
    with Script([tool_call("get_weather", {"city": "Paris"}), "Yes."]) as script:
        assert answer(script.client(), "Do I need an umbrella in Paris?", rain) == "Yes."
    assert script.requests[1].messages[-1] == {"role": "tool", "content": "rain in Paris", "tool_call_id": "call_1"}


def test_several_cities_are_looked_up_in_one_round() -> None:
    """A completion may have several calls."""
    calls = [tool_call("get_weather", {"city": city}) for city in ("Paris", "Rome")]
    with Script([completion(tool_calls=calls), "Both."]) as script:
        assert answer(script.client(), "Where does it rain?", rain) == "Both."
    assert [message["content"] for message in script.requests[1].messages[-2:]] == ["rain in Paris", "rain in Rome"]


def test_an_overloaded_service_is_asked_again() -> None:
    """The retries of the client run, without their waits."""
    with Script([529, "No."]) as script:
        assert answer(script.client(), "Does it rain?", rain) == "No."


def test_a_model_that_never_answers_is_stopped() -> None:
    """The default replies to every request."""
    script = Script(default=tool_call("get_weather", {"city": "Paris"}))
    with pytest.raises(RuntimeError, match="still calls tools"):
        answer(script.client(), "Does it rain?", rain)
    assert len(script.requests) == MAX_ROUNDS
