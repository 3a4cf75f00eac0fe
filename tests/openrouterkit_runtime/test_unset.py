"""UNSET, including the UNSET of other copies of the runtime, and load."""

from __future__ import annotations

import copy
import importlib.util
import pickle
from pathlib import Path
from typing import Any

import pytest

import openrouterkit_runtime
from openrouterkit_runtime import UNSET, Unset, is_unset
from openrouterkit_runtime.lookup import load


@pytest.fixture
def other() -> Any:
    """The `unset` module of another copy of the runtime."""
    path = Path(openrouterkit_runtime.__path__[0]) / "unset.py"
    spec = importlib.util.spec_from_file_location("another_unset", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_unset_is_a_singleton_and_false() -> None:
    assert Unset() is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is copy.deepcopy(UNSET) is UNSET
    assert not UNSET


def test_is_unset_accepts_the_unset_of_another_copy(other: Any) -> None:
    assert other.UNSET is not UNSET
    assert is_unset(UNSET)
    assert is_unset(other.UNSET)
    assert other.is_unset(UNSET)


@pytest.mark.parametrize("value", [None, 0, "", False, Unset, object(), {"is_unset_marker": True}])
def test_is_unset_rejects_other_values(value: object) -> None:
    assert not is_unset(value)


def test_is_unset_rejects_another_class_named_unset() -> None:
    assert not is_unset(type("Unset", (), {})())


class TestLookup:
    def test_load_returns_the_object_at_an_import_path(self) -> None:
        assert load("openrouterkit_runtime.unset:UNSET") is UNSET

    @pytest.mark.parametrize(
        ("path", "raised"), [("openrouterkit_runtime.gone:X", ImportError), ("json:gone", AttributeError)]
    )
    def test_load_raises_for_a_missing_module_or_name(self, path: str, raised: type[Exception]) -> None:
        with pytest.raises(raised, match="gone"):
            load(path)
