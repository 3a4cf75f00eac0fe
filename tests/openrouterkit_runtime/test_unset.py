"""UNSET, and how it is recognized when another copy of the runtime made it."""

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
    """The module of another copy of the runtime."""
    path = Path(openrouterkit_runtime.__path__[0]) / "unset.py"
    spec = importlib.util.spec_from_file_location("another_unset", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_one_and_false() -> None:
    assert Unset() is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is copy.deepcopy(UNSET) is UNSET
    assert not UNSET


def test_that_of_any_copy_is_recognized(other: Any) -> None:
    assert other.UNSET is not UNSET
    assert is_unset(UNSET)
    assert is_unset(other.UNSET)
    assert other.is_unset(UNSET)


@pytest.mark.parametrize("value", [None, 0, "", False, Unset, object(), {"is_unset_marker": True}])
def test_nothing_else_is(value: object) -> None:
    assert not is_unset(value)


def test_a_class_that_is_only_called_so_is_none() -> None:
    assert not is_unset(type("Unset", (), {})())


class TestLookup:
    def test_an_import_path_gives_its_object(self) -> None:
        assert load("openrouterkit_runtime.unset:UNSET") is UNSET

    @pytest.mark.parametrize(
        ("path", "raised"), [("openrouterkit_runtime.gone:X", ImportError), ("json:gone", AttributeError)]
    )
    def test_what_is_not_there_is_an_error(self, path: str, raised: type[Exception]) -> None:
        with pytest.raises(raised, match="gone"):
            load(path)
