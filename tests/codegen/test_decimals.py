"""Members with the format `decimal` get a property that returns a Decimal, beside the text that was received."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from workshop import Workshop, make_document_of_thing, open_workshop

PRICE = {"type": "string", "format": "decimal"}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with open_workshop(tmp_path_factory.mktemp("decimals")) as place:
        yield place


@pytest.fixture(scope="module", params=[(), ("--standalone",)], ids=["linked", "standalone"])
def thing(workshop: Workshop, request: pytest.FixtureRequest) -> Any:
    """A model with prices of several types."""
    properties = {
        "price": PRICE,
        "maybe": {"anyOf": [PRICE, {"type": "null"}]},
        "number": {"type": "number", "format": "decimal"},
        "unit-price": PRICE,
        "price_decimal": {"type": "string"},
        "text": {"type": "string"},
        "prices": {"type": "array", "items": PRICE},
        "either": {"anyOf": [PRICE, {"type": "boolean"}]},
    }
    return workshop.load_package(make_document_of_thing(properties), *request.param).models.Thing


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0.0000025", Decimal("0.0000025")),
        ("-1", Decimal(-1)),
        ("1e-7", Decimal("1e-7")),
        (0.1, Decimal("0.1")),
        (3, Decimal(3)),
        *((value, None) for value in ("", "free", "NaN", "-Infinity", None, True, [], {})),
    ],
)
def test_a_price_is_a_decimal_beside_its_text(thing: Any, value: Any, number: Decimal | None) -> None:
    model = thing.from_dict({"price": value, "maybe": value, "number": value})
    assert [model.price_decimal_, model.maybe_decimal, model.number_decimal] == [number] * 3
    assert model.price == value
    assert model.to_dict() == {"price": value, "maybe": value, "number": value}


def test_an_absent_price_is_none(thing: Any) -> None:
    model = thing()
    assert (model.price_decimal_, model.unit_price_decimal) == (None, None)


def test_the_property_never_hides_a_member_of_the_contract(thing: Any) -> None:
    model = thing.from_dict({"price_decimal": "a", "price": "1"})
    assert (model.price_decimal, model.price_decimal_) == ("a", Decimal(1))


@pytest.mark.parametrize("name", ["text_decimal", "prices_decimal", "either_decimal"])
def test_other_members_have_no_such_property(thing: Any, name: str) -> None:
    assert not hasattr(thing(), name)


def test_the_properties_are_public_names(workshop: Workshop) -> None:
    package = workshop.load_package(make_document_of_thing({"price": PRICE}))
    surface = (Path(package.__file__ or "").parent / "SURFACE").read_text(encoding="utf-8").splitlines()
    assert [name for name in surface if "price" in name] == ["models.Thing.price", "models.Thing.price_decimal"]


def test_mypy_knows_that_a_price_is_a_decimal_or_none(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(
        "from decimal import Decimal\n"
        "from typing import assert_type\n"
        "from openrouterkit_api.models import PublicPricing\n"
        'pricing = PublicPricing(prompt="0.1", completion="0.2")\n'
        "assert_type(pricing.prompt_decimal, Decimal | None)\n"
        "assert_type(pricing.prompt, str)\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "program.py"]
    process = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stdout) == (0, "Success: no issues found in 1 source file\n")
