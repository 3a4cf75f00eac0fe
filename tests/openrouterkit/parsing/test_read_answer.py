"""`parsing.read_answer`: the value in an answer that another method than `parse` returned."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from openrouterkit import InvalidOutputError, RefusalError, TruncatedError, errors, user
from openrouterkit.mistral import Mistral
from openrouterkit.parsing import read_answer
from openrouterkit.testing import Script, Step, completion

PARIS = '{"name": "Paris", "population": 2100000}'


@dataclass
class City:
    name: str
    population: int = 0


def send(step: Step, kind: Any = None) -> Any:
    client: Any = Script([step]).client(kind) if kind else Script([step]).client()
    return client.chat.send(model="a/b", messages=[user("Capital of France?")], response_format=City)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        pytest.param(City, PARIS, City("Paris", 2_100_000), id="object"),
        pytest.param(City, f"Here you are:\n```json\n{PARIS}\n```", City("Paris", 2_100_000), id="fence"),
        pytest.param(City, "{'name': 'Paris',}", City("Paris"), id="damage"),
        pytest.param(list[int], "[1, 2]", [1, 2], id="list"),
        pytest.param(list[int], '{"value": [1, 2]}', [1, 2], id="list in an object, as parse requests it"),
        pytest.param(dict[str, int], '{"a": 1}', {"a": 1}, id="dict, which strict mode does not have"),
    ],
)
def test_the_text_of_an_answer_is_read_as_a_type(kind: Any, text: str, value: Any) -> None:
    assert read_answer(kind, text) == value


@pytest.mark.parametrize("service", [None, Mistral])
def test_a_completion_is_read_as_a_type(service: Any) -> None:
    city: City = read_answer(City, send(PARIS, service))
    assert city == City("Paris", 2_100_000)


def test_an_answer_that_does_not_fit_raises_the_errors_of_parse() -> None:
    with pytest.raises(InvalidOutputError, match=r"does not have the requested type: .*name") as caught:
        read_answer(City, '{"name": 1.5}')
    assert (caught.value.text, caught.value.result, caught.value.usage) == ('{"name": 1.5}', None, None)
    assert [type(each) for each in caught.value.errors] == [errors.InvalidValueError]
    with pytest.raises(InvalidOutputError):
        read_answer(City, f"Sure: {PARIS}", repair=False)
    with pytest.raises(InvalidOutputError, match="the requested type: the answer is not valid JSON: Expecting value"):
        read_answer(City, "no")
    result = send(completion("no", cost=0.5))
    with pytest.raises(InvalidOutputError) as invalid:
        read_answer(City, result)
    assert (invalid.value.result, invalid.value.usage.cost) == (result, 0.5)


def test_a_completion_shows_refusals_and_cut_answers() -> None:
    with pytest.raises(RefusalError):
        read_answer(City, send([{"content": None, "refusal": "no"}]))
    with pytest.raises(TruncatedError) as cut:
        read_answer(City, send(completion('{"name": "Paris", "popu', finish_reason="length")))
    assert cut.value.partial_value == {"name": "Paris"}


def test_names_of_the_module_are_imported_on_first_use() -> None:
    program = "import sys, openrouterkit.parsing as p; print('openrouterkit._parsing.streams' in sys.modules, dir(p))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.startswith("False")
    assert "read_answer" in run.stdout
